import type { ReadRecord } from "../../../protocol/records.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import { DIALOG, FORM_NAMES, ROWS } from "./words.ts";

/** What has left of this case before, and to whom. */
export function Earlier({ view: { casework, names } }: { readonly view: CaseView }) {
  const { say, day, name, list } = useSpeech();
  const { exports } = casework;
  if (exports.length === 0) return null;
  return (
    <details>
      <summary>
        {say(DIALOG.earlier)} ({exports.length})
      </summary>
      <ul>
        {exports.map(({ sequence, author, storedOn, record }) => {
          const rows = rowsIn(record.rows).map(([direction, runs]) => say(ROWS[direction], { list: runs }));
          return (
            <li key={sequence}>
              <bdi>
                {say(DIALOG.earlierText, {
                  day: day(storedOn),
                  name: name(names[author]),
                  to: record.to === "" ? record.reason : record.to,
                })}
              </bdi>
              {record.reporter === "included" && ` (${say(DIALOG.withWords)})`}
              {Object.hasOwn(FORM_NAMES, record.form) &&
                ` (${say(FORM_NAMES[record.form as keyof typeof FORM_NAMES])})`}
              {rows.length > 0 && <span class="second">{say(DIALOG.earlierRows, { list: list(rows) })}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

type Rows = ReadRecord<"export">["rows"];

/** Of directions of which something went: "1–3, 5". The copy numbers them from 1, and only this says which they are. */
function rowsIn(rows: Rows): [direction: keyof Rows, runs: string][] {
  return (Object.keys(ROWS) as (keyof Rows)[])
    .filter((direction) => rows[direction].length > 0)
    .map((direction) => [
      direction,
      rows[direction].map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", "),
    ]);
}
