/**
 * What a result says, as data; the words and the page are made from it elsewhere.
 *
 * Facts about the reader come from the reader's own answers and from nothing else.
 */

import type { Band, Form, Plan, Question } from "./plan.ts";
import {
  balanceDirection,
  bandOf,
  byScore,
  type DimensionScore,
  dimensionScores,
  isSame,
  type Point,
} from "./score.ts";
import { type Headline, headline } from "./headline.ts";
import { chosen } from "./sheet.ts";
import { isDone, type Standings } from "./standing.ts";
import { inTurn, type StandOut, standOut } from "./outstanding.ts";

export interface Findings {
  scores: DimensionScore[];
  headline: Headline;
  standOut: StandOut;
  /** Ids of dimensions: strongest first, those without a score last, ties in file order. */
  order: string[];
  /** Three at most, each with the answer that suggests it. */
  practices: { practice: string; question: string }[];
  /** With `item`: the reader has seen it. Without: to be asked, "do you recognise this?". */
  warnings: { warning: string; question: string; item?: string }[];
  /** What was chosen in questions with choices; `dimension` where that sets a flag. */
  choices: { question: string; choice: string; dimension?: string }[];
  items: { dimension: string; question: string; item: string }[];
  obstacles: { question: string; item: string }[];
  /** Of balance questions: -1 too little, 0 the middle, 1 too much. */
  balances: { question: string; direction: number }[];
  /** All questions but texts; what is begun and not finished is blank. */
  coverage: { answered: number; na: number; blank: number; changed: number; of: number };
  /** Ids of questions that still wait for an answer, in the order of the form; no texts. */
  unanswered: string[];
}

/** What the parts of this module work on. */
interface Ground {
  plan: Plan;
  form: Form;
  standings: Standings;
  scores: DimensionScore[];
}

const MOST_PRACTICES = 3;
const QUESTIONS_FOR_PRACTICES = 2;

/** The checklist items that were seen, each with its question. */
function seenItems({ form, standings }: Ground) {
  return form.questions.filter(({ type }) => type === "checklist").flatMap((question) => {
    const { state, value } = standings.get(question.id)!;
    if (state !== "answered") return [];
    const states = new Map(Object.entries(value as Record<string, string>));
    return question.options
      .filter((option) => states.get(String(option.value)) === "seen")
      .map((option) => ({ question, option, item: String(option.value) }));
  });
}

function choices({ form, standings }: Ground): Findings["choices"] {
  return form.questions.filter(({ type }) => type === "choice").flatMap((question) => {
    const { state, value } = standings.get(question.id)!;
    const option = question.options.find((option) => option.value === value);
    return state === "answered"
      ? [{ ...option?.flag, question: question.id, choice: String(value) }]
      : [];
  });
}

/** What those who chose it may try; what fits a stage depends on two answers (`kinds.ts`). */
function picked({ plan, form, standings }: Ground): Findings["practices"] {
  return form.questions.flatMap(({ id, type, options }) => {
    const { state, value } = standings.get(id)!;
    const { practice } = type === "choice" && state === "answered" && id !== plan.stage?.ours
      ? options.find((option) => option.value === value)!
      : {};
    return practice ? [{ practice, question: id }] : [];
  });
}

/**
 * First what an item that was seen asks for at once. Then the practices of the two lowest answers
 * that bring any new one: an answer at the top of its scale suggests nothing, and the first
 * practice of both comes before the further ones of either. Then what choices bring, last what to do about obstacles.
 */
function practices(ground: Ground): Findings["practices"] {
  const { form, scores } = ground;
  const questions = new Map(form.questions.map((question) => [question.id, question]));
  const seen = seenItems(ground);
  const urgent = seen.flatMap(({ question, option: { practice } }) =>
    practice ? [{ practice, question: question.id }] : []
  );
  const taken = new Set(urgent.map(({ practice }) => practice));
  const lists: Findings["practices"][] = [];
  const points = scores.flatMap(({ points }) => points).filter(({ score }) => !isSame(score, 100));
  for (const { question } of inTurn(points.sort(byScore), questions)) {
    const fresh = practicesOf(questions.get(question)!).filter(({ practice }) =>
      !taken.has(practice)
    );
    if (fresh.length === 0) continue;
    fresh.forEach(({ practice }) => taken.add(practice));
    lists.push(fresh);
    if (lists.length === QUESTIONS_FOR_PRACTICES) break;
  }
  const firsts = lists.flatMap((list) => list.slice(0, 1));
  const rest = lists.flatMap((list) => list.slice(1));
  const last = seen.flatMap(({ question }) => question.obstacles ? practicesOf(question) : []);
  const all = [...urgent, ...firsts, ...rest, ...picked(ground), ...last];
  return once(all, ({ practice }) => practice).slice(0, MOST_PRACTICES);
}

