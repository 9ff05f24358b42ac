/** The browser's storage for the tests, and the ways in which it can fail. */

import "fake-indexeddb/auto";
import { createStore, setMany, values } from "idb-keyval";
import { answer, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { openStore, type Store } from "../../hooks/rapport/browser/store.ts";
import { answered, NOON, question } from "./questionnaire.ts";

const { sheet: base } = answered([1]);
export const one: Sheet = { ...base, id: "000001" };
export const two: Sheet = { ...base, id: "000002" };

export const put = (store: Store, sheet: Sheet) => store.change(sheet.id, () => sheet);
export const ids = async (store: Store) => (await store.all()).map(({ id }) => id).sort();

/** An answer to a question of that name. */
export const give = (id: string, value: number) => (sheet: Sheet | undefined) =>
  answer(sheet ?? one, question(id), value, NOON);

let count = 0;

/** A site of its own for each test, with as many tabs as it opens. */
export async function withSite(
  work: (open: () => Promise<Store>, name: string) => Promise<void>,
): Promise<void> {
  const site = `site-${++count}`;
  const stores: Store[] = [];
  const open = async () => {
    const store = await openStore(site);
    stores.push(store);
    return store;
  };
  try {
    await work(open, `rapport-${site}`);
  } finally {
    await Promise.all(stores.map((store) => store.close()));
    sessionStorage.clear();
  }
}

/** Runs `work` while a method of the browser does something else. */
export async function while_<T>(
  owner: object,
  name: string,
  instead: (...args: unknown[]) => unknown,
  work: () => Promise<T>,
): Promise<T> {
  const method = Object.getOwnPropertyDescriptor(owner, name)!;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value: instead });
  try {
    return await work();
  } finally {
    Object.defineProperty(owner, name, method);
  }
}

/** Runs `work` in a hurry: whoever waits for seconds waits for moments. */
export function impatient<T>(work: () => Promise<T>): Promise<T> {
  const real = setTimeout;
  const hurried = (...[call, delay = 0]: unknown[]) =>
    real(call as () => void, delay as number < 1000 ? delay as number : 30);
  return while_(globalThis, "setTimeout", hurried, work);
}

/** What the browser throws when the disk is full. */
export function quota(): never {
  throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
}

/** Writes records as they are, past everything that checks them. */
export async function plant(name: string, ...records: object[]): Promise<void> {
  const entries = records.map((record) =>
    [Reflect.get(record, "id"), record] as [IDBValidKey, object]
  );
  await setMany(entries, createStore(name, "sheets"));
}

/** The records in the database, as they are. */
export async function records(name: string): Promise<unknown[]> {
  return await values(createStore(name, "sheets"));
}
