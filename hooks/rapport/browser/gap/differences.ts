/**
 * Shows a comparison: the headline, where the sides are furthest apart, and every question as a
 * picture, a sentence and a row of a table. What is always the same stands in the page already.
 */

import type { Compared, ComparedDimension, Comparison } from "./comparison.ts";
import { all, fill, find, make, show } from "../dom.ts";
import type { Page } from "../page.ts";
import { paintPair, pairMarks } from "./pair.ts";
import { attribute, isSame, shown } from "../score.ts";
import { momentOf, type Sheet } from "../sheet.ts";
import { day, type Say } from "../words.ts";

/** Draws the comparison of a guess with others' sheets into the page and gives its headline. */
export function showDifferences(
  page: Page,
  root: HTMLElement,
  found: Comparison,
  mine: Sheet,
  theirs: readonly Sheet[],
): string {
  const { say, plan } = page;
  fill(root, "[data-facts]", wordDates(page, found.people > 0, mine, theirs));
  const headline = wordHeadline(found, plan.minimum, say);
  fill(root, "[data-headline]", headline);
  show(find(root, "[data-carries]"), found.isEnough);
  show(find(root, "[data-only-guess]"), !found.isEnough);
  fill(root, "[data-left-out]", found.leftOut ? say("gap_left_out", { n: found.leftOut }) : "");
  fill(root, "[data-changed]", found.changed ? say("gap_changed", { n: found.changed }) : "");
  for (const compared of found.questions) showQuestion(page, root, found, compared);
  for (const dimension of found.dimensions) showDimension(page, root, dimension);
  showFurthest(root, found);
  showTexts(page, root, found);
  return headline;
}

/** Of when the guess and the latest answers are: on paper a comparison needs its date. */
function wordDates(
  { say, plan: { language } }: Page,
  hasAnswers: boolean,
  mine: Sheet,
  theirs: readonly Sheet[],
): string {
  const guess = say("gap_guess_of", { date: day(momentOf(mine), language) });
  if (!hasAnswers) return guess;
  const latest = theirs.map(({ changed }) => changed).sort().at(-1)!;
  return `${guess} · ${say("gap_answers_of", { date: day(latest, language) })}`;
}

const withGap = ({ questions }: Comparison) => questions.filter(({ gap }) => gap !== undefined);

function wordHeadline(found: Comparison, least: number, say: Say): string {
  if (!found.isEnough) return say("gap_headline_guess");
  const of = withGap(found).length;
  const n = found.questions.filter(({ isApart }) => isApart).length;
  const all = found.questions.length;
  if (least > 1 && of < all / 2) return say("gap_headline_few", { n: of, of: all, least });
  if (of === 0) return say("gap_headline_none");
  return n ? say("gap_headline_apart", { n, of }) : say("gap_headline_close", { n: of });
}

/** The words for a place on the scale: an option's label, or the two that it lies between. */
export function wordPlace({ question, places = [] }: Compared, place: number, say: Say): string {
  const at = places.findIndex((each) => isSame(each, place));
  if (at >= 0) return question.options[at]!.label;
  const sorted = places.map((each, index) => ({ each, index })).sort((a, b) => a.each - b.each);
  const low = sorted.findLast(({ each }) => each < place)!;
  const high = sorted.find(({ each }) => each > place)!;
  const label = ({ index }: { index: number }) => question.options[index]!.label;
  return say("gap_between", { low: label(low), high: label(high) });
}

/** What both sides said, in sentences. Below the minimum only that there are too few. */
export function wordPair(
  compared: Compared,
  voice: string,
  { isEnough, people }: Comparison,
  { plan, say }: Pick<Page, "plan" | "say">,
): string {
  const { question, mine, theirs, gap = 0, isApart, isUnanimous } = compared;
  const parts = [
    mine === undefined ? say("gap_you_none") : say("gap_you_said", {
      label: question.options[mine]!.label,
    }),
  ];
  if (isEnough && !theirs) parts.push(say("gap_they_few", { n: plan.minimum }));
  if (theirs?.middle !== undefined) {
    const label = wordPlace(compared, theirs.middle, say);
    parts.push(say("gap_they_said", { n: theirs.answered, label }));
  }
  if (isApart) {
    const label = question.options.at(gap > 0 ? -1 : 0)!.label;
    const key = voice === "toward" ? "gap_toward" : `gap_${voice}_${gap > 0 ? "more" : "less"}`;
    parts.push(say(key, { label }));
  }
  // With one customer there is nobody else to be told apart from.
  if (isUnanimous && people > 1 && plan.minimum > 1) parts.push(say("gap_unanimous"));
  return parts.join(" ");
}

