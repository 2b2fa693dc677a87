/**
 * Numbers of what goes: by itself, from 1 in each direction. Gaps would tell how much stays inside, and of which days. Where
 * nothing of a direction stays inside these are the case's own; which they are otherwise, the record of the file says.
 */
import type { ReadRecord } from "../../protocol/records.ts";
import type { CaseFile, Said } from "./format.ts";

/** The rows of a case that go, by their numbers there */
export type Going = Pick<CaseFile, "conversation" | "notes" | "sheet" | "records" | "readers">;

type Rows = ReadRecord<"export">["rows"];
type Direction = keyof Rows;

/** As the record of the file names them. */
export function rowsOf(going: Going): Rows {
  const { team, reporter, internal } = numbersIn(going);
  return { team: runsOf(team), reporter: runsOf(reporter), internal: runsOf(internal) };
}

export function renumbered(going: Going): Going {
  const { conversation, notes, sheet, records, readers } = going;
  const numbers = numbersIn(going);
  const within = (direction: Direction) => {
    const own = new Map(numbers[direction].map((number, at) => [number, at + 1]));
    return (number: number) => own.get(number) ?? 0;
  };
  const [team, reporter, internal] = [within("team"), within("reporter"), within("internal")];
  const inside = <Row extends { readonly number: number }>(row: Row): Row => ({ ...row, number: internal(row.number) });
  return {
    conversation: conversation.map((one) => ({
      ...one,
      number: (directionOf(one) === "team" ? team : reporter)(one.number),
    })),
    notes: notes.map(inside),
    sheet: sheet && inside(sheet),
    records: records.map((record) => ({ ...inside(record), fields: fieldsOf(record, internal) })),
    readers: readers && { ...readers, changes: readers.changes.map(inside) },
  };
}

/** An answer to a sheet names it by its number. */
function fieldsOf({ kind, fields }: CaseFile["records"][number], internal: (number: number) => number) {
  const { sheet } = fields;
  return kind === "sheet-agreement" && typeof sheet === "number" ? { ...fields, sheet: internal(sheet) } : fields;
}

function numbersIn({ conversation, notes, records, readers }: Going): Readonly<Record<Direction, readonly number[]>> {
  const said = (direction: Direction) => conversation.filter((one) => directionOf(one) === direction);
  return {
    team: sortedNumbers(said("team")),
    reporter: sortedNumbers(said("reporter")),
    internal: sortedNumbers([...notes, ...records, ...(readers?.changes ?? [])]),
  };
}

function directionOf({ from }: Said): Direction {
  return from === "office" ? "team" : "reporter";
}

function sortedNumbers(rows: readonly { readonly number: number }[]): number[] {
  return rows.map(({ number }) => number).toSorted((a, b) => a - b);
}

function runsOf(numbers: readonly number[]): Rows[Direction] {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
