/** The code of a sheet (`code.ts`, `packing.ts`, `check.ts`). */

import { deepStrictEqual as equal, ok, throws } from "node:assert";
import fc from "fast-check";
import { add, checked, isSound, named, SOUND } from "../../hooks/rapport/browser/code/check.ts";
import { readCode, type Refusal, writeCode } from "../../hooks/rapport/browser/code/code.ts";
import type { Answer, Form, Plan } from "../../hooks/rapport/browser/plan.ts";
import { ALPHABET, mark, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { questionnaire } from "./arbitraries.ts";
import { formOf, LATER, NOON, planOf, question, sheetOf } from "./questionnaire.ts";
import { randomly } from "./randomly.ts";

const TREND = question("between", { type: "poles", trend: true });
const CHOICE = question("chosen", {
  type: "choice",
  options: [{ value: "b", label: "B" }, { value: "a", label: "A" }],
});
const QUESTIONS = [question("said"), CHOICE, TREND];

/** A plan whose one form has codes. */
function coded(questions = QUESTIONS, more: Partial<Form> = {}): [Plan, Form] {
  const form = formOf(questions, { code: "EDT", ...more });
  return [planOf(questions, { forms: [form] }), form];
}

const [PLAN, FORM] = coded();

function answered(...values: Answer[]): Sheet {
  return sheetOf(PLAN, FORM, values.map((value, index) => [QUESTIONS[index]!, value]));
}

const SHEET = answered(4, "b", { at: 2, trend: "worse" });
const CODE = writeCode(PLAN, FORM, SHEET);

/** What reading comes to: the answers, or the reason why there are none. */
function outcome(code: string, plans = [PLAN]): Record<string, Answer> | Refusal {
  const read = readCode(code, plans, NOON);
  return "sheet" in read ? read.sheet.answers : read.refused;
}

const letters = (code: string) => code.replaceAll("-", "");

Deno.test("Any answers come back, of any questions, with their mark.", () => {
  fc.assert(
    fc.property(questionnaire, fc.nat(2 ** 30 - 1), (all, bits) => {
      const [plan, form] = coded(all.map(([question]) => question));
      const given = all.flatMap(([question, value]) =>
        value === undefined ? [] : [[question, value] as const]
      );
      const id = mark(() => bits);
      const read = readCode(
        writeCode(plan, form, { ...sheetOf(plan, form, given), id }),
        [plan],
        NOON,
      );
      ok("sheet" in read);
      equal(read.sheet.id, id);
      equal(read.sheet.answers, Object.fromEntries(given.map(([{ id }, value]) => [id, value])));
    }),
  );
});

Deno.test("A sheet that came as a code is somebody else's, of today, and counts.", () => {
  const read = readCode(CODE, [PLAN], LATER);
  ok("sheet" in read);
  const { answers: _, ...rest } = read.sheet;
  equal(rest, {
    format: 1,
    id: SHEET.id,
    assessment: "serving-heart",
    edition: "e1",
    origin: "received",
    started: "2026-03-01T12:00:05Z",
    changed: "2026-03-01T12:00:05Z",
    seen: {},
    commitments: [],
  });
  const states = [...standing(read.sheet, FORM).values()].map(({ state }) => state);
  equal(states, ["answered", "answered", "answered"]);
  equal([read.plan, read.form], [PLAN, FORM]);
});

Deno.test("A code says which form it answers.", () => {
  const forms = [
    formOf(QUESTIONS, { id: "team", code: "TEA" }),
    formOf(QUESTIONS, { id: "customer", code: "CVS" }),
  ];
  const plan = planOf(QUESTIONS, { forms });
  for (const form of forms) {
    const read = readCode(writeCode(plan, form, sheetOf(plan, form, [])), [plan], NOON);
    ok("sheet" in read);
    equal([read.form.id, read.sheet.form], [form.id, form.id]);
  }
});

Deno.test("Listing questions and choices in another order changes no code.", () => {
  const [plan, form] = coded([
    TREND,
    { ...CHOICE, options: CHOICE.options.toReversed() },
    QUESTIONS[0]!,
  ]);
  equal(writeCode(plan, form, SHEET), CODE);
});

Deno.test("What a question of today does not offer is left out.", () => {
  const stale = { ...SHEET.seen, said: { ...SHEET.seen.said!, shape: "another" } };
  const sheet = { ...SHEET, seen: stale, answers: { ...SHEET.answers, chosen: "gone", gone: 3 } };
  equal(outcome(writeCode(PLAN, FORM, sheet)), { between: { at: 2, trend: "worse" } });
});

Deno.test("Texts, checklists, notes, names and plans stay out of a code.", () => {
  const text = question("text", { type: "text", options: [] });
  const list = question("list", { type: "checklist" });
  const [plan, form] = coded([...QUESTIONS, text, list]);
  const more = sheetOf(plan, form, [[text, "Secret"], [list, { 1: "seen" }]]);
  const sheet: Sheet = {
    ...SHEET,
    answers: { ...more.answers, ...SHEET.answers },
    seen: { ...more.seen, ...SHEET.seen },
    notes: "Secret",
    subject: "Secret",
    commitments: [{ id: "c", text: "Secret", by: "2026-05-01" }],
  };
  equal(writeCode(plan, form, sheet), CODE);
});

Deno.test("Capitals, hyphens and spaces are no part of a code, and O, I and L are digits.", () => {
  const sheet = { ...SHEET, id: "0110QL".replace("L", "1") };
  const code = writeCode(PLAN, FORM, sheet);
  for (
    const written of [
      code.toLowerCase(),
      letters(code),
      [...code].join(" "),
      code.replaceAll("-", "\u2011"),
      code.replaceAll("0", "O").replaceAll("1", "I"),
      code.replaceAll("0", "o").replaceAll("1", "l"),
    ]
  ) equal(outcome(written), SHEET.answers, written);
});

Deno.test("Every single wrong character and every neighbour swap is noticed.", () => {
  const random = randomly(1);
  for (let round = 0; round < 60; round++) {
    const sheet = { ...SHEET, id: mark(() => random(2 ** 30)) };
    const code = letters(writeCode(PLAN, FORM, sheet));
    for (let at = 0; at < code.length; at++) {
      const [before, after] = [code.slice(0, at), code.slice(at + 1)];
      for (const other of ALPHABET.replace(code[at]!, "")) {
        equal(outcome(before + other + after), "damaged");
      }
      const swapped = before + (after[0] ?? "") + code[at]! + after.slice(1);
      if (swapped !== code) equal(outcome(swapped), "damaged");
    }
  }
});

Deno.test("Of a million damaged codes none is read.", () => {
  const random = randomly(2);
  const letter = () => ALPHABET[random(32)]!;
  const damage: ((code: string, at: number) => string)[] = [
    (code, at) => code.slice(0, at) + letter() + code.slice(at + 1),
    (code, at) => code.slice(0, at) + letter() + code.slice(at),
    (code, at) => code.slice(0, at) + code.slice(at + 1),
    (code, at) => code.slice(0, at) + (code[at + 1] ?? "") + code[at] + code.slice(at + 2),
    (code, at) => code.slice(0, at + 1),
    (code, at) => code.slice(at),
    (code, at) =>
      code.slice(0, at) + [...code.slice(at, at + 5)].reverse().join("") +
      code.slice(at + 5),
  ];
  const codes = Array.from({ length: 100 }, () => {
    const sheet = { ...answered(1 + random(5), "a"), id: mark(() => random(2 ** 30)) };
    return letters(writeCode(PLAN, FORM, sheet));
  });
  const known = new Set(codes);
  const read: string[] = [];
  for (let count = 0; count < 1_000_000;) {
    let code = codes[random(codes.length)]!;
    for (let times = 1 + random(8); times > 0 && code; times--) {
      code = damage[random(damage.length)]!(code, random(code.length));
    }
    if (known.has(code)) continue;
    count++;
    if (outcome(code) !== "damaged") read.push(code);
  }
  equal(read, []);
});

Deno.test("What is refused is refused with its reason, and with the questionnaire if it is known.", () => {
  const other = planOf(QUESTIONS, { id: "other", code: "0THR", forms: [{ ...FORM }] });
  const changed = planOf(QUESTIONS, { forms: [{ ...FORM, code: "NEW" }] });
  const hidden = planOf(QUESTIONS, { private: true, forms: [formOf(QUESTIONS)] });
  const [few] = coded([QUESTIONS[0]!]);
  const valued = (start: string, answers: string) =>
    checked([...`${start}HEAREDT0VVVVV${answers}`].map((each) => ALPHABET.indexOf(each)));
  const cases: [string, Plan[], Refusal, Plan?][] = [
    ["", [PLAN], "damaged"],
    ["hello", [PLAN], "damaged"],
    [CODE.slice(0, -1), [PLAN], "damaged"],
    [CODE.replace("H", "U"), [PLAN], "damaged"],
    [`${CODE}é`, [PLAN], "damaged"],
    [valued("2", "000"), [PLAN], "newer"],
    [CODE, [], "foreign"],
    [CODE, [other], "foreign"],
    [CODE, [other, changed], "outdated", changed],
    [CODE, [hidden], "private", hidden],
    [CODE, [few], "impossible", few],
    [valued("1", "ZZZ"), [PLAN], "impossible", PLAN],
    [valued("1", "0000"), [PLAN], "impossible", PLAN],
  ];
  for (const [code, plans, refused, plan] of cases) {
    const found = readCode(code, plans, NOON);
    equal(found, plan ? { refused, plan } : { refused }, `${code} ${refused}`);
  }
});

Deno.test("The largest number of a form is read, and the next is not.", () => {
  // One question with two ways and one with three: 5 is the last of six.
  const yes = question("yes", { options: [{ value: 1, label: "Yes" }], na: undefined });
  const or = question("or", { options: [{ value: 1, label: "Either" }] });
  const [plan] = coded([yes, or]);
  const valued = (value: number) =>
    checked([...[..."1HEAREDT0VVVVV"].map((each) => ALPHABET.indexOf(each)), value]);
  equal(outcome(valued(5), [plan]), { or: null, yes: 1 });
  equal(outcome(valued(6), [plan]), "impossible");
});

Deno.test("A form that has no codes writes none.", () => {
  const form = formOf(QUESTIONS);
  const plan = planOf(QUESTIONS, { private: true, forms: [form] });
  throws(() => writeCode(plan, form, SHEET), /private/);
});

Deno.test("The check is that of Bech32m, by the examples of its standard.", () => {
  const bech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  for (
    const text of [
      "a1lqfn3a",
      "?1v759aa",
      "split1checkupstagehandshakeupstreamerranterredcaperredlc445v",
    ]
  ) {
    const end = text.lastIndexOf("1");
    const values = [...text.slice(end + 1)].map((letter) => bech32.indexOf(letter));
    equal(values.reduce(add, named(text.slice(0, end))), SOUND, text);
    equal(isSound(values), false, "The name of the kind counts.");
  }
});
