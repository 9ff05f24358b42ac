/** What a result says (`findings.ts`, `outstanding.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import type { Question } from "../../hooks/rapport/browser/plan.ts";
import { type Findings, findings, isUpper } from "../../hooks/rapport/browser/findings.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { given, questionnaire } from "./arbitraries.ts";
import { answered, BANDS, planOf, question, sheetOf, steps } from "./questionnaire.ts";

/** What the result says when dimensions a, b, c… were answered so. */
function found(...answers: number[][]): Findings {
  const { plan, form, sheet } = answered(...answers);
  return findings(plan, form, standing(sheet, form));
}

/** What the result says of these questions, each with the step chosen. */
function foundOf(...answers: [Question, number][]): Findings {
  const plan = planOf(answers.map(([asked]) => asked));
  const form = plan.forms[0]!;
  return findings(plan, form, standing(sheetOf(plan, form, answers), form));
}

/** Four equal answers, so that a dimension's score is that of the step. */
const four = (step: number) => [step, step, step, step];

Deno.test("Dimensions stand strongest first, those without a score last, ties as in the file.", () => {
  const { plan, form, sheet } = answered(four(2), four(4), four(3), four(4));
  const { c1: _c1, c2: _c2, ...answers } = sheet.answers;
  equal(findings(plan, form, standing({ ...sheet, answers }, form)).order, ["b", "d", "a", "c"]);
});

Deno.test("The answers that stand out are those above and below the reader's own middle.", () => {
  const { standOut } = found([5, 3, 3], [1, 3, 3], [2, 4, 3]);
  const ids = (name: "highest" | "lowest") => standOut[name].map(({ question }) => question);
  equal([ids("highest"), ids("lowest")], [["a1", "c2"], ["b1", "c1"]]);
  equal(standOut.level, { count: 5, of: 9, label: "About half" });
  equal(standOut.highest[0], { question: "a1", score: 100, label: "Always" });
});

Deno.test("Among equal answers dimensions take turns.", () => {
  const { standOut } = found([5, 5, 5, 5], [5, 1, 1, 1], [5, 1, 1, 1]);
  equal(standOut.highest.map(({ question }) => question), ["a1", "b1", "c1"]);
  equal(standOut.lowest.map(({ question }) => question), ["b2", "c2", "b3"]);
  equal(standOut.level, undefined);
});

Deno.test("When all answers are equal none stands out, and the level says so.", () => {
  const { standOut } = found(four(4), four(4));
  equal(standOut, {
    highest: [],
    lowest: [],
    level: { count: 8, of: 8, label: "Most of the time" },
  });
  equal(
    foundOf([question("a1"), 5], [question("a2", { options: steps([100, 75, 50, 25, 0]) }), 1])
      .standOut,
    {
      highest: [],
      lowest: [],
    },
  );
});

Deno.test("Half of the answers are not most of them: there is no level.", () => {
  equal(found([5, 3, 3, 1]).standOut.level, undefined);
});

Deno.test("Without scored answers there is nothing to stand out and no level.", () => {
  equal(foundOf().standOut, { highest: [], lowest: [] });
});

const practised = (id: string, ...practices: string[]) => question(id, { practices });

Deno.test("Practices come from the two lowest answers that bring any, each in its turn.", () => {
  equal(
    foundOf(
      [practised("x", "listen.far", "listen.further"), 3],
      [practised("y", "listen.back", "listen.ask", "listen.wait"), 1],
      [question("z"), 1],
      [practised("w", "listen.never"), 4],
    ).practices,
    [
      { practice: "listen.back", question: "y" },
      { practice: "listen.far", question: "x" },
      { practice: "listen.ask", question: "y" },
    ],
  );
});

Deno.test("A practice is suggested once, by the lowest answer that brings it.", () => {
  equal(
    foundOf(
      [practised("x", "listen.back"), 2],
      [practised("y", "listen.back"), 1],
      [practised("z", "repair.call"), 3],
    ).practices,
    [
      { practice: "listen.back", question: "y" },
      { practice: "repair.call", question: "z" },
    ],
  );
});

Deno.test("An answer at the top suggests nothing, and a sheet of them nothing at all.", () => {
  const lists = [practised("x", "listen.back"), practised("y", "repair.call")] as const;
  equal(foundOf([lists[0], 5], [lists[1], 4]).practices, [
    { practice: "repair.call", question: "y" },
  ]);
  equal(foundOf([lists[0], 5], [lists[1], 5]).practices, []);
});

