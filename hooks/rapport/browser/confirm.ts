/** Asks once before something is lost or taken in: the page's own dialog, the safe answer first. */

import { fill, find, make } from "./dom.ts";
import type { Place } from "./page.ts";

/** What to ask, line by line. Without `no` the safe answer is the one that the page has. */
export interface Question {
  lines: readonly string[];
  yes: string;
  no?: string;
}

/** Gives true when the reader says yes; Escape, "no" and a closed page mean no. */
export function ask(root: ParentNode, { lines, yes, no }: Question): Promise<boolean> {
  const dialog = find<HTMLDialogElement>(root, "dialog")!;
  const safe = find(dialog, "button:not([value])")!;
  const usual = safe.textContent!;
  const broken = lines.flatMap((line) => [make("br", {}), line]).slice(1);
  find(dialog, "p")!.replaceChildren(...broken);
  fill(dialog, "[value=yes]", yes);
  safe.textContent = no ?? usual;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      safe.textContent = usual;
      resolve(dialog.returnValue === "yes");
    };
  });
}

/** Asks in the words of `ask_<what>`, for `n` things, and `yes_<what>`. */
export function confirm(
  { root, say }: Pick<Place, "root" | "say">,
  what: string,
  n = 1,
): Promise<boolean> {
  return ask(root, { lines: [say(`ask_${what}`, { n })], yes: say(`yes_${what}`) });
}
