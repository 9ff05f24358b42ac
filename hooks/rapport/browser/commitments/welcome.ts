/**
 * What whoever comes back is asked first: how it went with what they wanted to try. Below it, what
 * is still ahead of them.
 */

import { type Chosen, open, waiting } from "./asking.ts";
import { dayOf } from "./days.ts";
import type { Desk } from "../desk.ts";
import { find, make, show } from "../dom.ts";
import { outcomeForm } from "./outcome.ts";
import { sentence } from "./sentence.ts";
import { day } from "../words.ts";

/** What is asked, or recalled, without unfolding anything. */
const FIRST = 3;

export class Welcome {
  readonly #desk: Desk;
  readonly #part = make("div", { class: "recalled", "data-recalled": "" });
  readonly #forms = new Map<string, HTMLElement>();
  /** The customer whom the questions are about. */
  #about: string | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    find(desk.page.root, "[data-back]")!.after(this.#part);
  }

  /**
   * Asks what is to be asked today. A question stays while the page is open, so that it can be
   * answered otherwise; it goes with the answers that it belongs to.
   */
  async show(): Promise<void> {
    const { page, subject } = this.#desk;
    const sheets = await this.#desk.ours(subject);
    if (page.signal.aborted || subject !== this.#desk.subject) return;
    if (subject !== this.#about) this.#forms.clear();
    this.#about = subject;
    const today = dayOf(new Date());
    const asked = open(sheets, today);
    const here = new Set(sheets.flatMap(({ commitments }) => commitments.map(({ id }) => id)));
    for (const id of this.#forms.keys()) if (!here.has(id)) this.#forms.delete(id);
    for (const chosen of asked) this.#ask(chosen);
    const ahead = waiting(sheets, today).filter(({ commitment }) =>
      !this.#forms.has(commitment.id)
    );
    this.#draw(ahead.slice(0, FIRST));
  }

  #ask({ sheet, commitment }: Chosen): void {
    if (this.#forms.has(commitment.id)) return;
    const kept = () => this.#desk.reload();
    this.#forms.set(commitment.id, outcomeForm(this.#desk.page, sheet, commitment, kept));
  }

  #draw(ahead: Chosen[]): void {
    const { say, language } = this.#desk.page;
    const forms = [...this.#forms.values()];
    const rest = forms.slice(FIRST);
    const lines = ahead.map(({ commitment }) => {
      const words = { date: day(commitment.by, language), text: sentence(commitment, say) };
      return make("p", { class: "quiet" }, say("trying_what", words));
    });
    // An element that is moved loses the focus: nothing moves unless there are other questions.
    const isSame = forms.every((form) => this.#part.contains(form)) &&
      this.#part.querySelectorAll(".outcome").length === forms.length;
    if (!isSame) {
      const more = make("details", {}, make("summary", {}, say("how_more", { n: rest.length })));
      more.append(...rest);
      this.#part.replaceChildren(...forms.slice(0, FIRST), ...rest.length ? [more] : []);
    }
    for (const line of this.#part.querySelectorAll(":scope > p")) line.remove();
    this.#part.append(...lines);
    show(this.#part, this.#part.childElementCount > 0);
  }
}
