/**
 * A sheet: one questionnaire as one person answered it, and what can be done to it.
 *
 * Every view of the site is a function of sheets. All functions here are pure: they take a sheet
 * and give a new one. What arrives from outside is read by `reading.ts`; what an answer means
 * against today's questions is said by `standing.ts`.
 *
 * Question ids are the keys of `answers` and `seen`, and `constructor` is a legal id: read with
 * `own`, write with a computed key in a literal, never with `object[id]` alone.
 */

import type { Answer, Form, Option, Plan, Question, Trend } from "./plan.ts";

/** What stood on the page when an answer was given, so that a person can always read it. */
export interface Seen {
  ask: string;
  /** The words chosen; "" for a text, which is its own label. */
  label: string;
  shape: string;
}

export type Outcome = "done" | "partly" | "not-yet" | "dropped";

/** Something that somebody decides to try. */
export interface Commitment {
  id: string;
  text: string;
  /** When to do it, in the reader's words: "If <cue>, then <text>". */
  cue?: string;
  /** `principle.practice`, where the idea came from one. */
  practice?: string;
  /** A local date, `YYYY-MM-DD`. */
  by: string;
  /** The local date on which it was chosen; without it the day on which the sheet was begun. */
  chosen?: string;
  outcome?: Outcome;
  note?: string;
}

export interface Sheet {
  format: 1;
  /** 30 random bits, made once: six characters of Crockford base32. */
  id: string;
  assessment: string;
  /** Absent where the assessment has no forms. */
  form?: string;
  /** Of the form when the sheet was begun; each answer's own shape stands in `seen`. */
  edition: string;
  origin: "own" | "received";
  subject?: string;
  /** Instants are UTC in ISO seconds: `2026-01-31T12:00:00Z`. */
  started: string;
  changed: string;
  /** When the result was first asked for, or an answer changed after that. */
  finished?: string;
  answers: Record<string, Answer>;
  seen: Record<string, Seen>;
  notes?: string;
  commitments: Commitment[];
}

/** Crockford's base32: no I, L, O or U, so that a code can be read aloud. */
export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The longest text a reader can enter; more than this is cut off by the page's own inputs. */
export const LONGEST_TEXT = 20_000;

/** 30 random bits as a number. */
function thirtyBits(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! >>> 2;
}

/** Six characters from 30 bits; `random` gives a number from 0 to below 2^30. */
export function mark(random: () => number = thirtyBits): string {
  const bits = random();
  return [25, 20, 15, 10, 5, 0].map((shift) => ALPHABET[(bits >>> shift) & 31]).join("");
}

