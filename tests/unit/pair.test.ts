/** The picture of one question that two sides answered (`pair.ts`), and its words. */

import { deepStrictEqual as equal } from "node:assert";
import { type Compared, comparison } from "../../hooks/rapport/browser/gap/comparison.ts";
import { wordPair, wordPlace } from "../../hooks/rapport/browser/gap/differences.ts";
import { type PairMark, pairMarks } from "../../hooks/rapport/browser/gap/pair.ts";
import type { Answer } from "../../hooks/rapport/browser/plan.ts";
import { formOf, planOf, question, sheetOf } from "./questionnaire.ts";

const SAID = question("said");
const GUESS = formOf([SAID], { id: "us", role: "guess" });
const THEM = formOf([SAID], { id: "them", role: "answer" });

/** One question as these people answered it. */
function both(mine: Answer, theirs: Answer[], minimum = 1) {
  const plan = planOf([SAID], { forms: [GUESS, THEM], minimum });
  const own = sheetOf(plan, GUESS, [[SAID, mine]]);
  const others = theirs.map((value) => sheetOf(plan, THEM, [[SAID, value]]));
  const found = comparison(plan, GUESS, THEM, own, others);
  return { plan, found, compared: found.questions[0]! };
}

function only(kind: PairMark["kind"], compared: Compared): PairMark[] {
  return pairMarks(compared).filter((mark) => mark.kind === kind);
}

Deno.test("Each person is a ring below the scale, where the answer stands; equal ones are stacked.", () => {
  const { compared } = both(4, [2, 2, 5]);
  equal(only("person", compared).map(({ at, down }) => [at, down]), [[25, 20], [25, 30], [
    100,
    20,
  ]]);
  equal(only("bar", compared), []);
});

Deno.test("From fifteen people on, bars with their counts stand for them.", () => {
  const { compared } = both(4, [...Array(10).fill(1), ...Array(5).fill(3)]);
  equal(only("person", compared), []);
  equal(only("bar", compared).map(({ at, size }) => [at, size]), [[0, 40], [50, 20]]);
  equal(only("count", compared).map(({ at, size }) => [at, size]), [[0, 10], [50, 5]]);
});

Deno.test("A line joins the two where they are more than a step apart, and not else.", () => {
  equal(only("between", both(5, [2]).compared), [{ kind: "between", at: 100, to: 25 }]);
  equal(only("between", both(3, [2]).compared), []);
});

Deno.test("Before there are enough answers there is only the guess.", () => {
  const marks = pairMarks(both(5, [2, 2, 2, 2], 5).compared);
  equal(marks.slice(5), [{ kind: "mine", at: 100 }]);
  equal(marks.slice(0, 5).map(({ kind }) => kind), Array(5).fill("step"));
});

Deno.test("The tick of the middle lies over the guess, or it would not be seen.", () => {
  const kinds = pairMarks(both(4, [4]).compared).map(({ kind }) => kind);
  equal(kinds.slice(-2), ["mine", "middle"]);
});

Deno.test("The middle is called by its step, or by the two that it lies between.", () => {
  const { compared } = both(4, [1, 2]);
  const say = (key: string, values = {}) => `${key} ${Object.values(values).join("|")}`;
  equal(wordPlace(compared, 50, say), "About half");
  equal(wordPlace(compared, 12.5, say), "gap_between Never|Some of the time");
});

/** The keys of what is said, in their order. */
function keys(mine: Answer, theirs: Answer[], minimum: number, voice = "often"): string[] {
  const { plan, found, compared } = both(mine, theirs, minimum);
  const say = (key: string) => key;
  return wordPair(compared, voice, found, { plan, say }).split(" ");
}

const SAID_OF: [string, Parameters<typeof keys>, string[]][] = [
  ["a guess above theirs", [5, [1], 1], ["gap_you_said", "gap_they_said", "gap_often_more"]],
  ["a guess below theirs", [1, [5], 1, "agree"], [
    "gap_you_said",
    "gap_they_said",
    "gap_agree_less",
  ]],
  ["other scales", [1, [5], 1, "toward"], ["gap_you_said", "gap_they_said", "gap_toward"]],
  ["one step", [3, [4], 1], ["gap_you_said", "gap_they_said"]],
  ["no guess", [null, [4], 1], ["gap_you_none", "gap_they_said"]],
  ["too few people", [5, [1, 1, 1, 1], 5], ["gap_you_said"]],
  ["too few answers", [5, [1, 1, 1, 1, null], 5], ["gap_you_said", "gap_they_few"]],
  ["all of five the same", [2, [2, 2, 2, 2, 2], 5], [
    "gap_you_said",
    "gap_they_said",
    "gap_unanimous",
  ]],
  ["all of two customers the same", [2, [2, 2], 1], ["gap_you_said", "gap_they_said"]],
];

for (const [what, given, expected] of SAID_OF) {
  Deno.test(`The sentence says what both sides said: ${what}.`, () => {
    equal(keys(...given), expected);
  });
}
