/** Signing in: name and passphrase, then the vault opens step by step. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Delivery, hasWebAssembly } from "../../shared/delivery.ts";
import { keepFocus } from "../../shared/kept-focus.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Icon } from "../parts/icons.tsx";
import { type ChooseLanguage, LanguageSwitch } from "../../screen/language-switch.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { Silence } from "../parts/silence.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import { type Left, LeftNotice } from "./left-notice.tsx";
import { JoiningSlot } from "./joining-slot.tsx";
import { OpeningSteps } from "./opening-steps.tsx";
import { StatementPanel } from "../office/statement-panel.tsx";
import { PassphraseInput } from "./passphrase-input.tsx";
import { type OnOpened, useOpening } from "./use-opening.ts";
import { canUsePasskeys } from "./authenticator.ts";
import { SecondStep } from "./second-step.tsx";
import { SECOND_STEP, SIGN_IN } from "./words.ts";

type Missing = { readonly name: boolean; readonly passphrase: boolean };
const NOTHING_MISSING: Missing = { name: false, passphrase: false };

export type SignInProps = {
  readonly delivery: Delivery;
  /** From before the vault was locked */
  readonly name: string;
  readonly left: Left | undefined;
  readonly onLanguage: ChooseLanguage;
  readonly onOpened: OnOpened;
};

export function SignIn({ delivery, name: nameBefore, left, onLanguage, onOpened }: SignInProps) {
  const { say } = useSpeech();
  const [name, setName] = useState(nameBefore);
  const [passphrase, setPassphrase] = useState("");
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const nameField = useRef<HTMLInputElement>(null);
  const passphraseField = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : keepFocus(place.current, "h1")), []);
  const opening = useOpening(delivery, onOpened, () => queueMicrotask(() => passphraseField.current?.focus()));
  const { progress, failure } = opening;
  const [isJoining, setJoining] = useState(false);

  // Whoever was locked out only needs the passphrase; the words about it stand above and are read with the page.
  useEffect(() => (nameBefore === "" ? nameField : passphraseField).current?.focus(), []);
  useEffect(() => {
    if (progress?.stage === "loading") heading.current?.focus();
  }, [progress?.stage]);

  const submit = (event: Event): void => {
    event.preventDefault();
    const found = { name: name.trim() === "", passphrase: passphrase.trim() === "" };
    setMissing(found);
    if (found.name) return nameField.current?.focus();
    if (found.passphrase) return passphraseField.current?.focus();
    opening.open(name, passphrase);
  };

  return (
    <main class="sign-in" ref={place}>
      <header>
        <p class="brand">
          <Icon name="mark" /> {say(FRAME.product)}
        </p>
        <LanguageSwitch onLanguage={onLanguage} />
      </header>
      {left !== undefined && progress === undefined && failure === undefined && <LeftNotice left={left} />}
      <h1 ref={heading} tabIndex={-1}>
        {say(
          isJoining
            ? SIGN_IN.joinTitle
            : opening.waiting !== undefined
              ? SECOND_STEP.title
              : progress === undefined
                ? SIGN_IN.title
                : SIGN_IN.opening,
        )}
      </h1>
      <p class="muted">{say(SIGN_IN.lead)}</p>
      {opening.waiting !== undefined ? (
        <SecondStep asked={opening.waiting.asked} onGiven={opening.waiting.give} onCancel={opening.cancel} />
      ) : progress !== undefined ? (
        <>
          <OpeningSteps {...progress} />
          <Silence line={opening.line} />
          <button type="button" class="button" onClick={opening.cancel}>
            {say(SIGN_IN.cancel)}
          </button>
        </>
      ) : isJoining ? (
        <JoiningSlot
          delivery={delivery}
          onBack={(named) => {
            if (named !== undefined) setName(named);
            setJoining(false);
          }}
        />
      ) : (
        <form onSubmit={submit} noValidate>
          {opening.ask !== undefined && <StatementPanel ask={opening.ask} />}
          {failure !== undefined && (
            <FailureNotice failure={failure}>
              {failure.kind === "page" && failure.code === "memory-unreadable" && (
                <button type="button" class="button destructive" onClick={opening.forgetMemory}>
                  {say(SIGN_IN.forgetMemory)}
                </button>
              )}
            </FailureNotice>
          )}
          <div class="field">
            <label for="name">{say(SIGN_IN.name)}</label>
            {missing.name && <FieldError id="name-error" text={SIGN_IN.nameMissing} />}
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
            {missing.passphrase && <FieldError id="passphrase-error" text={SIGN_IN.passphraseMissing} />}
            <PassphraseInput
              field={passphraseField}
              value={passphrase}
              isInvalid={missing.passphrase}
              onValue={setPassphrase}
            />
          </div>
          {!hasWebAssembly() && <Banner tone="plain" title={say(SIGN_IN.slow)} />}
          <button type="submit" class="button primary">
            {say(SIGN_IN.submit)}
          </button>
          {opening.passkeys.length > 0 && canUsePasskeys() && (
            <button type="button" class="button" onClick={opening.openByPasskey}>
              <Icon name="key" /> {say(SECOND_STEP.openByPasskey)}
            </button>
          )}
          <button type="button" class="button quiet" onClick={() => setJoining(true)}>
            {say(SIGN_IN.join)}
          </button>
        </form>
      )}
      <p class="foot muted">{say(SIGN_IN.foot)}</p>
    </main>
  );
}
