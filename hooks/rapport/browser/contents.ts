/**
 * What is on the site: the table of contents that pages over all questionnaires read.
 *
 * Written by `contents.py` as `assets/contents.js`, a classic script that calls
 * `Rapport.contents({…})`. Plans are loaded for those questionnaires that somebody has answered.
 */

import type { Plan, Words } from "./plan.ts";

/** A form of a questionnaire. */
export interface FormEntry {
  /** "" where the assessment has no forms. */
  id: string;
  title: string;
  role?: "guess" | "answer";
  /** How many questions count towards progress: all but texts. */
  countable: number;
  /** The page's address from the site's root. */
  path: string;
}

/** A questionnaire. */
export interface Entry {
  id: string;
  title: string;
  /** The version of its plan, as `loadPlan` takes it. */
  version: string;
  private: boolean;
  subject: Plan["subject"];
  forms: FormEntry[];
  /** Addresses from the site's root of the pages that show many answers, where there are any. */
  gap?: string;
  portfolio?: string;
}

export interface Contents {
  format: 1;
  /** BCP 47 */
  language: string;
  /** Everything that the scripts of these pages say. */
  words: Words;
  /** By title. */
  questionnaires: Entry[];
}
