/** Counts: how often each step was chosen, and the middle of the answers. No total, no mean. */

import type { Question } from "../plan.ts";
import type { Standings } from "../standing.ts";

export interface Tally {
  /** Every step, from least to most, with the questions that were answered so. */
  steps: { label: string; questions: Question[] }[];
  answered: number;
  na: number;
  of: number;
  /** Places of the two answers in the middle; the same one for an odd number. Absent without any. */
  middle?: readonly [number, number];
}

/** Questions in groups that offer the same steps, in the order of their first. */
export function alike(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = question.options.map(({ label }) => label).join("\n");
    groups.set(key, [...groups.get(key) ?? [], question]);
  }
  return [...groups.values()];
}

/** Counts the answers to questions that offer the same steps. */
export function tally(questions: readonly Question[], standings: Standings): Tally {
  const steps = (questions[0]?.options ?? []).map(({ label }) => ({
    label,
    questions: [] as Question[],
  }));
  const places: number[] = [];
  let na = 0;
  for (const question of questions) {
    const { state, value } = standings.get(question.id)!;
    if (state === "na") na += 1;
    if (state !== "answered") continue;
    const step = typeof value === "object" ? (value as { at: number }).at : value;
    const place = question.options.findIndex((option) => option.value === step);
    steps[place]!.questions.push(question);
    places.push(place);
  }
  places.sort((a, b) => a - b);
  const half = (places.length - 1) / 2;
  return {
    steps,
    answered: places.length,
    na,
    of: questions.length,
    ...(places.length > 0
      ? { middle: [places[Math.floor(half)]!, places[Math.ceil(half)]!] as const }
      : {}),
  };
}

/** How many answers say that things get better, stay the same, get worse; nothing without any. */
export function trends(questions: readonly Question[], standings: Standings) {
  const counts = { better: 0, same: 0, worse: 0 };
  for (const { id } of questions) {
    const { state, value } = standings.get(id)!;
    const trend = state === "answered" && typeof value === "object" && value !== null
      ? (value as { trend?: keyof typeof counts }).trend
      : undefined;
    if (trend) counts[trend] += 1;
  }
  return counts.better + counts.same + counts.worse > 0 ? counts : undefined;
}
