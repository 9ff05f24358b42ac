/**
 * What only some results say: the stage of a relationship, how answers are spread, means of groups,
 * and counts of what is not scored. A script of its own, for the pages that ask for it.
 */

import { all, draw, fill, find, make, show } from "../dom.ts";
import type { Findings } from "../findings.ts";
import type { Page } from "../page.ts";
import type { Question, Trend } from "../plan.ts";
import { groupScores, isScored, shown } from "../score.ts";
import { chosen, labelOf, type Sheet } from "../sheet.ts";
import { stageMarks } from "./marks.ts";
import { stageOf } from "./stage.ts";
import { type Standing, standing, type Standings } from "../standing.ts";
import { alike, type Tally, tally, trends } from "./tally.ts";

/** Pixels from dot to dot in a count. */
const GAP = 15;

/** Of the practices that a result suggests. */
const MOST_PRACTICES = 3;

/** The style of what is added here: beside this script, and loaded with it. */
const STYLE = new URL("kinds.css", (document.currentScript as HTMLScriptElement).src).href;

function dress(section: HTMLElement): void {
  if (find(section, `link[href="${STYLE}"]`)) return;
  section.prepend(make("link", { rel: "stylesheet", href: STYLE }));
}

/** Adds what this result says besides, and gives its headline where it has one of its own. */
function tell(page: Page, sheet: Sheet | undefined, found: Findings): string | undefined {
  const { plan, form, root } = page;
  const section = find(root, "[data-result]")!;
  const standings = standing(sheet, form);
  // On the pages of other questionnaires this script has nothing to add.
  if (!find(root, "[data-result-scripts]")) return undefined;
  dress(section);
  showGroups(section, page, found);
  const scored = form.questions.filter((question) => question.dimension && isScored(question));
  const counted = form.questions.filter(({ dimension, type }) => !dimension && type === "scale");
  showTallies(find(section, '[data-tallies="unscored"]'), page, counted, standings);
  const isEmpty = found.coverage.answered === 0;
  if (plan.result === "stage") {
    const words = tellStage(section, page, standings, found);
    return isEmpty ? undefined : words;
  }
  if (isEmpty || plan.result !== "distribution") return undefined;
  const tallies = showTallies(
    find(section, '[data-tallies="scored"]'),
    page,
    scored,
    standings,
  );
  showSingles(section, page, scored, standings);
  const counts = trends(scored, standings);
  fill(section, "[data-trends]", counts ? page.say("trends_counted", counts) : "");
  return tallies.length === 1 ? wordMiddle(tallies[0]!, page) : undefined;
}

function showGroups(section: HTMLElement, { plan, form, say }: Page, { scores }: Findings): void {
  const place = find(section, "[data-groups]");
  const groups = groupScores(plan, form, scores).filter(({ score }) => score !== null);
  show(place, groups.length > 0);
  if (!place) return;
  const rows = groups.map(({ group, score, scored, dimensions }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, group),
      make("td", {}, String(shown(score!))),
      make("td", {}, say("group_parts", { scored, n: dimensions.length })),
    )
  );
  find(place, "tbody")!.replaceChildren(...rows);
}

/** Shows a count for each set of questions with the same steps; gives those with answers. */
function showTallies(
  place: HTMLElement | null,
  page: Page,
  questions: readonly Question[],
  standings: Standings,
): Tally[] {
  if (!place) return [];
  const tallies = alike(questions).map((group) => tally(group, standings))
    .filter(({ answered }) => answered > 0);
  show(place, tallies.length > 0);
  find(place, "[data-tables]")!.replaceChildren(
    ...tallies.flatMap((each) => tallyParts(each, page)),
  );
  return tallies;
}

function tallyParts({ steps, answered, na, of }: Tally, { form, say }: Page): HTMLElement[] {
  const rows = steps.map(({ label, questions }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, label),
      make("td", {}, String(questions.length)),
      make("td", {}, dots(questions.length)),
    )
  );
  const coverage = say("coverage", { answered, of }) + (na ? ` · ${na} ${form.na}` : "");
  const table = make(
    "table",
    { class: "tally" },
    make("caption", {}, coverage),
    make("tbody", {}, ...rows),
  );
  const { label, questions } = steps[0]!;
  if (questions.length === 0 || questions[0]!.dimension) return [table];
  const asks = questions.map(({ ask }) => make("li", {}, ask));
  return [table, make("p", {}, say("tally_least", { label })), make("ul", {}, ...asks)];
}

