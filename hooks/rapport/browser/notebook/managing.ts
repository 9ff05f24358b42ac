/**
 * What the notebook's buttons do; what is lost by it is asked about once. A script of its own,
 * loaded with the first button: most visits only read.
 */

import { confirm } from "../confirm.ts";
import { downloadText } from "../download.ts";
import { bringBack } from "../keeping/bringing.ts";
import { leaveNothing } from "../keeping/leaving.ts";
import { saveCopy, saveDamaged } from "../keeping/saving.ts";
import { momentOf } from "../sheet.ts";
import { day } from "../words.ts";
import { csv } from "./csv.ts";
import type { Notebook } from "./notebook.ts";
import { planOf } from "./plans.ts";
import { askForName, withName } from "./renaming.ts";
import { type Book, inTime, keyOf, nameOf, type Thread } from "./threads.ts";

type Action = (notebook: Notebook, button: HTMLElement) => unknown;

const ACTIONS: Record<string, Action> = {
  "print": () => print(),
  "keep": async (notebook) => {
    await saveCopy(notebook.overview);
    notebook.announce(notebook.overview.say("copy_saved"));
  },
  "save-damaged": ({ overview }) => saveDamaged(overview),
  "import": bring,
  "save-table": saveTable,
  "rename": (notebook, button) => {
    const found = threadOf(notebook, button.dataset.of!);
    if (found) askForName(notebook, button, found.thread);
  },
  "delete-version": deleteVersion,
  "delete-received": deleteReceived,
  "delete-all": deleteAll,
  "leave-nothing": leave,
  "unshare-computer": unshare,
};

Rapport.manage = (notebook, button) => ACTIONS[button.dataset.action!]?.(notebook, button);

function threadOf({ books }: Notebook, key: string): { book: Book; thread: Thread } | undefined {
  const all = books.flatMap((book) => book.threads.map((thread) => ({ book, thread })));
  return all.find(({ thread }) => thread.key === key);
}

async function bring(notebook: Notebook): Promise<void> {
  const said = await bringBack(notebook.overview);
  if (!said) return;
  await notebook.reload();
  notebook.announce(notebook.overview.say(said.key, said.values));
}

async function saveTable(notebook: Notebook, button: HTMLElement): Promise<void> {
  const book = notebook.books.find((each) => keyOf(each) === button.dataset.book);
  if (!book) return; // Another tab has deleted it meanwhile.
  // Without the questions of today the table has no scores, and every answer.
  const { plan, form } = await planOf(book).catch(() => ({ plan: undefined, form: undefined }));
  const sheets = inTime(book.threads.flatMap((thread) => thread.sheets));
  const name = [book.assessment, book.form].filter(Boolean).join("-");
  downloadText(`${name}.csv`, csv(sheets, plan, form), "text/csv;charset=utf-8");
}

async function deleteVersion(notebook: Notebook, button: HTMLElement): Promise<void> {
  const { overview } = notebook;
  const { say, language, store } = overview;
  const { id = "" } = button.dataset;
  const key = button.closest<HTMLElement>("[data-thread]")!.dataset.thread!;
  const found = threadOf(notebook, key);
  const sheet = found?.thread.sheets.find((each) => each.id === id);
  if (!found || !sheet) return;
  const date = day(momentOf(sheet), language);
  const asked = withName(say, nameOf(say, found.book, found.thread));
  const values = { date, title: found.book.title };
  const words = (key: string) => asked(key, values);
  const what = found.thread.subject ? "version_about" : "version";
  if (!await confirm({ ...overview, say: words }, what)) return;
  const isDone = await store.remove([id]);
  await notebook.reload();
  notebook.announce(say(isDone ? "notebook_deleted" : "not_cleared"), notebook.lineOf(key));
}

async function deleteReceived(notebook: Notebook, button: HTMLElement): Promise<void> {
  const { overview } = notebook;
  const { say, store } = overview;
  const ids = (await store.all())
    .filter(({ origin, assessment }) => origin === "received" && assessment === button.dataset.of)
    .map((each) => each.id);
  if (!await confirm(overview, "received", ids.length)) return;
  const isDone = await store.remove(ids);
  await notebook.reload();
  notebook.announce(say(isDone ? "notebook_removed" : "not_cleared"));
}

/** Everything of this site: also what is damaged, and what a later version has written. */
async function deleteAll(notebook: Notebook): Promise<void> {
  const { overview } = notebook;
  if (!await confirm(overview, "delete_all", notebook.sheets.length)) return;
  const isDone = await overview.store.clear();
  await notebook.reload();
  notebook.announce(overview.say(isDone ? "notebook_all_deleted" : "not_cleared"));
}

/** For whoever shares this computer: what this visit brought goes, and the page with it. */
async function leave(notebook: Notebook): Promise<void> {
  const { overview, sheets } = notebook;
  const all = () => overview.store.clear();
  const isDone = await leaveNothing(overview, "delete_all", sheets.length, all);
  if (!isDone) notebook.announce(overview.say("not_cleared"));
}

async function unshare(notebook: Notebook): Promise<void> {
  const isDone = await notebook.overview.store.share(false);
  await notebook.reload();
  if (!isDone) notebook.announce(notebook.overview.say("not_moved"));
}
