/** Fields that keep what is entered at once, and nothing that could not be read again. */

import { isToCome } from "./days.ts";
import { make, show } from "../dom.ts";
import type { Say } from "../words.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A labelled field, which can be told what to show. */
export interface Field {
  element: HTMLElement;
  control: Control;
  /** Shows a value, unless the reader is at it. */
  set(value: string): void;
}

/** Long enough for anybody, and twenty such texts are still a sheet that can be read. */
const LONGEST = 2000;
const LAST_DAY = "9999-12-31";

function labelled(label: string, control: Control, ...more: HTMLElement[]): Field {
  const element = make("p", { class: "field" }, make("label", {}, `${label} `, control), ...more);
  const set = (value: string) => {
    if (control !== document.activeElement && control.value !== value) control.value = value;
  };
  return { element, control, set };
}

/** A line that is told only when something could not be kept. */
function refusal(text: string): HTMLElement {
  return make("small", { role: "status", "data-refused": text });
}

/** Says why, or takes it back. The words come late, so that a screen reader notices them. */
function refuse(line: HTMLElement, isRefused: boolean): void {
  line.textContent = isRefused ? line.dataset.refused! : "";
}

/** A field that may stay empty. */
export function optionalText(
  label: string,
  tag: "input" | "textarea",
  example: string,
  keep: (text: string) => void,
): Field {
  const attributes = { maxlength: LONGEST, autocapitalize: "none", placeholder: example };
  const control = make(
    tag,
    tag === "input" ? { type: "text", ...attributes } : {
      rows: 2,
      ...attributes,
    },
  ) as Control;
  control.addEventListener("input", () => keep(control.value));
  return labelled(label, control);
}

/** A field that has to say something: emptied, it goes back to the words that stood there. */
export function neededText(label: string, say: Say, keep: (text: string) => void): Field {
  const control = make("textarea", { rows: 2, maxlength: LONGEST }) as Control;
  const line = refusal(say("text_needed"));
  let words = "";
  control.addEventListener("focus", () => words = control.value);
  control.addEventListener("input", () => {
    const isGiven = control.value.trim() !== "";
    keep(isGiven ? control.value : words);
    if (isGiven) refuse(line, false);
  });
  control.addEventListener("blur", () => {
    if (control.value.trim() || !words) return;
    control.value = words;
    refuse(line, true);
  });
  return labelled(label, control, line);
}

/** A field for a day from today on. Another one is not kept, and goes when the field is left. */
export function dayField(
  label: string,
  say: Say,
  today: string,
  keep: (day: string) => void,
): Field {
  const control = make("input", { type: "date", min: today, max: LAST_DAY }) as Control;
  const line = refusal(say("day_needed"));
  const field = labelled(label, control, line);
  let kept = "";
  control.addEventListener("input", () => {
    if (!isToCome(control.value, today)) return;
    kept = control.value;
    keep(kept);
    refuse(line, false);
  });
  control.addEventListener("blur", () => {
    if (control.value === kept) return;
    control.value = kept;
    refuse(line, true);
  });
  const set = (value: string) => {
    kept = value;
    field.set(value);
  };
  return { ...field, set };
}

/** Shows or hides a field. */
export function showField({ element }: Field, isShown: boolean): void {
  show(element, isShown);
}
