/** Reading what may be a sheet (`reading.ts`). */

import { deepStrictEqual as equal, notStrictEqual, ok } from "node:assert";
import fc from "fast-check";
import { readSheet } from "../../hooks/rapport/browser/reading.ts";
import { own } from "../../hooks/rapport/browser/sheet.ts";
import * as arbitraries from "./arbitraries.ts";
import { answered, question, sheetOf } from "./questionnaire.ts";

const { sheet: good, plan, form } = answered([1, 2], [3, 4]);

/** A sheet's JSON with one thing in it replaced, read back. */
function readWith(parts: Record<string, unknown>) {
  return readSheet({ ...good, ...parts });
}

const FAULTS: [string, Record<string, unknown>][] = [
  ["newer", { format: 2 }],
  ["newer", { format: 1.5 }],
  ["format", { format: "1" }],
  ["format", { format: 0 }],
  ["id", { id: "12345" }],
  ["id", { id: "00000I" }],
  ["id", { id: 123456 }],
  ["assessment", { assessment: "Serving Heart" }],
  ["assessment", { assessment: "a".repeat(41) }],
  ["form", { form: "" }],
  ["edition", { edition: 7 }],
  ["origin", { origin: "stolen" }],
  ["subject", { subject: { name: "x" } }],
  ["subject", { subject: "x".repeat(201) }],
  ["time", { started: "yesterday" }],
  ["time", { changed: "2026-13-41T12:00:00Z" }],
  ["time", { finished: 1 }],
  ["answers", { answers: [] }],
  ["answers", { answers: { a1: [1] } }],
  ["answers", { answers: { a1: true } }],
  ["answers", { answers: { a1: { at: 1, trend: "sideways" } } }],
  ["answers", { answers: { a1: { item: "maybe" } } }],
  ["answers", { answers: { a1: "x".repeat(20_001) } }],
  ["answers", { answers: { ["x".repeat(101)]: 1 } }],
  ["seen", { seen: null }],
  ["seen", { seen: { a1: { ask: "?", label: 4, shape: "s" } } }],
  ["notes", { notes: ["x"] }],
  ["commitments", { commitments: {} }],
  ["commitments", { commitments: [{ id: "c", text: "x", by: "soon" }] }],
  ["commitments", { commitments: [{ id: "c", text: "x", by: "2026-01-01", outcome: "?" }] }],
  ["commitments", { commitments: [{ id: "c", text: "x", by: "2026-01-01", cue: 1 }] }],
  ["commitments", { commitments: [{ id: "c", text: "x", by: "2026-01-01", chosen: "now" }] }],
];

for (const [fault, parts] of FAULTS) {
  const written = JSON.stringify(parts).slice(0, 60);
  Deno.test(`A sheet with ${written} is damaged at "${fault}".`, () => {
    equal(readWith(parts), { damaged: fault });
  });
}

Deno.test("What is no object at all is damaged.", () => {
  for (const value of [undefined, null, 0, "", "sheet", true, [], [good], () => 1, 10n]) {
    equal(readSheet(value), { damaged: "object" });
  }
});

Deno.test("A sheet as a later minor version writes it is kept with all it has.", () => {
  const later = {
    ...good,
    mood: { colour: ["blue"] },
    answers: { ...good.answers, a1: { at: 1, sure: "quite" } },
    seen: { ...good.seen, a1: { ...good.seen["a1"], language: "de" } },
  };
  equal(readSheet(later), later);
});

Deno.test("Garbage nested deeper than any sheet is refused before it overflows anything.", () => {
  for (const levels of [20, 50_000]) {
    let deep: unknown = 1;
    for (let level = 0; level < levels; level++) deep = [deep];
    equal(readWith({ extra: deep }), { damaged: "object" });
  }
});

Deno.test("A value that contains itself is refused.", () => {
  const round: Record<string, unknown> = { ...good };
  round.self = round;
  equal(readSheet(round), { damaged: "object" });
});

Deno.test("A value whose properties throw is refused.", () => {
  const trap = {
    get format(): number {
      throw new Error("trap");
    },
  };
  equal(readSheet(trap), { damaged: "object" });
});

Deno.test("A sheet larger than any person writes is refused.", () => {
  equal(readWith({ extra: "x".repeat(1_000_000) }), { damaged: "size" });
});

Deno.test("Numbers that JSON cannot hold are refused, not turned into something else.", () => {
  for (const value of [NaN, Infinity]) {
    equal(readWith({ answers: { a1: value } }), { damaged: "object" });
  }
});

Deno.test("What is read shares nothing with what it was read from.", () => {
  const read = readSheet(good);
  ok(!("damaged" in read));
  notStrictEqual(read.answers, good.answers);
});

Deno.test("An answer to a question called __proto__ survives JSON and changes no prototype.", () => {
  const sheet = sheetOf(plan, form, [[question("__proto__"), 3], [question("constructor"), 4]]);
  const read = readSheet(JSON.parse(JSON.stringify(sheet)));
  ok(!("damaged" in read));
  equal([own(read.answers, "__proto__"), own(read.answers, "constructor")], [3, 4]);
  equal(Object.getPrototypeOf(read.answers), Object.prototype);
});

Deno.test("Any sheet a reader can make survives JSON.", () => {
  fc.assert(fc.property(arbitraries.sheet, (sheet) => {
    equal(readSheet(JSON.parse(JSON.stringify(sheet))), sheet);
  }));
});

Deno.test("Reading any value ends in a sheet or the name of a fault, never in an error.", () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  fc.assert(fc.property(anything, fc.constantFrom(...Object.keys(good)), (value, key) => {
    for (const read of [readSheet(value), readWith({ [key]: value })]) {
      ok("damaged" in read ? typeof read.damaged === "string" : "answers" in read);
    }
  }));
});
