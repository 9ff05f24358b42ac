/** Calendar days as commitments write them, `YYYY-MM-DD`: the reader's own, without a time zone. */

/** Days from choosing something to the day by which it should have been tried. */
export const WEEK = 7;

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The reader's own calendar day at a moment. */
export function dayOf(moment: Date): string {
  // Swedish dates are ISO dates; `toISOString` would give the day in Greenwich.
  return moment.toLocaleDateString("sv");
}

/** The day some days after another. */
export function ahead(day: string, days: number): string {
  // At noon no change to summer time reaches into another day.
  const moment = new Date(`${day}T12:00:00`);
  moment.setDate(moment.getDate() + days);
  return dayOf(moment);
}

/** Whether a date field says a day that is still to come, or today. Half-typed years are long ago. */
export function isToCome(value: string, today: string): boolean {
  return DAY.test(value) && value >= today;
}
