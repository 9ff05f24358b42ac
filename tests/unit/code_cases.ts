/**
 * Writes and reads codes for `test_code.py`: forms with answers as JSON on stdin, codes on stdout.
 */

import { readCode, writeCode } from "../../hooks/rapport/browser/code/code.ts";
import type { Answer, Form, Plan } from "../../hooks/rapport/browser/plan.ts";
import { answer, newSheet, type Sheet } from "../../hooks/rapport/browser/sheet.ts";

interface Case {
  plan: Plan;
  form: string;
  /** The mark of each sheet, and its answers. */
  sheets: [string, Record<string, Answer>][];
}

const NOW = new Date("2026-03-01T12:00:00Z");

function sheetOf(plan: Plan, form: Form, id: string, answers: Record<string, Answer>): Sheet {
  const empty = { ...newSheet(plan, form, NOW), id };
  return Object.entries(answers).reduce(
    (sheet, [id, value]) =>
      answer(sheet, form.questions.find((question) => question.id === id)!, value, NOW),
    empty,
  );
}

const cases: Case[] = JSON.parse(await new Response(Deno.stdin.readable).text());
// The questionnaires of the site all lie before whoever reads a code.
const plans = [...new Map(cases.map(({ plan }) => [plan.id, plan])).values()];

function written({ plan, form: id, sheets }: Case) {
  const form = plan.forms.find((form) => form.id === id)!;
  return sheets.map(([mark, answers]) => {
    const code = writeCode(plan, form, sheetOf(plan, form, mark, answers));
    const read = readCode(code, plans, NOW);
    return { code, back: "sheet" in read ? read.sheet : read.refused };
  });
}

console.log(JSON.stringify(cases.map(written)));
