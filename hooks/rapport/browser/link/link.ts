/**
 * A link that takes a result to another device: the answers stand behind its `#`, and reach no
 * server. A script of its own, loaded by whoever makes such a link or opens one.
 */

import { copyFrom } from "../clipboard.ts";
import { ask } from "../confirm.ts";
import { isOneWith, joined } from "../copy.ts";
import type { Desk } from "../desk.ts";
import { fill, find, show } from "../dom.ts";
import { earlier } from "../earlier.ts";
import type { Page } from "../page.ts";
import { isBegun, momentOf, type Sheet } from "../sheet.ts";
import { progress, standing } from "../standing.ts";
import { look, openSheet } from "../versions.ts";
import { day } from "../words.ts";
import { canPack, readPayload, shareable, writePayload } from "./payload.ts";

/** Whatever a mail has put behind the link does not belong to it. */
const ADDRESS = /^#answers=([\w-]*)/;
const RESULT = "#result";
/** Some mail programs cut longer links. In characters. */
const LONG = 2000;

/** What the address holds of answers, if anything. */
function arrived(): string | undefined {
  return ADDRESS.exec(location.hash)?.[1];
}

async function begin(page: Page, desk?: Desk): Promise<void> {
  const text = arrived();
  if (text === undefined || !desk) return;
  const read = canPack() ? await readPayload(text) : { refused: "cannot" };
  // Where the theme has drawn the page anew meanwhile, the new one goes on with it.
  if (page.signal.aborted || arrived() !== text) return;
  // Not before they are read: a page that could not be opened is loaded again with its answers.
  history.replaceState(history.state, "", location.pathname + location.search);
  if ("refused" in read) return desk.announce(`link_${read.refused}`);
  const { plan, form } = page;
  if (read.assessment !== plan.id || (read.form ?? "") !== form.id) {
    return desk.announce("link_other");
  }
  const said = await receive(desk, { ...read, origin: "own" });
  history.replaceState(history.state, "", location.pathname + location.search + RESULT);
  await desk.turn(true);
  desk.announce(said);
}

/** Puts the sheet of a link in hand: the one that is here, or, as the reader wishes, a new one. */
async function receive(desk: Desk, sheet: Sheet): Promise<string> {
  const { page } = desk;
  const known = await here(page, sheet);
  const isOurs = !known || isOneWith(known, sheet);
  if (known && isOurs && joined(known, sheet) === known) {
    await openSheet(desk, known.id);
    return "link_here";
  }
  const isWanted = isOurs && await ask(page.root, {
    lines: brought(page, sheet, known !== undefined),
    yes: page.say("link_keep"),
    no: page.say("link_look"),
  });
  await look(desk, sheet);
  return isWanted ? await keep(desk) : "";
}

async function here({ store }: Page, { id }: Sheet): Promise<Sheet | undefined> {
  return (await store.all()).find((each) => each.id === id);
}

/** What a link brings, line by line, before it comes into this browser. */
function brought({ form, say, language }: Page, sheet: Sheet, isKnown: boolean): string[] {
  const { done, of } = progress(form, standing(sheet, form));
  const changed = earlier(sheet, { form, say }).length;
  return [
    say("link_brings", { date: day(momentOf(sheet), language), done, n: of }),
    ...(changed > 0 ? [say("link_changed", { n: changed })] : []),
    ...(isKnown ? [say("link_joins")] : []),
    say("link_ask"),
  ];
}

/** Keeps the sheet that is only looked at; gives the word for what it did. */
async function keep(desk: Desk): Promise<string> {
  const { page, guest } = desk;
  if (!guest) return "";
  const known = await here(page, guest);
  if (known && !isOneWith(known, guest)) return "link_clash";
  await page.store.change(guest.id, (stored) => joined(stored, guest));
  await openSheet(desk, guest.id);
  return page.store.keptOf(guest.id) === "nothing" ? "link_unkept" : "link_kept";
}

/** Shows the link to the result, after a word of warning where the answers are private. */
async function share(desk: Desk): Promise<void> {
  const { page, sheet } = desk;
  const { root, plan, say } = page;
  if (!canPack()) return desk.announce("link_cannot");
  if (!isBegun(sheet)) return desk.announce("link_empty");
  const isSure = !plan.private || await ask(root, {
    lines: [say("link_private")],
    yes: say("link_private_yes"),
    no: say("link_private_no"),
  });
  if (!isSure) return;
  const panel = find(root, "[data-sharing]")!;
  show(panel, true);
  find(panel, "[type=checkbox]")!.onchange = () => void write(page, desk.sheet);
  await write(page, desk.sheet);
  panel.scrollIntoView({ block: "nearest" });
  find<HTMLInputElement>(panel, "[data-link]")!.select();
}

/** Links are written in turn: one with texts, begun before and longer, must not come last. */
let writing: Promise<void> = Promise.resolve();

/** Writes the link of the sheet as it is now. */
function write(page: Page, sheet: Sheet | undefined): Promise<void> {
  const written = writing.then(() => put(page, sheet));
  writing = written.catch(() => {});
  return written;
}

async function put({ root, say }: Page, sheet: Sheet | undefined): Promise<void> {
  const panel = find(root, "[data-sharing]")!;
  const withTexts = find<HTMLInputElement>(panel, "[type=checkbox]")!.checked;
  const payload = sheet ? await writePayload(shareable(sheet, withTexts)) : "";
  const link = `${location.href.replace(/[?#].*/s, "")}#answers=${payload}`;
  find<HTMLInputElement>(panel, "[data-link]")!.value = link;
  const notes = [
    link.length > LONG ? say("link_long", { length: link.length }) : "",
    location.protocol === "file:" ? say("link_file") : "",
  ];
  fill(panel, "[data-link-note]", notes.filter(Boolean).join(" "));
}

/** Copies the link, or selects it where the browser copies nothing. */
async function copy({ page, sheet }: Desk): Promise<string> {
  await write(page, sheet);
  return await copyFrom(find(page.root, "[data-link]")!) ? "link_copied" : "link_selected";
}

Object.assign(Rapport.actions, {
  "share-link": share,
  "copy-link": async (desk: Desk) => desk.announce(await copy(desk)),
  "keep-shared": async (desk: Desk) => desk.announce(await keep(desk)),
});
Rapport.begin.link = begin;
Rapport.tell.link = (page, sheet) => {
  // A link in sight is that of the answers as they are now.
  if (!find(page.root, "[data-sharing]")!.hidden) void write(page, sheet);
  return undefined;
};
