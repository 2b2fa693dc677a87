/**
 * The list as a table. Of what reporters wrote it holds nothing by itself: units only where they are the office's own. Nor
 * does it tell on which day one wrote: the month alone, and nothing that is counted from that day.
 */
import type { Cell, Column, Sheet } from "../../../../client/sheets/sheet.ts";
import { daysSince } from "../../../../protocol/rules/deadlines.ts";
import { foldText } from "../../../../protocol/encoding/fold.ts";
import { sayCode } from "../../../../words/codes.ts";
import { CATEGORY_NAMES, DEADLINE_NAMES, STATE_NAMES, UNKNOWN } from "../../../../words/glossary.ts";
import type { Speech } from "../../../../words/speech.ts";
import { categoryOf } from "../case-selection.ts";
import type { ListRow } from "../list-rows.ts";
import { LIST } from "../words.ts";
import { LIST_TABLE } from "./words.ts";

export type ListSheetParts = {
  readonly rows: readonly ListRow[];
  /** Names of units as the office has told them */
  readonly units: readonly string[];
  /** Titles and units as reporters wrote them go along */
  readonly withTitles: boolean;
  /** Days go along: of arrival, of the state, and when something is due */
  readonly withDays: boolean;
  readonly channelOf: (id: string) => string;
  readonly nameOf: (member: string) => string;
};

export function listSheet(
  { rows, units, withTitles, withDays, channelOf, nameOf }: ListSheetParts,
  { say, today }: Pick<Speech, "say" | "today">,
): Sheet {
  const known = new Map(units.map((unit) => [folded(unit), unit]));
  const unitOf = (unit: string): string =>
    unit.trim() === "" || withTitles ? unit : (known.get(folded(unit)) ?? say(LIST_TABLE.otherUnit));
  type Told = Column & { readonly of: (row: ListRow) => Cell };
  const title: Told = { name: say(LIST.columnTitle), kind: "text", of: ({ summary }) => summary?.title ?? null };
  const month: Told = { name: say(LIST_TABLE.month), kind: "text", of: ({ arrivedOn }) => arrivedOn.slice(0, 7) };
  const step: Told = {
    name: say(LIST.columnDue),
    kind: "text",
    of: ({ next }) => (next === undefined ? null : say(DEADLINE_NAMES[next.kind])),
  };
  const days: readonly Told[] = [
    { name: say(LIST_TABLE.arrived), kind: "day", of: ({ arrivedOn }) => arrivedOn },
    { name: say(LIST_TABLE.age), kind: "number", of: ({ arrivedOn }) => daysSince(arrivedOn, today()) },
    { name: say(LIST_TABLE.since), kind: "day", of: ({ stateOn }) => stateOn },
    step,
    { name: say(LIST_TABLE.due), kind: "day", of: ({ next }) => next?.due ?? null },
    { name: say(LIST_TABLE.left), kind: "number", of: ({ next }) => next?.left ?? null },
    {
      name: say(LIST_TABLE.unit),
      kind: "text",
      of: ({ next }) =>
        next === undefined ? null : say(next.unit === "working" ? LIST_TABLE.working : LIST_TABLE.calendar),
    },
  ];
  const columns: readonly Told[] = [
    { name: say(LIST_TABLE.register), kind: "text", of: ({ registerNumber }) => registerNumber },
    ...(withTitles ? [title] : []),
    { name: say(LIST.columnState), kind: "text", of: ({ state }) => sayCode(say, STATE_NAMES, state, UNKNOWN.code) },
    {
      name: say(LIST.columnCategory),
      kind: "text",
      of: (row) => {
        const category = categoryOf(row);
        return category === undefined ? null : sayCode(say, CATEGORY_NAMES, category, UNKNOWN.code);
      },
    },
    { name: say(LIST.columnUnit), kind: "text", of: ({ summary }) => unitOf(summary?.unit ?? "") },
    { name: say(LIST.columnChannel), kind: "text", of: ({ channelId }) => channelOf(channelId) },
    ...(withDays ? days : [month, step]),
    {
      name: say(LIST.columnAssigned),
      kind: "text",
      of: ({ digest }) => {
        if (digest === undefined) return say(LIST.notRead);
        return digest.assignee === null ? say(LIST.unassigned) : nameOf(digest.assignee);
      },
    },
  ];
  return {
    name: say(LIST_TABLE.sheet),
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

function folded(unit: string): string {
  return foldText(unit).trim().replace(/\s+/gu, " ");
}
