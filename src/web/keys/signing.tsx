import { useEffect, useState } from "preact/hooks";
import type { Change } from "../../client/ceremony/changes.ts";
import { type Request, readRequest, shortNameOf } from "../../client/ceremony/request.ts";
import {
  type SignatureFile,
  countSignatures,
  encodeSignature,
  joinSignatures,
  readSignature,
  signRequest,
} from "../../client/ceremony/root.ts";
import { type Bytes, utf8 } from "../../crypto/bytes.ts";
import { wipe } from "../../crypto/sodium.ts";
import { KEY_USES, sentenceOf } from "../../words/changes.ts";
import type { Texts } from "../../words/text.ts";
import { Action, ArrivingHeading, Banner, Failure, FileField, SaveButton, Screen, failureOf } from "./parts.tsx";
import { Icon } from "./icon.tsx";
import { Log, WordRows } from "./sheets.tsx";
import { useSpeech } from "../screen/speech.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { KeyWordsField } from "./typing.tsx";
import { REHEARSE, SHEET, SIGN } from "./words.ts";

/** A request: what it changes, its line, a root's signature on it, and with enough of them the signed list. */
export function Signing({ onEnd }: { readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const [request, setRequest] = useState<Request>();
  const [failure, setFailure] = useState<Texts>();
  const open = ([file]: readonly Uint8Array[]) => {
    setRequest(undefined);
    setFailure(undefined);
    try {
      if (file !== undefined) setRequest(readRequest(file));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Screen title={say(SIGN.title)}>
      <div class="on-screen">
        <FileField label={say(SIGN.choose)} onFiles={open} />
      </div>
      <Failure text={failure} />
      {request !== undefined && (
        <div class="stack" key={shortNameOf(request)}>
          <Standing request={request} />
          <Line request={request} />
          <Changes changes={request.changes} />
          <div class="actions">
            <Action label={say(SIGN.print)} icon="print" onClick={() => print()} />
          </div>
          <div class="on-paper">
            <Log
              title={say(SIGN.recordTitle)}
              columns={[say(SIGN.recordFunction), say(SHEET.day), say(SIGN.recordAnswer), say(SIGN.recordSignature)]}
            />
          </div>
          <div class="on-screen stack">
            <Signatures request={request} onEnd={onEnd} />
          </div>
        </div>
      )}
    </Screen>
  );
}

function Standing({ request: { directory, before } }: { readonly request: Request }) {
  const { say, day } = useSpeech();
  const version = String(directory.version);
  const follows =
    before === undefined
      ? say(SIGN.first)
      : say(SIGN.next, { version, before: String(before.version), from: day(before.notBefore) });
  return (
    <>
      <h2 class="on-paper">{follows}</h2>
      <Banner tone="warn" title={follows}>
        <p>{say(SIGN.checkSheet, { version })}</p>
      </Banner>
    </>
  );
}

function Line({ request: { proposal } }: { readonly request: Request }) {
  const { say } = useSpeech();
  return (
    <section class="stack">
      <h2>{say(SIGN.lineTitle)}</h2>
      <p>{say(SIGN.lineLead)}</p>
      <div class="one-line">
        <WordRows hash={proposal} />
      </div>
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <section class="stack">
      <h2>{say(SIGN.changesTitle)}</h2>
      <p class="hint">{say(SIGN.changesLead)}</p>
      <ol class="changes">
        {changes.map((change, at) => (
          <li key={at}>
            <p>
              <bdi>{sentenceOf(change, speech)}</bdi>
            </p>
            {change.keys.map(({ use, key }) => (
              <div class="change-key" key={use}>
                <p class="hint">{say(SIGN.keyLead, { use: say(KEY_USES[use]) })}</p>
                <WordRows hash={fingerprintOf(key)} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Signatures({ request, onEnd }: { readonly request: Request; readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const [secret, setSecret] = useState<Bytes>();
  const [isAsked, setAsked] = useState(false);
  const [own, setOwn] = useState<SignatureFile>();
  const [others, setOthers] = useState<readonly SignatureFile[]>([]);
  const [failure, setFailure] = useState<Texts>();
  useEffect(() => () => wipe(...(secret === undefined ? [] : [secret])), [secret]);
  const attempt = (work: () => void) => {
    setFailure(undefined);
    try {
      work();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const sign = () =>
    attempt(() => {
      setAsked(secret === undefined);
      if (secret === undefined) return;
      setOwn(signRequest(request, secret));
      setTyped("");
      setSecret(undefined);
    });
  const add = (files: readonly Uint8Array[]) =>
    attempt(() => setOthers([...others, ...files.map((file) => readSignature(file, request))]));
  const all = own === undefined ? others : [own, ...others];
  const counted = countSignatures(request, all);
  const isEnough = counted.every(({ has, needs }) => has >= needs);
  const version = String(request.directory.version);
  const name = shortNameOf(request);
  const COUNTS = { all: SIGN.countAll, old: SIGN.countOld, new: SIGN.countNew };
  return (
    <>
      <section class="stack">
        <h2>{say(SIGN.wordsTitle)}</h2>
        {own === undefined ? (
          <>
            <KeyWordsField
              label={say(SIGN.words)}
              typed={typed}
              isAsked={isAsked}
              onTyped={(text, read) => {
                setTyped(text);
                setSecret(read);
              }}
            />
            <div class="actions">
              <Action label={say(SIGN.sign)} primary onClick={sign} />
            </div>
          </>
        ) : (
          <>
            <ArrivingHeading>
              <Icon name="check" /> {say(SIGN.signed, { version })}
            </ArrivingHeading>
            <div class="actions">
              <SaveButton
                label={say(SIGN.save)}
                name={`tanda-tangan-${name}-${own.root.slice(0, 8)}.json`}
                bytes={() => encodeSignature(own)}
                primary
              />
            </div>
          </>
        )}
        <Failure text={failure} />
      </section>
      <section class="stack">
        <h2>{say(SIGN.joinTitle)}</h2>
        <p>{say(SIGN.joinLead)}</p>
        <FileField label={say(SIGN.joinChoose)} several onFiles={add} />
        {counted.map(({ set, has, needs }) => (
          <p key={set} role="status">
            {say(COUNTS[set], { has, needs })}
          </p>
        ))}
        <div class="actions">
          {isEnough && (
            <SaveButton
              label={say(SIGN.saveDirectory)}
              name={`daftar-${name}.json`}
              bytes={() => utf8(`${JSON.stringify(joinSignatures(request, all))}\n`)}
            />
          )}
          <Action label={say(REHEARSE.finish)} onClick={onEnd} />
        </div>
      </section>
    </>
  );
}
