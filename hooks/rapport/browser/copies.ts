/**
 * A copy of the answers that the reader keeps: written to a file, and read back from one.
 * A script of its own, loaded when somebody first asks for it.
 */

import { merge, ofForm } from "./collection.ts";
import { damaged } from "./damaged.ts";
import type { Aside } from "./database.ts";
import type { Page } from "./page.ts";
import type { Copies, Opened } from "./rapport.ts";
import type { Sheet } from "./sheet.ts";

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
async function keep(page: Page, inHand?: Sheet): Promise<undefined> {
  const { plan, form, store } = page;
  const isHandedOver = form.role === "answer";
  const sheets = ofForm(await store.all(), plan.id, form.id)
    .filter(({ id }) => !isHandedOver || id === inHand?.id);
  const asides = isHandedOver ? [] : await damaged(page);
  const saved = `${new Date().toISOString().slice(0, 19)}Z`;
  const copy: Copy = { format: 1, saved, sheets, ...(asides.length ? { damaged: asides } : {}) };
  const file = new Blob([JSON.stringify(copy, null, 2) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = [plan.id, form.id, saved.slice(0, 10)].filter(Boolean).join("-") + ".json";
  link.click();
  // The browser takes the file up after this turn; without a wait some save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Lets the reader choose a file and brings back what it holds; undefined when none is chosen. */
async function bringBack(page: Page): Promise<Opened | undefined> {
  const input = page.root.querySelector<HTMLInputElement>("input[type=file]")!;
  input.value = "";
  const file = await new Promise<File | undefined>((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
  return file && mergeIn(page, await file.text());
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
  const ours = read as Sheet[];
  const { added, replaced } = merge(await store.all(), ours);
  const changed = [...added, ...replaced];
  for (const sheet of changed) await store.change(sheet.id, () => sheet);
  return changed.length
    ? { key: "imported", values: { n: changed.length } }
    : { key: "import_same", values: {} };
}

const copies: Copies = { keep, bringBack };
Rapport.copies = copies;
