/**
 * Shows what a result says. All advice and every heading stand in the page already; this marks what
 * applies, puts it in order, and fills in what only the answers know. A script of its own, loaded
 * with the first answer.
 */

import type { Dimension, Plan } from "./plan.ts";
import type { Desk } from "./desk.ts";
import { all, fill, find, make, show } from "./dom.ts";
import { earlier, type Pair } from "./earlier.ts";
import { type Findings, findings } from "./findings.ts";
import type { Page } from "./page.ts";
import { marks, paint } from "./picture.ts";
import { attribute, type DimensionScore, isTurned, shown } from "./score.ts";
import { momentOf, type Sheet } from "./sheet.ts";
import { standing } from "./standing.ts";
import { day, list, type Say } from "./words.ts";

/** Draws the result of a sheet and gives its headline. */
function showResult(page: Page, sheet: Sheet | undefined): string {
  const { root, plan, form, say } = page;
  const section = find(root, "[data-result]")!;
  const found = findings(plan, form, standing(sheet, form));
  fill(section, "[data-facts]", facts(page, sheet, found));
  showPairs(section, "earlier", sheet ? earlier(sheet, page) : []);
  showPairs(section, "answers", answerPairs(sheet, page));
  const told = (): string | undefined =>
    Object.values(Rapport.tell).map((tell) => tell(page, sheet, found)).find(Boolean);
  if (form.role === "answer") return told() ?? find(section, "[data-headline]")!.textContent!;
  section.toggleAttribute("data-empty", found.coverage.answered === 0);
  showOpen(section, found, page);
  showStandOut(section, found, page);
  for (const id of found.order) {
    const dimension = plan.dimensions.find((each) => each.id === id)!;
    const score = found.scores.find((each) => each.id === id)!;
    showDimension(section, page, dimension, score);
  }
  const headline = told() ??
    wordHeadline(plan, form.role === "guess" ? "guess" : "headline", found, say);
  showLists(section, page, sheet, found);
  fill(section, "[data-headline]", headline);
  return headline;
}

function facts(page: Page, sheet: Sheet | undefined, found: Findings): string {
  const { plan, form } = page;
  const parts = [form.title, wordCoverage(found.coverage, page)];
  if (sheet) parts.splice(1, 0, day(momentOf(sheet), plan.language));
  return parts.join(" · ");
}

/** Words the first sentence; it restates the answers and judges nothing. */
function wordHeadline(plan: Plan, voice: string, found: Findings, say: Say): string {
  const { headline, standOut: { level }, coverage } = found;
  if (coverage.answered === 0) return say("headline_empty");
  const names = (ids: readonly string[]) =>
    list(ids.map((id) => plan.dimensions.find((each) => each.id === id)!.name), plan.language);
  switch (headline.kind) {
    case "apart": {
      const [highest, lowest] = [names(headline.highest), names(headline.lowest)];
      const key = [highest && "_highest", lowest && "_lowest"].join("");
      return say(voice + key, { highest, lowest });
    }
    case "close":
      return level ? say(`${voice}_level`, { ...level }) : say(`${voice}_close`);
    case "weakest":
      return say("headline_weakest", { lowest: names(headline.ids) });
    case "mean":
      return say("headline_mean", { score: shown(headline.score) });
    default:
      return say(`headline_${headline.kind}`);
  }
}

/** Counts and links what is still open, without a reproach. */
function showOpen(section: HTMLElement, { unanswered }: Findings, { root, form, say }: Page): void {
  const places = all(root, "[data-question]").map(({ dataset }) => dataset.question!);
  const line = find(section, "[data-open]")!;
  show(line, unanswered.length > 0);
  line.replaceChildren(
    say("unanswered", { n: unanswered.length }),
    ...unanswered.flatMap((id) => {
      const place = places.indexOf(id);
      const { ask } = form.questions.find((each) => each.id === id)!;
      return [" ", make("a", { href: `#${id}`, "aria-label": ask }, `${place + 1}`)];
    }),
  );
}

/** The words for where a score falls; a guess has a figure, since nobody has answered it yet. */
function bandWords({ form, say }: Page, { bands }: Dimension, score: DimensionScore): string {
  if (score.score === null) return say("not_enough");
  if (form.role === "guess") return say("score", { score: shown(score.score) });
  const band = bands[score.band ?? 0]?.words ?? "";
  return score.near === null ? band : say("near", { band, other: bands[score.near]!.words });
}

function wordRange({ low, high }: DimensionScore, say: Say): string {
  return low === null || high === null ? "" : say("range", { low: shown(low), high: shown(high) });
}

function wordCoverage(
  { answered, na, of }: { answered: number; na: number; of: number },
  { form, say }: Page,
): string {
  return say("coverage", { answered, of }) + (na ? ` · ${na} ${form.na}` : "");
}

