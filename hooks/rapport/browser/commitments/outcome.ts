/**
 * "How did it go?": four answers, a note, and a new date where something is still to be done. Every
 * choice is kept at once, and can be changed for as long as the page is open.
 */

import { ahead, dayOf, isToCome, WEEK } from "./days.ts";
import { dayField, optionalText, showField } from "./fields.ts";
import { all, fill, make } from "../dom.ts";
import type { Place } from "../page.ts";
import { dated } from "./sentence.ts";
import { amend, type Commitment, type Outcome, type Sheet } from "../sheet.ts";
import { day } from "../words.ts";

const OUTCOMES: Outcome[] = ["done", "partly", "not-yet", "dropped"];

/** Whether something is left to try, which needs a day. */
const isToDo = (outcome: Outcome): boolean => outcome === "partly" || outcome === "not-yet";

/**
 * Asks about one commitment of a stored sheet. `kept` is called after each change that was kept.
 * On a page with a desk it should reload, since the sheet in hand may be this one.
 */
export function outcomeForm(
  place: Place,
  sheet: Sheet,
  commitment: Commitment,
  kept: () => unknown = () => {},
): HTMLElement {
  const { store, say, language } = place;
  const today = dayOf(new Date());
  const { id, by, note = "" } = commitment;
  // What is left to try gets a new date by itself, so that one choice is enough.
  let next = isToCome(by, ahead(today, 1)) ? by : ahead(today, WEEK);
  const write = (parts: Parameters<typeof amend>[2]) =>
    void store.change(sheet.id, (stored) => stored && amend(stored, id, parts, new Date()))
      .then(kept);
  const told = (outcome: Outcome) => {
    const date = day(next, language);
    fill(form, "[data-noted]", say(isToDo(outcome) ? "how_later" : "how_settled", { date }));
  };
  const choose = (outcome: Outcome) => {
    showField(again, isToDo(outcome));
    showField(remark, true);
    told(outcome);
    write({ outcome, by: isToDo(outcome) ? next : by });
  };
  const again = dayField(say("how_day"), say, today, (chosen) => {
    next = chosen;
    choose(picked(form)!);
  });
  const remark = optionalText(say("how_note"), "textarea", "", (text) => write({ note: text }));
  again.set(next);
  remark.set(note);
  const form = make(
    "fieldset",
    { class: "outcome", "data-outcome-of": id },
    make("legend", {}, make("strong", {}, say("how")), " ", dated(commitment, say, language)),
    sheet.subject ? make("p", { class: "quiet" }, say("how_about", { name: sheet.subject })) : "",
    make("p", { class: "ways" }, ...OUTCOMES.map((outcome) => way(place, commitment, outcome))),
    again.element,
    remark.element,
    make("p", { class: "quiet", role: "status", "data-noted": "" }),
  );
  showField(again, false);
  showField(remark, note !== "");
  form.addEventListener("change", ({ target }) => {
    if ((target as HTMLInputElement).type === "radio") choose(picked(form)!);
  });
  return form;
}

function way({ say }: Place, { id }: Commitment, outcome: Outcome): HTMLElement {
  const input = make("input", { type: "radio", name: `outcome.${id}`, value: outcome });
  return make("label", {}, input, " ", say(`outcome_${outcome}`));
}

function picked(form: HTMLElement): Outcome | undefined {
  const chosen = all<HTMLInputElement>(form, "[type=radio]").find(({ checked }) => checked);
  return chosen?.value as Outcome | undefined;
}
