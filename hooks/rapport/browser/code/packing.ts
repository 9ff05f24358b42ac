/**
 * The answers of a sheet as one number, for a code, and back.
 *
 * In it is every question that is answered by choosing one option, scored or not: a stage, or
 * whether customers would tell your story, is compared too. Texts, checklists and notes stay out:
 * a code is handed on in chats, where anybody can read it, and a checklist says what stands in
 * somebody's way; it would make the code longer than people copy, besides.
 */

import type { Answer, Form, Question, Trend } from "../plan.ts";
import { own, type Sheet } from "../sheet.ts";
import { isCurrent } from "../standing.ts";

/** One way to answer; no `step` is "not answered", and `null` "does not apply". */
interface Way {
  step?: number | string | null;
  trend?: Trend;
}

const TRENDS: (Trend | undefined)[] = [undefined, "better", "same", "worse"];

/** By code unit, as every language can sort ids. */
const byText = <T>(text: (value: T) => string) => (a: T, b: T) => text(a) < text(b) ? -1 : 1;

/** The questions in a code, in the order of their ids: how a file lists them is not in its edition. */
function packed(form: Form): Question[] {
  return form.questions
    .filter(({ type }) => type !== "text" && type !== "checklist")
    .sort(byText(({ id }) => id));
}

/** All ways to answer a question, counted from 0; choices by id, since they may be listed anew. */
function ways({ type, options, trend, na }: Question): Way[] {
  const steps = options.map(({ value }) => value);
  if (type === "choice") steps.sort(byText(String));
  const trends = trend ? TRENDS : [undefined];
  const answers = steps.flatMap((step) => trends.map((trend) => ({ step, trend })));
  return [{}, ...answers, ...(na === undefined ? [] : [{ step: null }])];
}

/** How a sheet answers a question; what the question of today does not offer is no answer. */
function wayOf(sheet: Sheet, form: Form, question: Question): Way {
  const value = own(sheet.answers, question.id);
  const seen = own(sheet.seen, question.id);
  if (value === undefined || !isCurrent(sheet, form, question, value, seen)) return {};
  if (typeof value !== "object" || value === null) return { step: value };
  const { at, trend } = value as { at: number; trend?: Trend };
  return question.trend ? { step: at, trend } : { step: at };
}

function answerOf(question: Question, { step, trend }: Way): Answer | undefined {
  if (!question.trend || typeof step !== "number") return step;
  return trend ? { at: step, trend } : { at: step };
}

/** How many numbers there are: one for each set of answers. */
function room(form: Form): bigint {
  return packed(form).reduce((product, question) => product * BigInt(ways(question).length), 1n);
}

/** The letters that the answers of this form take, five bits each. */
export function lengthOf(form: Form): number {
  const largest = room(form) - 1n;
  return largest ? Math.ceil(largest.toString(2).length / 5) : 0;
}

/** The number of a sheet's answers. */
export function pack(form: Form, sheet: Sheet): bigint {
  return packed(form).reduce((number, question) => {
    const all = ways(question);
    const { step, trend } = wayOf(sheet, form, question);
    const digit = all.findIndex((way) => way.step === step && way.trend === trend);
    return number * BigInt(all.length) + BigInt(digit);
  }, 0n);
}

/** The answers that a number stands for; undefined where it is too large for this form. */
export function unpack(form: Form, number: bigint): Record<string, Answer> | undefined {
  let rest = number;
  const answers: [string, Answer][] = [];
  for (const question of packed(form).reverse()) {
    const all = ways(question);
    const answer = answerOf(question, all[Number(rest % BigInt(all.length))]!);
    if (answer !== undefined) answers.push([question.id, answer]);
    rest /= BigInt(all.length);
  }
  return rest ? undefined : Object.fromEntries(answers.reverse());
}
