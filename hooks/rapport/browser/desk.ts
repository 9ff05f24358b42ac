/**
 * A questionnaire's page at work: the sheet in hand, and everything a reader can do with it.
 *
 * The sheet in hand changes at once; storage follows, and other tabs hear of it. What the page
 * shows is always drawn from the sheet.
 */

import type { Answer, ItemState, Question, Trend } from "./plan.ts";
import { current, ofForm } from "./collection.ts";
import { damaged } from "./damaged.ts";
import { fill, find, show } from "./dom.ts";
import { showForm } from "./form.ts";
import { readAnswer } from "./inputs.ts";
import type { Page } from "./page.ts";
import { askedScripts, load } from "./scripts.ts";
import { answer, concern, finish, newSheet, type Sheet, takeBack } from "./sheet.ts";
import { follow, look, showVersion } from "./versions.ts";
import { day } from "./words.ts";

const RESULT = "#result";

/**
 * Brings a page to life: shows what is stored, and listens. `join` is what other scripts do first:
 * they may turn to another sheet, and only then is it known whose the early answers are.
 */
export async function openDesk(page: Page, join: (desk: Desk) => Promise<unknown>): Promise<void> {
  const desk = new Desk(page);
  const early = desk.read();
  await desk.reload();
  await follow(desk);
  await join(desk);
  if (page.signal.aborted) return;
  desk.begin(early);
  await desk.turn(false);
}

/** The page at work. Scripts that are loaded on demand work with what is public here. */
export class Desk {
  readonly page: Page;
  /** The sheet in hand. */
  sheet: Sheet | undefined;
  /** How many sheets of this form are kept besides the one in hand. */
  earlier = 0;
  /** The customer in mind; undefined means whichever comes, "" nobody. */
  subject: string | undefined;
  /** The mark of the sheet that was asked for by itself; the newest is in hand without. */
  opened: string | undefined;
  /** A sheet from elsewhere that is only looked at: in hand, and nowhere kept. */
  guest: Sheet | undefined;
  #writing = 0;
  /** How often the desk is turning to another sheet, and when the last of them is in hand. */
  #turns = 0;
  #turned: Promise<void> | undefined;
  /** What draws a result, as it was asked for ahead of need. */
  #prepared: Promise<boolean> | undefined;

  constructor(page: Page) {
    this.page = page;
  }

  /** What the inputs say, by question. */
  read(): [Question, Answer | undefined][] {
    const { root, form } = this.page;
    return form.questions.map((
      question,
    ) => [question, readAnswer(find(root, `[data-question="${question.id}"]`)!, question)]);
  }

  /** Takes up what was answered while the page was not ready yet, and goes on with the reader. */
  begin(early: [Question, Answer | undefined][]): void {
    this.#welcomeBack();
    for (const [question, value] of early) if (value !== "") this.#answer(question, value);
    this.#listen();
  }

