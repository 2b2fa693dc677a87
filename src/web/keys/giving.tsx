/** A custodian's sheet, or the lock, for the one member who recovers: sealed to that key, once its twelve words were heard. */
import { useEffect, useState } from "preact/hooks";
import { type RecoveryCall, readCall, sealPart } from "../../client/ceremony/recovery-call.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import { wipe } from "../../crypto/sodium.ts";
import type { Texts } from "../../words/text.ts";
import { OneSheet } from "./one-sheet.tsx";
import { Action, ArrivingHeading, Banner, Failure, FileField, SaveButton, Screen, failureOf } from "./parts.tsx";
import { WordRows } from "./sheets.tsx";
import { useSpeech } from "../screen/speech.ts";
import { KeyWordsField } from "./typing.tsx";
import { GIVE } from "./words.ts";

type What = "share" | "lock";

export function Giving({ onEnd }: { readonly onEnd: () => void }) {
  const { say, name } = useSpeech();
  const [call, setCall] = useState<RecoveryCall>();
  const [failure, setFailure] = useState<Texts>();
  const [isSame, setSame] = useState(false);
  const [what, setWhat] = useState<What>();
  const [sealed, setSealed] = useState<Bytes>();
  const open = ([file]: readonly Uint8Array[]) => {
    setFailure(undefined);
    try {
      if (file !== undefined) setCall(readCall(file));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const who = call === undefined ? "" : name(call.member.names);
  return (
    <Screen title={say(GIVE.title)}>
      <p>{say(GIVE.lead)}</p>
      {call === undefined ? (
        <>
          <FileField label={say(GIVE.choose)} onFiles={open} />
          <Failure text={failure} />
        </>
      ) : (
        <>
          <p>{say(GIVE.known)}</p>
          <p>
            <strong>
              <bdi>{who}</bdi>
            </strong>
          </p>
          <p>{say(GIVE.compare, { name: who })}</p>
          <WordRows hash={call.line} />
          {!isSame && (
            <>
              <Banner tone="warn" title={say(GIVE.doubt)}>
                <p>{say(GIVE.doubtText)}</p>
              </Banner>
              <div class="actions">
                <Action label={say(GIVE.same)} primary onClick={() => setSame(true)} />
                <Action label={say(GIVE.other)} onClick={onEnd} />
              </div>
            </>
          )}
          {isSame && what === undefined && (
            <>
              <ArrivingHeading>{say(GIVE.which)}</ArrivingHeading>
              <div class="actions">
                <Action label={say(GIVE.share)} icon="person" onClick={() => setWhat("share")} />
                <Action label={say(GIVE.lock)} icon="key" onClick={() => setWhat("lock")} />
              </div>
            </>
          )}
          {what !== undefined && sealed === undefined && <Typed call={call} what={what} onSealed={setSealed} />}
          {sealed !== undefined && (
            <>
              <ArrivingHeading>{say(GIVE.sealed, { name: who })}</ArrivingHeading>
              <p>{say(GIVE.sealedText, { name: who })}</p>
              <div class="actions">
                <SaveButton label={say(GIVE.save)} name={NAMES[what ?? "share"]} bytes={() => sealed} primary />
                <Action label={say(GIVE.finish)} onClick={onEnd} />
              </div>
            </>
          )}
        </>
      )}
    </Screen>
  );
}

/** Neither says whose it is: the file is one among others on a stick. */
const NAMES = { share: "bagian-pemulihan.json", lock: "gembok-pemulihan.json" } as const satisfies Record<What, string>;

function Typed({
  call,
  what,
  onSealed,
}: {
  readonly call: RecoveryCall;
  readonly what: What;
  readonly onSealed: (file: Bytes) => void;
}) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const [lock, setLock] = useState<Bytes>();
  const [isAsked, setAsked] = useState(false);
  useEffect(() => () => wipe(...(lock === undefined ? [] : [lock])), [lock]);
  if (what === "share")
    return (
      <OneSheet
        title={say(GIVE.share)}
        listed={call.recovery}
        onShare={(share) => {
          onSealed(sealPart({ share }, call));
          wipe(share.share);
        }}
      />
    );
  return (
    <>
      <ArrivingHeading>{say(GIVE.lock)}</ArrivingHeading>
      <KeyWordsField
        label={say(GIVE.lockWords)}
        typed={typed}
        isAsked={isAsked}
        onTyped={(text, read) => {
          setTyped(text);
          setLock(read);
        }}
      />
      <div class="actions">
        <Action
          label={say(GIVE.seal)}
          primary
          onClick={() => {
            setAsked(true);
            if (lock !== undefined) onSealed(sealPart({ lock }, call));
          }}
        />
      </div>
    </>
  );
}
