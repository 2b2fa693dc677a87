/** Published figures as a table to be saved: one line a value, of all periods. */
import { PUBLISHED } from "#words/figures";
import type { Sheet } from "../../../client/sheets/sheet.ts";
import type { Speech } from "../../../words/speech.ts";
import type { ToldFigures } from "../../shared/published.ts";

export function sheetOf(all: readonly ToldFigures[], { say }: Pick<Speech, "say">): Sheet {
  return {
    name: say(PUBLISHED.table),
    columns: [
      { name: say(PUBLISHED.period), kind: "text" },
      { name: say(PUBLISHED.table), kind: "text" },
      { name: say(PUBLISHED.value), kind: "text" },
      { name: say(PUBLISHED.count), kind: "number" },
      { name: say(PUBLISHED.share), kind: "share" },
    ],
    rows: all.flatMap(({ period, sums, medians, tables }) => [
      ...[...sums, ...medians].map(([name, said]) => [period, "", name, said, null]),
      ...tables.flatMap(({ title, rows }) =>
        rows.map(({ name, count, percent }) => [
          period,
          title,
          name,
          count,
          percent === undefined ? null : percent / 100,
        ]),
      ),
    ]),
  };
}
