/** A commitment read back as a sentence: "If the queue is long, then: give people a first sign." */

import type { Commitment } from "../sheet.ts";
import { day, type Say } from "../words.ts";

/** What may stand behind a cue that was typed as a part of a sentence. */
const LOOSE_END = /[\s,.;:…]+$/;
const CLOSED = /[.!?…]["”’»)]*$/;

/** The words that begin a cue by themselves, such as "when": no "if" is put before those. */
function beginsItself(cue: string, say: Say): boolean {
  const first = cue.split(/\s/, 1)[0]!.toLowerCase();
  return say("cue_begins").split(" ").includes(first);
}

/** Gives a text a full stop where it has no end of its own. */
function closed(text: string): string {
  return CLOSED.test(text) ? text : `${text}.`;
}

/** The sentence without its date. */
export function sentence(
  { cue = "", text }: Pick<Commitment, "cue" | "text">,
  say: Say,
): string {
  const when = cue.trim().replace(LOOSE_END, "");
  const what = closed(text.trim());
  if (!when) return what;
  return beginsItself(when, say)
    ? say("when_then", { cue: when[0]!.toUpperCase() + when.slice(1), text: what })
    : say("if_then", { cue: when, text: what });
}

/** The sentence with its date. */
export function dated(commitment: Commitment, say: Say, language: string): string {
  const date = day(commitment.by, language);
  return say("sentence_by", { sentence: sentence(commitment, say), date });
}
