/** Internal notes: a ledger on yellow, below a thick rule. Nothing here may look like the conversation. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { DIRECTION_NAMES } from "../../../words/glossary.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { Author } from "../parts/author.tsx";
import { ChainMark } from "./chain-mark.tsx";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { Icon } from "../parts/icons.tsx";
import { NoteComposer } from "../writing/note-composer.tsx";
import { useSpeech } from "../parts/speech.ts";
import { isInUse } from "../writing/drafts.ts";
import { WRITING } from "../writing/words.ts";
import { CASE } from "./words.ts";

export function Notes(opened: OpenedCaseProps) {
  const { say, day } = useSpeech();
  const { view, member } = opened;
  const ledger = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => ledger.current?.scrollTo({ top: ledger.current.scrollHeight }), [view.notes.length]);
  return (
    <section class="notes" aria-labelledby="notes-title">
      <div class="part-head">
        <Icon name="hidden" />
        <h2 id="notes-title">{say(DIRECTION_NAMES.internal)}</h2>
        <span>{say(WRITING.noteNeverSeen)}</span>
        <ChainMark entries={view.notes} counted={view.counted.notes} text={CASE.notesWhole} />
      </div>
      <div ref={ledger} class="ledger" tabIndex={0} role="group" aria-labelledby="notes-title">
        {view.notes.length === 0 && <p>{say(CASE.noNotes)}</p>}
        <ol>
          {view.notes.map((entry) => (
            <li key={entry.sequence}>
              <MessageAlarms entry={entry} />
              {entry.message !== undefined && "text" in entry.message && (
                <div class="ledger-row">
                  <p>
                    <strong>
                      <Author entry={entry} view={view} member={member} />
                    </strong>
                    <span>{day(entry.storedOn)}</span>
                  </p>
                  <p class="typed" dir="auto">
                    {entry.message.text}
                  </p>
                </div>
              )}
            </li>
          ))}
        </ol>
      </div>
      {view.writable.notes || isInUse(opened.draft, "note") ? (
        <NoteComposer {...opened} />
      ) : (
        <p>{say(CASE.cannotSave)}</p>
      )}
    </section>
  );
}
