/**
 * One result as Markdown. Pure: what a page says goes in, the text of a file comes out.
 *
 * Whatever somebody wrote enters as text. Characters that some reader of Markdown takes for markup
 * are written as numbers (`&#42;`), which every one of them shows as the character and never as
 * markup; a backslash would not do for all.
 */

import type { Pair } from "../earlier.ts";

export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What the reader set out to try. */
export interface Resolve {
  /** The whole sentence, with its date. */
  words: string;
  isDone: boolean;
  note?: string;
}

export interface Report {
  title: string;
  /** Date, customer, how much is answered. */
  facts: string;
  headline: string;
  /** What the result is and is not. */
  about: string;
  tables: readonly Table[];
  resolves: readonly Resolve[];
  /** What was chosen, and what was written in the reader's own words. */
  answers: readonly Pair[];
  written: readonly Pair[];
  /** Answers that today's questions do not count. */
  earlier: readonly Pair[];
}

/** The headings between the parts. */
export interface Headings {
  resolves: string;
  answers: string;
  written: string;
  earlier: string;
}

const MARKUP = /[\\`*_{}[\]<>&|~$@^]/g;
/** What is markup only where a line begins, behind spaces; a number, by its dot or bracket. */
const AT_THE_BEGINNING = /^(\d*)([#+=:!?.)-])/;
/** What some make a link of by themselves. */
const LINK = /:(?=\/\/)|(?<=\bwww)\./gi;
const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\v\f]/;
// deno-lint-ignore no-control-regex -- no program shows them, and some stumble over them
const CONTROL = /[\u0000-\u001f\u007f]/g;

function numbered(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** The lines of a text as Markdown that shows them as they are. */
export function lines(text: string): string[] {
  return text.split(LINE_END).map((line) =>
    line.replace(CONTROL, " ").trim()
      .replace(MARKUP, numbered)
      .replace(LINK, numbered)
      .replace(AT_THE_BEGINNING, (_, digits, mark) => digits + numbered(mark))
  );
}

/** A text as Markdown on one line. */
export function inline(text: string): string {
  return lines(text).filter(Boolean).join(" ");
}

/** A text as a quotation that keeps its lines: two spaces at the end break one. */
function quotation(text: string): string[] {
  return lines(text).map((line) => line ? `> ${line}  ` : ">");
}

function tableOf({ title, head, rows }: Table): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(inline).join(" | ")} |`;
  const rule = `|${head.map(() => " --- |").join("")}`;
  return [...section(title), row(head), rule, ...rows.map(row), ""];
}

function section(heading: string): string[] {
  return [`## ${inline(heading)}`, ""];
}

function resolve({ words, isDone, note }: Resolve): string[] {
  return [
    `- [${isDone ? "x" : " "}] ${inline(words)}`,
    ...(note ? [`  ${inline(note)}`] : []),
  ];
}

function pairs(heading: string, all: readonly Pair[]): string[] {
  if (all.length === 0) return [];
  return [
    ...section(heading),
    ...all.map(([ask, answer]) => `- ${inline(ask)} **${inline(answer) || "–"}**`),
    "",
  ];
}

/** Writes a result. */
export function markdown(report: Report, headings: Headings): string {
  const { title, facts, headline, about, tables, resolves, answers, written, earlier } = report;
  const text = [
    ...[`# ${inline(title)}`, "", inline(facts), "", `**${inline(headline)}**`, ""],
    ...[inline(about), ""],
    ...tables.flatMap(tableOf),
    ...(resolves.length ? [...section(headings.resolves), ...resolves.flatMap(resolve), ""] : []),
    ...pairs(headings.answers, answers),
    ...(written.length ? section(headings.written) : []),
    ...written.flatMap(([ask, words]) => [inline(ask), "", ...quotation(words), ""]),
    ...pairs(headings.earlier, earlier),
  ];
  return `${text.join("\n").trimEnd()}\n`;
}
