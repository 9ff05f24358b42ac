/**
 * The notebook's pictures: how a part went over time, and a version at a glance. Pure functions
 * from figures to marks; what paints them stands below.
 *
 * As in `picture.ts`, marks sit at shares of the width, so that dots keep their size on any width.
 */

import { draw } from "../dom.ts";
import type { Mark } from "../picture.ts";

/** Where a version stands on a line: in percent from the left, and its score from 0 to 100. */
export interface Stop {
  at: number;
  score: number;
}

/** A line over time: its stops, and the pieces between versions that follow one another. */
export interface Line {
  stops: Stop[];
  pieces: [Stop, Stop][];
}

/** How high a line is drawn, and what dots at its ends need. Pixels. */
const HEIGHT = 52;
const MARGIN = 8;
/** The same for one row of a small picture. */
const ROW = 13;

/** The line through these scores, oldest first; a version without a score leaves a gap. */
export function line(scores: readonly (number | null)[]): Line {
  const step = scores.length > 1 ? 100 / (scores.length - 1) : 0;
  const all = scores.map((score, place) =>
    score === null ? null : { at: scores.length > 1 ? place * step : 100, score }
  );
  return {
    stops: all.filter((stop) => stop !== null),
    pieces: all.flatMap((stop, place): [Stop, Stop][] => {
      const before = all[place - 1];
      return stop && before ? [[before, stop]] : [];
    }),
  };
}

/** How far down a score stands, in pixels. */
function down(score: number): number {
  return MARGIN + (HEIGHT - 2 * MARGIN) * (1 - score / 100);
}

/** Draws a line; the newest dot is filled. `label` is what a screen reader hears of it. */
export function paintLine({ stops, pieces }: Line, label: string): SVGElement {
  return draw(
    "svg",
    { class: "course", role: "img", "aria-label": label, width: "100%", height: HEIGHT },
    ...[0, 50, 100].map((score) =>
      draw("line", { class: "step", x1: "0", x2: "100%", y1: down(score), y2: down(score) })
    ),
    ...pieces.map(([from, to]) =>
      draw("line", {
        class: "way",
        x1: `${from.at}%`,
        x2: `${to.at}%`,
        y1: down(from.score),
        y2: down(to.score),
      })
    ),
    ...stops.map(({ at, score }, place) => {
      const kind = place === stops.length - 1 ? "stop newest" : "stop";
      return draw("circle", { class: kind, cx: `${at}%`, cy: down(score), r: 5 });
    }),
  );
}

/** Draws a version at a glance: a row a part, with the marks of the result's own picture. */
export function paintSmall(rows: readonly (readonly Mark[])[], label: string): SVGElement {
  const size = { width: "100%", height: rows.length * ROW };
  return draw(
    "svg",
    { class: "small", role: "img", "aria-label": label, ...size },
    ...rows.flatMap((row, place) => {
      const y = (place + 0.5) * ROW;
      const track = draw("line", { class: "track", x1: "0", x2: "100%", y1: y, y2: y });
      return [track, ...row.flatMap((mark) => smallMark(mark, y))];
    }),
  );
}

/** Dots that are the same lie on each other here: what counts is where they are. */
function smallMark({ kind, at, width = 0 }: Mark, y: number): SVGElement[] {
  if (kind === "step") return [];
  if (kind === "dot") return [draw("circle", { class: kind, cx: `${at}%`, cy: y, r: 2.5 })];
  const reach = kind === "mean" ? 5 : 0;
  const ends = { x1: `${at}%`, x2: `${at + width}%`, y1: y - reach, y2: y + reach };
  return [draw("line", { class: kind, ...ends })];
}
