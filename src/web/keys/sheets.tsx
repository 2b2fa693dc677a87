/** The sheets, one a page of A4: what is secret in a frame, what may be read aloud without one, room for a pen. */
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { rootLineOf } from "../../client/ceremony/root.ts";
import { SHOWN_OF_HASH } from "../../client/ceremony/changes.ts";
import { hashOf } from "../../client/ceremony/recovery.ts";
import { wordListOf } from "../../client/reporter/word-lists.ts";
import { hex } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { fingerprintWords } from "../../crypto/secret/fingerprint-words.ts";
import { SHEET_LETTERS, type Share } from "../../crypto/secret/share-sheet.ts";
import { hexGroups } from "../shared/fingerprint.ts";
import { Qr } from "../screen/qr.tsx";
import { TwelveWords } from "../screen/twelve-words.tsx";
import { Icon } from "./icon.tsx";
import { PracticeContext } from "./practice.ts";
import { useSpeech } from "../screen/speech.ts";
import { FRAME, SHEET } from "./words.ts";

/** Twelve words that everybody may know; always of one list (docs/decisions/0034). */
export function WordRows({ hash }: { readonly hash: Uint8Array }) {
  return <TwelveWords words={fingerprintWords(hash, wordListOf("id"))} />;
}

export function Fingerprint({ publicKey }: { readonly publicKey: Uint8Array }) {
  const fingerprint = fingerprintOf(publicKey);
  return (
    <>
      <WordRows hash={fingerprint} />
      <p class="hex">{hexGroups(hex(fingerprint))}</p>
    </>
  );
}

function Sheet({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const { say } = useSpeech();
  const isPractice = useContext(PracticeContext);
  return (
    <article class="sheet" aria-label={title}>
      <header>
        <p class="brand">
          <Icon name="mark" /> Segel
        </p>
        <h2>{title}</h2>
      </header>
      {isPractice && <p class="practice-mark">{say(FRAME.practice)}</p>}
      <p class="secret-line">
        <Icon name="lock" /> {say(SHEET.secret)}
      </p>
      {children}
    </article>
  );
}

function SecretWords({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <section class="secret">
      <h3>{title}</h3>
      <ol class="secret-words" translate={false}>
        {words.map((word, at) => (
          <li key={at}>
            <span class="number">{at + 1}</span> <b>{word}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is written by hand. */
function Blanks({ made, labels }: { readonly made: string; readonly labels: readonly string[] }) {
  const { say, day } = useSpeech();
  return (
    <dl class="blanks">
      <div>
        <dt>{say(SHEET.made)}</dt>
        <dd>
          {day(made)} <span class="muted">({say(SHEET.madeBy)})</span>
        </dd>
      </div>
      {labels.map((label) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="blank" />
        </div>
      ))}
    </dl>
  );
}

const LOG_ROWS = [1, 2, 3, 4, 5, 6];

/** A table for a pen: what a machine without memory cannot know. */
export function Log({
  title,
  hint,
  columns,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly columns: readonly string[];
}) {
  return (
    <section class="log">
      <h3>{title}</h3>
      {hint !== undefined && <p class="hint">{hint}</p>}
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LOG_ROWS.map((row) => (
            <tr key={row}>
              {columns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RehearsalLog() {
  const { say } = useSpeech();
  return (
    <Log
      title={say(SHEET.rehearsedTitle)}
      hint={say(SHEET.rehearsedHint)}
      columns={[say(SHEET.day), say(SHEET.rehearsedAnswer), say(SHEET.newSeal), say(SHEET.initials)]}
    />
  );
}

type Made = {
  /** Of this computer's clock: "2026-11-29" */
  readonly made: string;
};

export function RootSheet({
  words,
  publicKey,
  made,
}: Made & { readonly words: readonly string[]; readonly publicKey: Uint8Array }) {
  const { say } = useSpeech();
  return (
    <Sheet title={say(SHEET.rootTitle)}>
      <SecretWords title={say(SHEET.rootWords)} words={words} />
      <p>{say(SHEET.rootUse)}</p>
      <section class="public beside">
        <div>
          <h3>{say(SHEET.rootFingerprint)}</h3>
          <Fingerprint publicKey={publicKey} />
        </div>
        <Qr line={rootLineOf(publicKey)} label={say(SHEET.qr)} />
      </section>
      <Blanks made={made} labels={[say(SHEET.office), say(SHEET.holder), say(SHEET.seal)]} />
      <Log
        title={say(SHEET.signedTitle)}
        hint={say(SHEET.signedHint)}
        columns={[say(SHEET.version), say(SHEET.day), say(SHEET.signedWords), say(SHEET.initials)]}
      />
    </Sheet>
  );
}

type OfRecovery = Made & { readonly recoveryKey: Uint8Array; readonly ceremony: Uint8Array };

/** The number that sheets of one splitting share, for a person's eye. */
function ceremonyText(ceremony: Uint8Array): string {
  return hexGroups(hex(ceremony));
}

export function ShareSheet({
  share,
  lines,
  recoveryKey,
  made,
}: Omit<OfRecovery, "ceremony"> & { readonly share: Share; readonly lines: readonly (readonly string[])[] }) {
  const { say } = useSpeech();
  const { number, total, threshold, ceremony } = share;
  return (
    <Sheet title={say(SHEET.shareTitle, { number, total })}>
      <section class="secret">
        <h3>{say(SHEET.shareWords, { number })}</h3>
        <table class="share-lines" translate={false}>
          <tbody>
            {lines.map((words, at) => (
              <tr key={at}>
                <th scope="row">{SHEET_LETTERS[at]}</th>
                {words.map((word, column) => (
                  <td key={column}>{word}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="hint">{say(SHEET.checkWord)}</p>
      </section>
      <p>
        {say(SHEET.needed, { n: threshold, total })} {say(SHEET.shareUse)}
      </p>
      <RecoveryFacts recoveryKey={recoveryKey} ceremony={ceremony} mark={hashOf(share).slice(0, SHOWN_OF_HASH)} />
      <Blanks made={made} labels={[say(SHEET.office), say(SHEET.holder), say(SHEET.seal)]} />
      <RehearsalLog />
    </Sheet>
  );
}

export function LockSheet({ words, recoveryKey, ceremony, made }: OfRecovery & { readonly words: readonly string[] }) {
  const { say } = useSpeech();
  return (
    <Sheet title={say(SHEET.lockTitle)}>
      <SecretWords title={say(SHEET.lockWords)} words={words} />
      <p>{say(SHEET.lockUse)}</p>
      <RecoveryFacts recoveryKey={recoveryKey} ceremony={ceremony} />
      <Blanks made={made} labels={[say(SHEET.office), say(SHEET.holder), say(SHEET.seal)]} />
      <RehearsalLog />
    </Sheet>
  );
}

function RecoveryFacts({
  recoveryKey,
  ceremony,
  mark,
}: {
  readonly recoveryKey: Uint8Array;
  readonly ceremony: Uint8Array;
  readonly mark?: string;
}) {
  const { say } = useSpeech();
  return (
    <section class="public">
      <h3>{say(SHEET.recoveryFingerprint)}</h3>
      <Fingerprint publicKey={recoveryKey} />
      <p>
        {say(SHEET.ceremony)}: <b class="hex">{ceremonyText(ceremony)}</b>
        {mark !== undefined && (
          <>
            {" · "}
            {say(SHEET.mark)}: <b class="hex">{mark}</b>
          </>
        )}
      </p>
    </section>
  );
}
