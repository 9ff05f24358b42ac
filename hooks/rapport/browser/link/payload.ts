/**
 * What a link carries behind its `#answers=`: one sheet, packed so that a mail can hold it.
 *
 * A version character, then in base64url four bytes of check (CRC-32, the highest first) and the
 * sheet's JSON, deflated. The check covers every bit of what is packed, and what is read must be
 * written the same again, so that no damage passes for an answer.
 */

import { readSheet } from "../reading.ts";
import { isWritten, own, type Sheet } from "../sheet.ts";

/** Why a payload is not read. */
export type Refusal = "damaged" | "newer";

const VERSION = "1";
const LATER = /^[2-9]/;
/** Far more than a sheet can take; what unpacks to more was made to fill a memory. In bytes. */
const LARGEST = 4_000_000;

/** Whether this browser can pack and unpack. */
export function canPack(): boolean {
  return "CompressionStream" in globalThis;
}

/**
 * The sheet as it leaves this browser. Without `withTexts` it has only what was chosen: nothing in
 * anybody's own words, no customer's name and no commitments.
 */
export function shareable(sheet: Sheet, withTexts: boolean): Sheet {
  if (withTexts) return sheet;
  const { format, id, assessment, form, edition, origin, started, changed, finished } = sheet;
  const isChosen = (question: string) => !isWritten(sheet, question);
  const ids = Object.keys(sheet.answers).filter(isChosen);
  const only = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(
      ids.filter((each) => Object.hasOwn(record, each)).map((each) => [each, own(record, each)!]),
    );
  return {
    ...{ format, id, assessment },
    ...(form === undefined ? {} : { form }),
    ...{ edition, origin, started, changed },
    ...(finished === undefined ? {} : { finished }),
    answers: only(sheet.answers),
    seen: only(sheet.seen),
    commitments: [],
  };
}

/** Packs a sheet. */
export async function writePayload(sheet: Sheet): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sheet));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  const sum = check(packed);
  const sums = [sum >>> 24, sum >>> 16 & 255, sum >>> 8 & 255, sum & 255];
  return VERSION + toText(Uint8Array.from([...sums, ...packed]));
}

/** Unpacks a sheet. Never throws. */
export async function readPayload(text: string): Promise<Sheet | { refused: Refusal }> {
  if (LATER.test(text)) return { refused: "newer" };
  if (!text.startsWith(VERSION)) return { refused: "damaged" };
  try {
    const bytes = toBytes(text.slice(1));
    const packed = bytes.subarray(4);
    const isSound = new DataView(bytes.buffer).getUint32(0) === check(packed) &&
      VERSION + toText(bytes) === text;
    if (!isSound) return { refused: "damaged" };
    const json = await through(packed, new DecompressionStream("deflate-raw"));
    const sheet = readSheet(JSON.parse(new TextDecoder().decode(json)));
    if (!("damaged" in sheet)) return sheet;
    return { refused: sheet.damaged === "newer" ? "newer" : "damaged" };
  } catch {
    return { refused: "damaged" };
  }
}

/** The CRC-32 that gzip and PNG have as well. */
function check(bytes: Uint8Array): number {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest >>> 1 ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

function toText(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** What comes out of a stream, as long as it is no more than a sheet can take. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new RangeError("A payload unpacks to too much");
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
