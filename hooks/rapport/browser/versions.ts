/**
 * Which version is in hand: the newest, an earlier one that somebody asked for, or one that came by a
 * link and is only looked at.
 */

import type { Desk } from "./desk.ts";
import { fill, find, show } from "./dom.ts";
import { momentOf, type Sheet } from "./sheet.ts";
import { day } from "./words.ts";

/** Leads to one stored sheet, by its mark: to its result, or to its questions. */
const ADDRESS = /^#(sheet|continue)=(\w{6})$/;

/** Opens the sheet that the address names, and says instead what is then to be seen. */
export async function follow(desk: Desk): Promise<void> {
  const [, what, id] = ADDRESS.exec(location.hash) ?? [];
  if (!id) return;
  const isResult = await openSheet(desk, id) && what === "sheet";
  const rest = location.pathname + location.search;
  history.replaceState(history.state, "", rest + (isResult ? "#result" : ""));
}

/** Puts a stored sheet in hand, until the reader turns elsewhere; false where it is not here. */
export async function openSheet(desk: Desk, id: string): Promise<boolean> {
  const sheet = (await desk.ours()).find((each) => each.id === id);
  if (sheet) await putInHand(desk, sheet);
  return sheet !== undefined;
}

/** Puts a sheet from elsewhere in hand without keeping it, until the reader turns elsewhere. */
export function look(desk: Desk, sheet: Sheet): Promise<void> {
  return putInHand(desk, sheet, sheet);
}

function putInHand(desk: Desk, sheet: Sheet, guest?: Sheet): Promise<void> {
  const isAbout = desk.page.plan.subject !== "none";
  return desk.about(isAbout ? sheet.subject ?? "" : desk.subject, sheet.id, guest);
}

/** Says so when another version than the newest here is in hand: what is changed is changed there. */
export function showVersion({ page, sheet, guest }: Desk, newest: Sheet | undefined): void {
  const { root, language, say } = page;
  // A guest may be a later state of the newest here, under the same mark.
  show(find(root, "[data-version]"), guest !== undefined || sheet?.id !== newest?.id);
  const date = sheet ? day(momentOf(sheet), language) : "";
  fill(root, "[data-version-words]", say(guest ? "looking" : "version", { date }));
  root.toggleAttribute("data-guest", guest !== undefined);
}
