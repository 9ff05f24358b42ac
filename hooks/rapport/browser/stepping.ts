/**
 * One question at a time: a switch at the top of the questions, Back and Next below them, and keys.
 * A script of its own, for who has chosen it.
 *
 * Nothing moves on by itself. An answer given by mistake stays in sight until Next is pressed, and
 * nobody who listens to the page is carried off in the middle of choosing.
 */

import type { Desk } from "./desk.ts";
import { all, fill, find, make, show } from "./dom.ts";
import { dress } from "./dress.ts";
import { recall, remember } from "./preferences.ts";
import type { Question } from "./plan.ts";
import { standing } from "./standing.ts";
import { chosenBy, goOn, keysOf, OPENING } from "./steps.ts";

const NAME = "step";
/** What a key is for where one of these has the focus. */
const TAKES_KEYS = "input, textarea, select, button, a, summary";
/** By root: a page that is left takes its own along. */
const stepping = new WeakMap<HTMLElement, Stepping>();

/** Where a turn leaves the focus: on the new question, or where it is. */
type Focus = "question" | "stays";

/** The questions of a page, one at a time. */
class Stepping {
  readonly #desk: Desk;
  readonly #questions: HTMLElement[];
  readonly #bar: HTMLElement;
  readonly #off = new AbortController();
  #place = OPENING;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#questions = all(desk.page.root, "[data-question]");
    this.#bar = this.#makeBar();
    this.#listen();
  }

  /** Shows what the address names, or where the reader goes on; never the opening, where chosen. */
  begin(isChosen: boolean): void {
    show(find(this.#desk.page.root, "[data-while-stepping]"), true);
    const place = this.#linked() || this.#goOn();
    if (isChosen) this.#turn(Math.max(place, 1), "question");
    else this.#turn(place, "stays");
  }

  /** All questions stand on the page again, at the one that was shown. */
  end(): void {
    const { root } = this.#desk.page;
    this.#off.abort();
    this.#bar.remove();
    delete root.dataset.step;
    show(find(root, "[data-while-stepping]"), false);
    this.#mark(undefined);
    this.#questions[this.#place - 1]?.scrollIntoView();
  }

  #makeBar(): HTMLElement {
    const { root, say } = this.#desk.page;
    const button = (name: string, look: string, ...content: string[]) =>
      make("button", { type: "button", class: `button ${look}`, "data-turn": name }, ...content);
    const result = find(root, "[data-assessment] > .actions button")!.cloneNode(true);
    const bar = make(
      "div",
      { class: "turning" },
      make("p", { class: "quiet keys", "data-keys": "" }),
      button("back", "", say("step_back")),
      make("span", { class: "quiet", id: "step.place", "data-place": "" }),
      button("next", "primary"),
      result,
    );
    find(root, "[data-assessment]")!.append(bar);
    return bar;
  }

  #listen(): void {
    const { root, signal: left } = this.#desk.page;
    const signal = AbortSignal.any([left, this.#off.signal]);
    const turn = (name: string, by: number) =>
      find(this.#bar, `[data-turn=${name}]`)!.addEventListener(
        "click",
        () => this.#turn(this.#place + by, "question"),
        { signal },
      );
    turn("back", -1);
    turn("next", 1);
    const form = find(root, "[data-assessment]")!;
    form.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    // Whoever has clicked beside the question has the focus outside of the form.
    document.addEventListener("keydown", (event) => this.#typed(event), { signal });
    // The desk says what is to be seen each time when the address, the customer or the reader asks.
    const watch = new MutationObserver((seen) =>
      this.#arrive(seen.some(({ oldValue }) => oldValue === "result"))
    );
    watch.observe(root, { attributeFilter: ["data-view"], attributeOldValue: true });
    signal.addEventListener("abort", () => watch.disconnect());
  }

  /** The reader has come to the questions by an address, from a result, or with other answers. */
  #arrive(isFromResult: boolean): void {
    if (this.#desk.page.root.dataset.view === "result") return;
    const linked = this.#linked();
    if (linked) return this.#turn(linked, "question");
    // Who has begun has read what stands before the questions, also where all is empty again.
    const first = this.#place === OPENING ? OPENING : 1;
    this.#turn(Math.max(this.#goOn(), first), isFromResult ? "question" : "stays");
  }

  /** The place that the address leads to: a question, or the first one of a part; 0 without. */
  #linked(): number {
    const target = document.getElementById(location.hash.slice(1));
    const part = target?.closest<HTMLElement>(".part");
    const question = target?.closest<HTMLElement>("[data-question]") ??
      (part && find(part, "[data-question]"));
    return question ? this.#questions.indexOf(question) + 1 : OPENING;
  }

  #goOn(): number {
    const { sheet, since, page: { form } } = this.#desk;
    // Answers of another day are not gone on with unasked: the opening says from when they are.
    if (since && this.#place === OPENING) return OPENING;
    const order = this.#questions.map(({ dataset }) => dataset.question!);
    return goOn(order, form, standing(sheet, form));
  }

  #turn(place: number, focus: Focus): void {
    const { root, say } = this.#desk.page;
    const of = this.#questions.length;
    const before = this.#questions[this.#place - 1];
    this.#place = Math.min(Math.max(place, OPENING), of);
    const question = this.#questions[this.#place - 1];
    root.dataset.step = question ? "question" : "opening";
    this.#mark(question);
    fill(this.#bar, "[data-place]", question ? say("step_place", { n: this.#place, of }) : "");
    fill(this.#bar, "[data-turn=next]", say(question ? "step_next" : "step_begin"));
    fill(this.#bar, "[data-keys]", this.#wordKeys());
    show(find(this.#bar, "[data-turn=back]"), question !== undefined);
    show(find(this.#bar, "[data-turn=next]"), this.#place < of);
    show(find(this.#bar, "[data-action]"), this.#place === of);
    if (focus === "stays") return;
    this.#leaveAddress();
    this.#scroll(question);
    if (question) this.#enter(question, before);
    else find(root, ".progress")!.focus({ preventScroll: true });
  }

  /** Shows the page from its top, or from the question where two options would not fit in. */
  #scroll(question: HTMLElement | undefined): void {
    scrollTo(0, 0);
    if (!question) return;
    const bottom = (each: HTMLElement | null | undefined) =>
      each?.getBoundingClientRect().bottom ?? 0;
    // Of the second option, whose words may be long, it is enough to see where it begins.
    const end = [find(question, "label, textarea"), all(question, "input")[1]].map(bottom);
    // A bar that stays covers what is below its top.
    const room = Math.min(innerHeight, this.#bar.getBoundingClientRect().top);
    if (Math.max(...end) > room) question.scrollIntoView();
  }

  /** Marks the question that is shown, and the part in which it stands. */
  #mark(question: HTMLElement | undefined): void {
    const { root } = this.#desk.page;
    for (const each of all(root, ".part, [data-question]")) {
      each.toggleAttribute("data-current", each.contains(question ?? null));
      each.removeAttribute("tabindex");
      each.removeAttribute("aria-describedby");
    }
  }

  /** Moves the focus to a question, which says what is asked; and, in a new part, about what. */
  #enter(question: HTMLElement, before: HTMLElement | undefined): void {
    const part = question.parentElement!;
    const titles = part.contains(before ?? null) ? [] : all(part, ":scope > :is(h2, .period)");
    titles.forEach((title, n) => title.id ||= `step.${n}.${question.id}`);
    const about = [...titles.map(({ id }) => id), "step.place"];
    question.setAttribute("aria-describedby", about.join(" "));
    question.tabIndex = -1;
    question.focus({ preventScroll: true });
  }

  /** Whoever has moved on from where a link led would come back there by a reload. */
  #leaveAddress(): void {
    if (this.#linked() === this.#place || !location.hash) return;
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  #question(): Question | undefined {
    const id = this.#questions[this.#place - 1]?.dataset.question;
    return this.#desk.page.form.questions.find((each) => each.id === id);
  }

  #wordKeys(): string {
    const { say } = this.#desk.page;
    const question = this.#question();
    const n = question ? keysOf(question) : 0;
    if (!n) return "";
    return question!.na ? say("step_keys_na", { n, na: question!.na }) : say("step_keys", { n });
  }

  #pressed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const question = this.#question();
    const isModified = event.ctrlKey || event.altKey || event.metaKey;
    if (!question || isModified || target.matches("textarea, select, [type=text]")) return;
    if (event.key === "Enter" && !target.matches("button, a, summary")) {
      // Enter in a field would send the form, and there is nowhere to send it.
      event.preventDefault();
      // Held down, it leads to the next question and no further.
      if (!event.repeat) find(this.#bar, ".primary:not([hidden])")!.click();
      return;
    }
    const value = chosenBy(event.key, question);
    if (value === undefined) return;
    event.preventDefault();
    const inputs = all<HTMLInputElement>(this.#questions[this.#place - 1]!, "input");
    const chosen = inputs.find((each) => each.name === question.id && each.value === value);
    chosen?.focus();
    chosen?.click();
  }

  /** Lets what is typed where nothing takes it go into the text that is asked for. */
  #typed({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void {
    const isModified = ctrlKey || altKey || metaKey;
    if (isModified || (target as HTMLElement).matches(TAKES_KEYS) || key.length > 1) return;
    // Not sooner: on a phone, the keyboard would come with each question and cover it.
    find(this.#desk.page.root, "[data-question][data-current] textarea")?.focus();
  }
}

/** Words the switch by what it leads to. */
function wordSwitch({ page: { root, say } }: Desk, isOn: boolean): void {
  fill(root, "[data-action=step]", say(isOn ? "step_all" : "step_one"));
}

async function begin(desk: Desk, isChosen: boolean): Promise<void> {
  const { root, signal } = desk.page;
  await dress(root, "stepping.css");
  // A second click may have come while the style was on its way.
  if (signal.aborted || stepping.has(root)) return;
  const steps = new Stepping(desk);
  stepping.set(root, steps);
  wordSwitch(desk, true);
  steps.begin(isChosen);
}

Rapport.begin.stepping = async ({ root }, desk) => {
  const { site } = find(root, "[data-assessment]")!.dataset;
  // A question's address may begin with the name of this script, and asks for nothing.
  if (desk && recall(site!, NAME)) await begin(desk, false);
};
Rapport.actions.step = (desk) => {
  const { root } = desk.page;
  const { site } = find(root, "[data-assessment]")!.dataset;
  const steps = stepping.get(root);
  remember(site!, NAME, steps ? "" : "1");
  if (!steps) return begin(desk, true);
  stepping.delete(root);
  steps.end();
  wordSwitch(desk, false);
  return undefined;
};
