/** What the page's script offers to the scripts that are loaded beside it: the global `Rapport`. */

import type { Page } from "./page.ts";
import type { Plan } from "./plan.ts";
import type { readSheet } from "./reading.ts";
import type { Sheet } from "./sheet.ts";

/** What to tell the reader after a copy was opened. */
export interface Opened {
  key: string;
  values: Record<string, string | number>;
}

/** What `copies.js` does with the sheets of an open page. */
export interface Copies {
  keep(page: Page, inHand?: Sheet): Promise<undefined>;
  bringBack(page: Page): Promise<Opened | undefined>;
}

export interface Offer {
  /** What each plan calls. */
  plan(content: Plan): void;
  readSheet: typeof readSheet;
  /** There once `copies.js` is loaded. */
  copies?: Copies;
}

declare global {
  // A global of a classic script is a `var`.
  var Rapport: Offer;
}
