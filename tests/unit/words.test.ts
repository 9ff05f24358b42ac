/** The interface's words (`words.ts`): filled in, chosen by number, and dates and lists worded. */

import { deepStrictEqual as equal } from "node:assert";
import { day, list, speak } from "../../hooks/rapport/browser/words.ts";

const WORDS = {
  plain: "Clear my answers",
  filled: "{answered} of {of}",
  twice: "{name}, {name}",
  counted: { one: "{n} answer", other: "{n} answers" },
  few: { one: "{n} odpověď", few: "{n} odpovědi", other: "{n} odpovědí" },
  others: { other: "{n} 件" },
};

const SAID: [
  key: string,
  language: string,
  values: Record<string, string | number>,
  said: string,
][] = [
  ["plain", "en", {}, "Clear my answers"],
  ["filled", "en", { answered: 3, of: 12 }, "3 of 12"],
  ["filled", "en", { answered: 0 }, "0 of {of}"],
  ["twice", "en", { name: "Ada" }, "Ada, Ada"],
  ["twice", "en", { name: "{name} $& $1" }, "{name} $& $1, {name} $& $1"],
  ["counted", "en", { n: 1 }, "1 answer"],
  ["counted", "en", { n: 0 }, "0 answers"],
  ["counted", "en", { n: 2 }, "2 answers"],
  ["few", "cs", { n: 3 }, "3 odpovědi"],
  ["few", "cs", { n: 5 }, "5 odpovědí"],
  ["others", "en", { n: 1 }, "1 件"],
  ["missing", "en", { n: 1 }, "missing"],
];

for (const [key, language, values, said] of SAID) {
  Deno.test(`"${key}" with ${JSON.stringify(values)} is said as "${said}".`, () => {
    equal(speak(WORDS, language)(key, values), said);
  });
}

Deno.test("Things are listed as the language joins them.", () => {
  equal(list([], "en"), "");
  equal(list(["listening"], "en"), "listening");
  equal(list(["listening", "repair"], "en"), "listening and repair");
  equal(list(["a", "b", "c"], "de"), "a, b und c");
});

Deno.test("A day is worded as people there write it, and a plain date is the same day everywhere.", () => {
  equal(day("2026-11-21", "en-GB"), "21 November 2026");
  equal(day("2026-11-21", "de"), "21. November 2026");
  equal(day("2026-03-01T12:00:00Z", "en-GB"), "1 March 2026");
});
