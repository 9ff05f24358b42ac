/**
 * What became of one person's answers over time.
 *
 * Answers are compared in the words that were seen, and only where the question is the same in
 * both. Parts are compared over the questions that are the same in both and still asked, and a
 * change is called one only when chance does not easily make it.
 */

import type { Answer, Dimension, Form, Plan, Question } from "../plan.ts";
import { type DimensionScore, dimensionScores, hasMoved, questionScore } from "../score.ts";
import { isBegun, own, type Seen, type Sheet } from "../sheet.ts";
import { standing, type Standings } from "../standing.ts";
import { inTime } from "./threads.ts";

/** An answer that reads otherwise now; "" where nothing of a list was chosen. */
export interface Change {
  question: string;
  ask: string;
  was: string;
  now: string;
}

/** What the last two versions come to over the questions that are the same in both. */
export interface Comparison {
  before: number;
  after: number;
  questions: number;
  hasMoved: boolean;
}

/** One part over all versions. */
export interface Course {
  dimension: Dimension;
  /** One for each version, in their order. */
  scores: DimensionScore[];
  /** Absent where too few questions are the same in both to say anything. */
  comparison?: Comparison;
}

/** An answer that no longer counts, as it was seen. */
export interface Old extends Seen {
  question: string;
  value: Answer;
}

/** What of a sheet today's questionnaire does not ask any more, or not in the same way. */
export interface Aged {
  changed: Old[];
  retired: Old[];
}

/** A text has no label: it is its own words. */
const isText = (value: Answer, seen: Seen): boolean => typeof value === "string" && !seen.label;

/** The same answer, whatever the order in which a list was filled. */
function isEqual(a: Answer, b: Answer): boolean {
  const entries = (value: Answer) =>
    JSON.stringify(
      typeof value === "object" && value !== null ? Object.entries(value).sort() : value,
    );
  return entries(a) === entries(b);
}

function changeOf(before: Sheet, after: Sheet, question: string): Change[] {
  const [was, now] = [own(before.answers, question), own(after.answers, question)];
  const [first, second] = [own(before.seen, question), own(after.seen, question)];
  if (was === undefined || now === undefined || !first || first.shape !== second?.shape) return [];
  // A label that was mended is no change of mind, and a text has changed when a comma has.
  if (isEqual(was, now) || first.label === second.label || isText(now, second)) return [];
  return [{ question, ask: second.ask, was: first.label, now: second.label }];
}

/** How far an answer has moved in points; nothing where it is not scored. */
function shift(question: Question | undefined, before: Sheet, after: Sheet): number {
  if (!question) return 0;
  const [was, now] = [before, after].map(({ answers }) =>
    questionScore(question, own(answers, question.id) ?? null)
  );
  return Math.abs((now ?? 0) - (was ?? now ?? 0));
}

/** The answers that changed in words, the furthest moved first; `form` where it is still there. */
export function changes(before: Sheet, after: Sheet, form?: Form): Change[] {
  const questions = new Map(form?.questions.map((question) => [question.id, question]));
  const places = [...questions.keys()];
  return Object.keys(after.answers)
    .flatMap((id) => changeOf(before, after, id))
    .map((change) => ({
      change,
      shift: shift(questions.get(change.question), before, after),
      place: places.indexOf(change.question),
    }))
    .sort((a, b) => b.shift - a.shift || a.place - b.place)
    .map(({ change }) => change);
}

/** The versions that a history is about, oldest first: those that were finished. */
export function finished(sheets: readonly Sheet[]): Sheet[] {
  return inTime(sheets.filter((sheet) => sheet.finished && isBegun(sheet)));
}

/** How the questions stand when only those count that both versions answer. */
function common(standings: Standings, other: Standings): Standings {
  return new Map(
    [...standings].map(([id, each]) => [
      id,
      each.state === "answered" && other.get(id)!.state === "answered" ? each : { state: "blank" },
    ]),
  );
}

function comparison(before: DimensionScore, after: DimensionScore): Comparison | undefined {
  if (before.score === null || after.score === null) return undefined;
  return {
    before: before.score,
    after: after.score,
    questions: after.points.length,
    hasMoved: hasMoved(before, after),
  };
}

/** Every part over the versions given, oldest first; the last two of them are compared. */
export function courses(plan: Plan, form: Form, versions: readonly Sheet[]): Course[] {
  // Whoever answers for somebody else to read gets no score of it.
  if (form.role === "answer" || versions.length === 0) return [];
  const standings = versions.map((sheet) => standing(sheet, form));
  const scores = standings.map((each) => dimensionScores(plan, form, each));
  const [before, after] = standings.slice(-2);
  const compared = after ? [common(before!, after), common(after, before!)] : [];
  const [was, now] = compared.map((each) => dimensionScores(plan, form, each));
  return scores[0]!.map(({ id }, place): Course => {
    const found = was && now && comparison(was[place]!, now[place]!);
    return {
      dimension: plan.dimensions.find((each) => each.id === id)!,
      scores: scores.map((each) => each[place]!),
      ...(found ? { comparison: found } : {}),
    };
  });
}

/** How many questions two versions can be compared over. */
export function inCommon(before: Sheet, after: Sheet, form: Form): number {
  const [was, now] = [standing(before, form), standing(after, form)];
  const isGiven = (standings: Standings, id: string) =>
    ["answered", "na"].includes(standings.get(id)!.state);
  return form.questions.filter(({ id, type }) =>
    type !== "text" && isGiven(was, id) && isGiven(now, id)
  ).length;
}

/** The answers of a sheet as they were seen; those of a code have no words and are left out. */
export function asSeen(sheet: Sheet): Old[] {
  return Object.entries(sheet.answers).flatMap(([question, value]) => {
    const seen = own(sheet.seen, question);
    return seen ? [{ question, value, ...seen }] : [];
  });
}

/** What has changed in the questionnaire since these answers. */
export function aged(sheet: Sheet, form: Form): Aged {
  const standings = standing(sheet, form);
  const all = asSeen(sheet);
  return {
    changed: all.filter(({ question }) => standings.get(question)?.state === "changed"),
    retired: all.filter(({ question }) => !standings.has(question)),
  };
}
