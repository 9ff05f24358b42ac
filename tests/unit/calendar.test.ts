/** The calendar file of a reminder (`calendar.ts`), read as RFC 5545 says. */

import { deepStrictEqual as equal, ok } from "node:assert";
import fc from "fast-check";
import { calendar, type Reminder } from "../../hooks/rapport/browser/commitments/calendar.ts";

const PLAIN: Reminder = {
  uid: "0000C1@rapport-shop",
  day: "2026-12-31",
  made: new Date("2026-12-01T08:05:09.500Z"),
  title: "Reminder",
};

/** The logical lines of a file: what was folded is joined again. */
function lines(file: string): string[] {
  return file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
}

/** The value of the first line with this name, without its escapes. */
function read(file: string, name: string): string | undefined {
  const line = lines(file).find((each) => each.startsWith(`${name}:`));
  return line?.slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, letter) => /n/i.test(letter) ? "\n" : letter);
}

Deno.test("A reminder is private, keeps the day free, rings in the morning, and tells nothing.", () => {
  equal(lines(calendar(PLAIN)), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rapport//Reminder//EN",
    "BEGIN:VEVENT",
    "UID:0000C1@rapport-shop",
    "DTSTAMP:20261201T080509Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Reminder",
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Reminder",
    "TRIGGER:PT9H",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ]);
});

const DETAILS = [
  "Grüße, bitte; dann „zuhören“.",
  "C:\\queue\nand a second line",
  "one\r\ntwo\rthree",
  "x".repeat(400),
  "ü".repeat(200),
  "👩‍👩‍👧 ".repeat(60),
  "BEGIN:VEVENT\nEND:VCALENDAR",
];

for (const details of DETAILS) {
  Deno.test(`Details survive the calendar: ${JSON.stringify(details.slice(0, 30))}.`, () => {
    const file = calendar({ ...PLAIN, details });
    equal(read(file, "DESCRIPTION"), details.replace(/\r\n?/g, "\n"));
    equal(read(file, "SUMMARY"), "Reminder");
  });
}

Deno.test("Any text stays within its line, and no line is longer than 75 octets.", () => {
  const encoder = new TextEncoder();
  fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (details) => {
    const file = calendar({ ...PLAIN, details });
    ok(file.endsWith("\r\n"));
    for (const line of file.split("\r\n")) ok(encoder.encode(line).length <= 75, line);
    equal(
      lines(file).length,
      lines(calendar({ ...PLAIN, details: "x" })).length - (details ? 0 : 1),
    );
    // Nothing but folds and ends of lines breaks a line.
    equal(/[^\r]\n|\r[^\n]/.test(file), false);
  }));
});

Deno.test("What no calendar may hold is left out.", () => {
  equal(read(calendar({ ...PLAIN, details: "a\u0000b\u0007c\td" }), "DESCRIPTION"), "abc\td");
});
