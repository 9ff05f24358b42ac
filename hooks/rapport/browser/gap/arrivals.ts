/**
 * What a comparison's page says of answers on their way: where others can give them, what became of
 * each piece that came, and what is here, by its mark and day alone.
 */

import { copyFrom } from "../clipboard.ts";
import { all, fill, find, make, show } from "../dom.ts";
import type { Line, Received } from "./incoming.ts";
import type { Page } from "../page.ts";
import { day } from "../words.ts";

/** What was done with one thing, in words. */
export type Report = readonly [fate: string, words: string];

/** What a sheet is called without showing it. */
function nameOf({ plan, say }: Page, { id, changed }: Received): string {
  return say("gap_sheet", { mark: id, date: day(changed, plan.language) });
}

/** What became of one piece. */
export function wordLine(page: Page, line: Line): string {
  const { say } = page;
  if (line.fate === "refused") {
    return say("gap_refused", { reason: say(`gap_why_${line.reason}`) });
  }
  const { sheet, people } = line;
  const what = sheet.merged ? say("gap_merged", { n: people }) : nameOf(page, sheet);
  return say(`gap_${line.fate}`, { what });
}

/** Shows what was done, a line each, in place of what was said before. */
export function showReports({ root }: Page, lines: readonly Report[]): void {
  find(root, "[data-lines]")!.replaceChildren(
    ...lines.map(([fate, words]) => make("li", { "data-fate": fate }, make("span", {}, words))),
  );
}

/** Lists what has come, the newest first; a batch is one entry, and goes as one. */
export function showReceived(page: Page, received: readonly Received[]): void {
  const place = find(page.root, "[data-received]")!;
  const groups = new Map<string, Received[]>();
  for (const sheet of received) {
    const key = sheet.merged ?? sheet.id;
    groups.set(key, [...groups.get(key) ?? [], sheet]);
  }
  const sorted = [...groups.values()].sort((a, b) => a[0]!.changed < b[0]!.changed ? 1 : -1);
  find(place, "ul")!.replaceChildren(...sorted.map((group) => entry(page, group)));
  show(place, sorted.length > 0);
}

function entry(page: Page, group: readonly Received[]): HTMLElement {
  const { say } = page;
  const [sheet] = group;
  const merged = sheet!.merged ? [say("gap_merged", { n: group.length })] : [];
  const what = [...merged, nameOf(page, sheet!)].join(", ");
  const attributes = {
    "type": "button",
    "class": "link",
    "data-action": "remove",
    "data-ids": group.map(({ id }) => id).join(" "),
    "aria-label": say("gap_remove_what", { what }),
  };
  const button = make("button", attributes, say("gap_remove"));
  return make("li", {}, make("span", {}, what), " ", button);
}

/**
 * Shows the address of their page. One that starts with `file:` is of no use to anybody else, and a
 * browser opens such a file instead of saving it: then it says where the file to send lies.
 */
export function showAddress({ root }: Page): void {
  const place = find(root, "[data-address]")!;
  const { href, protocol } = new URL(place.dataset.address!, location.href);
  place.textContent = href;
  const isFile = protocol === "file:";
  for (const part of all(root, "[data-by-address]")) show(part, !isFile);
  show(find(root, "[data-by-file]"), isFile);
}

/** Copies the address of their page. */
export async function copyAddress({ root, say }: Page): Promise<void> {
  const key = await copyFrom(find(root, "[data-address]")!) ? "gap_copied" : "gap_selected";
  fill(root, "[data-copied]", say(key));
}
