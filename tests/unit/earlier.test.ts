/** Answers that today's questions do not count stay readable (`earlier.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import { earlier } from "../../hooks/rapport/browser/earlier.ts";
import { formOf, planOf, question, sheetOf } from "./questionnaire.ts";

const say = (key: string) => key;
const often = question("often");
const why = question("why", { type: "text", options: [] });
const all = formOf([often, why]);
const sheet = sheetOf(planOf([often, why]), all, [[often, 4], [why, "So."]]);
const seen = sheet.seen.often!;

Deno.test("What still counts is not among them.", () => {
  equal(earlier(sheet, { form: all, say }), []);
});

Deno.test("An answer whose question has gone is told as it was seen.", () => {
  equal(earlier(sheet, { form: formOf([often]), say }), [["How about why?", "So."]]);
});

Deno.test("An answer whose question has changed is told as it was seen, not as it is asked now.", () => {
  const now = { ...often, ask: "How about now?", shape: "seven" };
  equal(earlier(sheet, { form: formOf([now, why]), say }), [[seen.ask, seen.label]]);
});

Deno.test("An answer that came without the words that were seen is left out.", () => {
  equal(
    earlier({ ...sheet, seen: {} }, { form: formOf([often], { edition: "another" }), say }),
    [],
  );
});

Deno.test("Nothing chosen is told as such.", () => {
  const nothing = { ...sheet, answers: { often: {} }, seen: { often: { ...seen, label: "" } } };
  equal(earlier(nothing, { form: formOf([why]), say }), [[seen.ask, "none"]]);
});