/** One dot for each answer; the figure beside it says the same. */
function dots(count: number): SVGElement {
  const circles = Array.from(
    { length: count },
    (_, place) => draw("circle", { class: "dot", cx: place * GAP + 8, cy: 8, r: 5.5 }),
  );
  const size = { width: count * GAP + 4, height: 16 };
  return draw("svg", { class: "row", "aria-hidden": "true", ...size }, ...circles);
}

function wordMiddle({ steps, middle }: Tally, { say }: Page): string {
  const [low, high] = middle!.map((place) => steps[place]!.label);
  return low === high
    ? say("headline_middle", { label: low! })
    : say("headline_between", { low: low!, high: high! });
}

/** Says in each part of one question what was chosen, and which of two descriptions is nearer. */
function showSingles(
  section: HTMLElement,
  page: Page,
  questions: readonly Question[],
  standings: Standings,
): void {
  for (const question of questions) {
    const isAlone = questions.filter(({ dimension }) => dimension === question.dimension)
      .length === 1;
    const standing = standings.get(question.id)!;
    if (!isAlone || standing.state === "changed") continue;
    const words = wordAnswer(question, standing, page);
    const pole = poleOf(question, standing, page);
    const { title } = page.plan.dimensions.find(({ id }) => id === question.dimension)!;
    for (const place of all(section, `[data-of="${question.dimension}"]`)) {
      fill(place, '[data-cell="band"]', words);
      fill(place, "[data-pole]", pole);
      if (standing.state !== "answered") fill(place, '[data-cell="chip"]', words);
      find(place, "svg")?.setAttribute("aria-label", `${title}: ${words}`);
    }
    const told = find(section, `[data-answer="${question.id}"] span`);
    if (told && pole) told.textContent = page.say("pole", { label: words, text: pole });
  }
}

/** The words of an answer, with where it goes. */
function wordAnswer(question: Question, { state, value }: Standing, { plan, say }: Page): string {
  if (state === "na") return question.na!;
  if (state === "blank") return say("single_blank");
  return labelOf(question, value!, plan.words.trends as Record<Trend, string>);
}

/** The nearer of two descriptions, as it stands beside the question; "" in the middle. */
function poleOf(question: Question, { state, value }: Standing, { root }: Page): string {
  if (question.type !== "poles" || state !== "answered") return "";
  const poles = all(root, `[data-question="${question.id}"] .poles > *`);
  const { options } = question;
  const place = options.indexOf(chosen(question, value!)!) - (options.length - 1) / 2;
  return (place < 0 ? poles[0] : place > 0 ? poles.at(-1) : undefined)?.textContent?.trim() ?? "";
}

/** Marks the stages, shows the advice for the one to work from, and words what stands out. */
function tellStage(
  section: HTMLElement,
  page: Page,
  standings: Standings,
  { practices }: Findings,
): string {
  const { plan, form, say } = page;
  const { ours, theirs, working, isAtRisk } = stageOf(plan, form, standings);
  const { options } = form.questions.find(({ id }) => id === plan.stage!.ours)!;
  const differ = ours !== undefined && theirs !== undefined && ours !== theirs;
  all(section, "[data-stage]").forEach((row, place) =>
    find(row, "[data-marks]")!.replaceChildren(...stageMarks({
      mine: place === ours && say("stage_ours"),
      theirs: place === theirs && say("stage_theirs"),
      begin: differ && place === working && say("stage_begin"),
    }))
  );
  all(section, "[data-transition]").forEach((part) =>
    part.toggleAttribute("data-applies", part.dataset.transition === options[working!]?.value)
  );
  show(find(section, "[data-transitions]"), working !== undefined);
  // After what signs of strain ask for at once.
  const { practice } = options[working ?? -1] ?? {};
  const isNamed = practices.some((each) => each.practice === practice);
  if (practice && !isNamed && practices.length < MOST_PRACTICES) {
    practices.push({ practice, question: plan.stage!.ours });
  }
  show(find(section, "[data-differs]"), differ);
  show(find(section, "[data-risk]"), isAtRisk === true);
  for (const part of all(section, "[data-risk-next]")) {
    const [question, choice] = part.dataset.riskNext!.split(".");
    part.toggleAttribute("data-applies", standings.get(question!)?.value === choice);
  }
  const name = (place: number | undefined) => place === undefined ? "" : options[place]!.label;
  const values = { ours: name(ours), theirs: name(theirs) };
  if (working === undefined) return say("stage_unknown");
  if (ours === undefined) return say("stage_only_theirs", values);
  if (theirs === undefined) return say("stage_only_ours", values);
  if (ours === theirs) return say("stage_same", values);
  return say(ours > theirs ? "stage_ours_later" : "stage_ours_earlier", values);
}

Rapport.tell.kinds = tell;
