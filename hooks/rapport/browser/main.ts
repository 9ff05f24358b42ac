/**
 * The one script of every page that reads what is stored. It starts what the page asks for, after
 * each way there is to arrive on one: a full load, instant navigation and Back.
 */

import { type Desk, openDesk } from "./desk.ts";
import { find, show } from "./dom.ts";
import type { Place } from "./page.ts";
import { printAddress } from "./paper.ts";
import { recall } from "./preferences.ts";
import { readSheet } from "./reading.ts";
import { askedScripts, contents, load, loadContents, loadPlan, plan } from "./scripts.ts";
import { openStore, type Store } from "./store.ts";
import { keepLetters } from "./shortcuts.ts";
import { stayWithin } from "./within.ts";
import { speak } from "./words.ts";

/** Material's stream of pages, where instant navigation is on. */
declare const document$: { subscribe(next: () => void): unknown } | undefined;

globalThis.Rapport = {
  plan,
  contents,
  readSheet,
  loadPlan,
  begin: {},
  overview: {},
  actions: {},
  tell: {},
};

let store: Promise<Store> | undefined;
let open: HTMLElement | null = null;
let leave = new AbortController();

/** Starts what this page is about, if it is not started yet. */
async function start(): Promise<void> {
  const element = find(document, "[data-site]");
  if (open === element) return;
  open = element;
  leave.abort();
  if (!element) return;
  const { signal } = leave = new AbortController();
  const root = element.closest<HTMLElement>(".rapport")!;
  try {
    await (element.dataset.assessment ? aboutOne : overAll)(element, root, signal);
    if (!signal.aborted) element.dataset.ready = "";
  } catch (error) {
    show(find(root, "[data-failed]"), true);
    throw error;
  }
}

/** The scripts that every visit of a page begins with. */
function namesOf({ dataset }: HTMLElement): string[] {
  return dataset.scripts?.split(" ") ?? [];
}

/** A questionnaire, or a page about one. */
async function aboutOne(element: HTMLElement, root: HTMLElement, signal: AbortSignal) {
  const { assessment, form: id, planVersion, site, stepScript } = element.dataset;
  const [names, asked] = [namesOf(element), askedScripts(element)];
  const [kept, content] = await Promise.all([
    store ??= openStore(site!),
    loadPlan(assessment!, planVersion),
    ...[...names, ...asked].map((name) => load(`${name}.js`)),
  ]);
  // A matter of taste: without its script the questions stand on one page.
  if (stepScript && recall(site!, "step")) {
    names.push(stepScript);
    await load(`${stepScript}.js`).catch(() => {});
  }
  if (signal.aborted) return;
  const { language } = content;
  const form = content.forms.find((each) => each.id === id)!;
  const place: Place = { root, store: kept, say: speak(content.words, language), language, signal };
  const page = { ...place, plan: content, form };
  const join = async (desk?: Desk) => {
    // What the address asks for comes first: it may turn to another sheet.
    for (const name of asked) await Rapport.begin[name]?.(page, desk);
    await Promise.all(names.map((name) => Rapport.begin[name]?.(page, desk)));
  };
  await (element.matches("form") ? openDesk(page, join) : join());
}

/** A page over all questionnaires. */
async function overAll(element: HTMLElement, root: HTMLElement, signal: AbortSignal) {
  const { contentsVersion, site } = element.dataset;
  const names = namesOf(element);
  const [kept, listed] = await Promise.all([
    store ??= openStore(site!),
    loadContents(contentsVersion!),
    ...names.map((name) => load(`${name}.js`)),
  ]);
  if (signal.aborted) return;
  const { language } = listed;
  const place: Place = { root, store: kept, say: speak(listed.words, language), language, signal };
  await Promise.all(names.map((name) => Rapport.overview[name]?.({ ...place, contents: listed })));
}

stayWithin();
keepLetters();
printAddress();
addEventListener("DOMContentLoaded", () => {
  void start();
  // On `file://` the stream never says anything; there every page is a full load.
  if (typeof document$ !== "undefined") document$.subscribe(() => void start());
});
