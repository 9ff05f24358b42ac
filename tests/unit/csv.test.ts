/** The table for a spreadsheet (`csv.ts`), and the notebook's lines (`lines.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { cell, csv, table } from "../../hooks/rapport/browser/notebook/csv.ts";
import { line } from "../../hooks/rapport/browser/notebook/lines.ts";
import type { Answer } from "../../hooks/rapport/browser/plan.ts";
import { FORM, PLAN, version } from "./notebook_cases.ts";
import { formOf, planOf, question, sheetOf } from "./questionnaire.ts";

/** Texts and the cells they become. */
const CELLS: [string, string, string][] = [
  ["a word", "Mostly", "Mostly"],
  ["nothing", "", ""],
  ["a number", "-0", "'-0"],
  ["a comma", "a, b", '"a, b"'],
  ["a semicolon, where that divides", "a; b", '"a; b"'],
  ["quotes", 'say "no"', '"say ""no"""'],
  ["a line break", "a\r\nb", '"a\r\nb"'],
  ["a space at its end", "a ", '"a "'],
  ["a formula", "=1+1", "'=1+1"],
  ["a formula with quotes", '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ["a plus", "+49 30", "'+49 30"],
  ["a minus", "-1", "'-1"],
  ["a mention", "@SUM(A1)", "'@SUM(A1)"],
  ["a tab", "\ta", '"\'\ta"'],
  ["a carriage return", "\ra", '"\'\ra"'],
  ["a formula behind a tab", "\t=1", "\"'\t'=1\""],
  ["a formula behind a semicolon", "a;=1+1;b", '"a;\'=1+1;b"'],
  ["formulas behind each", "-1; +2;b;@c", "\"'-1; '+2;b;'@c\""],
  ["a formula behind a semicolon and quotes", 'a;"=1"', '"a;""\'=1"""'],
  ["a formula in another line", "a\r\n=1\n＝1", "\"a\r\n'=1\n'＝1\""],
  ["a wide letter", "＝1", "'＝1"],
  ["an equals sign inside", "a=1", "a=1"],
  ["letters of everywhere", "Größe 漢字 🙂", "Größe 漢字 🙂"],
];

for (const [what, text, expected] of CELLS) {
  Deno.test(`A cell with ${what}.`, () => equal(cell(text), expected));
}

/** Reads a table as RFC 4180 has it, independently of how it was written. */
function read(text: string): string[][] {
  const rows: string[][] = [[""]];
  let isQuoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const row = rows.at(-1)!;
    const letter = text[at]!;
    if (isQuoted && letter === '"' && text[at + 1] === '"') row[row.length - 1] += text[at += 1];
    else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ",") row.push("");
    else if (!isQuoted && text.startsWith("\r\n", at)) at += rows.push([""]) && 1;
    else row[row.length - 1] += letter;
  }
  return rows.slice(0, -1);
}

Deno.test("Whatever stands in it, a table is read back as it was, and no cell is a formula.", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(...'=+-@,;"\t\r\n a') }),
  );
  const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1 });
  fc.assert(fc.property(rows, (rows) => {
    const found = read(table(rows));
    const bare = (each: string) => each.replaceAll("'", "");
    equal(found.flat().map(bare), rows.flat().map(bare));
    for (const part of found.flat().flatMap((each) => each.split(/[;\t\r\n]/))) {
      ok(!/^["\s]*[=+\-@＝＋－＠]/.test(part), part);
    }
  }));
});

Deno.test("A table begins with the mark by which spreadsheets know its letters.", () => {
  equal(table([["ä"]]), "\uFEFFä\r\n");
});

const rowsOf = (text: string) => {
  const [names, ...rows] = read(text);
  return rows.map((row) => Object.fromEntries(row.map((value, place) => [names![place]!, value])));
};

Deno.test("A row a version: when, about whom, the scores, and each answer as number and words.", () => {
  const { finished: _, ...begun } = version(2, { b1: null }, { subject: "=Ann, the first" });
  const [first, second] = rowsOf(csv([version(1, { a1: 5, a2: 4, a3: 4 }), begun], PLAN, FORM));
  equal(first, {
    "id": "000001",
    "questionnaire": "serving-heart",
    "form": "",
    "customer": "",
    "started": "2026-03-01T12:00:00Z",
    "changed": "2026-03-01T12:00:00Z",
    "finished": "2026-03-01T12:00:00Z",
    "score.a": "83.3",
    "score.b": "",
    "answer.a1": "5",
    "words.a1": "Always",
    "answer.a2": "4",
    "words.a2": "Most of the time",
    "answer.a3": "4",
    "words.a3": "Most of the time",
    "answer.b1": "",
    "words.b1": "",
  });
  equal(second!["customer"], "'=Ann, the first");
  equal([second!["finished"], second!["answer.b1"], second!["words.b1"]], [
    "",
    "na",
    "Did not come up",
  ]);
});

Deno.test("Each type of answer has columns of its own, as the page names its inputs.", () => {
  const list = { Never: "seen", Always: "na" } as const;
  const cases: [string, Parameters<typeof question>[1], Answer, Record<string, string>][] = [
    ["poles", { type: "poles", trend: true }, { at: 2, trend: "worse" }, {
      "answer.q": "2",
      "trend.q": "worse",
    }],
    [
      "a list",
      {
        type: "checklist",
        options: ["Never", "Always"].map((value) => ({ value, label: value })),
      },
      list,
      { "answer.q.Never": "seen", "answer.q.Always": "na" },
    ],
    ["a text", { type: "text", options: [] }, "-1\nis enough", { "answer.q": "'-1\nis enough" }],
  ];
  for (const [, more, value, expected] of cases) {
    const asked = question("q", more);
    const plan = planOf([asked]);
    const [row] = rowsOf(csv([sheetOf(plan, formOf([asked]), [[asked, value]])]));
    const given = Object.entries(row!).filter(([name]) => /^(answer|trend)\./.test(name));
    equal(Object.fromEntries(given), expected);
  }
});

Deno.test("Retired questions and ids that objects have are columns like others.", () => {
  const old = { ...version(1, { a1: 2 }), answers: { a1: 2, gone: "x", constructor: 3, id: 1 } };
  const [row] = rowsOf(csv([old], PLAN, FORM));
  equal([row!["answer.gone"], row!["answer.constructor"], row!["answer.id"]], ["x", "3", "1"]);
  equal(row!["id"], "000001");
});

Deno.test("Without the questions of today the table has every answer and no score.", () => {
  const names = Object.keys(rowsOf(csv([version(1, { a1: 2 })]))[0]!);
  equal(names.slice(7), ["answer.a1", "words.a1"]);
  ok(!names.some((name) => name.startsWith("score.")));
});

/** Scores over time, and where the line has its stops and pieces, from left to right. */
const LINES: [string, (number | null)[], number[], number][] = [
  ["two versions", [0, 100], [0, 100], 1],
  ["three versions", [50, 60, 70], [0, 50, 100], 2],
  ["a gap", [50, null, 70], [0, 100], 0],
  ["a gap at its end", [50, 60, null], [0, 50], 1],
  ["one version", [50], [100], 0],
  ["nothing", [], [], 0],
];

for (const [what, scores, places, pieces] of LINES) {
  Deno.test(`A line over ${what}.`, () => {
    const found = line(scores);
    equal(found.stops.map(({ at }) => at), places);
    equal(found.pieces.length, pieces);
  });
}
