/** The register as a table that spreadsheets read (RFC 4180), and none takes for formulas. */
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import type { Speech } from "../../../../words/speech.ts";
import type { InterestsView } from "../../vault/vault-messages.ts";
import { INTERESTS } from "../words.ts";
import { COLUMNS, INTERESTS_ALARMS, NATURES } from "./words.ts";

/** Without it Excel reads UTF-8 as something else. */
const BOM = "\uFEFF";

/** Who has declared nothing stands in it as well: that is what evaluators ask first. */
export function registerCsv(
  register: NonNullable<InterestsView["register"]>,
  { say, name }: Pick<Speech, "say" | "name">,
): string {
  const rows = register.flatMap(({ memberId, names, version, interests, alarm }) => {
    const who = [
      name(names) || memberId,
      memberId,
      String(version),
      alarm === undefined ? "" : say(INTERESTS_ALARMS[alarm]),
    ];
    if (interests.length === 0) return [[...who, say(COLUMNS.none), "", "", "", "", "", "", ""]];
    return interests.map(({ kind, nature, unit, person, note, since, declared, ended }) => [
      ...who,
      sayCode(say, INTERESTS, kind, UNKNOWN.code),
      sayCode(say, NATURES, nature, UNKNOWN.code),
      unit,
      person,
      since ?? "",
      declared,
      ended ?? "",
      note,
    ]);
  });
  const { member, id, version, alarm, kind, nature, unit, person, since, declared, ended, note } = COLUMNS;
  const head = [member, id, version, alarm, kind, nature, unit, person, since, declared, ended, note].map((one) =>
    say(one),
  );
  return BOM + [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** What begins like a formula gets a quotation mark before it, as OWASP advises; then quoted as RFC 4180 says. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
