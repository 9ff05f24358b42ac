/**
 * The plan: what the browser knows of one assessment.
 *
 * Written by `plan.py` as `assets/plans/<id>.js`, a classic script that calls `Rapport.plan({…})`.
 * Ids, numbers and the words a sheet has to remember; every longer text stands in the page itself.
 */

/** An answer as a sheet keeps it (see `sheet.ts`). `null` is "does not apply". */
export type ItemState = "seen" | "not-seen" | "na";
export type Trend = "better" | "same" | "worse";
export type Answer =
  | number
  | string
  | null
  | { at: number; trend?: Trend }
  | { [item: string]: ItemState };

export type QuestionType = "scale" | "choice" | "poles" | "balance" | "checklist" | "text";

/** One thing that can be chosen: a step on a scale, a choice, or an item of a checklist. */
export interface Option {
  /** A step's number from 1, a choice's id, or an item's id. */
  value: number | string;
  label: string;
  /** On choices: a neutral second label, where the first is an image. */
  plain?: string;
  /** 0–100, not rounded; what is reversed is so already. Absent where the question is not scored. */
  score?: number;
  /** On choices: the sentence `[data-flag="question.choice"]` in the page applies when chosen. */
  flag?: { dimension: string };
  /** On checklist items: the sentence beside a dimension applies when "seen". */
  dimension?: string;
  warning?: string;
  /** What to do: on checklist items first of all when seen, on choices for those who choose it. */
  practice?: string;
}

export interface Question {
  id: string;
  type: QuestionType;
  /** The words as asked in this form. */
  ask: string;
  shape: string;
  options: Option[];
  /** The words for "does not apply"; absent where it is not offered. */
  na?: string;
  /** poles: a trend is asked as well. */
  trend?: true;
  /** Absent in `unscored`. */
  dimension?: string;
  /** checklist: what was seen is for the team or its leaders to change. */
  obstacles?: true;
  /** Absent means 1. */
  weight?: number;
  /** Ids of practices and of a warning, as `principle.practice`. */
  practices?: string[];
  warnings?: string[];
}

/** A level of a band set, lowest first; `from` is its lower cut, 0–100. */
export interface Band {
  id: string;
  words: string;
  from: number;
}

/** A step of a scale; `at` is its score where nothing is reversed, 0–100. */
export interface Step {
  label: string;
  at: number;
}

export interface Dimension {
  id: string;
  title: string;
  /** As written inside a sentence: "Your answers put listening lowest." */
  name: string;
  bands: Band[];
  group?: string;
  /** Of the scale that its scored questions share, for the picture; empty where they differ. */
  steps: Step[];
}

export interface Form {
  /** The form's id; "" where the assessment has no forms. */
  id: string;
  title: string;
  edition: string;
  /** Counts "does not apply", after a number: "did not come up". */
  na: string;
  role?: "guess" | "answer";
  /** What stands for form and edition in the code of a sheet; absent where sheets have no code. */
  code?: string;
  /** In the order of the file: scored questions, then unscored ones. */
  questions: Question[];
}

export type ResultKind = "profile" | "mean" | "weakest" | "gap" | "stage" | "distribution";

/** Which questions tell the stage; the choices `question.choice` that mean "at risk". */
export interface Stage {
  ours: string;
  theirs: string;
  risk: string[];
}

export interface Plan {
  format: 1;
  id: string;
  /** What stands for the assessment in the code of a sheet. */
  code: string;
  result: ResultKind;
  private: boolean;
  subject: "none" | "optional" | "required";
  /** How many answers of others the gap page needs before it shows any. */
  minimum: number;
  /** With `result: stage` only. */
  stage?: Stage;
  dimensions: Dimension[];
  forms: Form[];
  /** Everything the script says, from `locale/`; a map is chosen by the language's plural rule. */
  words: Words;
  /** BCP 47 */
  language: string;
}

export type Words = { readonly [key: string]: string | { readonly [rule: string]: string } };
