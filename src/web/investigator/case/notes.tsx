/** Internal notes: a ledger on yellow, below a thick rule. Nothing here may look like the conversation. */
import { DIRECTION_NAMES } from "../../../words/glossary.ts";
import { MessageAlarms } from "./alarm-banners.tsx";
import { Author } from "../parts/author.tsx";
import { LIST } from "../list/words.ts";
import { NEW_ENTRY } from "./case-news.tsx";
import { ChainMark } from "./chain-mark.tsx";
import { useEndInSight } from "./end-in-sight.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { Icon } from "../parts/icons.tsx";
import { NoteComposer } from "../writing/note-composer.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { entryName } from "../writing/arrived.ts";
import { isInUse } from "../writing/drafts.ts";
import { WRITING } from "../writing/words.ts";
import { CASE } from "./words.ts";

export function Notes(opened: OpenedCaseProps) {
  const { say, day } = useSpeech();
  const { view, member } = opened;
  const { arrived } = opened.work;
  const isOwn = view.notes.at(-1)?.author === member.memberId;
  const { box } = useEndInSight(view.notes.length, { isOwn });
  return (
    <section class="notes" aria-labelledby="notes-title">
      <div class="part-head">
        <Icon name="hidden" />
        <h2 id="notes-title">{say(DIRECTION_NAMES.internal)}</h2>
        <span>{say(WRITING.noteNeverSeen)}</span>
        <ChainMark entries={view.notes} counted={view.counted.notes} text={CASE.notesWhole} />
      </div>
      <div ref={box} class="ledger" tabIndex={0} role="group" aria-labelledby="notes-title">
        {view.notes.length === 0 && <p>{say(CASE.noNotes)}</p>}
        <ol>
          {view.notes.map((entry) => (
            <li key={entry.sequence} {...{ [NEW_ENTRY]: arrived.has(entryName(entry)) || undefined }}>
              <MessageAlarms entry={entry} />
              {entry.message !== undefined && "text" in entry.message && (
                <div class="ledger-row">
                  <p>
                    <strong>
                      <Author entry={entry} view={view} member={member} />
                    </strong>
                    <span>{day(entry.storedOn)}</span>
                    {arrived.has(entryName(entry)) && <span class="pill">{say(LIST.pillNew)}</span>}
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
