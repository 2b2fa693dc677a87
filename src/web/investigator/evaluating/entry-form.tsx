/** One entry of the ledger, written or changed; a colleague who was quicker is shown, and nothing typed is lost. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { LedgerList } from "../../../client/evaluation/ledger.ts";
import { faultsIn, idOf } from "../judging/form/record-field.ts";
import { RecordFields } from "../judging/form/record-fields.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { PageFailure } from "../vault/vault-client.ts";
import { EntryFacts } from "./entry-facts.tsx";
import { LEDGER_FIELDS, isWritable } from "./ledger-fields.ts";
import { ENTRY, EVALUATING } from "./words.ts";

export type Editing = {
  readonly list: LedgerList;
  /** As it stands in the ledger; undefined for a new one */
  readonly before: object | undefined;
  readonly after: object;
  /** A colleague has changed it meanwhile: `before` is theirs */
  readonly isNewer?: true;
};

export type EntryFormProps = {
  readonly editing: Editing;
  readonly onChange: (after: object) => void;
  readonly busy: boolean;
  readonly failure: PageFailure | undefined;
  readonly onSave: () => void;
  readonly onRemove: () => void;
  readonly onBack: () => void;
};

export function EntryForm({ editing, onChange, busy, failure, onSave, onRemove, onBack }: EntryFormProps) {
  const { say } = useSpeech();
  const [tried, setTried] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  const { list, before, after, isNewer } = editing;
  const fields = LEDGER_FIELDS[list];
  const faults = faultsIn(fields, after);
  const isWhole = faults.length === 0 && isWritable(list, after);
  const name = `ledger-${list}`;
  const hasDay = "on" in after && typeof after.on === "string";
  return (
    <form
      ref={place}
      class="entry-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const [first] = faults;
        if (first !== undefined) document.getElementById(idOf(name, first.field))?.focus();
        else if (!hasDay) document.getElementById(`${name}-on`)?.focus();
        else if (isWhole && !busy) onSave();
      }}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isNewer === true && (
        <Banner tone="warn" title={say(EVALUATING.changedTitle)} urgent>
          <p>{say(before === undefined ? EVALUATING.removedText : EVALUATING.changedText)}</p>
          {before !== undefined && <EntryFacts list={list} entry={before} />}
        </Banner>
      )}
      <RecordFields
        form={name}
        fields={fields}
        content={after}
        onContent={onChange}
        busy={busy}
        faults={tried ? faults : []}
      />
      {tried && faults.length === 0 && !isWhole && (
        <FieldError id={`${name}-fault`} text={hasDay ? ENTRY.periodWrong : ENTRY.dayMissing} />
      )}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {say(busy ? EVALUATING.saving : EVALUATING.save)}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {say(EVALUATING.back)}
        </button>
        {before !== undefined && (
          <button type="button" class="button destructive" disabled={busy} onClick={onRemove}>
            {say(EVALUATING.remove)}
          </button>
        )}
      </p>
    </form>
  );
}
