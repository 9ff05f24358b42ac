/**
 * A questionnaire's page at work: the sheet in hand, and everything a reader can do with it.
 *
 * The sheet in hand changes at once; storage follows, and other tabs hear of it. What the page
 * shows is always drawn from the sheet.
 */

import type { Answer, ItemState, Question, Trend } from "./plan.ts";
import { current, ofForm } from "./collection.ts";
import { damaged } from "./damaged.ts";
import { confirm } from "./confirm.ts";
import { fill, find, show } from "./dom.ts";
import { showForm } from "./form.ts";
import { readAnswer } from "./inputs.ts";
import type { Page } from "./page.ts";
import type { Copies } from "./rapport.ts";
import { showResult } from "./result.ts";
import { load } from "./scripts.ts";
import { day } from "./words.ts";
import { answer, commit, finish, mark, newSheet, type Sheet, takeBack, withdraw } from "./sheet.ts";

const RESULT = "#result";
/** Days from choosing a practice to the day on which it should have been tried. */
const WEEK = 7;

/** Brings a page to life: shows what is stored, and listens. */
export async function openDesk(page: Page): Promise<void> {
  const desk = new Desk(page);
  await desk.begin();
  desk.listen();
  desk.turn(false);
}

/** The reader's own calendar day some days ahead. */
function dayAhead(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  // Swedish dates are ISO dates; `toISOString` would give the day in Greenwich.
  return day.toLocaleDateString("sv");
}

class Desk {
  #page: Page;
  #sheet: Sheet | undefined;
  /** How many sheets of this form are kept besides the one in hand. */
  #earlier = 0;
  #writing = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes up what storage has, and then what was answered while the page was not ready yet. */
  async begin(): Promise<void> {
    const { root, form } = this.#page;
    const early = form.questions.map((question) =>
      [question, readAnswer(find(root, `[data-question="${question.id}"]`)!, question)] as const
    );
    await this.reload();
    this.#welcomeBack();
    for (const [question, value] of early) if (value !== "") this.#answer(question, value);
  }

