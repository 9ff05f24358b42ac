/** Codes in the midst of other text (`pasted.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import fc from "fast-check";
import { checked } from "../../hooks/rapport/browser/code/check.ts";
import { inFours } from "../../hooks/rapport/browser/code/code.ts";
import { findCodes } from "../../hooks/rapport/browser/code/pasted.ts";
import { randomly } from "./randomly.ts";

/** A sound code of this version with so many characters of answers. */
function codeOf(random: (limit: number) => number, answers = 11, version = 1): string {
  const values = Array.from({ length: 13 + answers }, () => random(32));
  return inFours(checked([version, ...values]));
}

const random = randomly(3);
const [A, B, C] = [codeOf(random), codeOf(random, 12), codeOf(random, 3)] as const;
/** The same with one character too few, and so damaged. */
const LOST = A.replace(/.$/, "");
/** The same with its second group's first two letters wrong. */
const WRONG = A.replace(/-../, "-UU");

const sound = (text: string) =>
  findCodes(text).filter(({ isSound }) => isSound).map(({ code }) => code);
const damaged = (text: string) =>
  findCodes(text).filter(({ isSound }) => !isSound).map(({ code }) => code);

Deno.test("Codes are found wherever people put them.", () => {
  const [first, second] = [A.slice(0, 20), A.slice(20)];
  const cases: [string, string[]][] = [
    [A, [A]],
    [`my code is ${A}`, [A]],
    [`My code: "${A}". Thanks a lot`, [A]],
    [`(${A}), and «${B}»`, [A, B]],
    [`${A}\n${B}\n${C}`, [A, B, C]],
    [`${A} ${B}`, [A, B]],
    [`${A},${B};${C}`, [A, B, C]],
    [
      `[09:12, 31/01/2026] Ann Lee: ${A}\n[09:13, 31/01/2026] Il Bo: I did it, 1 min\n` +
      `[09:14, 31/01/2026] Il Bo: ${B}`,
      [A, B],
    ],
    [`Ann Lee  10:31\n${A}\n\nBo  10:32\n${B.toLowerCase()}\n`, [A, B]],
    [`| 1 | Ann | ${A} |\n| 2 | Bo | ${B} |`, [A, B]],
    [`1. ${A}\n2. ${B}`, [A, B]],
    [`> ${first}\n> ${second}`, [A]],
    [`>> ${first}\r\n>> ${second}\r\n\r\nOn 1 May 2026 you wrote:`, [A]],
    [A.replaceAll("-", " "), [A]],
    [A.replaceAll("-", ""), [A]],
    [A.replaceAll("-", "\u2013"), [A]],
    [[...A.replaceAll("-", "")].join(" "), [A]],
    [A.replaceAll("-", "-\u200b"), [A]],
    [A.replaceAll("-", "<br>").replaceAll("<br>", "\u00a0-\u00a0"), [A]],
    [A.replace(/^1/, "I").replaceAll("0", "O"), [A]],
    [`code=${A}&b=1`, [A]],
    [`😀${A}😀`, [A]],
    [codeOf(randomly(9), 40), [codeOf(randomly(9), 40)]],
  ];
  for (const [text, codes] of cases) {
    equal(sound(text), codes, text);
    equal(damaged(text), [], text);
  }
});

Deno.test("A code of a later version is found too, so that it can be refused by name.", () => {
  const later = codeOf(random, 8, 2);
  equal(sound(`Here: ${later}`), [later]);
});

Deno.test("What looks like a code and is damaged is told apart, in its place.", () => {
  const cases: [string, string[]][] = [
    [LOST, [LOST]],
    [WRONG, [WRONG]],
    [`my code is ${WRONG}, sorry`, [WRONG]],
    [`${WRONG}\n${LOST}`, [WRONG, LOST]],
    [`Ann: ${WRONG.toLowerCase()}\nBo: ${B}`, [WRONG.toLowerCase()]],
    [WRONG.replaceAll("-", " "), [WRONG.replaceAll("-", " ")]],
    [A.slice(0, 24), [A.slice(0, 24)]],
  ];
  for (const [text, codes] of cases) equal(damaged(text), codes, text);
  equal(
    findCodes(`${WRONG} ${A}\n${LOST}`).map(({ at, isSound }) => [at, isSound]),
    [[0, false], [A.length + 1, true], [2 * A.length + 2, false]],
  );
});

Deno.test("Nearly every damaged code is noticed, whatever happened to it.", () => {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let missed = 0;
  for (let round = 0; round < 2000; round++) {
    const code = codeOf(random, random(16));
    const at = 1 + random(code.length - 1);
    const text = code.slice(0, at) + letters[random(32)] + code.slice(at + random(2));
    if (sound(text).length + damaged(text).length === 0) missed++;
  }
  equal(missed < 20, true, `${missed} of 2000`);
});

Deno.test("Ordinary words, numbers and addresses are no codes.", () => {
  for (
    const text of [
      "",
      "I like this, I will call them at 10am, then 12pm, till 2pm with Lil and Ian.",
      "Order 4711 of 2026-03-01 12:30:15, invoice 2026-0815-4711-AB, card 4111 1111 1111 1111",
      "DE89 3704 0044 0532 0130 00, GB29 NWBK 6016 1331 9268 19",
      "550e8400-e29b-41d4-a716-446655440000 and +44 20 7946 0958",
      "this-that-then-when-what-with-over and some more four word text that runs very long here",
      "https://example.org/a1b2-c3d4/e5f6?g7h8=i9j0#1234-5678",
      "192.168.100.200, fe80:1ff:fe23:4567:890a::",
      "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    ]
  ) equal(findCodes(text), [], text);
});

Deno.test("Any text around it hides no code, as long as it is no part of a word.", () => {
  const around = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{L}\p{N}]/u.test(text));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), around, around, (before, space, after) => {
      const text = `${before}\n ${space} ${A} ${after}`;
      equal(sound(text).includes(A), true);
    }),
  );
});

Deno.test("Of a thousand codes in one text all are found.", () => {
  const codes = Array.from({ length: 1000 }, () => codeOf(random, 12));
  const text = codes.map((code, index) => `[10:${index}] Person ${index}: ${code}`).join("\n");
  equal(sound(text), codes);
});
