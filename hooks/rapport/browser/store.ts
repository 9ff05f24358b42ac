/**
 * Where sheets are kept: in IndexedDB, for this visit only, or (if the browser refuses) in memory.
 *
 * Whatever the browser does, answering goes on: a sheet that could not be written stays in this
 * page's memory, is tried again with the next change, and `kept` says so. Nothing here rejects.
 */

import { joined } from "./copy.ts";
import {
  type Aside,
  type Change,
  changeOne,
  type Database,
  erase,
  openDatabase,
  readAll,
  readAside,
  removeSome,
} from "./database.ts";
import { forget } from "./preferences.ts";
import type { Sheet } from "./sheet.ts";
import { Visit } from "./visit.ts";

/** Where an answer given now will be: until deleted, until the tab closes, until the page does. */
export type Kept = "browser" | "visit" | "nothing";

/** What a tab says to the others when everything is deleted. */
const EVERYTHING = "everything";

/** What tabs say to each other: these sheets have changed, are deleted, or everything is. */
type News = string[] | { gone: string[] } | typeof EVERYTHING;

type Listener = (ids: string[] | undefined) => void;

/** Opens the site's store. Never rejects, and never waits for another tab. */
export async function openStore(site: string): Promise<Store> {
  const store = new Store(site);
  await store.all();
  return store;
}

function channelOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined; // Tabs will not hear of each other, and nothing else is lost.
  }
}

export class Store {
  /** The name that the site's storage goes by. */
  readonly site: string;
  readonly #name: string;
  readonly #visit: Visit;
  readonly #channel: BroadcastChannel | undefined;
  readonly #changeListeners = new Set<Listener>();
  /** What this page knows of the database, for when it fails. */
  #known = new Map<string, Sheet>();
  /** What was ever seen in the database, and is not known to have left it. */
  readonly #stored = new Set<string>();
  /** Sheets that should be in the database and could not be written. */
  readonly #unsaved = new Set<string>();
  #db: Database | undefined;
  /** Whether opening is still to be tried. A connection that ends is opened again by itself. */
  #isToOpen = true;
  /** One thing after the other, or a quick second answer would not see the first. */
  #turn: Promise<unknown> = Promise.resolve();

  /** Use `openStore`. */
  constructor(site: string) {
    this.site = site;
    this.#name = `rapport-${site}`;
    this.#visit = new Visit(this.#name);
    this.#channel = channelOf(this.#name);
    this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
  }

  /** Where a sheet begun now will be. */
  get kept(): Kept {
    return this.keptOf();
  }

