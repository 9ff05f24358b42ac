/** One questionnaire in the notebook: its name, and its threads, each drawn when it is opened. */

import { type Content, make } from "../dom.ts";
import type { Overview } from "../page.ts";
import { siteAddress } from "../scripts.ts";
import { momentOf } from "../sheet.ts";
import { day } from "../words.ts";
import { planOf } from "./plans.ts";
import { threadContent } from "./thread.ts";
import { type Book, keyOf, nameOf, type Thread } from "./threads.ts";

/** The part of the page about one questionnaire; `open` has the keys of the threads in it. */
export function bookPart(overview: Overview, book: Book, open: Set<string>): HTMLElement {
  const { say } = overview;
  const title = book.path ? make("a", { href: siteAddress(book.path) }, book.title) : book.title;
  const save = make(
    "button",
    { "type": "button", "class": "link", "data-action": "save-table", "data-book": keyOf(book) },
    say("notebook_csv"),
  );
  save.setAttribute("aria-label", say("notebook_csv_what", { title: book.title }));
  return make(
    "section",
    { class: "book" },
    make("h2", {}, title),
    ...book.path ? [] : [make("p", { class: "quiet" }, say("notebook_gone"))],
    ...book.threads.map((thread) => threadPart(overview, book, thread, open)),
    make("p", { class: "links" }, save),
  );
}

function threadPart(
  overview: Overview,
  book: Book,
  thread: Thread,
  open: Set<string>,
): HTMLElement {
  const part = make(
    "details",
    { "class": "thread", "data-thread": thread.key },
    make("summary", {}, ...heading(overview, book, thread)),
  ) as HTMLDetailsElement;
  let isDrawn = false;
  part.addEventListener("toggle", () => {
    if (part.open) open.add(thread.key);
    else open.delete(thread.key);
    if (part.open && !isDrawn) {
      isDrawn = true;
      void drawThread(overview, book, thread, part);
    }
  });
  part.open = open.has(thread.key);
  return part;
}

function heading(overview: Overview, book: Book, thread: Thread): Content[] {
  const { say, language } = overview;
  const name = nameOf(say, book, thread);
  const date = day(momentOf(thread.sheets.at(-1)!), language);
  const facts = say("notebook_thread", { n: thread.sheets.length, date });
  const small = make("small", {}, facts);
  return name ? [make("h3", {}, name), " ", small] : [make("h3", {}, small)];
}

async function drawThread(
  overview: Overview,
  book: Book,
  thread: Thread,
  part: HTMLElement,
): Promise<void> {
  const { say, language } = overview;
  const content = make("div", { class: "content" });
  part.append(content);
  try {
    const ground = { say, language, book, thread, ...await planOf(book) };
    content.append(...naming(overview, book, thread), ...threadContent(ground));
  } catch {
    // What was answered can be read without the questions of today.
    const ground = { say, language, book, thread };
    content.append(make("p", {}, say("plan_missing")), ...threadContent(ground));
  }
}

/** The button that gives a customer another name. */
function naming({ say }: Overview, { entry }: Book, { subject, key }: Thread): HTMLElement[] {
  if (!subject && (!entry || entry.subject === "none")) return [];
  const words = say(subject ? "notebook_rename" : "notebook_name");
  const button = make(
    "button",
    { "type": "button", "class": "link", "data-action": "rename", "data-of": key },
    words,
  );
  if (subject) button.setAttribute("aria-label", say("notebook_rename_what", { name: subject }));
  return [make("div", { class: "links" }, button)];
}
