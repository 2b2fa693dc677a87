/** What the founder types on three screens, read into what is proposed; what cannot be read is told line by line. */
import { isDay } from "../../../../protocol/encoding/day.ts";
import { FIXED_HOLIDAYS, fixedHolidaysOf } from "../../../../protocol/rules/fixed-holidays.ts";
import type { FoundingProposal } from "../../../../protocol/founding.ts";
import { MAX_TITLE_CODE_POINTS, codePoints } from "../../../../protocol/limits.ts";
import { isTimeZone } from "../../../../protocol/encoding/time-zone.ts";

export const ZONES = ["WIB", "WITA", "WIT"] as const;
export const OTHER_ZONE = "other";

/** As it stands in the fields; kept on the device while somebody types. */
export type ProposalForm = Readonly<
  Record<
    | "nameId"
    | "nameEn"
    | "zone"
    | "otherZone"
    | "units"
    | "days"
    | "daysSource"
    | "channelId"
    | "channelEn"
    | "deadlines",
    string
  >
>;

/** By field; `lines` from 1 on. */
export type Faults = Readonly<Partial<Record<keyof ProposalForm, readonly number[]>>>;

type Unit = FoundingProposal["office"]["units"][number];

/** `zone` as this device names its own, and the first channel's names in each language. */
export function firstForm(
  now: Date,
  zone: string | undefined,
  channel: { readonly id: string; readonly en: string },
): ProposalForm {
  const year = now.getFullYear();
  const known: Readonly<Record<string, string>> = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
  };
  const own = known[zone ?? ""];
  const other = own === undefined && zone !== undefined && isTimeZone(zone) && zone !== "UTC" ? zone : "";
  return {
    nameId: "",
    nameEn: "",
    zone: own ?? (other === "" ? "WIB" : OTHER_ZONE),
    otherZone: other,
    units: "",
    days: [...fixedHolidaysOf(year), ...fixedHolidaysOf(year + 1)].join("\n"),
    daysSource: FIXED_HOLIDAYS.source,
    channelId: channel.id,
    channelEn: channel.en,
    deadlines: "zi",
  };
}

/** The fields again of what was proposed before, on this device or another. */
export function formOf({ office, channel }: FoundingProposal): ProposalForm {
  const isUsual = ZONES.some((zone) => zone === office.timeZone);
  return {
    nameId: office.names["id"] ?? "",
    nameEn: office.names["en"] ?? "",
    zone: isUsual ? office.timeZone : OTHER_ZONE,
    otherZone: isUsual ? "" : office.timeZone,
    units: office.units.map(({ name, aliases = [] }) => [name, ...aliases].join("; ")).join("\n"),
    days: Object.values(office.daysOff)
      .flatMap(({ days }) => days)
      .toSorted()
      .join("\n"),
    daysSource: Object.values(office.daysOff)[0]?.source ?? FIXED_HOLIDAYS.source,
    channelId: channel.names["id"] ?? "",
    channelEn: channel.names["en"] ?? "",
    deadlines: channel.deadlines,
  };
}

export function proposalOf(form: ProposalForm): FoundingProposal {
  const { units } = readUnits(form.units);
  const { days } = readDays(form.days);
  const years = [...new Set(days.map((day) => day.slice(0, 4)))];
  const source = form.daysSource.trim();
  return {
    office: {
      names: { id: form.nameId.trim(), en: form.nameEn.trim() },
      timeZone: zoneOf(form),
      units,
      daysOff: Object.fromEntries(
        years.map((year) => [year, { source, days: days.filter((day) => day.startsWith(year)) }]),
      ),
    },
    channel: { names: { id: form.channelId.trim(), en: form.channelEn.trim() }, deadlines: form.deadlines },
  };
}

function zoneOf({ zone, otherZone }: ProposalForm): string {
  return zone === OTHER_ZONE ? otherZone.trim() : zone;
}

export function faultsIn(form: ProposalForm): Faults {
  const units = readUnits(form.units).faults;
  const { days, faults } = readDays(form.days);
  const noName = (...fields: readonly (keyof ProposalForm)[]) =>
    Object.fromEntries(fields.flatMap((field) => (isName(form[field].trim()) ? [] : [[field, []]])));
  return {
    ...noName("nameId", "nameEn", "channelId", "channelEn"),
    ...(!isTimeZone(zoneOf(form)) && { [form.zone === OTHER_ZONE ? "otherZone" : "zone"]: [] }),
    ...(units.length > 0 && { units }),
    ...(faults.length > 0 && { days: faults }),
    ...(days.length > 0 && noName("daysSource")),
  };
}

/** As the office's names are taken everywhere (protocol/office.ts). */
function isName(text: string): boolean {
  return text !== "" && codePoints(text) <= MAX_TITLE_CODE_POINTS && !/\p{C}|\p{Zl}|\p{Zp}/u.test(text);
}

/** "Name; short form; former name" a line, or with tabs, as tables are saved. */
export function readUnits(text: string): { readonly units: Unit[]; readonly faults: number[] } {
  const units: Unit[] = [];
  const faults: number[] = [];
  const seen = new Set<string>();
  for (const [at, line] of linesOf(text).entries()) {
    const [name = "", ...aliases] = line.split(/[;\t]/u).flatMap((part) => {
      const clean = part.trim().replaceAll(/^"|"$/gu, "").trim();
      return clean === "" ? [] : [clean];
    });
    if (name === "") continue;
    if (seen.has(name.toLowerCase()) || ![name, ...aliases].every(isName)) faults.push(at + 1);
    seen.add(name.toLowerCase());
    units.push({ name, ...(aliases.length > 0 && { aliases }) });
  }
  return { units, faults };
}

/** "2026-03-19", "20260319" as calendars write it, or "19-3-2026" as people do. */
const DATE = /(?<!\d)(?:(\d{4})-?(\d\d)-?(\d\d)|(\d{1,2})[./-](\d{1,2})[./-](\d{4}))(?!\d)/gu;

/** What else stands in a line, such as what is celebrated, is passed over. Ascending, each once. */
export function readDays(text: string): { readonly days: string[]; readonly faults: number[] } {
  const days = new Set<string>();
  const faults: number[] = [];
  for (const [at, line] of linesOf(text).entries()) {
    if (line.trim() === "") continue;
    const found = daysIn(line);
    if (found.length === 0) faults.push(at + 1);
    for (const day of found) days.add(day);
  }
  return { days: [...days].toSorted(), faults };
}

function daysIn(line: string): string[] {
  return [...line.matchAll(DATE)].flatMap(([, year, month, day, d = "", m = "", y]) => {
    const found = year === undefined ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : `${year}-${month}-${day}`;
    return isDay(found) ? [found] : [];
  });
}

/** Days out of a file, added to what stands there. Of a calendar only the days on which something begins. */
export function addDays(text: string, file: string): string {
  const isCalendar = file.includes("BEGIN:VCALENDAR");
  const lines = linesOf(file).filter((line) => !isCalendar || line.startsWith("DTSTART"));
  return [...new Set([...readDays(text).days, ...lines.flatMap(daysIn)])].toSorted().join("\n");
}

/** Units out of a file, behind those that stand there, none twice. */
export function addUnits(text: string, file: string): string {
  const { units } = readUnits(`${text}\n${file.replace(/^\uFEFF/u, "")}`);
  const once = [...new Map(units.map((unit) => [unit.name.toLowerCase(), unit])).values()];
  return once.map(({ name, aliases = [] }) => [name, ...aliases].join("; ")).join("\n");
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/u);
}
