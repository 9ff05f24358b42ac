/**
 * "Finish and leave nothing": deletes this visit's answers, empties the page, and leaves it by a way
 * on which Back leads to no answers.
 */

import { confirm } from "../confirm.ts";
import type { Place } from "../page.ts";
import { forgetVisit } from "../preferences.ts";
import { siteAddress } from "../scripts.ts";

/**
 * Asks once, and deletes: on a shared computer everything of this visit, else what `remove` deletes
 * here, which the words of `what` name. False where the browser refused; then the page stays.
 */
export async function leaveNothing(
  place: Place,
  what: string,
  n: number,
  remove: () => Promise<boolean>,
): Promise<boolean> {
  const { root, store } = place;
  const { shared } = store;
  if (!await confirm(place, shared ? "leave_visit" : what, shared?.length ?? n)) return true;
  if (!await (shared ? store.remove(shared) : remove())) return false;
  forgetVisit(store.site);
  // A browser may keep the page as it was, for Back: then it has nothing, and is loaded anew.
  root.replaceChildren();
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  location.replace(siteAddress(location.protocol === "file:" ? "index.html" : ""));
  return true;
}
