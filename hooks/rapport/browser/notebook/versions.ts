/** Every version of a thread: its day, how far it came, its picture, and what can be done with it. */

import { type Content, make } from "../dom.ts";
import type { Form, Plan } from "../plan.ts";
import { marks } from "../picture.ts";
import { type DimensionScore, dimensionScores, shown } from "../score.ts";
import { siteAddress } from "../scripts.ts";
import { isBegun, momentOf, own, type Sheet } from "../sheet.ts";
import { progress, standing } from "../standing.ts";
import { day, list, type Say } from "../words.ts";
import { aged, asSeen, type Old } from "./history.ts";
import { paintSmall } from "./lines.ts";
import { type Book, type Thread } from "./threads.ts";

/** What a thread is drawn from; without a plan its questionnaire has gone. */
export interface Ground {
  say: Say;
  language: string;
  book: Book;
  thread: Thread;
  plan?: Plan;
  form?: Form;
}

/** More than these wait until somebody asks for them. */
const AT_ONCE = 8;

/** The list of all versions, the newest first. */
export function versionList(ground: Ground): HTMLElement[] {
  const newestFirst = [...ground.thread.sheets].reverse();
  const item = (sheet: Sheet) => version(ground, sheet);
  const [first, rest] = [newestFirst.slice(0, AT_ONCE), newestFirst.slice(AT_ONCE)];
  const list = make("ol", { class: "versions" }, ...first.map(item));
  if (rest.length === 0) return [...rows(ground), list];
  const words = ground.say("notebook_earlier", { n: rest.length });
  return [
    ...rows(ground),
    list,
    disclosure(words, () => [make("ol", { class: "versions" }, ...rest.map(item))]),
  ];
}

/** Names the rows of the small pictures, once for all of them. */
function rows(ground: Ground): HTMLElement[] {
  const { say, language, plan, thread } = ground;
  if (!thread.sheets.some((sheet) => picture(ground, sheet).length > 0)) return [];
  const names = list(
    scoresOf(ground, thread.sheets[0]!).map(({ id }) => titleOf(plan!, id)),
    language,
  );
  return [make("p", { class: "quiet", "data-rows": "" }, say("notebook_rows", { names }))];
}

function titleOf(plan: Plan, dimension: string): string {
  return plan.dimensions.find(({ id }) => id === dimension)!.title;
}

/** A part that is drawn when it is first opened. */
export function disclosure(words: string, content: () => Content[]): HTMLElement {
  const part = make("details", {}, make("summary", {}, words)) as HTMLDetailsElement;
  part.addEventListener("toggle", () => part.append(...content()), { once: true });
  return part;
}

function version(ground: Ground, sheet: Sheet): HTMLElement {
  const { say, language } = ground;
  const date = day(momentOf(sheet), language);
  const state = sheet.finished ? date : say(unfinished(ground, sheet), { date });
  return make(
    "li",
    { "data-sheet": sheet.id },
    make(
      "p",
      { class: "head" },
      make("strong", {}, state),
      " ",
      make(
        "small",
        {},
        [covered(ground, sheet), stageSaid(ground, sheet)].filter(Boolean).join(" · "),
      ),
    ),
    ...picture(ground, sheet),
    make("p", { class: "links" }, ...links(ground, sheet, date)),
    ...ageing(ground, sheet),
  );
}

/** Why a version has no result: answers are missing, or nobody has asked for it. */
function unfinished({ form }: Ground, sheet: Sheet): string {
  const { done, of } = form ? progress(form, standing(sheet, form)) : { done: 0, of: 1 };
  return done === of && form?.role !== "answer" ? "notebook_complete" : "notebook_begun";
}

/** How far a version came, against today's questions where they are still there. */
function covered({ say, form }: Ground, sheet: Sheet): string {
  if (!form) return say("notebook_answers", { n: Object.keys(sheet.answers).length });
  const { done, of } = progress(form, standing(sheet, form));
  return say("progress", { done, n: of });
}

/** Where a relationship stands is no score: the words that were chosen say it. */
function stageSaid({ plan }: Ground, sheet: Sheet): string {
  return plan?.stage ? own(sheet.seen, plan.stage.ours)?.label ?? "" : "";
}

/** The parts of a version that the reader gets a result of. */
export function scoresOf({ plan, form }: Ground, sheet: Sheet): DimensionScore[] {
  if (!plan || !form || form.role === "answer") return [];
  return dimensionScores(plan, form, standing(sheet, form));
}

function picture(ground: Ground, sheet: Sheet): SVGElement[] {
  const scores = scoresOf(ground, sheet);
  if (scores.every(({ points }) => points.length === 0)) return [];
  const rows = scores.map(({ points, score, low, high }) =>
    marks({ points: points.map((point) => point.score), score, low, high, steps: [] })
  );
  return [paintSmall(rows, scores.map((score) => scoreSaid(ground, score)).join(", "))];
}

function scoreSaid({ say, plan }: Ground, { id, score }: DimensionScore): string {
  return `${titleOf(plan!, id)}: ${score === null ? say("not_enough") : shown(score)}`;
}

function links({ say, book }: Ground, sheet: Sheet, date: string): Content[] {
  const open = sheet.finished ? "notebook_open" : "notebook_continue";
  const address = `${siteAddress(book.path)}#${sheet.finished ? "sheet" : "continue"}=${sheet.id}`;
  const name = (key: string) => ({ "aria-label": say(`${key}_what`, { date, title: book.title }) });
  const remove = make(
    "button",
    {
      "type": "button",
      "class": "link",
      "data-action": "delete-version",
      "data-id": sheet.id,
      ...name("notebook_delete"),
    },
    say("notebook_delete"),
  );
  return book.path ? [make("a", { href: address, ...name(open) }, say(open)), remove] : [remove];
}

/** What no longer counts, readable as it was; of a questionnaire that has gone, everything. */
function ageing({ say, form }: Ground, sheet: Sheet): HTMLElement[] {
  if (!isBegun(sheet)) return [];
  if (!form) return [disclosure(say("notebook_as_seen"), () => [pairs(asSeen(sheet), say)])];
  const { changed, retired } = aged(sheet, form);
  const words = agedSaid(say, changed.length, retired.length);
  return words ? [disclosure(words, () => [pairs([...changed, ...retired], say)])] : [];
}

/** "2 questions changed, 1 retired since"; "" where nothing has. */
export function agedSaid(say: Say, changed: number, retired: number): string {
  if (changed && retired) return say("notebook_changed_and", { n: changed, retired });
  if (changed) return say("notebook_changed", { n: changed });
  return retired ? say("notebook_retired", { n: retired }) : "";
}

function pairs(all: readonly Old[], say: Say): HTMLElement {
  const parts = all.flatMap(({ ask, label, value }) => [
    make("dt", {}, ask),
    make("dd", {}, label || (typeof value === "string" ? value : say("none"))),
  ]);
  return make("dl", {}, ...parts);
}
