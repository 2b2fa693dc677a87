/**
 * The box of a composer: what is typed, the button, texts that were set aside, and a colleague who was quicker. Where a
 * text goes it does not know: answer-composer.tsx and note-composer.tsx bring a `writing` of their own.
 */
import type { ComponentChildren, RefObject } from "preact";
import type { Texts } from "../../../words/text.ts";
import type { DeskIcon } from "../parts/icon-names.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { Conflict } from "./conflict.tsx";
import { type TextBox, joinTexts, putAside, takeAside, textIn } from "./drafts.ts";
import { LengthHint, rowsFor } from "./length-hint.tsx";
import type { OpenedCaseProps } from "./opened-case.ts";
import { SetAside } from "./set-aside.tsx";
import type { Writing } from "./use-writing.ts";
import { WRITING } from "./words.ts";

export type ComposerProps = Pick<OpenedCaseProps, "view" | "member" | "draft" | "onDraft"> & {
  readonly box: TextBox;
  readonly writing: Writing;
  readonly label: Texts;
  readonly hint: string;
  readonly placeholder: Texts;
  readonly button: {
    readonly look: "go" | "save";
    readonly icon: DeskIcon;
    readonly text: Texts;
    readonly busy: Texts;
  };
  /** `files`: names of what was chosen to go with the text */
  readonly conflict: { readonly advice: Texts; readonly keep: Texts; readonly files?: readonly string[] };
  /** How the last try ended */
  readonly done: Texts | undefined;
  readonly field?: RefObject<HTMLTextAreaElement | null> | undefined;
  readonly children?: ComponentChildren;
};

export function Composer({ box, draft, onDraft, writing, view, member, children, ...given }: ComposerProps) {
  const { say } = useSpeech();
  const { label, hint, placeholder, button, conflict, done, field } = given;
  const text = draft[box];
  const hintId = `${box}-hint`;
  return (
    <form
      class={`composer ${box}`}
      onSubmit={(event) => {
        event.preventDefault();
        writing.submit();
      }}
    >
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(WRITING.conflictAnswer)}
          advice={say(conflict.advice)}
          text={text}
          files={conflict.files}
          newer={writing.newer}
          view={view}
          member={member}
          onMerge={(merged) => {
            onDraft(textIn(box, merged));
            writing.settle();
          }}
          keep={say(conflict.keep)}
          onKeep={writing.submit}
          onAside={() => {
            onDraft({ ...textIn(box, ""), ...putAside(draft, box, text) });
            writing.settle();
          }}
        />
      )}
      <SetAside
        texts={draft.aside[box]}
        onRestore={(back, at) => onDraft({ ...textIn(box, joinTexts(text, back)), ...takeAside(draft, box, at) })}
        onDiscard={(at) => onDraft(takeAside(draft, box, at))}
      />
      <label for={box}>{say(label)}</label>{" "}
      <span class="hint" id={hintId}>
        {hint} <LengthHint text={text} />
      </span>
      <div class="composer-row">
        <textarea
          id={box}
          {...(field && { ref: field })}
          rows={rowsFor(text)}
          dir="auto"
          value={text}
          placeholder={say(placeholder)}
          aria-describedby={hintId}
          autocomplete="off"
          readOnly={writing.busy}
          onInput={({ currentTarget }) => onDraft(textIn(box, currentTarget.value))}
        />
        <button type="submit" class={`button ${button.look}`} aria-disabled={writing.busy}>
          <Icon name={button.icon} /> {say(writing.busy ? button.busy : button.text)}
        </button>
      </div>
      {children}
      <p class="done" role="status">
        {done !== undefined && say(done)}
      </p>
    </form>
  );
}
