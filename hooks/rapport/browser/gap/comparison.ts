/**
 * A guess beside the answers of others: question by question, and part by part.
 *
 * Answers are compared where they stand on the scale as it was asked, 0 to 100 from its first step
 * to its last, and by their middle (the median). A question is called out when the two are more
 * than one step apart; where steps are unequal, one step is the longest that lies between them.
 * Below the plan's minimum nothing that others said is in here, only how many have come.
 */

import type { Answer, Form, Plan, Question } from "../plan.ts";
import { isSame } from "../score.ts";
import { chosen, type Sheet } from "../sheet.ts";
import { type Standing, standing, type Standings } from "../standing.ts";

/** What others answered to one question. */
export interface Theirs {
  /** How many chose each option, in the order of the options. */
  counts: number[];
  answered: number;
  na: number;
  /** Not answered, or answered before the question was changed. */
  blank: number;
  /** 0 to 100; of an even number the mean of the two in the middle. Absent without a scale. */
  middle?: number;
}

/** One question as both sides answered it. */
export interface Compared {
  /** As it was asked of the others. */
  question: Question;
  /** Where each option stands, 0 to 100; absent for choices without points. */
  places?: number[];
  /** The option that was guessed, as its index; absent where there is none. */
  mine?: number;
  /** Absent while fewer than the minimum have answered this question. */
  theirs?: Theirs;
  /** The guess minus their middle, as asked: above 0 the guess is further up the scale. */
  gap?: number;
  isApart: boolean;
  /** All of them gave the same answer, which tells what each of them said. */
  isUnanimous: boolean;
}

/** One dimension over the questions that both sides answered. */
export interface ComparedDimension {
  id: string;
  /** Means of scores; absent with fewer than three questions to compare. */
  mine?: number;
  theirs?: number;
  gap?: number;
  isApart: boolean;
  compared: number;
}

export interface Comparison {
  /** How many people have answered anything that counts. */
  people: number;
  isEnough: boolean;
  questions: Compared[];
  dimensions: ComparedDimension[];
  /** Questions of either form, texts aside, that are not the same on both sides. */
  leftOut: number;
  /** Questions that somebody answered before they were changed. */
  changed: number;
  /**
   * The guess, and what others wrote in their own words, sorted so that nobody's stand together;
   * nothing of theirs while fewer than the minimum have written to this question.
   */
  texts: { question: Question; mine: string; theirs: string[] }[];
}

/** Fewer say too little about a dimension. */
const LEAST_OF_DIMENSION = 3;

/** Whether a question is answered by choosing one option. */
export function isChosen({ type }: Question): boolean {
  return type !== "text" && type !== "checklist";
}

function isReversed({ type, options }: Question): boolean {
  if (type !== "scale" && type !== "poles") return false;
  return (options[0]?.score ?? 0) > (options.at(-1)?.score ?? 0);
}

/** Where each option stands on the scale as asked; nothing for choices without points. */
export function placesOf(question: Question): number[] | undefined {
  const { type, options } = question;
  const scores = options.flatMap(({ score }) => score ?? []);
  // What a balance is worth says how near to the middle it is, and not on which side.
  if (type !== "balance" && scores.length === options.length) {
    return isReversed(question) ? scores.map((score) => 100 - score) : scores;
  }
  if (type === "choice") return undefined;
  return options.map((_, index) => 100 * index / (options.length - 1));
}

/** The middle of some places, of which there is at least one. */
export function median(places: readonly number[]): number {
  const rising = [...places].sort((a, b) => a - b);
  const half = (rising.length - 1) / 2;
  return (rising[Math.floor(half)]! + rising[Math.ceil(half)]!) / 2;
}

/** The longest step between neighbours that lies, in part at least, between two places. */
function longestStep(places: readonly number[], from = -Infinity, to = Infinity): number {
  const rising = [...places].sort((a, b) => a - b);
  const [low, high] = from < to ? [from, to] : [to, from];
  const steps = rising.slice(1).flatMap((place, index) => {
    const before = rising[index]!;
    return before < high && place > low ? place - before : [];
  });
  return Math.max(0, ...steps);
}

const isBeyond = (gap: number, step: number): boolean =>
  Math.abs(gap) > step && !isSame(Math.abs(gap), step);

function indexOf(question: Question, value: Answer | undefined): number {
  const option = value === undefined ? undefined : chosen(question, value);
  return option ? question.options.indexOf(option) : -1;
}

