/** The cards of all questionnaires: doors and progress (`overview/`). */

import { deepStrictEqual as equal } from "node:assert";
import type { Entry } from "../../hooks/rapport/browser/contents.ts";
import {
  arranged,
  doorOf,
  type Fits,
  fitting,
} from "../../hooks/rapport/browser/overview/doors.ts";
import { reached } from "../../hooks/rapport/browser/overview/progress.ts";
import type { Sheet } from "../../hooks/rapport/browser/sheet.ts";
import { answered } from "./questionnaire.ts";

const ALL: { fits: Fits }[] = [{ fits: "brief" }, { fits: "both" }, { fits: "lasting" }];

Deno.test("A door leads to what was made for it and to what fits any.", () => {
  const found = (door?: "brief" | "lasting") =>
    ALL.filter(({ fits }) => fitting(fits, door)).map(({ fits }) => fits);
  equal(found("brief"), ["brief", "both"]);
  equal(found("lasting"), ["both", "lasting"]);
  equal(found(), ["brief", "both", "lasting"]);
});

Deno.test("What was made for a door comes first; without a door the order stays.", () => {
  equal(arranged(ALL, "lasting").map(({ fits }) => fits), ["lasting", "brief", "both"]);
  equal(arranged(ALL), ALL);
});

Deno.test("A remembered word that is no door opens none.", () => {
  equal(["brief", "lasting", "both", "", "constructor"].map(doorOf), [
    "brief",
    "lasting",
    undefined,
    undefined,
    undefined,
  ]);
});

const { sheet: base } = answered([1]);
const ENTRY: Entry = {
  id: base.assessment,
  title: "All",
  version: "1",
  private: true,
  subject: "none",
  forms: [
    { id: "", title: "Mine", countable: 1, path: "all/" },
    { id: "theirs", title: "Theirs", role: "answer", countable: 1, path: "all/theirs/" },
  ],
};

function made(id: string, day: number, more: Partial<Sheet> = {}): Sheet {
  const time = `2026-03-0${day}T12:00:00Z`;
  return { ...base, id, started: time, changed: time, ...more };
}

const BEGUN = made("A", 2);
const FINISHED = made("B", 1, { finished: "2026-03-01T12:00:00Z" });
const EMPTY = made("C", 3, { answers: {}, seen: {} });
const CASES: [string, Sheet[], unknown][] = [
  ["nothing", [], undefined],
  ["an empty sheet", [EMPTY], undefined],
  ["a begun one", [BEGUN], "begun A"],
  ["a finished one", [FINISHED], "result 2026-03-01T12:00:00Z"],
  ["one begun after a finished one", [FINISHED, BEGUN], "begun A"],
  ["an empty one after a finished one", [FINISHED, EMPTY], "result 2026-03-01T12:00:00Z"],
  ["what others gave", [made("D", 1, { origin: "received" })], undefined],
  ["their form, filled in for them", [made("E", 1, { form: "theirs" })], undefined],
  ["another questionnaire", [made("F", 1, { assessment: "other" })], undefined],
];

for (const [name, sheets, expected] of CASES) {
  Deno.test(`A card says of ${name} what it comes to.`, () => {
    const found = reached(ENTRY, sheets);
    const words = found?.state === "begun"
      ? `begun ${found.sheet.id}`
      : found?.state === "result"
      ? `result ${found.finished}`
      : found;
    equal(words, expected);
  });
}

Deno.test("Customers are counted once each, and only where the questionnaire asks for them.", () => {
  const names = ["Ann", " ann ", "Ben", undefined];
  const sheets = names.map((subject, day) =>
    made(`S${day}`, day + 1, subject === undefined ? {} : { subject })
  );
  equal(reached({ ...ENTRY, subject: "optional" }, sheets), { state: "customers", count: 2 });
  equal(reached(ENTRY, sheets)?.state, "begun");
});
