/** The register as a table. */
import type { Cell, CellKind, Sheet } from "../../../../client/sheets/sheet.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import type { Speech } from "../../../../words/speech.ts";
import type { InterestsView } from "../../vault/messages/vault.ts";
import { INTERESTS } from "../words.ts";
import { COLUMNS, DECLARING, INTERESTS_ALARMS, NATURES } from "./words.ts";

/** Who has declared nothing stands in it as well: that is what evaluators ask first. */
export function registerSheet(
  register: NonNullable<InterestsView["register"]>,
  { say, name }: Pick<Speech, "say" | "name">,
): Sheet {
  const rows = register.flatMap<readonly Cell[]>(({ memberId, names, version, interests, alarm }) => {
    const who = [name(names) || memberId, memberId, version, alarm === undefined ? "" : say(INTERESTS_ALARMS[alarm])];
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
  const { version, since, declared, ended } = COLUMNS;
  const { member, id, alarm, kind, nature, unit, person, note } = COLUMNS;
  const kinds = new Map<unknown, CellKind>([
    [version, "number"],
    ...[since, declared, ended].map((day) => [day, "day"] as const),
  ]);
  const columns = [member, id, version, alarm, kind, nature, unit, person, since, declared, ended, note];
  return {
    name: say(DECLARING.fileName),
    columns: columns.map((column) => ({ name: say(column), kind: kinds.get(column) ?? "text" })),
    rows,
  };
}
