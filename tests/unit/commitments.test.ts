/** Which commitments are asked about (`asking.ts`), on which days, and how they are read back. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { isSettled, open, waiting } from "../../hooks/rapport/browser/commitments/asking.ts";
import {
  chosenOn as choose,
  kept,
  type Parts,
} from "../../hooks/rapport/browser/commitments/choosing.ts";
import { ahead, dayOf, isToCome } from "../../hooks/rapport/browser/commitments/days.ts";
import { dated, sentence } from "../../hooks/rapport/browser/commitments/sentence.ts";
import {
  amend,
  type Commitment,
  type Outcome,
  type Sheet,
} from "../../hooks/rapport/browser/sheet.ts";
import { speak } from "../../hooks/rapport/browser/words.ts";
import { answered, NOON } from "./questionnaire.ts";

const { sheet: empty } = answered([1]);
const say = speak({
  cue_begins: "if when whenever",
  if_then: "If {cue}, then: {text}",
  when_then: "{cue}: {text}",
  sentence_by: "{sentence} By {date}.",
}, "en-GB");

/** A sheet of long ago that has changed since, with commitments chosen on a day. */
function chosenOn(day: string, ...parts: Partial<Commitment>[]): Sheet {
  const commitments = parts.map((part, place) => ({
    id: `c${place}`,
    text: "Listen",
    by: "2026-03-08",
    chosen: day,
    ...part,
  }));
  const [started, changed] = ["2020-01-01T12:00:00Z", "2026-12-31T12:00:00Z"];
  return { ...empty, started, changed, commitments };
}

const ids = (found: { commitment: Commitment }[]) => found.map(({ commitment }) => commitment.id);

const DAYS: [name: string, part: Partial<Commitment>, today: string, isAsked: boolean][] = [
  ["on the day it was chosen", {}, "2026-03-01", false],
  ["on the next day", {}, "2026-03-02", true],
  ["on its date", {}, "2026-03-08", true],
  ["half a year after its date", {}, "2026-09-08", true],
  ["on the day it was chosen, when that is its date", { by: "2026-03-01" }, "2026-03-01", true],
  ["before the new date, as not yet done", { outcome: "not-yet" }, "2026-03-07", false],
  ["on the new date, as not yet done", { outcome: "not-yet" }, "2026-03-08", true],
  ["before the new date, as partly done", { outcome: "partly" }, "2026-03-07", false],
  ["on the new date, as partly done", { outcome: "partly" }, "2026-03-08", true],
  ["when it is done", { outcome: "done" }, "2026-09-08", false],
  ["when it was dropped", { outcome: "dropped" }, "2026-09-08", false],
];

for (const [name, part, today, isAsked] of DAYS) {
  Deno.test(`A commitment is ${isAsked ? "" : "not "}asked about ${name}.`, () => {
    equal(ids(open([chosenOn("2026-03-01", part)], today)), isAsked ? ["c0"] : []);
  });
}

Deno.test("A commitment that does not say when it was chosen was so when its sheet was begun.", () => {
  const { chosen: _, ...old } = chosenOn("2026-03-01", {}).commitments[0]!;
  const sheet = { ...chosenOn("2026-03-01"), started: "2026-03-01T12:00:00Z", commitments: [old] };
  equal(ids(open([sheet], "2026-03-01")), []);
  equal(ids(open([sheet], "2026-03-02")), ["c0"]);
});

Deno.test("Whoever has answered one question is still asked the other on that day.", () => {
  const sheet = chosenOn("2026-03-01", {}, {});
  const told = amend(sheet, "c0", { outcome: "done" }, new Date("2026-03-02T12:00:00Z"));
  equal(ids(open([told], "2026-03-02")), ["c1"]);
});

const FRESH: Commitment = { id: "c", text: "", by: "2026-03-08", chosen: "2026-03-01" };
const WRITTEN: Commitment = { ...FRESH, text: "Ask", cue: "they wait", practice: "greet.ask" };
const KEPT: [
  name: string,
  here: Commitment[],
  before: Commitment,
  parts: Parts,
  after: Commitment[],
][] = [
  ["comes in with its first words", [], FRESH, { text: "A" }, [{ ...FRESH, text: "A" }]],
  ["waits for words", [], FRESH, { cue: "they wait" }, []],
  ["brings the cue that came first", [], { ...FRESH, cue: "it rains" }, { text: "A" }, [
    { ...FRESH, text: "A", cue: "it rains" },
  ]],
  ["is changed where it is", [WRITTEN], WRITTEN, { text: "Look" }, [{ ...WRITTEN, text: "Look" }]],
  ["goes when its first words go", [{ ...FRESH, text: "A" }], { ...FRESH, text: "A" }, {
    text: "",
  }, []],
  ["stays out when it was withdrawn elsewhere", [], WRITTEN, { text: "Ask again" }, []],
];

