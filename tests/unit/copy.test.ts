/** A copy as a file (`copy.ts`): what it holds, what is read of it, and what it changes here. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import {
  type Content,
  joined,
  makeCopy,
  previewMerge,
  readCopy,
} from "../../hooks/rapport/browser/copy.ts";
import { shareable } from "../../hooks/rapport/browser/link/payload.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import * as arbitraries from "./arbitraries.ts";
import { answered, NOON } from "./questionnaire.ts";

const { sheet: base } = answered([1]);
const SEEN = { ask: "?", label: "!", shape: "five" };
const TEXT = { ask: "Why?", label: "", shape: "text" };

/** A sheet changed on that day of March. */
function made(id: string, day: number, more: Partial<Sheet> = {}): Sheet {
  const time = `2026-03-0${day}T12:00:00Z`;
  return { ...base, id, started: time, changed: time, ...more };
}

function textOf(content: unknown): string {
  return JSON.stringify(content);
}

function fates(existing: Sheet[], incoming: Sheet[]): Record<string, string[]> {
  const preview = previewMerge(existing, incoming);
  const named = Object.entries(preview).map(([fate, all]) => [
    fate,
    all.map((each: { id?: string; reason?: string }) => each.id ?? each.reason),
  ]);
  return Object.fromEntries(named.filter(([, all]) => all!.length > 0));
}

Deno.test("A copy says which site it is of and when, and what was damaged only if there is any.", () => {
  const aside = { id: "aside:X", reason: "object" as const, record: 7 };
  equal(Object.keys(makeCopy([base], [], "hr", NOON)), ["format", "site", "saved", "sheets"]);
  equal(makeCopy([], [aside], "hr", NOON), {
    format: 1,
    site: "hr",
    saved: "2026-03-01T12:00:00Z",
    sheets: [],
    damaged: [aside],
  });
});

Deno.test("What goes into a copy comes out of it, whatever somebody wrote.", () => {
  fc.assert(
    fc.property(fc.array(arbitraries.sheet, { minLength: 1, maxLength: 4 }), (sheets) => {
      const text = JSON.stringify(makeCopy(sheets, [], "hr", NOON), null, 2);
      equal(readCopy(text), { site: "hr", saved: "2026-03-01", sheets, refused: [] });
    }),
    { numRuns: 50 },
  );
});

Deno.test("A copy of an earlier version of this site opens.", () => {
  const old = { format: 1, saved: "2026-03-01T12:00:00Z", sheets: [base] };
  equal(readCopy(textOf(old)), { site: "", saved: "2026-03-01", sheets: [base], refused: [] });
});

const UNREADABLE: Record<string, [text: string, reason: string]> = {
  "a letter": ["Dear diary", "not_json"],
  "half a copy": [textOf(makeCopy([base], [], "hr", NOON)).slice(0, -9), "not_json"],
  "nothing": ["", "not_json"],
  "another program's JSON": ['{"version": 3, "sheets": {}}', "foreign"],
  "a list": ["[]", "foreign"],
  "null": ["null", "foreign"],
  "no format": [textOf({ sheets: [base] }), "foreign"],
  "no sheets": [textOf({ format: 1 }), "foreign"],
  "format zero": [textOf({ format: 0, sheets: [base] }), "foreign"],
  "a later format": [textOf({ format: 2, sheets: [base] }), "newer"],
  "a third person's counts": [textOf({ format: 1, merged: 5, sheets: [base] }), "counts"],
  "no answers at all": [textOf(makeCopy([], [], "hr", NOON)), "empty"],
  "brackets without an end": ["[".repeat(1_000_000), "not_json"],
  "more than any copy": [" ".repeat(64 * 1024 * 1024 + 1), "large"],
};

for (const [name, [text, unreadable]] of Object.entries(UNREADABLE)) {
  Deno.test(`A file is refused as a whole, with the reason: ${name}.`, () => {
    equal(readCopy(text), { unreadable });
  });
}

