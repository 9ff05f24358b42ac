/** What became of a reader's answers over time (`history.ts`), and how it is listed (`threads.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import {
  aged,
  asSeen,
  changes,
  courses,
  finished,
  inCommon,
} from "../../hooks/rapport/browser/notebook/history.ts";
import { about, books, nameOf, received } from "../../hooks/rapport/browser/notebook/threads.ts";
import type { Answer, Plan, Question } from "../../hooks/rapport/browser/plan.ts";
import { momentOf, type Sheet } from "../../hooks/rapport/browser/sheet.ts";
import * as arbitraries from "./arbitraries.ts";
import { CONTENTS, FORM, PLAN, version } from "./notebook_cases.ts";
import { formOf, planOf, question, sheetOf, steps } from "./questionnaire.ts";

const said = (before: Sheet, after: Sheet) =>
  changes(before, after, FORM).map(({ question, was, now }) => `${question}: ${was} → ${now}`);

Deno.test("An answer that changed is told in the words that were chosen.", () => {
  equal(said(version(1, { a1: 2, a2: 3 }), version(9, { a1: 4, a2: 3 })), [
    "a1: Some of the time → Most of the time",
  ]);
});

Deno.test("The furthest moved comes first, and ties stand in the order of the questionnaire.", () => {
  const [before, after] = [
    version(1, { a1: 3, a2: 1, b1: 3 }),
    version(9, { b1: 4, a1: 2, a2: 5 }),
  ];
  equal(said(before, after).map((each) => each.slice(0, 2)), ["a2", "a1", "b1"]);
});

Deno.test("Whether a question came up is a change like another.", () => {
  equal(said(version(1, { a1: 4 }), version(9, { a1: null })), [
    "a1: Most of the time → Did not come up",
  ]);
});

/** Pairs of versions between which no answer can be said to have changed. */
const NO_CHANGE: Record<string, [Sheet, Sheet]> = {
  "an answer is new": [version(1, {}), version(9, { a1: 4 })],
  "an answer was taken back": [version(1, { a1: 4 }), version(9, {})],
  "the question is another by now": [
    version(1, { a1: 2 }),
    reshaped(version(9, { a1: 4 }), "a1", "six"),
  ],
  "only the label was mended": [
    version(1, { a1: 4 }),
    relabelled(version(9, { a1: 4 }), "a1", "Mostly"),
  ],
  "the words were not kept": [{ ...version(1, { a1: 2 }), seen: {} }, version(9, { a1: 4 })],
};

function reshaped(sheet: Sheet, id: string, shape: string): Sheet {
  return { ...sheet, seen: { ...sheet.seen, [id]: { ...sheet.seen[id]!, shape } } };
}

function relabelled(sheet: Sheet, id: string, label: string): Sheet {
  return { ...sheet, seen: { ...sheet.seen, [id]: { ...sheet.seen[id]!, label } } };
}

for (const [what, [before, after]] of Object.entries(NO_CHANGE)) {
  Deno.test(`No answer is said to have changed where ${what}.`, () => {
    equal(said(before, after), []);
  });
}

Deno.test("Answers of a questionnaire that has gone are compared by what was seen.", () => {
  const found = changes(version(1, { a1: 2 }), version(9, { a1: 4 }));
  equal(found, [{
    question: "a1",
    ask: "How about a1?",
    was: "Some of the time",
    now: "Most of the time",
  }]);
});

Deno.test("A text and the order of a list are no changes of mind.", () => {
  const questions = [
    question("t", { type: "text", options: [] }),
    question("l", { type: "checklist", options: steps().map((o) => ({ ...o, value: o.label })) }),
  ];
  const plan = planOf(questions);
  const sheet = (text: string, list: Answer) =>
    sheetOf(plan, formOf(questions), [[questions[0]!, text], [questions[1]!, list]]);
  const before = sheet("One", { Never: "seen", Always: "not-seen" });
  equal(
    changes(before, sheet("Two", { Always: "not-seen", Never: "seen" }), formOf(questions)),
    [],
  );
  equal(
    changes(before, sheet("One", { Never: "not-seen" }), formOf(questions))
      .map(({ was, now }) => [was, now]),
    [["Never", ""]],
  );
});

/** A part's scores, and what is said of its last two versions. */
function course(versions: Sheet[], plan: Plan = PLAN) {
  const [first] = courses(plan, plan.forms[0]!, versions);
  return [first!.scores.map(({ score }) => score), first!.comparison];
}

