/** How a commitment comes into a sheet, and what becomes of it as its words are written. */

import { ahead, WEEK } from "./days.ts";
import { amend, commit, type Commitment, mark, type Sheet, withdraw } from "../sheet.ts";

/** What a reader writes of a commitment. */
export type Parts = Partial<Pick<Commitment, "cue" | "text" | "by">>;

/** A commitment chosen on a day, for the week from then. */
export function chosenOn(today: string, text: string): Commitment {
  return { id: mark(), text, by: ahead(today, WEEK), chosen: today };
}

/**
 * The sheet with these parts of a commitment, which is given as it was before. It comes in with its
 * first words. What has had words and is not in the sheet was withdrawn elsewhere, and stays out.
 */
export function kept(sheet: Sheet, before: Commitment, parts: Parts, now: Date): Sheet {
  const { id } = before;
  const isHere = sheet.commitments.some((each) => each.id === id);
  // Emptied while it was first written down: it was never more than begun.
  if (isHere && parts.text === "") return withdraw(sheet, id, now);
  if (isHere) return amend(sheet, id, parts, now);
  if (before.text.trim() || !parts.text?.trim()) return sheet;
  const { cue, ...rest } = { ...before, ...parts };
  return amend(commit(sheet, rest, now), id, { cue: cue ?? "" }, now);
}
