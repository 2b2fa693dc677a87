/** Letting a colleague in who does not read the case. */
import { useState } from "preact/hooks";
import { FieldError } from "../parts/fields/field-error.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { ChangeForm } from "./change-form.tsx";
import { READERS } from "./words.ts";

export type GrantDialogProps = OpenedCaseProps & { readonly onClose: () => void };

export function GrantDialog({ view, member, draft, onDraft, work, onClose }: GrantDialogProps) {
  const { say, name } = useSpeech();
  const [to, setTo] = useState("");
  const { now } = view.casework.readers;
  // The client refuses the others too, whatever this list shows.
  const may = member.colleagues.filter(({ id }) => id !== member.memberId && !view.excluded.includes(id));
  const candidates = may.filter(({ id }) => !now.includes(id));
  const again = may.filter(({ id }) => now.includes(id));
  return (
    <ChangeForm
      title={say(READERS.grant)}
      submit={say(READERS.doGrant)}
      chosen={to !== ""}
      reason={draft.granting}
      onReason={(granting) => onDraft({ granting })}
      write={(reason) => work.changeReaders({ reason, grant: to })}
      onDone={onClose}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{say(READERS.grantLead)}</p>
          <div class="field">
            <label for="readers-to">{say(READERS.who)}</label>
            <p class="hint" id="readers-to-hint">
              {say(candidates.length === 0 ? READERS.nobody : READERS.notGiven)}
            </p>
            {isMissing && <FieldError id="readers-to-error" text={READERS.whoMissing} />}
            <select
              id="readers-to"
              value={to}
              aria-invalid={isMissing}
              aria-describedby="readers-to-hint"
              onChange={({ currentTarget }) => setTo(currentTarget.value)}
            >
              <option value="">{say(READERS.choose)}</option>
              {candidates.map(({ id, names }) => (
                <option key={id} value={id}>
                  {name(names)}
                </option>
              ))}
              {again.length > 0 && (
                <optgroup label={say(READERS.again)}>
                  {again.map(({ id, names }) => (
                    <option key={id} value={id}>
                      {name(names)}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          </div>
        </>
      )}
    </ChangeForm>
  );
}
