/**
 * From answers to figures: questions, dimensions, groups, and when two of them differ.
 *
 * Nothing is rounded here but for showing. Scores run from 0 to 100; `null` is "not enough".
 */

import type { Answer, Band, Dimension, Form, Plan, Question } from "./plan.ts";
import { chosen } from "./sheet.ts";
import { fits, type Standings } from "./standing.ts";

/** The assumed standard error of one answer: with five answers 8.7 points, as measured scales. */
const SEM_OF_ONE = 19.5;
/** Two dimensions differ from this many standard errors of their difference on. */
const APART = 1.5;
/** A change over time counts from here on: with 90 % certainty it is not chance. */
const MOVED = 1.645;
/** Nearer than this to a cut, both bands are named. */
const NEAR = 5;
/**
 * Sums such as 0.1 + 0.2 end a hair beside the figure that a person works out, and a score on a
 * cut belongs to the upper band: so comparing and rounding forgive this much.
 */
const HAIR = 1e-9;

/** Score of one answered question. */
export interface Point {
  question: string;
  score: number;
}

export interface DimensionScore {
  id: string;
  /** `null` when fewer than `needed` were answered. */
  score: number | null;
  /** One standard error down and up; `null` without a score, or with one answer only. */
  low: number | null;
  high: number | null;
  /** Its scored questions in this form: answered + na + blank + changed = of. */
  answered: number;
  na: number;
  blank: number;
  changed: number;
  of: number;
  needed: number;
  /** How many equally weighted answers the score is worth. */
  m: number;
  sem: number | null;
  /** Index in the dimension's bands, and of the other band when a cut is near. */
  band: number | null;
  near: number | null;
  points: Point[];
}

export interface GroupScore {
  group: string;
  score: number | null;
  /** Ids of its dimensions in this form, and how many of them have a score. */
  dimensions: string[];
  scored: number;
}

/** Whether the question counts towards its dimension. */
export function isScored(question: Question): boolean {
  return question.options.some(({ score }) => score !== undefined);
}

/** Whether a higher step scores lower. */
export function isTurned({ type, options }: Question): boolean {
  return type === "scale" && (options[0]?.score ?? 0) > (options.at(-1)?.score ?? 0);
}

/** 0–100, or `null` where the question is not scored or does not offer this answer. */
export function questionScore(question: Question, value: Answer): number | null {
  return chosen(question, value)?.score ?? null;
}

/** Which side of the middle a balance answer lies on: -1, 0 or 1; `null` if it says nothing. */
export function balanceDirection(question: Question, value: Answer): number | null {
  if (question.type !== "balance" || value === null || !fits(question, value)) return null;
  const step = question.options.findIndex((option) => option.value === value);
  return Math.sign(step - (question.options.length - 1) / 2);
}

/** Index of the band a score falls in; a score on a cut belongs to the upper. */
export function bandOf(bands: Band[], score: number): number | null {
  const above = bands.filter(({ from }) => from <= score + HAIR).length;
  return above > 0 ? above - 1 : null;
}

/** Index of the neighbouring band when the score is nearer than 5 to the cut between. */
function nearBand(bands: Band[], score: number, band: number): number | null {
  const below = band > 0 ? score - bands[band]!.from : Infinity;
  const above = band + 1 < bands.length ? bands[band + 1]!.from - score : Infinity;
  if (Math.min(below, above) >= NEAR - HAIR) return null;
  return below <= above ? band - 1 : band + 1;
}

function dimensionScore(
  { id, bands }: Dimension,
  questions: Question[],
  standings: Standings,
): DimensionScore {
  const points: Point[] = [];
  const counts = { answered: 0, na: 0, blank: 0, changed: 0 };
  let weights = 0, squares = 0, sum = 0;
  for (const question of questions) {
    const { state, value = null } = standings.get(question.id)!;
    counts[state] += 1;
    const score = state === "answered" ? questionScore(question, value) : null;
    if (score === null) continue;
    const weight = question.weight ?? 1;
    points.push({ question: question.id, score });
    weights += weight;
    squares += weight ** 2;
    sum += weight * score;
  }
  const of = questions.length;
  const needed = Math.floor(of / 2) + 1;
  const m = squares > 0 ? weights ** 2 / squares : 0;
  const rest = { id, ...counts, of, needed, m, points };
  if (points.length < needed || m === 0) {
    return { ...rest, score: null, low: null, high: null, sem: null, band: null, near: null };
  }
  const score = Math.min(100, Math.max(0, sum / weights));
  const sem = SEM_OF_ONE / Math.sqrt(m);
  const band = bandOf(bands, score);
  return {
    ...rest,
    score,
    sem,
    low: points.length > 1 ? Math.max(0, score - sem) : null,
    high: points.length > 1 ? Math.min(100, score + sem) : null,
    band,
    near: band === null ? null : nearBand(bands, score, band),
  };
}

/** One entry for each dimension that this form asks about, in the order of the file. */
export function dimensionScores(plan: Plan, form: Form, standings: Standings): DimensionScore[] {
  return plan.dimensions
    .map((dimension) => {
      const questions = form.questions.filter((question) =>
        question.dimension === dimension.id && isScored(question)
      );
      return dimensionScore(dimension, questions, standings);
    })
    .filter(({ of }) => of > 0);
}

/**
 * The weighted mean of each group's dimensions: each weighs as much as the answers behind it.
 * As with questions, more than half of a group's dimensions need a score.
 */
export function groupScores(plan: Plan, form: Form, scores: DimensionScore[]): GroupScore[] {
  const groups = new Set(plan.dimensions.flatMap(({ group }) => group ?? []));
  const weights = new Map(form.questions.map(({ id, weight }) => [id, weight ?? 1]));
  return [...groups].map((group) => {
    const members = scores.filter(({ id }) =>
      plan.dimensions.some((dimension) => dimension.id === id && dimension.group === group)
    );
    const scored = members.filter(({ score }) => score !== null);
    const points = scored.flatMap((member) => member.points);
    const weight = points.reduce((sum, point) => sum + weights.get(point.question)!, 0);
    const sum = points.reduce(
      (sum, point) => sum + weights.get(point.question)! * point.score,
      0,
    );
    const enough = scored.length > members.length / 2;
    return {
      group,
      score: enough ? sum / weight : null,
      dimensions: members.map(({ id }) => id),
      scored: scored.length,
    };
  });
}

function differs(a: DimensionScore, b: DimensionScore, errors: number): boolean {
  if (a.score === null || b.score === null) return false;
  const error = Math.hypot(a.sem ?? 0, b.sem ?? 0);
  return Math.abs(a.score - b.score) >= errors * error - HAIR;
}

/** Whether two dimensions of one sheet differ by more than chance easily makes them. */
export function toldApart(a: DimensionScore, b: DimensionScore): boolean {
  return differs(a, b, APART);
}

/** Whether one dimension on two sheets has moved by more than chance easily makes it. */
export function hasMoved(before: DimensionScore, after: DimensionScore): boolean {
  return differs(before, after, MOVED);
}

/** Whether two figures are the same but for the last bits. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= HAIR;
}

/** For sorting: the lower score first, equal ones as they came. */
export function byScore(a: { score: number }, b: { score: number }): number {
  return isSame(a.score, b.score) ? 0 : a.score - b.score;
}

/** A score as people read it: a whole number, half up. */
export function shown(score: number): number {
  return Math.floor(score + 0.5 + HAIR);
}

/** A score as `data-score` has it: at most one decimal. */
export function attribute(score: number): string {
  return String(Math.floor(score * 10 + 0.5 + HAIR) / 10);
}
