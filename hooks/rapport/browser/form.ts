/** Shows a sheet in its questionnaire: inputs, marks, progress, and where answers are kept. */

import type { Question } from "./plan.ts";
import { all, fill, find, show } from "./dom.ts";
import { writeAnswer } from "./inputs.ts";
import type { Page } from "./page.ts";
import { own, type Sheet } from "./sheet.ts";
import { progress, type Standing, standing } from "./standing.ts";

/**
 * Draws the form; `earlier` counts the sheets that are kept besides this one, and a guest is only
 * looked at.
 */
export function showForm(
  page: Page,
  sheet: Sheet | undefined,
  earlier: number,
  isGuest: boolean,
): void {
  const { root, form, store, say } = page;
  const standings = standing(sheet, form);
  for (const question of form.questions) {
    const fieldset = find(root, `[data-question="${question.id}"]`)!;
    showQuestion(fieldset, question, standings.get(question.id)!, page, sheet);
  }
  const { done, notApplicable, of } = progress(form, standings);
  find<HTMLProgressElement>(root, "[data-progress]")!.value = done;
  fill(root, "[data-progress-done]", say("progress", { done, n: of }));
  fill(root, "[data-progress-na]", notApplicable ? `${notApplicable} ${form.na}` : "");
  fill(root, "[data-versions]", earlier ? say("earlier", { n: earlier }) : "");
  const kept = isGuest ? "" : store.keptOf(sheet?.id);
  for (const text of all(root, "[data-kept]")) show(text, text.dataset.kept === kept);
}

function showQuestion(
  fieldset: HTMLElement,
  question: Question,
  { state, value, reworded }: Standing,
  { say }: Page,
  sheet: Sheet | undefined,
): void {
  writeAnswer(fieldset, question, state === "changed" ? undefined : value);
  show(find(fieldset, ".take-back"), state !== "blank");
  const { ask = "", label = "" } = (sheet && own(sheet.seen, question.id)) ?? {};
  const note = state === "changed" ? "changed" : reworded ? wordingNote(label) : "";
  fill(fieldset, "[data-standing]", note && say(note, { ask, label }));
}

/** A text has no label: what was written stands in the field. */
function wordingNote(label: string): string {
  return label ? "reworded" : "reworded_text";
}
