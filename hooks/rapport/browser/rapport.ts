/** What the page's script offers to the scripts that are loaded beside it: the global `Rapport`. */

import type { keepCopy, openCopy } from "./copies.ts";
import type { Plan } from "./plan.ts";
import type { readSheet } from "./reading.ts";

export interface Offer {
  /** What each plan calls. */
  plan(content: Plan): void;
  readSheet: typeof readSheet;
  /** There once `copies.js` is loaded. */
  copies?: { keepCopy: typeof keepCopy; openCopy: typeof openCopy };
}

declare global {
  // A global of a classic script is a `var`.
  var Rapport: Offer;
}
