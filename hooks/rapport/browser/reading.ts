/**
 * From untrusted values to sheets: a record of the browser's storage, a file somebody opened.
 *
 * Reading never throws. What cannot be read is named by its first fault, so that the page can say
 * so and set it aside. Keys we do not know belong to a later version of the format and are kept.
 */

import { ALPHABET, LONGEST_TEXT, type Sheet } from "./sheet.ts";

/** Why a value is no sheet: the key at fault, `newer` for a later format, `size`, or `object`. */
export type Damage =
  | "object"
  | "size"
  | "newer"
  | "format"
  | "id"
  | "assessment"
  | "form"
  | "edition"
  | "origin"
  | "subject"
  | "time"
  | "answers"
  | "seen"
  | "notes"
  | "commitments";

type Fields = Record<string, unknown>;

/** A sheet of 40 questions takes about 10,000 characters; this leaves room for long texts. */
const LARGEST = 1_000_000;
/** Deeper nesting is garbage, and would overflow the stack when the sheet is written again. */
const DEEPEST = 12;

const ID = new RegExp(`^[${ALPHABET}]{6}$`);
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const STATES = new Set<unknown>(["seen", "not-seen", "na"]);
const TRENDS = new Set<unknown>([undefined, "better", "same", "worse"]);
const OUTCOMES = new Set<unknown>([undefined, "done", "partly", "not-yet", "dropped"]);

function isData(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  return depth > 0 && Object.values(value).every((part) => isData(part, depth - 1));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown, longest = LONGEST_TEXT): boolean =>
  typeof value === "string" && value.length <= longest;

const isName = (value: unknown): boolean =>
  typeof value === "string" && value.length <= 40 && NAME.test(value);

const isMoment = (value: unknown, pattern: RegExp): boolean =>
  typeof value === "string" && pattern.test(value) && !Number.isNaN(Date.parse(value));

/** Whether the object has no such key, or a good value under it. */
const isAbsentOr = (value: unknown, good: (value: unknown) => boolean): boolean =>
  value === undefined || good(value);

function isAnswer(value: unknown): boolean {
  if (value === null || typeof value === "number") return true;
  if (!isFields(value)) return isText(value);
  return typeof value.at === "number"
    ? TRENDS.has(value.trend)
    : Object.values(value).every((state) => STATES.has(state));
}

const isSeen = (value: unknown): boolean =>
  isFields(value) && isText(value.ask) && isText(value.label) && isText(value.shape, 100);

const isCommitment = (value: unknown): boolean =>
  isFields(value) && isText(value.id, 40) && isText(value.text) &&
  isMoment(value.by, DAY) && isAbsentOr(value.chosen, (day) => isMoment(day, DAY)) &&
  isAbsentOr(value.practice, (id) => isText(id, 100)) &&
  isAbsentOr(value.cue, isText) && OUTCOMES.has(value.outcome) && isAbsentOr(value.note, isText);

const isEach = (value: unknown, good: (value: unknown) => boolean): boolean =>
  isFields(value) &&
  Object.entries(value).every(([key, part]) => isText(key, 100) && good(part));

const CHECKS: [Damage, (sheet: Fields) => boolean][] = [
  ["newer", ({ format }) => typeof format !== "number" || format <= 1],
  ["format", ({ format }) => format === 1],
  ["id", ({ id }) => typeof id === "string" && ID.test(id)],
  ["assessment", ({ assessment }) => isName(assessment)],
  ["form", ({ form }) => isAbsentOr(form, isName)],
  ["edition", ({ edition }) => isText(edition, 100)],
  ["origin", ({ origin }) => origin === "own" || origin === "received"],
  ["subject", ({ subject }) => isAbsentOr(subject, (name) => isText(name, 200))],
  [
    "time",
    ({ started, changed, finished }) =>
      [started, changed, finished ?? changed].every((time) => isMoment(time, TIME)),
  ],
  ["answers", ({ answers }) => isEach(answers, isAnswer)],
  ["seen", ({ seen }) => isEach(seen, isSeen)],
  ["notes", ({ notes }) => isAbsentOr(notes, isText)],
  [
    "commitments",
    ({ commitments }) => Array.isArray(commitments) && commitments.every(isCommitment),
  ],
];

/** A sheet of its own, sharing nothing with the value; or the first fault found. */
export function readSheet(value: unknown): Sheet | { damaged: Damage } {
  try {
    if (!isFields(value) || !isData(value, DEEPEST)) return { damaged: "object" };
    const text = JSON.stringify(value);
    if (text.length > LARGEST) return { damaged: "size" };
    const copy: Fields = JSON.parse(text);
    const fault = CHECKS.find(([, isGood]) => !isGood(copy));
    return fault ? { damaged: fault[0] } : copy as unknown as Sheet;
  } catch {
    // A getter or a proxy that throws: only a script could have made such a value.
    return { damaged: "object" };
  }
}
