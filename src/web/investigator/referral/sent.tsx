/** A package has been made: its hash, the words that open it, its receipt, and what comes next. */
import { useEffect, useRef } from "preact/hooks";
import { hexGroups } from "../../shared/fingerprint.ts";
import { saveBlob } from "../../shared/save-blob.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../parts/icons.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner } from "../parts/notices.tsx";
import { type Handed, receiptPaper } from "./receipt-paper.ts";
import { ReceiverPage } from "./receiver-page.tsx";
import { SENT } from "./words.ts";

type Noting = {
  readonly isNoted: boolean;
  /** How often somebody wanted to go on before that */
  readonly asked: number;
  readonly onNoted: (isNoted: boolean) => void;
};

export type SentProps = {
  readonly handed: Handed;
  /** The desk was locked before the words were noted */
  readonly isFromBefore: boolean;
  /** Under which it is sealed; shown here and nowhere else */
  readonly words: readonly string[];
  readonly noting: Noting;
  /** Where the case may go to the other body */
  readonly onMove?: (() => void) | undefined;
};

export function Sent({ handed, isFromBefore, words, noting, onMove }: SentProps) {
  const { say } = useSpeech();
  return (
    <div class="stack">
      {isFromBefore && <p>{say(SENT.fromBefore, { name: handed.name, letter: handed.letter })}</p>}
      <p>
        {say(SENT.hash)} <code class="hex">{hexGroups(handed.sha256)}</code>
      </p>
      {words.length > 0 && (
        <Banner tone="warn" title={say(SENT.words)}>
          <ol class="six-words" translate={false}>
            {words.map((word, at) => (
              <li key={at}>{word}</li>
            ))}
          </ol>
          <p>{say(SENT.wordsText)}</p>
          <NotedTick {...noting} />
        </Banner>
      )}
      {words.length > 0 && <ReceiverPage />}
      <p>{say(SENT.next)}</p>
      <p class="actions">
        <ReceiptButton handed={handed} />
        {onMove !== undefined && (
          <button type="button" class="button" onClick={onMove}>
            <Icon name="referred" /> {say(SENT.move)}
          </button>
        )}
      </p>
    </div>
  );
}

function NotedTick({ isNoted, asked, onNoted }: Noting) {
  const { say } = useSpeech();
  const tick = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) tick.current?.focus();
  }, [asked]);
  const isMissing = asked > 0 && !isNoted;
  return (
    <>
      {isMissing && <FieldError id="package-words-error" text={SENT.notedFirst} />}
      <label class="tick">
        <input
          ref={tick}
          type="checkbox"
          checked={isNoted}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "package-words-error" : undefined}
          onChange={({ currentTarget }) => onNoted(currentTarget.checked)}
        />
        {say(SENT.noted)}
      </label>
    </>
  );
}

export function ReceiptButton({ handed }: { readonly handed: Handed }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <button
      type="button"
      class="button"
      onClick={() =>
        saveBlob(
          [new Blob([receiptPaper(handed, speech)])],
          `${say(SENT.file, { number: handed.registerNumber })}.html`,
        )
      }
    >
      <Icon name="download" /> {say(SENT.receipt)}
    </button>
  );
}
