/** For whom a package is sealed, under which letter, and with which key: compared, before anything is made. */
import { useEffect, useId, useState } from "preact/hooks";
import { readRecipient } from "../../../client/referral/age.ts";
import { RECEIVING_BODIES, type ReceivingBody } from "../../../protocol/rules/referrals.ts";
import type { Texts } from "../../../words/text.ts";
import { hexGroups } from "../../shared/fingerprint.ts";
import { useSpeech } from "../../screen/speech.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner } from "../parts/notices.tsx";
import type { Ask } from "../vault/vault-client.ts";
import type { ReceiverView, ReferralCalls } from "../vault/messages/referral.ts";
import { type SealChoices, type SealFault, fromBook, isSecret, renamed, withKey } from "./order.ts";
import { ReceiverPage } from "./receiver-page.tsx";
import { BODY_NAMES, RECEIVER_ALARMS, SEAL, SEAL_FAULTS } from "./words.ts";

export type SealFieldsProps = {
  readonly ask: Ask;
  readonly choices: SealChoices;
  readonly faults: readonly SealFault[];
  readonly onChange: (change: Partial<SealChoices>) => void;
  /** The body's name, which the form around has a field for */
  readonly onName: (name: string) => void;
};

export function SealFields({ ask, choices, faults, onChange, onName }: SealFieldsProps) {
  const { say, day, name } = useSpeech();
  const id = useId();
  const { receivers, alarm } = useReceivers(ask);
  const recipient = isSecret(choices.key) ? undefined : readRecipient(choices.key);
  const named = useNamed(ask, recipient?.text);
  const { way, known } = choices;
  // The book may have been read anew since.
  const place = receivers.findIndex(({ to, name: called }) => to === known?.to && called === known.name);
  const faultIn = (fault: SealFault): Texts | undefined => (faults.includes(fault) ? SEAL_FAULTS[fault] : undefined);
  const choose = (one: ReceiverView | undefined): void => {
    onChange(fromBook(one));
    if (one !== undefined) onName(one.name);
  };
  const setKey = (key: string): void => onChange(withKey(choices, key));
  return (
    <>
      {alarm !== undefined && (
        <Banner tone="danger" title={say(RECEIVER_ALARMS[alarm])} urgent>
          {alarm === "unreadable" && (
            <label class="tick">
              <input
                type="checkbox"
                checked={choices.isAnew}
                onChange={({ currentTarget }) => onChange({ isAnew: currentTarget.checked })}
              />
              {say(SEAL.anew, { n: receivers.length })}
            </label>
          )}
        </Banner>
      )}
      {receivers.length > 0 && (
        <div class="field">
          <label for={`${id}-known`}>{say(SEAL.known)}</label>
          <select
            id={`${id}-known`}
            value={place === -1 ? "" : String(place)}
            onChange={({ currentTarget }) => choose(receivers[Number.parseInt(currentTarget.value, 10)])}
          >
            <option value="">{say(SEAL.knownNone)}</option>
            {receivers.map((one, at) => (
              <option key={at} value={at}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-to`}>{say(SEAL.to)}</label>
        {faultIn("to") !== undefined && <FieldError id={`${id}-to-error`} text={SEAL_FAULTS.to} />}
        <select
          id={`${id}-to`}
          value={choices.to}
          aria-invalid={faults.includes("to")}
          aria-describedby={faults.includes("to") ? `${id}-to-error` : undefined}
          onChange={({ currentTarget }) =>
            onChange({ ...renamed(choices), to: currentTarget.value as ReceivingBody | "" })
          }
        >
          <option value="">{say(SEAL.choose)}</option>
          {RECEIVING_BODIES.map((body) => (
            <option key={body} value={body}>
              {say(BODY_NAMES[body])}
            </option>
          ))}
        </select>
      </div>
      <Line
        id={`${id}-letter`}
        label={SEAL.letter}
        hint={SEAL.letterHint}
        fault={faultIn("letter")}
        value={choices.letter}
        onValue={(letter) => onChange({ letter })}
      />
      <div class="field">
        <label for={`${id}-on`}>{say(SEAL.on)}</label>
        <DayInput id={`${id}-on`} value={choices.on} onValue={(on) => onChange({ on })} />
      </div>
      <fieldset class="ticks">
        <legend>{say(SEAL.way)}</legend>
        <label class="tick">
          <input
            type="radio"
            name={`${id}-way`}
            checked={way === "key"}
            onChange={() => onChange({ way: "key", checked: "" })}
          />
          <span>
            {say(SEAL.byKey)}
            <span class="second">{say(SEAL.byKeyHint)}</span>
          </span>
        </label>
        <label class="tick">
          <input
            type="radio"
            name={`${id}-way`}
            checked={way === "words"}
            onChange={() => onChange({ ...renamed(choices), way: "words", checked: "" })}
          />
          <span>
            {say(SEAL.byWords)}
            <span class="second">{say(SEAL.byWordsHint)}</span>
          </span>
        </label>
      </fieldset>
      {way === "key" && (
        <>
          {known === undefined && <ReceiverPage />}
          <div class="field">
            <label for={`${id}-key`}>{say(SEAL.key)}</label>
            <p class="hint" id={`${id}-key-hint`}>
              {say(SEAL.keyHint)}
            </p>
            {faultIn("key") !== undefined && <FieldError id={`${id}-key-error`} text={SEAL_FAULTS.key} />}
            <textarea
              id={`${id}-key`}
              class="age-key"
              rows={3}
              dir="ltr"
              autocomplete="off"
              spellcheck={false}
              value={choices.key}
              aria-invalid={faults.includes("key")}
              aria-describedby={`${faults.includes("key") ? `${id}-key-error ` : ""}${id}-key-hint`}
              onInput={({ currentTarget }) => setKey(currentTarget.value)}
            />
            <label>
              {say(SEAL.keyFile)}{" "}
              <input
                type="file"
                onChange={({ currentTarget }) =>
                  void currentTarget.files?.[0]?.slice(0, LARGEST_KEY_FILE).text().then(setKey)
                }
              />
            </label>
          </div>
          {isSecret(choices.key) && <Banner tone="danger" title={say(SEAL.secretKey)} urgent />}
          {recipient !== undefined && named !== undefined && (
            <div class="stack">
              <p>{say(SEAL.compare)}</p>
              <TwelveWords words={named.words} />
              <details>
                <summary>{say(SEAL.asNumbers)}</summary>
                <p class="hex">{hexGroups(named.hash)}</p>
              </details>
              {!recipient.isHybrid && <Banner tone="warn" title={say(SEAL.notHybrid)} />}
              {known !== undefined ? (
                <p class="muted">
                  {say(SEAL.knownChecked, { day: day(known.on), name: name(known.names), how: known.checked })}
                </p>
              ) : (
                <>
                  {faultIn("compared") !== undefined && (
                    <FieldError id={`${id}-compared-error`} text={SEAL_FAULTS.compared} />
                  )}
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked={choices.isCompared}
                      aria-invalid={faults.includes("compared")}
                      aria-describedby={faults.includes("compared") ? `${id}-compared-error` : undefined}
                      onChange={({ currentTarget }) => onChange({ isCompared: currentTarget.checked })}
                    />
                    {say(SEAL.compared)}
                  </label>
                </>
              )}
            </div>
          )}
        </>
      )}
      {(way === "words" || known === undefined) && (
        <Line
          id={`${id}-checked`}
          label={way === "words" ? SEAL.toldBy : SEAL.checked}
          hint={way === "words" ? SEAL.toldByHint : SEAL.checkedHint}
          fault={faultIn("checked")}
          value={choices.checked}
          onValue={(checked) => onChange({ checked })}
        />
      )}
      {way === "key" && known === undefined && (alarm === undefined || choices.isAnew) && (
        <label class="tick">
          <input
            type="checkbox"
            checked={choices.keeps}
            onChange={({ currentTarget }) => onChange({ keeps: currentTarget.checked })}
          />
          {say(SEAL.keeps)}
        </label>
      )}
    </>
  );
}

/** A key file has two lines; whoever chooses a film by mistake waits for nothing. */
const LARGEST_KEY_FILE = 65_536;

function Line({
  id,
  label,
  hint,
  fault,
  value,
  onValue,
}: {
  readonly id: string;
  readonly label: Texts;
  readonly hint: Texts;
  readonly fault: Texts | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <p class="hint" id={`${id}-hint`}>
        {say(hint)}
      </p>
      {fault !== undefined && <FieldError id={`${id}-error`} text={fault} />}
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={300}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={`${fault === undefined ? "" : `${id}-error `}${id}-hint`}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  );
}

type Book = ReferralCalls["readReceivers"]["answer"];

function useReceivers(ask: Ask): Book {
  const [book, setBook] = useState<Book>({ receivers: [], alarm: undefined });
  useEffect(() => {
    let isHere = true;
    // Without the book a key is typed, as the first time.
    ask("readReceivers", {})
      .then((answer) => isHere && setBook(answer))
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, []);
  return book;
}

export type Named = { readonly words: readonly string[]; readonly hash: string };

function useNamed(ask: Ask, recipient: string | undefined): Named | undefined {
  const [named, setNamed] = useState<Named & { readonly of: string }>();
  useEffect(() => {
    if (recipient === undefined) return undefined;
    let isHere = true;
    ask("nameRecipient", { recipient })
      .then((answer) => isHere && setNamed({ ...answer, of: recipient }))
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, [recipient]);
  return named?.of === recipient ? named : undefined;
}