/** Fills in a dimension's row of the picture, its row of the table and its part below. */
function showDimension(
  section: HTMLElement,
  page: Page,
  dimension: Dimension,
  score: DimensionScore,
): void {
  const { form, say } = page;
  const { id, title, bands, steps } = dimension;
  const mean = score.score === null ? "" : String(shown(score.score));
  const band = bands[score.band ?? -1]?.id ?? "";
  const words = bandWords(page, dimension, score);
  const inWords = mean ? say("score", { score: mean }) : words;
  const cells: Record<string, string> = {
    band: words,
    mean,
    range: wordRange(score, say),
    coverage: wordCoverage(score, page),
    chip: form.role === "guess" ? "" : words,
    missing: mean ? "" : say("not_enough_text", { n: score.needed }),
  };
  for (const place of all(section, `[data-of="${id}"]`)) {
    for (const [name, text] of Object.entries(cells)) fill(place, `[data-cell="${name}"]`, text);
    // Each in turn to the end leaves them all in the order of the findings.
    place.parentElement!.append(place);
  }
  const points = score.points.map((point) => point.score);
  const row = marks({ ...score, points, steps });
  find(section, `[data-track="${id}"]`)?.replaceChildren(
    paint(row, [title, inWords, cells.range].filter(Boolean).join(", ")),
  );
  const part = find(section, `[data-dimension="${id}"]`)!;
  part.dataset.score = score.score === null ? "" : attribute(score.score);
  part.dataset.band = band;
  apply(part, "level", [band]);
}

function showStandOut(section: HTMLElement, { standOut }: Findings, { form, say }: Page): void {
  for (const name of ["highest", "lowest"] as const) {
    const column = find(section, `[data-stand-out="${name}"]`)!;
    const answers = standOut[name].map(({ question: id, label }) => {
      const question = form.questions.find((each) => each.id === id)!;
      const words = isTurned(question) ? say("turned", { label }) : label;
      return make("li", { "data-answer": id }, `“${question.ask}” `, make("span", {}, words));
    });
    find(column, "ul")!.replaceChildren(...answers);
    show(column, answers.length > 0);
  }
  const { level, highest, lowest } = standOut;
  fill(section, "[data-level-words]", level ? say("level", { n: level.count, ...level }) : "");
  const isSaid = level !== undefined || highest.length + lowest.length > 0;
  show(find(section, "[data-standing-out]"), isSaid);
}

/** Marks the elements `[data-name]` whose value is among the ids; gives those that apply. */
function apply(root: HTMLElement, name: string, ids: readonly string[]): HTMLElement[] {
  return all(root, `[data-${name}]`).filter((element) =>
    element.toggleAttribute("data-applies", ids.includes(element.dataset[name]!))
  );
}

function showLists(
  section: HTMLElement,
  page: Page,
  sheet: Sheet | undefined,
  found: Findings,
): void {
  const chosen = (sheet?.commitments ?? []).flatMap(({ practice }) => practice ?? []);
  const practices = [...found.practices.map(({ practice }) => practice), ...chosen];
  const item = ({ question, item }: { question: string; item: string }) => `${question}.${item}`;
  const chose = found.choices.map(({ question, choice }) => `${question}.${choice}`);
  const sides = found.balances.map(({ question, direction }) =>
    `${question}.${["below", "", "above"][direction + 1]}`
  );
  const lists: Record<string, readonly string[]> = {
    practice: practices,
    warning: found.warnings.map(({ warning }) => warning),
    obstacle: found.obstacles.map(item),
    next: [...chose, ...sides],
    flag: [...chose, ...found.items.map(item)],
  };
  for (const [name, ids] of Object.entries(lists)) {
    const applying = apply(section, name, ids);
    for (const part of all(section, `[data-list="${name}"]`)) show(part, applying.length > 0);
    applying.sort((a, b) => ids.indexOf(a.dataset[name]!) - ids.indexOf(b.dataset[name]!));
    const parent = applying[0]?.parentElement;
    // Moved only where it must be: an element that is moved loses the focus.
    if (name === "practice" && applying.some((each, place) => parent!.children[place] !== each)) {
      parent!.prepend(...applying);
    }
  }
  for (const each of all(section, "[data-practice]")) showPractice(each, page, sheet);
}

function showPractice(item: HTMLElement, { say }: Page, sheet: Sheet | undefined): void {
  const chosen = sheet?.commitments.find(({ practice }) => practice === item.dataset.practice);
  fill(item, "[data-action]", say(chosen ? "withdraw" : "try_this"));
}

/** The answers that no score speaks for; on a customer's form all of them, to read again. */
function answerPairs(sheet: Sheet | undefined, { form, say }: Page): Pair[] {
  const standings = standing(sheet, form);
  const seen = new Map(Object.entries(sheet?.seen ?? {}));
  return form.questions.flatMap(({ id, ask, type, dimension, obstacles }): Pair[] => {
    const { state, value } = standings.get(id)!;
    const told = form.role !== "answer" && (dimension && type !== "balance" || obstacles);
    if (told || (state !== "answered" && state !== "na")) return [];
    return [[ask, type === "text" ? String(value) : seen.get(id)?.label || say("none")]];
  });
}

function showPairs(section: HTMLElement, name: string, pairs: readonly Pair[]): void {
  const part = find(section, `[data-pairs="${name}"]`);
  const rows = pairs.flatMap(([ask, answer]) => [make("dt", {}, ask), make("dd", {}, answer)]);
  if (part) find(part, "dl")!.replaceChildren(...rows);
  show(part, pairs.length > 0);
}

/** Leads to what there is to try, with the focus. */
function seePractices({ page: { root } }: Desk): void {
  const place = find(root, ".practices")!;
  place.tabIndex = -1;
  place.focus();
  place.scrollIntoView();
}

Rapport.showResult = showResult;
Rapport.actions["see-practices"] = seePractices;