Deno.test("Damaged entries are named and counted, and the good ones are taken.", () => {
  const later = { ...base, format: 2 };
  const many = { ...base, answers: "many" };
  const deep = { ...base, extra: JSON.parse("[".repeat(40) + "]".repeat(40)) };
  const content = readCopy(textOf({ format: 1, sheets: [later, base, many, 7, deep, null] }));
  const known = { assessment: "serving-heart", changed: "2026-03-01" };
  const unknown = { reason: "damaged", assessment: "", changed: "" };
  equal((content as Content).sheets, [base]);
  equal((content as Content).refused, [
    { reason: "newer", ...known },
    { reason: "damaged", ...known },
    unknown,
    { reason: "damaged", ...known },
    unknown,
  ]);
});

Deno.test("What was damaged elsewhere is taken where it can be read.", () => {
  const damaged = [{ id: "aside:1", reason: "newer", record: base }, { record: 7 }, 8];
  const content = readCopy(textOf({ format: 1, sheets: [], damaged })) as Content;
  equal([content.sheets, content.refused.length], [[base], 2]);
});

Deno.test("Whatever a file says of itself, reading gives sheets or reasons and never throws.", () => {
  const entry = fc.oneof(fc.anything(), fc.record({ format: fc.constant(1), id: fc.string() }));
  fc.assert(
    fc.property(fc.array(entry), fc.anything(), fc.anything(), (sheets, saved, site) => {
      const content = readCopy(textOf({ format: 1, sheets, saved, site, damaged: sheets }) ?? "");
      ok("unreadable" in content || content.sheets.length === 0);
    }),
  );
});

Deno.test("A file adds what is missing, replaces what is older, and leaves the rest.", () => {
  const here = [made("000001", 1), made("000002", 5), made("000003", 3)];
  const file = [made("000009", 1), made("000001", 2), made("000002", 4), made("000003", 3)];
  equal(fates(here, file), {
    added: ["000009"],
    newer: ["000001"],
    same: ["000003"],
    older: ["000002"],
  });
});

Deno.test("A sheet changed in the same second stays as it is here.", () => {
  const [here, other] = ["mine", "other"].map((notes) => made("000001", 1, { notes }));
  equal(fates([here!], [other!]), { older: ["000001"] });
});

Deno.test("Of two versions in one file the later is taken, whatever their order.", () => {
  const [first, last] = [made("000001", 1), made("000001", 2)];
  for (const file of [[first, last], [last, first]]) {
    equal(previewMerge([], file), {
      added: [last],
      newer: [],
      same: [],
      older: [first],
      refused: [],
    });
  }
});

Deno.test("Nobody's answers become somebody else's by a mark.", () => {
  const mine = made("000001", 1);
  for (
    const other of [
      made("000001", 2, { origin: "received" }),
      made("000001", 2, { assessment: "marriage" }),
      made("000001", 2, { form: "customer" }),
    ]
  ) {
    equal(fates([mine], [other]), { refused: ["clash"] });
    equal(fates([other], [mine]), { refused: ["clash"] });
  }
});

Deno.test("Bringing the same file back once more changes nothing.", () => {
  fc.assert(
    fc.property(fc.array(arbitraries.sheet), fc.array(arbitraries.sheet), (here, file) => {
      const { added, newer } = previewMerge(here, file);
      const after = new Map([...here, ...newer, ...added].map((sheet) => [sheet.id, sheet]));
      const again = previewMerge([...after.values()], file);
      equal([again.added, again.newer], [[], []]);
    }),
    { numRuns: 50 },
  );
});

