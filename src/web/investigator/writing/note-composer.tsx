import type { CasePart } from "../case/case-screen.tsx";
import { Conflict } from "./conflict.tsx";
import { joinTexts, putAside, takeAside } from "./drafts.ts";
import { Icon } from "../parts/icons.tsx";
import { LengthHint, rowsFor } from "./length-hint.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { SetAside } from "./set-aside.tsx";
import { useSpeech } from "../parts/speech.ts";
import { useWriting } from "./use-writing.ts";
import { CASE } from "../case/words.ts";
import { WRITING } from "./words.ts";

/** Saves for colleagues. Written apart from the answer on purpose: no switch and no property may turn the one into the other. */
export function NoteComposer({ draft, onDraft, work, view, member }: CasePart) {
  const { say } = useSpeech();
  const text = draft.note;
  const writing = useWriting(
    () => work.saveNote(text),
    () => onDraft({ note: "" }),
  );
  return (
    <form
      class="composer note"
      onSubmit={(event) => {
        event.preventDefault();
        writing.submit();
      }}
    >
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(WRITING.conflictAnswer)}
          advice={say(WRITING.conflictNoteText)}
          text={text}
          newer={writing.newer}
          view={view}
          member={member}
          onMerge={(merged) => {
            onDraft({ note: merged });
            writing.settle();
          }}
          keep={say(WRITING.saveOwn)}
          onKeep={writing.submit}
          onAside={() => {
            onDraft({ note: "", ...putAside(draft, "note", text) });
            writing.settle();
          }}
        />
      )}
      <SetAside
        texts={draft.aside.note}
        onRestore={(back, at) => onDraft({ note: joinTexts(text, back), ...takeAside(draft, "note", at) })}
        onDiscard={(at) => onDraft(takeAside(draft, "note", at))}
      />
      <label for="note">{say(WRITING.noteLabel)}</label>{" "}
      <span class="hint" id="note-hint">
        {say(CASE.neverSeen)}. <LengthHint text={text} />
      </span>
      <div class="composer-row">
        <textarea
          id="note"
          rows={rowsFor(text)}
          dir="auto"
          value={text}
          placeholder={say(WRITING.notePlaceholder)}
          aria-describedby="note-hint"
          autocomplete="off"
          readOnly={writing.busy}
          onInput={({ currentTarget }) => onDraft({ note: currentTarget.value })}
        />
        <button type="submit" class="button save" aria-disabled={writing.busy}>
          <Icon name="pencil" /> {say(writing.busy ? WRITING.saving : WRITING.save)}
        </button>
      </div>
      <p class="done" role="status">
        {writing.done !== undefined && say(writing.done === "stored" ? WRITING.saved : WRITING.conflictSame)}
      </p>
    </form>
  );
}
