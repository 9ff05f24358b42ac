/**
 * A reminder as a calendar file (RFC 5545): one whole day, with an alarm in the morning.
 *
 * Calendars at work are shared, so a reminder is private, does not make the day look busy, and says
 * nothing of what somebody wants to try unless they asked for it.
 */

import { ahead } from "./days.ts";

/** What a reminder says. */
export interface Reminder {
  /** One for each commitment: a calendar that has it already moves it. */
  uid: string;
  /** `YYYY-MM-DD` */
  day: string;
  made: Date;
  title: string;
  /** Only where the reader wants them in. */
  details?: string;
}

/** Octets in a line; what is longer goes on in the next, after a space. */
const LONGEST_LINE = 75;
/** From the beginning of the day: nine in the morning. */
const ALARM = "PT9H";

/** Everything but line breaks and tabs that no text of a calendar may hold. */
// deno-lint-ignore no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

function escaped(text: string): string {
  return text.replace(CONTROLS, "").replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** A line in pieces of at most 75 octets each; a character is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let room = LONGEST_LINE;
  return [...line].map((character) => {
    const size = encoder.encode(character).length;
    const isNew = size > room;
    // The space that begins a line counts.
    room = (isNew ? LONGEST_LINE - 1 : room) - size;
    return isNew ? `\r\n ${character}` : character;
  }).join("");
}

/** A moment in UTC, as calendars write it: `20260301T120000Z`. */
function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** The text of the calendar file. */
export function calendar({ uid, day, made, title, details }: Reminder): string {
  const plain = (date: string) => date.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rapport//Reminder//EN",
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(made)}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(ahead(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...details ? [`DESCRIPTION:${escaped(details)}`] : [],
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${ALARM}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
