/** How far the reader has come with a questionnaire, as its card says it. */

import { comparable, current, ofForm } from "../collection.ts";
import type { Entry, FormEntry } from "../contents.ts";
import { isBegun, type Sheet } from "../sheet.ts";

export type Reached =
  /** Begun, and no result asked for yet. */
  | { state: "begun"; form: FormEntry; sheet: Sheet }
  /** An instant. */
  | { state: "result"; finished: string }
  | { state: "customers"; count: number };

/** Gives what the reader's own answers come to; nothing where there are none. */
export function reached(entry: Entry, sheets: Sheet[]): Reached | undefined {
  // What others answer is not the reader's progress, also where the reader filled it in for them.
  const forms = entry.forms.filter(({ role }) => role !== "answer");
  const own = forms.flatMap(({ id }) => ofForm(sheets, entry.id, id)).filter(isBegun);
  const names = new Set(own.map(({ subject }) => comparable(subject)).filter(Boolean));
  if (entry.subject !== "none" && names.size > 0) return { state: "customers", count: names.size };
  const sheet = current(own);
  if (!sheet) return undefined;
  if (sheet.finished) return { state: "result", finished: sheet.finished };
  return { state: "begun", form: forms.find(({ id }) => id === (sheet.form ?? ""))!, sheet };
}
