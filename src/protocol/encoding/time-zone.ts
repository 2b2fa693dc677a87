/**
 * The place whose days an office counts, as `office.json` names it. A stored day has no hour and cannot be turned into
 * another place's, so server, pages and commands all count in this one to begin with.
 */
export type TimeZone = {
  /** As the IANA's table names it: "Asia/Jayapura" */
  readonly id: string;
  /** What people call it, by language; where nobody has said, `id` */
  readonly names: Readonly<Record<string, string>>;
};

/** Where an office has named none. */
export const UTC: TimeZone = { id: "UTC", names: { en: "UTC" } };

/** Indonesia's three, by the names that everybody there uses (Keppres 41/1987). */
const INDONESIAN: Readonly<Record<string, string>> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

/** Letters first: "+07:00" is a zone to some engines and an error to others. */
const IANA = /^[A-Za-z][\w+\-/]*$/u;

/** The two fields of `office.json`. */
type Named = {
  /** WIB, WITA, WIT, or a name of the IANA's; UTC without any */
  readonly timeZone?: string | undefined;
  readonly timeZoneNames?: Readonly<Record<string, string | undefined>> | undefined;
};

export function isTimeZone(name: string): boolean {
  return idOf(name) !== undefined;
}

export function timeZoneOf({ timeZone = UTC.id, timeZoneNames }: Named): TimeZone {
  const id = idOf(timeZone) ?? UTC.id;
  const usual = Object.keys(INDONESIAN).find((name) => INDONESIAN[name] === id);
  return { id, names: (timeZoneNames as TimeZone["names"] | undefined) ?? { en: usual ?? id } };
}

function idOf(name: string): string | undefined {
  const id = (Object.hasOwn(INDONESIAN, name) ? INDONESIAN[name] : undefined) ?? name;
  return IANA.test(id) && formatOf(id) !== undefined ? id : undefined;
}

/** The day there at a moment (ms since 1970), "2026-11-28". By UTC where this engine's table lacks the zone. */
export function dayAt(ms: number, { id }: TimeZone): string {
  if (Number.isNaN(new Date(ms).getTime())) return String(ms);
  const parts = (formatOf(id) ?? formatOf(UTC.id))?.formatToParts(ms) ?? [];
  const digits = (type: Intl.DateTimeFormatPartTypes, length: number) =>
    (parts.find((part) => part.type === type)?.value ?? "").padStart(length, "0");
  return `${digits("year", 4)}-${digits("month", 2)}-${digits("day", 2)}`;
}

/** The hour there at a moment, "08:15". */
export function clockAt(ms: number, { id }: TimeZone): string {
  const parts = (formatOf(id) ?? formatOf(UTC.id))?.formatToParts(ms) ?? [];
  const digits = (type: Intl.DateTimeFormatPartTypes) =>
    (parts.find((part) => part.type === type)?.value ?? "").padStart(2, "0");
  return `${digits("hour")}:${digits("minute")}`;
}

// Making one takes longer than writing a hundred days with it.
const FORMATS = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(id: string): Intl.DateTimeFormat | undefined {
  if (!FORMATS.has(id)) FORMATS.set(id, makeFormat(id));
  return FORMATS.get(id);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    const numbers = { calendar: "gregory", numberingSystem: "latn", hourCycle: "h23" };
    const shape = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
    return new Intl.DateTimeFormat("en", { ...numbers, ...shape, timeZone } as Intl.DateTimeFormatOptions);
  } catch {
    return undefined;
  }
}
