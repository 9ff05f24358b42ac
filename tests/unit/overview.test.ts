/** All customers at a glance (`overview.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import {
  banded,
  type Customer,
  customers,
  lanes,
  ordered,
  profiles,
  stages,
} from "../../hooks/rapport/browser/portfolio/overview.ts";
import type { Answer, Plan, Question } from "../../hooks/rapport/browser/plan.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { answered, planOf, question, sheetOf } from "./questionnaire.ts";

const PLAN = planOf([question("q")], { subject: "optional" });
const FORM = PLAN.forms[0]!;

/** A sheet about somebody, with a day in March on which it was begun and changed. */
function about(subject: string | undefined, day: number, more: Partial<Sheet> = {}): Sheet {
  const time = `2026-03-${String(day).padStart(2, "0")}T12:00:00Z`;
  return {
    ...sheetOf(PLAN, FORM, [[FORM.questions[0]!, 3]]),
    id: `SHEE${String(day).padStart(2, "0")}`,
    started: time,
    changed: time,
    ...(subject === undefined ? {} : { subject }),
    ...more,
  };
}

const EMPTY = { answers: {}, seen: {} };

const NEWEST: [string, Sheet[], [string, string][]][] = [
  ["nobody", [], []],
  ["one", [about("Ann", 1)], [["Ann", "SHEE01"]]],
  ["the newest of one", [about("Ann", 2), about("Ann", 5), about("Ann", 3)], [["Ann", "SHEE05"]]],
  ["other capitals", [about("ANN", 1), about(" ann", 2)], [["ann", "SHEE02"]]],
  ["letters that meet in capitals", [about("Groß", 2), about("GROSS", 1)], [["Groß", "SHEE02"]]],
  ["nobody in particular", [about(undefined, 1), about("", 2)], [["", "SHEE02"]]],
  ["two", [about("Ann", 1), about("Ben", 2)], [["Ann", "SHEE01"], ["Ben", "SHEE02"]]],
  ["begun again, empty", [about("Ann", 1), about("Ann", 2, EMPTY)], [["Ann", "SHEE01"]]],
  ["empty alone", [about("Ann", 1, EMPTY)], [["Ann", "SHEE01"]]],
  ["what was received", [about("Ann", 1, { origin: "received" })], []],
  ["another questionnaire", [about("Ann", 1, { assessment: "marriage" })], []],
  ["another form", [about("Ann", 1, { form: "customer" })], []],
  ["a name that objects have", [about("constructor", 1)], [["constructor", "SHEE01"]]],
];

for (const [what, sheets, expected] of NEWEST) {
  Deno.test(`Customers where the answers are about ${what}.`, () => {
    equal(customers(PLAN, FORM, sheets).map(({ name, sheet }) => [name, sheet.id]), expected);
  });
}

Deno.test("Customers stand by name, or by the last change, and who has no name comes last.", () => {
  const sheets = [about("", 1), about("van 10", 2), about("Van 9", 4), about("Ångström", 3)];
  const all = customers(PLAN, FORM, sheets);
  const names = (order: "name" | "date") => ordered(all, order, "en").map(({ name }) => name);
  equal(names("name"), ["Ångström", "Van 9", "van 10", ""]);
  equal(names("date"), ["", "van 10", "Ångström", "Van 9"]);
});

/** A plan that tells a stage, with this many of them. */
function staged(count: number): Plan {
  const options = Array.from(
    { length: count },
    (_, n) => ({ value: `s${n}`, label: `Stage ${n}` }),
  );
  const risks = ["no", "yes"].map((value) => ({ value, label: value }));
  const choice = (id: string, options: Question["options"]) => {
    const { dimension: _, ...asked } = question(id, { type: "choice", options });
    return asked;
  };
  const questions = [choice("ours", options), choice("theirs", options), choice("risk", risks)];
  const stage = { ours: "ours", theirs: "theirs", risk: ["risk.yes"] };
  return planOf(questions, { result: "stage", subject: "required", stage });
}

/** Customers with answers such as "02y": ours, theirs, at risk; "-" is not answered. */
function placed(plan: Plan, ...answers: string[]): Customer[] {
  const form = plan.forms[0]!;
  return answers.map((letters, n) => {
    const values = [...letters].map((letter) =>
      letter === "y" ? "yes" : letter === "n" ? "no" : `s${letter}`
    );
    const given = form.questions.flatMap((asked, place): [Question, Answer][] =>
      letters[place] === "-" || letters[place] === undefined ? [] : [[asked, values[place]!]]
    );
    return { name: `C${n}`, sheet: sheetOf(plan, form, given) };
  });
}

interface Mix {
  counts: number[];
  unknown?: number;
  atRisk?: number;
  differing?: number;
  mix?: string[];
}

