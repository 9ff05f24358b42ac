/**
 * The sheets of this browser as a notebook lists them: by questionnaire, and within it by customer.
 */

import { comparable } from "../collection.ts";
import type { Contents, Entry } from "../contents.ts";
import { momentOf, type Sheet } from "../sheet.ts";
import type { Say } from "../words.ts";

/** One person's versions of one questionnaire about one customer. */
export interface Thread {
  /** The same for the same thread, whatever is drawn anew. */
  key: string;
  /** The customer as last written; "" for nobody in particular. */
  subject: string;
  /** Never none; the oldest first. */
  sheets: Sheet[];
}

/** One form of one questionnaire with everything answered there, the newest thread first. */
export interface Book {
  assessment: string;
  form: string;
  /** What the site says of it; absent where the questionnaire or the form has gone. */
  entry?: Entry;
  title: string;
  /** The page's address from the site's root; "" where it has gone. */
  path: string;
  threads: Thread[];
}

/** What came from others to one questionnaire. */
export interface Received {
  assessment: string;
  title: string;
  /** The page on which they are compared, from the site's root; "" where there is none. */
  path: string;
  ids: string[];
}

const age = (sheet: Sheet): string => momentOf(sheet) + sheet.started + sheet.changed + sheet.id;

/** The oldest first: by the day that each stands for, then as they were begun. */
export function inTime(sheets: readonly Sheet[]): Sheet[] {
  return [...sheets].sort((a, b) => age(a) < age(b) ? -1 : 1);
}

function grouped<T>(all: readonly T[], key: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(key(each), [...groups.get(key(each)) ?? [], each]);
  return groups;
}

/** Whatever has the newest version comes first. */
function newestFirst<T>(all: T[], newest: (each: T) => Sheet): T[] {
  return all.sort((a, b) => age(newest(a)) > age(newest(b)) ? -1 : 1);
}

/** The key of the thread about a customer in a form. */
export function threadKey(assessment: string, form: string, subject: string | undefined): string {
  return `${assessment}/${form}/${comparable(subject)}`;
}

function threads(sheets: Sheet[]): Thread[] {
  const key = ({ assessment, form = "", subject }: Sheet) => threadKey(assessment, form, subject);
  const found = [...grouped(sheets, key)].map(([key, own]) => {
    const sorted = inTime(own);
    return { key, subject: sorted.at(-1)!.subject?.trim() ?? "", sheets: sorted };
  });
  return newestFirst(found, ({ sheets }) => sheets.at(-1)!);
}

/** Everything that the reader answered, whether or not its questionnaire is still here. */
export function books(sheets: readonly Sheet[], { questionnaires }: Contents): Book[] {
  const own = sheets.filter(({ origin }) => origin === "own");
  const groups = grouped(own, ({ assessment, form = "" }) => `${assessment}/${form}`);
  const found = [...groups.values()].map((group): Book => {
    const { assessment, form = "" } = group[0]!;
    const entry = questionnaires.find(({ id }) => id === assessment);
    const asked = entry?.forms.find(({ id }) => id === form);
    return {
      assessment,
      form,
      ...(asked ? { entry } : {}),
      title: asked?.title ?? entry?.title ?? assessment,
      path: asked?.path ?? "",
      threads: threads(group),
    };
  });
  return newestFirst(found, ({ threads }) => threads[0]!.sheets.at(-1)!);
}

/** What others handed over, by questionnaire. */
export function received(sheets: readonly Sheet[], { questionnaires }: Contents): Received[] {
  const others = sheets.filter(({ origin }) => origin === "received");
  return [...grouped(others, ({ assessment }) => assessment)].map(([assessment, group]) => {
    const entry = questionnaires.find(({ id }) => id === assessment);
    return {
      assessment,
      title: entry?.title ?? assessment,
      path: entry?.gap ?? "",
      ids: group.map(({ id }) => id),
    };
  });
}

/** The reader's own sheets about one customer, in every questionnaire. */
export function about(sheets: readonly Sheet[], subject: string): Sheet[] {
  const name = comparable(subject);
  return sheets.filter((sheet) => sheet.origin === "own" && comparable(sheet.subject) === name);
}

/** What names a book. */
export function keyOf({ assessment, form }: Book): string {
  return `${assessment}/${form}`;
}

/** Whom a thread is about, in words; "" where nobody is in mind and nobody could be. */
export function nameOf(say: Say, { entry, threads }: Book, { subject }: Thread): string {
  if (subject) return subject;
  const isAbout = threads.length > 1 || (entry && entry.subject !== "none");
  if (!isAbout) return "";
  return say(entry?.subject === "required" ? "notebook_unnamed" : "notebook_nobody");
}
