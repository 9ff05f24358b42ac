/** What others sent, and what becomes of it (`incoming.ts`). */

import { deepStrictEqual as equal } from "node:assert";
import { writeCode } from "../../hooks/rapport/browser/code/code.ts";
import {
  type Inbox,
  type Piece,
  pieces,
  type Received,
  take,
} from "../../hooks/rapport/browser/gap/incoming.ts";
import { mergedFile } from "../../hooks/rapport/browser/gap/merging.ts";
import type { Answer, Plan } from "../../hooks/rapport/browser/plan.ts";
import { readSheet } from "../../hooks/rapport/browser/reading.ts";
import { newSheet, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { formOf, LATER, NOON, planOf, question, sheetOf } from "./questionnaire.ts";

const SAID = question("said");
const HEARD = question("heard");
const TEXT = question("text", { type: "text", options: [], shape: "text" });
const QUESTIONS = [SAID, HEARD, TEXT];
const GUESS = formOf(QUESTIONS, { id: "us", role: "guess", code: "GSS", edition: "g1" });
const THEM = formOf(QUESTIONS, { id: "them", role: "answer", code: "ANS", edition: "a1" });
const PLAN: Plan = planOf(QUESTIONS, { id: "marriage", forms: [GUESS, THEM] });
const INBOX: Inbox = { plan: PLAN, answers: THEM, read: readSheet };

let bits = 0;

/** A sheet of theirs, each with a mark of its own. */
function theirs(...values: Answer[]): Sheet {
  const sheet = sheetOf(PLAN, THEM, values.map((value, index) => [QUESTIONS[index]!, value]));
  return { ...sheet, id: newSheet(PLAN, THEM, NOON, () => ++bits).id };
}

/** What a text comes to: the answers of each sheet, or the reason why it is none. */
function outcome(text: string): unknown[] {
  return pieces(text, INBOX, LATER).map((piece) =>
    "sheet" in piece ? piece.sheet.answers : piece.refused
  );
}

const copy = (...sheets: unknown[]) => JSON.stringify({ format: 1, saved: "", sheets });
const kept = (...sheets: Received[]): Piece[] => sheets.map((sheet) => ({ sheet }));
const fates = (existing: Sheet[], incoming: Piece[]) =>
  take(existing, incoming).lines.map((line) =>
    line.fate === "refused" ? line.reason : `${line.fate} ${line.people}`
  );

const FIRST = theirs(2, 3, "In my words.");
const SECOND = theirs(5, null);

Deno.test("A copy's file gives its sheets, and so does one sheet alone.", () => {
  equal(outcome(copy(FIRST, SECOND)), [FIRST.answers, SECOND.answers]);
  equal(outcome(JSON.stringify(FIRST, null, 2)), [FIRST.answers]);
});

Deno.test("Codes and a copy are found in the midst of one mail.", () => {
  const [one, two] = [FIRST, SECOND].map((sheet) => writeCode(PLAN, THEM, sheet));
  const mail = `Hello,\nmine is ${one}, hers “${two!.toLowerCase()}”.\n${copy(SECOND)}\nBye`;
  equal(outcome(mail), [SECOND.answers, { said: 2, heard: 3 }, { said: 5, heard: null }]);
});

const ONE_CODE = writeCode(PLAN, THEM, SECOND);
const AMONG: Record<string, [text: string, answers: unknown[]]> = {
  "two copies": [`${copy(FIRST)}\n${copy(SECOND)}`, [FIRST.answers, SECOND.answers]],
  "two sheets in a list": [JSON.stringify([FIRST, SECOND]), [FIRST.answers, SECOND.answers]],
  "a name to be filled in before": [`Hi {name}, ${copy(FIRST)}`, [FIRST.answers]],
  "a smile after": [`${copy(FIRST)} :-}`, [FIRST.answers]],
  "braces that never end": [`{"{ "{" ${copy(FIRST)}`, [FIRST.answers]],
  "braces and quotes in the words": [
    `${copy(theirs(1, 2, 'Say "}" or \\"{'))} {`,
    [{ said: 1, heard: 2, text: 'Say "}" or \\"{' }],
  ],
  "a copy within something else": [`{"mail": {"body": ${copy(FIRST)}}}`, [FIRST.answers]],
  "a code within something else": [`{"code": "${ONE_CODE}"}`, [{ said: 5, heard: null }]],
  "a code between two copies": [
    `${copy(FIRST)}\n${ONE_CODE}\n${copy(FIRST)}`,
    [FIRST.answers, FIRST.answers, { said: 5, heard: null }],
  ],
};

for (const [what, [text, answers]] of Object.entries(AMONG)) {
  Deno.test(`What is theirs is found in any company: ${what}.`, () =>
    equal(outcome(text), answers));
}

const LONG = "All is well. ".repeat(80_000);

Deno.test("A copy may be longer than a text that has to be searched.", () => {
  const copies = copy(...Array(40).fill({ ...FIRST, seen: {}, later: LONG.slice(0, 50_000) }));
  equal(copies.length > LONG.length, true);
  equal(outcome(` ${copies}\n`).length, 40);
});

Deno.test("What is taken is theirs: it is received, without what is theirs alone.", () => {
  const commitment = { id: "C", text: "Rest.", by: "2026-03-08" };
  const alone = { notes: "Mine.", commitments: [commitment], subject: "Ms B.", batch: "B1" };
  equal(pieces(copy({ ...FIRST, ...alone }), INBOX, LATER), kept({ ...FIRST, origin: "received" }));
});

const OUTDATED = { ...THEM, edition: "a0", code: "0LD" };
const REFUSED: Record<string, [text: string, reason: string]> = {
  "nothing in it": ["Dear all, thank you.", "nothing"],
  "no text": [" \n", "empty"],
  "other JSON": ['{"a": 1}', "nothing"],
  "a text too long to be searched": [`${LONG}${copy(FIRST)}`, "large"],
  "a damaged code": [writeCode(PLAN, THEM, FIRST).slice(0, -1) + "?0Z", "damaged"],
  "a code of a guess": [writeCode(PLAN, GUESS, FIRST), "guess"],
  "a code of another questionnaire": [
    writeCode({ ...PLAN, code: "0THR" }, THEM, FIRST),
    "other",
  ],
  "a code of an earlier version": [writeCode(PLAN, OUTDATED, FIRST), "outdated"],
  "a damaged sheet": [copy({ ...FIRST, answers: 7 }), "damaged"],
  "a newer sheet": [copy({ ...FIRST, format: 2 }), "newer"],
  "a newer copy": [JSON.stringify({ format: 2, all: [] }), "newer"],
  "a guess": [copy({ ...FIRST, form: "us" }), "guess"],
  "another questionnaire": [copy({ ...FIRST, assessment: "mirror" }), "other"],
  "a form that is gone": [copy({ ...FIRST, form: "gone" }), "other"],
  "a sheet without answers": [copy({ ...FIRST, answers: {} }), "empty"],
  "a sheet of changed questions": [
    copy({
      ...FIRST,
      seen: { said: { ask: "?", label: "", shape: "FORMER" } },
      answers: { said: 2 },
    }),
    "outdated",
  ],
};

for (const [what, [text, reason]] of Object.entries(REFUSED)) {
  Deno.test(`What is refused says why: ${what}.`, () => equal(outcome(text), [reason]));
}

Deno.test("A sheet is added, is here already, or takes the place of the one with its mark.", () => {
  const first: Sheet = { ...FIRST, origin: "received" };
  const later: Sheet = { ...first, answers: { said: 1 }, changed: "2026-03-02T12:00:00Z" };
  equal(fates([], kept(first, first, later)), ["added 1", "same 1", "replaced 1"]);
  equal(take([], kept(first, first, later)).put, [first, later]);
  equal(fates([later], kept(first)), ["same 1"]);
});

Deno.test("A code that takes the place of a file leaves its words.", () => {
  const here: Received = { ...FIRST, origin: "received", batch: "B1" };
  const code = pieces(writeCode(PLAN, THEM, { ...FIRST, answers: { said: 1 } }), INBOX, LATER);
  const { put, lines } = take([here], code);
  equal(lines.map(({ fate }) => fate), ["replaced"]);
  equal(put.map(({ answers }) => answers), [{ said: 1, text: "In my words." }]);
});

Deno.test("Answers that were handed on stay handed on under the same name.", () => {
  const here: Received = { ...FIRST, origin: "received", batch: "B1" };
  const later: Received = { ...FIRST, origin: "received", changed: "2026-03-02T12:00:00Z" };
  equal(take([here], kept(later)).put, [{ ...later, batch: "B1" }]);
});

Deno.test("Nobody's mark reaches the reader's own answers.", () => {
  const own = { ...sheetOf(PLAN, GUESS, [[SAID, 5]]), id: FIRST.id };
  equal(fates([own], kept({ ...FIRST, origin: "received" })), ["own"]);
});

const PEOPLE = [theirs(1, 2), theirs(2, 3), theirs(3, 4)];

/** What a third person hands over. */
function merged(people: Sheet[], batch: string): Piece[] {
  return pieces(JSON.stringify(mergedFile(PLAN, THEM, people, { batch })), INBOX, LATER);
}

function sheetsOf(batch: Piece[]): Received[] {
  return batch.flatMap((piece) => "sheet" in piece ? piece.sheet : []);
}

Deno.test("A merged file is one piece, and comes as one.", () => {
  const batch = merged(PEOPLE, "B1");
  equal(fates([], batch), ["added 3"]);
  equal(take([], batch).put, sheetsOf(batch));
  equal(fates(sheetsOf(batch), batch), ["same 3"]);
});

Deno.test("A later file of the same third person takes the place of the former as a whole.", () => {
  const [former, later] = [merged(PEOPLE, "B1"), merged(PEOPLE.slice(1), "B1")];
  const intake = take(sheetsOf(former), later);
  equal(intake.lines.map(({ fate }) => fate), ["replaced"]);
  equal(intake.remove, sheetsOf(former).map(({ id }) => id));
  equal(intake.put, sheetsOf(later));
  equal(fates(sheetsOf(former), merged(PEOPLE, "B2")), ["added 3"]);
});

Deno.test("A merged file that would overwrite somebody else is refused.", () => {
  const batch = merged(PEOPLE, "B1");
  const own = { ...FIRST, id: sheetsOf(batch)[0]!.id };
  equal(fates([own], batch), ["damaged"]);
  equal(take([own], batch).put, []);
});
