/**
 * The picture of a profile: one row a dimension on its scale, with a dot for each answer, the mean
 * as a tick and the range as a soft band. Pure functions from figures to marks; `paint` draws them.
 *
 * Marks sit at shares of the width, so that the row fits any width without scaling its dots.
 */

import { draw } from "./dom.ts";

/** What a row shows: everything from 0 to 100. */
export interface Figures {
  /** Each answer's score. */
  points: readonly number[];
  score: number | null;
  low: number | null;
  high: number | null;
  /** Where the scale's steps stand. */
  steps: readonly number[];
}

/** A mark: where it stands, in percent, and how far it is shifted, in pixels. */
export interface Mark {
  kind: "step" | "band" | "dot" | "mean";
  at: number;
  width?: number;
  shift?: number;
}

/** Pixels from dot to dot where several answers are the same. */
const GAP = 12;

/** Gives the marks of a row, the ones behind first. */
export function marks({ points, score, low, high, steps }: Figures): Mark[] {
  const found: Mark[] = steps.map((at) => ({ kind: "step", at }));
  if (low !== null && high !== null) found.push({ kind: "band", at: low, width: high - low });
  if (score !== null) found.push({ kind: "mean", at: score });
  const sorted = [...points].sort((a, b) => a - b);
  sorted.forEach((at, index) => {
    const first = sorted.indexOf(at);
    const count = sorted.lastIndexOf(at) - first + 1;
    found.push({ kind: "dot", at, shift: (index - first - (count - 1) / 2) * GAP });
  });
  return found;
}

/** Gives the share of each of `count` steps, from 0 to 100. */
export function evenly(count: number): number[] {
  return Array.from({ length: count }, (_, step) => 100 * step / (count - 1));
}

const HEIGHT = 40;
const MIDDLE = HEIGHT / 2;

/** Draws a row's marks; `label` is what a screen reader hears of it. */
export function paint(row: readonly Mark[], label: string): SVGElement {
  return draw(
    "svg",
    { class: "row", role: "img", "aria-label": label, width: "100%", height: HEIGHT },
    draw("line", { class: "track", x1: "0", x2: "100%", y1: MIDDLE, y2: MIDDLE }),
    ...row.map(shape),
  );
}

function shape({ kind, at, width = 0, shift = 0 }: Mark): SVGElement {
  const x = `${at}%`;
  switch (kind) {
    case "step":
      return draw("line", { class: kind, x1: x, x2: x, y1: MIDDLE - 5, y2: MIDDLE + 5 });
    case "band":
      return draw("rect", { class: kind, x, width: `${width}%`, y: 6, height: 28, rx: 3 });
    case "mean":
      return draw("rect", {
        class: kind,
        x,
        width: 4,
        y: 1,
        height: 38,
        transform: "translate(-2)",
      });
    case "dot":
      return draw("circle", {
        class: kind,
        cx: x,
        cy: MIDDLE,
        r: 5.5,
        transform: `translate(${shift})`,
      });
  }
}
