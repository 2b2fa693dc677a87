/** Before a case is shown whose report names an own interest: step back, or go on with a reason that is written down. */
import { useEffect, useRef, useState } from "preact/hooks";
import { INTEREST_KINDS, type InterestKind } from "../../../../protocol/rules/interests.ts";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { ReasonField } from "../../parts/fields/reason-field.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { WriteResult } from "../../writing/case-work.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { RemoveDialog } from "../remove-dialog.tsx";
import { InterestFacts } from "./interest-facts.tsx";
import { TOUCHED } from "./words.ts";

export type TouchedProps = OpenedCaseProps & {
  /** Nothing can be written into the case: what stands in the way is to be seen. */
  readonly onPass: () => void;
  readonly onBack: () => void;
};

export function Touched({ onPass, onBack, ...opened }: TouchedProps) {
  const { view, work, draft, onDraft } = opened;
  const { say } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const reason = draft.touched ?? "";
  const [tried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const { matches } = view.interests;
  const canWrite = view.writable.notes;
  const kinds = matches.map(({ interest }) => kindOf(interest.kind));

  const record = async (): Promise<WriteResult> => {
    let result: WriteResult = { is: "stored" };
    for (const [at, { interest }] of matches.entries()) {
      result = await work.writeRecord({ kind: "interest", interest: interest.id, of: kinds[at] ?? "other", reason });
      if (result.is === "failed") return result;
    }
    return result;
  };
  const writing = useWriting(record, () => onDraft({ touched: undefined }));
  const lacksReason = reason.trim() === "";

  return (
    <section class="touched" aria-labelledby="touched-title">
      <h2 id="touched-title" tabIndex={-1} ref={heading}>
        {say(TOUCHED.title)}
      </h2>
      <p>{say(TOUCHED.lead)}</p>
      <ul>
        {matches.map(({ interest, by }) => (
          <li key={interest.id}>
            <InterestFacts interest={interest} />
            <span class="second">{by.map((part) => say(TOUCHED[part])).join(" ")}</span>
          </li>
        ))}
      </ul>
      {canWrite ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!lacksReason) writing.submit();
          }}
        >
          {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
          <p class="actions">
            <button type="button" class="button primary" onClick={() => setLeaving(true)}>
              {say(TOUCHED.stepBack)}
            </button>
            <button type="button" class="button" onClick={onBack}>
              {say(TOUCHED.toList)}
            </button>
          </p>
          <ReasonField
            id="touched-reason"
            label={TOUCHED.reason}
            hint={TOUCHED.reasonHint}
            fault={tried && lacksReason ? TOUCHED.reasonMissing : undefined}
            value={reason}
            busy={writing.busy}
            onValue={(touched) => onDraft({ touched })}
          />
          <p class="actions">
            <button type="submit" class="button" aria-disabled={writing.busy}>
              {say(writing.busy ? TOUCHED.busy : TOUCHED.open)}
            </button>
          </p>
        </form>
      ) : (
        <Banner tone="warn" title={say(TOUCHED.notWritable)}>
          <p class="actions">
            <button type="button" class="button" onClick={onPass}>
              {say(TOUCHED.open)}
            </button>
            <button type="button" class="button" onClick={onBack}>
              {say(TOUCHED.toList)}
            </button>
          </p>
        </Banner>
      )}
      {isLeaving && (
        <RemoveDialog
          {...opened}
          steppingBack={kinds[0] ?? "other"}
          onClose={() => setLeaving(false)}
          onLeft={onBack}
        />
      )}
    </section>
  );
}

/** A kind of a later version is written down as another one. */
function kindOf(kind: string): InterestKind {
  return INTEREST_KINDS.find((one) => one === kind) ?? "other";
}
