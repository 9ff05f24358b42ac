/**
 * The stage of a relationship, as one side sees it and as it believes the other does.
 *
 * A class, never a figure: stages are told, compared by their order, and not averaged.
 */

import type { Form, Plan } from "../plan.ts";
import type { Standings } from "../standing.ts";

/** Stages are places among the choices, from 0 for the earliest; absent where nothing is said. */
export interface StageFound {
  ours?: number;
  theirs?: number;
  /** Where to work from: the earlier of the two, or the one that is known. */
  working?: number;
  /** Absent where the question about it has no answer. */
  isAtRisk?: boolean;
}

/** What a sheet's answers say of the stage; nothing where the plan names no questions for it. */
export function stageOf(plan: Plan, form: Form, standings: Standings): StageFound {
  if (!plan.stage) return {};
  const chosen = (id: string): string | undefined => {
    const { state, value } = standings.get(id) ?? {};
    return state === "answered" ? String(value) : undefined;
  };
  const place = (id: string): number => {
    const question = form.questions.find((each) => each.id === id);
    return question?.options.findIndex(({ value }) => value === chosen(id)) ?? -1;
  };
  const { ours, theirs, risk } = plan.stage;
  const places = [place(ours), place(theirs)];
  const known = places.filter((each) => each >= 0);
  const asked = risk[0]?.split(".")[0] ?? "";
  const answer = chosen(asked);
  return {
    ...(places[0]! >= 0 ? { ours: places[0]! } : {}),
    ...(places[1]! >= 0 ? { theirs: places[1]! } : {}),
    ...(known.length > 0 ? { working: Math.min(...known) } : {}),
    ...(answer === undefined ? {} : { isAtRisk: risk.includes(`${asked}.${answer}`) }),
  };
}
