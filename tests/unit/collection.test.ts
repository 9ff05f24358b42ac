/** Many sheets (`collection.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import { current, ofForm, sameSubject } from "../../hooks/rapport/browser/collection.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { answered } from "./questionnaire.ts";

const { sheet: base } = answered([1]);

function made(id: string, day: number, more: Partial<Sheet> = {}): Sheet {
  const time = `2026-03-0${day}T12:00:00Z`;
  return { ...base, id, started: time, changed: time, ...more };
}

Deno.test("Names mean one customer whatever their spaces, capitals and accents are made of.", () => {
  for (
    const [a, b] of [
      [" Bakery", "bakery "],
      ["Café", "Cafe\u0301"],
      ["STRASSE", "straße"],
      ["ΟΔΟΣ", "οδος"],
      [undefined, "  "],
    ]
  ) equal(sameSubject(a, b), true, `${a} and ${b}`);
});

Deno.test("Different names are different customers.", () => {
  for (const [a, b] of [["Bakery", "Baker"], ["Café", "Cafe"], [undefined, "x"], ["a b", "ab"]]) {
    equal(sameSubject(a, b), false, `${a} and ${b}`);
  }
});

Deno.test("The sheet in hand is the reader's own, of this form, begun last.", () => {
  const sheets = [
    made("000001", 1),
    made("000002", 3),
    made("000003", 2, { changed: "2026-03-09T12:00:00Z" }),
    made("000004", 4, { origin: "received" }),
    made("000005", 5, { assessment: "marriage" }),
    made("000006", 6, { form: "team" }),
  ];
  equal(current(ofForm(sheets, "serving-heart", ""))?.id, "000002");
  equal(current(ofForm(sheets, "serving-heart", "team"))?.id, "000006");
  equal(current(ofForm(sheets, "serving-heart", "customer")), undefined);
});

Deno.test("The order in which sheets are found does not decide between two of one second.", () => {
  const two = [made("000001", 1), made("000002", 1)];
  equal(current(ofForm(two, "serving-heart", ""))?.id, "000002");
  equal(current(ofForm(two.toReversed(), "serving-heart", ""))?.id, "000002");
});

Deno.test("A sheet is found by its customer, or as the one that names nobody.", () => {
  const sheets = [made("000001", 1), made("000002", 2, { subject: "Bakery" })];
  equal(current(ofForm(sheets, "serving-heart", ""))?.id, "000002");
  equal(current(ofForm(sheets, "serving-heart", "", "BAKERY"))?.id, "000002");
  equal(current(ofForm(sheets, "serving-heart", "", ""))?.id, "000001");
  equal(current(ofForm(sheets, "serving-heart", "", "Butcher")), undefined);
});