function theirsOf(question: Question, places: number[] | undefined, given: Standing[]): Theirs {
  const counts = question.options.map(() => 0);
  const found: number[] = [];
  let na = 0;
  for (const { state, value } of given) {
    if (state === "na") na += 1;
    if (state !== "answered") continue;
    const index = indexOf(question, value);
    counts[index]! += 1;
    found.push(index);
  }
  const answered = found.length;
  return {
    counts,
    answered,
    na,
    blank: given.length - answered - na,
    ...(places && answered ? { middle: median(found.map((index) => places[index]!)) } : {}),
  };
}

function compared(question: Question, own: Standing, given: Standing[], least: number): Compared {
  const places = placesOf(question);
  const index = own.state === "answered" ? indexOf(question, own.value) : -1;
  const theirs = theirsOf(question, places, given);
  const found: Compared = {
    question,
    isApart: false,
    isUnanimous: false,
    ...(places ? { places } : {}),
    ...(index < 0 ? {} : { mine: index }),
  };
  if (theirs.answered < least) return found;
  found.theirs = theirs;
  found.isUnanimous = theirs.counts.includes(theirs.answered);
  if (!places || theirs.middle === undefined || index < 0) return found;
  const mine = places[index]!;
  const gap = mine - theirs.middle;
  const isApart = isBeyond(gap, longestStep(places, mine, theirs.middle));
  return { ...found, gap, isApart };
}

/** A place as a score: what is reversed counts the other way. */
const scoreAt = (question: Question, place: number): number =>
  isReversed(question) ? 100 - place : place;

function dimensionOf(id: string, questions: Compared[]): ComparedDimension {
  // A balance has no more and less: its two sides would cancel each other out.
  const used = questions.filter(({ question, gap }) =>
    question.dimension === id && question.type !== "balance" && gap !== undefined
  );
  const base = { id, isApart: false, compared: used.length };
  if (used.length < LEAST_OF_DIMENSION) return base;
  let [weights, mine, theirs] = [0, 0, 0];
  for (const { question, places, theirs: given, mine: index } of used) {
    const weight = question.weight ?? 1;
    weights += weight;
    mine += weight * scoreAt(question, places![index!]!);
    theirs += weight * scoreAt(question, given!.middle!);
  }
  const gap = (mine - theirs) / weights;
  const step = Math.max(...used.map(({ places }) => longestStep(places!)));
  return {
    ...base,
    mine: mine / weights,
    theirs: theirs / weights,
    gap,
    isApart: isBeyond(gap, step),
  };
}

const isGiven = ({ state }: Standing): boolean => state === "answered" || state === "na";

/** Whether a sheet answers anything as it is asked today. */
export function saysAnything(sheet: Sheet, form: Form): boolean {
  return [...standing(sheet, form).values()].some(isGiven);
}

function textsOf(guess: Form, answers: Form, own: Standings, given: Standings[], least: number) {
  const write = ({ value }: Standing) => String(value);
  return answers.questions.filter(({ type }) => type === "text").map((question) => {
    const asked = guess.questions.find(({ id }) => id === question.id);
    const mine = asked && own.get(asked.id)!;
    const theirs = given.map((each) => each.get(question.id)!)
      .filter(({ state }) => state === "answered");
    return {
      question,
      mine: mine?.state === "answered" ? write(mine) : "",
      theirs: theirs.length < least ? [] : theirs.map(write).sort(),
    };
  });
}

/** Compares the reader's own sheet of the guess with sheets of the other form. */
export function comparison(
  plan: Plan,
  guess: Form,
  answers: Form,
  mine: Sheet | undefined,
  theirs: readonly Sheet[],
): Comparison {
  const people = theirs.filter((sheet) => saysAnything(sheet, answers));
  const isEnough = people.length > 0 && people.length >= plan.minimum;
  const own = standing(mine, guess);
  const given = isEnough ? people.map((sheet) => standing(sheet, answers)) : [];
  const [asked, answered] = [guess, answers].map(({ questions }) => questions.filter(isChosen));
  const shapes = new Map(asked!.map(({ id, shape }) => [id, shape]));
  const both = answered!.filter(({ id, shape }) => shapes.get(id) === shape);
  const questions = both.map((question) =>
    compared(
      question,
      own.get(question.id)!,
      given.map((each) => each.get(question.id)!),
      plan.minimum,
    )
  );
  const isChanged = ({ id }: Question) =>
    [own, ...given].some((each) => each.get(id)!.state === "changed");
  const others = [guess, answers].flatMap((form) => form.questions)
    .filter(({ id, type }) => type !== "text" && !both.some((question) => question.id === id));
  return {
    people: people.length,
    isEnough,
    questions,
    dimensions: plan.dimensions.map(({ id }) => dimensionOf(id, questions)),
    leftOut: new Set(others.map(({ id }) => id)).size,
    changed: both.filter(isChanged).length,
    texts: isEnough ? textsOf(guess, answers, own, given, plan.minimum) : [],
  };
}
