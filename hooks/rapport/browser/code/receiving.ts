/**
 * What comes from other people, beside what came before.
 *
 * A person who sends again sends the same mark: the same answers are already here, and other ones
 * take the place of the first. An answer without `seen` came by a code, which leaves out texts and
 * checklists: only what a code carries tells whether it says anything new, and what it cannot carry
 * stays.
 */

import type { Answer } from "../plan.ts";
import { own, type Sheet } from "../sheet.ts";

/** What is to become of sheets that came. */
export interface Merged {
  added: Sheet[];
  replaced: Sheet[];
  /** They change nothing. */
  same: Sheet[];
}

const isFromCode = ({ answers, seen }: Sheet): boolean =>
  Object.keys(answers).some((id) => !Object.hasOwn(seen, id));

/** Whether a code carries this answer; only a text has no label beside its words. */
function isInCode({ seen }: Sheet, id: string, value: Answer): boolean {
  if (typeof value === "string") return own(seen, id)?.label !== "";
  return typeof value !== "object" || value === null || typeof value.at === "number";
}

/** What a code of this sheet says. */
function said(sheet: Sheet): string {
  const answers = Object.entries(sheet.answers)
    .filter(([id, value]) => isInCode(sheet, id, value))
    .map(([id, value]) => JSON.stringify([id, value]));
  return answers.sort().join();
}

/** Whether a sheet takes the place of the one with its mark. */
function isNews(here: Sheet, sheet: Sheet): boolean {
  // Nobody else changes the reader's own answers, or those to another form, by way of a mark.
  if (here.origin === "own") return false;
  if (here.assessment !== sheet.assessment || here.form !== sheet.form) return false;
  if (isFromCode(sheet)) return said(here) !== said(sheet);
  return isFromCode(here) || sheet.changed > here.changed;
}

/** A sheet that takes the place of another; a code's with the other's texts and checklists. */
function inPlaceOf(here: Sheet, sheet: Sheet): Sheet {
  if (!isFromCode(sheet)) return sheet;
  const isKept = ([id]: [string, unknown]) => !isInCode(here, id, own(here.answers, id)!);
  const kept = Object.entries(here.answers).filter(isKept);
  const ids = kept.map(([id]) => id);
  return {
    ...sheet,
    answers: { ...Object.fromEntries(kept), ...sheet.answers },
    seen: Object.fromEntries(Object.entries(here.seen).filter(([id]) => ids.includes(id))),
  };
}

/**
 * Sheets of others beside those here, matched by mark; of several with one mark the last counts.
 */
export function receive(existing: Sheet[], incoming: Sheet[]): Merged {
  const here = new Map(existing.map((sheet) => [sheet.id, sheet]));
  const taken = new Map<string, Sheet>();
  const same: Sheet[] = [];
  for (const sheet of incoming) {
    const known = taken.get(sheet.id) ?? here.get(sheet.id);
    if (known && !isNews(known, sheet)) same.push(sheet);
    else taken.set(sheet.id, known ? inPlaceOf(known, sheet) : sheet);
  }
  const news = [...taken.values()];
  return {
    added: news.filter(({ id }) => !here.has(id)),
    replaced: news.filter(({ id }) => here.has(id)),
    same,
  };
}
