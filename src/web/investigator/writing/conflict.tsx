/** A colleague was quicker: both texts in full, side by side, and nothing is thrown away unless the person says so. */
import { useEffect, useRef, useState } from "preact/hooks";
import { OUTCOME_NAMES, STATE_NAMES } from "../../../words/glossary.ts";
import { Author } from "../case/author.tsx";
import { FileName } from "../files/file-name.tsx";
import { joinTexts } from "./drafts.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner } from "../parts/notices.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../parts/speech.ts";
import type { CaseView, EntryView, SignedIn } from "../vault/vault-messages.ts";
import { CASE } from "../case/words.ts";
import { WRITING } from "./words.ts";

export type ConflictProps = {
  readonly title: string;
  readonly advice: string;
  /** What was typed, in one text */
  readonly text: string;
  /** Names of what was chosen to go with it */
  readonly files?: readonly string[];
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

export type ConflictField = { readonly name: string; readonly own: string; readonly stored: string };

export function Conflict(props: ConflictProps) {
  const { title, advice, text, files = [], newer, view, member, fields, keep, onKeep, onMerge, onAside } = props;
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
      {fields !== undefined && <Fields fields={fields} />}
      <div class="both">
        <div>
          <h3>{say(WRITING.conflictOwn)}</h3>
          <p class="muted">{say(WRITING.conflictOwnHint)}</p>
          {(text !== "" || files.length === 0) && (
            <p class="typed version own" dir="auto">
              {text}
            </p>
          )}
          <Names names={files} />
        </div>
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
              {entry.message?.kind === "files" && <Names names={entry.message.files.map(({ name }) => name)} />}
            </div>
          ))}
        </div>
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
            onClick={() => onMerge(joinTexts(props.fields === undefined ? text : ownWords(props), ...stored))}
          >
            {say(WRITING.merge)}
          </button>
        )}
        <button type="button" class="button" onClick={() => void copy()}>
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

function Names({ names }: { readonly names: readonly string[] }) {
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

/** Of a change of state the explanation alone is merged; state and outcome are chosen. */
function ownWords({ fields = [] }: ConflictProps): string {
  return fields.at(-1)?.own ?? "";
}

function Fields({ fields }: { readonly fields: readonly ConflictField[] }) {
  const { say } = useSpeech();
  return (
    <table class="conflict-fields">
      <thead>
        <tr>
          <th scope="col">{say(WRITING.conflictField)}</th>
          <th scope="col">{say(WRITING.conflictOwn)}</th>
          <th scope="col">{say(WRITING.conflictStored)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, own, stored }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[own, stored].map((value, index) => (
              <td key={index} class="typed" dir="auto">
                {value === "" ? <span class="muted">{say(WRITING.conflictEmpty)}</span> : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
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
