/** The day by which evaluation is asked for, as a calendar entry (RFC 5545): of a whole day, with a reminder before. */
import { utf8 } from "../../crypto/bytes.ts";

/** A line has at most 75 bytes; what is longer goes on behind a line's end and a space. */
const LONGEST_LINE = 75;

export type CalendarEntry = {
  /** "2027-05-31" */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  /** Days before on which the calendar reminds */
  readonly remindDays: number;
  /** The office's own address, so that the entry of a later year is another one */
  readonly host: string;
};

export function calendarOf({ on, summary, description, remindDays, host }: CalendarEntry): string {
  const day = on.replaceAll("-", "");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Segel//ZI//ID",
    "BEGIN:VEVENT",
    `UID:zi-${day}@${host}`,
    // When it was written nobody needs to know: the first hour of its own day.
    `DTSTAMP:${day}T000000Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:-P${remindDays}D`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/[;,]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/gu, "\\n");
}

function folded(line: string): string {
  let [out, bytes] = ["", 0];
  for (const letter of line) {
    const { length } = utf8(letter);
    if (bytes + length > LONGEST_LINE) [out, bytes] = [`${out}\r\n `, 1];
    out += letter;
    bytes += length;
  }
  return out;
}

/** The next such day, today included. @param monthDay "05-31" */
export function nextOn(monthDay: string, today: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-${monthDay}`;
  return thisYear >= today ? thisYear : `${year + 1}-${monthDay}`;
}
