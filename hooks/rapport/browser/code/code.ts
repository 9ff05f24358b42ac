/**
 * The code of a sheet: what a line in a chat, a square to photograph or a voice can carry.
 *
 *     version 1 · assessment 4 · form and edition 3 · mark 6 · answers · check 6
 *
 * Four letters for the assessment, since with three (32,768 values) a site of 1,000 would have
 * about fifteen pairs that cannot be told apart. `docs/formats.md` describes it for others, and
 * changes with it; `pasted.ts` finds codes in a text.
 */

import { CHECK_LENGTH, checked, isSound, valuesOf } from "./check.ts";
import { lengthOf, pack, unpack } from "./packing.ts";
import type { Form, Plan } from "../plan.ts";
import { ALPHABET, instant, type Sheet } from "../sheet.ts";

const VERSION = "1";
/** Where each part of a code ends. */
const ENDS = { version: 1, assessment: 5, form: 8, mark: 14 };
/** A code that holds no answers. */
export const SHORTEST = ENDS.mark + CHECK_LENGTH;

/**
 * Why a text is refused: its check fails; it is of a later version of this format; of a
 * questionnaire that is none of the plans; of another edition of a form, or one that is gone; of a
 * questionnaire that keeps its answers private; or no sheet can give it, though its check holds.
 */
export type Refusal = "damaged" | "newer" | "foreign" | "outdated" | "private" | "impossible";

/** A sheet that came as a code, with what it answers; or why not, and of what where that is known. */
export type Read = { sheet: Sheet; plan: Plan; form: Form } | { refused: Refusal; plan?: Plan };

/** A code as people get to see it: in fours, so that they keep their place when they read it out. */
export function inFours(letters: string): string {
  return letters.match(/.{1,4}/g)!.join("-");
}

/** The code of a sheet of this form, which must be one that has codes. */
export function writeCode(plan: Plan, form: Form, sheet: Sheet): string {
  if (form.code === undefined) throw new Error(`${plan.id} keeps its answers private.`);
  const head = valuesOf(VERSION + plan.code + form.code + sheet.id)!;
  let rest = pack(form, sheet);
  const answers = Array.from({ length: lengthOf(form) }, () => {
    const value = Number(rest % 32n);
    rest /= 32n;
    return value;
  });
  return inFours(checked([...head, ...answers.reverse()]));
}

/** Reads one code, whatever its capitals and separators; `plans` are the questionnaires known. */
export function readCode(text: string, plans: Plan[], now: Date): Read {
  const values = valuesOf(text.replace(/[^\p{L}\p{N}]/gu, ""));
  if (!values || values.length < SHORTEST || !isSound(values)) return { refused: "damaged" };
  const letters = values.map((value) => ALPHABET[value]).join("");
  if (letters.slice(0, ENDS.version) !== VERSION) return { refused: "newer" };
  const plan = plans.find(({ code }) => code === letters.slice(ENDS.version, ENDS.assessment));
  if (!plan) return { refused: "foreign" };
  const form = plan.forms.find(({ code }) => code === letters.slice(ENDS.assessment, ENDS.form));
  if (!form) return { refused: plan.forms.some(({ code }) => code) ? "outdated" : "private", plan };
  const digits = values.slice(ENDS.mark, -CHECK_LENGTH);
  const answers = digits.length === lengthOf(form) &&
    unpack(form, digits.reduce((number, digit) => number * 32n + BigInt(digit), 0n));
  if (!answers) return { refused: "impossible", plan };
  const id = letters.slice(ENDS.form, ENDS.mark);
  return { plan, form, sheet: { ...received(plan, form, now), id, answers } };
}

/** An empty sheet from somebody else. Without `seen`, its answers are bound by the edition. */
function received(plan: Plan, form: Form, now: Date): Omit<Sheet, "id"> {
  const time = instant(now);
  return {
    format: 1,
    assessment: plan.id,
    ...(form.id ? { form: form.id } : {}),
    edition: form.edition,
    origin: "received",
    started: time,
    changed: time,
    answers: {},
    seen: {},
    commitments: [],
  };
}
