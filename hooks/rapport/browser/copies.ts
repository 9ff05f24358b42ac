/**
 * A copy of the answers that the reader keeps: written to a file, and read back from one.
 * A script of its own, loaded when somebody first asks for it.
 */

import { merge } from "./collection.ts";
import type { Page } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** What the file holds. `damaged` are records that could not be read, as they were found. */
interface Copy {
  format: 1;
  saved: string;
  sheets: Sheet[];
  damaged?: unknown[];
}

/** What to tell the reader after opening a copy. */
export interface Opened {
  key: string;
  values: Record<string, string | number>;
}

/**
 * Saves every sheet of this questionnaire as one readable JSON file. Whoever answers for somebody
 * else to read hands the file over, so there it holds only the sheet in hand.
 */
export async function keepCopy({ plan, form, store }: Page, inHand?: Sheet): Promise<void> {
  const isHandedOver = form.role === "answer";
  const sheets = (await store.all()).filter((sheet) =>
    isHandedOver ? sheet.id === inHand?.id : sheet.assessment === plan.id
  );
  const damaged = isHandedOver ? [] : await store.aside();
  const saved = `${new Date().toISOString().slice(0, 19)}Z`;
  const copy: Copy = { format: 1, saved, sheets, ...(damaged.length ? { damaged } : {}) };
  const file = new Blob([JSON.stringify(copy, null, 2) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${plan.id}-${saved.slice(0, 10)}.json`;
  link.click();
  // The browser takes the file up after this turn; without a wait some save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Lets the reader choose a file and brings back what it holds; undefined when none is chosen. */
export async function openCopy(page: Page): Promise<Opened | undefined> {
  const input = page.root.querySelector<HTMLInputElement>("input[type=file]")!;
  input.value = "";
  const file = await new Promise<File | undefined>((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
  return file && bringBack(page, await file.text());
}

/** Merges the sheets of a copy's text into the store: the later change of a sheet wins. */
async function bringBack({ plan, store, say }: Page, text: string): Promise<Opened> {
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
  const read = content.sheets.map((record) => Rapport.readSheet(record));
  const sheets = read.filter((sheet): sheet is Sheet => !("damaged" in sheet));
  const ours = sheets.filter((sheet) => sheet.assessment === plan.id);
  if (sheets.length < read.length) return refused("import_damaged");
  if (ours.length === 0) return refused("import_other");
  const { added, replaced } = merge(await store.all(), ours);
  const changed = [...added, ...replaced];
  for (const sheet of changed) await store.change(sheet.id, () => sheet);
  return changed.length
    ? { key: "imported", values: { n: changed.length } }
    : { key: "import_same", values: {} };
}

Rapport.copies = { keepCopy, openCopy };
