import fc from "fast-check";
import t from "tap";
import { daysSince } from "../../src/protocol/rules/deadlines.ts";
import { UTC, dayAt, isTimeZone, timeZoneOf } from "../../src/protocol/encoding/time-zone.ts";
import { speak } from "../../src/words/speech.ts";

const zone = (timeZone: string) => timeZoneOf({ timeZone });

t.test("a day begins at midnight of the office's place, not a second before", (t) => {
  const midnights = [
    ["WIB", "2026-11-27T17:00:00Z"],
    ["WITA", "2026-11-27T16:00:00Z"],
    ["WIT", "2026-11-27T15:00:00Z"],
    ["UTC", "2026-11-28T00:00:00Z"],
    ["Etc/GMT+12", "2026-11-28T12:00:00Z"],
    ["Pacific/Kiritimati", "2026-11-27T10:00:00Z"],
    ["Asia/Kathmandu", "2026-11-27T18:15:00Z"],
    ["America/St_Johns", "2026-11-28T03:30:00Z"],
  ] as const;
  for (const [name, midnight] of midnights) {
    const ms = Date.parse(midnight);
    t.same([dayAt(ms - 1, zone(name)), dayAt(ms, zone(name))], ["2026-11-27", "2026-11-28"], name);
    t.equal(dayAt(ms + 86_399_999, zone(name)), "2026-11-28", `${name}, the last of it`);
  }
  t.equal(dayAt(Date.parse("2026-10-25T22:59:59Z"), zone("Europe/Madrid")), "2026-10-25", "a day of 25 hours");
  t.equal(dayAt(Date.parse("2026-10-25T23:00:00Z"), zone("Europe/Madrid")), "2026-10-26");
  t.equal(dayAt(Date.parse("2028-02-29T17:00:00Z"), zone("WIB")), "2028-03-01", "a leap year");
  t.equal(dayAt(Date.parse("2026-12-31T15:00:00Z"), zone("WIT")), "2027-01-01");
  t.end();
});

t.test("at every moment the day is that of the clocks there", (t) => {
  const hours = { WIB: 7, WITA: 8, WIT: 9, UTC: 0, "Etc/GMT+12": -12, "Etc/GMT-14": 14 };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_102_444_799_999 }),
      fc.constantFrom(...(Object.keys(hours) as (keyof typeof hours)[])),
      (ms, name) => dayAt(ms, zone(name)) === new Date(ms + hours[name] * 3_600_000).toISOString().slice(0, 10),
    ),
  );
  t.end();
});

t.test("a report sent at 01:27 in Papua arrived today, a minute later", (t) => {
  const sent = Date.parse("2026-11-27T16:27:00Z");
  const arrivedOn = dayAt(sent, zone("WIT"));
  t.equal(arrivedOn, "2026-11-28");
  t.equal(daysSince(arrivedOn, dayAt(sent + 60_000, zone("WIT"))), 0);
  t.equal(daysSince(arrivedOn, dayAt(sent + 86_400_000, zone("WIT"))), 1);
  t.equal(daysSince(arrivedOn, dayAt(sent, UTC)), 0, "never less than none");
  const { day } = speak("en", zone("WIT"));
  t.equal(day(sent), "28 November 2026", "moments are shown by the same clock");
  t.equal(day(arrivedOn), "28 November 2026", "and a day stays the day that it is");
  t.equal(day(Number.NaN), "NaN", "whatever a server says");
  t.end();
});

t.test("a zone is one of Indonesia's three or of the IANA's, and is called as people call it", (t) => {
  const said = (timeZone: string, timeZoneNames?: Record<string, string>) =>
    (["id", "en"] as const).map((language) => speak(language, timeZoneOf({ timeZone, timeZoneNames })).zone);
  for (const name of ["WIB", "WITA", "WIT"]) t.same(said(name), [name, name]);
  t.same(said("Asia/Jayapura"), ["WIT", "WIT"], "under its other name as well");
  t.same(said("Europe/Madrid"), ["Europe/Madrid", "Europe/Madrid"]);
  t.same(said("Europe/Madrid", { id: "waktu Madrid", en: "Madrid time" }), ["waktu Madrid", "Madrid time"]);
  t.same(timeZoneOf({}), UTC);
  for (const wrong of ["", "wib", "+07:00", "GMT+7", "Asia/Nowhere", "../etc", "__proto__", "toString", "WIB ", "7"])
    t.notOk(isTimeZone(wrong), wrong);
  t.end();
});