for (const [name, here, before, parts, after] of KEPT) {
  Deno.test(`A commitment that is written ${name}.`, () => {
    const sheet = { ...empty, commitments: here };
    equal(kept(sheet, before, parts, NOON).commitments, after);
  });
}

Deno.test("What is chosen says on which day, and has a week.", () => {
  const { id: _, ...rest } = choose("2026-03-01", "Ask");
  equal(rest, { text: "Ask", by: "2026-03-08", chosen: "2026-03-01" });
});

Deno.test("The earliest date is asked about first, over all versions of the answers.", () => {
  const earlier = chosenOn("2026-03-01", { id: "late", by: "2026-03-20" }, { id: "soon" });
  const later = chosenOn("2026-03-05", { id: "first", by: "2026-03-06" });
  equal(ids(open([earlier, later], "2026-03-21")), ["first", "soon", "late"]);
});

Deno.test("Nobody is asked about what somebody else chose.", () => {
  const theirs: Sheet = { ...chosenOn("2026-03-01", {}), origin: "received" };
  equal([open([theirs], "2026-09-01"), waiting([theirs], "2026-03-01")], [[], []]);
});

Deno.test("Whatever is not settled is either asked about or still ahead, and never both.", () => {
  const outcome = fc.constantFrom<Outcome | undefined>(
    undefined,
    "done",
    "partly",
    "not-yet",
    "dropped",
  );
  const day = fc.integer({ min: 0, max: 400 }).map((days) => ahead("2026-01-01", days));
  fc.assert(fc.property(fc.array(fc.tuple(outcome, day)), day, day, (chosen, changed, today) => {
    const parts = chosen.map(([outcome, by], place) => ({
      id: `c${place}`,
      by,
      ...outcome ? { outcome } : {},
    }));
    const sheet = chosenOn(changed, ...parts);
    const found = [...ids(open([sheet], today)), ...ids(waiting([sheet], today))];
    const left = sheet.commitments.filter((each) => !isSettled(each)).map(({ id }) => id);
    equal(found.sort(), left.sort());
  }));
});

Deno.test("A day is the reader's own, and days are counted over months, years and summer time.", () => {
  equal(dayOf(new Date(2026, 2, 1, 0, 30)), "2026-03-01");
  equal(dayOf(new Date(2026, 2, 1, 23, 30)), "2026-03-01");
  equal(ahead("2026-12-28", 7), "2027-01-04");
  equal(ahead("2028-02-28", 1), "2028-02-29");
  equal(ahead("2026-03-28", 2), "2026-03-30");
});

const FIELDS: [value: string, isKept: boolean][] = [
  ["2026-03-01", true],
  ["2026-02-28", false],
  ["9999-12-31", true],
  ["0002-12-03", false],
  ["12345-01-01", false],
  ["", false],
];

for (const [value, isKept] of FIELDS) {
  Deno.test(`A date field that says "${value}" is ${isKept ? "kept" : "not kept"}.`, () => {
    equal(isToCome(value, "2026-03-01"), isKept);
  });
}

const READ: [cue: string | undefined, text: string, read: string][] = [
  [undefined, "Say back what you heard.", "Say back what you heard."],
  [undefined, "Say back what you heard", "Say back what you heard."],
  ["the queue is long", "look up", "If the queue is long, then: look up."],
  [" the queue is long, ", " look up ", "If the queue is long, then: look up."],
  ["When the queue is long", "look up!", "When the queue is long: look up!"],
  ["whenever they wait …", "ask “why?”", "Whenever they wait: ask “why?”"],
  ["{text} fails", "{cue}", "If {text} fails, then: {cue}."],
  ["  ", "Say “hello.”", "Say “hello.”"],
];

for (const [cue, text, read] of READ) {
  Deno.test(`"${cue ?? ""}" and "${text}" read back as "${read}".`, () => {
    equal(sentence({ ...cue === undefined ? {} : { cue }, text }, say), read);
  });
}

Deno.test("A sentence is read back with its date.", () => {
  const commitment = { id: "c", cue: "they wait", text: "look up", by: "2026-12-03" };
  equal(dated(commitment, say, "en-GB"), "If they wait, then: look up. By 3 December 2026.");
});

Deno.test("Reading back any words ends in a sentence, never in an error.", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.string(), (cue, text) => {
    ok(sentence({ cue, text }, say).length > 0);
  }));
});
