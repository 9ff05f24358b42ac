/** Sheets of several days for the notebook's tests, as a browser keeps them. */

import type { Answer, Plan } from "../../hooks/rapport/browser/plan.ts";
import { answer, newSheet, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import type { Contents } from "../../hooks/rapport/browser/contents.ts";
import { planOf, question } from "./questionnaire.ts";

/** Six questions in two parts. */
export const PLAN: Plan = planOf([
  ...["a1", "a2", "a3", "a4"].map((id) => question(id)),
  ...["b1", "b2"].map((id) => question(id, { dimension: "b" })),
]);
export const FORM = PLAN.forms[0]!;

/** A finished version of a day in March 2026, with these answers by question. */
export function version(
  day: number,
  answers: Record<string, Answer>,
  more: Partial<Sheet> = {},
  plan: Plan = PLAN,
): Sheet {
  const time = new Date(Date.UTC(2026, 2, day, 12));
  const form = plan.forms[0]!;
  const questions = new Map(form.questions.map((each) => [each.id, each]));
  const begun = newSheet(plan, form, time, () => day);
  const sheet = Object.entries(answers).reduce(
    (sheet, [id, value]) => answer(sheet, questions.get(id)!, value, time),
    begun,
  );
  return { ...sheet, finished: sheet.started, ...more };
}

/** The table of contents of a site with that questionnaire and one with forms. */
export const CONTENTS: Contents = {
  format: 1,
  language: "en",
  words: {},
  questionnaires: [
    {
      id: "marriage",
      title: "The marriage",
      version: "v2",
      private: false,
      subject: "optional",
      gap: "assessments/marriage/gap/",
      forms: [
        {
          id: "team",
          title: "What would they say?",
          role: "guess",
          countable: 3,
          path: "assessments/marriage/",
        },
        {
          id: "customer",
          title: "How are we doing?",
          role: "answer",
          countable: 3,
          path: "assessments/marriage/customer/",
        },
      ],
    },
    {
      id: "serving-heart",
      title: "A serving heart",
      version: "v1",
      private: true,
      subject: "none",
      forms: [{ id: "", title: "My heart", countable: 6, path: "assessments/serving-heart/" }],
    },
  ],
};
