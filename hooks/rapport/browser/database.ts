/**
 * The site's database in IndexedDB: one record a sheet, and what was no sheet set aside.
 *
 * These functions reject when the browser refuses; `store.ts` decides what happens then.
 */

import { promisifyRequest as done } from "idb-keyval";
import { type Damage, readSheet } from "./reading.ts";
import { mark, type Sheet } from "./sheet.ts";

/** A record that was no sheet, as it was found. */
export interface Aside {
  /** Its key, by which it can be deleted. */
  id: string;
  reason: Damage;
  record: unknown;
}

/** What to make of a sheet; nothing deletes it. Pure: it is asked again where storing fails. */
export type Change = (sheet: Sheet | undefined) => Sheet | undefined;

/** Does something with the records in one transaction. */
export type Database = <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => T | PromiseLike<T>,
) => Promise<T>;

const STORE = "sheets";

/** Begins the keys of what was set aside. No sheet's id has a colon. */
const ASIDE = "aside:";
/** Some browsers, and other programs, let us wait for ever. Milliseconds until we go on without. */
const PATIENCE = 4000;

/** Opens the database. Rejects when storage is blocked, or does not answer. */
export async function openDatabase(name: string): Promise<Database> {
  let opening: Promise<IDBDatabase> | undefined;
  const reopen = () => (opening = undefined);
  const use: Database = async (mode, work) => {
    const db = await (opening ??= soon(connect(name, reopen)).catch((fault) => {
      reopen(); // The next one tries again.
      throw fault;
    }));
    return work(db.transaction(STORE, mode).objectStore(STORE));
  };
  await soon(use("readonly", (store) => done(store.count())));
  return use;
}

/** Rejects when the browser does not answer. */
function soon<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => timer = setTimeout(reject, PATIENCE));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A connection; `ended` is told when the browser, or another tab, ends it. */
async function connect(name: string, ended: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const db = await done(request);
  db.onclose = ended;
  // Another tab deletes the database, which would wait for this one for ever.
  db.onversionchange = () => {
    db.close();
    ended();
  };
  return db;
}

/** Empties the database whatever is in it. Rejects when storage is blocked, or does not answer. */
export function erase(name: string): Promise<void> {
  return soon(empty(name));
}

async function empty(name: string): Promise<void> {
  const db = await connect(name, () => {});
  const names = [...db.objectStoreNames];
  if (names.length > 0) {
    const clearing = db.transaction(names, "readwrite");
    names.forEach((each) => clearing.objectStore(each).clear());
    await done(clearing);
  }
  db.close();
  // Ours may stay, empty: to delete it would wait for every tab of an older version.
  if (!names.includes(STORE)) await takeAway(name);
}

/** What another program made is in our way; where that program holds it, empty is enough. */
function takeAway(name: string): Promise<unknown> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

const isAside = (key: unknown): boolean => String(key).startsWith(ASIDE);

/** All sheets. Damaged records are set aside; those of a later format are left where they are. */
export function readAll(use: Database): Promise<Sheet[]> {
  return use("readwrite", async (store) => {
    const [keys, records] = await both(store);
    return keys.flatMap((key, index): Sheet[] => {
      if (isAside(key)) return [];
      const sheet = readSheet(records[index]);
      if (!("damaged" in sheet)) return [sheet];
      if (sheet.damaged !== "newer") {
        setAside(store, sheet.damaged, records[index]);
        store.delete(key);
      }
      return [];
    });
  });
}

/** What was set aside, as it was found; if so asked, also records of a later format. */
export function readAside(use: Database, withLater: boolean): Promise<Aside[]> {
  return use("readonly", async (store) => {
    const [keys, records] = await both(store);
    return keys.flatMap((key, index): Aside[] => {
      const record = records[index];
      // Whatever stands under such a key can be handed out and deleted by it.
      if (isAside(key)) {
        return [{ reason: "object", record, ...record as Partial<Aside>, id: String(key) }];
      }
      const isLater = withLater && "damaged" in readSheet(record);
      return isLater ? [{ id: String(key), reason: "newer", record }] : [];
    });
  });
}

function both(store: IDBObjectStore): Promise<[IDBValidKey[], unknown[]]> {
  return Promise.all([done(store.getAllKeys()), done<unknown[]>(store.getAll())]);
}

function setAside(store: IDBObjectStore, reason: Damage, record: unknown): void {
  const aside: Aside = { id: ASIDE + mark(), reason, record };
  store.put(aside, aside.id);
}

/**
 * Reads, changes and writes one sheet in one transaction, and gives what is there now.
 * `unsaved` is a version that could not be written before; it stands in for the stored one.
 */
export function changeOne(
  use: Database,
  id: string,
  change: Change,
  unsaved?: Sheet,
): Promise<Sheet | undefined> {
  return use("readwrite", async (store) => {
    const record = await done(store.get(id));
    const read = record && readSheet(record);
    const isDamaged = read !== undefined && "damaged" in read;
    if (isDamaged && read.damaged === "newer") throw new Error("A later version wrote this sheet");
    const after = change(unsaved ?? (isDamaged ? undefined : read));
    if (isDamaged) setAside(store, read.damaged, record);
    if (after) store.put(after, id);
    else store.delete(id);
    // Without waiting for the answer to the last write: a page may be left at any moment.
    store.transaction.commit();
    await done(store.transaction);
    return after;
  });
}

/** Deletes these records. */
export function removeSome(use: Database, ids: string[]): Promise<void> {
  return use("readwrite", (store) => {
    ids.forEach((id) => store.delete(id));
    return done(store.transaction);
  });
}
