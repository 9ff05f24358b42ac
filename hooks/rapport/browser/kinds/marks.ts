/**
 * The marks of a stage: on the line whose view it is, and below the same shapes with their words.
 *
 * As in a comparison, you are teal and filled, they are clay and open. So both can be seen where
 * they coincide, and without colours. Where to begin is an arrow: it is nobody's view.
 */

import { draw, make } from "../dom.ts";

/** What a stage is marked as, with the words for it; no words, no mark. */
export type Said = Record<"mine" | "theirs" | "begin", string | false>;

/** Gives the marks of one stage: nothing where nothing is said of it. */
export function stageMarks({ mine, theirs, begin }: Said): Element[] {
  const views = [...theirs ? [open()] : [], ...mine ? [filled()] : []];
  return [
    ...views.length > 0 ? [picture("at", 22, ...views)] : [],
    ...mine ? [labelled("chip", filled(), mine)] : [],
    ...theirs ? [labelled("chip other", open(), theirs)] : [],
    ...begin ? [labelled("begin", arrow(), begin)] : [],
  ];
}

function filled(): SVGElement {
  return draw("circle", { class: "mine", cx: 11, cy: 11, r: 6 });
}

function open(): SVGElement {
  return draw("circle", { class: "theirs", cx: 11, cy: 11, r: 9 });
}

/** Downwards: what may help from there on stands below. */
function arrow(): SVGElement {
  return draw("path", { class: "arrow", d: "M11 3v16M5 13l6 6 6-6" });
}

/** The words beside it say the same, so it is no picture to hear. */
function picture(name: string, size: number, ...shapes: SVGElement[]): SVGElement {
  const box = { viewBox: "0 0 22 22", width: size, height: size };
  return draw("svg", { "class": name, "aria-hidden": "true", ...box }, ...shapes);
}

function labelled(name: string, shape: SVGElement, words: string): HTMLElement {
  return make("span", { class: name }, picture("sign", 14, shape), words);
}
