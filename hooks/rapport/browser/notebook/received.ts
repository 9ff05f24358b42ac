/** What others handed over, in the notebook: how much it is, and where it can be seen. */

import { make } from "../dom.ts";
import type { Overview } from "../page.ts";
import { siteAddress } from "../scripts.ts";
import type { Received } from "./threads.ts";

/** One questionnaire's line. What is in the answers is shown on the page of the comparison only. */
export function receivedPart({ say }: Overview, each: Received): HTMLElement {
  const { assessment, title, path, ids } = each;
  const remove = make(
    "button",
    {
      "type": "button",
      "class": "link",
      "data-action": "delete-received",
      "data-of": assessment,
      "aria-label": say("notebook_remove_what", { title }),
    },
    say("notebook_remove"),
  );
  return make(
    "li",
    {},
    path ? make("a", { href: siteAddress(path) }, title) : title,
    ": ",
    say("notebook_received", { n: ids.length }),
    " ",
    make("span", { class: "links" }, remove),
  );
}
