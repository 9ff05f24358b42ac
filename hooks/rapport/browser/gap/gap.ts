/**
 * The page on which a guess and the answers of others meet. A script of its own: it takes in what
 * others sent, keeps it in this browser, and shows the comparison.
 */

import { current, ofForm } from "../collection.ts";
import { comparison, saysAnything } from "./comparison.ts";
import { confirm } from "../confirm.ts";
import { showDifferences } from "./differences.ts";
import {
  copyAddress,
  type Report,
  showAddress,
  showReceived,
  showReports,
  wordLine,
} from "./arrivals.ts";
import { all, fill, find, show } from "../dom.ts";
import { download } from "../download.ts";
import { type Inbox, type Line, type Piece, pieces, type Received, take } from "./incoming.ts";
import { mergedFile } from "./merging.ts";
import type { Page } from "../page.ts";
import type { Form } from "../plan.ts";
import type { Begin } from "../rapport.ts";
import { mark, type Sheet } from "../sheet.ts";

/** Files larger than this are no answers, and would hold up the page. */
const LARGEST = 20_000_000;

/** A mark, and the sheet that has it. */
type State = [id: string, sheet: Sheet | undefined];

interface Source {
  /** A file's name; "" for what was pasted. */
  name: string;
  /** Absent where there is too much of it. */
  text?: string;
}

