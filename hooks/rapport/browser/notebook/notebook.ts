/**
 * The notebook: everything that this browser keeps of a reader's answers, over all questionnaires.
 * A script of its own. What there is stands in the store; here it is listed, opened, renamed, saved
 * and deleted.
 */

import { all, fill, find, show } from "../dom.ts";
import type { Overview } from "../page.ts";
import type { Sheet } from "../sheet.ts";
import { bookPart } from "./book.ts";
import { type Book, books, type Received, received } from "./threads.ts";
import { load } from "../scripts.ts";
import { receivedPart } from "./received.ts";
import { Trying } from "./trying.ts";

/** With so few threads all of them stand open; else only the newest. */
const OPEN_AT_ONCE = 3;

/** The page at work. */
export class Notebook {
  readonly overview: Overview;
  sheets: Sheet[] = [];
  books: Book[] = [];
  /** Keys of the threads that stand open; nothing before the first drawing. */
  #open: Set<string> | undefined;
  readonly #trying = new Trying(this);
  /** Whether another tab changed something while the reader was writing here. */
  #isLate = false;

  constructor(overview: Overview) {
    this.overview = overview;
  }

  /** Takes up what storage has, and draws it. */
  async reload(): Promise<void> {
    const { store } = this.overview;
    this.sheets = await store.all();
    const damaged = await store.aside();
    this.#draw(damaged.length);
    this.#trying.draw();
  }

  /** Connects the page's events. */
  listen(): void {
    const { root, store, signal } = this.overview;
    root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-action]");
      if (button) void this.#act(button);
    }, { signal });
    root.addEventListener("focusout", () => {
      if (this.#isLate) setTimeout(() => void this.#hear());
    }, { signal });
    signal.addEventListener("abort", store.onChange(() => void this.#hear()));
  }

  /** Another tab changed something. What is being written here is not drawn over. */
  async #hear(): Promise<void> {
    const { root } = this.overview;
    const { activeElement } = document;
    this.#isLate = root.contains(activeElement) &&
      activeElement!.matches("form.rename *, input:not([type=radio]), textarea");
    if (!this.#isLate) await this.reload();
  }

  /** What buttons do stands in a script of its own: most visits only read. */
  async #act(button: HTMLElement): Promise<void> {
    const { say } = this.overview;
    this.announce("");
    try {
      if (!Rapport.manage) await load("managing.js");
      await Rapport.manage!(this, button);
    } catch (error) {
      this.announce(say("action_failed"), button);
      throw error;
    }
  }

  #draw(damaged: number): void {
    const { root, say, contents, store } = this.overview;
    this.books = books(this.sheets, contents);
    const others = received(this.sheets, contents);
    const threads = this.books.flatMap((book) => book.threads);
    this.#open ??= new Set(
      threads.slice(0, threads.length > OPEN_AT_ONCE ? 1 : OPEN_AT_ONCE).map(({ key }) => key),
    );
    const parts = this.books.map((book) => bookPart(this.overview, book, this.#open!));
    find(root, "[data-books]")!.replaceChildren(...parts);
    this.#drawReceived(others);
    show(find(root, "[data-none]"), threads.length === 0);
    const hasAny = threads.length + others.length > 0;
    for (const part of all(root, "[data-some]")) show(part, hasAny);
    const kept = store.keptOf();
    for (const text of all(root, "[data-kept]")) show(text, text.dataset.kept === kept);
    show(find(root, "[data-damaged]"), damaged > 0);
    fill(root, "[data-damaged-words]", say("notebook_damaged", { n: damaged }));
  }

  #drawReceived(others: Received[]): void {
    const { root } = this.overview;
    show(find(root, "[data-received]"), others.length > 0);
    find(root, "[data-received] ul")!.replaceChildren(
      ...others.map((each) => receivedPart(this.overview, each)),
    );
  }

  /** The thread's own line on the page, which opens it. */
  lineOf(key: string): HTMLElement | null {
    const parts = all(this.overview.root, "[data-thread]");
    return parts.find(({ dataset }) => dataset.thread === key)?.querySelector("summary") ?? null;
  }

  /** Says what was done, for the eye and the ear, and goes on from a place in reach. */
  announce(words: string, place?: HTMLElement | null): void {
    const { root } = this.overview;
    fill(root, "[data-announce]", words);
    find(root, "[data-announce]")!.toggleAttribute("data-in-sight", words !== "");
    if (words) (place ?? find(root, "h1"))?.focus();
  }
}

Rapport.overview.notebook = async (overview) => {
  const notebook = new Notebook(overview);
  notebook.listen();
  await notebook.reload();
};
