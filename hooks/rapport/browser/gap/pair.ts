/**
 * The picture of one question that two sides answered: above on the scale the guess, filled, and the
 * middle of the others as a tick; below it a ring for each of them, or bars where they are many.
 *
 * As in `picture.ts`, marks sit at shares of the width, so that the row fits any width.
 */

import type { Compared } from "./comparison.ts";
import { draw } from "../dom.ts";
import { isSame } from "../score.ts";

/** A mark: where it stands, in percent, and how far below the track, in pixels. */
export interface PairMark {
  kind: "step" | "between" | "person" | "bar" | "count" | "mine" | "middle";
  at: number;
  /** between: where it ends. */
  to?: number;
  down?: number;
  /** bar: how long it is, in pixels; count: how many. */
  size?: number;
}

/** From so many on, a ring for each would be a crowd. */
const MANY = 15;
const TRACK = 16;
/** From the track to the first ring, and from ring to ring. */
const FIRST = 20;
const NEXT = 10;
const LONGEST_BAR = 40;

function others(places: readonly number[], counts: readonly number[], all: number): PairMark[] {
  const most = Math.max(1, ...counts);
  return counts.flatMap((count, index): PairMark[] => {
    const at = places[index]!;
    if (count === 0) return [];
    if (all < MANY) {
      return Array.from({ length: count }, (_, nth) => ({
        kind: "person",
        at,
        down: FIRST + nth * NEXT,
      }));
    }
    const size = LONGEST_BAR * count / most;
    return [
      { kind: "bar", at, down: FIRST - 6, size },
      { kind: "count", at, down: FIRST + 8 + size, size: count },
    ];
  });
}

/** Gives the marks of a question on a scale, the ones behind first. */
export function pairMarks({ places = [], mine, theirs, isApart }: Compared): PairMark[] {
  const found: PairMark[] = places.map((at) => ({ kind: "step", at }));
  const middle = theirs?.middle;
  const own = mine === undefined ? undefined : places[mine]!;
  if (isApart) found.push({ kind: "between", at: own!, to: middle! });
  if (theirs) {
    // Options of equal points stand at one place, and so do those who chose them.
    const standing = [...new Set(places)];
    const counts = standing.map((at) =>
      theirs.counts.reduce((sum, count, index) => isSame(places[index]!, at) ? sum + count : sum, 0)
    );
    found.push(...others(standing, counts, theirs.answered));
  }
  if (own !== undefined) found.push({ kind: "mine", at: own });
  if (middle !== undefined) found.push({ kind: "middle", at: middle });
  return found;
}

/** Draws the marks of a row. The sentence beside it says the same, so it is no picture to hear. */
export function paintPair(marks: readonly PairMark[]): SVGElement {
  const lowest = Math.max(0, ...marks.map(({ down = 0 }) => down));
  return draw(
    "svg",
    { class: "row", "aria-hidden": "true", width: "100%", height: TRACK * 2 + lowest },
    draw("line", { class: "track", x1: "0", x2: "100%", y1: TRACK, y2: TRACK }),
    ...marks.map(shape),
  );
}

function shape({ kind, at, to = at, down = 0, size = 0 }: PairMark): SVGElement {
  const [x, y] = [`${at}%`, TRACK + down];
  switch (kind) {
    case "mine":
      return draw("circle", { class: kind, cx: x, cy: y, r: 8 });
    case "person":
      return draw("circle", { class: kind, cx: x, cy: y, r: 3.6 });
    case "count":
      return draw("text", { class: kind, x, y, "text-anchor": "middle" }, `${size}`);
    case "bar":
      return draw("line", { class: kind, x1: x, x2: x, y1: y, y2: y + size });
    case "between":
      return draw("line", { class: kind, x1: x, x2: `${to}%`, y1: y, y2: y });
    default: {
      const reach = kind === "middle" ? 14 : 5;
      return draw("line", { class: kind, x1: x, x2: x, y1: y - reach, y2: y + reach });
    }
  }
}