  /** Leads whoever comes back with answers straight to the result. */
  #welcomeBack(): void {
    const { root, say } = this.page;
    const { subject = "" } = this.sheet ?? {};
    show(find(root, "[data-back]"), Object.keys(this.sheet?.answers ?? {}).length > 0);
    // Answers over those of another day would be a loss.
    show(find(root, "[data-since]"), this.since !== "");
    const words = say(subject ? "since_about" : "since", { date: this.since, subject });
    fill(root, "[data-since-words]", words);
  }

  /** From which day the finished answers in hand are; "" on that day, when somebody is still at it. */
  get since(): string {
    const { finished } = this.guest ? {} : this.sheet ?? {};
    const { language } = this.page;
    const date = finished ? day(finished, language) : "";
    return date === day(new Date().toISOString(), language) ? "" : date;
  }

  /** What somebody chose to try is recalled by a script of its own; without it nothing is lost. */
  #recall(ours: Sheet[]): void {
    const begin = () => Rapport.begin.commitments?.(this.page, this);
    if (Rapport.begin.commitments) void begin();
    else if (ours.some(({ commitments }) => commitments.length > 0)) {
      void load("commitments.js").then(begin, () => {});
    }
  }

  /** Takes up what storage has: at the start, and when another tab changed something. */
  async reload(): Promise<void> {
    const { root } = this.page;
    const ours = await this.ours(this.subject);
    // While a change of ours is on its way the sheet in hand is newer than what was read.
    if (this.#writing > 0) return;
    const newest = current(ours);
    this.sheet = this.guest ?? ours.find(({ id }) => id === this.opened) ?? newest;
    this.earlier = Math.max(0, ours.length - 1);
    showVersion(this, newest);
    this.#draw();
    this.#recall(ours);
    show(find(root, "[data-aside]"), (await damaged(this.page)).length > 0);
  }

  /** What the address asks for while the page is open. */
  async #addressed(): Promise<void> {
    await follow(this);
    for (const name of askedScripts(find(this.page.root, "[data-assessment]")!)) {
      await load(`${name}.js`).then(() => Rapport.begin[name]?.(this.page, this), () => {});
    }
    await this.turn(true);
  }

  #listen(): void {
    const { root, store, signal } = this.page;
    root.addEventListener("input", (event) => this.#answered(event.target as Element), { signal });
    // The dialog has a form of its own, which closes it.
    find(root, "[data-assessment]")!.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("click", (event) => this.#clicked(event), { signal });
    addEventListener("hashchange", () => void this.#addressed(), { signal });
    signal.addEventListener("abort", store.onChange(() => void this.reload()));
  }

  /** Shows the answers or the result, as the address says. */
  async turn(moved: boolean): Promise<void> {
    const { root, form } = this.page;
    if (location.hash === RESULT && !await this.#loadResult()) this.announce("action_failed");
    const isResult = location.hash === RESULT && Rapport.showResult !== undefined;
    const view = isResult ? "result" : "answers";
    const isTurned = root.dataset.view !== view;
    root.dataset.view = view;
    if (isResult) {
      const headline = Rapport.showResult!(this.page, this.sheet);
      if (!isTurned || !moved) return;
      find(root, "[data-headline]")!.focus({ preventScroll: true });
      scrollTo(0, 0);
      this.announce(`announce_${form.role === "answer" ? "thanks" : "result"}`, { headline });
    } else if (isTurned && moved && !location.hash && history.state?.y) {
      // The browser went back to where the reader was before the questions were there again.
      scrollTo(0, history.state.y);
    } else if (moved && location.hash) {
      const question = document.getElementById(location.hash.slice(1));
      question?.scrollIntoView();
      if (question) find(question, "input, textarea")?.focus();
    }
  }

  /**
   * Loads what draws a result, and scripts that add to it; without those the rest still holds.
   * False where there is nothing to draw it.
   */
  async #loadResult(): Promise<boolean> {
    const { resultScripts } = find(this.page.root, "[data-assessment]")!.dataset;
    const names = resultScripts?.split(" ") ?? [];
    // A form that is one file has it inside.
    const drawing = Rapport.showResult ? [] : [load("result.js")];
    const each = [...drawing, ...names.map((name) => load(`${name}.js`))];
    await Promise.allSettled(each);
    return Rapport.showResult !== undefined;
  }

  /** Turns to the sheet about this customer: the newest, the one opened, or one only looked at. */
  async about(subject: string | undefined, opened?: string, guest?: Sheet): Promise<void> {
    Object.assign(this, { subject, opened, guest });
    this.#turns += 1;
    await (this.#turned = this.reload().finally(() => this.#turns -= 1));
    this.#welcomeBack();
  }

  /** All sheets of this form, or those about this customer; the one in hand among them. */
  async ours(subject?: string): Promise<Sheet[]> {
    const { plan, form, store } = this.page;
    return ofForm(await store.all(), plan.id, form.id, subject);
  }

  /** The question that an element belongs to, and its fieldset. */
  #at(element: Element): { question: Question; fieldset: HTMLElement } | undefined {
    const fieldset = element.closest<HTMLElement>("[data-question]");
    const id = fieldset?.dataset.question;
    const question = this.page.form.questions.find((each) => each.id === id);
    return question && fieldset ? { question, fieldset } : undefined;
  }

  #answered(element: Element): void {
    const at = this.#at(element);
    if (at) this.#answer(at.question, readAnswer(at.fieldset, at.question));
  }

  #answer(question: Question, value: Answer | undefined): void {
    if (value === undefined) return;
    const trends = this.page.plan.words.trends as Record<Trend, string>;
    this.change((sheet, now) => answer(sheet, question, value, now, trends));
  }

  /** Changes the sheet in hand, then the one in storage; begins a sheet where there is none. */
  change(change: (sheet: Sheet, now: Date) => Sheet): void {
    // Until the other sheet is in hand, the one before would take what belongs to the other.
    if (this.#turns) return void this.#turned!.finally(() => this.change(change));
    const { plan, form, store } = this.page;
    const now = new Date();
    const fresh = concern(newSheet(plan, form, now), this.subject, now);
    const base = this.sheet ?? fresh;
    const next = change(base, now);
    if (next === base) return;
    // What another tab has deleted meanwhile stays deleted: only this change is new.
    const empty = { ...fresh, id: base.id };
    this.sheet = next;
    this.announce("");
    if (this.guest) return void look(this, next);
    this.#writing += 1;
    // Here before the result is asked for, also where the network ends meanwhile. Where it has ended,
    // the result itself asks again, and not each answer.
    this.#prepared ??= this.#loadResult();
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
    if (button) this.announce("");
    const actions: Record<string, () => unknown> = {
      "show-result": () => this.toResult(),
      "change": () => this.toAnswers(),
      "take-back": () => this.#takeBack(button!),
      "rest": () => this.#answerRest(button!),
      "print": () => print(),
    };
    const action = button?.dataset.action;
    if (!action) return;
    if (actions[action]) actions[action]();
    else void this.#elsewhere(action, button);
  }

  #go(address: string): void {
    // The theme keeps the place on the page in the state; it is not ours to drop.
    history.pushState(history.state, "", address);
    void this.turn(true);
  }

  /** Leads to the result. */
  toResult(): void {
    if (this.sheet && !this.sheet.finished) this.page.store.persist();
    this.change(finish);
    this.#go(RESULT);
  }

  /** Leads back to the questions. */
  toAnswers(): void {
    if (location.hash) this.#go(location.pathname + location.search);
    // Back to the first question, not to the introduction.
    find(this.page.root, "[data-assessment]")!.scrollIntoView();
    find(this.page.root, ".progress")!.focus({ preventScroll: true });
  }

  #takeBack(button: HTMLElement): void {
    const { question, fieldset } = this.#at(button)!;
    this.change((sheet, now) => takeBack(sheet, question.id, now));
    find(fieldset, "input, textarea")?.focus();
  }

  /** Says "no" to every item of a checklist that has no answer yet. */
  #answerRest(button: HTMLElement): void {
    const { question, fieldset } = this.#at(button)!;
    const no = question.options.map(({ value }) => [value, "not-seen"]);
    const given = readAnswer(fieldset, question) as Record<string, ItemState>;
    this.#answer(question, { ...Object.fromEntries(no), ...given });
  }

  /** What few readers do comes by a script of its own, which may be out of reach. */
  async #elsewhere(action: string, button: HTMLElement): Promise<void> {
    try {
      if (!Rapport.actions[action]) await load(`${button.dataset.script ?? "keeping"}.js`);
      await Rapport.actions[action]?.(this, button);
    } catch {
      this.announce("action_failed");
    }
  }

  /** Says what was done; a result needs no words in sight, its headline has them. */
  announce(key: string, values?: Record<string, string | number>): void {
    const { root, say } = this.page;
    fill(root, "[data-announce]", say(key, values));
    find(root, "[data-announce]")!.toggleAttribute("data-in-sight", !key.startsWith("announce"));
  }

  #draw(): void {
    showForm(this.page, this.sheet, this.earlier, this.guest !== undefined);
    if (this.page.root.dataset.view === "result") Rapport.showResult?.(this.page, this.sheet);
  }
}
