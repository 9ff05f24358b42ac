/**
 * What becomes of the answers as a whole: a copy kept and brought back, a shared computer, starting
 * again, and clearing. A script of its own, loaded when somebody first asks for any of it.
 */

import { beginAnew } from "./anew.ts";
import { merge } from "./collection.ts";
import { confirm } from "./confirm.ts";
import { damaged } from "./damaged.ts";
import type { Aside } from "./database.ts";
import type { Desk } from "./desk.ts";
import { download } from "./download.ts";
import type { Page } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** What to tell the reader after a copy was opened. */
interface Opened {
  key: string;
  values: Record<string, string | number>;
}

/** What the file holds. `damaged` are records that could not be read, as they were found. */
interface Copy {
  format: 1;
  saved: string;
  sheets: Sheet[];
  damaged?: Aside[];
}

/**
 * Saves every sheet of this form as one readable JSON file. Whoever answers for somebody else to
 * read hands the file over, so there it holds only the sheet in hand.
 */
async function keep(desk: Desk): Promise<void> {
  const { page, sheet: inHand } = desk;
  const { plan, form } = page;
  const isHandedOver = form.role === "answer";
  const sheets = (await desk.ours()).filter(({ id }) => !isHandedOver || id === inHand?.id);
  const asides = isHandedOver ? [] : await damaged(page);
  const saved = `${new Date().toISOString().slice(0, 19)}Z`;
  const copy: Copy = { format: 1, saved, sheets, ...(asides.length ? { damaged: asides } : {}) };
  download([plan.id, form.id, saved.slice(0, 10)].filter(Boolean).join("-") + ".json", copy);
}

/** Lets the reader choose a file, and brings back what it holds. */
async function bringBack(desk: Desk): Promise<void> {
  const input = desk.page.root.querySelector<HTMLInputElement>("input[type=file]")!;
  input.value = "";
  const file = await new Promise<File | undefined>((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
  if (!file) return;
  const { key, values } = await mergeIn(desk.page, await file.text());
  await desk.reload();
  desk.page.root.dispatchEvent(new Event("imported"));
  desk.announce(key, values);
}

/** Merges the sheets of a copy's text into the store: the later change of a sheet wins. */
async function mergeIn({ plan, form, store, say }: Page, text: string): Promise<Opened> {
  const refused = (reason: string): Opened => ({
    key: "import_bad",
    values: { reason: say(reason) },
  });
  let content: { sheets?: unknown } | null;
  try {
    content = JSON.parse(text);
  } catch {
    return refused("import_not_json");
  }
  if (!Array.isArray(content?.sheets)) return refused("import_not_json");
  const mine = content.sheets.filter((record) =>
    record?.assessment === plan.id && (record.form ?? "") === form.id
  );
  if (mine.length === 0) return refused("import_other");
  const read = mine.map((record) => Rapport.readSheet(record));
  const damage = read.flatMap((sheet) => "damaged" in sheet ? sheet.damaged : []);
  if (damage.length) return refused(damage[0] === "newer" ? "import_newer" : "import_damaged");
  const sheets = await store.all();
  const origins = new Map(sheets.map(({ id, origin }) => [id, origin]));
  // What somebody else answered does not become the reader's own because a file says so.
  const isAsHere = ({ id, origin }: Sheet) => (origins.get(id) ?? origin) === origin;
  const ours = (read as Sheet[]).filter(isAsHere);
  const { added, replaced } = merge(sheets, ours);
  const changed = [...added, ...replaced];
  for (const sheet of changed) await store.change(sheet.id, () => sheet);
  if (ours.length < read.length) return { key: "import_not_own", values: {} };
  return changed.length
    ? { key: "imported", values: { n: changed.length } }
    : { key: "import_same", values: {} };
}

async function startAgain(desk: Desk): Promise<void> {
  if (Object.keys(desk.sheet?.answers ?? {}).length > 0) {
    if (!await confirm(desk.page, "start_again")) return;
    await beginAnew(desk);
  }
  desk.toAnswers();
}

/** Deletes what this page holds; of a questionnaire about customers, what it holds of this one. */
async function clear(desk: Desk): Promise<void> {
  const { page, earlier, subject } = desk;
  if (!await confirm(page, earlier ? "clear_all" : "clear", earlier)) return;
  const ids = [...await desk.ours(subject), ...await damaged(page)].map(({ id }) => id);
  const isDone = await page.store.remove(ids);
  await desk.reload();
  desk.toAnswers();
  desk.announce(isDone ? "cleared" : "not_cleared");
}

async function share(desk: Desk, isOn: boolean): Promise<void> {
  const ids = (await desk.ours()).map(({ id }) => id);
  const isDone = await desk.page.store.share(isOn, ids);
  await desk.reload();
  if (!isDone) desk.announce("not_moved");
}

Object.assign(Rapport.actions, {
  "keep": keep,
  "import": bringBack,
  "start-again": startAgain,
  "clear": clear,
  "share-computer": (desk: Desk) => share(desk, true),
  "unshare-computer": (desk: Desk) => share(desk, false),
});
