/** Small questionnaires for the tests: plans as `plan.py` writes them, made by hand. */

import type {
  Answer,
  Band,
  Dimension,
  Form,
  Option,
  Plan,
  Question,
} from "../../hooks/rapport/browser/plan.ts";
import { answer, newSheet, type Sheet } from "../../hooks/rapport/browser/sheet.ts";

export const NOON = new Date("2026-03-01T12:00:00Z");
export const LATER = new Date("2026-03-01T12:00:05Z");

export const BANDS: Band[] = [
  { id: "low", words: "Seldom", from: 0 },
  { id: "middle", words: "About half", from: 37.5 },
  { id: "high", words: "Mostly", from: 62.5 },
  { id: "top", words: "Nearly always", from: 87.5 },
];

const LABELS = ["Never", "Some of the time", "About half", "Most of the time", "Always"];

/** Steps 1 to n with these scores; without scores five steps, evenly spaced. */
export function steps(scores: number[] = [0, 25, 50, 75, 100]): Option[] {
  return scores.map((score, index) => ({
    value: index + 1,
    label: LABELS[index] ?? `Step ${index + 1}`,
    score,
  }));
}

/** A question on five steps in dimension `a`, with "does not apply". */
export function question(id: string, more: Partial<Question> = {}): Question {
  return {
    id,
    type: "scale",
    ask: `How about ${id}?`,
    shape: "five",
    options: steps(),
    na: "Did not come up",
    dimension: "a",
    ...more,
  };
}

export function dimension(id: string, more: Partial<Dimension> = {}): Dimension {
  return { id, title: id.toUpperCase(), name: id, bands: BANDS, steps: [], ...more };
}

export function formOf(questions: Question[], more: Partial<Form> = {}): Form {
  return { id: "", title: "A form", edition: "e1", na: "did not come up", questions, ...more };
}

/** A plan with one form, and the dimensions that its questions name. */
export function planOf(questions: Question[], more: Partial<Plan> = {}): Plan {
  const names = new Set(questions.flatMap(({ dimension }) => dimension ?? []));
  return {
    format: 1,
    id: "serving-heart",
    code: "HEAR",
    result: "profile",
    private: false,
    subject: "none",
    minimum: 1,
    dimensions: [...names].map((name) => dimension(name)),
    forms: [formOf(questions)],
    words: {},
    language: "en",
    ...more,
  };
}

/** A plan whose dimensions a, b, c… each have questions with these answers, and its sheet. */
export function answered(...answers: number[][]): { plan: Plan; form: Form; sheet: Sheet } {
  const given = answers.flatMap((values, index) => {
    const dimension = "abcdefgh"[index]!;
    return values.map((value, place) =>
      [question(`${dimension}${place + 1}`, { dimension }), value] as const
    );
  });
  const plan = planOf(given.map(([question]) => question));
  const form = plan.forms[0]!;
  return { plan, form, sheet: sheetOf(plan, form, given) };
}

/** A sheet with these answers. */
export function sheetOf(
  plan: Plan,
  form: Form,
  answers: Iterable<readonly [Question, Answer]>,
): Sheet {
  let sheet = newSheet(plan, form, NOON, () => 1);
  for (const [question, value] of answers) sheet = answer(sheet, question, value, NOON);
  return sheet;
}
