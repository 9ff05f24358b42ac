/**
 * Works out the scoring cases for `test_scoring.py`: cases as JSON on stdin, results on stdout.
 *
 * A result has everything that a case may name under `expect`, in the short form that cases use.
 */

import type { Answer, Form, Plan, Question } from "../../hooks/rapport/browser/plan.ts";
import { findings } from "../../hooks/rapport/browser/findings.ts";
import {
  type DimensionScore,
  groupScores,
  isScored,
  shown,
} from "../../hooks/rapport/browser/score.ts";
import { answer, newSheet, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { stageOf } from "../../hooks/rapport/browser/kinds/stage.ts";
import { type Standing, standing, type Standings } from "../../hooks/rapport/browser/standing.ts";
import { alike, tally, trends } from "../../hooks/rapport/browser/kinds/tally.ts";

interface Case {
  plan: Plan;
  /** The first form unless named. */
  form?: string;
  answers: Record<string, Answer>;
  /** What questions asked when they were answered, where they have been reworded since. */
  asked?: Record<string, string>;
}

const NOW = new Date("2026-03-01T12:00:00Z");

/** Two decimals, as far as people calculate. */
function round(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 100) / 100 : value;
}

function sheetOf(plan: Plan, form: Form, { answers, asked = {} }: Case): Sheet {
  let sheet = newSheet(plan, form, NOW, () => 1);
  for (const [id, value] of Object.entries(answers)) {
    const question = form.questions.find((each) => each.id === id);
    sheet = question
      ? answer(sheet, { ...question, ask: asked[id] ?? question.ask }, value, NOW)
      : { ...sheet, answers: { ...sheet.answers, [id]: value } };
  }
  return sheet;
}

/** The stage by the ids of its choices; `null` where something is not known. */
function stageIn(plan: Plan, form: Form, standings: Standings) {
  const { ours, theirs, working, isAtRisk } = stageOf(plan, form, standings);
  const { options = [] } = form.questions.find(({ id }) => id === plan.stage?.ours) ?? {};
  const id = (place?: number) => place === undefined ? null : options[place]!.value;
  return { ours: id(ours), theirs: id(theirs), working: id(working), risk: isAtRisk ?? null };
}

/** For each set of questions with the same steps how often each step was chosen. */
function tallied(questions: Question[], standings: Standings) {
  return alike(questions).map((group) => {
    const { steps, middle, ...counts } = tally(group, standings);
    const labels = middle?.map((place) => steps[place]!.label) ?? null;
    return { ...counts, steps: steps.map(({ questions }) => questions.length), middle: labels };
  });
}

/** What a case can expect. */
function result(given: Case) {
  const { plan } = given;
  const form = plan.forms.find(({ id }) => id === given.form) ?? plan.forms[0]!;
  const sheet = sheetOf(plan, form, given);
  const standings = standing(sheet, form);
  const found = findings(plan, form, standings);
  const idsWhere = (isSuch: (standing: Standing) => boolean) =>
    [...standings].filter(([, each]) => isSuch(each)).map(([id]) => id);
  const bands = (id: string) => plan.dimensions.find((each) => each.id === id)!.bands;
  const band = (id: string, index: number | null) => index === null ? null : bands(id)[index]!.id;
  const each = (value: (score: DimensionScore) => unknown) =>
    Object.fromEntries(found.scores.map((score) => [score.id, value(score)]));
  const { level } = found.standOut;
  return {
    scores: each(({ score }) => score),
    shown: each(({ score }) => score === null ? null : shown(score)),
    bands: each((score) => band(score.id, score.band)),
    near: each((score) => band(score.id, score.near)),
    range: each(({ low, high }) => low === null ? null : [low, high]),
    m: each(({ m }) => m),
    coverage: each((score) => score),
    groups: Object.fromEntries(
      groupScores(plan, form, found.scores).map(({ group, score }) => [group, score]),
    ),
    headline: found.headline,
    order: found.order,
    highest: found.standOut.highest.map(({ question }) => question),
    lowest: found.standOut.lowest.map(({ question }) => question),
    level: level ?? null,
    practices: found.practices.map(({ practice }) => practice),
    warnings: found.warnings.map(({ warning }) => warning),
    flags: found.choices.flatMap(({ dimension, question, choice }) =>
      dimension ? [dimension, question, choice].join(".") : []
    ),
    items: found.items.map(({ dimension, question, item }) =>
      [dimension, question, item].join(".")
    ),
    obstacles: found.obstacles.map(({ question, item }) => `${question}.${item}`),
    balances: Object.fromEntries(
      found.balances.map(({ question, direction }) => [question, direction]),
    ),
    stage: stageIn(plan, form, standings),
    tallies: tallied(form.questions.filter(isScored), standings),
    counts: tallied(
      form.questions.filter(({ dimension, type }) => !dimension && type === "scale"),
      standings,
    ),
    trends: trends(form.questions, standings) ?? null,
    total: found.coverage,
    unanswered: found.unanswered,
    changed: idsWhere(({ state }) => state === "changed"),
    reworded: idsWhere(({ reworded }) => reworded === true),
  };
}

const cases: Record<string, Case> = JSON.parse(await new Response(Deno.stdin.readable).text());
const results = Object.entries(cases).map(([name, each]) => [name, result(each)]);
console.log(JSON.stringify(Object.fromEntries(results), round));
