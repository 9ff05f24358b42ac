/**
 * Answers on their way to somebody else: shown as a code to copy, or, after a conversation in which
 * somebody asked for them, added to the comparison in this browser.
 */

import { beginAnew } from "./anew.ts";
import { copyFrom } from "./clipboard.ts";
import { writeCode } from "./code/code.ts";
import type { Desk } from "./desk.ts";
import { fill, find, show } from "./dom.ts";
import { pack } from "./code/packing.ts";
import type { Page } from "./page.ts";
import { isBegun, type Sheet } from "./sheet.ts";

/** How the page of a comparison sends somebody here who asks in a conversation. */
const ASKED = "#asked";
/** What the address says from then on: unlike the hash, it stays through a result and a reload. */
const ASKING = "?asked";

/** Shows the code of a sheet, and tells whether there is anything that it can hold. */
function showCode({ root, plan, form }: Page, sheet: Sheet | undefined): boolean {
  // Nothing but texts would give a code without answers, which nobody can take in.
  const code = sheet && pack(form, sheet) ? writeCode(plan, form, sheet) : "";
  fill(root, "[data-code]", code);
  show(find(root, "[data-handover]"), code !== "");
  return code !== "";
}

/** Copies the code, or selects it where the browser copies nothing; gives the word for what it did. */
async function copy({ page, sheet }: Desk): Promise<string> {
  if (!showCode(page, sheet)) return "code_empty";
  return await copyFrom(find(page.root, "[data-code]")!) ? "code_copied" : "code_selected";
}

/** Puts an empty sheet in hand where there are answers. */
async function makeRoom(desk: Desk): Promise<void> {
  // The way back to answers led to those that were in hand.
  show(find(desk.page.root, "[data-back]"), false);
  if (isBegun(desk.sheet)) await beginAnew(desk);
}

/** Makes the sheet in hand one that was received, and empties the page for the next conversation. */
async function add(desk: Desk): Promise<void> {
  const { page: { store }, sheet } = desk;
  if (!isBegun(sheet)) return;
  if (store.keptOf(sheet.id) === "nothing") return desk.announce("asked_not_kept");
  await store.change(sheet.id, (stored) => ({ ...stored ?? sheet, origin: "received" }));
  await desk.reload();
  await makeRoom(desk);
  desk.toAnswers();
  desk.announce("asked_added");
}

async function begin({ root }: Page, desk?: Desk): Promise<void> {
  const isNew = location.hash === ASKED;
  if (!desk || !isNew && location.search !== ASKING) return;
  root.dataset.asked = "";
  if (!isNew) return;
  history.replaceState(history.state, "", location.pathname + ASKING);
  await makeRoom(desk);
}

Object.assign(Rapport.actions, {
  "copy-code": async (desk: Desk) => desk.announce(await copy(desk)),
  "add-asked": add,
});
Rapport.begin.handover = begin;
Rapport.tell.handover = (page, sheet) => {
  const place = find(page.root, "[data-handover]");
  // Whoever answers for somebody else is here to hand over; others ask for the code first.
  if (place && (page.form.role === "answer" || !place.hidden)) showCode(page, sheet);
  show(find(page.root, "[data-add]"), isBegun(sheet));
  return undefined;
};
