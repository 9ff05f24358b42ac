/** Counts of answers (`tally.ts`); whole questionnaires are in `tests/cases/scoring`. */

import { deepStrictEqual as equal } from "node:assert";
import type { Answer, Question, Trend } from "../../hooks/rapport/browser/plan.ts";
import { standing, type Standings } from "../../hooks/rapport/browser/standing.ts";
import { alike, tally, trends } from "../../hooks/rapport/browser/kinds/tally.ts";
import { planOf, question, sheetOf, steps } from "./questionnaire.ts";

/** Questions on five steps with these answers, and how they stand; undefined is not answered. */
function asked(...answers: (Answer | undefined)[]): [Question[], Standings] {
  const questions = answers.map((_, n) => question(`q${n}`, { type: "poles", trend: true }));
  const plan = planOf(questions);
  const given = questions.flatMap((each, n) =>
    answers[n] === undefined ? [] : [[each, answers[n]] as const]
  );
  return [questions, standing(sheetOf(plan, plan.forms[0]!, given), plan.forms[0]!)];
}

interface Expected {
  steps: number[];
  na?: number;
  middle?: [number, number];
}

const TALLIES: [string, (Answer | undefined)[], Expected][] = [
  ["no question", [], { steps: [] }],
  ["nothing answered", [undefined, undefined], { steps: [0, 0, 0, 0, 0] }],
  ["one answer", [4], { steps: [0, 0, 0, 1, 0], middle: [3, 3] }],
  ["two answers", [5, 1], { steps: [1, 0, 0, 0, 1], middle: [0, 4] }],
  ["an odd number", [5, 1, 2], { steps: [1, 1, 0, 0, 1], middle: [1, 1] }],
  ["an even number", [5, 1, 2, 4], { steps: [1, 1, 0, 1, 1], middle: [1, 3] }],
  ["ties", [3, 3, 1, 3], { steps: [1, 0, 3, 0, 0], middle: [2, 2] }],
  ["what does not apply", [null, 2, null], { steps: [0, 1, 0, 0, 0], na: 2, middle: [1, 1] }],
  ["a trend besides", [{ at: 2, trend: "worse" }, 2], { steps: [0, 2, 0, 0, 0], middle: [1, 1] }],
  ["a step that is not offered", [9, 5], { steps: [0, 0, 0, 0, 1], middle: [4, 4] }],
];

for (const [what, answers, expected] of TALLIES) {
  Deno.test(`A count of ${what}.`, () => {
    const { steps: found, ...rest } = tally(...asked(...answers));
    equal(found.map(({ questions }) => questions.length), expected.steps);
    equal(rest, {
      answered: expected.steps.reduce((sum, n) => sum + n, 0),
      na: expected.na ?? 0,
      of: answers.length,
      ...(expected.middle ? { middle: expected.middle } : {}),
    });
  });
}

Deno.test("A step knows the questions that were answered so, in their order.", () => {
  const [questions, standings] = asked(2, 5, 2);
  const { steps: found } = tally(questions, standings);
  equal(found[1]!.questions.map(({ id }) => id), ["q0", "q2"]);
  equal(found[1]!.label, "Some of the time");
});

Deno.test("Questions stand together that offer the same steps, in the order of the first.", () => {
  const three = (id: string) => question(id, { options: steps([0, 50, 100]) });
  const groups = alike([three("a"), question("b"), three("c"), question("d")]);
  equal(groups.map((group) => group.map(({ id }) => id)), [["a", "c"], ["b", "d"]]);
  equal(alike([]), []);
});

const TRENDS: [string, (Trend | undefined)[], object | undefined][] = [
  ["none", [undefined, undefined], undefined],
  ["one", ["same"], { better: 0, same: 1, worse: 0 }],
  ["all three", ["better", "worse", "same", "better"], { better: 2, same: 1, worse: 1 }],
  ["some without", ["worse", undefined], { better: 0, same: 0, worse: 1 }],
];

for (const [what, given, expected] of TRENDS) {
  Deno.test(`Trends where there are ${what}.`, () => {
    const answers = given.map((trend) => trend ? { at: 3, trend } : { at: 3 });
    equal(trends(...asked(...answers)), expected);
  });
}

Deno.test("What does not apply has no trend.", () => {
  equal(trends(...asked(null, undefined)), undefined);
});