const four = (...values: Answer[]) =>
  Object.fromEntries(values.map((value, place) => [`a${place + 1}`, value]));

Deno.test("A part moved when chance does not easily move it so far.", () => {
  // 1.645 · 19.5 / √4 · √2 = 22.68 points.
  equal(course([version(1, four(3, 3, 3, 3)), version(9, four(4, 4, 4, 4))]), [
    [50, 75],
    { before: 50, after: 75, questions: 4, hasMoved: true },
  ]);
  equal(course([version(1, four(3, 3, 3, 3)), version(9, four(4, 4, 4, 3))]), [
    [50, 68.75],
    { before: 50, after: 68.75, questions: 4, hasMoved: false },
  ]);
});

Deno.test("Only questions that both versions answer are compared.", () => {
  equal(course([version(1, four(3, 3, 3, 1)), version(9, four(4, 4, 4, null))]), [
    [37.5, 75],
    { before: 50, after: 75, questions: 3, hasMoved: false },
  ]);
});

Deno.test("With too few questions in common nothing is compared.", () => {
  equal(
    course([version(1, four(3, 3, 3, null)), version(9, four(null, null, 4, 4))])[1],
    undefined,
  );
});

Deno.test("A question that has changed since counts in neither version.", () => {
  const after = reshaped(version(9, four(4, 4, 4, 4)), "a1", "old");
  const before = reshaped(version(1, four(1, 3, 3, 3)), "a1", "old");
  equal(course([before, after]), [
    [50, 75],
    { before: 50, after: 75, questions: 3, hasMoved: false },
  ]);
  equal(inCommon(before, after, FORM), 3);
});

Deno.test("Of many versions the last two are compared, and a gap stays a gap.", () => {
  const versions = [
    version(1, four(1, 1, 1, 1)),
    version(2, four(3)),
    version(3, four(5, 5, 5, 5)),
  ];
  equal(course(versions), [[0, null, 100], undefined]);
});

Deno.test("One version is compared with nothing.", () => {
  equal(course([version(1, four(3, 3, 3, 3))]), [[50], undefined]);
  equal(courses(PLAN, FORM, []), []);
});

Deno.test("Whoever answers for somebody else to read gets no score of it.", () => {
  equal(courses(PLAN, { ...FORM, role: "answer" }, [version(1, four(3, 3, 3, 3))]), []);
});

Deno.test("A history is about the versions that were finished and say something.", () => {
  const { finished: _, ...begun } = version(2, { a1: 1 });
  equal(finished([version(1, { a1: 1 }), begun, version(3, {})]).length, 1);
});

Deno.test("Versions stand in the order of the days that are shown, not as they were begun.", () => {
  const [long, short, again] = [
    version(1, { a1: 1 }, { finished: "2026-03-09T12:00:00Z" }),
    version(2, { a1: 2 }, { finished: "2026-03-05T12:00:00Z" }),
    version(3, { a1: 3 }, { finished: "2026-03-09T12:00:00Z" }),
  ];
  for (const sheets of [[long, short, again], [again, long, short]]) {
    equal(finished(sheets), [short, long, again]);
    equal(books(sheets, CONTENTS)[0]!.threads[0]!.sheets, [short, long, again]);
  }
});

Deno.test("What has changed and what has gone can still be read.", () => {
  const old = { ask: "What was that?", label: "This", shape: "x" };
  const sheet = version(1, four(3, 3));
  const aging = {
    ...reshaped(sheet, "a1", "old"),
    answers: { ...sheet.answers, gone: 2, constructor: 1 },
  };
  const before = { ...aging, seen: { ...aging.seen, gone: old } };
  const found = aged(before, FORM);
  equal(found.changed.map(({ question, label }) => [question, label]), [["a1", "About half"]]);
  equal(found.retired, [{ question: "gone", value: 2, ...old }]);
  equal(asSeen(before).map(({ question }) => question), ["a1", "a2", "gone"]);
});

Deno.test("The same answers twice are never a change, whatever the questionnaire.", () => {
  fc.assert(fc.property(arbitraries.questionnaire, (all) => {
    const questions = all.map(([question]) => question);
    const plan = planOf(questions);
    const form = plan.forms[0]!;
    const sheet = sheetOf(plan, form, arbitraries.given(all));
    equal(changes(sheet, sheet, form), []);
    for (const { comparison } of courses(plan, form, [sheet, sheet])) {
      ok(!comparison || (!comparison.hasMoved && comparison.before === comparison.after));
    }
  }));
});

