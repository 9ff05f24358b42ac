/**
 * The first sentence of a result, as data: what may be said about all dimensions together.
 *
 * The rule for naming a highest and a lowest (result `profile`, and `gap` before there are other
 * answers to compare with):
 *
 * 1. Fewer than two dimensions with a score: there is nothing to compare, `few`.
 * 2. The lowest and the highest are not told apart: they lie close together, `close`.
 * 3. The lowest group is what is not told apart from the lowest, but is from the highest; the
 *    highest group likewise. What is told apart from neither lies between, and is not named.
 * 4. A group of more than two, or of more than half of all, singles nothing out and is not named.
 *    If that leaves no group, the smaller is named, of two equal ones the lowest: it has the use.
 */

import type { ResultKind } from "./plan.ts";
import { byScore, type DimensionScore, toldApart } from "./score.ts";

export type Headline =
  /** The kind of result makes no statement of its own. */
  | { kind: "none" }
  /** Too few dimensions have a score. */
  | { kind: "few" }
  | { kind: "close" }
  /** The highest first, the lowest first; one of them may be empty. */
  | { kind: "apart"; highest: string[]; lowest: string[] }
  /** The lowest, then every other that is not told apart from it. */
  | { kind: "weakest"; ids: string[]; score: number }
  | { kind: "mean"; score: number };

type Scored = DimensionScore & { score: number };

const LARGEST_GROUP = 2;

const ids = (scores: Scored[]): string[] => scores.map(({ id }) => id);

function apart(scored: Scored[]): Headline {
  const rising = [...scored].sort(byScore);
  const falling = [...scored].sort((a, b) => byScore(b, a));
  const least = rising[0]!, most = falling[0]!;
  if (!toldApart(least, most)) return { kind: "close" };
  const lowest = ids(rising.filter((each) => !toldApart(each, least) && toldApart(each, most)));
  const highest = ids(falling.filter((each) => !toldApart(each, most) && toldApart(each, least)));
  const largest = Math.min(LARGEST_GROUP, rising.length / 2);
  const [nameLowest, nameHighest] = [lowest.length <= largest, highest.length <= largest];
  const isNeither = !nameLowest && !nameHighest;
  const isLowestSmaller = lowest.length <= highest.length;
  return {
    kind: "apart",
    highest: nameHighest || (isNeither && !isLowestSmaller) ? highest : [],
    lowest: nameLowest || (isNeither && isLowestSmaller) ? lowest : [],
  };
}

/** What the result of this kind says first. */
export function headline(kind: ResultKind, scores: DimensionScore[]): Headline {
  const scored = scores.filter((each): each is Scored => each.score !== null);
  const rising = [...scored].sort(byScore);
  const lowest = rising[0];
  switch (kind) {
    case "profile":
    case "gap":
      return scored.length < 2 ? { kind: "few" } : apart(scored);
    case "weakest":
      if (lowest === undefined || scored.length < 2) return { kind: "few" };
      return {
        kind,
        ids: ids(rising.filter((each) => !toldApart(each, lowest))),
        score: lowest.score,
      };
    case "mean":
      // As with questions in a dimension, more than half of the dimensions need a score.
      if (scored.length <= scores.length / 2) return { kind: "few" };
      return { kind, score: scored.reduce((sum, { score }) => sum + score, 0) / scored.length };
    case "stage":
    case "distribution":
      return { kind: "none" };
  }
}
