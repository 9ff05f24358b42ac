/**
 * Where the reader stood the last time, beside the result of now: a dashed line in every row of the
 * picture, a column of its table, and the way to the notebook, which alone says whether a difference
 * is more than chance easily makes. A script of its own, loaded with the first result.
 */

import { ofForm } from "./collection.ts";
import { all, find, make } from "./dom.ts";
import { dress } from "./dress.ts";
import { finished } from "./notebook/history.ts";
import type { Page } from "./page.ts";
import { paintMark } from "./picture.ts";
import { type DimensionScore, dimensionScores, shown } from "./score.ts";
import { siteAddress } from "./scripts.ts";
import { momentOf, type Sheet } from "./sheet.ts";
import { standing } from "./standing.ts";
import { day } from "./words.ts";

/** Counts the results drawn: what was read for an earlier one has come too late. */
let drawn = 0;

/** The finished version before this one; nothing for a sheet that is only looked at. */
function versionBefore(sheets: Sheet[], { id, assessment, form, subject }: Sheet) {
  const versions = finished(ofForm(sheets, assessment, form ?? "", subject ?? ""));
  return versions[versions.findIndex((each) => each.id === id) - 1];
}

async function showBefore(page: Page, sheet: Sheet): Promise<void> {
  const turn = drawn += 1;
  const before = versionBefore(await page.store.all(), sheet);
  if (before) await dress(page.root, "before.css");
  if (turn !== drawn || page.signal.aborted) return;
  const section = find(page.root, "[data-result]")!;
  for (const old of all(section, "[data-before]")) old.remove();
  if (before) show(page, section, before);
}

function show({ plan, form, say, language }: Page, section: HTMLElement, before: Sheet): void {
  const date = day(momentOf(before), language);
  const link = make("a", { href: siteAddress("notebook/") }, say("before_link"));
  find(section, ".lead")!.after(
    make("p", { "data-before": "" }, say("before", { date }), " ", link),
  );
  // Where each part is a single answer there is no average.
  if (!find(section, "td[data-cell=mean]")) return;
  const scores = dimensionScores(plan, form, standing(before, form));
  for (const score of scores) showScore(section, score, say("before_head", { date }));
  find(section, ".picture figcaption")!.append(
    make("span", { "data-before": "" }, ` ${say("before_key", { date })}`),
  );
  find(section, ".table thead tr")!.append(
    make("th", { "scope": "col", "data-before": "" }, say("before_head", { date })),
  );
}

function showScore(section: HTMLElement, { id, score }: DimensionScore, head: string): void {
  const mean = score === null ? "" : `${shown(score)}`;
  const row = find(section, `tr[data-of="${id}"]`);
  row?.append(make("td", { "data-before": "", "data-head": head }, mean));
  const picture = find(section, `[data-track="${id}"] svg`);
  if (!picture || score === null) return;
  const label = picture.getAttribute("aria-label")!;
  picture.setAttribute("aria-label", `${label}, ${head}: ${mean}`);
  // Behind the dots, which are the answers of now.
  picture.insertBefore(paintMark({ kind: "before", at: score }), find(picture, "circle"));
}

Rapport.tell.before = (page, sheet) => {
  if (sheet) void showBefore(page, sheet);
  return undefined;
};
