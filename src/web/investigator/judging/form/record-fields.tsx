/** Fields of a record's form, drawn by their table: native controls, each with its name. */
import { DayInput } from "../../parts/fields/day-input.tsx";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { rowsFor } from "../../writing/length-hint.tsx";
import { FORM } from "../words.ts";
import { type FieldFault, type RecordField, idOf, textOf, valueAt, withValue } from "./record-field.ts";

export type RecordFieldsProps<Content extends object> = {
  /** Names the controls on the page */
  readonly form: string;
  readonly fields: readonly RecordField[];
  readonly content: Content;
  readonly onContent: (content: Content) => void;
  readonly busy: boolean;
  readonly faults?: readonly FieldFault[];
};

export function RecordFields<Content extends object>({ fields, ...props }: RecordFieldsProps<Content>) {
  return (
    <>
      {fields.map((field) => (
        <Field key={field.path.join(".")} field={field} {...props} />
      ))}
    </>
  );
}

type FieldProps<Content extends object> = Omit<RecordFieldsProps<Content>, "fields"> & { readonly field: RecordField };

function Field<Content extends object>(props: FieldProps<Content>) {
  const { form, field, content, onContent, faults = [] } = props;
  const { say } = useSpeech();
  const id = idOf(form, field);
  const fault = faults.find((one) => one.field === field)?.text;
  const described = [fault && `${id}-error`, field.hint && `${id}-hint`].filter((one) => one !== undefined).join(" ");
  const hint = field.hint && (
    <p class="hint" id={`${id}-hint`}>
      {say(field.hint)}
    </p>
  );
  const error = fault && <FieldError id={`${id}-error`} text={fault} />;
  const set = (value: unknown) => onContent(withValue(content, field.path, value));
  if (field.kind === "tick")
    return (
      <label class="tick">
        <input
          id={id}
          type="checkbox"
          checked={valueAt(content, field.path) === true}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
        {say(field.name)}
      </label>
    );
  if (field.kind === "many" || field.kind === "scale" || field.kind === "rows")
    return (
      <fieldset id={id} tabIndex={-1} class="field" aria-describedby={described === "" ? undefined : described}>
        <legend>{say(field.name)}</legend>
        {hint}
        {error}
        <Group {...props} id={id} set={set} />
      </fieldset>
    );
  return (
    <div class="field">
      <label for={id}>
        {say(field.name)}
        {"required" in field && <span class="muted"> {say(FORM.required)}</span>}
      </label>
      {hint}
      {error}
      <Control {...props} id={id} set={set} described={described} invalid={fault !== undefined} />
    </div>
  );
}

type SetProps = { readonly id: string; readonly set: (value: unknown) => void };

function Group<Content extends object>({ form, field, content, busy, id, set }: FieldProps<Content> & SetProps) {
  const { say } = useSpeech();
  const value = valueAt(content, field.path);
  if (field.kind === "many") {
    const chosen = value as readonly string[];
    return (
      <div class="ticks">
        {Object.entries(field.names).map(([code, name]) => (
          <label key={code} class="tick">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ currentTarget }) =>
                set(currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />
            {say(name)}
          </label>
        ))}
      </div>
    );
  }
  if (field.kind === "scale")
    return <Numbers name={id} label={field.name} value={value as number | null} onValue={set} />;
  if (field.kind !== "rows") return null;
  const rows = value as readonly object[];
  return (
    <>
      {rows.map((row, at) => (
        <div key={at} class="record-row">
          <RecordFields
            form={`${id}-${at}`}
            fields={field.of}
            content={row}
            busy={busy}
            onContent={(changed) => set(rows.map((one, index) => (index === at ? changed : one)))}
          />
          <button
            type="button"
            class="button"
            aria-label={`${say(FORM.remove)} ${say(field.name)} ${at + 1}`}
            onClick={() => set(rows.filter((_, index) => index !== at))}
          >
            {say(FORM.remove)}
          </button>
        </div>
      ))}
      {rows.length < field.most && (
        <button type="button" class="button" data-form={form} onClick={() => set([...rows, field.fresh])}>
          {say(field.add)}
        </button>
      )}
    </>
  );
}

type ControlProps = SetProps & { readonly described: string; readonly invalid: boolean };

function Control<Content extends object>(props: FieldProps<Content> & ControlProps) {
  const { field, content, busy, id, set, described, invalid } = props;
  const { say } = useSpeech();
  const value = valueAt(content, field.path);
  const common = { id, "aria-describedby": described === "" ? undefined : described, "aria-invalid": invalid };
  if (field.kind === "choice")
    return (
      <select
        {...common}
        value={typeof value === "string" ? value : ""}
        onChange={({ currentTarget }) => set(currentTarget.value === "" ? null : currentTarget.value)}
      >
        {field.none !== undefined && <option value="">{say(field.none)}</option>}
        {Object.entries(field.names).map(([code, name]) => (
          <option key={code} value={code}>
            {say(name)}
          </option>
        ))}
      </select>
    );
  if (field.kind === "day")
    return (
      <DayInput
        {...common}
        value={typeof value === "string" ? value : ""}
        readOnly={busy}
        onValue={(day) => set(day === "" ? null : day)}
      />
    );
  const text = textOf(value);
  if (field.kind === "line")
    return (
      <input
        {...common}
        type="text"
        dir="auto"
        autocomplete="off"
        value={text}
        readOnly={busy}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    );
  return (
    <textarea
      {...common}
      rows={Math.max(2, rowsFor(text))}
      dir="auto"
      autocomplete="off"
      value={text}
      readOnly={busy}
      onInput={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}

export type NumbersProps = {
  readonly name: string;
  readonly label: Parameters<ReturnType<typeof useSpeech>["say"]>[0];
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
};

const SCALE = [1, 2, 3, 4] as const;

/** One of four, by mouse or arrow keys; what was chosen can be taken back. */
export function Numbers({ name, label, value, onValue }: NumbersProps) {
  const { say } = useSpeech();
  return (
    <span class="numbers" role="radiogroup" aria-label={say(label)}>
      {SCALE.map((number) => (
        <label key={number}>
          <input type="radio" name={name} checked={value === number} onChange={() => onValue(number)} />
          <span>{number}</span>
        </label>
      ))}
      {value !== null && (
        <button
          type="button"
          class="button quiet square"
          aria-label={`${say(FORM.clear)}: ${say(label)}`}
          title={say(FORM.clear)}
          onClick={() => onValue(null)}
        >
          <Icon name="refresh" />
        </button>
      )}
    </span>
  );
}