const STAGES: [string, number, string[], Mix][] = [
  ["nobody", 5, [], { counts: [0, 0, 0, 0, 0] }],
  ["one, at the earlier view", 5, ["31n"], { counts: [0, 1, 0, 0, 0], differing: 1 }],
  ["one view alone", 5, ["3", "-2"], { counts: [0, 0, 1, 1, 0] }],
  ["neither view", 5, ["--y"], { counts: [0, 0, 0, 0, 0], unknown: 1, atRisk: 1 }],
  ["some at risk", 5, ["00y", "33n", "44y"], { counts: [1, 0, 0, 1, 1], atRisk: 2 }],
  ["too few to speak of a mix", 5, ["44n", "44n"], { counts: [0, 0, 0, 0, 2] }],
  ["all in one", 5, ["2", "2", "24"], {
    counts: [0, 0, 3, 0, 0],
    differing: 1,
    mix: ["Stage 2"],
  }],
  ["none early", 5, ["2", "3", "4"], { counts: [0, 0, 1, 1, 1], mix: ["no-early"] }],
  ["none late", 5, ["0", "1", "2"], { counts: [1, 1, 1, 0, 0], mix: ["no-late"] }],
  ["one early stage of two", 5, ["1", "2", "3"], { counts: [0, 1, 1, 1, 0] }],
  ["three stages, the middle and the last", 3, ["1", "2", "2"], {
    counts: [0, 1, 2],
    mix: ["no-early"],
  }],
  ["both ends of two stages", 2, ["0", "1", "1"], { counts: [1, 2] }],
];

for (const [what, count, answers, expected] of STAGES) {
  Deno.test(`Stages with ${what}.`, () => {
    const plan = staged(count);
    const found = stages(plan, plan.forms[0]!, placed(plan, ...answers));
    equal(found.stages.map(({ customers }) => customers.length), expected.counts);
    equal(
      [found.unknown.length, found.atRisk, found.differing],
      [expected.unknown ?? 0, expected.atRisk ?? 0, expected.differing ?? 0],
    );
    const words = found.mix.map((each) => typeof each === "string" ? each : each.all.label);
    equal(words, expected.mix ?? []);
  });
}

const PROFILES: [string, number[][], string[], string[]][] = [
  ["far apart", [[1, 1, 1, 1], [5, 5, 5, 5], [5, 5, 5, 4]], ["a"], []],
  ["close together", [[3, 3, 3, 3], [3, 3, 3, 4]], [], []],
  ["one part alone", [[1, 1, 1, 1]], [], []],
];

for (const [what, answers, lowest, missing] of PROFILES) {
  Deno.test(`The lowest part of a customer whose parts are ${what}.`, () => {
    const { plan, form, sheet } = answered(...answers);
    const [found] = profiles(plan, form, [{ name: "Ann", sheet }]);
    equal([found!.lowest, found!.missing], [lowest, missing]);
  });
}

Deno.test("Of the weakest all that are not told apart are lowest, but never all there are.", () => {
  const lowest = (...answers: number[][]) => {
    const { plan, form, sheet } = answered(...answers);
    return profiles({ ...plan, result: "weakest" }, form, [{ name: "", sheet }])[0]!.lowest;
  };
  equal(lowest([1, 1, 1, 1], [1, 1, 2, 1], [5, 5, 5, 5]), ["a", "b"]);
  equal(lowest([3, 3, 3], [3, 3, 3]), []);
});

Deno.test("Bands count customers, and those with too few answers stand apart.", () => {
  const { plan, form, sheet } = answered([1, 1], [5, 5]);
  const half = { ...sheet, answers: { a1: 3, a2: 3, b1: 3 } };
  const all = profiles(plan, form, [{ name: "Ann", sheet }, { name: "Ben", sheet: half }]);
  equal(all.map(({ missing }) => missing), [[], ["b"]]);
  equal(banded(plan, all).map(({ dimension, ...counts }) => [dimension.id, counts]), [
    ["a", { counts: [1, 1, 0, 0], missing: 0 }],
    ["b", { counts: [0, 0, 0, 1], missing: 1 }],
  ]);
});

Deno.test("Parts that the form does not ask about are in no count.", () => {
  const { plan, form, sheet } = answered([1, 1], [5, 5]);
  const shorter = { ...form, questions: form.questions.slice(0, 2) };
  const all = profiles(plan, shorter, [{ name: "Ann", sheet }]);
  equal(banded(plan, all).map(({ dimension }) => dimension.id), ["a"]);
});

const LANES: [number[], number[]][] = [
  [[], []],
  [[50], [0]],
  [[0, 100], [0, 0]],
  [[50, 50, 50], [0, 1, 2]],
  [[50, 41], [0, 0]],
  [[50, 42], [1, 0]],
  [[10, 15, 20], [0, 1, 0]],
];

for (const [places, expected] of LANES) {
  Deno.test(`Marks at ${places.join(", ") || "no place"} lie in lanes ${expected.join(", ")}.`, () => {
    equal(lanes(places, 9), expected);
  });
}

Deno.test("No two marks of one lane are nearer than they may be.", () => {
  const places = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 20 });
  fc.assert(fc.property(places, (all) => {
    const found = lanes(all, 9);
    all.forEach((a, i) =>
      all.forEach((b, j) => ok(i === j || found[i] !== found[j] || Math.abs(a - b) >= 9))
    );
  }));
});
