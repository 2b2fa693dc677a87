import { useEffect, useRef, useState } from "preact/hooks";
import {
  type ListedRecovery,
  checkShare,
  listedRecovery,
  readRecovery,
  rehearseRecovery,
} from "../../client/ceremony/recovery.ts";
import { CeremonyError } from "../../client/ceremony/refusal.ts";
import { readRequest } from "../../client/ceremony/request.ts";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import { SHEET_LETTERS, type Share, WORDS_A_LINE, readSheet, readSheetLine } from "../../crypto/secret/share-sheet.ts";
import { wipe } from "../../crypto/sodium.ts";
import { fromBase64url } from "../../protocol/base64url.ts";
import type { Texts } from "../../words/text.ts";
import { TYPED_WORDS, lineProblemText } from "../../words/typing.ts";
import { Action, ArrivingHeading, Banner, Failure, FileField, Screen, failureOf } from "./parts.tsx";
import { Fingerprint } from "./sheets.tsx";
import { useSpeech } from "./speech.ts";
import { KeyWordsField, LineField } from "./typing.tsx";
import { REHEARSE } from "./words.ts";

/** Sheets and lock typed in: yes or no, and nothing else comes of it. */
export function Rehearsing({ onEnd }: { readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const [listed, setListed] = useState<ListedRecovery>();
  const [failure, setFailure] = useState<Texts>();
  const open = ([file]: readonly Uint8Array[]) => {
    setListed(undefined);
    setFailure(undefined);
    try {
      const found = file === undefined ? undefined : recoveryIn(file);
      if (found === null) setFailure(REHEARSE.none);
      else setListed(found);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <Screen title={say(REHEARSE.title)}>
      <p>{say(REHEARSE.lead)}</p>
      {listed === undefined ? (
        <>
          <FileField label={say(REHEARSE.choose)} onFiles={open} />
          <Failure text={failure} />
        </>
      ) : (
        <>
          <p>{say(REHEARSE.known)}</p>
          <Fingerprint publicKey={fromBase64url(listed.publicKey)} />
          <Sheets listed={listed} onEnd={onEnd} />
        </>
      )}
    </Screen>
  );
}

/** Of the file that the splitting left, or of a request; null where a request has none. */
function recoveryIn(file: Uint8Array): ListedRecovery | null {
  try {
    return listedRecovery(readRecovery(file));
  } catch (error) {
    if (!(error instanceof CeremonyError)) throw error;
    return readRequest(file).document.recovery;
  }
}

function Sheets({ listed, onEnd }: { readonly listed: ListedRecovery; readonly onEnd: () => void }) {
  const { say } = useSpeech();
  const [shares, setShares] = useState<readonly Share[]>([]);
  const [verdict, setVerdict] = useState<{ readonly why: Texts | undefined }>();
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
      await rehearseRecovery(shares, lock, listed);
      setVerdict({ why: undefined });
    } catch (error) {
      setVerdict({ why: failureOf(error) });
    }
  };
  if (shares.length < listed.threshold)
    return (
      <OneSheet
        key={shares.length}
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
      {verdict !== undefined && verdict.why === undefined && <Banner tone="good" title={say(REHEARSE.yes)} urgent />}
      {verdict?.why !== undefined && (
        <Banner tone="danger" title={say(REHEARSE.no)} urgent>
          <p>{say(verdict.why)}</p>
        </Banner>
      )}
    </>
  );
}

function OneSheet({
  listed,
  before,
  onShare,
}: {
  readonly listed: ListedRecovery;
  readonly before: readonly Share[];
  readonly onShare: (share: Share) => void;
}) {
  const speech = useSpeech();
  const { say } = speech;
  const [lines, setLines] = useState<readonly string[]>(SHEET_LETTERS.map(() => ""));
  const [failure, setFailure] = useState<Texts>();
  const [isAsked, setAsked] = useState(false);
  const first = readSheetLine(lines[0] ?? "", "A", undefined, WORD_LISTS);
  const saidOf = (at: number): string | undefined => {
    const letter = SHEET_LETTERS[at] ?? "A";
    const typed = lines[at] ?? "";
    if (typed.trim() === "" && !isAsked) return "";
    const read = readSheetLine(typed, letter, "numbers" in first && at > 0 ? first.numbers : undefined, WORD_LISTS);
    if (!("problem" in read)) return undefined;
    return lineProblemText(read.problem, WORDS_A_LINE, speech);
  };
  const take = () => {
    const read = readSheet(lines, WORD_LISTS);
    setAsked("problem" in read);
    if ("problem" in read) return;
    try {
      checkShare(read.share, before, listed);
      onShare(read.share);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <form
      class="stack"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <ArrivingHeading>{say(REHEARSE.sheet, { at: before.length + 1, of: listed.threshold })}</ArrivingHeading>
      <p class="hint">{say(TYPED_WORDS.hint)}</p>
      {SHEET_LETTERS.map((letter, at) => (
        <LineField
          key={letter}
          letter={letter}
          label={say(REHEARSE.line, { line: letter })}
          typed={lines[at] ?? ""}
          problem={saidOf(at)}
          onTyped={(typed) => {
            setLines(lines.with(at, typed));
            setFailure(undefined);
          }}
        />
      ))}
      <Failure text={failure} />
      <div class="actions">
        <button type="submit" class="button primary">
          {say(REHEARSE.take)}
        </button>
      </div>
    </form>
  );
}