Deno.test("Back and forth is the same way: what was becomes what is, and moves as far.", () => {
  const pairs = fc.array(
    fc.tuple(...Array<fc.Arbitrary<number>>(4).fill(fc.integer({ min: 1, max: 5 }))),
    {
      minLength: 2,
      maxLength: 2,
    },
  );
  fc.assert(fc.property(pairs, ([one, two]) => {
    const [a, b] = [version(1, four(...one!)), version(2, four(...two!))];
    const [there, back] = [courses(PLAN, FORM, [a, b]), courses(PLAN, FORM, [b, a])];
    equal(there[0]!.comparison!.hasMoved, back[0]!.comparison!.hasMoved);
    equal(changes(a, b, FORM).length, changes(b, a, FORM).length);
  }));
});

const titles = (sheets: Sheet[]) =>
  books(sheets, CONTENTS).map(({ title, path, threads }) => [
    title,
    path,
    ...threads.map((thread) => `${thread.subject}: ${thread.sheets.map(({ id }) => id).join(" ")}`),
  ]);

const heart = (day: number, more: Partial<Sheet> = {}) => version(day, { a1: 3 }, more);
const team = (day: number, more: Partial<Sheet> = {}) =>
  version(day, { a1: 3 }, { assessment: "marriage", form: "team", ...more });

Deno.test("What was begun last comes first: questionnaires, and customers in them.", () => {
  equal(
    titles([team(1, { subject: "Ann" }), heart(3), team(5, { subject: "Ben" }), heart(2)]),
    [
      ["What would they say?", "assessments/marriage/", "Ben: 000005", "Ann: 000001"],
      ["My heart", "assessments/serving-heart/", ": 000002 000003"],
    ],
  );
});

Deno.test("One customer is one, however the name is written; the last writing stands.", () => {
  equal(titles([team(1, { subject: "ANN " }), team(2, { subject: "Ann" })])[0]!.slice(2), [
    "Ann: 000001 000002",
  ]);
});

Deno.test("What is not on the site any more is listed by its id.", () => {
  equal(titles([heart(1, { assessment: "gone" }), team(2, { form: "left" })]), [
    ["The marriage", "", ": 000002"],
    ["gone", "", ": 000001"],
  ]);
});

Deno.test("What others handed over is counted, and in no thread.", () => {
  const others = [
    team(1, { origin: "received", form: "customer" }),
    team(2, { origin: "received" }),
  ];
  equal(books(others, CONTENTS), []);
  equal(received([...others, heart(3)], CONTENTS), [{
    assessment: "marriage",
    title: "The marriage",
    path: "assessments/marriage/gap/",
    ids: ["000001", "000002"],
  }]);
  equal(received([heart(1, { origin: "received", assessment: "gone" })], CONTENTS)[0]!.path, "");
});

Deno.test("A customer's own answers are found in every questionnaire.", () => {
  const sheets = [
    team(1, { subject: "Ann" }),
    heart(2, { subject: " ann" }),
    team(3, { subject: "Anna" }),
    team(4, { subject: "Ann", origin: "received" }),
  ];
  equal(about(sheets, "ANN").map(({ id }) => id), ["000001", "000002"]);
});

Deno.test("Nobody is named where nobody could be in mind.", () => {
  const say = (key: string) => key;
  const names = (sheets: Sheet[]) =>
    books(sheets, CONTENTS).flatMap((book) => book.threads.map((each) => nameOf(say, book, each)));
  equal(names([heart(1)]), [""]);
  equal(names([team(1), team(2, { subject: "Ann" })]), ["Ann", "notebook_nobody"]);
});

Deno.test("A version stands for the day on which it was finished, or begun.", () => {
  const { finished: _, ...begun } = heart(3);
  equal([momentOf(heart(2)), momentOf(begun)], ["2026-03-02T12:00:00Z", "2026-03-03T12:00:00Z"]);
});

Deno.test("Old questions of any shape are told and never thrown over.", () => {
  const odd: [string, Question][] = ["constructor", "__proto__"].map((id) => [id, question(id)]);
  const plan = planOf(odd.map(([, each]) => each));
  const sheet = sheetOf(plan, plan.forms[0]!, odd.map(([, each]) => [each, 2]));
  equal(aged(sheet, FORM).retired.map(({ question }) => question), ["constructor", "__proto__"]);
});
