/** Two stewards say that the signed list holds: each by a click, and by the six words that open the keys of the own device. */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import type { CeremonyCode } from "../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../words/changes.ts";
import { PassphraseInput } from "../entrance/passphrase-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { FoundingView, JoinerView } from "../vault/messages/founding.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import { CONFIRMING } from "./words.ts";

export type ConfirmingProps = {
  readonly confirming: NonNullable<FoundingView["confirming"]>;
  readonly joiners: readonly JoinerView[];
  readonly own: string | undefined;
  /** Where nobody has agreed to the line on this device yet: the line comes first */
  readonly line: ComponentChildren;
  readonly onConfirm: (passphrase: string) => Promise<VaultCalls["confirmFounding"]["answer"]>;
};

export function Confirming({ confirming, joiners, own, line, onConfirm }: ConfirmingProps) {
  const { stewards, signers, missing } = confirming;
  const { say, name, list } = useSpeech();
  const namesOf = (ids: readonly string[]) =>
    list(joiners.filter(({ id }) => ids.includes(id)).map(({ names }) => name(names)));
  const isOwnTurn = own !== undefined && stewards.includes(own) && !signers.includes(own);
  return (
    <>
      <h2>{say(CONFIRMING.title)}</h2>
      <p>{say(CONFIRMING.lead)}</p>
      <div role="status">
        {signers.length > 0 && (
          <p>
            <bdi>{say(CONFIRMING.signed, { names: namesOf(signers) })}</bdi>
          </p>
        )}
        <p>{say(CONFIRMING.missing, { n: missing })}</p>
      </div>
      {isOwnTurn ? (
        (line ?? <Words onConfirm={onConfirm} />)
      ) : own !== undefined && signers.includes(own) ? (
        <Banner tone="plain" title={say(CONFIRMING.thanks)} />
      ) : (
        <p>
          <bdi>{say(CONFIRMING.wait, { names: namesOf(stewards.filter((id) => !signers.includes(id))) })}</bdi>
        </p>
      )}
    </>
  );
}

function Words({ onConfirm }: Pick<ConfirmingProps, "onConfirm">) {
  const { say } = useSpeech();
  const [words, setWords] = useState("");
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const [fault, setFault] = useState<"wordsMissing" | "wordsWrong" | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const { busy, failure, run } = useWork();
  const submit = (): void => {
    const isMissing = words.trim() === "";
    setFault(isMissing ? "wordsMissing" : undefined);
    if (isMissing) return field.current?.focus();
    run(async () => {
      const answer = await onConfirm(words);
      setRefused("refused" in answer ? answer.refused : undefined);
      if (!("is" in answer) || answer.is !== "wrong-words") return;
      setFault("wordsWrong");
      field.current?.focus();
    });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {refused !== undefined && <Banner tone="danger" title={say(CEREMONY_FAILURES[refused])} urgent />}
      <div class="field">
        <label for="passphrase">{say(CONFIRMING.words)}</label>
        <p class="hint" id="passphrase-hint">
          {say(CONFIRMING.wordsHint)}
        </p>
        {fault !== undefined && <FieldError id="passphrase-error" text={CONFIRMING[fault]} />}
        <PassphraseInput field={field} value={words} isInvalid={fault !== undefined} onValue={setWords} />
      </div>
      <button type="submit" class="button primary" disabled={busy}>
        {say(CONFIRMING.confirm)}
      </button>
    </form>
  );
}
