/** A field with its label, its hint and what is wrong with it: what the screens of the proposal are made of. */
import type { Texts } from "../../../../words/text.ts";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { useSpeech } from "../../../screen/speech.ts";

export type TextFieldProps = {
  readonly id: string;
  readonly label: Texts;
  readonly hint?: Texts | undefined;
  /** Undefined where nothing is wrong; `lines` of a field with several */
  readonly fault?: { readonly text: Texts; readonly lines: readonly number[] } | undefined;
  readonly value: string;
  /** With so many lines; one line without */
  readonly rows?: number;
  readonly lang?: string;
  readonly onValue: (value: string) => void;
};

export function TextField({ id, label, hint, fault, value, rows, lang, onValue }: TextFieldProps) {
  const { say } = useSpeech();
  const isWrong = fault !== undefined;
  const described = [...(isWrong ? [`${id}-error`] : []), ...(hint === undefined ? [] : [`${id}-hint`])].join(" ");
  const field = {
    id,
    value,
    lang,
    autocomplete: "off",
    "aria-invalid": isWrong,
    "aria-describedby": described === "" ? undefined : described,
  };
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {say(hint)}
        </p>
      )}
      {isWrong && <FieldError id={`${id}-error`} text={fault.text} values={{ lines: fault.lines.join(", ") }} />}
      {rows === undefined ? (
        <input {...field} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
      ) : (
        <textarea {...field} rows={rows} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
      )}
    </div>
  );
}

/** Text out of a file, added to what stands in a field; the same file can be chosen again. */
export function TextFile({
  id,
  label,
  onText,
}: {
  readonly id: string;
  readonly label: Texts;
  readonly onText: (text: string) => void;
}) {
  const { say } = useSpeech();
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    onText(await file.text());
    input.value = "";
  };
  return (
    <p class="field">
      <label for={id}>{say(label)}</label>
      <input id={id} type="file" accept=".txt,.csv,.ics" onChange={({ currentTarget }) => void take(currentTarget)} />
    </p>
  );
}
