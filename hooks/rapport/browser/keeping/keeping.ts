/**
 * What becomes of the answers as a whole: a copy kept and brought back, a shared computer, starting
 * again, clearing, and leaving nothing. A script of its own, loaded when somebody first asks for any
 * of it.
 */

import { beginAnew } from "../anew.ts";
import { ofForm } from "../collection.ts";
import { confirm } from "../confirm.ts";
import { makeCopy } from "../copy.ts";
import { damaged } from "../damaged.ts";
import type { Desk } from "../desk.ts";
import { download } from "../download.ts";
import { bringBack } from "./bringing.ts";
import { leaveNothing } from "./leaving.ts";
import { saveCopy, saveDamaged } from "./saving.ts";

/**
 * Saves everything of the site. Whoever answers for somebody else to read hands the file over, so
 * there it holds only the sheet in hand.
 */
async function keep(desk: Desk): Promise<void> {
  const { page, sheet, guest } = desk;
  const { plan, form, store } = page;
  if (form.role === "answer") {
    const copy = makeCopy(sheet ? [sheet] : [], [], store.site, new Date());
    download(`${plan.id}-${form.id}-${copy.saved.slice(0, 10)}.json`, copy);
  } else await saveCopy(page, guest ? [guest] : []);
  desk.announce("copy_saved");
}

/** Brings back what a file holds, and shows what of it is about this page. */
async function bring(desk: Desk): Promise<void> {
  const said = await bringBack(desk.page);
  if (!said) return;
  await desk.reload();
  desk.page.root.dispatchEvent(new Event("imported"));
  desk.announce(said.key, said.values);
}

async function startAgain(desk: Desk): Promise<void> {
  if (Object.keys(desk.sheet?.answers ?? {}).length > 0) {
    if (!await confirm(desk.page, "start_again")) return;
    await beginAnew(desk);
  }
  desk.toAnswers();
}

/** Deletes what this page holds; of a questionnaire about customers, what it holds of this one. */
async function remove(desk: Desk): Promise<boolean> {
  const ids = [...await desk.ours(desk.subject), ...await damaged(desk.page)].map(({ id }) => id);
  return await desk.page.store.remove(ids);
}

async function clear(desk: Desk): Promise<void> {
  const { page, earlier } = desk;
  if (!await confirm(page, earlier ? "clear_all" : "clear", earlier)) return;
  const isDone = await remove(desk);
  await desk.about(desk.subject);
  desk.toAnswers();
  desk.announce(isDone ? "cleared" : "not_cleared");
}

async function leave(desk: Desk): Promise<void> {
  const { page, earlier } = desk;
  const what = earlier ? "leave_all" : "leave";
  const isDone = await leaveNothing(page, what, earlier, () => remove(desk));
  if (!isDone) desk.announce("not_cleared");
}

async function share(desk: Desk, isOn: boolean): Promise<void> {
  const { plan, form, store } = desk.page;
  const isDone = await store.share(isOn, (sheets) => ofForm(sheets, plan.id, form.id));
  await desk.reload();
  if (!isDone) desk.announce("not_moved");
}

/** Goes back from an earlier version, or from what was only looked at. */
async function toNewest(desk: Desk): Promise<void> {
  await desk.about(desk.subject);
  await desk.turn(true);
}

/** Does nothing to the reader's own answers while somebody else's are looked at. */
function ofOwn(act: (desk: Desk) => Promise<void>) {
  return (desk: Desk) => desk.guest ? undefined : act(desk);
}

Object.assign(Rapport.actions, {
  "keep": keep,
  "save-damaged": ({ page }: Desk) => saveDamaged(page),
  "import": bring,
  "newest": toNewest,
  "start-again": ofOwn(startAgain),
  "clear": ofOwn(clear),
  "leave-nothing": ofOwn(leave),
  "share-computer": (desk: Desk) => share(desk, true),
  "unshare-computer": (desk: Desk) => share(desk, false),
});
