/**
 * One thread of the notebook, drawn when it is opened: what reads otherwise since last time, the
 * parts over time, and every version.
 */

import { type Content, make } from "../dom.ts";
import { type DimensionScore, shown } from "../score.ts";
import { isBegun, momentOf, type Sheet } from "../sheet.ts";
import { day, list } from "../words.ts";
import { aged, type Change, changes, type Course, courses, finished, inCommon } from "./history.ts";
import { line, paintLine } from "./lines.ts";
import type { Thread } from "./threads.ts";
import { agedSaid, disclosure, type Ground, scoresOf, versionList } from "./versions.ts";

/** Changed answers that stand there at once; whoever changed more can unfold them. */
const AT_ONCE = 5;

/** Everything below a thread's name. */
export function threadContent(ground: Ground): Content[] {
  const { say, book, thread } = ground;
  const versions = finished(thread.sheets);
  const history = versions.length > 1
    ? [...since(ground), ...overTime(ground)]
    : versions.length === 1 && book.path
    ? [make("p", { class: "quiet" }, say(isAgain(thread) ? "notebook_second" : "notebook_first"))]
    : [];
  return [
    ...history,
    make("h4", {}, say("notebook_versions")),
    ...versionList(ground),
    ...table(ground),
  ];
}

/** Whether the reader is answering once more, and has not asked for the result yet. */
function isAgain({ sheets }: Thread): boolean {
  const newest = sheets.at(-1)!;
  return !newest.finished && isBegun(newest);
}

/** The last two finished versions in words. */
function since(ground: Ground): HTMLElement[] {
  const { say, language, thread, form } = ground;
  const [before, after] = finished(thread.sheets).slice(-2);
  const found = changes(before!, after!, form);
  const items = found.map((change) => changed(ground, change));
  const rest = items.slice(AT_ONCE);
  return [
    make("h4", {}, say("notebook_since", { date: day(momentOf(before!), language) })),
    ...found.length > 0
      ? [make("ul", { class: "changes" }, ...items.slice(0, AT_ONCE))]
      : [make("p", {}, say("notebook_same"))],
    ...rest.length > 0
      ? [disclosure(say("notebook_more", { n: rest.length }), () => [
        make("ul", { class: "changes" }, ...rest),
      ])]
      : [],
    ...form ? [make("p", { class: "quiet" }, compared(ground))] : [],
  ];
}

function changed({ say }: Ground, { ask, was, now }: Change): HTMLElement {
  return make(
    "li",
    {},
    make("span", {}, `“${ask}”`),
    " ",
    // The sentence is the locale's; only what was chosen in it is set apart.
    ...say("notebook_was", { was: "\0", now: "\0" }).split("\0").flatMap((part, place) => [
      part,
      ...place < 2 ? [make("em", {}, (place ? now : was) || say("none"))] : [],
    ]),
  );
}

/** Over how many questions two versions were compared, and what has changed in the others. */
function compared({ say, thread, form }: Ground): string {
  const [before, after] = finished(thread.sheets).slice(-2);
  const old = aged(before!, form!);
  const n = inCommon(before!, after!, form!);
  return [
    say(n > 0 ? "notebook_compared" : "notebook_compared_none", { n }),
    agedSaid(say, old.changed.length, old.retired.length),
  ].filter(Boolean).join(" ");
}

/** The parts over time; nothing where a questionnaire has none. */
function overTime(ground: Ground): HTMLElement[] {
  const { say, language, thread, plan, form } = ground;
  const versions = finished(thread.sheets);
  const found = plan && form ? courses(plan, form, versions) : [];
  const isSeen = found.some(({ scores }) => scores.some(({ score }) => score !== null));
  if (!isSeen) return [];
  // Once for all parts: to word a day takes its time.
  const days = versions.map((sheet) => day(momentOf(sheet), language));
  const [oldest, newest] = [days[0]!, days.at(-1)!];
  return [
    make("h4", {}, say("notebook_over_time")),
    make("p", {}, moved(ground, found)),
    make(
      "figure",
      { class: "picture history", role: "group", "aria-label": say("notebook_over_time") },
      ...found.map((course) => row(ground, course, days)),
      make(
        "figcaption",
        {},
        say("notebook_key", { oldest, newest, n: versions.length }),
      ),
    ),
  ];
}

/** Which parts moved by more than chance easily moves them. */
function moved({ say, language }: Ground, found: Course[]): string {
  const compared = found.flatMap(({ comparison }) => comparison ?? []);
  const titles = found
    .filter(({ comparison }) => comparison?.hasMoved)
    .map(({ dimension }) => `“${dimension.title}”`);
  if (titles.length > 0) {
    return say("notebook_moved", { n: titles.length, names: list(titles, language) });
  }
  return say(compared.length > 0 ? "notebook_unmoved" : "notebook_too_few");
}

function row(
  { say }: Ground,
  { dimension, scores, comparison }: Course,
  days: readonly string[],
): HTMLElement {
  const label = scores.map(({ score }, place) =>
    `${days[place]!}: ${score === null ? say("not_enough") : shown(score)}`
  );
  const words = comparison
    ? [
      say("notebook_from_to", {
        n: comparison.questions,
        before: shown(comparison.before),
        after: shown(comparison.after),
      }),
      ...comparison.hasMoved ? [] : [say("notebook_chance")],
    ]
    : [say("notebook_not_comparable")];
  return make(
    "div",
    { class: "profile", "data-course": dimension.id },
    make("span", { class: "name" }, dimension.title),
    make(
      "span",
      { class: "plot" },
      paintLine(line(scores.map(({ score }) => score)), [dimension.title, ...label].join(", ")),
    ),
    make("span", { class: "band-words" }, words.join(" ")),
  );
}

/** Every picture of a thread as one table: a row a version, a column a part. */
function table(ground: Ground): HTMLElement[] {
  const { say, plan, thread } = ground;
  const answered = thread.sheets.filter(isBegun);
  const rows = answered.map((sheet) => ({ sheet, scores: scoresOf(ground, sheet) }));
  const first = rows[0]?.scores ?? [];
  if (first.length === 0) return [];
  const titles = first.map(({ id }) => plan!.dimensions.find((each) => each.id === id)!.title);
  const head = [say("notebook_version"), ...titles].map((title) =>
    make("th", { scope: "col" }, title)
  );
  return [disclosure(say("notebook_table"), () => [
    make(
      "table",
      { class: "customers" },
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...rows.map((row) => tableRow(ground, titles, row))),
    ),
  ])];
}

/** On a phone a row stands below the other, and each figure beside its title. */
function tableRow(
  { say, language }: Ground,
  titles: readonly string[],
  { sheet, scores }: { sheet: Sheet; scores: DimensionScore[] },
): HTMLElement {
  const cells = scores.map(({ score }, place) => {
    const words = score === null ? say("not_enough") : String(shown(score));
    return make("td", { "data-head": titles[place]! }, words);
  });
  return make("tr", {}, make("th", { scope: "row" }, day(momentOf(sheet), language)), ...cells);
}
