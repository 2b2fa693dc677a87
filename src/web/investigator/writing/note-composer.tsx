import { useSpeech } from "../../screen/speech.ts";
import { Composer } from "./composer.tsx";
import type { OpenedCaseProps } from "./opened-case.ts";
import { useWriting } from "./use-writing.ts";
import { WRITING } from "./words.ts";

/** Saves for colleagues. Apart from the answer on purpose: see answer-composer.tsx. */
export function NoteComposer(opened: OpenedCaseProps) {
  const { say } = useSpeech();
  const { draft, onDraft, work } = opened;
  const writing = useWriting(
    () => work.saveNote(draft.note),
    () => onDraft({ note: "" }),
  );
  return (
    <Composer
      {...opened}
      box="note"
      writing={writing}
      label={WRITING.noteLabel}
      hint={`${say(WRITING.noteNeverSeen)}.`}
      placeholder={WRITING.notePlaceholder}
      button={{ look: "save", icon: "pencil", text: WRITING.save, busy: WRITING.saving }}
      conflict={{ advice: WRITING.conflictNoteText, keep: WRITING.saveOwn }}
      done={writing.done && (writing.done === "stored" ? WRITING.saved : WRITING.conflictSame)}
    />
  );
}
