/** What a link carries (`link/payload.ts`): the same sheet at both ends, and no damage unseen. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { readPayload, shareable, writePayload } from "../../hooks/rapport/browser/link/payload.ts";
import * as arbitraries from "./arbitraries.ts";
import { answered, planOf, question, sheetOf } from "./questionnaire.ts";

const { sheet } = answered([1, 2, 3], [4, 5]);
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Deno.test("A sheet arrives as it left, whatever somebody wrote.", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraries.sheet, async (sheet) => {
      const payload = await writePayload(sheet);
      ok(/^1[\w-]+$/.test(payload));
      equal(await readPayload(payload), sheet);
    }),
    { numRuns: 100 },
  );
});

Deno.test("Any other character anywhere is noticed.", async () => {
  const payload = await writePayload(sheet);
  for (let place = 0; place < payload.length; place++) {
    const was = LETTERS.indexOf(payload[place]!);
    // One that differs in each of the six bits that a letter holds.
    for (const bit of [1, 2, 4, 8, 16, 32]) {
      const letter = LETTERS[was ^ bit]!;
      const damaged = payload.slice(0, place) + letter + payload.slice(place + 1);
      ok("refused" in await readPayload(damaged), `${letter} at ${place}`);
    }
  }
});

Deno.test("A link that lost or won characters is noticed.", async () => {
  const payload = await writePayload(sheet);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(payload.length - 1),
      fc.nat(40),
      fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 8 }),
      async (place, lost, won) => {
        const damaged = payload.slice(0, place) + won + payload.slice(place + lost);
        fc.pre(damaged !== payload);
        ok("refused" in await readPayload(damaged));
      },
    ),
    { numRuns: 300 },
  );
});

const REFUSED = {
  "": "damaged",
  "1": "damaged",
  "1AAAAAAA": "damaged",
  "1????": "damaged",
  "0AAAA": "damaged",
  "2AAAA": "newer",
};
for (const [text, refused] of Object.entries(REFUSED)) {
  Deno.test(`“${text}” is refused as ${refused}.`, async () => {
    equal(await readPayload(text), { refused });
  });
}

Deno.test("A sheet of a later format, and what is no sheet, are refused.", async () => {
  const made = async (value: unknown) =>
    await readPayload(await writePayload(value as typeof sheet));
  equal(await made({ ...sheet, format: 2 }), { refused: "newer" });
  equal(await made({ ...sheet, answers: 3 }), { refused: "damaged" });
  equal(await made([]), { refused: "damaged" });
});

Deno.test("A link that unpacks to a memory full of nothing is refused.", async () => {
  const bomb = { ...sheet, notes: "0".repeat(10_000_000) };
  const payload = await writePayload(bomb);
  ok(payload.length < 50_000);
  equal(await readPayload(payload), { refused: "damaged" });
});

Deno.test("Without a tick a link has what was chosen, and nothing that was written.", async () => {
  const text = question("why", { type: "text", options: [] });
  const chosen = question("kind", { type: "choice", options: [{ value: "near", label: "Near" }] });
  const list = question("walk", { type: "checklist", options: [{ value: "slow", label: "Slow" }] });
  const plan = planOf([question("a1"), text, chosen, list]);
  const made = {
    ...sheetOf(plan, plan.forms[0]!, [
      [question("a1"), null],
      [text, "Ms B. was here"],
      [chosen, "near"],
      [list, { slow: "seen" }],
    ]),
    subject: "The baker",
    notes: "A note",
    extra: "A later version's",
    commitments: [{ id: "c", text: "Ask her", by: "2026-05-01" }],
    finished: "2026-03-01T12:00:00Z",
  };
  const shared = shareable(made, false);
  equal(shared.answers, { a1: null, kind: "near", walk: { slow: "seen" } });
  equal(Object.keys(shared.seen), ["a1", "kind", "walk"]);
  equal([shared.finished, shared.id], [made.finished, made.id]);
  for (const word of ["Ms B.", "baker", "A note", "later", "Ask her"]) {
    ok(!JSON.stringify(shared).includes(word), word);
  }
  equal(shareable(made, true), made);
  equal(await readPayload(await writePayload(shared)), shared);
});
