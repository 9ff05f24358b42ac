/** Keeping sheets (`store.ts`), in an IndexedDB that behaves and in ones that do not. */

import { deepStrictEqual as equal, ok, rejects } from "node:assert";
import fc from "fast-check";
import { forceCloseDatabase } from "fake-indexeddb";
import { own } from "../../hooks/rapport/browser/sheet.ts";
import type { Store } from "../../hooks/rapport/browser/store.ts";
import * as arbitraries from "./arbitraries.ts";
import {
  give,
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

/** The next thing that another tab reports. */
function heard(store: Store): Promise<string[] | undefined> {
  return new Promise((resolve) => store.onChange(resolve));
}

/** A tab, and what ends its connection, as when somebody clears the site's data in the settings. */
async function closable(open: () => Promise<Store>): Promise<[Store, () => void]> {
  const opened: IDBDatabase[] = [];
  const real = indexedDB.open.bind(indexedDB);
  const spied = (...args: unknown[]) => {
    const request = real(args[0] as string);
    request.addEventListener("success", () => opened.push(request.result));
    return request;
  };
  const store = await while_(IDBFactory.prototype, "open", spied, open);
  return [store, () => forceCloseDatabase(opened[0] as unknown as typeof IDBDatabase)];
}

Deno.test("A sheet that was kept is there in the next visit.", () =>
  withSite(async (open) => {
    equal(await put(await open(), one), one);
    const next = await open();
    equal([await next.all(), next.kept], [[one], "browser"]);
  }));

Deno.test("A change sees what is kept and gives what is kept now; nothing deletes.", () =>
  withSite(async (open) => {
    const store = await open();
    equal(await store.change("000001", (sheet) => sheet), undefined);
    await put(store, one);
    const changed = await store.change("000001", give("b1", 5));
    equal(changed?.answers, { a1: 1, b1: 5 });
    await store.change("000001", () => undefined);
    equal(await store.all(), []);
  }));

Deno.test("Sites keep their sheets apart.", () =>
  withSite(async (open) => {
    await put(await open(), one);
    await withSite(async (other) => equal(await (await other()).all(), []));
  }));

Deno.test("Two tabs answering at once lose nothing.", () =>
  withSite(async (open) => {
    const tabs = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => tabs[n % 2]!.change("000001", give(`q${n}`, 3))),
    );
    equal(Object.keys((await tabs[0]!.all())[0]!.answers).length, 21);
  }));

Deno.test("Other tabs hear which sheet changed, and the tab itself does not.", () =>
  withSite(async (open) => {
    const [here, there] = [await open(), await open()];
    const echoes: unknown[] = [];
    here.onChange((ids) => echoes.push(ids));
    const first = heard(there);
    await put(here, one);
    equal(await first, ["000001"]);
    const answered = heard(here);
    await put(there, two);
    equal([await answered, echoes], [["000002"], [["000002"]]]);
  }));

Deno.test("A listener that has ended hears no more.", () =>
  withSite(async (open) => {
    const [here, there] = [await open(), await open()];
    const late: unknown[] = [];
    there.onChange((ids) => late.push(ids))();
    const next = heard(there);
    await put(here, one);
    await next;
    equal(late, []);
  }));

Deno.test("Damaged records are set aside, once, and the good ones stay.", () =>
  withSite(async (open, name) => {
    await put(await open(), one);
    const damaged = { format: { id: 7, junk: [] }, answers: { ...two, answers: 3 } };
    await plant(name, ...Object.values(damaged));
    const store = await open();
    equal(await ids(store), ["000001"]);
    equal(await ids(store), ["000001"]);
    const aside = (await store.aside()).map(({ reason, record }) => [reason, record]);
    equal(Object.fromEntries(aside), damaged);
    equal(aside.length, 2);
  }));

Deno.test("A sheet found damaged while it is changed is set aside and begun afresh.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await plant(name, { ...one, answers: 3 });
    equal(await store.change("000001", (sheet) => sheet ?? one), one);
    equal((await store.aside()).map(({ reason }) => reason), ["answers"]);
  }));

Deno.test("A sheet of a later format is neither shown nor touched.", () =>
  withSite(async (open, name) => {
    const later = { ...two, format: 2 };
    await (await open()).all();
    await plant(name, later);
    const store = await open();
    equal(await store.all(), []);
    await put(store, two);
    equal([await records(name), await store.aside(), store.kept], [[later], [], "nothing"]);
  }));

Deno.test("Deleted sheets are gone for every tab.", () =>
  withSite(async (open) => {
    const [here, there] = [await open(), await open()];
    await put(here, one);
    await put(here, two);
    equal(await ids(there), ["000001", "000002"]);
    const next = heard(there);
    equal(await here.remove(["000001", "unknown"]), true);
    await next;
    equal([await ids(here), await ids(there)], [["000002"], ["000002"]]);
  }));

Deno.test("What one tab deletes does not come back from what another could not write.", () =>
  withSite(async (open, name) => {
    const [here, there] = [await open(), await open()];
    await put(here, one);
    await there.all();
    await while_(
      IDBObjectStore.prototype,
      "put",
      quota,
      () => there.change("000001", give("b1", 5)),
    );
    const next = heard(there);
    await here.remove(["000001"]);
    equal(await next, ["000001"]);
    await put(there, two);
    equal([await records(name), await ids(there)], [[two], ["000002"]]);
  }));

