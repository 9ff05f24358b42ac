/** What can be done to a sheet (`sheet.ts`). */

import { deepStrictEqual as equal, match, notStrictEqual, ok, strictEqual } from "node:assert";
import {
  amend,
  answer,
  commit,
  concern,
  finish,
  LONGEST_TEXT,
  mark,
  momentOf,
  newSheet,
  own,
  takeBack,
  withdraw,
} from "../../hooks/rapport/browser/sheet.ts";
import { formOf, LATER, NOON, planOf, question } from "./questionnaire.ts";

const often = question("often");
const walk = question("walk", {
  type: "checklist",
  options: [{ value: "reply", label: "No reply" }, { value: "door", label: "A locked door" }],
});
const bond = question("bond", { type: "poles", trend: true });
const plan = planOf([often, walk, bond]);
const empty = newSheet(plan, plan.forms[0]!, NOON);

Deno.test("A new sheet is empty, the reader's own, and dated to the second.", () => {
  const form = formOf([], { id: "team", edition: "e7" });
  equal(newSheet(plan, form, new Date("2026-03-01T12:00:00.789Z"), () => 0), {
    format: 1,
    id: "000000",
    assessment: "serving-heart",
    form: "team",
    edition: "e7",
    origin: "own",
    started: "2026-03-01T12:00:00Z",
    changed: "2026-03-01T12:00:00Z",
    answers: {},
    seen: {},
    commitments: [],
  });
});

Deno.test("A sheet of an assessment without forms names no form.", () => {
  ok(!("form" in empty));
});

Deno.test("A mark spells its 30 bits in Crockford's base32, the highest first.", () => {
  equal([0, 1, 31, 32, 2 ** 30 - 1].map((bits) => mark(() => bits)), [
    "000000",
    "000001",
    "00000Z",
    "000010",
    "ZZZZZZ",
  ]);
});

Deno.test("Two new sheets have different marks of six characters.", () => {
  match(empty.id, /^[0-9A-HJKMNP-TV-Z]{6}$/);
  notStrictEqual(empty.id, newSheet(plan, plan.forms[0]!, NOON).id);
});

Deno.test("An answer is kept with the words as asked and chosen, and does not touch the old sheet.", () => {
  const sheet = answer(empty, often, 4, LATER);
  equal(sheet.answers, { often: 4 });
  equal(sheet.seen, {
    often: { ask: "How about often?", label: "Most of the time", shape: "five" },
  });
  equal(sheet.changed, "2026-03-01T12:00:05Z");
  equal(empty.answers, {});
});

Deno.test("Each kind of answer is remembered in words.", () => {
  const trends = { better: "getting better", same: "as it was", worse: "getting worse" };
  const label = (...[asked, value]: [typeof often, Parameters<typeof answer>[2]]) =>
    answer(empty, asked, value, NOON, trends).seen[asked.id]?.label;
  equal(label(often, null), "Did not come up");
  equal(label(walk, { reply: "seen", door: "seen" }), "No reply; A locked door");
  equal(label(walk, { reply: "not-seen", door: "na" }), "");
  equal(label(bond, { at: 5 }), "Always");
  equal(label(bond, { at: 1, trend: "worse" }), "Never; getting worse");
  equal(label(question("why", { type: "text", options: [] }), "Because."), "");
});

Deno.test("A text longer than a field takes is cut where the field would.", () => {
  const why = question("why", { type: "text", options: [] });
  equal(
    answer(empty, why, "x".repeat(LONGEST_TEXT + 1), NOON).answers["why"],
    "x".repeat(LONGEST_TEXT),
  );
});

Deno.test("An emptied text and an emptied checklist are answers taken back.", () => {
  const why = question("why", { type: "text", options: [] });
  const full = answer(answer(empty, why, "Because.", NOON), walk, { reply: "seen" }, NOON);
  const emptied = answer(answer(full, why, " \n", LATER), walk, {}, LATER);
  equal([emptied.answers, emptied.seen], [{}, {}]);
});

Deno.test("An answer taken back leaves neither value nor words.", () => {
  const sheet = takeBack(answer(empty, often, 4, NOON), "often", LATER);
  equal([sheet.answers, sheet.seen, sheet.changed], [{}, {}, "2026-03-01T12:00:05Z"]);
});

