/** A colleague was quicker: both texts in full, side by side, and nothing is thrown away unless the person says so. */
import { useEffect, useRef } from "preact/hooks";
import type { Speech } from "../../../words/speech.ts";
import { FileName } from "../files/file-name.tsx";
import { Author } from "../parts/author.tsx";
import { useCopy } from "../parts/copy.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/messages/vault.ts";
import { type ConflictField, ConflictFields } from "./conflict-fields.tsx";
import { joinTexts } from "./drafts.ts";
import { stateText } from "./state-text.ts";
import { WRITING } from "./words.ts";

export type ConflictProps = {
  readonly title: string;
  readonly advice: string;
  /** What was typed, in one text */
  readonly text: string;
  /** Names of what was chosen to go with it */
  readonly files?: readonly string[] | undefined;
  readonly newer: readonly EntryView[];
  readonly view: CaseView;
  readonly member: SignedIn;
  /** Where more than a text was chosen: what stands in each field, own and stored */
  readonly fields?: readonly ConflictField[] | undefined;
  /** The button that goes on with one's own; undefined where that is not possible any more */
  readonly keep: string | undefined;
  readonly onKeep: () => void;
  readonly onMerge: (merged: string) => void;
  /** One's own text gives way, and is kept in sight. */
  readonly onAside: () => void;
};

export function Conflict(props: ConflictProps) {
  const { title, advice, text, files = [], newer, fields, keep, onKeep, onMerge, onAside } = props;
  const speech = useSpeech();
  const { say } = speech;
  const place = useRef<HTMLDivElement>(null);
  const { copied, copy } = useCopy(text);
  useEffect(() => place.current?.focus(), []);

  // Of a change of state the explanation alone is merged; state and outcome are chosen.
  const own = fields === undefined ? text : (fields.at(-1)?.own ?? "");
  const stored = newer.map((entry) => storedText(entry, speech)).filter((one) => one !== "");
  return (
    <div ref={place} class="conflict" tabIndex={-1} role="group" aria-label={title}>
      <Banner tone="warn" title={title} urgent>
        <p>{advice}</p>
      </Banner>
      {fields !== undefined && <ConflictFields fields={fields} />}
      <div class="both">
        <div>
          <h3>{say(WRITING.conflictOwn)}</h3>
          <p class="muted">{say(WRITING.conflictOwnHint)}</p>
          {(text !== "" || files.length === 0) && (
            <p class="typed version own" dir="auto">
              {text}
            </p>
          )}
          <FileNames names={files} />
        </div>
        <Stored {...props} />
      </div>
      <p class="actions">
        {keep !== undefined && (
          <button type="button" class="button" onClick={onKeep}>
            {keep}
          </button>
        )}
        {stored.length > 0 && (
          <button
            type="button"
            class="button"
            title={say(WRITING.mergeHint)}
            onClick={() => onMerge(joinTexts(own, ...stored))}
          >
            {say(WRITING.merge)}
          </button>
        )}
        <button type="button" class="button" onClick={copy}>
          <Icon name="copy" /> {say(WRITING.copy)}
        </button>
        <button type="button" class="button" onClick={onAside}>
          {say(WRITING.setAside)}
        </button>
        <span role="status">{copied !== undefined && say(copied ? WRITING.copied : WRITING.notCopied)}</span>
      </p>
    </div>
  );
}

function Stored({ newer, view, member }: Pick<ConflictProps, "newer" | "view" | "member">) {
  const speech = useSpeech();
  const { say, day } = speech;
  return (
    <div>
      <h3>{say(WRITING.conflictStored)}</h3>
      {newer.length === 0 && <p class="muted">{say(WRITING.conflictNothing)}</p>}
      {newer.map((entry) => (
        <div key={`${entry.direction} ${entry.sequence}`}>
          <p class="muted">
            <Author entry={entry} view={view} member={member} />, {day(entry.storedOn)}
          </p>
          <p class="typed version" dir="auto">
            {storedText(entry, speech)}
          </p>
          {entry.message?.kind === "files" && <FileNames names={entry.message.files.map(({ name }) => name)} />}
        </div>
      ))}
    </div>
  );
}

function FileNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <ul class="files">
      {names.map((name, index) => (
        <li key={index}>
          <FileName name={name} />
        </li>
      ))}
    </ul>
  );
}

function storedText({ message }: EntryView, speech: Speech): string {
  if (message === undefined || !("text" in message)) return "";
  if (message.kind !== "status") return message.text;
  return [`${stateText(message, speech)}.`, message.text].filter((line) => line !== "").join("\n");
}