  /** Leads whoever comes back with answers straight to the result, and recalls what was chosen. */
  #welcomeBack(): void {
    const { root, plan, say } = this.#page;
    const { answers = {}, commitments = [] } = this.#sheet ?? {};
    show(find(root, "[data-back]"), Object.keys(answers).length > 0);
    const words = commitments.map(({ by, text }) =>
      say("trying_what", { date: day(by, plan.language), text })
    );
    fill(root, "[data-back-words]", words.join(" "));
  }

  /** Takes up what storage has: at the start, and when another tab changed something. */
  async reload(): Promise<void> {
    const { root } = this.#page;
    const ours = await this.#ours();
    // While a change of ours is on its way the sheet in hand is newer than what was read.
    if (this.#writing > 0) return;
    this.#sheet = current(ours);
    this.#earlier = Math.max(0, ours.length - 1);
    this.#draw();
    show(find(root, "[data-aside]"), (await damaged(this.#page)).length > 0);
  }

  /** Connects the page's events. */
  listen(): void {
    const { root, store, signal } = this.#page;
    root.addEventListener("input", (event) => this.#answered(event.target as Element), { signal });
    // The dialog has a form of its own, which closes it.
    find(root, "[data-assessment]")!.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    addEventListener("hashchange", () => this.turn(true), { signal });
    signal.addEventListener("abort", store.onChange(() => void this.reload()));
  }

  /** Shows the answers or the result, as the address says. */
  turn(moved: boolean): void {
    const { root, form } = this.#page;
    const isResult = location.hash === RESULT;
    const view = isResult ? "result" : "answers";
    const isTurned = root.dataset.view !== view;
    root.dataset.view = view;
    if (isResult) {
      const headline = showResult(this.#page, this.#sheet);
      if (!isTurned || !moved) return;
      find(root, "[data-headline]")!.focus({ preventScroll: true });
      scrollTo(0, 0);
      this.#announce(`announce_${form.role === "answer" ? "thanks" : "result"}`, { headline });
    } else if (moved && location.hash) {
      const question = document.getElementById(location.hash.slice(1));
      question?.scrollIntoView();
      if (question) find(question, "input, textarea")?.focus();
    }
  }

  /** All sheets of this form, the one in hand among them. */
  async #ours(): Promise<Sheet[]> {
    const { plan, form, store } = this.#page;
    return ofForm(await store.all(), plan.id, form.id);
  }

  async #ids(): Promise<string[]> {
    return (await this.#ours()).map(({ id }) => id);
  }

  /** The question that an element belongs to, and its fieldset. */
  #at(element: Element): { question: Question; fieldset: HTMLElement } | undefined {
    const fieldset = element.closest<HTMLElement>("[data-question]");
    const id = fieldset?.dataset.question;
    const question = this.#page.form.questions.find((each) => each.id === id);
    return question && fieldset ? { question, fieldset } : undefined;
  }

  #answered(element: Element): void {
    const at = this.#at(element);
    if (at) this.#answer(at.question, readAnswer(at.fieldset, at.question));
  }

  #answer(question: Question, value: Answer | undefined): void {
    if (value === undefined) return;
    const trends = this.#page.plan.words.trends as Record<Trend, string>;
    this.#change((sheet, now) => answer(sheet, question, value, now, trends));
  }

  /** Changes the sheet in hand, then the one in storage; begins a sheet where there is none. */
  #change(change: (sheet: Sheet, now: Date) => Sheet): void {
    const { plan, form, store } = this.#page;
    const now = new Date();
    const fresh = newSheet(plan, form, now);
    const base = this.#sheet ?? fresh;
    const next = change(base, now);
    if (next === base) return;
    // What another tab has deleted meanwhile stays deleted: only this change is new.
    const empty = { ...fresh, id: base.id };
    this.#sheet = next;
    this.#announce("");
    this.#writing += 1;
    // Writing begins now; drawing waits for the frame in which it would be seen anyway.
    requestAnimationFrame(() => this.#draw());
    void store.change(base.id, (stored) => change(stored ?? empty, now)).finally(() => {
      this.#writing -= 1;
      void this.reload();
    });
  }

  #clicked(event: Event): void {
    const target = event.target as Element;
    const link = target.closest<HTMLAnchorElement>("[data-open] a");
    if (link) {
      event.preventDefault();
      event.stopPropagation(); // The theme would scroll somewhere else and take the focus away.
      this.#go(link.hash);
    }
    const button = target.closest<HTMLElement>("[data-action]");
    if (button) this.#announce("");
    const actions: Record<string, () => unknown> = {
      "show-result": () => this.#showResult(),
      "change": () => this.#backToAnswers(),
      "take-back": () => this.#takeBack(button!),
      "rest": () => this.#answerRest(button!),
      "try-this": () => this.#tryThis(button!.closest<HTMLElement>("[data-practice]")!),
      "start-again": () => this.#startAgain(),
      "clear": () => this.#clear(),
      "share-computer": () => this.#share(true),
      "unshare-computer": () => this.#share(false),
      "print": () => print(),
      "keep": () => this.#copy("keep"),
      "import": () => this.#copy("bringBack"),
      "see-practices": () => find(this.#page.root, ".practices")!.scrollIntoView(),
    };
    actions[button?.dataset.action ?? ""]?.();
  }

  #go(address: string): void {
    // The theme keeps the place on the page in the state; it is not ours to drop.
    history.pushState(history.state, "", address);
    this.turn(true);
  }

  #showResult(): void {
    if (this.#sheet) this.#change(finish);
    this.#go(RESULT);
  }

  #backToAnswers(): void {
    if (location.hash) this.#go(location.pathname + location.search);
    // Back to the questions, not to the introduction.
    find(this.#page.root, ".progress")!.focus();
  }

  #takeBack(button: HTMLElement): void {
    const { question, fieldset } = this.#at(button)!;
    this.#change((sheet, now) => takeBack(sheet, question.id, now));
    find(fieldset, "input, textarea")?.focus();
  }

  /** Says "no" to every item of a checklist that has no answer yet. */
  #answerRest(button: HTMLElement): void {
    const { question, fieldset } = this.#at(button)!;
    const no = question.options.map(({ value }) => [value, "not-seen"]);
    const given = readAnswer(fieldset, question) as Record<string, ItemState>;
    this.#answer(question, { ...Object.fromEntries(no), ...given });
  }

  #tryThis(item: HTMLElement): void {
    const practice = item.dataset.practice!;
    const text = find(item, "[data-words]")!.textContent!;
    const chosen = this.#sheet?.commitments.find((each) => each.practice === practice);
    const commitment = { id: mark(), text, practice, by: dayAhead(WEEK) };
    this.#change((sheet, now) =>
      chosen ? withdraw(sheet, chosen.id, now) : commit(sheet, commitment, now)
    );
  }

  async #startAgain(): Promise<void> {
    const { plan, form, store } = this.#page;
    const former = this.#sheet;
    if (former && Object.keys(former.answers).length > 0) {
      if (!await confirm(this.#page, "start_again")) return;
      // The sheet begun last is the one in hand, whatever the clock says.
      const time = Math.max(Date.now(), Date.parse(former.started) + 1000);
      const fresh = newSheet(plan, form, new Date(time));
      await store.change(fresh.id, () => fresh);
      await this.reload();
    }
    this.#backToAnswers();
  }

  async #clear(): Promise<void> {
    if (!await confirm(this.#page, this.#earlier ? "clear_all" : "clear", this.#earlier)) return;
    const asides = (await damaged(this.#page)).map(({ id }) => id);
    const isDone = await this.#page.store.remove([...await this.#ids(), ...asides]);
    await this.reload();
    this.#backToAnswers();
    this.#announce(isDone ? "cleared" : "not_cleared");
  }

  async #share(isOn: boolean): Promise<void> {
    const isDone = await this.#page.store.share(isOn, await this.#ids());
    await this.reload();
    if (!isDone) this.#announce("not_moved");
  }

  /** Keeps or brings back a copy: by a script of its own, which may be out of reach. */
  async #copy(what: keyof Copies): Promise<void> {
    try {
      if (!Rapport.copies) await load("copies.js");
      const done = await Rapport.copies![what](this.#page, this.#sheet);
      if (!done) return;
      await this.reload();
      this.#announce(done.key, done.values);
    } catch {
      this.#announce("copy_failed");
    }
  }

  /** Says what was done; a result needs no words in sight, its headline has them. */
  #announce(key: string, values?: Record<string, string | number>): void {
    const { root, say } = this.#page;
    fill(root, "[data-announce]", say(key, values));
    find(root, "[data-announce]")!.toggleAttribute("data-in-sight", !key.startsWith("announce"));
  }

  #draw(): void {
    showForm(this.#page, this.#sheet, this.#earlier);
    if (this.#page.root.dataset.view === "result") showResult(this.#page, this.#sheet);
  }
}
