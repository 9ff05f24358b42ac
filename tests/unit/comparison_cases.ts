/**
 * Works out the cases of `test_comparison.py`: cases as JSON on stdin, comparisons on stdout.
 *
 * `null` stands for what is not told.
 */

import { comparison } from "../../hooks/rapport/browser/gap/comparison.ts";
import type { Answer, Form, Plan } from "../../hooks/rapport/browser/plan.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { sheetOf } from "./questionnaire.ts";

interface Case {
  plan: Plan;
  mine: Record<string, Answer>;
  theirs: Record<string, Answer>[];
  /** Questions that were answered before they were changed. */
  before: string[];
}

/** Two decimals, as far as people calculate. */
function round(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

function filled(plan: Plan, form: Form, answers: Record<string, Answer>, before: string[]): Sheet {
  const given = Object.entries(answers).map(([id, value]) =>
    [form.questions.find((question) => question.id === id)!, value] as const
  );
  const sheet = sheetOf(plan, form, given);
  for (const id of before) if (sheet.seen[id]) sheet.seen[id].shape = "FORMER";
  return sheet;
}

function result({ plan, mine, theirs, before }: Case) {
  const [guess, answers] = ["guess", "answer"].map((role) =>
    plan.forms.find((form) => form.role === role)!
  ) as [Form, Form];
  const others = theirs.map((each) => filled(plan, answers, each, before));
  const own = filled(plan, guess, mine, before);
  const found = comparison(plan, guess, answers, own, others);
  const questions = found.questions.map(({ question, theirs, ...rest }) => {
    const { counts = null, answered = null, na = null, blank = null, middle = null } = theirs ?? {};
    const { mine = null, gap = null, isApart, isUnanimous } = rest;
    const told = { counts, answered, na, blank, middle, mine, gap, isApart, isUnanimous };
    return [question.id, told] as const;
  });
  const dimensions = found.dimensions.map((
    { id, mine = null, theirs = null, gap = null, ...rest },
  ) => [id, { mine, theirs, gap, ...rest }] as const);
  return {
    ...found,
    questions: Object.fromEntries(questions),
    compared: questions.map(([id]) => id),
    apart: questions.filter(([, { isApart }]) => isApart).map(([id]) => id),
    dimensions: Object.fromEntries(dimensions),
    texts: found.texts.map(({ question, mine, theirs }) => [question.id, mine, theirs]),
  };
}

const cases: Record<string, Case> = JSON.parse(await new Response(Deno.stdin.readable).text());
const results = Object.entries(cases).map(([name, each]) => [name, result(each)]);
console.log(JSON.stringify(Object.fromEntries(results), round));
