/**
 * Many people's answers as counts: sheets of which none is anybody's.
 *
 * Since every view is a function of sheets, the counts travel as sheets too. The answers to each
 * question are dealt out anew among them, so that counts and middles stay and no row does; marks
 * and times are new. Questions that fewer than the minimum answered are left out.
 */

import type { Received } from "./incoming.ts";
import type { Answer, Form, Plan, Question } from "../plan.ts";
import { isChosen, saysAnything } from "./comparison.ts";
import { labelOf, mark, newSheet, type Seen, type Sheet } from "../sheet.ts";
import { standing } from "../standing.ts";

/** A whole number from 0 to below `count`. */
export type Draw = (count: number) => number;

/** What the file holds. */
export interface MergedFile {
  format: 1;
  saved: string;
  /** How many people's answers these are. */
  merged: number;
  sheets: Received[];
}

const draw: Draw = (count) => {
  // The few numbers at the end that would favour small results are drawn again.
  const most = 2 ** 32 - 2 ** 32 % count;
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return number! < most ? number! % count : draw(count);
};

/** The values in another order, each order as likely as any. */
export function shuffled<T>(values: readonly T[], random: Draw = draw): T[] {
  const dealt = [...values];
  for (let last = dealt.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [dealt[last], dealt[other]] = [dealt[other]!, dealt[last]!];
  }
  return dealt;
}

/** The answers to one question, in the order of the sheets; undefined where there is none. */
function column(question: Question, form: Form, sheets: readonly Sheet[]): (Answer | undefined)[] {
  return sheets.map((sheet) => {
    const { state, value } = standing(sheet, form).get(question.id)!;
    return state === "answered" || state === "na" ? value : undefined;
  });
}

function seenOf(question: Question, value: Answer): Seen {
  const { ask, shape } = question;
  return { ask, label: labelOf(question, value), shape };
}

/**
 * The file of a third person; nothing while fewer than the minimum have answered. `batch` is the
 * same each time that this person saves, so that a later file takes the place of the former.
 */
export function mergedFile(
  plan: Plan,
  form: Form,
  sheets: readonly Sheet[],
  { withTexts = false, batch = mark(), now = new Date(), random = draw } = {},
): MergedFile | undefined {
  const people = sheets.filter((sheet) => saysAnything(sheet, form));
  const least = Math.max(1, plan.minimum);
  if (people.length < least) return undefined;
  const questions = form.questions.filter((question) =>
    isChosen(question) || (withTexts && question.type === "text")
  );
  const rows = people.map(() => ({ ...newSheet(plan, form, now), answers: {}, seen: {} }));
  for (const question of questions) {
    const values = column(question, form, people);
    const answered = values.filter((value) => value !== undefined && value !== null).length;
    if (answered < least) continue;
    shuffled(values, random).forEach((value, index) => {
      if (value === undefined) return;
      const row = rows[index]!;
      Object.assign(row, {
        answers: { ...row.answers, [question.id]: value },
        seen: { ...row.seen, [question.id]: seenOf(question, value) },
      });
    });
  }
  return {
    format: 1,
    saved: rows[0]!.started,
    merged: rows.length,
    sheets: rows.map((row) => ({ ...row, origin: "received", merged: batch })),
  };
}
