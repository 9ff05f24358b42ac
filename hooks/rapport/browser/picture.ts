/**
 * The picture of a profile: one row a dimension on its scale, with a dot for each answer, the mean
 * as a tick and the range as a soft band. Pure functions from figures to marks; `paint` draws them.
 *
 * Marks sit at shares of the width, so that the row fits any width without scaling its dots.
 */

import { draw } from "./dom.ts";
import type { Step } from "./plan.ts";
import { isSame } from "./score.ts";

/** What a row shows: everything from 0 to 100. */
export interface Figures {
  /** Each answer's score. */
  points: readonly number[];
  score: number | null;
  low: number | null;
  high: number | null;
  /** The scale's steps; none where the answers stand on several scales. */
  steps: readonly Step[];
}

/** A mark: where it stands, in percent, and how far it is shifted, in pixels. */
export interface Mark {
  kind: "step" | "band" | "dot" | "mean" | "before";
  at: number;
  width?: number;
  shift?: number;
}

/** The ticks of a row without a scale of its own: the ends and the middle. */
const TICKS = [0, 50, 100];

/** Pixels from dot to dot where several answers are the same. */
const GAP = 12;

/** Gives the marks of a row, the ones behind first. */
export function marks({ points, score, low, high, steps }: Figures): Mark[] {
  const ticks = steps.length > 0 ? steps.map(({ at }) => at) : TICKS;
  const found: Mark[] = ticks.map((at) => ({ kind: "step", at }));
  if (low !== null && high !== null) found.push({ kind: "band", at: low, width: high - low });
  // One answer is its own mean, and its dot says so.
  if (score !== null && points.length > 1) found.push({ kind: "mean", at: score });
  const sorted = [...points].sort((a, b) => a - b);
  sorted.forEach((at, index) => {
    const first = sorted.findIndex((other) => isSame(other, at));
    const count = sorted.filter((other) => isSame(other, at)).length;
    found.push({ kind: "dot", at, shift: (index - first - (count - 1) / 2) * GAP });
  });
  return found;
}

const HEIGHT = 40;
const MIDDLE = HEIGHT / 2;

/** Draws a row's marks; `label` is what a screen reader hears of it. */
export function paint(row: readonly Mark[], label: string): SVGElement {
  return draw(
    "svg",
    { class: "row", role: "img", "aria-label": label, width: "100%", height: HEIGHT },
    draw("line", { class: "track", x1: "0", x2: "100%", y1: MIDDLE, y2: MIDDLE }),
    ...row.map(paintMark),
  );
}

/** How far a line reaches to either side of the track; how broad it is, the style says. */
const REACH = { step: 5, band: 0, mean: 19, before: 15 };

/** Draws one mark, for a row as `paint` draws it. */
export function paintMark({ kind, at, width = 0, shift = 0 }: Mark): SVGElement {
  if (kind === "dot") {
    const transform = `translate(${shift})`;
    return draw("circle", { class: kind, cx: `${at}%`, cy: MIDDLE, r: 5.5, transform });
  }
  const [y1, y2] = [MIDDLE - REACH[kind], MIDDLE + REACH[kind]];
  return draw("line", { class: kind, x1: `${at}%`, x2: `${at + width}%`, y1, y2 });
}
