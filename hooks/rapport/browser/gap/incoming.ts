/**
 * What others sent, whatever it came as: codes in the midst of a mail, a copy's file, one sheet.
 *
 * Each piece becomes a sheet of theirs, or a reason for not taking it; then each sheet is added,
 * takes the place of an earlier one, or is here already. Nothing here touches the store.
 */

import { readCode, type Refusal } from "../code/code.ts";
import { saysAnything } from "./comparison.ts";
import { findRecords } from "./embedded.ts";
import { findCodes } from "../code/pasted.ts";
import type { Form, Plan } from "../plan.ts";
import { receive } from "../code/receiving.ts";
import type { readSheet } from "../reading.ts";
import { isBegun, type Sheet } from "../sheet.ts";

/**
 * A sheet that a third person merged with others names the batch that it came with, `merged`; one
 * that this browser has handed on in a batch names that, `batch`.
 */
export type Received = Sheet & { merged?: string; batch?: string };

/** Why a piece is not taken. */
export type Reason =
  | "damaged"
  | "other"
  | "outdated"
  | "guess"
  | "newer"
  | "nothing"
  | "empty"
  | "large"
  | "own";

export type Piece = { sheet: Received } | { refused: Reason };

/** What happened to one piece; a batch is one piece, of as many people as `people` says. */
export type Line =
  | { fate: "added" | "replaced" | "same"; sheet: Received; people: number }
  | { fate: "refused"; reason: Reason };

/** What is to be done in the store, and what to say about it. */
export interface Intake {
  put: Received[];
  remove: string[];
  lines: Line[];
}

/** What a page that takes answers has to know. */
export interface Inbox {
  plan: Plan;
  answers: Form;
  read: typeof readSheet;
}

const REASONS: Partial<Record<Refusal, Reason>> = {
  foreign: "other",
  private: "other",
  impossible: "damaged",
};

/** All pieces of a text: the sheets of the copies in it, and every code that stands around them. */
export function pieces(text: string, inbox: Inbox, now: Date): Piece[] {
  const embedded = findRecords(text);
  if (!embedded) return [{ refused: "large" }];
  const found = [
    ...embedded.records.map((record) => fromRecord(record, inbox)),
    ...findCodes(embedded.rest).map(({ code }) => fromCode(code, inbox, now)),
  ];
  if (found.length > 0) return found;
  return [{ refused: text.trim() ? "nothing" : "empty" }];
}

function fromCode(code: string, inbox: Inbox, now: Date): Piece {
  const read = readCode(code, [inbox.plan], now);
  if ("refused" in read) return { refused: REASONS[read.refused] ?? read.refused as Reason };
  return read.form.id === inbox.answers.id ? checked(read.sheet, inbox) : { refused: "guess" };
}

function fromRecord(record: unknown, inbox: Inbox): Piece {
  const sheet = inbox.read(record);
  if ("damaged" in sheet) return { refused: sheet.damaged === "newer" ? "newer" : "damaged" };
  const { id, forms } = inbox.plan;
  if (sheet.assessment !== id) return { refused: "other" };
  if (sheet.form !== inbox.answers.id) {
    const form = forms.find((each) => each.id === (sheet.form ?? ""));
    return { refused: form?.role === "guess" ? "guess" : "other" };
  }
  return checked(sheet, inbox);
}

/**
 * A sheet as this page keeps it. What others chose to try or noted is not the reader's business,
 * nor is whom they had in mind; what they have handed on themselves says nothing here.
 */
function checked(sheet: Received, { answers }: Inbox): Piece {
  if (!sheet.merged && !isBegun(sheet)) return { refused: "empty" };
  if (!saysAnything(sheet, answers) && !sheet.merged) return { refused: "outdated" };
  const { notes: _, subject: __, batch: ___, merged, ...rest } = sheet;
  return {
    sheet: {
      ...rest,
      origin: "received",
      commitments: [],
      ...(typeof merged === "string" ? { merged: merged.slice(0, 40) } : {}),
    },
  };
}

/** What these pieces come to beside the sheets in the store. */
export function take(existing: readonly Sheet[], incoming: readonly Piece[]): Intake {
  const intake: Intake = { put: [], remove: [], lines: [] };
  const here = new Map<string, Received>(existing.map((sheet) => [sheet.id, sheet]));
  const batches = new Set<string>();
  for (const piece of incoming) {
    if ("refused" in piece) {
      intake.lines.push({ fate: "refused", reason: piece.refused });
      continue;
    }
    const { sheet } = piece;
    if (!sheet.merged) {
      takeOne(sheet, here, intake);
    } else if (!batches.has(sheet.merged)) {
      batches.add(sheet.merged);
      const batch = incoming.flatMap((each) =>
        "sheet" in each && each.sheet.merged === sheet.merged ? each.sheet : []
      );
      takeBatch(batch, here, intake);
    }
  }
  return intake;
}

function takeOne(sheet: Received, here: Map<string, Received>, intake: Intake): void {
  const known = here.get(sheet.id);
  if (known && (known.origin === "own" || known.merged)) {
    intake.lines.push({ fate: "refused", reason: known.merged ? "damaged" : "own" });
    return;
  }
  const { added, replaced, same } = receive(known ? [known] : [], [sheet]);
  const fate = added.length ? "added" : replaced.length ? "replaced" : "same";
  const [found] = [...added, ...replaced, ...same];
  intake.lines.push({ fate, sheet: found!, people: 1 });
  if (fate === "same") return;
  // What was handed on of this person's answers was handed on under this name.
  const kept = { ...found!, ...(known?.batch ? { batch: known.batch } : {}) };
  intake.put.push(kept);
  here.set(kept.id, kept);
}

/** A later file of the same third person takes the place of the former as a whole. */
function takeBatch(batch: Received[], here: Map<string, Received>, intake: Intake): void {
  const name = batch[0]!.merged;
  const former = [...here.values()].filter(({ merged }) => merged === name).map(({ id }) => id);
  const isForeign = batch.some(({ id }) => here.has(id) && !former.includes(id));
  if (isForeign) {
    intake.lines.push({ fate: "refused", reason: "damaged" });
    return;
  }
  // Each file has marks of its own, so that the same marks mean the same file.
  const isSame = batch.some(({ id }) => former.includes(id));
  const fate = isSame ? "same" : former.length ? "replaced" : "added";
  intake.lines.push({ fate, sheet: batch[0]!, people: batch.length });
  if (isSame) return;
  intake.remove.push(...former);
  intake.put.push(...batch);
  former.forEach((id) => here.delete(id));
  batch.forEach((sheet) => here.set(sheet.id, sheet));
}