Deno.test("Taking back what was never answered changes nothing, not even for inherited names.", () => {
  equal(takeBack(empty, "constructor", LATER), empty);
});

Deno.test("A question may be called like anything an object inherits.", () => {
  for (const id of ["constructor", "__proto__", "toString"]) {
    equal(own(empty.answers, id), undefined);
    const sheet = answer(empty, question(id), 2, NOON);
    equal(own(sheet.answers, id), 2);
    equal(own(takeBack(sheet, id, NOON).answers, id), undefined);
  }
});

Deno.test("A clock set back does not make a change look older.", () => {
  const sheet = answer(answer(empty, often, 4, LATER), often, 5, NOON);
  equal([sheet.answers["often"], sheet.changed], [5, "2026-03-01T12:00:05Z"]);
});

Deno.test("A sheet is finished once, the first time.", () => {
  const sheet = finish(finish(answer(empty, often, 3, NOON), NOON), LATER);
  equal([sheet.finished, sheet.changed], ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z"]);
});

Deno.test("Where nothing is answered there is nothing to finish.", () => {
  strictEqual(finish(empty, NOON), empty);
});

Deno.test("Answers of a finished sheet are of the day on which they were last changed.", () => {
  const before = answer(empty, often, 3, NOON);
  equal(momentOf(before), empty.started);
  const done = finish(before, NOON);
  const tried = commit(done, { id: "C", text: "Look up.", by: "2026-03-08" }, NOON);
  for (const same of [amend(tried, "C", { outcome: "done" }, LATER), concern(done, "Ann", LATER)]) {
    equal([momentOf(same), same.changed > done.changed], [momentOf(done), true]);
  }
  for (const other of [answer(done, often, 4, LATER), takeBack(done, "often", LATER)]) {
    equal(momentOf(other), other.changed);
  }
});

Deno.test("A sheet can name the customer, and forget the name.", () => {
  const named = concern(empty, "  The bakery ", LATER);
  equal(named.subject, "The bakery");
  ok(!("subject" in concern(named, " ", LATER)));
});

Deno.test("A commitment is added, replaced under its id, and withdrawn.", () => {
  const wanted = { id: "000007", text: "I say back what I heard", by: "2026-03-15" };
  const added = commit(empty, { ...wanted, practice: "listen.say-back" }, LATER);
  equal(added.commitments, [{ ...wanted, practice: "listen.say-back" }]);
  equal(added.changed, "2026-03-01T12:00:05Z");
  const replaced = commit(added, { ...wanted, outcome: "done" }, LATER);
  equal(replaced.commitments, [{ ...wanted, outcome: "done" }]);
  equal(withdraw(replaced, "000007", LATER).commitments, []);
  equal(withdraw(replaced, "none", LATER), replaced);
});

Deno.test("A commitment that is changed keeps its place and what was not changed.", () => {
  const first = { id: "000007", text: "I listen", practice: "listen.say-back", by: "2026-03-15" };
  const other = { id: "000008", text: "I ask", by: "2026-03-16" };
  const both = commit(commit(empty, first, NOON), other, NOON);
  const cued = amend(both, "000007", { cue: "they wait", by: "2026-03-20" }, LATER);
  equal(cued.commitments, [{ ...first, cue: "they wait", by: "2026-03-20" }, other]);
  equal(cued.changed, "2026-03-01T12:00:05Z");
  equal(amend(cued, "000007", { cue: "", by: "2026-03-15" }, LATER).commitments, [first, other]);
});

Deno.test("A commitment is never without words and date.", () => {
  const wanted = { id: "000007", text: "I listen", by: "2026-03-15" };
  const sheet = commit(empty, wanted, NOON);
  equal(amend(sheet, "000007", { text: "", by: "" }, LATER), sheet);
});

Deno.test("Changing nothing, or a commitment that is gone, leaves the sheet as it was.", () => {
  const wanted = { id: "000007", text: "I listen", by: "2026-03-15" };
  const sheet = commit(empty, wanted, NOON);
  strictEqual(amend(sheet, "000007", { text: "I listen", cue: "" }, LATER), sheet);
  strictEqual(amend(sheet, "000009", { text: "I ask" }, LATER), sheet);
});
