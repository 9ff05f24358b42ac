/** Asks once before something is lost: the page's own dialog, with the safe answer first. */

import { fill, find } from "./dom.ts";
import type { Page } from "./page.ts";

/**
 * Gives true when the reader says yes; Escape, "no" and a closed page mean no. The words are
 * `ask_<what>`, for `n` things, and `yes_<what>`.
 */
export function confirm({ root, say }: Page, what: string, n = 1): Promise<boolean> {
  const dialog = find<HTMLDialogElement>(root, "dialog")!;
  fill(dialog, "p", say(`ask_${what}`, { n }));
  fill(dialog, "[value=yes]", say(`yes_${what}`));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
  });
}
