/**
 * Which customer somebody has in mind: one set of answers for each, chosen at the top of the page.
 * A script of its own, for questionnaires that are about customers.
 */

import { current, sameSubject } from "./collection.ts";
import type { Desk } from "./desk.ts";
import { fill, find, make, show } from "./dom.ts";
import type { Page } from "./page.ts";
import { prefix } from "./preferences.ts";
import { concern, type Sheet } from "./sheet.ts";

/** The value of the choice that asks for a new name; no name begins with a space. */
const ANOTHER = " another";
/** A link from the overview of customers. */
const NEW = "#another";

/** The sheet that was changed last: whoever comes back goes on with that customer. */
function lastAnswered(sheets: readonly Sheet[]): Sheet | undefined {
  return [...sheets].sort((a, b) => a.changed < b.changed ? 1 : -1)[0];
}

/** The part of the page that asks for the customer. */
class Customers {
  readonly #page: Page;
  readonly #desk: Desk;
  readonly #known: HTMLSelectElement;
  readonly #fresh: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #isNeeded: boolean;

  constructor(page: Page, desk: Desk, part: HTMLElement) {
    this.#page = page;
    this.#desk = desk;
    this.#known = find<HTMLSelectElement>(part, "select")!;
    this.#fresh = find(part, "[data-new-customer]")!;
    this.#input = find<HTMLInputElement>(this.#fresh, "input")!;
    this.#isNeeded = page.plan.subject === "required";
  }

  /** Turns to who was in mind here, or was answered about last; a link may have turned already. */
  async begin(): Promise<void> {
    if (this.#desk.opened) return this.#show();
    const sheets = await this.#desk.ours();
    const recalled = sheets.find(({ id }) => id === this.#recalled());
    const isNew = location.hash === NEW;
    if (isNew) history.replaceState(history.state, "", location.pathname + location.search);
    await this.#turnTo((recalled ?? lastAnswered(sheets))?.subject ?? "");
    if (isNew) this.#askForAnother();
  }

  /** Connects the events of this part. */
  listen(): void {
    const { root, store, signal } = this.#page;
    this.#known.addEventListener("change", () => {
      if (this.#known.value === ANOTHER) this.#askForAnother();
      else void this.#change(this.#known.value);
    }, { signal });
    find(this.#fresh, "button")!.addEventListener("click", () => void this.#name(), { signal });
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault(); // Enter would send the form, and there is nowhere to send it.
      void this.#name();
    }, { signal });
    // Before the page's own listener: without a name there is nothing to come back to.
    root.addEventListener("click", (event) => {
      const isAsked = (event.target as Element).closest('[data-action="show-result"]');
      if (!isAsked || !this.#isNeeded || this.#desk.subject) return;
      event.stopPropagation();
      show(this.#fresh, true);
      this.#input.focus();
      this.#desk.announce("customer_needed");
    }, { signal, capture: true });
    // What a copy brings back may be about customers that nobody has named here.
    root.addEventListener("imported", () => void this.#takeUp(), { signal });
    signal.addEventListener("abort", store.onChange(() => void this.#draw()));
  }

  /** Lists every customer there are answers about, and shows the one in mind. */
  async #draw(): Promise<void> {
    const { plan, say } = this.#page;
    const sheets = await this.#desk.ours();
    const chosen = this.#desk.subject ?? "";
    const names = [...sheets.flatMap(({ subject }) => subject ?? []), ...chosen ? [chosen] : []];
    const each = names.filter((name, place) =>
      names.findIndex((other) => sameSubject(other, name)) === place
    ).sort((a, b) => a.localeCompare(b, plan.language));
    const isUnnamed = !this.#isNeeded || !chosen || sheets.some(({ subject }) => !subject);
    const unnamed = this.#isNeeded ? "customer_unnamed" : "customer_nobody";
    const isAsking = this.#known.value === ANOTHER;
    this.#known.replaceChildren(
      ...isUnnamed ? [make("option", { value: "" }, say(unnamed))] : [],
      ...each.map((name) => make("option", { value: name }, name)),
      make("option", { value: ANOTHER }, say("customer_another")),
    );
    show(this.#known.parentElement, each.length > 0 || !this.#isNeeded);
    // Another tab's change must not take away what is being typed.
    if (isAsking) this.#known.value = ANOTHER;
    else {
      this.#known.value = each.find((name) => sameSubject(name, chosen)) ?? "";
      show(this.#fresh, each.length === 0 || (this.#isNeeded && !chosen));
    }
  }

  /** Until there is a name, the answers in hand are somebody else's: they go out of reach. */
  #askForAnother(): void {
    this.#page.root.dataset.asking = "";
    this.#known.value = ANOTHER;
    show(this.#fresh, true);
    this.#input.focus();
  }

  async #turnTo(name: string): Promise<void> {
    await this.#desk.about(name);
    await this.#show();
  }

  /** Shows who is in mind. */
  async #show(): Promise<void> {
    delete this.#page.root.dataset.asking;
    this.#known.value = "";
    this.#remember();
    await this.#draw();
  }

  /** By its sheet's mark, and not by name: what stays behind in a tab names nobody. */
  #remember(): void {
    try {
      sessionStorage.setItem(this.#memory, this.#desk.sheet?.id ?? "");
    } catch {
      // Blocked: coming back leads to the customer answered about last.
    }
  }

  #recalled(): string | null {
    try {
      return sessionStorage.getItem(this.#memory);
    } catch {
      return null;
    }
  }

  get #memory(): string {
    const { plan, form, store } = this.#page;
    return `${prefix(store.site)}customer-${plan.id}-${form.id}`;
  }

  /** Turns to a customer by the reader's choice: what was said in welcome was about another. */
  async #change(name: string): Promise<void> {
    show(find(this.#page.root, "[data-back]"), false);
    await this.#turnTo(name);
    // Whoever answers one question at a time goes on where these answers do.
    await this.#desk.turn(false);
  }

  /**
   * Takes a name: for the answers in hand where they are begun and have none, else for empty ones.
   * Of a customer who has answers already they become the next version. What was finished without
   * a name, or is left for another customer, stays as it is; what is only looked at is kept nowhere.
   */
  async #name(): Promise<void> {
    const name = this.#input.value.trim();
    if (!name) return this.#input.focus();
    this.#input.value = "";
    // A name that is here already keeps the capitals that it has.
    const known = current(await this.#desk.ours(name))?.subject;
    // Not before: an answer may have been given meanwhile, and it belongs to that name.
    const { sheet, guest } = this.#desk;
    const isAsking = this.#known.value === ANOTHER;
    const chosen = known ?? name;
    if (sheet && !guest && !sheet.subject && !sheet.finished && !isAsking) {
      await this.#page.store.change(
        sheet.id,
        (stored) => concern(stored ?? sheet, chosen, new Date()),
      );
    }
    await this.#change(chosen);
    find(this.#page.root, ".progress")!.focus();
  }

  async #takeUp(): Promise<void> {
    if (this.#desk.sheet) await this.#draw();
    else await this.#turnTo(lastAnswered(await this.#desk.ours())?.subject ?? "");
  }
}

Rapport.begin.customers = async (page, desk) => {
  const part = find(page.root, "[data-customer]");
  if (!part || !desk) return;
  const customers = new Customers(page, desk, part);
  customers.listen();
  await customers.begin();
};
Rapport.tell.customers = ({ root, say }, sheet) => {
  fill(root, "[data-about]", sheet?.subject ? say("about", { name: sheet.subject }) : "");
  return undefined;
};
