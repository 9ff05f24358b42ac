/**
 * What each answer of a sheet means against today's questions.
 *
 * A questionnaire is mended while sheets lie in people's browsers. Equal shape: the answer counts,
 * marked when the words differ. Another shape, or a value that the question does not offer: it is
 * shown and not scored. The question has gone: the answer is retired, and still readable.
 */

import type { Answer, Form, ItemState, Question } from "./plan.ts";
import { chosen, labelOf, own, type Seen, type Sheet } from "./sheet.ts";

export interface Standing {
  state: "answered" | "na" | "blank" | "changed";
  /** Absent when blank. */
  value?: Answer;
  reworded?: true;
}

/** By question id, in the order of the form. */
export type Standings = Map<string, Standing>;

export interface Progress {
  /** Answered, plus "does not apply". */
  done: number;
  notApplicable: number;
  of: number;
}

const STATES: ItemState[] = ["seen", "not-seen", "na"];

/** Whether the question offers this answer. */
export function fits(question: Question, value: Answer): boolean {
  if (question.type === "text") return typeof value === "string";
  if (question.type === "checklist") {
    return typeof value === "object" && value !== null &&
      Object.entries(value).every(([item, state]) =>
        STATES.includes(state as ItemState) &&
        question.options.some((option) => option.value === item)
      );
  }
  if (value === null) return question.na !== undefined;
  return chosen(question, value) !== undefined &&
    (typeof value !== "object" || question.type === "poles");
}

function isReworded(question: Question, value: Answer, seen: Seen): boolean {
  const isPoles = question.type === "poles";
  const label = labelOf(question, isPoles ? chosen(question, value)?.value ?? null : value);
  // Behind the label of poles a trend may stand, in words of the language it was answered in.
  const sameLabel = seen.label === label || (isPoles && seen.label.startsWith(`${label}; `));
  return seen.ask !== question.ask || !sameLabel;
}

/** Whether an answer still means what the question asks today; `seen` is what was seen with it. */
export function isCurrent(
  sheet: Sheet,
  form: Form,
  question: Question,
  value: Answer,
  seen: Seen | undefined,
): boolean {
  // A sheet without the words (it came as a short code) is bound by its edition instead.
  const sameShape = seen ? seen.shape === question.shape : sheet.edition === form.edition;
  return sameShape && fits(question, value);
}

function standingOf(sheet: Sheet, form: Form, question: Question): Standing {
  const value = own(sheet.answers, question.id);
  if (value === undefined) return { state: "blank" };
  const seen = own(sheet.seen, question.id);
  if (!isCurrent(sheet, form, question, value, seen)) return { state: "changed", value };
  const states = typeof value === "object" && value !== null ? Object.values(value) : [];
  const isNa = value === null || (states.length > 0 && states.every((state) => state === "na"));
  const state = isNa ? "na" : "answered";
  return seen && isReworded(question, value, seen)
    ? { state, value, reworded: true }
    : { state, value };
}

/** How each question of a form stands; without a sheet all are blank. */
export function standing(sheet: Sheet | undefined, form: Form): Standings {
  return new Map(form.questions.map((question) => [
    question.id,
    sheet ? standingOf(sheet, form, question) : { state: "blank" },
  ]));
}

/** Whether nothing more is asked of the reader here; a checklist needs a state for every item. */
export function isDone(question: Question, { state, value }: Standing): boolean {
  if (state !== "answered" && state !== "na") return false;
  return question.type !== "checklist" ||
    Object.keys(value as Record<string, ItemState>).length === question.options.length;
}

/** How far the reader has come, over all questions but texts. */
export function progress(form: Form, standings: Standings): Progress {
  const counted = form.questions.filter(({ type }) => type !== "text");
  const done = counted.filter((question) => isDone(question, standings.get(question.id)!));
  const notApplicable = done.filter(({ id }) => standings.get(id)!.state === "na").length;
  return { done: done.length, notApplicable, of: counted.length };
}
