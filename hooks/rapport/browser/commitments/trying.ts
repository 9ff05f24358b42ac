/**
 * What a result says of commitments: a row below each practice that was taken up, and a list of what
 * came in the reader's own words, or from a practice that the questionnaire has no more.
 */

import { chosenOn, kept } from "./choosing.ts";
import { dayOf } from "./days.ts";
import type { Desk } from "../desk.ts";
import { all, find, make } from "../dom.ts";
import { Row } from "./row.ts";
import { commit, type Commitment, type Sheet, withdraw } from "../sheet.ts";

export class Trying {
  readonly #desk: Desk;
  readonly #rows = new Map<string, Row>();
  /** Taken off since the page was opened: whoever takes it up again finds their words. */
  readonly #withdrawn = new Map<string, Commitment>();
  /** The sheet that the rows are of. */
  #of: string | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Takes up the practice that the button stands beside, or takes it off. */
  toggle(button: HTMLElement): void {
    const item = button.closest<HTMLElement>("[data-practice]")!;
    const practice = item.dataset.practice!;
    const chosen = this.#desk.sheet?.commitments.find((each) => each.practice === practice);
    if (chosen) return this.#withdraw(chosen);
    const before = [...this.#withdrawn.values()].find((each) => each.practice === practice);
    this.#takeUp(before ?? { ...chosenOn(dayOf(new Date()), wordsOf(item)), practice });
  }

  /** Begins something in the reader's own words. It is kept from the first word on. */
  begin(): void {
    const begun = [...this.#rows.values()].find(({ commitment }) => !commitment.text.trim());
    const row = begun ?? this.#row(chosenOn(dayOf(new Date()), ""), "");
    if (!begun) this.#own()?.append(this.#item(row));
    row.unfold();
    row.focus();
  }

  /** Shows what is chosen in the sheet in hand. */
  draw(sheet: Sheet | undefined): void {
    const own = this.#own();
    if (!own) return;
    // What is begun before there is a sheet goes into the one that it makes.
    if (this.#of && sheet?.id !== this.#of) this.#forget();
    this.#of = sheet?.id;
    const items = all(this.#desk.page.root, "[data-practice]");
    for (const commitment of sheet?.commitments ?? []) {
      const known = this.#rows.get(commitment.id);
      known?.show(commitment);
      if (known?.element.isConnected) continue;
      const item = items.find(({ dataset }) => dataset.practice === commitment.practice);
      const isFree = item && !find(item, "[data-commitment]");
      const row = known ?? this.#row(commitment, isFree ? wordsOf(item) : "");
      if (isFree) item.append(row.element);
      else own.append(this.#item(row));
    }
    this.#sweep(sheet);
  }

  /** Takes off the rows of what is not in the sheet, but those that somebody may go on with. */
  #sweep(sheet: Sheet | undefined): void {
    const here = new Set(sheet?.commitments.map(({ id }) => id));
    for (const [id, { element, commitment }] of this.#rows) {
      const item = element.closest<HTMLElement>("[data-own-words]");
      const isWaiting = item && (this.#withdrawn.has(id) || !commitment.text.trim());
      item?.toggleAttribute("data-withdrawn", this.#withdrawn.has(id));
      if (item) this.#word(item, this.#withdrawn.has(id));
      if (here.has(id) || isWaiting) continue;
      (item ?? element).remove();
      this.#rows.delete(id);
    }
  }

  #forget(): void {
    for (const { element } of this.#rows.values()) {
      (element.closest("[data-own-words]") ?? element).remove();
    }
    this.#rows.clear();
    this.#withdrawn.clear();
  }

  #own(): HTMLElement | null {
    return find(this.#desk.page.root, "[data-own]");
  }

  #row(commitment: Commitment, practice: string): Row {
    const row = new Row(
      this.#desk.page,
      commitment,
      practice,
      (before, parts) => this.#desk.change((sheet, now) => kept(sheet, before, parts, now)),
    );
    this.#rows.set(commitment.id, row);
    return row;
  }

  /** An item of the list of own words, with the button that a practice has beside it. */
  #item(row: Row): HTMLElement {
    const button = make("button", { type: "button", class: "button" });
    const item = make("li", { "data-own-words": "" }, row.element, button);
    button.addEventListener("click", () => this.#toggleOwn(row.commitment, item));
    this.#word(item, false);
    return item;
  }

  #word(item: HTMLElement, isWithdrawn: boolean): void {
    const words = this.#desk.page.say(isWithdrawn ? "try_this" : "withdraw");
    const button = item.lastElementChild!;
    if (button.textContent !== words) button.textContent = words;
  }

  #toggleOwn(commitment: Commitment, item: HTMLElement): void {
    if (this.#withdrawn.has(commitment.id)) return this.#takeUp(commitment);
    if (commitment.text.trim()) return this.#withdraw(commitment);
    // Nothing was written yet: nothing to come back to.
    item.remove();
    this.#rows.delete(commitment.id);
    find(this.#desk.page.root, '[data-action="try-own"]')?.focus();
  }

  #takeUp(commitment: Commitment): void {
    this.#withdrawn.delete(commitment.id);
    this.#desk.change((sheet, now) => commit(sheet, commitment, now));
    // At once, and not with the next frame: it is unfolded where somebody chooses it.
    this.draw(this.#desk.sheet);
    this.#rows.get(commitment.id)?.unfold();
  }

  #withdraw(commitment: Commitment): void {
    this.#withdrawn.set(commitment.id, commitment);
    this.#desk.change((sheet, now) => withdraw(sheet, commitment.id, now));
  }
}

function wordsOf(item: HTMLElement): string {
  return find(item, "[data-words]")!.textContent!;
}
