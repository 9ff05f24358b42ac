/** The interface's words, as they travel in a plan: filled in, and chosen by number. */

import type { Words } from "./plan.ts";

export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * Gives the function that words everything in one language. `{n}` among the values chooses the
 * plural form. A key without words comes out as the key, so that a gap is seen and nothing breaks.
 */
export function speak(words: Words, language: string): Say {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const entry = words[key] ?? key;
    const text = typeof entry === "string"
      ? entry
      : entry[plural.select(Number(values.n))] ?? entry.other ?? key;
    return text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
  };
}

/** Gives "a", "a and b", "a, b and c", as the language joins things. */
export function list(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}

/** Gives a day as people write it there: "21 November 2026". Takes an ISO instant or `YYYY-MM-DD`. */
export function day(date: string, language: string): string {
  // A plain date has no time zone: noon keeps it the same day everywhere.
  const instant = new Date(date.length === 10 ? `${date}T12:00:00` : date);
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(instant);
}
