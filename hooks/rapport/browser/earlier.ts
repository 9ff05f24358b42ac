/** Answers that today's questions do not count: their question has changed, or has gone. */

import type { Page } from "./page.ts";
import { own, type Sheet } from "./sheet.ts";
import { standing } from "./standing.ts";

/** A question and its answer, in words. */
export type Pair = readonly [ask: string, answer: string];

/** Gives them as they were seen, in the order of the sheet; those of a code have no words. */
export function earlier(sheet: Sheet, { form, say }: Pick<Page, "form" | "say">): Pair[] {
  const standings = standing(sheet, form);
  return Object.entries(sheet.answers).flatMap(([question, value]): Pair[] => {
    const seen = own(sheet.seen, question);
    const isCounted = (standings.get(question)?.state ?? "changed") !== "changed";
    if (!seen || isCounted) return [];
    return [[seen.ask, seen.label || (typeof value === "string" ? value : say("none"))]];
  });
}
