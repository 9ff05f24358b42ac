/** What the commitments say, at the top of the notebook: what to ask about, what waits, what was. */

import { type Chosen, isSettled, open, waiting } from "../commitments/asking.ts";
import { dayOf } from "../commitments/days.ts";
import { outcomeForm } from "../commitments/outcome.ts";
import { dated, sentence } from "../commitments/sentence.ts";
import { find, make, show } from "../dom.ts";
import { siteAddress } from "../scripts.ts";
import type { Notebook } from "./notebook.ts";
import { disclosure } from "./versions.ts";

export class Trying {
  readonly #notebook: Notebook;
  /** By commitment: a question stays while the page is open, so that it can be answered otherwise. */
  readonly #forms = new Map<string, HTMLElement>();

  constructor(notebook: Notebook) {
    this.#notebook = notebook;
  }

  /** Shows all that was ever chosen; the section is hidden until something is. */
  draw(): void {
    const { overview, sheets } = this.#notebook;
    const own = sheets.filter(({ origin }) => origin === "own");
    const all = own.flatMap((sheet) =>
      sheet.commitments.map((commitment) => ({ sheet, commitment }))
    );
    const here = new Set(all.map(({ commitment }) => commitment.id));
    for (const id of this.#forms.keys()) if (!here.has(id)) this.#forms.delete(id);
    const today = dayOf(new Date());
    for (const { sheet, commitment } of open(own, today)) {
      if (this.#forms.has(commitment.id)) continue;
      this.#forms.set(commitment.id, outcomeForm(overview, sheet, commitment));
    }
    const isAsked = ({ commitment }: Chosen) => this.#forms.has(commitment.id);
    const ahead = waiting(own, today).filter((each) => !isAsked(each));
    const settled = all.filter((each) => isSettled(each.commitment) && !isAsked(each));
    this.#show(ahead, settled);
    show(find(overview.root, "[data-trying]"), all.length > 0);
  }

  #show(ahead: Chosen[], settled: Chosen[]): void {
    const { root, say, language } = this.#notebook.overview;
    const part = find(root, "[data-trying] div")!;
    const forms = [...this.#forms.values()];
    // A form that is moved loses the focus: they stay where they are unless there are others.
    const shown = [...part.querySelectorAll<HTMLElement>(".outcome")];
    const isSame = shown.length === forms.length && forms.every((form) => shown.includes(form));
    if (isSame) {
      part.replaceChildren(...[...part.children].filter((each) => each.matches(".outcome")));
    } else part.replaceChildren(...forms);
    const items = ahead.map((each) => {
      const { outcome } = each.commitment;
      const told = outcome ? say("told", { outcome: say(`outcome_${outcome}`) }) : "";
      return this.#item(each, [dated(each.commitment, say, language), told].join(" ").trim());
    });
    if (items.length > 0) part.append(make("ul", { class: "trying" }, ...items));
    if (settled.length === 0) return;
    part.append(disclosure(say("notebook_settled", { n: settled.length }), () => [
      make("ul", { class: "trying" }, ...settled.map((each) => this.#settled(each))),
    ]));
  }

  /** A commitment in words, with the way to where it was chosen. */
  #item({ sheet }: Chosen, words: string): HTMLElement {
    const { books } = this.#notebook;
    const { assessment, form = "", subject } = sheet;
    const book = books.find((each) => each.assessment === assessment && each.form === form);
    const from = [book?.title ?? "", subject ?? ""].filter(Boolean).join(" · ");
    const origin = book?.path
      ? make("a", { href: `${siteAddress(book.path)}#sheet=${sheet.id}` }, from)
      : from;
    return make("li", {}, words, " ", make("small", {}, origin));
  }

  #settled(chosen: Chosen): HTMLElement {
    const { say } = this.#notebook.overview;
    const { outcome, note } = chosen.commitment;
    const words = [sentence(chosen.commitment, say), say(`outcome_${outcome}`)].join(" ");
    return this.#item(chosen, [words, note ? `“${note}”` : ""].filter(Boolean).join(" · "));
  }
}
