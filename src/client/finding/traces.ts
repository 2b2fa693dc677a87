/** What a text names that another report about the same matter would name too: people and firms, days, sums. */
import { fold, tokensOf } from "./tokens.ts";

export type Traces = {
  /** As they are written, by how they are compared */
  readonly people: ReadonlyMap<string, string>;
  /** "2025-02-03" */
  readonly days: ReadonlySet<string>;
  /** In digits */
  readonly amounts: ReadonlySet<string>;
};

/** What stands before a name in Indonesian and English letters of officials, and before that of a firm. */
const TITLES = "Sdri?|Saudar[ai]|Bapak|Pak|Ibu|Bu|Mrs?|Ms|Dr|Drs|Dra|Ir|Hj?|PT|CV|UD|Yayasan|Koperasi|Perum|Firma";
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${TITLES})\.?\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})`,
  "gu",
);

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "januari january jan",
    "februari february feb",
    "maret march mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt aug",
    "september sep sept",
    "oktober october okt oct",
    "november nov nop",
    "desember december des dec",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);
const MONTH = Object.keys(MONTHS)
  .toSorted((a, b) => b.length - a.length)
  .join("|");
const DAYS = new RegExp(
  String.raw`\b(?<d1>\d{1,2})\s+(?<m1>${MONTH})\.?\s+(?<y1>\d{4})\b|\b(?<m2>${MONTH})\s+(?<d2>\d{1,2}),?\s+(?<y2>\d{4})\b|\b(?<d3>\d{1,2})[/.-](?<m3>\d{1,2})[/.-](?<y3>\d{4})\b|\b(?<y4>\d{4})-(?<m4>\d{2})-(?<d4>\d{2})\b`,
  "giu",
);

/** Smaller sums stand in too many reports: fares, stamps, parking. */
const SMALLEST_AMOUNT = 100_000;

export function tracesOf(text: string): Traces {
  const people = new Map<string, string>();
  for (const { groups } of text.matchAll(NAMED)) {
    const name = groups?.["name"] ?? "";
    people.set(name.split(/\s+/u).map(fold).join(" "), name.replace(/\s+/gu, " "));
  }
  const days = new Set<string>();
  for (const { groups = {} } of text.matchAll(DAYS)) {
    const of = (letter: string) => [1, 2, 3, 4].map((at) => groups[`${letter}${at}`]).find((one) => one !== undefined);
    const month = MONTHS[(of("m") ?? "").toLowerCase()] ?? Number(of("m"));
    const day = Number(of("d"));
    if (month < 1 || month > 12 || day < 1 || day > 31) continue;
    days.add(`${of("y")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  }
  const amounts = new Set<string>();
  for (const { term } of tokensOf(text)) {
    // A round number without zeros is a number of something else: a telephone, an account.
    if (/^[1-9]\d+00$/u.test(term) && Number(term) >= SMALLEST_AMOUNT) amounts.add(term);
  }
  return { people, days, amounts };
}