function practicesOf({ id, practices = [] }: Question): Findings["practices"] {
  return practices.map((practice) => ({ practice, question: id }));
}

/** Those whose key has not come up before. */
function once<T>(all: T[], key: (each: T) => string): T[] {
  const keys = all.map(key);
  return all.filter((_, place) => keys.indexOf(keys[place]!) === place);
}

/** The two upper bands, of two bands the upper one: there the advice is a check, not a mending. */
export function isUpper(bands: Band[], band: number): boolean {
  return band >= Math.max(1, bands.length - 2);
}

/** What was seen; then the warnings of the lowest dimension's answers below the upper bands. */
function warnings(plan: Plan, ground: Ground): Findings["warnings"] {
  const found = seenItems(ground).flatMap(({ question, option, item }) =>
    option.warning ? [{ warning: option.warning, question: question.id, item }] : []
  );
  const rising = ground.scores.flatMap(({ id, score, points }) =>
    score === null ? [] : [{ id, score, points }]
  ).sort(byScore);
  const lowest = rising[0];
  const bands = plan.dimensions.find(({ id }) => id === lowest?.id)?.bands ?? [];
  const low = (lowest?.points ?? []).filter(({ score }) =>
    !isUpper(bands, bandOf(bands, score) ?? 0)
  );
  const asked = low.flatMap(({ question }) => {
    const warnings = ground.form.questions.find(({ id }) => id === question)?.warnings ?? [];
    return warnings.map((warning) => ({ warning, question }));
  });
  return once([...found, ...asked], ({ warning }) => warning);
}

function balances({ form, standings }: Ground): Findings["balances"] {
  return form.questions.flatMap((question) => {
    const { state, value = null } = standings.get(question.id)!;
    const direction = state === "answered" ? balanceDirection(question, value) : null;
    return direction === null ? [] : [{ question: question.id, direction }];
  });
}

function coverage(questions: Question[], standings: Standings): Findings["coverage"] {
  const counts = { answered: 0, na: 0, blank: 0, changed: 0, of: questions.length };
  for (const question of questions) {
    const standing = standings.get(question.id)!;
    const isHalfDone = standing.state !== "changed" && !isDone(question, standing);
    counts[isHalfDone ? "blank" : standing.state] += 1;
  }
  return counts;
}

function order(scores: DimensionScore[]): string[] {
  const rank = ({ score }: DimensionScore) => score ?? -1;
  return [...scores]
    .sort((a, b) => isSame(rank(a), rank(b)) ? 0 : rank(b) - rank(a))
    .map(({ id }) => id);
}

/** Everything a result says about one form of a sheet, from how its answers stand. */
export function findings(plan: Plan, form: Form, standings: Standings): Findings {
  const scores = dimensionScores(plan, form, standings);
  const ground = { plan, form, standings, scores };
  const questions = new Map(form.questions.map((question) => [question.id, question]));
  const counted = form.questions.filter(({ type }) => type !== "text");
  const seen = seenItems(ground);
  const points = scores.flatMap(({ points }) => points);
  // Without the trend: the same step is the same answer, wherever things go from there.
  const label = ({ question }: Point) =>
    chosen(questions.get(question)!, standings.get(question)!.value ?? null)!.label;
  return {
    scores,
    headline: headline(plan.result, scores),
    standOut: standOut(points, questions, label),
    order: order(scores),
    practices: practices(ground),
    warnings: warnings(plan, ground),
    choices: choices(ground),
    items: seen.flatMap(({ question, option, item }) =>
      option.dimension ? [{ dimension: option.dimension, question: question.id, item }] : []
    ),
    obstacles: seen.flatMap(({ question, item }) =>
      question.obstacles ? [{ question: question.id, item }] : []
    ),
    balances: balances(ground),
    coverage: coverage(counted, standings),
    unanswered: counted.filter((question) => !isDone(question, standings.get(question.id)!))
      .map(({ id }) => id),
  };
}
