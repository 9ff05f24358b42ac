/** What the page's script offers to the scripts that are loaded beside it: the global `Rapport`. */

import type { Contents } from "./contents.ts";
import type { Desk } from "./desk.ts";
import type { Findings } from "./findings.ts";
import type { Notebook } from "./notebook/notebook.ts";
import type { Overview, Page } from "./page.ts";
import type { Plan } from "./plan.ts";
import type { readSheet } from "./reading.ts";
import type { loadPlan } from "./scripts.ts";
import type { Sheet } from "./sheet.ts";

/** What a script does when its page opens; `desk` is there on a questionnaire's page. */
export type Begin = (page: Page, desk?: Desk) => unknown;

export type Tell = (page: Page, sheet: Sheet | undefined, found: Findings) => string | undefined;

export interface Offer {
  /** What each plan calls. */
  plan(content: Plan): void;
  /** What the table of contents calls. */
  contents(content: Contents): void;
  readSheet: typeof readSheet;
  /** Loads a plan; each script that is loaded by itself would else keep plans of its own. */
  loadPlan: typeof loadPlan;
  /** By its name, what each script that a page asks for does once the page is open. */
  begin: Record<string, Begin>;
  /** The same for pages over all questionnaires. */
  overview: Record<string, (overview: Overview) => unknown>;
  /** By `data-action`, what a script that was loaded for it does with a page's answers. */
  actions: Record<string, (desk: Desk, button: HTMLElement) => unknown>;
  /** Draws a result and gives its headline, once its script is there. */
  showResult?: (page: Page, sheet: Sheet | undefined) => string;
  /** Does what a button of the notebook says, once its script is there. */
  manage?: (notebook: Notebook, button: HTMLElement) => unknown;
  /** By its name, what a script adds to a result; gives the headline where it has one. */
  tell: Record<string, Tell>;
}

declare global {
  // A global of a classic script is a `var`.
  var Rapport: Offer;
}