  /** Where this sheet is; without an id, where one begun now will be. */
  keptOf(id?: string): Kept {
    if (this.#isOfVisit(id)) return this.#visit.isKept ? "visit" : "nothing";
    return (this.#db || this.#isToOpen) && this.#unsaved.size === 0 ? "browser" : "nothing";
  }

  #isOfVisit(id = ""): boolean {
    return this.#visit.sheets.has(id) || (this.#visit.isOn && !this.#known.has(id));
  }

  /** Every sheet within reach. */
  all(): Promise<Sheet[]> {
    return this.#inTurn(() => this.#refresh());
  }

  /** Changes one sheet, as it is now wherever it is kept, and gives the outcome. */
  change(id: string, change: Change): Promise<Sheet | undefined> {
    return this.#inTurn(async () => {
      if (!this.#isOfVisit(id)) return await this.#write(id, change);
      const sheet = change(this.#visit.sheets.get(id));
      if (sheet) this.#visit.sheets.set(id, sheet);
      else this.#visit.sheets.delete(id);
      this.#visit.save();
      return sheet;
    });
  }

  /** Deletes these sheets, or what was set aside; false when the browser still holds a sheet. */
  remove(ids: string[]): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#forget(ids);
      this.#visit.save();
      const isDone = await this.#takeOut(ids);
      this.#announce({ gone: ids });
      return isDone;
    });
  }

  /**
   * Deletes everything of this site in this browser, also what nobody can read, and what other tabs
   * hold; false where the browser refuses. Whether the computer is shared stays as it is.
   */
  clear(): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#forgetAll();
      const isDone = await erase(this.#name).then(() => true, () => false);
      if (isDone) this.#stored.clear();
      // What kept it from opening may be gone.
      [this.#db, this.#isToOpen] = [undefined, true];
      this.#announce(EVERYTHING);
      return isDone;
    });
  }

  /** The damaged records that were set aside; if so asked, also those of a later format. */
  aside(withLater = false): Promise<Aside[]> {
    return this.#inTurn(async () => {
      const aside = await this.#attempt((db) => readAside(db, withLater)) ?? [];
      aside.forEach(({ id }) => this.#stored.add(id));
      return aside;
    });
  }

  /** The ids of this visit's sheets while the computer is shared, and else nothing. */
  get shared(): string[] | undefined {
    return this.#visit.isOn ? [...this.#visit.sheets.keys()] : undefined;
  }

  /** Asks the browser not to clear by itself what it stores here. Nothing waits for its answer. */
  persist(): void {
    if (this.kept === "browser") void navigator.storage?.persist?.().catch(() => {});
  }

  /**
   * "I share this computer": from now on new sheets are kept for this visit only, and those that
   * `mine` picks move there; others may be somebody else's and stay. It picks when its turn comes,
   * so that an answer given meanwhile moves too. Switched off, all sheets of the visit go to the
   * database. False when one of them is still where it was.
   */
  share(isOn: boolean, mine: (sheets: Sheet[]) => Sheet[] = () => []): Promise<boolean> {
    return this.#inTurn(async () => {
      if (isOn) return await this.#moveToVisit(mine);
      this.#visit.isOn = false;
      const isDone = await this.#moveToDatabase();
      this.#visit.save();
      return isDone;
    });
  }

  /** Hears of sheets that other tabs changed; nothing instead of ids means all. Gives the end. */
  onChange(listener: Listener): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** Lets go of other tabs, after what is under way. */
  close(): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#channel?.close()));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {}); // A caller's fault is the caller's; the next one goes on.
    return result;
  }

  #announce(news: News): void {
    try {
      this.#channel?.postMessage(news);
    } catch {
      // Closed with the page.
    }
  }

  /** Lets go of what another tab deleted, or it would come back from here, and tells the listeners. */
  #hear(news: News): void {
    if (news === EVERYTHING) this.#forgetAll();
    else if ("gone" in news) {
      this.#forget(news.gone);
      this.#visit.save();
    }
    const ids = news === EVERYTHING ? undefined : "gone" in news ? news.gone : news;
    this.#changeListeners.forEach((listener) => listener(ids));
  }

  /** What the database gives; undefined where there is none, or where it refuses. */
  async #attempt<T>(work: (db: Database) => Promise<T>): Promise<T | undefined> {
    try {
      if (this.#isToOpen) {
        this.#isToOpen = false;
        this.#db = await openDatabase(this.#name);
      }
      return this.#db && await work(this.#db);
    } catch {
      return undefined;
    }
  }

  async #refresh(): Promise<Sheet[]> {
    const stored = await this.#attempt(readAll);
    if (stored) {
      stored.forEach(({ id }) => this.#stored.add(id));
      const unsaved = [...this.#known].filter(([id]) => this.#unsaved.has(id));
      this.#known = new Map([...stored.map((sheet) => [sheet.id, sheet] as const), ...unsaved]);
    }
    return [...new Map([...this.#known, ...this.#visit.sheets]).values()];
  }

  async #write(id: string, change: Change): Promise<Sheet | undefined> {
    const unsaved = this.#unsaved.has(id) ? this.#known.get(id) : undefined;
    const outcome = await this.#attempt(async (db) => ({
      sheet: await changeOne(db, id, change, unsaved),
    }));
    const sheet = outcome ? outcome.sheet : change(this.#known.get(id));
    this.#forget([id]);
    if (sheet) this.#known.set(id, sheet);
    if (outcome) this.#arrived(id);
    else if (sheet) this.#unsaved.add(id);
    if (outcome) await this.#retry();
    return sheet;
  }

  /** The database writes again: what it refused before goes in now. */
  async #retry(): Promise<void> {
    for (const id of this.#unsaved) {
      const sheet = this.#known.get(id);
      const isDone = await this.#attempt((db) => changeOne(db, id, () => sheet).then(() => true));
      if (!isDone) return;
      this.#unsaved.delete(id);
      this.#arrived(id);
    }
  }

  /** The database has it now. */
  #arrived(id: string): void {
    this.#stored.add(id);
    this.#announce([id]);
  }

  /** Deletes these records; false when the database still holds one. */
  async #takeOut(ids: string[]): Promise<boolean> {
    const isDone = await this.#attempt((db) => removeSome(db, ids).then(() => true));
    if (isDone) ids.forEach((id) => this.#stored.delete(id));
    return !ids.some((id) => this.#stored.has(id));
  }

  #forget(ids: string[]): void {
    for (const id of ids) {
      this.#known.delete(id);
      this.#unsaved.delete(id);
      this.#visit.sheets.delete(id);
    }
  }

  #forgetAll(): void {
    this.#known.clear();
    this.#unsaved.clear();
    this.#visit.sheets.clear();
    forget(this.site);
    this.#visit.save();
  }

  async #moveToVisit(mine: (sheets: Sheet[]) => Sheet[]): Promise<boolean> {
    await this.#refresh();
    const sheets = mine([...this.#known.values()]);
    // Before they leave the database: a tab may be closed at any moment.
    if (!this.#visit.begin(sheets)) return false;
    const ids = sheets.map(({ id }) => id);
    for (const id of ids) {
      this.#known.delete(id);
      this.#unsaved.delete(id);
    }
    const isDone = await this.#takeOut(ids);
    if (isDone) this.#announce(ids);
    return isDone;
  }

  async #moveToDatabase(): Promise<boolean> {
    const sheets = [...this.#visit.sheets.values()];
    for (const sheet of sheets) {
      // Another tab may have written there meanwhile.
      const outcome = await this.#attempt((db) =>
        changeOne(db, sheet.id, (stored) => joined(stored, sheet))
      );
      if (!outcome) continue; // It is safer where it is than in memory.
      this.#forget([sheet.id]);
      this.#known.set(sheet.id, outcome);
      this.#arrived(sheet.id);
    }
    return sheets.every(({ id }) => this.#known.has(id));
  }
}
