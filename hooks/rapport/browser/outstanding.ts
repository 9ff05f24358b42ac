/**
 * The answers that stand out from a reader's own others.
 *
 * High and low are measured at the middle of this reader's scored answers, so that no answer is
 * called high while an equal one is called low. Where more answers tie than there are places,
 * dimensions take turns, in the order of the file.
 */

import type { Question } from "./plan.ts";
import { byScore, isSame, type Point } from "./score.ts";

export interface OutstandingAnswer extends Point {
  /** The words that were chosen. */
  label: string;
}

export interface StandOut {
  /** Three at most each: the highest first, the lowest first. */
  highest: OutstandingAnswer[];
  lowest: OutstandingAnswer[];
  /** Where more than half of the answers say the same in the same words. */
  level?: { label: string; count: number; of: number };
}

const PLACES = 3;

/** Sorted points with each run of equal scores dealt out dimension by dimension, in turn. */
export function inTurn(sorted: Point[], questions: Map<string, Question>): Point[] {
  const turns = new Map<Point, number>();
  const counts = new Map<string | undefined, number>();
  sorted.forEach((point, index) => {
    const previous = sorted[index - 1];
    if (previous && !isSame(previous.score, point.score)) counts.clear();
    const dimension = questions.get(point.question)?.dimension;
    turns.set(point, counts.get(dimension) ?? 0);
    counts.set(dimension, turns.get(point)! + 1);
  });
  return [...sorted].sort((a, b) =>
    isSame(a.score, b.score) ? turns.get(a)! - turns.get(b)! : sorted.indexOf(a) - sorted.indexOf(b)
  );
}

function median(points: Point[]): number {
  const rising = [...points].sort(byScore);
  const middle = (rising.length - 1) / 2;
  return (rising[Math.floor(middle)]!.score + rising[Math.ceil(middle)]!.score) / 2;
}

/** The answers that stand out among all scored ones; `points` in the order of the file. */
export function standOut(
  points: Point[],
  questions: Map<string, Question>,
  label: (point: Point) => string,
): StandOut {
  if (points.length === 0) return { highest: [], lowest: [] };
  const middle = median(points);
  const others = points.filter(({ score }) => !isSame(score, middle));
  const below = others.filter(({ score }) => score < middle).sort(byScore);
  const above = others.filter(({ score }) => score > middle).sort((a, b) => byScore(b, a));
  const first = (sorted: Point[]): OutstandingAnswer[] =>
    inTurn(sorted, questions).slice(0, PLACES).map((point) => ({ ...point, label: label(point) }));
  const counts = new Map<string, number>();
  for (const words of points.map(label)) counts.set(words, (counts.get(words) ?? 0) + 1);
  const [words, count] = [...counts].reduce((a, b) => b[1] > a[1] ? b : a);
  return {
    highest: first(above),
    lowest: first(below),
    ...(count > Math.max(1, points.length / 2)
      ? { level: { label: words, count, of: points.length } }
      : {}),
  };
}
