import type { RefObject } from "preact";
import { toSend } from "../files/answer/answer-files.ts";
import { Attachments } from "../files/answer/attachments.tsx";
import { filesOf } from "../files/file-list.ts";
import { FILES } from "../files/words.ts";
import { FileName } from "../files/file-name.tsx";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { LookNotice, useLookThrough } from "../outgoing/look-through.tsx";
import { TemplatePicker } from "../outgoing/template-picker.tsx";
import type { WriteResult } from "./case-work.ts";
import { Composer } from "./composer.tsx";
import { joinTexts } from "./drafts.ts";
import type { OpenedCaseProps } from "./opened-case.ts";
import { useSending } from "./use-sending.ts";
import { useWriting } from "./use-writing.ts";
import { WRITING } from "./words.ts";

const DONE = { stored: WRITING.sent, "stored-before": WRITING.conflictSame, stopped: FILES.stopped } as const;

export type AnswerComposerProps = OpenedCaseProps & { readonly field: RefObject<HTMLTextAreaElement | null> };

/** Sends to the reporter. Apart from the notes on purpose: which box it is stands once in each, and nothing switches it. */
export function AnswerComposer({ field, ...opened }: AnswerComposerProps) {
  const { say } = useSpeech();
  const { draft, onDraft, work, view } = opened;
  const { answer: text, files, filesToChoose } = draft;
  const sending = useSending();
  const writing = useWriting(
    () => (files.length === 0 ? work.sendAnswer(text) : sendFiles()),
    () => onDraft({ answer: "", files: [], filesToChoose: [] }),
  );
  const sendFiles = async (): Promise<WriteResult> => {
    // First: whoever leaves or stops while files are still looked into stops this as well.
    const way = sending.begin();
    const chosen = await toSend(files);
    if (way.signal.aborted) return { is: "stopped" };
    return work.sendFiles(text, chosen, way);
  };
  const look = useLookThrough(text, view, writing.submit);
  return (
    <Composer
      {...opened}
      box="answer"
      writing={{ ...writing, submit: look.submit }}
      label={WRITING.answerLabel}
      hint={say(WRITING.answerHint)}
      placeholder={WRITING.answerPlaceholder}
      button={{ look: "go", icon: "send", text: WRITING.send, busy: WRITING.sending }}
      conflict={{
        advice: WRITING.conflictText,
        keep: WRITING.sendOwn,
        files: files.map(({ original }) => original.name),
      }}
      done={writing.done && DONE[writing.done]}
      field={field}
    >
      <LookNotice look={look} text={text} view={view} />
      {filesToChoose.length > 0 && (
        <Banner tone="warn" title={say(WRITING.filesToChoose, { n: filesToChoose.length })}>
          <ul>
            {filesToChoose.map((name, at) => (
              <li key={at}>
                <FileName name={name} />
              </li>
            ))}
          </ul>
          <button type="button" class="button" onClick={() => onDraft({ filesToChoose: [] })}>
            {say(WRITING.filesForget)}
          </button>
        </Banner>
      )}
      <div class="composer-tools">
        <TemplatePicker
          view={view}
          member={opened.member}
          onText={(chosen) => onDraft({ answer: joinTexts(text, chosen) })}
        />
        <Attachments
          files={files}
          others={filesOf(view).length}
          sending={writing.busy ? sending.progress : undefined}
          onFiles={(chosen) => onDraft({ files: chosen })}
          onDrop={work.dropFile}
          onStop={sending.stop}
        />
      </div>
    </Composer>
  );
}
