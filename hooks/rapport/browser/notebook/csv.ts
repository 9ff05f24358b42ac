/**
 * A questionnaire's versions as a table for a spreadsheet: one row a version.
 *
 * A column's name says first what it holds, then of which question: `answer.q`, `words.q`. No id has
 * a dot, so no two columns have one name. `docs/formats.md` describes them.
 */

import type { Answer, Form, Plan } from "../plan.ts";
import { attribute, dimensionScores } from "../score.ts";
import { own, type Sheet } from "../sheet.ts";
import { standing } from "../standing.ts";

type Row = Map<string, string>;

/**
 * Where a spreadsheet may begin to read a formula, the wide letters of East Asia among them: at the
 * beginning of a cell, and behind whatever else it may divide cells by.
 */
const FORMULA = /(?:^|[;\t\r\n])(?:"|[^\S\t\r\n])*(?=[=+\-@＝＋－＠])/g;
/** A spreadsheet may pass over these, and then read a formula. */
const PASSED_OVER = /^(?=[\t\r\n])/;
const TO_QUOTE = /[",;\t\r\n]|^\s|\s$/;
/** Without it, spreadsheets read the letters of another alphabet. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A cell: an apostrophe takes the power from each formula, quotes keep the rest together. */
export function cell(text: string): string {
  const safe = text.replace(FORMULA, "$&'").replace(PASSED_OVER, "'");
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as RFC 4180 writes them. */
export function table(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** The columns of one answer. */
function answerCells(id: string, value: Answer, words: string): [string, string][] {
  const spoken: [string, string][] = words ? [[`words.${id}`, words]] : [];
  if (value === null) return [[`answer.${id}`, "na"], ...spoken];
  if (typeof value !== "object") return [[`answer.${id}`, String(value)], ...spoken];
  const parts = Object.entries(value).map(([part, state]): [string, string] => {
    if (part === "at" && typeof state === "number") return [`answer.${id}`, String(state)];
    return [part === "trend" && "at" in value ? `trend.${id}` : `answer.${id}.${part}`, state];
  });
  return [...parts, ...spoken];
}

function scoreCells(sheet: Sheet, plan: Plan, form: Form): [string, string][] {
  if (form.role === "answer") return [];
  return dimensionScores(plan, form, standing(sheet, form)).map(({ id, score }) => [
    `score.${id}`,
    score === null ? "" : attribute(score),
  ]);
}

/** What stands in front of the answers; every row has all of it. */
function headCells(sheet: Sheet): [string, string][] {
  const { id, assessment, form = "", subject = "", started, changed, finished = "" } = sheet;
  const about = { id, questionnaire: assessment, form, customer: subject };
  return Object.entries({ ...about, started, changed, finished });
}

/** In the order of the form, then those that are not asked any more, as they come. */
function questionIds(sheets: readonly Sheet[], form?: Form): string[] {
  const asked = form?.questions.map(({ id }) => id) ?? [];
  return [...new Set([...asked, ...sheets.flatMap(({ answers }) => Object.keys(answers))])];
}

/** Names in the order in which they first come up. */
function columns(rows: readonly [string, string][][]): string[] {
  return [...new Set(rows.flatMap((row) => row.map(([name]) => name)))];
}

/** The table of these sheets; with the plan it has scores, and the order of the questions. */
export function csv(sheets: readonly Sheet[], plan?: Plan, form?: Form): string {
  const heads = sheets.map((sheet) => [
    ...headCells(sheet),
    ...(plan && form ? scoreCells(sheet, plan, form) : []),
  ]);
  // Question by question, so that what belongs together stands together in every version.
  const parts = questionIds(sheets, form).map((id) =>
    sheets.map((sheet) => {
      const value = own(sheet.answers, id);
      return value === undefined ? [] : answerCells(id, value, own(sheet.seen, id)?.label ?? "");
    })
  );
  const names = [columns(heads), ...parts.map(columns)].flat();
  const rows = sheets.map((_, place): Row =>
    new Map([heads[place]!, ...parts.map((part) => part[place]!)].flat())
  );
  return table([names, ...rows.map((row) => names.map((name) => row.get(name) ?? ""))]);
}
