/** The texts as they go out, and passages that are hidden in them: marked there with the mouse, or typed. */
import { useMemo, useRef, useState } from "preact/hooks";
import type { CaseFile } from "../../../client/case-file/format.ts";
import { STRUCK, canHide } from "../../../client/case-file/striking.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import type { Choices } from "./choices.ts";
import { type Passage, passagesOf } from "./preview.ts";
import { DIALOG } from "./words.ts";

export type RedactingProps = {
  /** As it goes out */
  readonly preview: CaseFile;
  readonly choices: Choices;
  readonly onChange: (changed: Partial<Choices>) => void;
};

export function Redacting({ preview, choices: { hidden }, onChange }: RedactingProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [passage, setPassage] = useState("");
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const texts = useMemo(() => passagesOf(preview, speech), [preview, speech.language]);
  const wanted = passage.trim();
  const isUseless = wanted !== "" && !canHide(wanted);
  const hide = (): void => {
    setRefused(isUseless);
    field.current?.focus();
    if (isUseless) return;
    if (wanted !== "" && !hidden.includes(wanted)) onChange({ hidden: [...hidden, wanted] });
    setPassage("");
  };
  return (
    <section class="case-file-redacting" aria-labelledby="case-file-hide">
      <h3 id="case-file-hide">{say(DIALOG.hide)}</h3>
      <p class="hint" id="case-file-hide-hint">
        {say(DIALOG.hideHint)}
      </p>
      <div class="field">
        <label for="case-file-passage">{say(DIALOG.passage)}</label>
        {isRefused && isUseless && <FieldError id="case-file-passage-error" text={DIALOG.passageUseless} />}
        <p class="actions">
          <input
            ref={field}
            id="case-file-passage"
            type="text"
            dir="auto"
            autocomplete="off"
            value={passage}
            aria-invalid={isRefused && isUseless}
            aria-describedby={`${isRefused && isUseless ? "case-file-passage-error " : ""}case-file-hide-hint`}
            onInput={({ currentTarget }) => setPassage(currentTarget.value)}
            onKeyDown={(event) => {
              // Enter hides it, and does not yet make the file.
              if (event.key !== "Enter") return;
              event.preventDefault();
              hide();
            }}
          />
          <button type="button" class="button" onClick={hide}>
            {say(DIALOG.add)}
          </button>
        </p>
      </div>
      {hidden.length > 0 && (
        <ul class="case-file-hidden" aria-label={say(DIALOG.hidden)}>
          {hidden.map((one) => (
            <li key={one}>
              <bdi>{one}</bdi>{" "}
              <button
                type="button"
                class="link"
                aria-label={say(DIALOG.showLabel, { text: one })}
                onClick={() => onChange({ hidden: hidden.filter((other) => other !== one) })}
              >
                {say(DIALOG.show)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details class="case-file-preview" open>
        <summary>{say(DIALOG.preview)}</summary>
        <p class="hint">{say(DIALOG.previewHint)}</p>
        <dl
          tabIndex={0}
          aria-label={say(DIALOG.preview)}
          onMouseUp={() => {
            const marked = getSelection()?.toString().replaceAll(STRUCK, " ").trim() ?? "";
            if (marked !== "") setPassage(marked);
          }}
        >
          {texts.map((one, at) => (
            <Shown key={at} {...one} />
          ))}
        </dl>
      </details>
    </section>
  );
}

function Shown({ what, text }: Passage) {
  return (
    <div>
      <dt>{what}</dt>
      <dd dir="auto">
        {text.split(STRUCK).map((part, at) => (
          <>
            {at > 0 && <span class="struck">{STRUCK}</span>}
            {part}
          </>
        ))}
      </dd>
    </div>
  );
}
