import { useSpeech } from "../parts/speech.ts";
import { WRITING } from "./words.ts";

export type ConflictField = { readonly name: string; readonly own: string; readonly stored: string };

/** What was chosen and what a colleague stored, field by field. */
export function ConflictFields({ fields }: { readonly fields: readonly ConflictField[] }) {
  const { say } = useSpeech();
  return (
    <table class="conflict-fields">
      <thead>
        <tr>
          <th scope="col">{say(WRITING.conflictField)}</th>
          <th scope="col">{say(WRITING.conflictOwn)}</th>
          <th scope="col">{say(WRITING.conflictStored)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, own, stored }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[own, stored].map((value, index) => (
              <td key={index} class="typed" dir="auto">
                {value === "" ? <span class="muted">{say(WRITING.conflictEmpty)}</span> : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
