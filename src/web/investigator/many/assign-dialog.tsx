/** Whose shall these cases be: everybody who may have them, with how much each has already. */
import { useState } from "preact/hooks";
import { CloseButton, Dialog } from "../parts/dialog.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Colleague } from "../vault/messages/vault.ts";
import type { ListRow } from "../list/list-rows.ts";
import { type Loads, candidatesFor } from "../list/load.ts";
import { ASSIGNING } from "./words.ts";
import { PersonChoices } from "./person-choices.tsx";

export type AssignDialogProps = {
  readonly rows: readonly Pick<ListRow, "channelId" | "digest" | "summary" | "registerNumber">[];
  readonly colleagues: readonly Colleague[];
  readonly loads: Loads;
  readonly me: string;
  readonly reason: string | undefined;
  readonly onReason: (reason: string) => void;
  readonly onAssign: (to: string | null, reason: string) => void;
  readonly onClose: () => void;
};

export function AssignDialog(props: AssignDialogProps) {
  const { rows, colleagues, loads, me, reason = "", onReason, onAssign, onClose } = props;
  const { say } = useSpeech();
  const [to, setTo] = useState<string | null | undefined>(undefined);
  const [isTried, setTried] = useState(false);
  const isLead = colleagues.some(({ id, isLead: leads }) => id === me && leads);
  const areMine = rows.every(({ digest }) => digest?.assignee === me);
  const areNobodys = rows.every(({ digest }) => (digest?.assignee ?? null) === null);
  /** As others will judge it (protocol/records/assignment.ts) */
  const isAllowed = (whom: string | null) => isLead || (areMine && whom !== me) || (areNobodys && whom === me);
  const candidates = candidatesFor(new Set(rows.map(({ channelId }) => channelId)), colleagues, loads).filter(
    ({ id }) => isAllowed(id),
  );
  const needsReason = !isLead && areMine && to !== null;
  const fault =
    to === undefined ? ASSIGNING.choose : needsReason && reason.trim() === "" ? ASSIGNING.reasonNeeded : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (to !== undefined && fault === undefined) onAssign(to, reason.trim());
  };
  const [row] = rows;
  return (
    <Dialog
      title={
        rows.length === 1 && row !== undefined
          ? say(ASSIGNING.titleOne, { title: row.summary?.title ?? row.registerNumber })
          : say(ASSIGNING.title, { n: rows.length })
      }
      onClose={onClose}
    >
      <form class="assign" onSubmit={submit}>
        {!isLead && <p class="hint">{say(ASSIGNING.memberHint)}</p>}
        <PersonChoices
          candidates={candidates}
          loads={loads}
          me={me}
          nobody={isAllowed(null)}
          chosen={to}
          onChoose={setTo}
          fault={isTried && to === undefined}
        />
        <div class="field">
          <label for="assign-reason">{say(needsReason ? ASSIGNING.reasonMust : ASSIGNING.reason)}</label>
          <p class="hint" id="assign-reason-hint">
            {say(ASSIGNING.reasonHint)}
          </p>
          <textarea
            id="assign-reason"
            rows={2}
            value={reason}
            aria-describedby="assign-reason-hint"
            aria-invalid={isTried && fault === ASSIGNING.reasonNeeded}
            onInput={({ currentTarget }) => onReason(currentTarget.value)}
          />
        </div>
        {isTried && fault !== undefined && (
          <p class="field-error" role="alert">
            {say(fault)}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary">
            {to === null ? say(ASSIGNING.submitNobody) : say(ASSIGNING.submit)}
          </button>
          <CloseButton onClose={onClose} />
        </p>
      </form>
    </Dialog>
  );
}
