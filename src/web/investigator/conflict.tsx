/** A colleague was quicker: both texts in full, side by side, and nothing is thrown away unless the person says so. */
import { useEffect, useRef, useState } from "preact/hooks";
import { OUTCOME_NAMES, STATE_NAMES } from "../../glossary/both.ts";
import { Author } from "./author.tsx";
import { Icon } from "./icons.tsx";
import { Banner } from "./notices.tsx";
import { type Speech, useSpeech } from "./speech.ts";
import type { CaseView, EntryView, SignedIn } from "./vault-messages.ts";
import { CASE } from "./words/case.ts";

export type ConflictProps = {
  readonly title: string;
  readonly advice: string;
  /** What was typed, in one text */
  readonly text: string;
  readonly newer: readonly EntryView[];
  readonly view: CaseView;
  readonly member: SignedIn;
  /** Where merging makes sense: two states cannot be merged */
  readonly onMerge?: (merged: string) => void;
  readonly onDiscard: () => void;
};

export function Conflict({ title, advice, text, newer, view, member, onMerge, onDiscard }: ConflictProps) {
  const speech = useSpeech();
  const { say, day } = speech;
  const place = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState<boolean | undefined>(undefined);
  useEffect(() => place.current?.focus(), []);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not allowed here, or an address without https: the text stands beside, to be selected.
      setCopied(false);
    }
  };
  const stored = newer.map((entry) => storedText(entry, speech)).filter((one) => one !== "");
  return (
    <div ref={place} class="conflict" tabIndex={-1} role="group" aria-label={title}>
      <Banner tone="warn" title={title} urgent>
        <p>{advice}</p>
      </Banner>
      <div class="both">
        <div>
          <h3>{say(CASE.conflictOwn)}</h3>
          <p class="muted">{say(CASE.conflictOwnHint)}</p>
          <p class="typed version own" dir="auto">
            {text}
          </p>
        </div>
        <div>
          <h3>{say(CASE.conflictStored)}</h3>
          {newer.length === 0 && <p class="muted">{say(CASE.conflictNothing)}</p>}
          {newer.map((entry) => (
            <div key={`${entry.direction} ${entry.sequence}`}>
              <p class="muted">
                <Author entry={entry} view={view} member={member} />, {day(entry.storedOn)}
              </p>
              <p class="typed version" dir="auto">
                {storedText(entry, speech)}
              </p>
            </div>
          ))}
        </div>
      </div>
      <p class="actions">
        {onMerge !== undefined && stored.length > 0 && (
          <button
            type="button"
            class="button"
            title={say(CASE.mergeHint)}
            onClick={() => onMerge([text, ...stored].join("\n\n"))}
          >
            {say(CASE.merge)}
          </button>
        )}
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" /> {say(CASE.copy)}
        </button>
        <button type="button" class="button destructive" onClick={onDiscard}>
          {say(CASE.discard)}
        </button>
        <span role="status">{copied !== undefined && say(copied ? CASE.copied : CASE.notCopied)}</span>
      </p>
    </div>
  );
}

function storedText({ message }: EntryView, { say }: Speech): string {
  if (message === undefined || message.kind === "burn") return "";
  if (message.kind !== "status") return message.text;
  const outcome =
    message.outcome === null ? "" : ` ${say(CASE.withOutcome, { outcome: say(OUTCOME_NAMES[message.outcome]) })}`;
  return [`${say(CASE.becameState, { state: say(STATE_NAMES[message.state]) })}${outcome}.`, message.text]
    .filter((line) => line !== "")
    .join("\n");
}
