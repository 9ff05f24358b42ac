/** Many people's answers as counts (`merging.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { comparison } from "../../hooks/rapport/browser/gap/comparison.ts";
import { mergedFile, shuffled } from "../../hooks/rapport/browser/gap/merging.ts";
import type { Answer, Plan } from "../../hooks/rapport/browser/plan.ts";
import { readSheet } from "../../hooks/rapport/browser/reading.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { formOf, LATER, planOf, question, sheetOf } from "./questionnaire.ts";

const TEXT = question("text", { type: "text", options: [], shape: "text" });
const LIST = question("list", { type: "checklist", shape: "list" });
const SCALES = ["a", "b", "c"].map((id) => question(id));
const QUESTIONS = [...SCALES, TEXT, LIST];
const GUESS = formOf(QUESTIONS, { id: "us", role: "guess" });
const THEM = formOf(QUESTIONS, { id: "them", role: "answer", edition: "a1" });
const PLAN: Plan = planOf(QUESTIONS, { minimum: 5, forms: [GUESS, THEM] });

/** Sheets of people who answered the scales so; `undefined` is not answered. */
function people(...rows: (number | null | undefined)[][]): Sheet[] {
  return rows.map((row, nth) => {
    const given = row.flatMap((value, index) =>
      value === undefined ? [] : [[SCALES[index]!, value] as [typeof SCALES[0], Answer]]
    );
    const sheet = sheetOf(PLAN, THEM, [...given, [TEXT, `Words of ${nth}`]]);
    return { ...sheet, id: `00000${nth}`, origin: "received" };
  });
}

const six = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 3, maxLength: 3 }),
  { minLength: 5, maxLength: 9 },
);
const file = (rows: Sheet[], more = {}) => mergedFile(PLAN, THEM, rows, { now: LATER, ...more })!;
const counts = (sheets: Sheet[]) =>
  comparison(PLAN, GUESS, THEM, undefined, sheets).questions.map(({ theirs }) => theirs);

Deno.test("Counts and middles are what they were, whatever people answered.", () => {
  fc.assert(fc.property(six, (rows) => {
    const given = people(...rows);
    equal(counts(file(given).sheets), counts(given));
  }));
});

Deno.test("The file is nobody's: marks are new, all times are one, and texts are left out.", () => {
  const given = people([1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4], [5, 5, 5]);
  const { merged, sheets } = file(given);
  equal(merged, 5);
  equal(sheets.filter(({ id }) => given.some((sheet) => sheet.id === id)), []);
  equal(new Set(sheets.flatMap(({ started, changed }) => [started, changed])).size, 1);
  equal(new Set(sheets.map(({ merged }) => merged)).size, 1);
  equal(sheets.flatMap(({ answers }) => Object.keys(answers)).includes("text"), false);
});

Deno.test("No row is left: each question is dealt out by itself.", () => {
  const given = people(...Array.from({ length: 9 }, (_, nth) => Array(3).fill(1 + nth % 5)));
  const rows = (sheets: Sheet[]) => sheets.map(({ answers: { a, b, c } }) => a === b && b === c);
  equal(rows(given).includes(false), false);
  // That nine people keep their rows by chance happens less than once in a million.
  ok(rows(file(given).sheets).includes(false));
});

Deno.test("A row is as people's sheets are, and can be read like them.", () => {
  for (const sheet of file(people([1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3])).sheets) {
    equal(readSheet(sheet), sheet);
  }
});

Deno.test("Fewer people than the minimum give no file.", () => {
  equal(mergedFile(PLAN, THEM, people([1], [2], [3], [4])), undefined);
  equal(mergedFile(PLAN, THEM, []), undefined);
});

Deno.test("A question that fewer than the minimum answered is left out.", () => {
  const rows = [[1, null, 2], [2, null, 2], [3, 4, 2], [4, 4, undefined], [5, 4, 2]];
  const { sheets } = file(people(...rows));
  equal(new Set(sheets.flatMap(({ answers }) => Object.keys(answers))), new Set(["a"]));
});

Deno.test("Texts come along where somebody says so, and not with the rest of a row.", () => {
  const given = people([1], [2], [3], [4], [5]);
  const { sheets } = file(given, { withTexts: true });
  const texts = sheets.map(({ answers }) => String(answers["text"]));
  equal([...texts].sort(), [0, 1, 2, 3, 4].map((nth) => `Words of ${nth}`));
});

Deno.test("Texts stay behind where fewer than the minimum wrote one.", () => {
  const given = people([1], [2], [3], [4], [5]);
  const { text: _, ...answers } = given[4]!.answers;
  const { sheets } = file([...given.slice(0, 4), { ...given[4]!, answers }], { withTexts: true });
  equal(new Set(sheets.flatMap(({ answers }) => Object.keys(answers))), new Set(["a"]));
});

Deno.test("Shuffled, nothing is lost, and the order is what the numbers say.", () => {
  equal(shuffled(["a", "b", "c"], () => 0), ["b", "c", "a"]);
  equal(shuffled(["a", "b", "c"], (count) => count - 1), ["a", "b", "c"]);
  fc.assert(fc.property(fc.array(fc.integer()), (values) => {
    const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
    equal(sorted(shuffled(values)), sorted(values));
  }));
});
