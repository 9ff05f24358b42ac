/**
 * Many sheets: which are about one form and customer, and which of them is in hand.
 */

import type { Sheet } from "./sheet.ts";

/** A name for comparing. Upper case first, since "ß" and "SS" meet only there. */
export function comparable(subject: string | undefined): string {
  return (subject ?? "").trim().normalize().toUpperCase().toLowerCase().normalize();
}

/** Whether two names mean one customer: spaces around them and capitals do not count. */
export function sameSubject(a: string | undefined, b: string | undefined): boolean {
  return comparable(a) === comparable(b);
}

/** The later begun; of two begun in one second the later changed, then the greater id. */
function later(a: Sheet, b: Sheet): Sheet {
  const order = (sheet: Sheet) => sheet.started + sheet.changed + sheet.id;
  return order(a) > order(b) ? a : b;
}

/**
 * The reader's own sheets of a form. Without `subject` about any customer; with "" only those that
 * name nobody.
 */
export function ofForm(
  sheets: Sheet[],
  assessmentId: string,
  formId: string,
  subject?: string,
): Sheet[] {
  return sheets.filter((sheet) =>
    sheet.origin === "own" && sheet.assessment === assessmentId &&
    (sheet.form ?? "") === formId &&
    (subject === undefined || sameSubject(sheet.subject, subject))
  );
}

/** The sheet that was begun last, if there is one. */
export function current(sheets: Sheet[]): Sheet | undefined {
  return sheets.reduce<Sheet | undefined>(
    (best, sheet) => best ? later(best, sheet) : sheet,
    undefined,
  );
}
