/** Whoever comes to a server that belongs to nobody: what it is, what is needed, and the founder's code. */
import { useRef, useState } from "preact/hooks";
import { FieldError } from "../parts/fields/field-error.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import { FOUNDING } from "./words.ts";

export type StrangerProps = {
  /** Rejects where the code is wrong, or has served */
  readonly onCode: (code: string) => Promise<void>;
};

export function Stranger({ onCode }: StrangerProps) {
  const { say } = useSpeech();
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, failure, run } = useWork();
  return (
    <>
      <h2>{say(FOUNDING.strangerTitle)}</h2>
      <p>{say(FOUNDING.stranger)}</p>
      <p>{say(FOUNDING.invited)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(code.trim() === "");
          if (code.trim() === "") field.current?.focus();
          else run(() => onCode(code));
        }}
      >
        {failure !== undefined && <FailureNotice failure={failure} />}
        <div class="field">
          <label for="founding-code">{say(FOUNDING.code)}</label>
          <p class="hint" id="founding-code-hint">
            {say(FOUNDING.codeHint)}
          </p>
          {isMissing && <FieldError id="founding-code-error" text={FOUNDING.codeMissing} />}
          <input
            id="founding-code"
            ref={field}
            value={code}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={isMissing}
            aria-describedby={isMissing ? "founding-code-error founding-code-hint" : "founding-code-hint"}
            onInput={({ currentTarget: { value } }) => setCode(value)}
          />
        </div>
        <button type="submit" class="button primary" disabled={busy}>
          {say(FOUNDING.begin)}
        </button>
      </form>
      <h3>{say(FOUNDING.prepare)}</h3>
      <ul class="bullets">
        <li>{say(FOUNDING.preparePeople)}</li>
        <li>{say(FOUNDING.prepareStick)}</li>
        <li>{say(FOUNDING.prepareAddress, { origin: location.origin })}</li>
      </ul>
    </>
  );
}
