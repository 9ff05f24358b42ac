/** A result as Markdown (`markdown/report.ts`). */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import {
  inline,
  lines,
  markdown,
  type Report,
} from "../../hooks/rapport/browser/markdown/report.ts";

const HEADINGS = { resolves: "To try", answers: "Answers", written: "Words", earlier: "Earlier" };
const REPORT: Report = {
  title: "Do I listen?",
  facts: "1 March 2026 · 2 of 3 done",
  headline: "Your answers put listening lowest.",
  about: "This is your own view.",
  tables: [{ title: "Parts", head: ["Part", "In words"], rows: [["Listening", "Seldom"]] }],
  resolves: [
    { words: "If a queue is long, then: greet. By 3 March 2026.", isDone: true, note: "Went well" },
    { words: "Breathe. By 4 March 2026.", isDone: false },
  ],
  answers: [["I let them finish.", "Always"]],
  written: [["Why?", "First line\nsecond line\n\n- a new thought"]],
  earlier: [["Gone?", "Yes"]],
};

Deno.test("A result is written as a document that reads well as it is.", () => {
  equal(
    markdown(REPORT, HEADINGS),
    `# Do I listen?

1 March 2026 · 2 of 3 done

**Your answers put listening lowest.**

This is your own view.

## Parts

| Part | In words |
| --- | --- |
| Listening | Seldom |

## To try

- [x] If a queue is long, then: greet. By 3 March 2026.
  Went well
- [ ] Breathe. By 4 March 2026.

## Answers

- I let them finish. **Always**

## Words

Why?

> First line  
> second line  
>
> &#45; a new thought  

## Earlier

- Gone? **Yes**
`,
  );
});

Deno.test("Parts that are empty have no heading.", () => {
  const empty = { tables: [], resolves: [], answers: [], written: [], earlier: [] };
  ok(!markdown({ ...REPORT, ...empty }, HEADINGS).includes("##"));
});

const MARKUP: Record<string, string> = {
  "# heading": "&#35; heading",
  "  - item": "&#45; item",
  "12. item": "12&#46; item",
  "3) item": "3&#41; item",
  "=====": "&#61;====",
  "*bold* _it_ `code`": "&#42;bold&#42; &#95;it&#95; &#96;code&#96;",
  "<b onclick=x>": "&#60;b onclick=x&#62;",
  "[a](b)": "&#91;a&#93;(b)",
  "a | b": "a &#124; b",
  "&lt;": "&#38;lt;",
  "see https://x.org": "see https&#58;//x.org",
  "WWW.x.org": "WWW&#46;x.org",
  "a@b.org": "a&#64;b.org",
  "$x$ ~~y~~ {: .z}": "&#36;x&#36; &#126;&#126;y&#126;&#126; &#123;: .z&#125;",
  "!!! note": "&#33;!! note",
  "Fine - at 10:30, isn't it? (Yes.)": "Fine - at 10:30, isn't it? (Yes.)",
};
for (const [text, written] of Object.entries(MARKUP)) {
  Deno.test(`“${text}” is written so that it stays text.`, () => equal(inline(text), written));
}

Deno.test("Any text is one line in one place, and reads back as it was.", () => {
  const unescaped = (text: string) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const written = lines(text);
      ok(written.every((line) => !/[\n\r\\`*_{}[\]<>|~$@^]|&(?!#\d+;)/.test(line)));
      ok(written.every((line) => !/^\s*(\d*[.)]|[#+=:!?-])/.test(line)));
      const plain = text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/).map((line) =>
        // deno-lint-ignore no-control-regex -- as they are left out
        line.replace(/[\u0000-\u001f\u007f]/g, " ").trim()
      );
      equal(written.map(unescaped), plain);
    }),
  );
});
