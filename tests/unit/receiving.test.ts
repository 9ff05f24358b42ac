/** What comes from other people (`receiving.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import { readCode, writeCode } from "../../hooks/rapport/browser/code/code.ts";
import type { Answer, Question } from "../../hooks/rapport/browser/plan.ts";
import { receive } from "../../hooks/rapport/browser/code/receiving.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { formOf, LATER, NOON, planOf, question, sheetOf } from "./questionnaire.ts";

const SAID = question("said");
const HEARD = question("heard");
const TEXT = question("text", { type: "text", options: [] });
const LIST = question("list", { type: "checklist" });
const FORM = formOf([SAID, HEARD, TEXT, LIST], { code: "EDT" });
const PLAN = planOf(FORM.questions, { forms: [FORM] });

/** A sheet that came as a file. */
function file(...answers: [Question, Answer][]): Sheet {
  return { ...sheetOf(PLAN, FORM, answers), origin: "received" };
}

/** The same as it came by way of its code. */
function code(sheet: Sheet): Sheet {
  const read = readCode(writeCode(PLAN, FORM, sheet), [PLAN], LATER);
  if ("refused" in read) throw new Error(read.refused);
  return read.sheet;
}

const FIRST = file([SAID, 2], [HEARD, null]);
const OTHER = file([SAID, 5], [HEARD, null]);
const FULL = file([SAID, 2], [HEARD, null], [TEXT, "In my words."], [LIST, { 1: "seen" }]);

const added = (sheet: Sheet) => ({ added: [sheet], replaced: [], same: [] });
const replaced = (sheet: Sheet) => ({ added: [], replaced: [sheet], same: [] });
const same = (sheet: Sheet) => ({ added: [], replaced: [], same: [sheet] });

Deno.test("A mark that is not here yet adds a sheet, however it came.", () => {
  equal(receive([], [FIRST]), added(FIRST));
  equal(receive([{ ...OTHER, id: "0THER0" }], [code(FIRST)]), added(code(FIRST)));
});

Deno.test("The same answers are already here, however they come.", () => {
  equal(receive([code(FIRST)], [code(FIRST)]), same(code(FIRST)));
  equal(receive([FIRST], [FIRST]), same(FIRST));
  equal(receive([FIRST], [code(FIRST)]), same(code(FIRST)));
});

Deno.test("A code does not take the place of a file that says the same and more.", () => {
  equal(receive([FULL], [code(FULL)]), same(code(FULL)));
});

Deno.test("A file takes the place of a code, since it says more.", () => {
  equal(receive([code(FULL)], [FULL]), replaced(FULL));
});

Deno.test("Other answers under a mark take the place of the first.", () => {
  equal(receive([code(FIRST)], [code(OTHER)]), replaced(code(OTHER)));
  equal(receive([FIRST], [code(OTHER)]), replaced(code(OTHER)));
  const fewer = code(file([SAID, 2]));
  equal(receive([code(FIRST)], [fewer]), replaced(fewer));
});

Deno.test("A code with other answers takes their place, and leaves what no code can carry.", () => {
  const changed = code(OTHER);
  const { replaced: [sheet] } = receive([FULL], [changed]);
  equal(sheet, {
    ...changed,
    answers: { text: "In my words.", list: { 1: "seen" }, said: 5, heard: null },
    seen: { text: FULL.seen["text"], list: FULL.seen["list"] },
  });
  equal(receive([sheet!], [changed]), same(changed));
  equal(receive([sheet!], [FULL]), replaced(FULL));
  equal(receive([], [FULL, changed]), added(sheet!));
});

Deno.test("Of two files the one changed later counts.", () => {
  const later = { ...OTHER, changed: "2026-03-02T12:00:00Z" };
  equal(receive([FIRST], [later]), replaced(later));
  equal(receive([later], [FIRST]), same(FIRST));
});

Deno.test("Of several with one mark in one text the last counts.", () => {
  const [first, last] = [code(FIRST), code(OTHER)];
  equal(receive([], [first, last]), added(last));
  equal(receive([first], [last, first]), replaced(first));
  equal(receive([], [first, first]), { added: [first], replaced: [], same: [first] });
});

Deno.test("Nobody changes the reader's own answers, or those to another form.", () => {
  equal(receive([{ ...FIRST, origin: "own" }], [code(OTHER)]), same(code(OTHER)));
  equal(receive([{ ...FIRST, form: "team" }], [code(OTHER)]), same(code(OTHER)));
  equal(receive([{ ...FIRST, assessment: "else" }], [OTHER]), same(OTHER));
});

Deno.test("What is here is not touched, and neither is what comes.", () => {
  const [here, incoming] = [Object.freeze([FIRST]), Object.freeze([code(OTHER)])];
  receive(here as Sheet[], incoming as Sheet[]);
  equal([here, incoming], [[FIRST], [code(OTHER)]]);
  equal(FIRST.changed, `${NOON.toISOString().slice(0, 19)}Z`);
});
