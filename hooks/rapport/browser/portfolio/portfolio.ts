/**
 * The page over all customers of one questionnaire. A script of its own: it reads what is kept in
 * this browser, shows the newest answers about each customer, and can delete them.
 */

import { ofForm } from "../collection.ts";
import { confirm } from "../confirm.ts";
import { damaged } from "../damaged.ts";
import { all, fill, find, make, show } from "../dom.ts";
import { type Customer, customers, type Order, ordered } from "./overview.ts";
import type { Page } from "../page.ts";
import { showPlaces } from "./places.ts";
import { showProfiles } from "./profiles.ts";
import type { Begin } from "../rapport.ts";
import { momentOf } from "../sheet.ts";
import { day } from "../words.ts";

/** What both kinds of overview say of a customer: a link to the answers, and how to delete them. */
export class Glance {
  readonly page: Page;
  #all: Customer[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  /** Takes up what storage has, and draws it. */
  async reload(): Promise<void> {
    const { root, plan, form, store } = this.page;
    this.#all = customers(plan, form, await store.all());
    this.draw();
    const kept = store.keptOf();
    for (const text of all(root, "[data-kept]")) show(text, text.dataset.kept === kept);
    show(find(root, "[data-aside]"), (await damaged(this.page)).length > 0);
  }

  /** Connects the page's events. */
  listen(): void {
    const { root, store, signal } = this.page;
    root.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-action]");
      if (button?.dataset.action === "print") print();
      if (button?.dataset.action === "delete") void this.#delete(button.dataset.customer!);
    }, { signal });
    find(root, ".order")!.addEventListener("change", () => this.draw(), { signal });
    signal.addEventListener("abort", store.onChange(() => void this.reload()));
  }

  /** Draws all customers in the order that is chosen. */
  draw(): void {
    const { root, plan, say } = this.page;
    const order = find<HTMLInputElement>(root, ".order :checked")!.value as Order;
    const each = ordered(this.#all, order, plan.language);
    const n = each.length;
    show(find(root, "[data-none]"), n === 0);
    show(find(root, "[data-some]"), n > 0);
    if (n === 0) return;
    const days = each.map(({ sheet }) => momentOf(sheet)).sort();
    const [oldest, newest] = [days[0]!, days.at(-1)!].map((date) => day(date, plan.language));
    const dates = oldest === newest ? "portfolio_dated" : "portfolio_since";
    fill(root, "[data-dates]", say(dates, { oldest: oldest!, newest: newest! }));
    const tell = plan.result === "stage" ? showPlaces : showProfiles;
    fill(root, "[data-headline]", tell(this, each));
  }

  /** What a customer is called on the page. */
  name({ name }: Customer): string {
    const { plan, say } = this.page;
    return name || say(plan.subject === "required" ? "customer_unnamed" : "customer_nobody");
  }

  /** The name as a link to what was answered. */
  link(customer: Customer): HTMLElement {
    const { questionnaire } = find(this.page.root, "[data-assessment]")!.dataset;
    return make(
      "a",
      { href: `${questionnaire}#sheet=${customer.sheet.id}` },
      this.name(customer),
    );
  }

  /** A customer's row in the table: the name, these cells, the day, and the way to delete it. */
  row(customer: Customer, cells: readonly string[]): HTMLElement {
    const { root, plan, say } = this.page;
    const heads = all(root, ".customers thead th").map((head) => head.textContent!);
    const button = make(
      "button",
      {
        "type": "button",
        "class": "link",
        "data-action": "delete",
        "data-customer": customer.name,
        "aria-label": say("portfolio_delete_what", { name: this.name(customer) }),
      },
      say("portfolio_delete"),
    );
    const values = [...cells, day(momentOf(customer.sheet), plan.language)];
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, this.link(customer)),
      ...values.map((value, place) => make("td", { "data-head": heads[place + 1]! }, value)),
      make("td", { class: "screen" }, button),
    );
  }

  /** Deletes every answer about a customer in this questionnaire, once the reader says yes. */
  async #delete(name: string): Promise<void> {
    const { root, plan, form, store, say } = this.page;
    const customer = this.#all.find((each) => each.name === name);
    if (!customer) return; // Another tab has deleted it meanwhile.
    const ids = ofForm(await store.all(), plan.id, form.id, name).map(({ id }) => id);
    const words = { ...this.page, say: asked(say, this.name(customer)) };
    if (!await confirm(words, ids.length > 1 ? "customer_all" : "customer", ids.length)) return;
    const isDone = await store.remove(ids);
    await this.reload();
    fill(root, "[data-announce]", say(isDone ? "portfolio_deleted" : "not_cleared"));
    find(root, "[data-announce]")!.toggleAttribute("data-in-sight", true);
    find(root, "[data-some]:not([hidden]) [data-headline], [data-none]:not([hidden]) a")?.focus();
  }
}

/** Words that know a customer's name besides. */
function asked(say: Page["say"], name: string): Page["say"] {
  return (key, values) => say(key, { ...values, name });
}

const begin: Begin = async (page) => {
  const glance = new Glance(page);
  glance.listen();
  await glance.reload();
};

Rapport.begin.portfolio = begin;
