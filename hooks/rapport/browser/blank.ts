/**
 * A page to fill in by hand: a questionnaire as it is without its script, with boxes to mark, points
 * to add up and what they may mean. Asked for by `?blank`, in a window of its own.
 *
 * What is shown is a copy of the page as it came. The page itself goes on out of sight, and nothing
 * that is stored is drawn into the copy, or changed by it.
 */

import { all, find, make } from "./dom.ts";
import { dress } from "./dress.ts";
import type { Page } from "./page.ts";

/** What a script adds to a page of what the reader has chosen, and nothing else. */
const OWN = "[data-recalled], [data-commitment], [data-own] > *";

function header({ say }: Page): HTMLElement {
  const button = make("button", { type: "button", class: "button primary" }, say("blank_print"));
  button.addEventListener("click", () => print());
  return make(
    "div",
    { class: "by-hand" },
    make("p", {}, say("blank_is")),
    make(
      "p",
      { class: "actions" },
      button,
      make("a", { class: "link", href: location.pathname }, say("blank_back")),
    ),
  );
}

/**
 * One's own sheets of paper are told apart by their date, and by the customer whom they are about.
 * Whoever answers for somebody else leaves no more traces than the answers.
 */
function lines({ root, form, say }: Page): HTMLElement | string {
  if (form.role === "answer") return "";
  const about = find(root, "[data-customer]") ? [say("blank_customer")] : [];
  const labels = [...about, say("blank_date")];
  return make("p", { class: "lines" }, ...labels.map((each) => make("span", {}, each)));
}

/** Gives the page as it came from its author, with nothing chosen and nothing written. */
function copyOf(root: HTMLElement): HTMLElement {
  const copy = root.cloneNode(true) as HTMLElement;
  const form = find<HTMLFormElement>(copy, "[data-assessment]")!;
  form.reset();
  for (const input of all<HTMLInputElement>(form, "input")) input.disabled = false;
  // What the reader wants to try may have been recalled while the style was on its way.
  for (const recalled of all(copy, OWN)) recalled.remove();
  // Nothing is to begin on the copy.
  delete form.dataset.site;
  copy.dataset.blank = "";
  return copy;
}

Rapport.begin.blank = async (page) => {
  const { root, signal } = page;
  // A question's address may begin with the name of this script, and asks for nothing.
  if (location.search !== "?blank") return;
  await dress(root, "blank.css");
  // Begun again by an address within the page, it stands there already.
  if (signal.aborted || !root.isConnected) return;
  const copy = copyOf(root);
  find(copy, ".opening")!.after(header(page), lines(page));
  root.replaceWith(copy);
  // What is printed is what has been drawn.
  requestAnimationFrame(() => setTimeout(() => print()));
};
