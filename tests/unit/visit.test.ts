/** "I share this computer": keeping sheets for one visit (`visit.ts`, through the store). */

import { deepStrictEqual as equal } from "node:assert";
import { answer, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { give, ids, one, plant, put, quota, records, two, while_, withSite } from "./browser.ts";
import { LATER, question } from "./questionnaire.ts";

/** The sheets that are `one`. */
const firstOf = (sheets: Sheet[]) => sheets.filter(({ id }) => id === one.id);

Deno.test("On a shared computer sheets leave the database for this visit, and come back.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await put(store, two);
    equal([await store.share(true, firstOf), store.kept], [true, "visit"]);
    equal([await ids(store), await records(name)], [["000001", "000002"], [two]]);
    equal([store.keptOf("000001"), store.keptOf("000002")], ["visit", "browser"]);
    await store.change("000001", give("b1", 5));
    equal(await records(name), [two]);
    equal([await store.share(false), store.keptOf("000001")], [true, "browser"]);
    equal((await records(name)).length, 2);
    equal(sessionStorage.length, 0);
  }));

Deno.test("What is begun on a shared computer never reaches the database.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await store.share(true);
    await put(store, one);
    equal([await records(name), await (await open()).all()], [[], [one]]);
    equal([await store.remove(["000001"]), await store.all()], [true, []]);
  }));

Deno.test("An answer given while sharing begins does not stay behind.", () =>
  withSite(async (open, name) => {
    const store = await open();
    const [, isDone] = await Promise.all([put(store, one), store.share(true, firstOf)]);
    equal([isDone, store.keptOf("000001"), await records(name)], [true, "visit", []]);
  }));

Deno.test("A visit that the browser refuses to keep is not called kept.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await while_(Storage.prototype, "setItem", quota, async () => {
      equal(await store.share(true), true);
      await put(store, one);
      equal([store.kept, await store.all(), await records(name)], ["nothing", [one], []]);
    });
  }));

Deno.test("What a visit has no room for stays in the database, and sharing does not begin.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await while_(Storage.prototype, "setItem", quota, async () => {
      equal(await store.share(true, firstOf), false);
      equal([store.shared, store.keptOf("000001"), await records(name)], [
        undefined,
        "browser",
        [one],
      ]);
    });
    equal([await ids(await open()), sessionStorage.length], [["000001"], 0]);
  }));

Deno.test("A visit that is on stays on, with what it has, where there is no room for more.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await store.share(true);
    await put(store, two);
    await while_(Storage.prototype, "setItem", quota, () => store.share(true, firstOf));
    equal([store.shared, await records(name)], [["000002"], [one]]);
  }));

Deno.test("Back in the database, nothing that another tab wrote there is lost.", () =>
  withSite(async (open, name) => {
    const store = await open();
    await put(store, one);
    await store.share(true, firstOf);
    const written = answer(one, question("b2"), 4, LATER);
    await plant(name, written);
    equal(await store.share(false), true);
    equal([await records(name), await store.all()], [[written], [written]]);
  }));

Deno.test("Garbage in the visit's storage is an empty visit.", () =>
  withSite(async (open, name) => {
    for (const garbage of ["{", "7", '{"sheets":3}', '{"isOn":1,"sheets":[{"id":1},null]}']) {
      sessionStorage.setItem(name, garbage);
      const store = await open();
      equal([await store.all(), store.kept], [[], "browser"], garbage);
    }
  }));