const signed = (gap: number): string => {
  const points = shown(Math.abs(gap));
  return points === 0 ? "0" : `${gap > 0 ? "+" : "−"}${points}`;
};

function showQuestion(page: Page, root: HTMLElement, found: Comparison, compared: Compared): void {
  const { say } = page;
  const { question, places, mine, theirs, gap, isApart } = compared;
  const row = find(root, `[data-compare="${question.id}"]`)!;
  row.dataset.gap = gap === undefined ? "" : attribute(gap);
  row.toggleAttribute("data-apart", isApart);
  show(find(row, ".chip"), isApart);
  if (places) find(row, "[data-track]")!.replaceChildren(paintPair(pairMarks(compared)));
  fill(row, "[data-told]", wordPair(compared, row.dataset.voice!, found, page));
  for (const place of all(root, `[data-row="${question.id}"]`)) {
    const middle = theirs?.middle;
    const cells: Record<string, string> = {
      mine: mine === undefined ? "" : question.options[mine]!.label,
      middle: middle === undefined ? "" : wordPlace(compared, middle, say),
      gap: gap === undefined ? "" : signed(gap),
      answered: theirs ? wordAnswered(compared, say) : "",
    };
    for (const [name, text] of Object.entries(cells)) fill(place, `[data-cell="${name}"]`, text);
    for (const cell of all(place, "[data-option]")) {
      const index = question.options.findIndex(({ value }) => `${value}` === cell.dataset.option);
      fill(cell, "[data-n]", theirs ? `${theirs.counts[index]}` : "");
      fill(cell, "[data-mine]", index === mine ? say("gap_mark") : "");
    }
  }
}

function wordAnswered({ question, theirs }: Compared, say: Say): string {
  const { answered, na, blank } = theirs!;
  const counted = say("coverage", { answered, of: answered + na + blank });
  return na ? `${counted} · ${na} ${question.na}` : counted;
}

function showDimension({ say }: Page, root: HTMLElement, dimension: ComparedDimension): void {
  const part = find(root, `[data-compared-dimension="${dimension.id}"]`);
  if (!part) return;
  const { gap, mine = 0, theirs = 0, compared, isApart } = dimension;
  part.dataset.gap = gap === undefined ? "" : attribute(gap);
  const values = { n: compared, mine: shown(mine), theirs: shown(theirs) };
  fill(part, "[data-mean]", gap === undefined ? "" : say("gap_mean", values));
  show(find(part, "h3 .chip"), isApart);
}

/** Links the questions that are called out, the widest gap first. */
function showFurthest(root: HTMLElement, found: Comparison): void {
  const part = find(root, "[data-furthest]")!;
  const apart = withGap(found).filter(({ isApart }) => isApart)
    .sort((a, b) => Math.abs(b.gap!) - Math.abs(a.gap!));
  find(part, "ul")!.replaceChildren(
    ...apart.map(({ question }) => {
      const told = find(root, `[data-compare="${question.id}"] [data-told]`)!.textContent!;
      const link = make("a", { href: `#${question.id}` }, question.ask);
      return make("li", {}, link, " ", make("span", {}, told));
    }),
  );
  show(part, apart.length > 0);
}

function showTexts({ say }: Page, root: HTMLElement, { texts }: Comparison): void {
  const part = find(root, "[data-texts]")!;
  const told = texts.filter(({ theirs }) => theirs.length > 0);
  find(part, "div")!.replaceChildren(
    ...told.flatMap(({ question, mine, theirs }) => [
      make("h4", {}, question.ask),
      ...(mine ? [make("p", { class: "quiet" }, say("gap_wrote", { text: mine }))] : []),
      make("ul", {}, ...theirs.map((text) => make("li", {}, text))),
    ]),
  );
  show(part, told.length > 0);
}
