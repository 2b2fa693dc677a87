/** Taking readers out, oneself among them: what it does, and what it does not do. */
import { useState } from "preact/hooks";
import { type InterestKind, REMOVAL_GROUNDS, type RemovalGround } from "../../../protocol/rules/interests.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { AUTHORS } from "../parts/words.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { ChangeForm } from "./change-form.tsx";
import { INTERESTS, READERS } from "./words.ts";

export type RemoveDialogProps = OpenedCaseProps & {
  /** Whoever steps back: chosen from the beginning, with the interest that is why */
  readonly steppingBack?: InterestKind;
  readonly onClose: () => void;
  readonly onLeft: () => void;
};

export function RemoveDialog(props: RemoveDialogProps) {
  const { view, member, draft, onDraft, work, steppingBack, onClose, onLeft } = props;
  const { say, name, list } = useSpeech();
  const [chosen, setChosen] = useState<readonly string[]>(steppingBack === undefined ? [] : [member.memberId]);
  const [interest, setInterest] = useState<RemovalGround | undefined>(steppingBack);
  const { now, changes } = view.casework.readers;
  const leaves = chosen.includes(member.memberId);
  const isLead = (id: string) => member.colleagues.some((one) => one.id === id && one.isLead);
  // Who steps back from a case leaves it to a lead, and so does a case from which an involved one is taken.
  const lacksLead = (leaves || interest !== undefined) && !now.some((id) => !chosen.includes(id) && isLead(id));
  const wasInvolved = (id: string) =>
    changes.some(({ valid, interest: of, members }) => valid && of !== null && members.includes(id));
  // Where every lead is involved nobody here is above, and who is involved is shut out all the same.
  const others = member.colleagues.filter(
    ({ id }) => isLead(id) && ![...chosen, ...now, ...view.excluded].includes(id) && !wasInvolved(id),
  );
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <ChangeForm
      title={say(READERS.remove)}
      submit={say(READERS.doRemove)}
      chosen={chosen.length > 0}
      mayGo={!lacksLead || others.length === 0}
      reason={draft.removing}
      onReason={(removing) => onDraft({ removing })}
      write={(reason) => work.changeReaders({ reason, remove: chosen, interest: interest ?? null, leaves })}
      onDone={leaves ? onLeft : onClose}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{say(READERS.removeLead)}</p>
          <p>{say(READERS.does)}:</p>
          <ul>
            {([READERS.keeps, READERS.until, READERS.forged] as const).map((text) => (
              <li key={text}>{say(text)}</li>
            ))}
          </ul>
          <fieldset class="persons" aria-invalid={isMissing}>
            <legend>{say(READERS.whom)}</legend>
            {isMissing && <FieldError id="readers-whom-error" text={READERS.whoMissing} />}
            {now.map((id) => (
              <label key={id} class="choice">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <span>
                  <bdi>{name(view.names[id])}</bdi>{" "}
                  {id === member.memberId && <span class="muted">({say(AUTHORS.you)})</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <div class="field">
            <label for="readers-interest">{say(READERS.interest)}</label>
            <select
              id="readers-interest"
              value={interest ?? ""}
              onChange={({ currentTarget }) => setInterest(REMOVAL_GROUNDS.find((one) => one === currentTarget.value))}
            >
              <option value="">{say(READERS.noInterest)}</option>
              {REMOVAL_GROUNDS.map((kind) => (
                <option key={kind} value={kind}>
                  {say(INTERESTS[kind])}
                </option>
              ))}
            </select>
          </div>
          {leaves && <p class="hint">{say(READERS.self)}</p>}
          {lacksLead && (
            <p class="hint alarm" role="alert">
              {others.length > 0
                ? say(READERS.noLead, { names: list(others.map(({ names }) => name(names))) })
                : say(READERS.noLeadAtAll)}
            </p>
          )}
        </>
      )}
    </ChangeForm>
  );
}
