/**
 * The letters of a code, and the check at its end: the BCH code of Bech32m (BIP 350).
 *
 * Each letter stands for five bits. The check is six letters: up to four wrong ones are always
 * noticed (in codes of at most 89 letters), two that changed places among them; of everything else
 * that can happen to a code, one in a thousand million slips through.
 */

import { ALPHABET } from "../sheet.ts";

/** The value of each letter, as people write it: small or capital, O for 0, I or L for 1. */
const VALUES = new Map(
  [...ALPHABET, ...ALPHABET.toLowerCase(), ..."OoIiLl"].map((letter, index) =>
    [letter, index < 64 ? index & 31 : index < 66 ? 0 : 1] as const
  ),
);

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** What the values of a sound code come to, check included. */
export const SOUND = 0x2bc830a3;
export const CHECK_LENGTH = 6;

/** The value of a letter, 0 to 31; undefined for everything that no code contains. */
export function valueOf(letter: string): number | undefined {
  return VALUES.get(letter);
}

/** What the five bits that leave the sum come back as, for each way in which they can be set. */
const RETURNS = Array.from(
  { length: 32 },
  (_, top) => GENERATOR.reduce((found, part, bit) => top >>> bit & 1 ? found ^ part : found, 0),
);

/** Takes one more value into the sum over a code. */
export function add(sum: number, value: number): number {
  return (sum & 0x1ffffff) << 5 ^ value ^ RETURNS[sum >>> 25]!;
}

/** The sum over the name of a kind of code ("human-readable part"): what the values add to. */
export function named(name: string): number {
  const units = [...name].map((letter) => letter.charCodeAt(0));
  return [...units.map((unit) => unit >>> 5), 0, ...units.map((unit) => unit & 31)].reduce(add, 1);
}

/** Where the sum over a sheet's code begins; so no other kind of code passes for one. */
export const START = named("rapport");

/** The values of a text in a code's letters; undefined where it has other ones. */
export function valuesOf(letters: string): number[] | undefined {
  const values = Array.from(letters, valueOf);
  return values.includes(undefined) ? undefined : values as number[];
}

/** These values as letters, followed by their check. */
export function checked(values: number[]): string {
  const sum = [...values, 0, 0, 0, 0, 0, 0].reduce(add, START) ^ SOUND;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => sum >>> shift & 31);
  return [...values, ...check].map((value) => ALPHABET[value]).join("");
}

/** Whether these values, the check at their end, are a sound code. */
export function isSound(values: number[]): boolean {
  return values.reduce(add, START) === SOUND;
}
