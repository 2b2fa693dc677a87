/** A calendar entry (RFC 5545) that says a day and a word that anybody may read, and nothing of where it came from. */
import { CASE } from "#words/case";
import { addDays } from "../../../protocol/encoding/day.ts";
import { saveBlob } from "../../shared/save-blob.ts";

export function saveReminder(day: string): void {
  saveBlob([new Blob([reminderFor(day, CASE.reminderTitle)])], `${CASE.reminderFile}.ics`);
}

/**
 * A whole day, so that no time zone is told. The stamp that the format wants is that day too, and the name is drawn, not
 * the product's: neither says when or by what it was made.
 */
export function reminderFor(day: string, title: string): string {
  const plain = (date: string) => date.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Calendar//EN",
    "BEGIN:VEVENT",
    `UID:${crypto.randomUUID()}`,
    `DTSTAMP:${plain(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`,
    `SUMMARY:${title}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}
