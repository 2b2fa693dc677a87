/** Who has how much to do; a press shows the person's cases. */
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { AUTHORS } from "../parts/words.ts";
import type { Colleague } from "../vault/messages/vault.ts";
import { NOBODY } from "../list/case-selection.ts";
import type { Load, Loads } from "../list/load.ts";
import { LIST } from "../list/words.ts";
import { ASSIGNING } from "./words.ts";

export type LoadsDialogProps = {
  readonly colleagues: readonly Colleague[];
  readonly loads: Loads;
  readonly me: string;
  readonly onPerson: (person: string) => void;
  readonly onClose: () => void;
};

export function LoadsDialog({ colleagues, loads, me, onPerson, onClose }: LoadsDialogProps) {
  const { say, name } = useSpeech();
  const people: readonly (readonly [id: string, shown: string, load: Load])[] = [
    ...colleagues
      .toSorted((a, b) => loads.of(b.id).open - loads.of(a.id).open)
      .map(
        ({ id, names }) =>
          [id, id === me ? `${name(names)} (${say(AUTHORS.you)})` : name(names), loads.of(id)] as const,
      ),
    [NOBODY, say(LIST.nobodys), loads.nobody],
  ];
  return (
    <Dialog title={say(LIST.loads)} onClose={onClose}>
      <p class="hint">{say(ASSIGNING.loadsHint)}</p>
      <table class="loads">
        <thead>
          <tr>
            <th scope="col">{say(LIST.columnAssigned)}</th>
            <th scope="col">{say(ASSIGNING.columnOpen)}</th>
            <th scope="col">{say(ASSIGNING.columnLate)}</th>
            <th scope="col">{say(ASSIGNING.columnUrgent)}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(([id, shown, { open, late, urgent }]) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onPerson(id)}>
                  <bdi>{shown}</bdi>
                </button>
              </th>
              <td>{open}</td>
              <td>{late}</td>
              <td>{urgent}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <CloseButton onClose={onClose} />
      </p>
    </Dialog>
  );
}
