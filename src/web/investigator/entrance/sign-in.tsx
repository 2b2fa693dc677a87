/** Signing in: name and passphrase, then the vault opens step by step. */
import type { Texts } from "../../../words/text.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import type { SignInStep } from "../../../client/member/sign-in.ts";
import { startWorker } from "../../shared/delivery-worker.ts";
import { type Delivery, hasWebAssembly } from "../../shared/delivery.ts";
import type { ChooseLanguage, Leaving } from "../app.tsx";
import { forgetDirectory, recallDirectory, rememberDirectory } from "./device-memory.ts";
import { Icon } from "../parts/icons.tsx";
import { LanguageSwitch } from "../parts/language-switch.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { OpeningSteps } from "./opening-steps.tsx";
import { sessionEnded } from "./session.ts";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../parts/speech.ts";
import { type PageFailure, type Vault, VaultError, openVault } from "../vault/vault-client.ts";
import type { SignedIn } from "../vault/vault-messages.ts";
import { FRAME } from "../parts/words.ts";
import { SIGN_IN } from "./words.ts";

type Missing = { readonly name: boolean; readonly passphrase: boolean };
const NOTHING_MISSING: Missing = { name: false, passphrase: false };

/** "loading" before the worker can hear. */
export type Stage = "loading" | SignInStep;

export type SignInProps = {
  readonly delivery: Delivery;
  /** From before the vault was locked */
  readonly name: string;
  readonly left: Leaving | undefined;
  readonly onLanguage: ChooseLanguage;
  readonly onOpened: (name: string, vault: Vault, member: SignedIn) => void;
};

