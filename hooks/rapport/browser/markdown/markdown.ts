/**
 * Saves the result in sight as a Markdown file. A script of its own, loaded when somebody asks for
 * it: it reads what the page says, and what was answered, and `report.ts` writes it down.
 */

import { dated } from "../commitments/sentence.ts";
import type { Desk } from "../desk.ts";
import { all, find } from "../dom.ts";
import { downloadText } from "../download.ts";
import { earlier, type Pair } from "../earlier.ts";
import type { Page } from "../page.ts";
import { isWritten, momentOf, own, type Sheet } from "../sheet.ts";
import { progress, standing } from "../standing.ts";
import { day } from "../words.ts";
import { markdown, type Report, type Resolve, type Table } from "./report.ts";

/** The tables of a result that apply; those of the worksheet are for paper. */
function tables(section: HTMLElement): Table[] {
  return all<HTMLTableElement>(section, "table")
    .filter((table) => !table.closest("[hidden], .worksheet"))
    .map((table) => {
      const all = [...table.rows].map(({ cells }) => [...cells].map((cell) => cell.textContent!));
      // A column of dots alone has no words.
      const isSpoken = (_: string, column: number) => all.some((cells) => cells[column]);
      const rows = all.map((cells) => cells.filter(isSpoken));
      const head = table.tHead ? rows.shift()! : rows[0]!.map(() => "");
      return { title: titleOf(section, table), head, rows };
    });
}

/** What a table is about; the one of the parts stands below their picture. */
function titleOf(section: HTMLElement, table: HTMLTableElement): string {
  if (table.closest("details")) return find(section, "figure")!.ariaLabel!;
  const heading = find(table.closest("section")!, "h3")!.textContent!;
  return [heading, table.caption?.textContent].filter(Boolean).join(": ");
}

/** Every answer that still means what is asked, in the words that were seen, as the form has them. */
function answers({ form, say }: Page, sheet: Sheet, areWritten: boolean): Pair[] {
  const standings = standing(sheet, form);
  return form.questions.flatMap(({ id, ask }): Pair[] => {
    const { state, value } = standings.get(id)!;
    if (state !== "answered" && state !== "na" || isWritten(sheet, id) !== areWritten) return [];
    const seen = own(sheet.seen, id);
    return [[seen?.ask ?? ask, areWritten ? String(value) : seen?.label || say("none")]];
  });
}

function resolves({ say, language }: Page, { commitments }: Sheet): Resolve[] {
  return commitments.map((each) => {
    const told = each.outcome ? say("told", { outcome: say(`outcome_${each.outcome}`) }) : "";
    return {
      words: [dated(each, say, language), told].filter(Boolean).join(" "),
      isDone: each.outcome === "done",
      ...(each.note ? { note: each.note } : {}),
    };
  });
}

/** What the page says of a sheet. */
function reportOf(page: Page, sheet: Sheet): Report {
  const { root, form, say, language } = page;
  const section = find(root, "[data-result]")!;
  const { done, of } = progress(form, standing(sheet, form));
  return {
    title: form.title,
    facts: [day(momentOf(sheet), language), sheet.subject, say("progress", { done, n: of })]
      .filter(Boolean).join(" · "),
    headline: find(section, "[data-headline]")!.textContent!,
    about: find(section, ".lead")!.textContent!,
    tables: tables(section),
    resolves: resolves(page, sheet),
    answers: answers(page, sheet, false),
    written: answers(page, sheet, true),
    earlier: earlier(sheet, page),
  };
}

function save(desk: Desk): void {
  const { page, sheet } = desk;
  if (!sheet) return;
  const { plan, form, say } = page;
  const text = markdown(reportOf(page, sheet), {
    resolves: say("markdown_resolves"),
    answers: say("markdown_answers"),
    written: say("markdown_written"),
    earlier: say("markdown_earlier"),
  });
  const name = [plan.id, form.id, momentOf(sheet).slice(0, 10)].filter(Boolean).join("-");
  downloadText(`${name}.md`, text, "text/markdown;charset=utf-8");
  desk.announce("markdown_saved");
}

Rapport.actions["save-markdown"] = save;
