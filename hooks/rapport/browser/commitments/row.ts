/**
 * A commitment in the result: the sentence read back, and below it, out of the way unless wanted,
 * what makes it the reader's own: when, in which words, by which day, and a reminder.
 */

import { isSettled } from "./asking.ts";
import { calendar } from "./calendar.ts";
import type { Parts } from "./choosing.ts";
import { dayOf } from "./days.ts";
import { downloadText } from "../download.ts";
import { fill, find, make } from "../dom.ts";
import { dayField, type Field, neededText, optionalText } from "./fields.ts";
import type { Page } from "../page.ts";
import { dated } from "./sentence.ts";
import type { Commitment } from "../sheet.ts";
import { day } from "../words.ts";

/** Keeps parts of a commitment, given as it was before. */
type Keep = (before: Commitment, parts: Parts) => void;

export class Row {
  readonly element: HTMLElement;
  commitment: Commitment;
  readonly #page: Page;
  /** The words of the practice that it came from, which stand above it; "" where there is none. */
  readonly #practice: string;
  readonly #fields: Record<"cue" | "text" | "by", Field>;

  constructor(page: Page, commitment: Commitment, practice: string, keep: Keep) {
    const { say } = page;
    this.#page = page;
    this.#practice = practice;
    this.commitment = commitment;
    const keeping = (parts: Parts) => {
      const before = this.commitment;
      this.commitment = { ...before, ...parts };
      this.#read();
      keep(before, parts);
    };
    this.#fields = {
      cue: optionalText(say("cue_label"), "input", say("cue_example"), (cue) => keeping({ cue })),
      text: neededText(say("text_label"), say, (text) => keeping({ text })),
      by: dayField(say("by_label"), say, dayOf(new Date()), (by) => keeping({ by })),
    };
    this.element = make(
      "div",
      { class: "taken-up", "data-commitment": commitment.id },
      make("p", { class: "sentence", "data-sentence": "" }),
      make("p", { class: "quiet", "data-told": "" }),
      make(
        "details",
        {},
        make("summary", {}, say("own_words")),
        ...Object.values(this.#fields).map(({ element }) => element),
        ...this.#reminder(),
      ),
    );
    this.show(commitment);
  }

  /** Unfolds what can be made the reader's own. */
  unfold(): void {
    find<HTMLDetailsElement>(this.element, "details")!.open = true;
  }

  /** Leads to the first field. */
  focus(): void {
    this.#fields.cue.control.focus();
  }

  /** Shows the commitment as it is now. */
  show(commitment: Commitment): void {
    this.commitment = commitment;
    for (const [name, field] of Object.entries(this.#fields)) {
      field.set(commitment[name as keyof Commitment] ?? "");
    }
    this.#read();
  }

  /** Reads it back; of a practice taken as it is, only by when. */
  #read(): void {
    const { say, language } = this.#page;
    const { cue, text, by, outcome, note } = this.commitment;
    const isAsIs = !cue?.trim() && text === this.#practice;
    const date = day(by, language);
    const words = isAsIs ? say("trying", { date }) : dated(this.commitment, say, language);
    fill(this.element, "[data-sentence]", text.trim() && words);
    const how = outcome && say("told", { outcome: say(`outcome_${outcome}`) });
    fill(this.element, "[data-told]", [how, note].filter(Boolean).join(" "));
    this.element.toggleAttribute("data-own-sentence", !isAsIs);
    this.element.toggleAttribute("data-settled", isSettled(this.commitment));
    this.element.toggleAttribute("data-done", outcome === "done");
  }

  #reminder(): HTMLElement[] {
    const { say } = this.#page;
    const tick = make("input", { type: "checkbox" }) as HTMLInputElement;
    const button = make("button", { type: "button", class: "button" }, say("remind"));
    button.addEventListener("click", () => this.#remind(tick.checked));
    return [
      make("p", { class: "field" }, button, make("label", {}, tick, " ", say("remind_details"))),
      make("p", { class: "quiet" }, say("remind_why")),
    ];
  }

  /** Saves a file for a calendar. Its name and title tell nothing, since others may see them. */
  #remind(isTold: boolean): void {
    const { root, form, say, language } = this.#page;
    const { id, by, text } = this.commitment;
    if (!text.trim()) return this.#fields.text.control.focus();
    const { site } = find(root, "[data-site]")!.dataset;
    const details = `${dated(this.commitment, say, language)}\n${form.title}`;
    const file = calendar({
      uid: `${id}@rapport-${site}`,
      day: by,
      made: new Date(),
      title: say("reminder"),
      ...isTold ? { details } : {},
    });
    downloadText(`reminder-${by}.ics`, file, "text/calendar");
  }
}