export function SignIn({ delivery, name: nameBefore, left, onLanguage, onOpened }: SignInProps) {
  const speech = useSpeech();
  const { say } = speech;
  const [name, setName] = useState(nameBefore);
  const [passphrase, setPassphrase] = useState("");
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const [stage, setStage] = useState<Stage | undefined>(undefined);
  const [done, setDone] = useState<number | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const cancel = useRef<() => void>(() => {});

  // Whoever was locked out only needs the passphrase; the words about it stand above and are read with the page.
  useEffect(() => (nameBefore === "" ? nameField : passphraseField).current?.focus(), []);
  useEffect(() => () => cancel.current(), []);
  useEffect(() => {
    if (stage === "loading") heading.current?.focus();
  }, [stage]);

  const open = async (): Promise<void> => {
    let cancelled = false;
    let vault: Vault | undefined;
    cancel.current = () => {
      cancelled = true;
      vault?.close();
    };
    setFailure(undefined);
    setStage("loading");
    setDone(undefined);
    try {
      const device = recallDirectory(delivery.roots);
      await sessionEnded();
      vault = await openVault(() => startWorker(delivery, "worker"));
      if (cancelled) return vault.close();
      vault.listen({
        onStep(step, part) {
          setStage(step);
          setDone(part);
        },
      });
      const member = await vault.ask("signIn", { name, passphrase, roots: delivery.roots, device });
      rememberDirectory(delivery.roots, member.memory);
      cancel.current = () => {};
      onOpened(name, vault, member);
    } catch (error) {
      if (cancelled) return;
      vault?.close();
      setStage(undefined);
      setFailure(error instanceof VaultError ? error.failure : { kind: "unforeseen" });
      queueMicrotask(() => passphraseField.current?.focus());
    }
  };

  const submit = (event: Event): void => {
    event.preventDefault();
    const found = { name: name.trim() === "", passphrase: passphrase.trim() === "" };
    setMissing(found);
    if (found.name) return nameField.current?.focus();
    if (found.passphrase) return passphraseField.current?.focus();
    void open();
  };

  const stop = (): void => {
    cancel.current();
    setStage(undefined);
    queueMicrotask(() => passphraseField.current?.focus());
  };

  return (
    <main class="sign-in">
      <header>
        <p class="brand">
          <Icon name="mark" /> {say(FRAME.product)}
        </p>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      {left !== undefined && stage === undefined && failure === undefined && <LeftNotice left={left} />}
      <h1 ref={heading} tabIndex={-1}>
        {say(stage === undefined ? SIGN_IN.title : SIGN_IN.opening)}
      </h1>
      <p class="muted">{say(SIGN_IN.lead)}</p>
      {stage !== undefined ? (
        <>
          <OpeningSteps stage={stage} done={done} />
          <button type="button" class="button" onClick={stop}>
            {say(SIGN_IN.cancel)}
          </button>
        </>
      ) : (
        <form onSubmit={submit} noValidate>
          {failure !== undefined && (
            <FailureNotice failure={failure}>
              {failure.kind === "page" && failure.code === "memory-unreadable" && (
                <button
                  type="button"
                  class="button destructive"
                  onClick={() => {
                    forgetDirectory(delivery.roots);
                    setFailure(undefined);
                  }}
                >
                  {say(SIGN_IN.forgetMemory)}
                </button>
              )}
            </FailureNotice>
          )}
          <div class="field">
            <label for="name">{say(SIGN_IN.name)}</label>
            <FieldError id="name-error" shown={missing.name} words={SIGN_IN.nameMissing} speech={speech} />
            <input
              id="name"
              ref={nameField}
              value={name}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              aria-invalid={missing.name}
              aria-describedby={missing.name ? "name-error" : undefined}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </div>
          <div class="field">
            <label for="passphrase">{say(SIGN_IN.passphrase)}</label>
            <p class="hint" id="passphrase-hint">
              {say(SIGN_IN.passphraseHint)}
            </p>
            <FieldError
              id="passphrase-error"
              shown={missing.passphrase}
              words={SIGN_IN.passphraseMissing}
              speech={speech}
            />
            <PassphraseInput
              field={passphraseField}
              value={passphrase}
              invalid={missing.passphrase}
              onValue={setPassphrase}
            />
          </div>
          {!hasWebAssembly() && <Banner tone="plain" title={say(SIGN_IN.slow)} />}
          <button type="submit" class="button primary">
            {say(SIGN_IN.submit)}
          </button>
        </form>
      )}
      <p class="foot muted">{say(SIGN_IN.foot)}</p>
    </main>
  );
}

type PassphraseInputProps = {
  readonly field: { current: HTMLInputElement | null };
  readonly value: string;
  readonly invalid: boolean;
  readonly onValue: (value: string) => void;
};

const SHOWN = { type: "text" } as const;
const HIDDEN = { type: "password" } as const;

function PassphraseInput({ field, value, invalid, onValue }: PassphraseInputProps) {
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
        aria-invalid={invalid}
        aria-describedby={invalid ? "passphrase-error passphrase-hint" : "passphrase-hint"}
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

function FieldError({
  id,
  shown,
  words,
  speech,
}: {
  readonly id: string;
  readonly shown: boolean;
  readonly words: Texts;
  readonly speech: Speech;
}) {
  if (!shown) return null;
  return (
    <p class="field-error" id={id}>
      <Icon name="warning" /> {speech.say(words)}
    </p>
  );
}

const LEFT_WORDS = {
  lock: SIGN_IN.lockedByHand,
  idle: SIGN_IN.lockedByIdleness,
  "session-ended": SIGN_IN.sessionEnded,
  "sign-out": SIGN_IN.signedOut,
} as const;

function LeftNotice({ left }: { readonly left: Leaving }) {
  const { say } = useSpeech();
  return (
    <Banner tone={left.textsLost > 0 ? "warn" : "plain"} title={say(LEFT_WORDS[left.why])} urgent>
      {left.textsLost > 0 && <p>{say(SIGN_IN.textsLost, { n: left.textsLost })}</p>}
      <p>{say(SIGN_IN.nothingKept)}</p>
    </Banner>
  );
}
