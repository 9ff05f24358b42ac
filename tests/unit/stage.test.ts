/** The stage of a relationship (`stage.ts`); whole questionnaires are in `tests/cases/scoring`. */

import { deepStrictEqual as equal } from "node:assert";
import type { Answer, Question } from "../../hooks/rapport/browser/plan.ts";
import { type StageFound, stageOf } from "../../hooks/rapport/browser/kinds/stage.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { planOf, question, sheetOf } from "./questionnaire.ts";

/** A question with choices and no points. */
function choice(id: string, ...values: string[]): Question {
  const options = values.map((value) => ({ value, label: value.toUpperCase() }));
  const { dimension: _, ...asked } = question(id, { type: "choice", options });
  return asked;
}

const OURS = choice("ours", "met", "known", "close");
const THEIRS = choice("theirs", "met", "known", "close");
const RISK = choice("risk", "no", "some", "leaving");
const STAGE = { ours: "ours", theirs: "theirs", risk: ["risk.some", "risk.leaving"] };
const PLAN = planOf([OURS, THEIRS, RISK], { result: "stage", stage: STAGE });

/** What is found where these are the answers, in the order of the questions. */
function found(...answers: (Answer | undefined)[]): StageFound {
  const form = PLAN.forms[0]!;
  const given = form.questions.flatMap((asked, place) => {
    const value = answers[place];
    return value === undefined ? [] : [[asked, value] as const];
  });
  return stageOf(PLAN, form, standing(sheetOf(PLAN, form, given), form));
}

const FOUND: [string, (Answer | undefined)[], StageFound][] = [
  ["nothing", [], {}],
  ["the earliest of both", ["met", "met"], { ours: 0, theirs: 0, working: 0 }],
  ["ours later", ["close", "met"], { ours: 2, theirs: 0, working: 0 }],
  ["ours earlier", ["known", "close"], { ours: 1, theirs: 2, working: 1 }],
  ["the latest of both", ["close", "close"], { ours: 2, theirs: 2, working: 2 }],
  ["ours alone", ["close"], { ours: 2, working: 2 }],
  ["theirs alone", [undefined, "known"], { theirs: 1, working: 1 }],
  ["theirs as not to be told", ["met", null], { ours: 0, working: 0 }],
  ["a choice that is not offered", ["married", "known"], { theirs: 1, working: 1 }],
  ["a risk alone", [undefined, undefined, "leaving"], { isAtRisk: true }],
  ["no risk", ["met", "met", "no"], { ours: 0, theirs: 0, working: 0, isAtRisk: false }],
  ["the first risk", ["met", , "some"], { ours: 0, working: 0, isAtRisk: true }],
  ["a risk that cannot be told", ["met", , null], { ours: 0, working: 0 }],
];

for (const [what, answers, expected] of FOUND) {
  Deno.test(`The stage where the answers say ${what}.`, () => {
    equal(found(...answers), expected);
  });
}

Deno.test("A plan without a stage tells none.", () => {
  const { stage: _, ...plan } = PLAN;
  const form = plan.forms[0]!;
  equal(stageOf(plan, form, standing(undefined, form)), {});
});