class Gap {
  readonly #page: Page;
  readonly #others: Form;
  #received: Received[] = [];
  /** What the last addition changed, as it was before. */
  #before: State[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page) {
    this.#page = page;
    const { others } = find(page.root, "[data-assessment]")!.dataset;
    this.#others = page.plan.forms.find(({ id }) => id === others)!;
  }

  /** Takes up what storage has, and draws it. */
  async reload(): Promise<void> {
    const { plan, form, store } = this.#page;
    const sheets = await store.all();
    this.#received = sheets.filter(({ origin, assessment, form: id }) =>
      origin === "received" && assessment === plan.id && id === this.#others.id
    );
    const own = current(ofForm(sheets, plan.id, form.id));
    this.#draw(own && saysAnything(own, form) ? own : undefined);
  }

  /** Connects the page's events. */
  listen(): void {
    const { root, store, signal } = this.#page;
    const actions: Record<string, (button: HTMLElement) => unknown> = {
      "add": () => this.#paste(),
      "open-files": () => find(root, "input[type=file]")!.click(),
      "undo": () => this.#undo(),
      "remove": (button) => this.#remove(button.dataset.ids!.split(" "), "gap_one"),
      "remove-all": () => this.#remove(this.#received.map(({ id }) => id), "gap_all"),
      "save-counts": () => this.#saveCounts(),
      "copy-address": () => copyAddress(this.#page),
      "print": () => print(),
    };
    root.addEventListener("click", (event) => {
      const target = event.target as Element;
      const link = target.closest("a");
      // The theme writes addresses in full, so that a link within the page does not look like one.
      if (link?.hash && link.pathname === location.pathname) leadTo(link, event);
      const button = target.closest<HTMLElement>("[data-action]");
      if (button) void actions[button.dataset.action!]?.(button);
    }, { signal });
    this.#listenForFiles();
    // Another tab reports a sheet at a time.
    const end = store.onChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.reload(), 100);
    });
    signal.addEventListener("abort", () => {
      clearTimeout(this.#timer);
      end();
    });
  }

  #listenForFiles(): void {
    const { root, signal } = this.#page;
    const input = find<HTMLInputElement>(root, "input[type=file]")!;
    input.addEventListener("change", () => {
      const files = [...input.files ?? []];
      input.value = "";
      void this.#open(files);
    }, { signal });
    // Anywhere on the page: a file that misses its place would be opened instead of the page.
    addEventListener("dragover", (event) => event.preventDefault(), { signal });
    addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      void this.#open([...event.dataTransfer.files]);
    }, { signal });
  }

  async #paste(): Promise<void> {
    const box = find<HTMLTextAreaElement>(this.#page.root, "textarea")!;
    const text = box.value;
    box.value = ""; // At once: what is pasted meanwhile is not to be lost.
    let isTaken = false;
    try {
      const lines = await this.#take([{ name: "", text }]);
      isTaken = lines.every(({ fate }) => fate !== "refused");
    } finally {
      // What was refused comes back, to be looked at once more.
      if (!isTaken) box.value = [text, box.value].filter(Boolean).join("\n");
    }
  }

  async #open(files: File[]): Promise<void> {
    const sources = files.map(async (file): Promise<Source> => ({
      name: file.name,
      ...(file.size > LARGEST ? {} : { text: await file.text() }),
    }));
    await this.#take(await Promise.all(sources));
  }

  /** Takes in what came, all of it at once, and says of each piece what became of it. */
  async #take(sources: Source[]): Promise<Line[]> {
    const { plan, store } = this.#page;
    const inbox: Inbox = { plan, answers: this.#others, read: Rapport.readSheet };
    const sheets = await store.all();
    const here = new Map<string, Sheet>(sheets.map((sheet) => [sheet.id, sheet]));
    const after = new Map(here);
    const lines: [string, Line][] = [];
    for (const { name, text } of sources) {
      const found: Piece[] = text === undefined
        ? [{ refused: "large" }]
        : pieces(text, inbox, new Date());
      const intake = take([...after.values()], found);
      lines.push(...intake.lines.map((line) => [name, line] as [string, Line]));
      intake.remove.forEach((id) => after.delete(id));
      intake.put.forEach((sheet) => after.set(sheet.id, sheet));
    }
    const ids = [...new Set([...here.keys(), ...after.keys()])];
    const changed = ids.filter((id) => here.get(id) !== after.get(id));
    await this.#write(changed.map((id) => [id, after.get(id)]));
    this.#before = changed.map((id) => [id, here.get(id)]);
    await this.reload();
    this.#report(
      lines.map(([name, line]) =>
        [line.fate, [name, wordLine(this.#page, line)].filter(Boolean).join(": ")] as const
      ),
    );
    return lines.map(([, line]) => line);
  }

  /** Brings the store to these states, of which a missing sheet is one; the store keeps the turn. */
  async #write(states: readonly State[]): Promise<void> {
    const { store } = this.#page;
    const gone = states.filter(([, sheet]) => sheet === undefined).map(([id]) => id);
    await Promise.all([
      store.remove(gone),
      ...states.flatMap(([id, sheet]) => sheet ? store.change(id, () => sheet) : []),
    ]);
  }

  /** Says what was done, a line each. */
  #report(lines: readonly Report[]): void {
    showReports(this.#page, lines);
    show(find(this.#page.root, '[data-action="undo"]'), this.#before.length > 0);
  }

  async #undo(): Promise<void> {
    const { root, say } = this.#page;
    await this.#write(this.#before);
    this.#before = [];
    await this.reload();
    this.#report([["undone", say("gap_undone")]]);
    find(root, "textarea")!.focus();
  }

  async #remove(ids: string[], what: string): Promise<void> {
    const { root, store, say } = this.#page;
    if (!await confirm(this.#page, what, ids.length)) return;
    const isDone = await store.remove(ids);
    this.#before = [];
    await this.reload();
    this.#report([isDone ? ["removed", say("gap_gone")] : ["refused", say("not_cleared")]]);
    find(root, "textarea")!.focus();
  }

  /** Saves what a third person hands on; the batch is remembered with the sheets it came from. */
  async #saveCounts(): Promise<void> {
    const { root, plan, store } = this.#page;
    const batch = this.#received.find(({ batch }) => batch)?.batch ?? mark();
    const withTexts = find<HTMLInputElement>(root, "[data-with-texts]")?.checked ?? false;
    const file = mergedFile(plan, this.#others, this.#received, { withTexts, batch });
    if (!file) return;
    const name = [plan.id, this.#others.id, "counts", file.saved.slice(0, 10)].join("-");
    download(`${name}.json`, file);
    const handOn = (sheet: Sheet | undefined) => sheet && { ...sheet, batch } as Received;
    await Promise.all(this.#received.map(({ id }) => store.change(id, handOn)));
  }

  #draw(mine: Sheet | undefined): void {
    const { root, plan, form, store, say } = this.#page;
    const found = comparison(plan, form, this.#others, mine, this.#received);
    const isReady = mine !== undefined && found.isEnough;
    root.dataset.stage = mine ? isReady ? "compared" : "guess" : "none";
    const collecting = find(root, "[data-collecting]")!;
    const differences = find(root, "[data-differences]")!;
    show(differences, mine !== undefined);
    show(find(root, "[data-first]"), mine === undefined);
    show(find(root, "[data-see]"), isReady);
    // What there is to read comes first; until then, what there is to do.
    if (isReady !== (collecting.previousElementSibling === differences)) {
      if (isReady) collecting.before(differences);
      else collecting.after(differences);
    }
    // One filled button at a time: what to do next.
    find(root, '[data-action="add"]')!.classList.toggle("primary", mine !== undefined && !isReady);
    if (mine) showDifferences(this.#page, differences, found, mine, this.#received);
    const isFew = found.people < plan.minimum && plan.minimum > 1;
    const people = found.people ? isFew ? "gap_people_few" : "gap_people" : "gap_nobody";
    fill(root, "[data-people]", say(people, { n: found.people, least: plan.minimum }));
    showReceived(this.#page, this.#received);
    for (const button of all<HTMLButtonElement>(root, '[data-action="save-counts"]')) {
      button.disabled = !found.isEnough;
    }
    const kept = store.keptOf();
    for (const text of all(root, "[data-kept]")) show(text, text.dataset.kept === kept);
    showAddress(this.#page);
  }
}

/** Follows a link to a place on this page, and takes the focus along. */
function leadTo(link: HTMLAnchorElement, event: Event): void {
  event.preventDefault();
  event.stopPropagation(); // The theme would scroll somewhere else and take the focus away.
  const place = document.getElementById(link.hash.slice(1))!;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}

const begin: Begin = async (page) => {
  const gap = new Gap(page);
  gap.listen();
  await gap.reload();
};

Rapport.begin.gap = begin;
