/**
 * What a reader decides to try: taken up from a practice of the result, and taken off again.
 * A script of its own, loaded when somebody first chooses one.
 */

import type { Desk } from "./desk.ts";
import { find } from "./dom.ts";
import { commit, mark, withdraw } from "./sheet.ts";

/** Days from choosing a practice to the day on which it should have been tried. */
const WEEK = 7;

/** The reader's own calendar day some days ahead. */
function dayAhead(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  // Swedish dates are ISO dates; `toISOString` would give the day in Greenwich.
  return day.toLocaleDateString("sv");
}

/** Takes up the practice that the button stands beside, or takes it off. */
function tryThis(desk: Desk, button: HTMLElement): void {
  const item = button.closest<HTMLElement>("[data-practice]")!;
  const practice = item.dataset.practice!;
  const text = find(item, "[data-words]")!.textContent!;
  const chosen = desk.sheet?.commitments.find((each) => each.practice === practice);
  const commitment = { id: mark(), text, practice, by: dayAhead(WEEK) };
  desk.change((sheet, now) =>
    chosen ? withdraw(sheet, chosen.id, now) : commit(sheet, commitment, now)
  );
}

Rapport.actions["try-this"] = tryThis;
