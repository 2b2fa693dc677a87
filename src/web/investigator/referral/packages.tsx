/** Packages of this case that went to other bodies, and whether their receipts have come back. */
import { useState } from "preact/hooks";
import type { Referral } from "../../../client/casework/referrals.ts";
import { sayCode } from "../../../words/codes.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import { hexGroups } from "../../shared/fingerprint.ts";
import { useSpeech } from "../../screen/speech.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import type { PageFailure } from "../vault/vault-client.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { CaseWork } from "../writing/case-work.ts";
import { ReceiptButton } from "./sent.tsx";
import { BODY_NAMES, PACKAGES, SEAL_FAULTS } from "./words.ts";

type PackagesProps = { readonly view: CaseView; readonly work: CaseWork; readonly office: string };

export function Packages({ view, work, office }: PackagesProps) {
  const { say } = useSpeech();
  const { referrals } = view.casework;
  if (referrals.length === 0) return null;
  const waiting = referrals.filter(({ receipt }) => receipt === undefined).length;
  return (
    <details open={waiting > 0}>
      <summary>{say(PACKAGES.title, { n: referrals.length, waiting: String(waiting) })}</summary>
      <ul class="packages">
        {referrals.map((one) => (
          <li key={one.sequence}>
            <Package referral={one} view={view} work={work} office={office} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Package({ referral, view, work, office }: PackagesProps & { readonly referral: Referral }) {
  const { say, day, name } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { content, receipt } = referral;
  return (
    <>
      <p>
        <strong>
          {sayCode(say, BODY_NAMES, content.to, UNKNOWN.code)}: <bdi>{content.name}</bdi>
        </strong>
        <span class="second">
          {say(PACKAGES.sent, {
            day: day(referral.storedOn),
            name: name(view.names[referral.by]),
            letter: content.letter,
          })}
        </span>
      </p>
      <p class="hex">{hexGroups(content.sha256)}</p>
      {receipt === undefined ? (
        <p class="soon">
          <Icon name="hourglass" /> {say(PACKAGES.waiting)}
        </p>
      ) : (
        <>
          <p>
            <Icon name="check" />{" "}
            {say(PACKAGES.returned, { by: receipt.record.by, day: day(receipt.record.on ?? receipt.storedOn) })}
          </p>
          {!receipt.record.agrees && <Banner tone="danger" title={say(PACKAGES.differs)} />}
        </>
      )}
      <p class="actions">
        <ReceiptButton handed={{ ...content, office, registerNumber: view.row.registerNumber, signer: [] }} />
        {!isOpen && view.writable.notes && (
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {say(receipt === undefined ? PACKAGES.note : PACKAGES.noteAgain)}
          </button>
        )}
      </p>
      {isOpen && <ReceiptForm of={referral.sequence} work={work} onDone={() => setOpen(false)} />}
    </>
  );
}

type ReceiptFormProps = { readonly of: number; readonly work: CaseWork; readonly onDone: () => void };

function ReceiptForm({ of, work, onDone }: ReceiptFormProps) {
  const { say } = useSpeech();
  const [by, setBy] = useState("");
  const [on, setOn] = useState("");
  const [number, setNumber] = useState("");
  const [agrees, setAgrees] = useState<boolean>();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<PageFailure>();
  const [busy, setBusy] = useState(false);
  const id = `receipt-${of}`;
  const save = async (): Promise<void> => {
    setTried(true);
    setFailure(undefined);
    if (by.trim() === "" || agrees === undefined) return;
    setBusy(true);
    const written = await work.writeRecord({
      kind: "referral-receipt",
      package: of,
      on: on === "" ? null : on,
      by: by.trim(),
      number: number.trim(),
      agrees,
      text: text.trim(),
    });
    setBusy(false);
    if (written.is === "failed") setFailure(written.failure);
    else onDone();
  };
  const fault = (is: boolean, at: string) =>
    isTried && is && <FieldError id={`${id}-${at}-error`} text={SEAL_FAULTS.checked} />;
  return (
    // No form of its own: it may stand within another.
    <div class="stack receipt-form" role="group" aria-label={say(PACKAGES.note)}>
      <div class="field">
        <label for={`${id}-by`}>{say(PACKAGES.by)}</label>
        {fault(by.trim() === "", "by")}
        <input
          id={`${id}-by`}
          type="text"
          dir="auto"
          maxLength={300}
          value={by}
          onInput={({ currentTarget }) => setBy(currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-on`}>{say(PACKAGES.on)}</label>
        <DayInput id={`${id}-on`} value={on} onValue={setOn} />
      </div>
      <div class="field">
        <label for={`${id}-number`}>{say(PACKAGES.number)}</label>
        <input
          id={`${id}-number`}
          type="text"
          dir="auto"
          maxLength={300}
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </div>
      <fieldset class="ticks">
        <legend>{say(PACKAGES.agrees)}</legend>
        {fault(agrees === undefined, "agrees")}
        {[true, false].map((value) => (
          <label key={String(value)} class="tick">
            <input type="radio" name={`${id}-agrees`} checked={agrees === value} onChange={() => setAgrees(value)} />
            {say(value ? PACKAGES.yes : PACKAGES.no)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for={`${id}-text`}>{say(PACKAGES.text)}</label>
        <input
          id={`${id}-text`}
          type="text"
          dir="auto"
          maxLength={300}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={() => void save()}>
          {say(PACKAGES.save)}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {say(PACKAGES.cancel)}
        </button>
      </p>
    </div>
  );
}
