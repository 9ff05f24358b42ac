/** Draws what was answered about each customer, part by part: a row of numbered dots for each. */

import { draw, find, make } from "../dom.ts";
import { type Banded, banded, type Customer, lanes, type Profiled, profiles } from "./overview.ts";
import type { Page } from "../page.ts";
import type { Glance } from "./portfolio.ts";
import { shown } from "../score.ts";

/** Points from one dot to the next in a lane: on the narrowest phone 100 points are 240 pixels. */
const LEAST = 9;
/** Pixels from lane to lane. */
const LANE = 22;
const TICKS = [0, 50, 100];

/** Shows the rows, the counts and the table; gives the headline. */
export function showProfiles(glance: Glance, all: Customer[]): string {
  const { root, plan, form, say } = glance.page;
  const found = profiles(plan, form, all);
  find(root, "[data-rows]")!.replaceChildren(...found.map((each) => row(glance, each)));
  find(root, "[data-bands]")?.replaceChildren(
    ...banded(plan, found).map((each) => count(glance.page, each)),
  );
  find(root, ".customers tbody")!.replaceChildren(
    ...found.map((each) => glance.row(each, cells(glance.page, each))),
  );
  const few = found.filter(({ missing, scores }) => missing.length === scores.length).length;
  find(root, "[data-notes]")!.replaceChildren(
    ...few ? [make("li", {}, say("portfolio_few", { n: few }))] : [],
  );
  return say("portfolio_headline", { n: all.length });
}

/** A customer's row: the name, a dot for each part, and which part is told apart as lowest. */
function row(glance: Glance, customer: Profiled): HTMLElement {
  return make(
    "div",
    { class: "profile" },
    make("span", { class: "name" }, glance.link(customer)),
    make("span", { class: "plot" }, dots(glance, customer)),
    make("span", { class: "band-words" }, wordLowest(glance.page, customer)),
  );
}

function dots(glance: Glance, customer: Profiled): SVGElement {
  const { root, plan, say } = glance.page;
  const marks = customer.scores.flatMap(({ id, score }, place) =>
    score === null ? [] : [{ number: place + 1, score, title: titleOf(glance.page, id) }]
  );
  const rows = lanes(marks.map(({ score }) => score), LEAST);
  const height = LANE * Math.max(1, ...rows.map((lane) => lane + 1)) + 4;
  // The steps that all parts share stand above the rows.
  const steps = find(root, "[data-steps]") ? plan.dimensions[0]!.steps.map(({ at }) => at) : TICKS;
  const label = marks.map(({ title, score }) =>
    say("portfolio_mark", { title, score: shown(score) })
  );
  return draw(
    "svg",
    {
      "class": "row",
      "role": "img",
      "aria-label": [glance.name(customer), ...label].join(", "),
      "width": "100%",
      height,
    },
    draw("line", { class: "track", x1: "0", x2: "100%", y1: height / 2, y2: height / 2 }),
    ...steps.map((at) =>
      draw("line", { class: "step", x1: `${at}%`, x2: `${at}%`, y1: 2, y2: height - 2 })
    ),
    ...marks.flatMap(({ number, score }, place) => {
      const y = LANE * (rows[place]! + 0.5) + 2;
      return [
        draw("circle", { class: "dot", cx: `${score}%`, cy: y, r: 9 }),
        draw("text", { class: "number", x: `${score}%`, y, dy: "0.35em" }, String(number)),
      ];
    }),
  );
}

function titleOf({ plan }: Page, id: string): string {
  return plan.dimensions.find((each) => each.id === id)!.title;
}

function wordLowest(page: Page, { lowest, missing, scores }: Profiled): string {
  const { say } = page;
  // Titles such as "Give and take" would run together in a sentence.
  const names = (ids: string[]) => ids.map((id) => titleOf(page, id)).join(" · ");
  if (missing.length === scores.length) return say("not_enough");
  return [
    ...lowest.length ? [say("portfolio_lowest", { names: names(lowest) })] : [],
    ...missing.length ? [say("portfolio_missing", { names: names(missing) })] : [],
    ...lowest.length + missing.length ? [] : [say("portfolio_close")],
  ].join(" ");
}

/** For each part the mean and its band; a guess has no band, since nobody has answered it yet. */
function cells({ plan, form, say }: Page, { scores }: Profiled): string[] {
  return scores.map(({ id, score, band }) => {
    if (score === null) return say("not_enough");
    const bands = plan.dimensions.find((each) => each.id === id)!.bands;
    const words = form.role === "guess" ? "" : bands[band ?? 0]?.words ?? "";
    return [shown(score), words].filter((each) => each !== "").join(" · ");
  });
}

/** How many customers stand where in one part, from the lowest band. */
function count({ say }: Page, { dimension, counts, missing }: Banded): HTMLElement {
  const bands = dimension.bands.map(({ words }, place) => [words, counts[place]!] as const);
  const rows = [...bands, ...missing ? [[say("not_enough"), missing] as const] : []];
  return make(
    "table",
    { class: "tally" },
    make("caption", {}, dimension.title),
    make(
      "tbody",
      {},
      ...rows.map(([words, n]) =>
        make("tr", {}, make("th", { scope: "row" }, words), make("td", {}, String(n)))
      ),
    ),
  );
}
