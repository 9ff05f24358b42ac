/** Between the native inputs of a question and its answer as a sheet keeps it. */

import type { Answer, ItemState, Question, Trend } from "./plan.ts";
import { all, find } from "./dom.ts";

/** Gives the chosen value of the radio buttons with a name, "" where none is chosen. */
function picked(fieldset: ParentNode, name: string): string {
  return find<HTMLInputElement>(fieldset, `input[name="${name}"]:checked`)?.value ?? "";
}

/** Reads what a question's inputs say; undefined where nothing is answered. */
export function readAnswer(fieldset: ParentNode, question: Question): Answer | undefined {
  const { id, type } = question;
  if (type === "text") return find<HTMLTextAreaElement>(fieldset, "textarea")?.value ?? "";
  if (type === "checklist") {
    const states = question.options
      .map(({ value }) => [value, picked(fieldset, `${id}.${value}`)])
      .filter(([, state]) => state);
    return states.length ? Object.fromEntries(states) as Record<string, ItemState> : undefined;
  }
  const value = picked(fieldset, id);
  if (value === "na") return null;
  if (value === "") return undefined;
  if (type === "choice") return value;
  const trend = question.trend ? picked(fieldset, `${id}.trend`) as Trend | "" : "";
  return question.trend ? { at: Number(value), ...(trend ? { trend } : {}) } : Number(value);
}

/** The values that the inputs of a question show for an answer, by input name. */
function inputValues(question: Question, answer: Answer | undefined): Map<string, string> {
  const { id } = question;
  if (answer === undefined) return new Map();
  if (answer === null) return new Map([[id, "na"]]);
  if (typeof answer !== "object") return new Map([[id, String(answer)]]);
  if (question.type === "checklist") {
    return new Map(Object.entries(answer).map(([item, state]) => [`${id}.${item}`, String(state)]));
  }
  return new Map([[id, String(answer.at)], [`${id}.trend`, String(answer.trend ?? "")]]);
}

/** Shows an answer in a question's inputs; undefined empties them. */
export function writeAnswer(
  fieldset: ParentNode,
  question: Question,
  answer: Answer | undefined,
): void {
  const values = inputValues(question, answer);
  for (const input of all<HTMLInputElement>(fieldset, "input")) {
    const checked = values.get(input.name) === input.value;
    if (input.checked !== checked) input.checked = checked;
    // A trend means nothing without the step it is about.
    if (input.name === `${question.id}.trend`) {
      input.disabled = typeof answer !== "object" || answer === null;
    }
  }
  const text = find<HTMLTextAreaElement>(fieldset, "textarea");
  const words = values.get(question.id) ?? "";
  // Writing the same text would move the caret of somebody who types in another tab.
  if (text && text.value !== words && text !== document.activeElement) text.value = words;
}
