/**
 * The one script of every page with a questionnaire. It starts what the page asks for, after each
 * way there is to arrive on one: a full load, instant navigation, and Back.
 */

import { openDesk } from "./desk.ts";
import { find, show } from "./dom.ts";
import { readSheet } from "./reading.ts";
import { loadPlan, plan } from "./scripts.ts";
import { openStore, type Store } from "./store.ts";
import { speak } from "./words.ts";

/** Material's stream of pages, where instant navigation is on. */
declare const document$: { subscribe(next: () => void): unknown } | undefined;

globalThis.Rapport = { plan, readSheet };

let store: Promise<Store> | undefined;
let open: HTMLElement | null = null;
let leave = new AbortController();

/** Starts the questionnaire on this page, if there is one and it is not started yet. */
async function start(): Promise<void> {
  const element = find(document, "form[data-assessment]");
  if (open === element) return;
  open = element;
  leave.abort();
  if (!element) return;
  const { signal } = leave = new AbortController();
  const { assessment, form: id, planVersion, site } = element.dataset;
  const root = element.closest<HTMLElement>(".rapport")!;
  try {
    const content = await loadPlan(assessment!, planVersion!);
    const form = content.forms.find((each) => each.id === id)!;
    const say = speak(content.words, content.language);
    const kept = await (store ??= openStore(site!));
    if (signal.aborted) return;
    await openDesk({ root, plan: content, form, store: kept, say, signal });
    element.dataset.ready = "";
  } catch (error) {
    show(find(root, "[data-failed]"), true);
    throw error;
  }
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
else void start();
// On `file://` the stream never says anything; there every page is a full load.
if (typeof document$ !== "undefined") document$.subscribe(() => void start());
