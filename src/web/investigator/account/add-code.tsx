/** Codes from an app: the secret as a QR code and as text, and a first code that proves it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Qr } from "../../screen/qr.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { Ask } from "../vault/vault-client.ts";
import { useWork } from "../parts/use-work.ts";
import { FACTORS } from "./words.ts";

export type AddCodeProps = { readonly ask: Ask; readonly onAdded: () => void; readonly onCancel: () => void };

export function AddCode({ ask, onAdded, onCancel }: AddCodeProps) {
  const { say } = useSpeech();
  const [secret, setSecret] = useState<{ readonly uri: string; readonly text: string } | undefined>(undefined);
  const [code, setCode] = useState("");
  const [isWrong, setWrong] = useState(false);
  const { busy, failure, run } = useWork();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => run(async () => setSecret(await ask("newCodeSecret", { service: say(FRAME.product) }))), []);
  useEffect(() => field.current?.focus(), [secret]);

  const submit = (event: Event): void => {
    event.preventDefault();
    const digits = code.replaceAll(/\s/gu, "");
    const fits = /^\d{6}$/u.test(digits);
    setWrong(!fits);
    if (!fits) return field.current?.focus();
    run(async () => {
      await ask("addCode", { code: digits });
      onAdded();
    });
  };
  return (
    <form class="adding" onSubmit={submit} noValidate>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {secret !== undefined && (
        <>
          <p>{say(FACTORS.scan)}</p>
          <Qr line={secret.uri} label={say(FACTORS.scanLabel)} />
          <p>
            {say(FACTORS.typed)} <code>{secret.text.replaceAll(/(.{4})(?=.)/gu, "$1 ")}</code>
          </p>
          <label for="first-code">{say(FACTORS.firstCode)}</label>
          {isWrong && <FieldError id="first-code-error" text={FACTORS.firstCodeMissing} />}
          <input
            id="first-code"
            ref={field}
            value={code}
            inputMode="numeric"
            autocomplete="off"
            aria-invalid={isWrong}
            aria-describedby={isWrong ? "first-code-error" : undefined}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </>
      )}
      <p class="actions">
        <button type="submit" class="button primary" disabled={busy || secret === undefined}>
          {say(FACTORS.confirm)}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say(FACTORS.cancel)}
        </button>
      </p>
    </form>
  );
}
