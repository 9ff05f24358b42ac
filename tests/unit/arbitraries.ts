/** Random questions, answers and sheets for the property tests. */

import fc from "fast-check";
import type { Answer, Question, QuestionType } from "../../hooks/rapport/browser/plan.ts";
import {
  type Commitment,
  mark,
  type Outcome,
  type Sheet,
} from "../../hooks/rapport/browser/sheet.ts";
import { formOf, planOf, question, sheetOf, steps } from "./questionnaire.ts";

const hostile = fc.constantFrom("constructor", "__proto__", "toString", "hasOwnProperty");
const id = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}$/), hostile);

/** Ids as a questionnaire has them, the names of inherited properties among them. */
export const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 12 });

const types = fc.constantFrom<QuestionType>("scale", "poles", "balance", "choice");

/** A question that can be scored: in any order, unevenly, weighted. */
export function scoredQuestion(id: string): fc.Arbitrary<Question> {
  return fc.record({
    type: types,
    scores: fc.array(fc.constantFrom(0, 12.5, 100 / 3, 50, 200 / 3, 75, 100), {
      minLength: 3,
      maxLength: 11,
    }),
    weight: fc.constantFrom(1, 0.1, 0.5, 2, 3),
    dimension: fc.constantFrom("a", "b", "c", "d"),
  }).map(({ type, scores, weight, dimension }) => {
    const odd = scores.length % 2 === 1 ? scores : scores.slice(1);
    const options = steps(type === "balance" ? odd : scores).map((option) =>
      type === "choice" ? { ...option, value: `choice-${option.value}` } : option
    );
    return question(id, { type, options, weight, dimension });
  });
}

/** One of the answers that a scored question offers. */
export function answerTo(question: Question): fc.Arbitrary<Answer> {
  const values = question.options.map(({ value }) => value);
  return fc.constantFrom<Answer>(null, ...values);
}

/** Questions, each with an answer or none. */
export const questionnaire: fc.Arbitrary<[Question, Answer | undefined][]> = ids.chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      scoredQuestion(id).chain((question) =>
        fc.tuple(fc.constant(question), fc.option(answerTo(question), { nil: undefined }))
      )
    ),
  )
);

/** The answered ones among them. */
export function given(all: [Question, Answer | undefined][]): [Question, Answer][] {
  return all.filter((pair): pair is [Question, Answer] => pair[1] !== undefined);
}

/** Any sheet that a reader can make, texts and commitments included. */
export const sheet: fc.Arbitrary<Sheet> = fc.record({
  answers: questionnaire,
  text: fc.string({ unit: "binary", minLength: 1 }),
  commitment: fc.record(
    {
      id: fc.constant("c"),
      text: fc.string(),
      cue: fc.string(),
      practice: fc.constant("listen.say-back"),
      by: fc.constant("2026-05-01"),
      chosen: fc.constant("2026-04-24"),
      outcome: fc.constantFrom<Outcome>("done", "partly", "not-yet", "dropped"),
      note: fc.string({ unit: "binary" }),
    },
    { requiredKeys: ["id", "text", "by"], noNullPrototype: true },
  ),
  bits: fc.integer({ min: 0, max: 2 ** 30 - 1 }),
}).map(({ answers, text, commitment, bits }) => {
  const questions = answers.map(([question]) => question);
  const plan = planOf(questions);
  const words = question("in-your-words", { type: "text", options: [] });
  const made = sheetOf(plan, formOf(questions), [...given(answers), [words, text]]);
  return {
    ...made,
    id: mark(() => bits),
    commitments: [commitment as Commitment],
  };
});
