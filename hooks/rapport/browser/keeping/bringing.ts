/**
 * Brings a copy back: lets the reader choose a file, says what it would change here, asks once, and
 * does it. Any page can, that has the input for a file and the dialog.
 */

import { ask } from "../confirm.ts";
import {
  type Content,
  joined,
  LARGEST_COPY,
  type Preview,
  previewMerge,
  readCopy,
  type Refused,
  type Unreadable,
} from "../copy.ts";
import { find } from "../dom.ts";
import type { Overview, Page, Place } from "../page.ts";
import type { Sheet } from "../sheet.ts";
import { day } from "../words.ts";

/** What to tell the reader: a key of the words, and what to fill in. */
export interface Said {
  key: string;
  values: Record<string, string | number>;
}

/** How many of those that are not taken are named one by one. */
const NAMED = 5;

/** Brings a copy back; gives what to tell, or nothing where the reader turned away. */
export async function bringBack(place: Place): Promise<Said | undefined> {
  const file = await chosen(find<HTMLInputElement>(place.root, "input[type=file]")!);
  if (!file) return undefined;
  const content = await read(file);
  if ("unreadable" in content) return refusal(place, `file_${content.unreadable}`);
  const preview = previewMerge(await place.store.all(), content.sheets);
  preview.refused.push(...content.refused);
  const news = [...preview.added, ...preview.newer];
  if (news.length === 0) return nothingNew(place, preview);
  const { say, root } = place;
  const isWanted = await ask(root, {
    lines: [...origin(place, content), ...changes(place, preview), say("import_ask")],
    yes: say("import_yes"),
    no: say("import_no"),
  });
  return isWanted ? await take(place, news, preview.refused.length) : undefined;
}

/** The file that the reader chooses in the browser's own dialog. */
function chosen(input: HTMLInputElement): Promise<File | undefined> {
  input.value = ""; // Or the same file, chosen again, would be no change.
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}

async function read(file: File): Promise<Content | { unreadable: Unreadable | "gone" }> {
  if (file.size > LARGEST_COPY) return { unreadable: "large" };
  try {
    return readCopy(await file.text());
  } catch {
    return { unreadable: "gone" }; // Moved or locked since it was chosen.
  }
}

function refusal({ say }: Place, reason: string): Said {
  return { key: "import_bad", values: { reason: say(`import_${reason}`) } };
}

/** The words for a file that changes nothing: all is here, or nothing can be taken. */
function nothingNew(place: Place, { same, older, refused }: Preview): Said {
  const known = same.length + older.length;
  if (known === 0) return refusal(place, `all_${refused[0]!.reason}`);
  if (refused.length > 0) return { key: "import_nothing_but", values: { n: refused.length } };
  return { key: older.length ? "import_nothing_older" : "import_nothing", values: {} };
}

/** Where the file comes from, as far as it says. */
function origin({ say, language, store }: Place, { saved, site }: Content): string[] {
  return [
    ...(saved ? [say("import_saved", { date: day(saved, language) })] : []),
    ...(site && site !== store.site ? [say("import_site", { site })] : []),
  ];
}

/** What the file would change, one line a kind. */
function changes(place: Place, preview: Preview): string[] {
  const { say } = place;
  const fates = ["added", "newer", "same", "older"] as const;
  const counts = fates.flatMap((fate) => {
    const n = preview[fate].length;
    return n > 0 ? [say(`import_${fate}`, { n })] : [];
  });
  const { refused } = preview;
  if (refused.length === 0) return counts;
  const rest = refused.length - NAMED;
  return [
    ...counts,
    say("import_refused", { n: refused.length }),
    ...refused.slice(0, NAMED).map((each) => named(place, each)),
    ...(rest > 0 ? [say("import_more", { n: rest })] : []),
  ];
}

function named(place: Place, { reason, assessment, changed }: Refused): string {
  const date = changed && day(changed, place.language);
  const name = [titleOf(place, assessment), date].filter(Boolean).join(", ");
  return place.say("import_one", { name, reason: place.say(`import_why_${reason}`) });
}

/** The title of a questionnaire where the page knows it, and else its id. */
function titleOf(place: Place, id: string): string {
  const { plan, form, contents } = place as Partial<Page & Overview>;
  if (plan?.id === id) return form!.title;
  const entry = contents?.questionnaires.find((each) => each.id === id);
  return entry?.title ?? (id || place.say("import_unnamed"));
}

async function take({ store }: Place, news: readonly Sheet[], left: number): Promise<Said> {
  for (const sheet of news) await store.change(sheet.id, (stored) => joined(stored, sheet));
  const isKept = news.every(({ id }) => store.keptOf(id) !== "nothing");
  const key = isKept ? (left > 0 ? "imported_but" : "imported") : "imported_unkept";
  return { key, values: { n: news.length, left } };
}
