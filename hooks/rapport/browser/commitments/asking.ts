/**
 * Which commitments to ask about: "How did it go?"
 *
 * On a later day than the one on which they were chosen, and once their date has come. Nobody is
 * asked twice a day, nobody about what is done or dropped, and whoever said "not yet" has until
 * the new date.
 */

import { dayOf } from "./days.ts";
import type { Commitment, Sheet } from "../sheet.ts";

/** A commitment and the sheet that it stands in. */
export interface Chosen {
  sheet: Sheet;
  commitment: Commitment;
}

/** Whether nothing more is to be asked about it. */
export function isSettled({ outcome }: Commitment): boolean {
  return outcome === "done" || outcome === "dropped";
}

function isDue({ started }: Sheet, { by, chosen, outcome }: Commitment, today: string): boolean {
  const isFromEarlier = (chosen ?? dayOf(new Date(started))) < today;
  return by <= today || (!outcome && isFromEarlier);
}

/** All that is still open in the reader's own sheets, the earliest date first. */
function unsettled(sheets: readonly Sheet[]): Chosen[] {
  return sheets.filter(({ origin }) => origin === "own")
    .flatMap((sheet) => sheet.commitments.map((commitment) => ({ sheet, commitment })))
    .filter(({ commitment }) => !isSettled(commitment))
    .sort((a, b) => a.commitment.by.localeCompare(b.commitment.by));
}

/** What to ask about today, the earliest date first. */
export function open(sheets: readonly Sheet[], today: string): Chosen[] {
  return unsettled(sheets).filter(({ sheet, commitment }) => isDue(sheet, commitment, today));
}

/** What is still open and not to be asked about today, the earliest date first. */
export function waiting(sheets: readonly Sheet[], today: string): Chosen[] {
  return unsettled(sheets).filter(({ sheet, commitment }) => !isDue(sheet, commitment, today));
}
