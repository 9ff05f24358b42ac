/**
 * The one script of every page with a questionnaire. It starts what the page asks for, after each
 * way there is to arrive on one: a full load, instant navigation, and Back.
 */

import { type Desk, openDesk } from "./desk.ts";
import { find, show } from "./dom.ts";
import { readSheet } from "./reading.ts";
import { load, loadPlan, plan } from "./scripts.ts";
import { openStore, type Store } from "./store.ts";
import { speak } from "./words.ts";

/** Material's stream of pages, where instant navigation is on. */
declare const document$: { subscribe(next: () => void): unknown } | undefined;

globalThis.Rapport = { plan, readSheet, begin: {}, actions: {}, tell: {} };

let store: Promise<Store> | undefined;
let open: HTMLElement | null = null;
let leave = new AbortController();

/** Starts the questionnaire on this page, or what is about one, if it is not started yet. */
async function start(): Promise<void> {
  const element = find(document, "[data-assessment]");
  if (open === element) return;
  open = element;
  leave.abort();
  if (!element) return;
  const { signal } = leave = new AbortController();
  const { assessment, form: id, planVersion, site, scripts } = element.dataset;
  // An address may ask for one more: `?asked` for what stands under `data-asked-script`.
  const asked = element.dataset[`${location.search.slice(1)}Script`];
  const names = [scripts?.split(" ") ?? [], asked ?? []].flat();
  const root = element.closest<HTMLElement>(".rapport")!;
  try {
    const [content] = await Promise.all([
      loadPlan(assessment!, planVersion),
      ...names.map((name) => load(`${name}.js`)),
    ]);
    const form = content.forms.find((each) => each.id === id)!;
    const say = speak(content.words, content.language);
    const kept = await (store ??= openStore(site!));
    if (signal.aborted) return;
    const page = { root, plan: content, form, store: kept, say, signal };
    const join = (desk?: Desk) =>
      Promise.all(names.map((name) => Rapport.begin[name]?.(page, desk)));
    await (element.matches("form") ? openDesk(page, join) : join());
    if (!signal.aborted) element.dataset.ready = "";
  } catch (error) {
    show(find(root, "[data-failed]"), true);
    throw error;
  }
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else void start();
// On `file://` the stream never says anything; there every page is a full load.
if (typeof document$ !== "undefined") document$.subscribe(() => void start());
