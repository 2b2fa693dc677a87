/** Removing a case by two members: proposed with a reason, agreed by another, taken back until the day on which it goes. */
import { useEffect, useRef } from "preact/hooks";
import type { CaseDiscard } from "../../../client/casework/opened-case.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { ReasonField } from "../parts/fields/reason-field.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import { putAside } from "../writing/drafts.ts";
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
  const all = [proposing, agreeing, keeping];
  /** What an earlier step has failed for is over. */
  const begin = (writing: Writing) => () => {
    for (const one of all) one.settle();
    writing.submit();
  };
  // Only what its reporter was told to be archived, and what nothing keeps from being written about.
  const isPossible = view.discard === undefined && view.state === "archived" && view.writable.notes;
  const typed = draft.discard;
  // A colleague was quicker, or works on the case again: what was typed stays in sight beside the notes, where it belongs.
  useEffect(() => {
    if (isPossible || typed === undefined || proposing.busy) return;
    const isStored = view.notes.some(({ message }) => message?.kind === "text" && message.text === typed);
    onDraft({ discard: undefined, ...(isStored ? {} : putAside(draft, "note", typed)) });
  }, [isPossible, typed, proposing.busy]);
  const failure = all.find((one) => one.failure !== undefined && !lacksReason(one))?.failure;
  return (
    <>
      {view.discard !== undefined && (
        <Standing
          {...opened}
          discard={view.discard}
          busy={all.some(({ busy }) => busy)}
          onAgree={begin(agreeing)}
          onKeep={begin(keeping)}
        />
      )}
      {isPossible && (
        <Proposal {...opened} isMissing={lacksReason(proposing)} busy={proposing.busy} onPropose={begin(proposing)} />
      )}
      {failure !== undefined && (
        <div class="case-alarms">
          <FailureNotice failure={failure} />
        </div>
      )}
    </>
  );
}

function lacksReason({ failure }: Writing): boolean {
  return failure?.kind === "refusal" && failure.code === "reason-needed";
}

const nothing = (): void => {};

type StandingProps = OpenedCaseProps & {
  readonly discard: CaseDiscard;
  readonly busy: boolean;
  readonly onAgree: () => void;
  readonly onKeep: () => void;
};

function Standing({ view, member, discard, busy, onAgree, onKeep }: StandingProps) {
  const { say, day } = useSpeech();
  const { standing, proposed, agreed, goesOn, reason, writtenSince } = discard;
  const isMine = proposed.by === member.memberId;
  const nameIn = useNameIn(view);
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
          {standing === "proposed" && !isMine && view.state === "archived" && (
            <button type="button" class="button" aria-disabled={busy} onClick={onAgree}>
              {say(DISCARD.agree)}
            </button>
          )}
          <button type="button" class="button" aria-disabled={busy} onClick={onKeep}>
            {say(DISCARD.keep)}
          </button>
        </p>
      </Banner>
    </div>
  );
}

function useNameIn(view: CaseView): (id: string) => string {
  const { name } = useSpeech();
  return (id) => name(view.names[id]);
}

type ProposalProps = OpenedCaseProps & {
  readonly busy: boolean;
  readonly isMissing: boolean;
  readonly onPropose: () => void;
};

function Proposal({ draft, onDraft, busy, isMissing, onPropose }: ProposalProps) {
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
  return (
    <form
      class="case-alarms discard-form"
      aria-labelledby="discard-title"
      onSubmit={(event) => {
        event.preventDefault();
        onPropose();
      }}
    >
      <h2 id="discard-title">{say(DISCARD.title)}</h2>
      <p>{say(DISCARD.lead)}</p>
      <ReasonField
        id="discard-reason"
        label={DISCARD.reasonLabel}
        hint={DISCARD.reasonHint}
        fault={isMissing ? DISCARD.reasonMissing : undefined}
        value={draft.discard}
        busy={busy}
        field={field}
        onValue={(discard) => onDraft({ discard })}
      />
      <p class="actions">
        <button type="submit" class="button" aria-disabled={busy}>
          {say(DISCARD.propose)}
        </button>
        <button type="button" class="button" onClick={() => onDraft({ discard: undefined })}>
          {say(DISCARD.cancel)}
        </button>
      </p>
    </form>
  );
}
