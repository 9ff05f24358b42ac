/** What answers mean against today's questions (`standing.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import type { Answer, Question } from "../../hooks/rapport/browser/plan.ts";
import { answer, newSheet } from "../../hooks/rapport/browser/sheet.ts";
import { fits, progress, standing } from "../../hooks/rapport/browser/standing.ts";
import { formOf, NOON, planOf, question, sheetOf } from "./questionnaire.ts";

const often = question("often");
const walk = question("walk", {
  type: "checklist",
  options: [{ value: "reply", label: "No reply" }, { value: "door", label: "A locked door" }],
});
const bond = question("bond", { type: "poles", trend: true });
const why = question("why", { type: "text", options: [] });
const pick = question("pick", { type: "choice", options: [{ value: "x", label: "X", score: 0 }] });
const middle = question("middle", { type: "balance" });

/** How one answer given to one question stands against another version of the question. */
function stands(given: Question, value: Answer, now: Question = given) {
  const sheet = sheetOf(planOf([given]), formOf([given]), [[given, value]]);
  return standing(sheet, formOf([now])).get(now.id);
}

Deno.test("Without a sheet every question is blank.", () => {
  equal([...standing(undefined, formOf([often, why]))], [
    ["often", { state: "blank" }],
    ["why", { state: "blank" }],
  ]);
});

Deno.test("An answer to the question as it is counts.", () => {
  equal(stands(often, 4), { state: "answered", value: 4 });
  equal(stands(walk, { reply: "seen" }), { state: "answered", value: { reply: "seen" } });
  equal(stands(bond, { at: 2, trend: "worse" }), {
    state: "answered",
    value: { at: 2, trend: "worse" },
  });
});

Deno.test("Does not apply is neither answered nor blank, nor is a checklist of nothing else.", () => {
  equal(stands(often, null), { state: "na", value: null });
  equal(stands(walk, { reply: "na" }), { state: "na", value: { reply: "na" } });
});

Deno.test("An answer counts under other words and is marked.", () => {
  const reworded = { state: "answered", value: 4, reworded: true };
  equal(stands(often, 4, { ...often, ask: "Really?" }), reworded);
  const options = often.options.map((option) => ({ ...option, label: option.label + "!" }));
  equal(stands(often, 4, { ...often, options }), reworded);
  equal(stands(often, null, { ...often, na: "Never happened" })?.reworded, true);
});

Deno.test("A label that only begins like the old one is reworded; a trend behind it is not.", () => {
  const label = (label: string) => ({
    ...bond,
    options: bond.options.map((option) => ({ ...option, label })),
  });
  equal(stands(label("Never ever"), { at: 1 }, label("Never"))?.reworded, true);
  equal(stands(label("Never"), { at: 1, trend: "same" })?.reworded, undefined);
});

Deno.test("An answer to a question of another shape is shown and does not count.", () => {
  equal(stands(often, 4, { ...often, shape: "seven" }), { state: "changed", value: 4 });
});

Deno.test("An answer that the question does not offer is shown and does not count.", () => {
  const wrong: [Question, Answer][] = [
    [often, 9],
    [often, 0],
    [often, 2.5],
    [often, "4"],
    [often, { at: 4 }],
    [often, { reply: "seen" }],
    [{ ...often, na: undefined }, null],
    [middle, 6],
    [bond, { at: 9 }],
    [pick, "constructor"],
    [pick, 1],
    [walk, { fire: "seen" }],
    [walk, { at: 1 }],
    [walk, null],
    [walk, "reply"],
    [why, 3],
    [why, null],
  ];
  for (const [asked, value] of wrong) {
    equal(fits(asked, value), false, JSON.stringify([asked.id, value]));
    equal(stands(asked, value)?.state, "changed");
  }
});

Deno.test("Poles take a step with or without a trend.", () => {
  equal([fits(bond, 3), fits(bond, { at: 3 }), fits(bond, null)], [true, true, true]);
});

Deno.test("A sheet without words counts when its edition is the form's.", () => {
  const sheet = { ...sheetOf(planOf([often]), formOf([often]), [[often, 4]]), seen: {} };
  equal(standing(sheet, formOf([often])).get("often"), { state: "answered", value: 4 });
  const other = formOf([often], { edition: "e2" });
  equal(standing(sheet, other).get("often"), { state: "changed", value: 4 });
});

Deno.test("A question called constructor is blank until it is answered.", () => {
  const sheet = newSheet(planOf([often]), formOf([often]), NOON);
  const hostile = question("constructor");
  equal(standing(sheet, formOf([hostile])).get("constructor"), { state: "blank" });
  const given = answer(sheet, hostile, 1, NOON);
  equal(standing(given, formOf([hostile])).get("constructor"), { state: "answered", value: 1 });
});

Deno.test("Progress counts answers and what does not apply, over all questions but texts.", () => {
  const form = formOf([often, question("rare"), bond, walk, why]);
  const sheet = sheetOf(planOf(form.questions), form, [
    [often, 4],
    [form.questions[1]!, null],
    [bond, { at: 1 }],
    [walk, { reply: "seen" }],
    [why, "So."],
  ]);
  equal(progress(form, standing(sheet, form)), { done: 3, notApplicable: 1, of: 4 });
});

Deno.test("A checklist is done when every item has a state.", () => {
  const form = formOf([walk]);
  const full = sheetOf(planOf([walk]), form, [[walk, { reply: "na", door: "not-seen" }]]);
  equal(progress(form, standing(full, form)), { done: 1, notApplicable: 0, of: 1 });
  const none = sheetOf(planOf([walk]), form, [[walk, { reply: "na", door: "na" }]]);
  equal(progress(form, standing(none, form)), { done: 1, notApplicable: 1, of: 1 });
});
