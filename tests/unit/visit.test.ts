/** "I share this computer": keeping sheets for one visit (`visit.ts`, through the store). */

import { deepStrictEqual as equal } from "node:assert";
import { give, ids, one, put, quota, records, two, while_, withSite } from "./browser.ts";

Deno.test("On a shared computer sheets leave the database for this visit, and come back.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await put(store, two);
    equal([await store.share(true, ["000001"]), store.kept], [true, "visit"]);
    equal([await ids(store), await records(name)], [["000001", "000002"], [two]]);
    equal([store.keptOf("000001"), store.keptOf("000002")], ["visit", "browser"]);
    await store.change("000001", give("b1", 5));
    equal(await records(name), [two]);
    equal([await store.share(false, []), store.keptOf("000001")], [true, "browser"]);
    equal((await records(name)).length, 2);
    equal(sessionStorage.length, 0);
  }));

Deno.test("What is begun on a shared computer never reaches the database.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await store.share(true, []);
    await put(store, one);
    equal([await records(name), await (await open()).all()], [[], [one]]);
    equal([await store.remove(["000001"]), await store.all()], [true, []]);
  }));

Deno.test("A visit that the browser refuses to keep is not called kept.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await while_(Storage.prototype, "setItem", quota, async () => {
      await store.share(true, ["000001"]);
      equal([store.kept, await store.all(), await records(name)], ["nothing", [one], []]);
    });
  }));

Deno.test("Garbage in the visit's storage is an empty visit.", () =>
  withSite(async (open, name) => {
    for (const garbage of ["{", "7", '{"sheets":3}', '{"isOn":1,"sheets":[{"id":1},null]}']) {
      sessionStorage.setItem(name, garbage);
      const store = await open();
      equal([await store.all(), store.kept], [[], "browser"], garbage);
    }
  }));
