/**
 * Codes in the midst of other text: a chat that was copied whole, a mail with its quotation marks.
 *
 * A code is known by its check, not by how it is broken up: whatever is no letter and no digit may
 * stand within one. What has a code's look and fails its check was a code, and is told apart, so
 * that nobody's answers go missing without a word.
 */

import { add, SOUND, START, valueOf } from "./check.ts";
import { inFours, SHORTEST } from "./code.ts";
import { ALPHABET } from "../sheet.ts";

export interface Found {
  /** In fours and capitals; a damaged one as it stands in the text. For `readCode`. */
  code: string;
  /** Where it begins in the text. */
  at: number;
  isSound: boolean;
}

type Placed = Found & { end: number };

/** More than any questionnaire needs, and the end of walking through prose. */
const LONGEST = 256;
const WORDLIKE = /[\p{L}\p{N}]/u;

/**
 * Four groups of about four letters and more, on one line, joined by dashes or spaces. A group may
 * be two that lost what joined them, but not the first, so that UUIDs are no codes.
 */
const LOOKALIKES = [" ?[-_\u2010-\u2015\u2212] ?", "[ \t]+"].map((joint) => {
  const groups = `[0-9A-Za-z]{3,5}(?:${joint}[0-9A-Za-z]{3,9})*(?:${joint}[0-9A-Za-z]{1,9})`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${groups}(?![\\p{L}\\p{N}])`, "gu");
});

/** What stands where a code has no letter: what may stand within one, and what ends it. */
const [JOINT, END] = [-1, -2];

/** The value of the letter at each place of a text, or what else stands there. */
function valuesIn(text: string): Int8Array {
  const valueAt = (_: unknown, at: number) =>
    valueOf(text[at]!) ?? (WORDLIKE.test(text[at]!) ? END : JOINT);
  return Int8Array.from({ length: text.length }, valueAt);
}

/** Where the code that begins here ends; undefined where none does. */
function endOf(values: Int8Array, from: number): number | undefined {
  let [sum, length] = [START, 0];
  for (let at = from; at < values.length && length < LONGEST; at++) {
    const value = values[at]!;
    if (value === END) return undefined;
    if (value === JOINT) continue;
    sum = add(sum, value);
    length += 1;
    const isLast = (values[at + 1] ?? JOINT) === JOINT;
    if (sum === SOUND && length >= SHORTEST && isLast) return at + 1;
  }
}

/** All sound codes. Each begins with its version, a digit, where no word goes on. */
function soundCodes(text: string): Placed[] {
  const values = valuesIn(text);
  const found: Placed[] = [];
  let next = 0;
  for (const { index: at } of text.matchAll(/(?<![\p{L}\p{N}])[1-9IiLl]/gu)) {
    const end = at < next ? undefined : endOf(values, at);
    if (end === undefined) continue;
    next = end;
    const letters = [...values.subarray(at, end)].map((value) => ALPHABET[value] ?? "").join("");
    found.push({ code: inFours(letters), at, end, isSound: true });
  }
  return found;
}

/** Whether groups of letters are a code's rather than words, dates or the numbers of a card. */
function isLikely(code: string): boolean {
  const groups = code.split(/[^0-9A-Za-z]+/);
  const mixed = groups.filter((group) => /\d/.test(group) && /[A-Za-z]/.test(group)).length;
  const share = /\s/.test(code) ? 1 / 2 : 1 / 4;
  return groups.length > 3 && mixed >= groups.length * share &&
    groups.filter(({ length }) => length === 4).length > 2;
}

/** The text with these parts put out of sight; a line's end stands in no code. */
function without(text: string, parts: readonly Placed[]): string {
  let [rest, from] = ["", 0];
  for (const { at, end } of parts) {
    rest += text.slice(from, at) + "\n".repeat(end - at);
    from = end;
  }
  return rest + text.slice(from);
}

/** All codes in a text, in its order; those that are not sound look like codes all the same. */
export function findCodes(text: string): Found[] {
  const found = soundCodes(text);
  let rest = without(text, found);
  for (const pattern of LOOKALIKES) {
    const damaged = Array.from(
      rest.matchAll(pattern),
      ({ 0: code, index: at }) => ({ code, at, end: at + code.length, isSound: false }),
    ).filter(({ code }) => isLikely(code));
    rest = without(rest, damaged);
    found.push(...damaged);
  }
  return found.sort((a, b) => a.at - b.at).map(({ code, at, isSound }) => ({ code, at, isSound }));
}
