/** Deleting everything of a site (`Store.clear`), whatever there is. */

import { deepStrictEqual as equal } from "node:assert";
import { promisifyRequest } from "idb-keyval";
import { prefix, recall, remember } from "../../hooks/rapport/browser/preferences.ts";
import {
  ids,
  impatient,
  one,
  plant,
  put,
  quota,
  records,
  two,
  while_,
  withSite,
} from "./browser.ts";

/** A database of the site's name that another program has made, and holds until it is closed. */
async function foreign(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 7);
  opening.onupgradeneeded = () => opening.result.createObjectStore("things").put("secret", 1);
  return await promisifyRequest(opening);
}

Deno.test("Sheets, garbage and records of a later format are all gone.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await plant(name, { ...two, format: 2 }, { id: 7, junk: [] }, { id: "aside:X" });
    equal(await store.clear(), true);
    equal([await records(name), await store.all(), await store.aside(true)], [[], [], []]);
    await put(store, two);
    equal([await ids(await open()), store.kept], [["000002"], "browser"]);
  }));

Deno.test("A database that another program made is emptied, and answers are kept again.", () =>
  withSite(async (open, name) => {
    (await foreign(name)).close();
    const store = await open();
    equal(store.kept, "nothing");
    equal(await store.clear(), true);
    await put(store, one);
    equal([await records(name), store.kept], [[one], "browser"]);
  }));

Deno.test("This visit's answers go as well, and a shared computer stays shared.", () =>
  withSite(async (open) => {
    const store = await open();
    await store.share(true);
    await put(store, one);
    equal(store.shared, ["000001"]);
    equal([await store.clear(), await store.all(), store.shared], [true, [], []]);
    equal(await (await open()).all(), []);
  }));

Deno.test("Preferences go, and those of other sites stay.", () =>
  withSite(async (open, name) => {
    localStorage.clear();
    localStorage.setItem(`${name}:step`, "on");
    sessionStorage.setItem(`${name}:customer-x`, "000001");
    const others = [`${name}-hr:step`, `${name}-hr`];
    for (const other of others) {
      localStorage.setItem(other, "on");
      sessionStorage.setItem(other, "on");
    }
    await (await open()).clear();
    equal([Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort()], [
      others.toSorted(),
      others.toSorted(),
    ]);
    localStorage.clear();
  }));

Deno.test("Other tabs let go of what they hold, also of what they could not write.", () =>
  withSite(async (open) => {
    const [here, there] = [await open(), await open()];
    await put(here, one);
    await while_(IDBObjectStore.prototype, "put", quota, () => put(there, two));
    equal(await ids(there), ["000001", "000002"]);
    const heard = new Promise((resolve) => there.onChange(resolve));
    await here.clear();
    equal([await heard, await ids(there), there.kept], [undefined, [], "browser"]);
  }));

Deno.test("Other tabs forget what they remember of the visit.", () =>
  withSite(async (open) => {
    const [here, there] = [await open(), await open()];
    const heard = new Promise((resolve) => there.onChange(resolve));
    remember(there.site, "step", "on");
    await here.clear();
    // In a browser each tab has a session storage of its own; here they have one.
    sessionStorage.setItem(`${prefix(there.site)}customer-x`, "000001");
    await heard;
    equal([recall(there.site, "step"), sessionStorage.length], ["", 0]);
  }));

Deno.test("A program that does not let its database go cannot hold anything up.", () =>
  withSite(async (open, name) => {
    const held = await foreign(name);
    const store = await open();
    equal(await store.clear(), true);
    const things = held.transaction("things").objectStore("things");
    equal(await promisifyRequest(things.count()), 0);
    held.close();
    await put(store, one);
    equal([await records(name), store.kept], [[one], "browser"]);
  }));

Deno.test("A browser that does not answer has refused, and the next thing goes on.", () =>
  withSite(async (open) => {
    const store = await open();
    await put(store, one);
    await impatient(() =>
      while_(IDBFactory.prototype, "open", () => new EventTarget(), async () => {
        equal(await store.clear(), false);
      })
    );
    equal(await ids(store), ["000001"]);
  }));

Deno.test("Where the browser refuses, that is said.", () =>
  withSite(async (open) => {
    const store = await open();
    await put(store, one);
    await while_(IDBFactory.prototype, "open", quota, async () => {
      equal(await store.clear(), false);
    });
    equal(await ids(store), ["000001"]);
  }));

Deno.test("A copy can have what a later version wrote, which is no damage.", () =>
  withSite(async (open, name) => {
    const later = { ...two, format: 2 };
    const store = await open();
    await plant(name, later);
    equal(await store.aside(), []);
    equal(await store.aside(true), [{ id: "000002", reason: "newer", record: later }]);
  }));

Deno.test("The browser is asked to keep its storage, but not for a visit, and may refuse.", () =>
  withSite(async (open) => {
    const store = await open();
    let asked = 0;
    const persist = () => {
      asked += 1;
      return Promise.reject(new TypeError("No"));
    };
    Object.defineProperty(navigator, "storage", { configurable: true, value: { persist } });
    store.persist();
    await store.share(true);
    store.persist();
    Reflect.deleteProperty(navigator, "storage");
    equal(asked, 1);
    store.persist();
  }));
