/** One interest, declared or changed. */
import { useState } from "preact/hooks";
import { type Interest, writableInterest } from "../../../../protocol/documents/declared-interests.ts";
import { INTEREST_ID_BYTES, INTEREST_KINDS, INTEREST_NATURES } from "../../../../protocol/rules/interests.ts";
import { DayInput } from "../../parts/fields/day-input.tsx";
import { FieldError } from "../../parts/fields/field-error.tsx";
import { makeId } from "../../parts/random-id.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { INTERESTS } from "../words.ts";
import { DECLARING, NATURES } from "./words.ts";

export type InterestFormProps = {
  /** As it stands, or as it was typed so far */
  readonly interest: Interest;
  readonly onChange: (interest: Interest) => void;
  readonly busy: boolean;
  readonly onPut: (interest: Interest) => void;
  readonly onBack: () => void;
};

const LINES = ["unit", "person"] as const;
const DAYS = ["since", "ended"] as const;

export function newInterest(declared: string): Interest {
  return {
    id: makeId(INTEREST_ID_BYTES),
    kind: "business",
    nature: "actual",
    unit: "",
    person: "",
    note: "",
    since: null,
    declared,
    ended: null,
  };
}

export function InterestForm({ interest: form, onChange, busy, onPut, onBack }: InterestFormProps) {
  const { say } = useSpeech();
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Interest>) => onChange({ ...form, ...part });
  const isNamed = form.unit.trim() !== "" || form.person.trim() !== "";
  const isWhole = writableInterest(form) !== undefined;
  return (
    <form
      class="interest-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole && !busy) onPut(form);
      }}
    >
      <div class="field">
        <label for="interest-kind">{say(DECLARING.kind)}</label>
        <select
          id="interest-kind"
          value={form.kind}
          onChange={({ currentTarget }) =>
            change({ kind: INTEREST_KINDS.find((one) => one === currentTarget.value) ?? "other" })
          }
        >
          {INTEREST_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(INTERESTS[kind])}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{say(DECLARING.nature)}</legend>
        {INTEREST_NATURES.map((nature) => (
          <label key={nature} class="choice">
            <input
              type="radio"
              name="interest-nature"
              checked={form.nature === nature}
              onChange={() => change({ nature })}
            />
            <span>{say(NATURES[nature])}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint" id="interest-named-hint">
        {say(DECLARING.namedHint)}
      </p>
      {tried && !isNamed && <FieldError id="interest-named-error" text={DECLARING.notNamed} />}
      {LINES.map((line) => (
        <div key={line} class="field">
          <label for={`interest-${line}`}>{say(DECLARING[line])}</label>
          <input
            id={`interest-${line}`}
            dir="auto"
            autocomplete="off"
            maxLength={300}
            value={form[line]}
            aria-invalid={tried && !isNamed}
            aria-describedby="interest-named-hint"
            onInput={({ currentTarget }) => change({ [line]: currentTarget.value })}
          />
        </div>
      ))}
      <div class="field">
        <label for="interest-note">{say(DECLARING.note)}</label>
        <textarea
          id="interest-note"
          rows={2}
          dir="auto"
          autocomplete="off"
          maxLength={2_000}
          value={form.note}
          onInput={({ currentTarget }) => change({ note: currentTarget.value })}
        />
      </div>
      {DAYS.map((which) => (
        <div key={which} class="field">
          <label for={`interest-${which}`}>{say(DECLARING[which])}</label>
          <DayInput
            id={`interest-${which}`}
            value={form[which] ?? ""}
            onValue={(day) => change({ [which]: day === "" ? null : day })}
          />
        </div>
      ))}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {say(busy ? DECLARING.busy : DECLARING.store)}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {say(DECLARING.cancel)}
        </button>
      </p>
    </form>
  );
}
