/** Removing a case by two members: proposed with a reason, agreed by another, taken back until the day on which it goes. */
import { useEffect, useRef } from "preact/hooks";
import type { CaseDiscard } from "../../../client/case/opened-case.ts";
import { FieldError } from "../parts/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { CaseView } from "../vault/vault-messages.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { type Writing, useWriting } from "../writing/use-writing.ts";
import { DISCARD } from "./words.ts";

export function DiscardNotice(opened: OpenedCaseProps) {
  const { view, draft, onDraft, work } = opened;
  const proposing = useWriting(
    () => work.takeDiscardStep({ step: "propose", reason: draft.discard ?? "" }),
    () => onDraft({ discard: undefined }),
  );
  const agreeing = useWriting(() => work.takeDiscardStep({ step: "agree" }), nothing);
  const keeping = useWriting(() => work.takeDiscardStep({ step: "keep" }), nothing);
  if (view.discard !== undefined)
    return <Standing {...opened} discard={view.discard} agreeing={agreeing} keeping={keeping} />;
  // Only what its reporter was told to be archived, and what nothing keeps from being written about.
  if (view.state !== "archived" || !view.writable.notes) return null;
  return <Proposal {...opened} writing={proposing} />;
}

const nothing = (): void => {};

type StandingProps = OpenedCaseProps & {
  readonly discard: CaseDiscard;
  readonly agreeing: Writing;
  readonly keeping: Writing;
};

function Standing({ view, member, discard, agreeing, keeping }: StandingProps) {
  const { say, day } = useSpeech();
  const { standing, proposed, agreed, goesOn, reason, writtenSince } = discard;
  const isMine = proposed.by === member.memberId;
  const nameIn = useNameIn(view);
  const failure = agreeing.failure ?? keeping.failure;
  const titles = {
    proposed: say(DISCARD.proposedTitle),
    agreed: say(DISCARD.agreedTitle, { day: day(goesOn ?? proposed.on) }),
    lapsed: say(DISCARD.lapsedTitle),
  };
  return (
    <div class="case-alarms">
      <Banner tone={standing === "agreed" ? "warn" : "plain"} title={titles[standing]}>
        <p>
          {say(DISCARD.proposedBy, { name: nameIn(proposed.by), day: day(proposed.on) })}{" "}
          {agreed !== undefined && say(DISCARD.agreedBy, { name: nameIn(agreed.by), day: day(agreed.on) })}
        </p>
        <p>
          {say(DISCARD.reason)}{" "}
          {reason === undefined ? (
            say(DISCARD.reasonNotShown)
          ) : (
            <bdi class="typed" dir="auto">
              {reason}
            </bdi>
          )}
        </p>
        {standing === "proposed" && <p>{say(isMine ? DISCARD.waitsForOther : DISCARD.waitsForYou)}</p>}
        {standing === "agreed" && <p>{say(DISCARD.untilThen)}</p>}
        {writtenSince > 0 && (
          <p>
            <strong>{say(DISCARD.writtenSince, { n: writtenSince })}</strong>
          </p>
        )}
        <p class="actions">
          {standing === "proposed" && !isMine && (
            <button type="button" class="button" aria-disabled={agreeing.busy} onClick={agreeing.submit}>
              {say(DISCARD.agree)}
            </button>
          )}
          <button type="button" class="button" aria-disabled={keeping.busy} onClick={keeping.submit}>
            {say(DISCARD.keep)}
          </button>
        </p>
      </Banner>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </div>
  );
}

function useNameIn(view: CaseView): (id: string) => string {
  const { name } = useSpeech();
  return (id) => name(view.names[id]);
}

function Proposal({ draft, onDraft, writing }: OpenedCaseProps & { readonly writing: Writing }) {
  const { say } = useSpeech();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOpen = draft.discard !== undefined;
  useEffect(() => {
    if (isOpen) field.current?.focus();
  }, [isOpen]);
  if (!isOpen)
    return (
      <p class="discard-link">
        <button type="button" class="link" onClick={() => onDraft({ discard: "" })}>
          {say(DISCARD.open)}
        </button>
      </p>
    );
  const isMissing = writing.failure?.kind === "refusal" && writing.failure.code === "reason-needed";
  return (
    <form
      class="case-alarms discard-form"
      aria-labelledby="discard-title"
      onSubmit={(event) => {
        event.preventDefault();
        writing.submit();
      }}
    >
      <h2 id="discard-title">{say(DISCARD.title)}</h2>
      <p>{say(DISCARD.lead)}</p>
      {writing.failure !== undefined && !isMissing && <FailureNotice failure={writing.failure} />}
      <div class="field">
        <label for="discard-reason">{say(DISCARD.reasonLabel)}</label>
        <p class="hint" id="discard-hint">
          {say(DISCARD.reasonHint)}
        </p>
        {isMissing && <FieldError id="discard-error" text={DISCARD.reasonMissing} />}
        <textarea
          ref={field}
          id="discard-reason"
          rows={2}
          dir="auto"
          autocomplete="off"
          value={draft.discard}
          readOnly={writing.busy}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "discard-error discard-hint" : "discard-hint"}
          onInput={({ currentTarget }) => onDraft({ discard: currentTarget.value })}
        />
      </div>
      <p class="actions">
        <button type="submit" class="button" aria-disabled={writing.busy}>
          {say(DISCARD.propose)}
        </button>
        <button type="button" class="button" onClick={() => onDraft({ discard: undefined })}>
          {say(DISCARD.cancel)}
        </button>
      </p>
    </form>
  );
}
