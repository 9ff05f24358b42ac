/** From answers to figures (`score.ts`); whole questionnaires are in `tests/cases/scoring`. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import type { Answer, Question } from "../../hooks/rapport/browser/plan.ts";
import {
  attribute,
  balanceDirection,
  bandOf,
  type DimensionScore,
  dimensionScores,
  groupScores,
  hasMoved,
  isScored,
  questionScore,
  shown,
  toldApart,
} from "../../hooks/rapport/browser/score.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { given, questionnaire } from "./arbitraries.ts";
import { answered, BANDS, dimension, planOf, question, sheetOf, steps } from "./questionnaire.ts";

const five = question("five");
const middle = question("middle", { type: "balance", options: steps([0, 50, 100, 50, 0]) });

/** The scores of a sheet against the plan it was made for. */
function scoresOf({ plan, form, sheet }: ReturnType<typeof answered>): DimensionScore[] {
  return dimensionScores(plan, form, standing(sheet, form));
}

/** A dimension's score as if it had been computed from `m` answers. */
function scored(score: number, m: number): DimensionScore {
  const rest = { answered: m, na: 0, blank: 0, changed: 0, of: m, needed: 1, points: [] };
  const none = { low: null, high: null, band: null, near: null };
  return { id: "x", score, m, sem: 19.5 / Math.sqrt(m), ...rest, ...none };
}

const pick = question("pick", {
  type: "choice",
  options: [{ value: "x", label: "X", score: 100 }, { value: "y", label: "Y", score: 0 }],
});
const without = (asked: Question): Question => ({
  ...asked,
  options: asked.options.map(({ value, label }) => ({ value, label })),
});

const QUESTIONS: [string, Question, Answer, number | null][] = [
  ["the lowest step", five, 1, 0],
  ["the second step", five, 2, 25],
  ["the lowest step of a reversed question", { ...five, options: steps([100, 50, 0]) }, 1, 100],
  ["a choice", pick, "x", 100],
  ["a choice that is worth nothing", pick, "y", 0],
  ["poles with a trend", { ...five, type: "poles" }, { at: 4, trend: "worse" }, 75],
  ["poles without a trend", { ...five, type: "poles" }, 4, 75],
  ["the middle of a balance", middle, 3, 100],
  ["does not apply", five, null, null],
  ["a step that is not offered", five, 6, null],
  ["a step without a score", without(five), 3, null],
  ["a choice without a score", without(pick), "x", null],
  ["a checklist", { ...without(five), type: "checklist" }, { x: "seen" }, null],
  ["a text", { ...five, type: "text", options: [] }, "5", null],
];

for (const [what, asked, value, expected] of QUESTIONS) {
  Deno.test(`The score of ${what} is ${expected}.`, () => {
    equal(questionScore(asked, value), expected);
  });
}

Deno.test("A question counts in its dimension when its answers have scores.", () => {
  const questions = [five, without(pick)];
  equal(questions.map(isScored), [true, false]);
  const plan = planOf(questions);
  const [score] = dimensionScores(plan, plan.forms[0]!, standing(undefined, plan.forms[0]!));
  equal([score!.of, score!.needed], [1, 1]);
});

Deno.test("A balance tells its side by steps, and nothing else tells one.", () => {
  equal([1, 3, 4].map((step) => balanceDirection(middle, step)), [-1, 0, 1]);
  equal([balanceDirection(middle, null), balanceDirection(five, 1)], [null, null]);
});

Deno.test("A score on a cut belongs to the upper band, also when the sum is a hair off.", () => {
  const [weights, values] = [[0.1, 0.1, 0.1, 0.1], [5, 3, 3, 3]];
  const questions = weights.map((weight, n) => question(`q${n}`, { weight }));
  const plan = planOf(questions);
  const sheet = sheetOf(plan, plan.forms[0]!, questions.map((q, n) => [q, values[n]!]));
  equal(scoresOf({ plan, form: plan.forms[0]!, sheet })[0]?.band, 2);
  equal([0, 37.5, 62.5 - 1e-12, 62.4, 100].map((score) => bandOf(BANDS, score)), [0, 1, 2, 1, 3]);
  equal(bandOf([], 50), null);
});

Deno.test("A second band is named when its cut is nearer than five points, the nearer cut.", () => {
  const nearTo = (...cuts: number[]) => {
    const bands = [0, ...cuts].map((from) => ({ id: `${from}`, words: `${from}`, from }));
    const plan = planOf([five], { dimensions: [dimension("a", { bands })] });
    const form = plan.forms[0]!;
    const [score] = scoresOf({ plan, form, sheet: sheetOf(plan, form, [[five, 2]]) });
    return [score!.band, score!.near];
  };
  // The score is 25.
  equal(nearTo(20, 60), [1, null]);
  equal(nearTo(20.1, 60), [1, 0]);
  equal(nearTo(29.9, 60), [0, 1]);
  equal(nearTo(30, 60), [0, null]);
  equal(nearTo(22, 26), [1, 2]);
  equal(nearTo(24, 28), [1, 0]);
});

