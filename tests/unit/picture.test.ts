/** From figures to marks (`picture.ts`); how they are drawn is seen in a browser. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { type Figures, type Mark, marks } from "../../hooks/rapport/browser/picture.ts";

const NOTHING: Figures = { points: [], score: null, low: null, high: null, steps: [] };

/** The marks of one kind. */
function only(kind: Mark["kind"], figures: Partial<Figures>): Mark[] {
  return marks({ ...NOTHING, ...figures }).filter((mark) => mark.kind === kind);
}

const shifts = (points: number[]) => only("dot", { points }).map(({ shift }) => shift);

Deno.test("Ticks stand where the scale's steps stand, evenly or not.", () => {
  const steps = [0, 10, 100].map((at) => ({ label: `${at}`, at }));
  equal(only("step", { steps }).map(({ at }) => at), [0, 10, 100]);
});

Deno.test("Without a scale in common the ticks are the ends and the middle.", () => {
  equal(only("step", {}).map(({ at }) => at), [0, 50, 100]);
});

Deno.test("Without a score there is no mean, and without a range no band.", () => {
  equal(marks(NOTHING).map(({ kind }) => kind), ["step", "step", "step"]);
  equal(only("mean", { score: 40, points: [30, 50] }), [{ kind: "mean", at: 40 }]);
  equal(only("band", { score: 40, low: 30, high: 55 }), [{ kind: "band", at: 30, width: 25 }]);
});

Deno.test("One answer is its own mean, and stands alone.", () => {
  equal(only("mean", { score: 40, points: [40] }), []);
});

Deno.test("What matters most lies on top: the answers over the mean over the range.", () => {
  const row = marks({ ...NOTHING, points: [50, 50], score: 50, low: 40, high: 60 });
  equal(row.slice(3).map(({ kind }) => kind), ["band", "mean", "dot", "dot"]);
});

Deno.test("Answers that are the same stand side by side around their place.", () => {
  equal(shifts([50]), [0]);
  equal(shifts([75, 25, 75]), [0, -6, 6]);
  equal(shifts([50, 50, 50]), [-12, 0, 12]);
});

Deno.test("Answers that are the same but for the last bits stand side by side too.", () => {
  const [third, other] = [100 * (1 / 3), 100 * (1 - 2 / 3)];
  ok(third !== other);
  equal(shifts([third, other]), [-6, 6]);
});

Deno.test("Each answer is one dot, and no two lie on each other.", () => {
  const scores = fc.array(fc.constantFrom(0, 25, 100 / 3, 100 * (1 / 3), 50, 100));
  fc.assert(fc.property(scores, (points) => {
    const dots = only("dot", { points });
    equal(dots.map(({ at }) => at), [...points].sort((a, b) => a - b));
    equal(new Set(dots.map(({ at, shift }) => `${at.toFixed(6)} ${shift}`)).size, dots.length);
  }));
});
