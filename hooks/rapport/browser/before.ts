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

/** The version before a sheet, absent where it is the first. */
interface Found {
  id: string;
  before: Sheet | undefined;
}

/** What was read, by page: a read with every answer would hold up the writing of the next. */
const found = new WeakMap<Page, Found>();

/** Counts the results drawn: what was read for an earlier one has come too late. */
let drawn = 0;

/** The version before this one, about the same customer; none for what is only looked at. */
async function versionBefore(page: Page, sheet: Sheet): Promise<Sheet | undefined> {
  const { id, assessment, form, subject } = sheet;
  const known = found.get(page);
  if (known?.id === id) return known.before;
  const ours = ofForm(await page.store.all(), assessment, form ?? "", subject ?? "");
  const versions = finished(ours);
  const place = versions.findIndex((each) => each.id === id);
  const before = versions[place - 1];
  if (place >= 0) remember(page, { id, before });
  return before;
}

/** Remembers it until another tab changes something, which may be the version before. */
function remember(page: Page, version: Found): void {
  if (!found.has(page)) {
    const end = page.store.onChange(() => {
      found.delete(page);
      end();
    });
    page.signal.addEventListener("abort", end);
  }
  found.set(page, version);
}

async function showBefore(page: Page, sheet: Sheet | undefined): Promise<void> {
  const turn = drawn += 1;
  const before = sheet && await versionBefore(page, sheet);
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
  void showBefore(page, sheet);
  return undefined;
};
