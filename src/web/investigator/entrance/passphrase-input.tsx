import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { SIGN_IN } from "./words.ts";

export type PassphraseInputProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onValue: (value: string) => void;
};

const SHOWN = { type: "text" } as const;
const HIDDEN = { type: "password" } as const;

/** Six words are long: whoever is alone may look at them while typing. */
export function PassphraseInput({ field, value, isInvalid, onValue }: PassphraseInputProps) {
  const { say } = useSpeech();
  const [shown, setShown] = useState(false);
  return (
    <div class="with-button">
      <input
        id="passphrase"
        ref={field}
        {...(shown ? SHOWN : HIDDEN)}
        value={value}
        // A browser's store of passwords is one more place where all cases could be opened.
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? "passphrase-error passphrase-hint" : "passphrase-hint"}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <button
        type="button"
        class="button"
        aria-label={say(shown ? SIGN_IN.hidePassphrase : SIGN_IN.showPassphrase)}
        onClick={() => setShown(!shown)}
      >
        {say(shown ? SIGN_IN.hide : SIGN_IN.show)}
      </button>
    </div>
  );
}
