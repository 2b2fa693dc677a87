import { useSpeech } from "../../screen/speech.ts";
import { WRITING } from "./words.ts";

export type ConflictField = { readonly name: string; readonly own: string; readonly stored: string };

/** Which of the two texts of a field is taken; undefined until somebody has decided. */
export type Taken = "own" | "stored" | undefined;

export type ConflictFieldsProps = {
  readonly fields: readonly ConflictField[];
  /** Where fields are chosen here, and not in a form below: what was taken of each, in the order of `fields` */
  readonly taken?: readonly Taken[];
  readonly onTake?: (at: number, taken: "own" | "stored") => void;
  /** Both texts in one, own first; undefined where a field has none */
  readonly onMerge?: (at: number) => (() => void) | undefined;
};

/** What was chosen and what a colleague stored, field by field. */
export function ConflictFields({ fields, taken, onTake, onMerge }: ConflictFieldsProps) {
  const { say } = useSpeech();
  const textOf = (value: string) => (value === "" ? <span class="muted">{say(WRITING.conflictEmpty)}</span> : value);
  return (
    <table class={`conflict-fields${onTake === undefined ? "" : " chosen"}`}>
      <thead>
        <tr>
          <th scope="col">{say(WRITING.conflictField)}</th>
          <th scope="col">{say(WRITING.conflictOwn)}</th>
          <th scope="col">{say(WRITING.conflictStored)}</th>
          {onMerge !== undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, ...texts }, at) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {(["own", "stored"] as const).map((side) => (
              <td key={side} class="typed" dir="auto">
                {onTake === undefined ? (
                  textOf(texts[side])
                ) : (
                  <label class="version">
                    <input
                      type="radio"
                      name={`conflict-${at}`}
                      aria-label={`${name}, ${say(side === "own" ? WRITING.conflictOwn : WRITING.conflictStored)}`}
                      checked={taken?.[at] === side}
                      onChange={() => onTake(at, side)}
                    />
                    <span>
                      <span class="side muted">
                        {say(side === "own" ? WRITING.conflictOwn : WRITING.conflictStored)}
                      </span>
                      {textOf(texts[side])}
                    </span>
                  </label>
                )}
              </td>
            ))}
            {onMerge !== undefined && <td>{mergeButton(name, onMerge(at), say(WRITING.merge))}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function mergeButton(name: string, onMerge: (() => void) | undefined, text: string) {
  if (onMerge === undefined) return null;
  return (
    <button type="button" class="button" aria-label={`${text}: ${name}`} onClick={onMerge}>
      {text}
    </button>
  );
}
