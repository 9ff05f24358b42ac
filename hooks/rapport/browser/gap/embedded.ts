/**
 * Records in the midst of other text: a copy's file that was pasted into a mail, or two of them.
 *
 * A record is known by what it holds, not by where it stands: every brace that may begin an object
 * is tried, and the text around is left for others to search.
 */

type Fields = Record<string, unknown>;

export interface Embedded {
  /** Sheets as somebody wrote them: nothing about them is certain yet. */
  records: unknown[];
  /** The text without the objects that they came from. */
  rest: string;
}

/** More than any mail; what is longer has to be JSON and nothing else. In characters. */
export const LONGEST_TEXT = 1_000_000;
/** How far objects that are none of ours are looked through, so that braces alone cost no time. */
const PATIENCE = 20 * LONGEST_TEXT;

/** What may begin an object that holds something. */
const START = /\{\s*"/g;
/** A string is one piece, so that a brace in it does not count. */
const PIECE = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/gs;

/** The sheets in an object that is a copy or a sheet; undefined where it is neither. */
function recordsOf(content: unknown): unknown[] | undefined {
  if (typeof content !== "object" || content === null) return undefined;
  const { format, sheets } = content as Fields;
  // A sheet says by itself whether it is of a later format; a copy's sheets may not.
  const isNewer = typeof format === "number" && format > 1;
  if (isNewer || "answers" in content) return [content];
  return Array.isArray(sheets) && sheets.length ? sheets : undefined;
}

function parsed(text: string): unknown[] | undefined {
  try {
    return recordsOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Where the braces that begin here are balanced; the end of the text where they never are. */
function endOf(text: string, from: number): number {
  const pieces = new RegExp(PIECE);
  pieces.lastIndex = from;
  let depth = 0;
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) {
    if (piece[0] === "{") depth += 1;
    if (piece[0] === "}") depth -= 1;
    if (depth === 0) return pieces.lastIndex;
  }
  return text.length;
}

/** The records in a text, in its order; undefined where it is too long to be searched. */
export function findRecords(text: string): Embedded | undefined {
  const whole = parsed(text);
  if (whole) return { records: whole, rest: "" };
  if (text.length > LONGEST_TEXT) return undefined;
  const found: Embedded = { records: [], rest: "" };
  let [next, patience] = [0, PATIENCE];
  for (const { index: at } of text.matchAll(START)) {
    if (at < next || patience < 0) continue;
    const end = endOf(text, at);
    const records = parsed(text.slice(at, end));
    if (!records) {
      patience -= end - at;
      continue;
    }
    found.records.push(...records);
    found.rest += `${text.slice(next, at)}\n`;
    next = end;
  }
  found.rest += text.slice(next);
  return found;
}
