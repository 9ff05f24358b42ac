/**
 * A copy: everything that this browser keeps of a site, as one file that a person can read.
 *
 * Pure: what goes into the file, what comes out of one, and what it would change here. A file may
 * be anything: what can be read of it is taken, and the rest is named with its reason.
 */

import type { Aside } from "./database.ts";
import { type Damage, readSheet } from "./reading.ts";
import { instant, type Sheet } from "./sheet.ts";

/** What the file holds. `damaged` are records that could not be read, as they were found. */
export interface Copy {
  format: 1;
  site: string;
  saved: string;
  sheets: Sheet[];
  damaged?: Aside[];
}

/** Why a file as a whole is no copy that can be brought back. */
export type Unreadable = "large" | "not_json" | "foreign" | "newer" | "counts" | "empty";

/** Why one entry of a copy is not taken; a clash is another sheet under the same mark. */
export type Reason = "damaged" | "newer" | "clash";

/** An entry that is not taken, by what it says of itself; "" where it says nothing. */
export interface Refused {
  reason: Reason;
  assessment: string;
  /** The day of its last change, `YYYY-MM-DD`. */
  changed: string;
}

/** What was read of a file. `site` and `saved` are "" in copies that do not tell. */
export interface Content {
  site: string;
  saved: string;
  sheets: Sheet[];
  refused: Refused[];
}

/** What a file's sheets would change here. */
export interface Preview {
  added: Sheet[];
  /** They are newer than what is here, or have something that is missing here: both are joined. */
  newer: Sheet[];
  same: Sheet[];
  /** They differ from what is here, which is as new or newer, has all that they have, and stays. */
  older: Sheet[];
  refused: Refused[];
}

type Fields = Record<string, unknown>;

/** No file is larger than a reader can have made here; a browser reads this in a second or two. */
export const LARGEST_COPY = 64 * 1024 * 1024;

const MOMENT = /^\d{4}-\d\d-\d\dT/;

/** Gives the content of the file. */
export function makeCopy(
  sheets: readonly Sheet[],
  damaged: readonly Aside[],
  site: string,
  now: Date,
): Copy {
  const rest = damaged.length ? { damaged: [...damaged] } : {};
  return { format: 1, site, saved: instant(now), sheets: [...sheets], ...rest };
}

/** Reads the text of a file. Never throws. */
export function readCopy(text: string): Content | { unreadable: Unreadable } {
  if (text.length > LARGEST_COPY) return { unreadable: "large" };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { unreadable: "not_json" };
  }
  if (!isFields(content) || typeof content.format !== "number") return { unreadable: "foreign" };
  if (content.format > 1) return { unreadable: "newer" };
  if (content.format !== 1 || !Array.isArray(content.sheets)) return { unreadable: "foreign" };
  // A third person's counts are nobody's own; the page of the comparison takes them.
  if (content.merged !== undefined) return { unreadable: "counts" };
  const records = [...content.sheets, ...unsound(content.damaged)];
  if (records.length === 0) return { unreadable: "empty" };
  return { ...origin(content), ...sorted(records) };
}

/** What could not be read where the copy was made: perhaps it can be here. */
function unsound(damaged: unknown): unknown[] {
  return Array.isArray(damaged) ? damaged.map((each) => isFields(each) ? each.record : each) : [];
}

function origin({ site, saved }: Fields): { site: string; saved: string } {
  return { site: typeof site === "string" ? site.slice(0, 40) : "", saved: dayOf(saved) };
}

function sorted(records: readonly unknown[]): { sheets: Sheet[]; refused: Refused[] } {
  const sheets: Sheet[] = [];
  const refused: Refused[] = [];
  for (const record of records) {
    const read = readSheet(record);
    if ("damaged" in read) refused.push(refusal(record, read.damaged));
    else sheets.push(read);
  }
  return { sheets, refused };
}

function refusal(record: unknown, damage: Damage): Refused {
  const { assessment, changed } = isFields(record) ? record : {} as Fields;
  return {
    reason: damage === "newer" ? "newer" : "damaged",
    assessment: typeof assessment === "string" ? assessment.slice(0, 40) : "",
    changed: dayOf(changed),
  };
}

/** Says what a file's sheets would change beside those here: matched by mark, and joined. */
export function previewMerge(existing: readonly Sheet[], incoming: readonly Sheet[]): Preview {
  const here = new Map(existing.map((sheet) => [sheet.id, sheet]));
  const wanted = new Map<string, Sheet>();
  const preview: Preview = { added: [], newer: [], same: [], older: [], refused: [] };
  for (const sheet of incoming) {
    const known = wanted.get(sheet.id) ?? here.get(sheet.id);
    if (known && !isOneWith(known, sheet)) {
      preview.refused.push({ ...refusal(sheet, "id"), reason: "clash" });
      continue;
    }
    const outcome = joined(known, sheet);
    if (outcome === known) {
      const isSame = JSON.stringify(known) === JSON.stringify(sheet);
      (isSame ? preview.same : preview.older).push(sheet);
    } else {
      const rival = wanted.get(sheet.id);
      if (rival) preview.older.push(rival);
      wanted.set(sheet.id, outcome);
    }
  }
  for (const sheet of wanted.values()) {
    (here.has(sheet.id) ? preview.newer : preview.added).push(sheet);
  }
  return preview;
}

/**
 * One sheet out of two of its states: the later one, and of the earlier what the later has not.
 * Nothing written is lost, since no state tells whether something was deleted in it or has never
 * been there. Of states of one second the one that is here counts as the later.
 */
export function joined(known: Sheet | undefined, sheet: Sheet): Sheet {
  if (!known) return sheet;
  const [late, early] = sheet.changed > known.changed ? [sheet, known] : [known, sheet];
  const isMissing = ([id]: [string, unknown]) => !Object.hasOwn(late.answers, id);
  const missing = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(isMissing));
  const chosen = new Set(late.commitments.map(({ id }) => id));
  const both = {
    ...early,
    ...late,
    answers: { ...late.answers, ...missing(early.answers) },
    // Words go with the answer to which they were seen.
    seen: { ...late.seen, ...missing(early.seen) },
    commitments: [...early.commitments.filter(({ id }) => !chosen.has(id)), ...late.commitments],
  };
  return sizeOf(both) === sizeOf(late) ? late : both;
}

/** How much there is in a sheet: whatever is added to it makes this more. */
function sizeOf(sheet: Sheet): number {
  const { answers, seen, commitments } = sheet;
  const parts = [sheet, answers, seen, commitments];
  return parts.reduce((sum, part) => sum + Object.keys(part).length, 0);
}

/** Whether two sheets are one: else what others answered could become one's own by a file. */
export function isOneWith(a: Sheet, b: Sheet): boolean {
  return a.origin === b.origin && a.assessment === b.assessment && a.form === b.form;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The day of an instant as sheets write it; "" of anything else. */
function dayOf(value: unknown): string {
  if (typeof value !== "string" || !MOMENT.test(value)) return "";
  return Number.isNaN(Date.parse(value)) ? "" : value.slice(0, 10);
}