Deno.test("Warnings are asked of the lowest dimension's answers below the upper bands.", () => {
  const warned = (id: string, dimension: string, ...warnings: string[]) =>
    question(id, { dimension, warnings });
  equal(
    foundOf(
      [warned("x", "a", "listen.rehearsing"), 2],
      [warned("y", "a", "listen.rehearsing", "listen.defending"), 3],
      [warned("z", "a", "listen.hurry"), 4],
      [warned("w", "b", "repair.silence"), 4],
    ).warnings,
    [
      { warning: "listen.rehearsing", question: "x" },
      { warning: "listen.defending", question: "y" },
    ],
  );
});

Deno.test("The upper bands are two of four and of three, and one of two.", () => {
  const upper = (count: number) =>
    BANDS.slice(0, count).map((_, band) => isUpper(BANDS.slice(0, count), band));
  equal(upper(4), [false, false, true, true]);
  equal(upper(3), [false, true, true]);
  equal(upper(2), [false, true]);
});

Deno.test("What was seen is reported with its dimension, its warning and what stood in the way.", () => {
  const walk = question("walk", {
    type: "checklist",
    obstacles: true,
    dimension: undefined,
    options: [
      { value: "reply", label: "No reply", warning: "acknowledge.silence", dimension: "a" },
      { value: "door", label: "A locked door", dimension: "b" },
      { value: "sign", label: "A faded sign", warning: "acknowledge.sign" },
    ],
  });
  const plan = planOf([question("a1"), walk]);
  const form = plan.forms[0]!;
  const sheet = sheetOf(plan, form, [[walk, { reply: "seen", door: "not-seen", sign: "seen" }]]);
  const { items, warnings, obstacles } = findings(plan, form, standing(sheet, form));
  equal(items, [{ dimension: "a", question: "walk", item: "reply" }]);
  equal(warnings, [
    { warning: "acknowledge.silence", question: "walk", item: "reply" },
    { warning: "acknowledge.sign", question: "walk", item: "sign" },
  ]);
  equal(obstacles, [{ question: "walk", item: "reply" }, { question: "walk", item: "sign" }]);
});

Deno.test("A flag is set by the choice that carries it, and by no other.", () => {
  const bond = question("bond", {
    type: "choice",
    dimension: undefined,
    options: [{ value: "weaker", label: "Weaker", flag: { dimension: "a" } }, {
      value: "same",
      label: "The same",
    }],
  });
  const plan = planOf([question("a1"), bond]);
  const form = plan.forms[0]!;
  const flags = (choice: string) =>
    findings(plan, form, standing(sheetOf(plan, form, [[bond, choice]]), form)).choices;
  equal(flags("weaker"), [{ dimension: "a", question: "bond", choice: "weaker" }]);
  equal(flags("same"), [{ question: "bond", choice: "same" }]);
});

Deno.test("A balance reports its side apart from its score.", () => {
  equal(foundOf([question("give", { type: "balance" }), 5]).balances, [
    { question: "give", direction: 1 },
  ]);
});

Deno.test("Coverage tells what is answered, open and changed apart.", () => {
  const asked = ["done", "na", "open", "other", "words"].map((id) => question(id));
  const [done, na, _open, other, words] = asked as [
    Question,
    Question,
    Question,
    Question,
    Question,
  ];
  const text = question("text", { type: "text", options: [] });
  const plan = planOf([...asked, text]);
  const form = plan.forms[0]!;
  const sheet = sheetOf(plan, form, [
    [done, 4],
    [na, null],
    [{ ...other, shape: "seven" }, 4],
    [{ ...words, ask: "Once asked otherwise?" }, 4],
  ]);
  const { coverage, unanswered } = findings(plan, form, standing(sheet, form));
  equal(coverage, { answered: 2, na: 1, blank: 1, changed: 1, of: 5 });
  equal(unanswered, ["open", "other"]);
});

Deno.test("No answer stands out both ways, no list is longer than three, nothing is said twice.", () => {
  fc.assert(fc.property(questionnaire, (all) => {
    const questions = all.map(([asked], n) => ({ ...asked, practices: [`listen.${n % 4}`] }));
    const plan = planOf(questions);
    const form = plan.forms[0]!;
    const said = findings(plan, form, standing(sheetOf(plan, form, given(all)), form));
    const { highest, lowest } = said.standOut;
    ok(highest.length <= 3 && lowest.length <= 3 && said.practices.length <= 3);
    ok(highest.every((high) => lowest.every((low) => low.score < high.score)));
    equal(new Set(said.practices.map(({ practice }) => practice)).size, said.practices.length);
    const { answered, na, blank, changed, of } = said.coverage;
    equal(answered + na + blank + changed, of);
    equal([...said.order].sort(), said.scores.map(({ id }) => id).sort());
  }));
});
