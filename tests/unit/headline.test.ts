/** The first sentence of a result (`headline.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { type Headline, headline } from "../../hooks/rapport/browser/headline.ts";
import { dimensionScores, toldApart } from "../../hooks/rapport/browser/score.ts";
import { standing } from "../../hooks/rapport/browser/standing.ts";
import { answered } from "./questionnaire.ts";

/** The scores when dimensions a, b, c… were answered so. */
function scoresOf(...answers: number[][]) {
  const { plan, form, sheet } = answered(...answers);
  return dimensionScores(plan, form, standing(sheet, form));
}

/** Four equal answers, so that a dimension's score is that of the step. */
const four = (step: number) => [step, step, step, step];

const HEADLINES: [string, number[][], Headline][] = [
  ["one dimension", [four(3)], { kind: "few" }],
  ["two close ones", [four(3), [3, 3, 3, 4]], { kind: "close" }],
  ["two far apart", [four(1), four(5)], { kind: "apart", highest: ["b"], lowest: ["a"] }],
  ["one above three", [four(1), four(5), four(1), four(1)], {
    kind: "apart",
    highest: ["b"],
    lowest: [],
  }],
  ["one below two", [four(4), four(1), four(4)], { kind: "apart", highest: [], lowest: ["b"] }],
  ["one between two", [four(3), four(5), four(1)], {
    kind: "apart",
    highest: ["b"],
    lowest: ["c"],
  }],
  // 25 and 75 differ from each other (50 points), neither from 43.75 and 56.25 (under 20.7).
  ["two between, near each end", [[2, 2, 2, 2], [3, 3, 3, 2], [3, 3, 3, 4], [4, 4, 4, 4]], {
    kind: "apart",
    highest: ["d", "c"],
    lowest: ["a", "b"],
  }],
  // 31.25, 50 and 68.75: the outer two differ, the middle one from neither.
  ["one between, near both", [[2, 2, 2, 3], four(3), [4, 4, 4, 3]], {
    kind: "apart",
    highest: ["c"],
    lowest: ["a"],
  }],
  ["two against two", [four(2), four(4), four(2), four(4)], {
    kind: "apart",
    highest: ["b", "d"],
    lowest: ["a", "c"],
  }],
  ["three against three", [four(1), four(1), four(1), four(5), four(5), four(5)], {
    kind: "apart",
    highest: [],
    lowest: ["a", "b", "c"],
  }],
  ["three against four", [four(5), four(5), four(5), four(1), four(1), four(1), four(1)], {
    kind: "apart",
    highest: ["a", "b", "c"],
    lowest: [],
  }],
];

for (const [what, answers, expected] of HEADLINES) {
  Deno.test(`The headline of ${what} is ${JSON.stringify(expected)}.`, () => {
    equal(headline("profile", scoresOf(...answers)), expected);
  });
}

Deno.test("The weakest is named with every other that is not told apart from it.", () => {
  const scores = scoresOf(four(5), [2, 2, 2, 1], four(2), four(4));
  equal(headline("weakest", scores), { kind: "weakest", ids: ["b", "c"], score: 18.75 });
  equal(headline("weakest", scores.slice(0, 1)), { kind: "few" });
});

Deno.test("A mean counts each dimension alike and needs more than half of them.", () => {
  const scores = scoresOf(four(5), [1, 1], four(2));
  equal(headline("mean", scores), { kind: "mean", score: 125 / 3 });
  const blank = scores.map((each, n) => n > 0 ? { ...each, score: null } : each);
  equal(headline("mean", blank), { kind: "few" });
});

Deno.test("A stage and a distribution have no headline of scores.", () => {
  const scores = scoresOf(four(1), four(5));
  equal([headline("stage", scores), headline("distribution", scores)], [
    { kind: "none" },
    { kind: "none" },
  ]);
});

Deno.test("Nobody is told of a highest or a lowest that is not told apart from the other.", () => {
  fc.assert(fc.property(
    fc.array(
      fc.array(fc.integer({ min: 1, max: 5 }), {
        minLength: 3,
        maxLength: 5,
      }),
      { minLength: 2, maxLength: 7 },
    ),
    (answers) => {
      const scores = scoresOf(...answers);
      const said = headline("profile", scores);
      const rising = [...scores].sort((a, b) => a.score! - b.score!);
      const least = rising[0]!;
      // Of equal ones the first in the file: another may have more answers, and differ from more.
      const most = rising.find(({ score }) => score === rising.at(-1)!.score)!;
      equal(said.kind, toldApart(least, most) ? "apart" : "close");
      if (said.kind !== "apart") return;
      ok(said.lowest.length + said.highest.length > 0);
      const of = (id: string) => scores.find((each) => each.id === id)!;
      ok(said.lowest.every((id) => toldApart(of(id), most) && !toldApart(of(id), least)));
      ok(said.highest.every((id) => toldApart(of(id), least) && !toldApart(of(id), most)));
    },
  ));
});
