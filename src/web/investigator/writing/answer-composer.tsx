import type { RefObject } from "preact";
import { toSend } from "../files/answer-files.ts";
import { filesOf } from "../files/file-list.ts";
import { Attachments } from "../files/attachments.tsx";
import type { CasePart } from "../case/case-screen.tsx";
import type { Outcome } from "../case/case-work.ts";
import { Conflict } from "./conflict.tsx";
import { joinTexts, putAside, takeAside } from "./drafts.ts";
import { Icon } from "../parts/icons.tsx";
import { LengthHint, rowsFor } from "./length-hint.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { SetAside } from "./set-aside.tsx";
import { useSpeech } from "../parts/speech.ts";
import { useSending } from "./use-sending.ts";
import { useWriting } from "./use-writing.ts";
import { FILES } from "../files/words.ts";
import { WRITING } from "./words.ts";

const DONE = { stored: WRITING.sent, "stored-before": WRITING.conflictSame, stopped: FILES.stopped } as const;

/** Sends to the reporter. Shares no box and no key with the notes: see note-composer.tsx. */
export function AnswerComposer({
  draft,
  onDraft,
  work,
  view,
  member,
  field,
}: CasePart & { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { say } = useSpeech();
  const { answer: text, files } = draft;
  const sending = useSending();
  const writing = useWriting(
    () => (files.length === 0 ? work.sendAnswer(text) : sendFiles()),
    () => onDraft({ answer: "", files: [] }),
  );
  const sendFiles = async (): Promise<Outcome> => {
    // First: whoever leaves or stops while files are still looked into stops this as well.
    const way = sending.begin();
    const chosen = await toSend(files);
    if (way.signal.aborted) return { result: "stopped" };
    return work.sendFiles(text, chosen, way);
  };
  return (
    <form
      class="composer answer"
      onSubmit={(event) => {
        event.preventDefault();
        writing.submit();
      }}
    >
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(WRITING.conflictAnswer)}
          advice={say(WRITING.conflictText)}
          text={text}
          files={files.map(({ original }) => original.name)}
          newer={writing.newer}
          view={view}
          member={member}
          onMerge={(merged) => {
            onDraft({ answer: merged });
            writing.settle();
          }}
          keep={say(WRITING.sendOwn)}
          onKeep={writing.submit}
          onAside={() => {
            onDraft({ answer: "", ...putAside(draft, "answer", text) });
            writing.settle();
          }}
        />
      )}
      <SetAside
        texts={draft.aside.answer}
        onRestore={(back, at) => onDraft({ answer: joinTexts(text, back), ...takeAside(draft, "answer", at) })}
        onDiscard={(at) => onDraft(takeAside(draft, "answer", at))}
      />
      <label for="answer">{say(WRITING.answerLabel)}</label>{" "}
      <span class="hint" id="answer-hint">
        {say(WRITING.answerHint)} <LengthHint text={text} />
      </span>
      <div class="composer-row">
        <textarea
          id="answer"
          ref={field}
          rows={rowsFor(text)}
          dir="auto"
          value={text}
          placeholder={say(WRITING.answerPlaceholder)}
          aria-describedby="answer-hint"
          autocomplete="off"
          readOnly={writing.busy}
          onInput={({ currentTarget }) => onDraft({ answer: currentTarget.value })}
        />
        <button type="submit" class="button go" aria-disabled={writing.busy}>
          <Icon name="send" /> {say(writing.busy ? WRITING.sending : WRITING.send)}
        </button>
      </div>
      <Attachments
        files={files}
        others={filesOf(view).length}
        sending={writing.busy ? sending.progress : undefined}
        onFiles={(chosen) => onDraft({ files: chosen })}
        onDrop={work.dropFile}
        onStop={sending.stop}
      />
      <p class="done" role="status">
        {writing.done !== undefined && say(DONE[writing.done])}
      </p>
    </form>
  );
}
