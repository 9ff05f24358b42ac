/**
 * What a reader decides to try: taken up from a practice or in own words, made their own, and asked
 * about at a later visit. A script of its own, loaded when somebody first chooses something, and
 * from then on for whoever comes back with it.
 */

import type { Desk } from "../desk.ts";
import { find, make } from "../dom.ts";
import type { Page } from "../page.ts";
import { Trying } from "./trying.ts";
import { Welcome } from "./welcome.ts";

/** The style of what is added here: beside this script, and loaded with it. */
const STYLE = new URL("commitments.css", (document.currentScript as HTMLScriptElement).src).href;

interface Open {
  trying: Trying;
  welcome: Welcome;
}

/** By page: with instant navigation many come and go. */
const opened = new WeakMap<Page, Open>();

function at(desk: Desk): Open {
  const { page } = desk;
  const known = opened.get(page);
  if (known) return known;
  if (!find(page.root, `link[href="${STYLE}"]`)) {
    page.root.prepend(make("link", { rel: "stylesheet", href: STYLE }));
  }
  const fresh = { trying: new Trying(desk), welcome: new Welcome(desk) };
  opened.set(page, fresh);
  return fresh;
}

Rapport.begin.commitments = (_page, desk) => {
  if (!desk) return;
  const { trying, welcome } = at(desk);
  trying.draw(desk.sheet);
  return welcome.show();
};
Rapport.tell.commitments = (page, sheet) => {
  opened.get(page)?.trying.draw(sheet);
  return undefined;
};
Rapport.actions["try-this"] = (desk, button) => at(desk).trying.toggle(button);
Rapport.actions["try-own"] = (desk) => at(desk).trying.begin();
