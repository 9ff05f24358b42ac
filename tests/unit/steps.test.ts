/** One question at a time: where a reader goes on, and what keys choose (`steps.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import type { Answer, Question } from "../../hooks/rapport/browser/plan.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { chosenBy, goOn, keysOf } from "../../hooks/rapport/browser/steps.ts";
import { formOf, planOf, question, sheetOf, steps } from "./questionnaire.ts";

const why = question("why", { type: "text", options: [] });
const walk = question("walk", {
  type: "checklist",
  options: [{ value: "reply", label: "No reply" }, { value: "door", label: "A locked door" }],
});
const all = [question("one"), why, question("two"), walk, question("three")];
const order = ["one", "why", "two", "walk", "three"];

/** The place where somebody goes on who has given these answers. */
function place(given: Record<string, Answer>, places: string[] = order): number {
  const asked = (id: string) => all.find((each) => each.id === id)!;
  const answers = Object.entries(given).map((
    [id, value],
  ): [Question, Answer] => [asked(id), value]);
  const form = formOf(all);
  const sheet = answers.length ? sheetOf(planOf(all), form, answers) : undefined;
  return goOn(places, form, standing(sheet, form));
}

const PLACES: [name: string, given: Record<string, Answer>, place: number][] = [
  ["Who has answered nothing begins at the opening.", {}, 0],
  ["Who has answered the first goes on at the next; a text is never open.", { one: 4 }, 3],
  ["Does not apply is an answer.", { one: 4, two: null }, 4],
  ["Who has left out the first goes on there.", { two: 4 }, 1],
  ["Who has only written goes on at the first question.", { why: "Because." }, 1],
  [
    "A checklist is open until every item has a state.",
    { one: 1, two: 1, walk: { reply: "seen" } },
    4,
  ],
  [
    "Who has answered all looks through them from the first on.",
    { one: 1, two: 1, walk: { reply: "seen", door: "na" }, three: 5 },
    1,
  ],
];

for (const [name, given, expected] of PLACES) {
  Deno.test(name, () => equal(place(given), expected));
}

Deno.test("The order is that of the page, and not that of the file.", () => {
  equal(place({ one: 4 }, ["three", "walk", "two", "why", "one"]), 1);
  equal(place({ three: 4 }, ["three", "walk", "two", "why", "one"]), 2);
});

Deno.test("An answer to another version of its question leaves it open.", () => {
  const [one, two] = [question("one"), question("two")];
  const sheet = sheetOf(planOf([one, two]), formOf([one, two]), [[one, 4], [two, 4]]);
  const now = formOf([one, { ...two, shape: "six" }]);
  equal(goOn(["one", "two"], now, standing(sheet, now)), 2);
});

const PRESSED: [name: string, key: string, question: Question, value: string | undefined][] = [
  ["The first key chooses the first step.", "1", question("q"), "1"],
  ["The last key chooses the last step.", "5", question("q"), "5"],
  ["There is no sixth of five.", "6", question("q"), undefined],
  ["Nought is for what does not apply.", "0", question("q"), "na"],
  [
    "Nought is nothing where that is not offered.",
    "0",
    question("q", { na: undefined }),
    undefined,
  ],
  [
    "Of eleven steps the keys choose nine.",
    "9",
    question("q", { options: steps([...Array(11).keys()]) }),
    "9",
  ],
  [
    "A choice is chosen by its place.",
    "2",
    question("q", {
      type: "choice",
      options: [{ value: "x", label: "X" }, { value: "y", label: "Y" }],
    }),
    "y",
  ],
  ["A letter chooses nothing.", "n", question("q"), undefined],
  ["A key with a name chooses nothing.", "F1", question("q"), undefined],
  ["Digits are written into a text.", "1", why, undefined],
  ["A checklist has more than one row to choose in.", "1", walk, undefined],
];

for (const [name, key, asked, expected] of PRESSED) {
  Deno.test(name, () => equal(chosenBy(key, asked), expected));
}

Deno.test("What the page says of its keys is what they do.", () => {
  equal([question("q"), why, walk].map(keysOf), [5, 0, 0]);
});
