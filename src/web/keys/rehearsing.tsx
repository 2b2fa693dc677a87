import { useEffect, useRef, useState } from "preact/hooks";
import { rehearseRecovery } from "../../client/ceremony/recovery.ts";
import { type ToRehearse, answerChallenge, encodeAnswer, readToRehearse } from "../../client/ceremony/rehearsal.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import type { Share } from "../../crypto/secret/share-sheet.ts";
import { wipe } from "../../crypto/sodium.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { Texts } from "../../words/text.ts";
import { Action, ArrivingHeading, Banner, Failure, FileField, SaveButton, Screen, failureOf } from "./parts.tsx";
import { Fingerprint } from "./sheets.tsx";
import { useSpeech } from "../screen/speech.ts";
import { OneSheet } from "./one-sheet.tsx";
import { KeyWordsField } from "./typing.tsx";
import { REHEARSE } from "./words.ts";

/** Sheets and lock typed in: yes or no; where the desk has asked, what proves it, and nothing that opens anything. */
export function Rehearsing({ onEnd }: { readonly onEnd: () => void }) {
  const { say, day } = useSpeech();
  const [asked, setAsked] = useState<ToRehearse>();
  const [failure, setFailure] = useState<Texts>();
  const open = ([file]: readonly Uint8Array[]) => {
    setAsked(undefined);
    setFailure(undefined);
    try {
      const found = file === undefined ? undefined : readToRehearse(file);
      if (found === null) setFailure(REHEARSE.none);
      else setAsked(found);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Screen title={say(REHEARSE.title)}>
      <p>{say(REHEARSE.lead)}</p>
      {asked === undefined ? (
        <>
          <FileField label={say(REHEARSE.choose)} onFiles={open} />
          <Failure text={failure} />
        </>
      ) : (
        <>
          <p>{say(REHEARSE.known)}</p>
          <Fingerprint publicKey={fromBase64url(asked.recovery.publicKey)} />
          {asked.challenge !== undefined && (
            <Banner tone="warn" title={say(REHEARSE.askedOn, { day: day(asked.challenge.day) })}>
              <p>{say(REHEARSE.askedText)}</p>
            </Banner>
          )}
          <Sheets asked={asked} onEnd={onEnd} />
        </>
      )}
    </Screen>
  );
}

function Sheets({ asked, onEnd }: { readonly asked: ToRehearse; readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const { recovery: listed, challenge } = asked;
  const [shares, setShares] = useState<readonly Share[]>([]);
  const [verdict, setVerdict] = useState<{ readonly why: Texts | undefined; readonly answer?: Bytes | undefined }>();
  const [typed, setTyped] = useState("");
  const [lock, setLock] = useState<Bytes>();
  const [isAsked, setAsked] = useState(false);
  const taken = useRef<Share[]>([]);
  useEffect(() => () => wipe(...taken.current.map(({ share }) => share)), []);
  useEffect(() => () => wipe(...(lock === undefined ? [] : [lock])), [lock]);
  const check = async () => {
    setAsked(lock === undefined);
    if (lock === undefined) return;
    try {
      if (challenge === undefined) await rehearseRecovery(shares, lock, listed);
      const answer = challenge && encodeAnswer(await answerChallenge(challenge, shares, lock));
      setVerdict({ why: undefined, answer });
    } catch (error) {
      setVerdict({ why: failureOf(error) });
    }
  };
  if (shares.length < listed.threshold)
    return (
      <OneSheet
        key={shares.length}
        title={say(REHEARSE.sheet, { at: shares.length + 1, of: listed.threshold })}
        listed={listed}
        before={shares}
        onShare={(one) => {
          taken.current.push(one);
          setShares([...shares, one]);
        }}
      />
    );
  return (
    <>
      <ArrivingHeading>{say(REHEARSE.taken, { n: shares.length, of: listed.threshold })}</ArrivingHeading>
      <KeyWordsField
        label={say(REHEARSE.lock)}
        typed={typed}
        isAsked={isAsked}
        onTyped={(text, read) => {
          setTyped(text);
          setLock(read);
          setVerdict(undefined);
        }}
      />
      <div class="actions">
        <Action label={say(REHEARSE.check)} primary onClick={() => void check()} />
        <Action label={say(REHEARSE.finish)} onClick={onEnd} />
      </div>
      {verdict !== undefined && verdict.why === undefined && (
        <Banner tone="good" title={say(REHEARSE.yes)} urgent>
          {verdict.answer !== undefined && <Answer bytes={verdict.answer} day={challenge?.day ?? ""} />}
        </Banner>
      )}
      {verdict?.why !== undefined && (
        <Banner tone="danger" title={say(REHEARSE.no)} urgent>
          <p>{say(verdict.why)}</p>
        </Banner>
      )}
    </>
  );
}

/** Goes back to the desk: what proves that sheets and lock were there on that day. */
function Answer({ bytes, day }: { readonly bytes: Bytes; readonly day: string }) {
  const { say } = useSpeech();
  return (
    <>
      <p>{say(REHEARSE.answerText)}</p>
      <SaveButton label={say(REHEARSE.answerSave)} name={`jawaban-latihan-${day}.json`} bytes={() => bytes} primary />
    </>
  );
}