Deno.test("What a link had left out comes back with the copy, and stays under later answers.", () => {
  const whole = made("000001", 1, {
    subject: "Bakery",
    answers: { a1: 1, why: "Because" },
    seen: { a1: SEEN, why: TEXT },
    commitments: [{ id: "c", text: "Ask", by: "2026-05-01" }],
  });
  const shared = shareable(whole, false);
  equal(joined(shared, whole), whole);
  equal(joined(whole, shared), whole);
  const later = { ...shared, changed: "2026-03-05T12:00:00Z", answers: { a1: 4 } };
  for (const outcome of [joined(whole, later), joined(later, whole)]) {
    equal(outcome, { ...whole, changed: later.changed, answers: { a1: 4, why: "Because" } });
  }
  equal(fates([later], [whole]), { newer: ["000001"] });
});

Deno.test("A later sheet brings what it has, and takes nothing away.", () => {
  const [old, fresh] = ["Ask", "Ask twice"].map((text) => ({ id: "c", text, by: "2026-05-01" }));
  const other = { id: "d", text: "Look", by: "2026-05-02" };
  const before = made("000001", 1, {
    subject: "Bakery",
    notes: "Mine",
    finished: "2026-03-01T12:00:00Z",
    answers: { a1: 1, why: "hello" },
    seen: { a1: SEEN, why: TEXT },
    commitments: [old!, other],
  });
  const after = made("000001", 2, {
    answers: { a1: 2, a2: 3 },
    seen: { a1: { ...SEEN, label: "Often" }, a2: SEEN },
    commitments: [fresh!],
  });
  for (const outcome of [joined(before, after), joined(after, before)]) {
    equal(outcome, {
      ...before,
      ...after,
      answers: { a1: 2, a2: 3, why: "hello" },
      seen: { ...after.seen, why: TEXT },
      commitments: [other, fresh],
    });
  }
});

Deno.test("The words of an answer are never those that were seen with another.", () => {
  const before = made("000001", 1, { answers: { a1: 1 }, seen: { a1: SEEN } });
  const after = made("000001", 2, { answers: { a1: 2 }, seen: {} });
  equal(joined(before, after), after);
});

/** One sheet at any time: another day, other answers, other commitments. */
const state = fc.record({
  sheet: arbitraries.sheet,
  day: fc.integer({ min: 1, max: 9 }),
  mark: fc.constantFrom("c", "d", "e"),
  more: fc.record({ subject: fc.string(), notes: fc.string() }, { requiredKeys: [] }),
}).map(({ sheet, day, mark, more }): Sheet => ({
  ...made("000001", day, { ...more, answers: sheet.answers, seen: sheet.seen }),
  commitments: sheet.commitments.map((each) => ({ ...each, id: mark })),
}));

/** The names of everything in a sheet. */
const keysOf = (sheet: Sheet): string[] =>
  [
    ...Object.keys(sheet),
    ...Object.keys(sheet.answers).map((key) => `answer ${key}`),
    ...Object.keys(sheet.seen).map((key) => `seen ${key}`),
    ...sheet.commitments.map(({ id }) => `commitment ${id}`),
  ].sort();

Deno.test("Of two states of a sheet nothing is lost, and the later stands where both have it.", () => {
  fc.assert(fc.property(state, state, (here, other) => {
    const both = joined(here, other);
    equal(keysOf(both), [...new Set([...keysOf(here), ...keysOf(other)])].sort());
    const [late, early] = other.changed > here.changed ? [other, here] : [here, other];
    for (const id of Object.keys(both.answers)) {
      const from = Object.hasOwn(late.answers, id) ? late : early;
      equal([both.answers[id], both.seen[id]], [from.answers[id], from.seen[id]]);
    }
    for (const each of both.commitments) {
      const stands = late.commitments.find(({ id }) => id === each.id);
      equal(each, stands ?? early.commitments.find(({ id }) => id === each.id));
    }
  }));
});

Deno.test("Joined once more, or in another order, the same things are in a sheet.", () => {
  fc.assert(fc.property(state, state, state, (here, one, two) => {
    const both = joined(here, one);
    ok(joined(both, one) === both && joined(both, here) === both);
    equal(keysOf(joined(both, two)), keysOf(joined(joined(here, two), one)));
  }));
});
