/** A calendar entry that may lie in anybody's calendar. */
import t from "tap";
import { reminderFor } from "../../../src/web/reporter/case/reminder.ts";

t.test("a calendar entry says a day and a plain word, and nothing of where or when it was made", async (t) => {
  const entry = reminderFor("2026-12-31", "Pengingat");
  const lines = entry.split("\r\n");
  t.equal(lines.at(-1), "", "each line ends as RFC 5545 wants it");
  t.same(
    lines.filter((line) => !line.startsWith("UID:")),
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Calendar//EN",
      "BEGIN:VEVENT",
      "DTSTAMP:20261231T000000Z",
      "DTSTART;VALUE=DATE:20261231",
      "DTEND;VALUE=DATE:20270101",
      "SUMMARY:Pengingat",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ],
  );
  t.match(lines[4], /^UID:[0-9a-f-]{36}$/u);
  t.not(reminderFor("2026-12-31", "Pengingat"), entry, "no two are alike");
});