/** A moment as sheets write it. */
export function instant(now: Date): string {
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** The value an object itself holds under a key, never one that it inherits. */
export function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A sheet with something else in it. A clock set back must not make it look older than it was. */
function alter(sheet: Sheet, parts: Partial<Sheet>, now: Date): Sheet {
  const time = instant(now);
  return { ...sheet, ...parts, changed: time > sheet.changed ? time : sheet.changed };
}

/** A sheet with other answers in it. One whose result was seen has been finished with these. */
function given(sheet: Sheet, parts: Pick<Sheet, "answers" | "seen">, now: Date): Sheet {
  const next = alter(sheet, parts, now);
  return sheet.finished ? { ...next, finished: next.changed } : next;
}

/**
 * The moment that a sheet's answers stand for: when they were finished, or else begun. A new name,
 * or how something went that was tried, is no answer.
 */
export function momentOf({ finished, started }: Sheet): string {
  return finished ?? started;
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

/** An empty sheet of the reader's own for one form of an assessment. */
export function newSheet(plan: Plan, form: Form, now: Date, random?: () => number): Sheet {
  const time = instant(now);
  return {
    format: 1,
    id: mark(random),
    assessment: plan.id,
    ...(form.id ? { form: form.id } : {}),
    edition: form.edition,
    origin: "own",
    started: time,
    changed: time,
    answers: {},
    seen: {},
    commitments: [],
  };
}

/** The option an answer chose; nothing for texts, checklists and "does not apply". */
export function chosen(question: Question, value: Answer): Option | undefined {
  if (question.type === "checklist" || question.type === "text") return undefined;
  const step = typeof value === "object" ? value?.at : value;
  return question.options.find((option) => option.value === step);
}

/**
 * The words of an answer: of a checklist what was seen, of poles with a trend that as well.
 * `trends` has the page's words for a trend; without it the trend's own name serves.
 */
export function labelOf(
  question: Question,
  value: Answer,
  trends?: Record<Trend, string>,
): string {
  if (value === null) return question.na ?? "";
  if (question.type === "checklist" && typeof value === "object") {
    const states = new Map<unknown, unknown>(Object.entries(value));
    const seen = question.options.filter((option) => states.get(option.value) === "seen");
    return seen.map((option) => option.label).join("; ");
  }
  const label = chosen(question, value)?.label ?? "";
  const trend = typeof value === "object" ? value.trend as Trend | undefined : undefined;
  return trend ? `${label}; ${trends?.[trend] ?? trend}` : label;
}

function isEmpty(value: Answer): boolean {
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** The sheet with this answer; an empty text or checklist takes the answer back. */
export function answer(
  sheet: Sheet,
  question: Question,
  value: Answer,
  now: Date,
  trends?: Record<Trend, string>,
): Sheet {
  const { id, ask, shape } = question;
  if (isEmpty(value)) return takeBack(sheet, id, now);
  const kept = typeof value === "string" ? value.slice(0, LONGEST_TEXT) : value;
  return given(sheet, {
    answers: { ...sheet.answers, [id]: kept },
    seen: { ...sheet.seen, [id]: { ask, label: labelOf(question, kept, trends), shape } },
  }, now);
}

/** The sheet without an answer to this question. */
export function takeBack(sheet: Sheet, questionId: string, now: Date): Sheet {
  if (!Object.hasOwn(sheet.answers, questionId)) return sheet;
  return given(sheet, {
    answers: without(sheet.answers, questionId),
    seen: without(sheet.seen, questionId),
  }, now);
}

/** Whether anything at all is answered. */
export function isBegun(sheet: Sheet | undefined): sheet is Sheet {
  return sheet !== undefined && Object.keys(sheet.answers).length > 0;
}

/** Marks that the result was asked for; asking again, or for that of nothing, changes nothing. */
export function finish(sheet: Sheet, now: Date): Sheet {
  return sheet.finished || !isBegun(sheet) ? sheet : alter(sheet, { finished: instant(now) }, now);
}

/** The sheet about this customer; "" or nothing takes the name off. */
export function concern(sheet: Sheet, subject: string | undefined, now: Date): Sheet {
  const name = subject?.trim();
  if (name) return alter(sheet, { subject: name }, now);
  const { subject: _, ...rest } = sheet;
  return alter(rest, {}, now);
}

/** Whether an answer is in the reader's own words: they are their own label. */
export function isWritten({ answers, seen }: Sheet, questionId: string): boolean {
  return typeof own(answers, questionId) === "string" && !own(seen, questionId)?.label;
}

/** Adds a commitment, or replaces the one with the same id in its place. */
export function commit(sheet: Sheet, commitment: Commitment, now: Date): Sheet {
  const isHere = sheet.commitments.some(({ id }) => id === commitment.id);
  const commitments = isHere
    ? sheet.commitments.map((each) => each.id === commitment.id ? commitment : each)
    : [...sheet.commitments, commitment];
  return alter(sheet, { commitments }, now);
}

/** The sheet with parts of a commitment changed; "" takes a part off, but never text or date. */
export function amend(
  sheet: Sheet,
  commitmentId: string,
  parts: Partial<Omit<Commitment, "id" | "outcome">> & { outcome?: Outcome | "" },
  now: Date,
): Sheet {
  const before = sheet.commitments.find(({ id }) => id === commitmentId);
  if (!before) return sheet;
  const { text, by } = before;
  const changed = { ...before, ...parts, text: parts.text || text, by: parts.by || by };
  const kept = Object.entries(changed).filter(([, value]) => value !== "");
  const isSame = kept.length === Object.keys(before).length &&
    kept.every(([key, value]) => before[key as keyof Commitment] === value);
  return isSame ? sheet : commit(sheet, Object.fromEntries(kept) as unknown as Commitment, now);
}

/** The sheet without this commitment. */
export function withdraw(sheet: Sheet, commitmentId: string, now: Date): Sheet {
  const commitments = sheet.commitments.filter(({ id }) => id !== commitmentId);
  return commitments.length === sheet.commitments.length
    ? sheet
    : alter(sheet, { commitments }, now);
}
