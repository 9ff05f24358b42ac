/**
 * All customers of one questionnaire at a glance: the newest answers about each, side by side.
 *
 * Customers are placed and counted. Nothing is averaged over them, and none stands before another
 * by what was answered about it.
 */

import { comparable, current, ofForm } from "../collection.ts";
import { headline } from "../headline.ts";
import type { Dimension, Form, Option, Plan } from "../plan.ts";
import { type DimensionScore, dimensionScores } from "../score.ts";
import { isBegun, momentOf, type Sheet } from "../sheet.ts";
import { type StageFound, stageOf } from "../kinds/stage.ts";
import { standing } from "../standing.ts";

/** One customer; `name` is "" for answers that name nobody. */
export interface Customer {
  name: string;
  sheet: Sheet;
}

/** A customer with a place among the stages; without `working` neither view is known. */
export interface Placed extends Customer, StageFound {}

export interface Stages {
  /** Every stage from the earliest, with those who stand there: at the earlier of the two views. */
  stages: { option: Option; customers: Placed[] }[];
  unknown: Placed[];
  atRisk: number;
  /** How many stand elsewhere in the other view. */
  differing: number;
  /** What there is to say of the mix; nothing where there are too few to speak of one. */
  mix: ("no-early" | "no-late")[] | [{ all: Option }];
}

/** A customer with a score for each dimension. */
export interface Profiled extends Customer {
  scores: DimensionScore[];
  /** Ids of the dimensions that are told apart as lowest; empty where none is. */
  lowest: string[];
  /** Ids of those without a score. */
  missing: string[];
}

/** How many customers stand in each band of a dimension, and for how many it cannot be said. */
export interface Banded {
  dimension: Dimension;
  counts: number[];
  missing: number;
}

/** The orders that a reader can choose: by name, or those last looked at longest ago first. */
export type Order = "name" | "date";

/** With fewer customers than this, an empty stage says nothing. */
const LEAST_OF_A_MIX = 3;
/** The first two stages are early, the last two late; of fewer than four, one each. */
const EARLY = 2;

/** Everyone there are answers about in this form, each with the newest sheet that has any. */
export function customers(plan: Plan, form: Form, sheets: Sheet[]): Customer[] {
  const groups = new Map<string, Sheet[]>();
  for (const sheet of ofForm(sheets, plan.id, form.id)) {
    const name = comparable(sheet.subject);
    groups.set(name, [...groups.get(name) ?? [], sheet]);
  }
  return [...groups.values()].map((group) => {
    const answered = group.filter(isBegun);
    const sheet = current(answered.length > 0 ? answered : group)!;
    return { name: sheet.subject?.trim() ?? "", sheet };
  });
}

/** The same customers in an order of the reader's choice; who has no name comes last. */
export function ordered<C extends Customer>(all: C[], order: Order, language: string): C[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byName = (a: C, b: C) =>
    Number(a.name === "") - Number(b.name === "") || compare(a.name, b.name);
  const byDate = (a: C, b: C) => compare(momentOf(a.sheet), momentOf(b.sheet)) || byName(a, b);
  return [...all].sort(order === "name" ? byName : byDate);
}

/** Where each customer stands, in the order given. */
export function stages(plan: Plan, form: Form, all: Customer[]): Stages {
  const options = form.questions.find(({ id }) => id === plan.stage?.ours)?.options ?? [];
  const placed = all.map((customer): Placed => ({
    ...customer,
    ...stageOf(plan, form, standing(customer.sheet, form)),
  }));
  const found = options.map((option, place) => ({
    option,
    customers: placed.filter(({ working }) => working === place),
  }));
  return {
    stages: found,
    unknown: placed.filter(({ working }) => working === undefined),
    atRisk: placed.filter(({ isAtRisk }) => isAtRisk).length,
    differing:
      placed.filter(({ ours, theirs }) =>
        ours !== undefined && theirs !== undefined && ours !== theirs
      ).length,
    mix: mixOf(found),
  };
}

function mixOf(found: Stages["stages"]): Stages["mix"] {
  const taken = found.filter(({ customers }) => customers.length > 0);
  const placed = taken.reduce((sum, { customers }) => sum + customers.length, 0);
  if (placed < LEAST_OF_A_MIX) return [];
  if (taken.length === 1) return [{ all: taken[0]!.option }];
  const ends = Math.min(EARLY, Math.floor(found.length / 2));
  const isEmpty = (part: Stages["stages"]) => part.every(({ customers }) => !customers.length);
  return [
    ...isEmpty(found.slice(0, ends)) ? ["no-early" as const] : [],
    ...isEmpty(found.slice(-ends)) ? ["no-late" as const] : [],
  ];
}

/** What was answered about each customer, part by part, in the order given. */
export function profiles(plan: Plan, form: Form, all: Customer[]): Profiled[] {
  return all.map((customer) => {
    const scores = dimensionScores(plan, form, standing(customer.sheet, form));
    const said = headline(plan.result === "weakest" ? "weakest" : "profile", scores);
    const lowest = said.kind === "apart" ? said.lowest : said.kind === "weakest" ? said.ids : [];
    const missing = scores.filter(({ score }) => score === null).map(({ id }) => id);
    // "All of them are lowest" names none.
    const isNamed = lowest.length < scores.length - missing.length;
    return { ...customer, scores, lowest: isNamed ? lowest : [], missing };
  });
}

/** How many customers stand in each band, dimension by dimension. */
export function banded(plan: Plan, all: Profiled[]): Banded[] {
  return plan.dimensions.flatMap((dimension) => {
    const scores = all.flatMap(({ scores }) => scores.filter(({ id }) => id === dimension.id));
    if (scores.length === 0) return [];
    const counts = dimension.bands.map((_, place) =>
      scores.filter(({ band }) => band === place).length
    );
    return [{ dimension, counts, missing: scores.filter(({ score }) => score === null).length }];
  });
}

/**
 * Lanes for marks at these places, so that two in one lane are at least `least` apart: the marks
 * in the order of their places, each in the first lane that has room.
 */
export function lanes(places: readonly number[], least: number): number[] {
  const ends: number[] = [];
  const found = new Array<number>(places.length);
  const rising = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  for (const { at, index } of rising) {
    const free = ends.findIndex((end) => at - end >= least);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = at;
    found[index] = lane;
  }
  return found;
}
