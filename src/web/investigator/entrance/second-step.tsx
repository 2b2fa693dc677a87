/** The second step of signing in: a code from an app, or a passkey of this address. */
import { useEffect, useRef, useState } from "preact/hooks";
import { API_FAILURES } from "../../../words/failures.ts";
import { adviceFor } from "../../../words/told.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { FactorAsked, FactorGiven } from "../vault/messages/account.ts";
import { NoPasskey, askPasskey } from "./authenticator.ts";
import { SECOND_STEP } from "./words.ts";

export type SecondStepProps = {
  readonly asked: FactorAsked;
  readonly onGiven: (given: FactorGiven) => void;
  readonly onCancel: () => void;
};

export function SecondStep({ asked, onGiven, onCancel }: SecondStepProps) {
  const { say, day } = useSpeech();
  const [code, setCode] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const passkey = useRef<HTMLButtonElement>(null);
  // A new question is a new try.
  useEffect(() => {
    setBusy(false);
    setCode("");
    (asked.code ? field : passkey).current?.focus();
  }, [asked]);

  const submit = (event: Event): void => {
    event.preventDefault();
    const digits = code.replaceAll(/\s/gu, "");
    setWrong(!/^\d{6}$/u.test(digits));
    if (!/^\d{6}$/u.test(digits)) return field.current?.focus();
    setBusy(true);
    onGiven({ code: digits });
  };
  const ask = async (): Promise<void> => {
    setBusy(true);
    setRefused(false);
    try {
      const { challenge, passkeys } = asked;
      const { assertion } = await askPasskey({ challenge, credentialIds: passkeys, mustVerify: false });
      onGiven({ assertion });
    } catch (error) {
      if (!(error instanceof NoPasskey)) throw error;
      setBusy(false);
      setRefused(true);
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      {asked.refused !== undefined && !busy && (
        <Banner tone="danger" title={say(API_FAILURES[asked.refused].happened)} urgent>
          <p>{adviceFor("member", API_FAILURES[asked.refused], say)}</p>
        </Banner>
      )}
      {isRefused && (
        <Banner tone="warn" title={say(SECOND_STEP.noPasskey)} urgent>
          <p>{say(SECOND_STEP.noPasskeyText)}</p>
        </Banner>
      )}
      {asked.resetOn !== null && (
        <Banner tone="warn" title={say(SECOND_STEP.resetTitle, { day: day(asked.resetOn) })}>
          <p>{say(SECOND_STEP.resetText)}</p>
        </Banner>
      )}
      {asked.code && (
        <div class="field">
          <label for="code">{say(SECOND_STEP.code)}</label>
          <p class="hint" id="code-hint">
            {say(SECOND_STEP.codeHint)}
          </p>
          {isWrong && <FieldError id="code-error" text={SECOND_STEP.codeMissing} />}
          <input
            id="code"
            ref={field}
            value={code}
            inputMode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? "code-error code-hint" : "code-hint"}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </div>
      )}
      {asked.code && (
        <button type="submit" class="button primary" disabled={busy}>
          {say(SECOND_STEP.submit)}
        </button>
      )}
      {asked.passkeys.length > 0 && (
        <button
          type="button"
          ref={passkey}
          class={asked.code ? "button" : "button primary"}
          disabled={busy}
          onClick={() => void ask()}
        >
          {say(SECOND_STEP.passkey)}
        </button>
      )}
      <button type="button" class="button quiet" onClick={onCancel}>
        {say(SECOND_STEP.cancel)}
      </button>
      <p class="muted">{say(SECOND_STEP.lost)}</p>
    </form>
  );
}