Deno.test("A dimension without answers to show has no figure at all.", () => {
  const { plan, form } = answered([1, 2, 3, 4]);
  const [score] = dimensionScores(plan, form, standing(undefined, form));
  equal(score, {
    id: "a",
    score: null,
    low: null,
    high: null,
    sem: null,
    band: null,
    near: null,
    m: 0,
    points: [],
    answered: 0,
    na: 0,
    blank: 4,
    changed: 0,
    of: 4,
    needed: 3,
  });
});

Deno.test("A dimension that the form does not ask about is not in the scores.", () => {
  const { plan, form, sheet } = answered([1, 2], [3]);
  const [first] = form.questions;
  const shorter = { ...form, questions: [first!] };
  equal(dimensionScores(plan, shorter, standing(sheet, shorter)).map(({ id }) => id), ["a"]);
});

Deno.test("Two dimensions differ from one and a half standard errors of the difference on.", () => {
  const threshold = 1.5 * Math.sqrt(2) * 19.5 / Math.sqrt(4);
  equal(toldApart(scored(20, 4), scored(20 + threshold, 4)), true);
  equal(toldApart(scored(20 + threshold, 4), scored(20, 4)), true);
  equal(toldApart(scored(20, 4), scored(20 + threshold - 0.001, 4)), false);
  equal(toldApart({ ...scored(0, 4), score: null }, scored(100, 4)), false);
});

Deno.test("A change over time counts from 1.645 standard errors of the difference on.", () => {
  const threshold = 1.645 * Math.sqrt(2) * 19.5 / Math.sqrt(5);
  equal(hasMoved(scored(20, 5), scored(20 + threshold, 5)), true);
  equal(hasMoved(scored(20, 5), scored(20 + threshold - 0.001, 5)), false);
});

Deno.test("A group is the mean of its answers, when more than half of its dimensions count.", () => {
  const three = answered([5, 5, 5, 5], [1, 1], [3]);
  const dimensions = three.plan.dimensions.map((each) => ({ ...each, group: "with-them" }));
  const plan = { ...three.plan, dimensions };
  // (4 × 100 + 2 × 0 + 1 × 50) / 7
  equal(groupScores(plan, three.form, scoresOf(three)), [
    { group: "with-them", score: 450 / 7, dimensions: ["a", "b", "c"], scored: 3 },
  ]);
  const one = scoresOf(three).map((each, n) => n > 0 ? { ...each, score: null } : each);
  equal(groupScores(plan, three.form, one)[0]?.score, null);
});

Deno.test("Scores are shown whole, half up, and noted with one decimal at most.", () => {
  equal([0, 49.5, 62.49, 62.5, 62.5 - 1e-12, 100].map(shown), [0, 50, 62, 63, 63, 100]);
  equal([0, 62.5, 66.666, 33.35, 100].map(attribute), ["0", "62.5", "66.7", "33.4", "100"]);
});

Deno.test("A dimension's score lies between its answers, in its range, and counts add up.", () => {
  fc.assert(fc.property(questionnaire, (all) => {
    const plan = planOf(all.map(([asked]) => asked));
    const form = plan.forms[0]!;
    for (const each of scoresOf({ plan, form, sheet: sheetOf(plan, form, given(all)) })) {
      equal(each.answered + each.na + each.blank + each.changed, each.of);
      if (each.score === null) continue;
      const points = each.points.map(({ score }) => score);
      ok(each.score >= Math.min(...points) - 1e-9 && each.score <= Math.max(...points) + 1e-9);
      ok((each.low ?? 0) <= each.score && each.score <= (each.high ?? 100));
      ok(each.m <= each.points.length + 1e-9 && each.m >= 1 - 1e-9);
    }
  }));
});

Deno.test("The order in which questions were answered changes nothing.", () => {
  const shuffled = questionnaire.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(given(all), { minLength: given(all).length }))
  );
  fc.assert(fc.property(shuffled, ([all, order]) => {
    const plan = planOf(all.map(([asked]) => asked));
    const form = plan.forms[0]!;
    const [a, b] = [given(all), order].map((answers) =>
      scoresOf({ plan, form, sheet: sheetOf(plan, form, answers) })
    );
    equal(a, b);
  }));
});
