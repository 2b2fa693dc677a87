/** Entries as a table, with their cases; and as a list, where a column is all the room that there is. */
import { useSpeech } from "../../screen/speech.ts";
import type { Speech } from "../../../words/speech.ts";
import { ACT_NAMES } from "../../../words/acts.ts";
import { sayCode } from "../../../words/codes.ts";
import type { TrailRow } from "../vault/messages/trail.ts";
import { LEAF_NAMES, SERVER_ACT_NAMES, TRAIL } from "./words.ts";

export type ShownRow = TrailRow & {
  readonly row?: { readonly direction: "team" | "internal"; readonly sequence: number } | undefined;
};

/** Another version's act is shown by its name. */
export function actText(row: ShownRow, { say }: Pick<Speech, "say">): string {
  if (row.kind === "act") return sayCode(say, ACT_NAMES, row.act, row.act);
  return row.kind === "server" ? sayCode(say, SERVER_ACT_NAMES, row.act, row.act) : say(LEAF_NAMES[row.kind]);
}

/** Whose words or factors the server has changed */
function About({ row }: { readonly row: ShownRow }) {
  const { name } = useSpeech();
  if (row.kind !== "server" || row.names === undefined) return null;
  return (
    <>
      : <bdi>{name(row.names)}</bdi>
    </>
  );
}

function who(row: ShownRow, { say, name }: Pick<Speech, "say" | "name">): string {
  return row.kind === "act" ? name(row.names) || say(TRAIL.nobody) : say(TRAIL.server);
}

export function TrailTable({ rows }: { readonly rows: readonly ShownRow[] }) {
  const speech = useSpeech();
  const { say, day, number } = speech;
  return (
    <div class="trail-table" tabIndex={0} role="region" aria-label={say(TRAIL.what)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(TRAIL.number)}</th>
            <th scope="col">{say(TRAIL.when)}</th>
            <th scope="col">{say(TRAIL.who)}</th>
            <th scope="col">{say(TRAIL.what)}</th>
            <th scope="col">{say(TRAIL.caseColumn)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td class="number">{number(row.number)}</td>
              <td class="day">{day(row.day)}</td>
              <td>
                <bdi>{who(row, speech)}</bdi>
              </td>
              <td>
                {actText(row, speech)}
                <About row={row} />
              </td>
              <td>{row.registerNumber ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function TrailList({ rows }: { readonly rows: readonly ShownRow[] }) {
  const speech = useSpeech();
  const { say, day, number } = speech;
  return (
    <ul class="people">
      {rows.map((row) => (
        <li key={row.number}>
          {actText(row, speech)}
          {row.row !== undefined && (
            <>, {say(row.row.direction === "team" ? TRAIL.answer : TRAIL.note, { n: row.row.sequence })}</>
          )}
          <span class="second">
            <bdi>{who(row, speech)}</bdi> · {day(row.day)} · {say(TRAIL.entry, { number: number(row.number) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
