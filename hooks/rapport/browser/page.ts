/** What the parts of an open questionnaire's page work on. */

import type { Form, Plan } from "./plan.ts";
import type { Store } from "./store.ts";
import type { Say } from "./words.ts";

/** One open questionnaire: what it is about, and until when. */
export interface Page {
  root: HTMLElement;
  plan: Plan;
  form: Form;
  store: Store;
  say: Say;
  /** Aborted when the reader leaves the page without a reload (instant navigation). */
  signal: AbortSignal;
}
