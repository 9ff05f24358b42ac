/** What the parts of an open page work on. */

import type { Contents } from "./contents.ts";
import type { Form, Plan } from "./plan.ts";
import type { Store } from "./store.ts";
import type { Say } from "./words.ts";

/** Any page that reads what is stored, and until when. */
export interface Place {
  root: HTMLElement;
  store: Store;
  say: Say;
  /** BCP 47 */
  language: string;
  /** Aborted when the reader leaves the page without a reload (instant navigation). */
  signal: AbortSignal;
}

/** A page about one questionnaire. */
export interface Page extends Place {
  plan: Plan;
  form: Form;
}

/** A page over all questionnaires. */
export interface Overview extends Place {
  contents: Contents;
}
