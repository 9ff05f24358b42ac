/**
 * One question at a time: where somebody goes on, and what a key chooses. Pure; `stepping.ts` shows
 * it. A place is 0 for the opening of the page, and n for the n-th question as they stand there.
 */

import type { Form, Question } from "./plan.ts";
import { isDone, type Standings } from "./standing.ts";

/** The place of what stands before the questions. */
export const OPENING = 0;

/** The key for "does not apply". Letters are taken: the theme turns pages with them. */
const NOT_APPLICABLE = "0";
/** The keys that choose by number. */
const NUMBERS = 9;

/**
 * Gives the place where a reader goes on: at the first open question, or at the opening where
 * nothing is begun. Texts are never open. Where nothing is open, a reader comes to look through
 * the answers, from the first one on.
 */
export function goOn(order: readonly string[], form: Form, standings: Standings): number {
  const isBegun = [...standings.values()].some(({ state }) => state !== "blank");
  if (!isBegun) return OPENING;
  const open = new Set(
    form.questions
      .filter((question) =>
        question.type !== "text" && !isDone(question, standings.get(question.id)!)
      )
      .map(({ id }) => id),
  );
  return Math.max(order.findIndex((id) => open.has(id)), 0) + 1;
}

/** Tells how many options of a question keys can choose; 0 where it is answered otherwise. */
export function keysOf({ type, options }: Question): number {
  return type === "text" || type === "checklist" ? 0 : Math.min(options.length, NUMBERS);
}

/** Gives the value of the input that a key chooses: the n-th option, or "does not apply". */
export function chosenBy(key: string, question: Question): string | undefined {
  const keys = keysOf(question);
  if (keys === 0) return undefined;
  if (key === NOT_APPLICABLE) return question.na === undefined ? undefined : "na";
  const place = /^[1-9]$/.test(key) ? Number(key) : 0;
  return place > 0 && place <= keys ? String(question.options[place - 1]!.value) : undefined;
}
