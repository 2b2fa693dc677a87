import { useSpeech } from "../../screen/speech.ts";
import { AUTHORS } from "../parts/words.ts";
import type { Colleague } from "../vault/messages/vault.ts";
import type { Load, Loads } from "../list/load.ts";
import { LIST } from "../list/words.ts";
import { ASSIGNING } from "./words.ts";

export type PersonChoicesProps = {
  readonly candidates: readonly Colleague[];
  readonly loads: Loads;
  readonly me: string;
  /** Whether it may be made nobody's */
  readonly nobody: boolean;
  /** A member's id, null for nobody; undefined before somebody has chosen */
  readonly chosen: string | null | undefined;
  readonly onChoose: (to: string | null) => void;
  readonly fault?: boolean;
};

/** One line a person, with the load beside the name; whoever has least stands first, and nobody last. */
export function PersonChoices({ candidates, loads, me, nobody, chosen, onChoose, fault = false }: PersonChoicesProps) {
  const { say, name } = useSpeech();
  return (
    <fieldset class="persons" aria-invalid={fault}>
      <legend>{say(ASSIGNING.to)}</legend>
      {candidates.map(({ id, names }) => (
        <label key={id} class="choice">
          <input type="radio" name="person" checked={chosen === id} onChange={() => onChoose(id)} />
          <span>
            <bdi>{name(names)}</bdi> {id === me && <span class="muted">({say(AUTHORS.you)})</span>}
          </span>
          <LoadText load={loads.of(id)} />
        </label>
      ))}
      {nobody && (
        <label class="choice">
          <input type="radio" name="person" checked={chosen === null} onChange={() => onChoose(null)} />
          <span>{say(LIST.nobodys)}</span>
        </label>
      )}
      {candidates.length === 0 && !nobody && <p>{say(ASSIGNING.noneAllowed)}</p>}
    </fieldset>
  );
}

function LoadText({ load: { open, late, urgent } }: { readonly load: Load }) {
  const { say } = useSpeech();
  const parts = [
    say(ASSIGNING.loadOpen, { n: open }),
    ...(late > 0 ? [say(ASSIGNING.loadLate, { n: late })] : []),
    ...(urgent > 0 ? [say(ASSIGNING.loadUrgent, { n: urgent })] : []),
  ];
  return <span class="load muted">{parts.join(", ")}</span>;
}