Deno.test("What one tab deletes is gone from a tab that was made as its double.", () =>
  withSite(async (open, name) => {
    const here = await open();
    await here.share(true);
    await put(here, one);
    const there = await open();
    const next = heard(there);
    await here.remove(["000001"]);
    await next;
    await there.share(false);
    equal([await there.all(), await records(name)], [[], []]);
  }));

Deno.test("Nothing is called deleted while the browser holds an older version of it.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await while_(IDBObjectStore.prototype, "put", quota, async () => {
      await store.change("000001", give("b1", 5));
      await while_(IDBObjectStore.prototype, "delete", quota, async () => {
        equal([await store.remove(["000001"]), await records(name)], [false, [one]]);
      });
    });
    equal([await store.remove(["000001"]), await records(name)], [true, []]);
  }));

Deno.test("What was set aside is not called deleted where the browser refuses.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await plant(name, { ...one, answers: 3 });
    await store.all();
    const aside = (await store.aside()).map(({ id }) => id);
    await while_(IDBObjectStore.prototype, "delete", quota, async () => {
      equal(await store.remove(aside), false);
    });
    equal([await store.remove(aside), await records(name)], [true, []]);
  }));

Deno.test("Without IndexedDB answering works, and nothing is kept.", () =>
  withSite(async (open) => {
    await while_(globalThis, "indexedDB", () => {}, async () => {
      const store = await open();
      equal(store.kept, "nothing");
      await store.change("000001", give("b1", 5));
      await store.change("000001", give("b2", 4));
      equal((await store.all())[0]?.answers, { a1: 1, b1: 5, b2: 4 });
      equal([await store.remove(["000001"]), await store.all()], [true, []]);
      equal(await store.aside(), []);
    });
  }));

Deno.test("After the browser closed the database, answers are kept again.", () =>
  withSite(async (open) => {
    const [store, close] = await closable(open);
    await put(store, one);
    close();
    await put(store, two);
    equal([store.kept, await (await open()).all()], ["browser", [one, two]]);
  }));

Deno.test("A database that could not be opened again is tried again, and never waited for.", () =>
  withSite(async (open, name) => {
    const [store, close] = await closable(open);
    await put(store, one);
    close();
    const silent = () => new EventTarget();
    await impatient(() => while_(IDBFactory.prototype, "open", silent, () => put(store, two)));
    equal([store.kept, await records(name)], ["nothing", [one]]);
    await store.change("000001", (sheet) => sheet);
    equal([store.kept, await records(name)], ["browser", [one, two]]);
  }));

Deno.test("When the disk is full the answer stays in the page, and nothing is called kept.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await while_(IDBObjectStore.prototype, "put", quota, async () => {
      const answers = [give("b1", 5), give("b2", 4)].map((change) =>
        store.change("000001", change)
      );
      await Promise.all(answers);
      equal((await store.all())[0]?.answers, { a1: 1, b1: 5, b2: 4 });
      equal([store.kept, await records(name)], ["nothing", [one]]);
    });
  }));

Deno.test("A second answer given while the first is refused does not lose it.", () =>
  withSite(async (open) => {
    const store = await open();
    await put(store, one);
    const real = IDBObjectStore.prototype.put;
    let isFirst = true;
    const refuseOnce = function (this: IDBObjectStore, ...args: unknown[]) {
      if (!isFirst) return real.apply(this, args as [unknown]);
      isFirst = false;
      return quota();
    };
    await while_(IDBObjectStore.prototype, "put", refuseOnce, async () => {
      const changes = [give("b1", 5), give("b2", 4)];
      await Promise.all(changes.map((change) => store.change("000001", change)));
    });
    equal((await (await open()).all())[0]?.answers, { a1: 1, b1: 5, b2: 4 });
  }));

Deno.test("When there is room again, what the disk refused is kept after all.", () =>
  withSite(async (open) => {
    const store = await open();
    await while_(IDBObjectStore.prototype, "put", quota, () => put(store, one));
    equal(store.kept, "nothing");
    await put(store, two);
    equal([store.kept, await ids(await open())], ["browser", ["000001", "000002"]]);
  }));

Deno.test("A change that throws is the caller's, and the store goes on.", () =>
  withSite(async (open) => {
    const store = await open();
    await rejects(
      store.change("000001", () => {
        throw new TypeError("mine");
      }),
      /mine/,
    );
    await put(store, one);
    equal(await store.all(), [one]);
  }));

Deno.test("Any sheet a reader can make survives storage, hostile question ids included.", () =>
  withSite(async (open) => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(arbitraries.sheet, async (sheet) => {
        await put(store, sheet);
        const found = (await store.all()).find(({ id }) => id === sheet.id);
        ok(found);
        equal(found, sheet);
        for (const id of Object.keys(sheet.answers)) {
          equal(own(found.answers, id), own(sheet.answers, id));
        }
        await store.remove([sheet.id]);
      }),
      { numRuns: 40 },
    );
  }));
