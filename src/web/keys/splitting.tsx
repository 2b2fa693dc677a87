import { useEffect, useId, useState } from "preact/hooks";
import { type NewRecovery, encodeRecovery, makeRecovery } from "../../client/ceremony/recovery.ts";
import { wordListOf } from "../../client/reporter/word-lists.ts";
import { fromHex } from "../../crypto/bytes.ts";
import { MOST_SHARES, SHEET_LETTERS, WORDS_A_LINE, sheetLinesOf } from "../../crypto/secret/share-sheet.ts";
import type { WordList } from "../../crypto/secret/words.ts";
import { keyWordsOf } from "../../crypto/secret/words.ts";
import { wipe } from "../../crypto/sodium.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { factsOf } from "../../words/languages.ts";
import { drawTwo } from "../shared/draw-two.ts";
import { dayHere } from "./day-here.ts";
import { Action, Banner, SaveButton, Screen } from "./parts.tsx";
import { type AskedWord, SheetStep } from "./sheet-step.tsx";
import { Fingerprint, LockSheet, ShareSheet } from "./sheets.tsx";
import { useSpeech } from "../screen/speech.ts";
import { SHEET, SPLIT } from "./words.ts";

type Made = NewRecovery & { readonly list: WordList; readonly made: string };

/** The recovery key: a sheet for each custodian, one for those who hold roots, its public half in a file. */
export function Splitting({ onEnd }: { readonly onEnd: () => void }) {
  const { say, language } = useSpeech();
  const [recovery, setRecovery] = useState<Made>();
  const [at, setAt] = useState(0);
  useEffect(
    () => () => {
      if (recovery !== undefined) wipe(recovery.lock, ...recovery.shares.map(({ share }) => share));
    },
    [recovery],
  );
  const make = async (threshold: number, total: number) => {
    const made = await makeRecovery(threshold, total);
    setRecovery({ ...made, list: wordListOf(factsOf(language).codeWords), made: dayHere() });
  };
  if (recovery === undefined)
    return (
      <Screen title={say(SPLIT.title)}>
        <p>{say(SPLIT.lead)}</p>
        <Numbers onChosen={(threshold, total) => void make(threshold, total)} />
      </Screen>
    );
  const { published, shares } = recovery;
  const sheets = shares.length + 1;
  if (at < sheets)
    return (
      <Screen title={say(SPLIT.sheet, { at: at + 1, of: sheets })}>
        <OneSheet key={at} recovery={recovery} at={at} onDone={() => setAt(at + 1)} />
      </Screen>
    );
  return (
    <Screen title={say(SPLIT.saveTitle)}>
      <p>{say(SPLIT.saveLead)}</p>
      <Fingerprint publicKey={fromBase64url(published.publicKey)} />
      <div class="actions">
        <SaveButton
          label={say(SPLIT.save)}
          name={`kunci-pemulihan-${published.ceremony}.json`}
          bytes={() => encodeRecovery(published)}
          primary
        />
        <Action label={say(SPLIT.finish)} onClick={onEnd} />
      </div>
    </Screen>
  );
}

/** The sheet of one custodian, or behind the last the lock's. */
function OneSheet({
  recovery: { published, shares, lock, list, made },
  at,
  onDone,
}: {
  readonly recovery: Made;
  readonly at: number;
  readonly onDone: () => void;
}) {
  const { say } = useSpeech();
  const share = shares[at];
  const recoveryKey = fromBase64url(published.publicKey);
  const lines = share === undefined ? [] : sheetLinesOf(share, list);
  const words = share === undefined ? keyWordsOf(lock, list) : lines.flat();
  const [places] = useState(() => drawTwo(words.length));
  const asked = places.map((place): AskedWord => {
    const [line, position] = [SHEET_LETTERS[Math.floor(place / WORDS_A_LINE)] ?? "", (place % WORDS_A_LINE) + 1];
    const label =
      share === undefined ? say(SHEET.askWord, { position: place + 1 }) : say(SHEET.askLineWord, { line, position });
    return { label, word: words[place] ?? "" };
  });
  const who = share === undefined ? say(SPLIT.rootHolders) : say(SPLIT.custodian, { number: share.number });
  const hint = share === undefined ? { hint: say(SHEET.lockCopies) } : {};
  return (
    <>
      <Banner tone="warn" title={say(SPLIT.turn, { who })} />
      <SheetStep asked={asked} onDone={onDone} {...hint}>
        {share === undefined ? (
          <LockSheet words={words} recoveryKey={recoveryKey} ceremony={fromHex(published.ceremony)} made={made} />
        ) : (
          <ShareSheet share={share} lines={lines} recoveryKey={recoveryKey} made={made} />
        )}
      </SheetStep>
    </>
  );
}

function Numbers({ onChosen }: { readonly onChosen: (threshold: number, total: number) => void }) {
  const { say } = useSpeech();
  const id = useId();
  const [total, setTotal] = useState("3");
  const [threshold, setThreshold] = useState("2");
  const [isWrong, setWrong] = useState(false);
  const [k, n] = [Number(threshold), Number(total)];
  const isRight = Number.isInteger(k) && Number.isInteger(n) && k >= 2 && k <= n && n <= MOST_SHARES;
  return (
    <form
      class="stack"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) onChosen(k, n);
        else setWrong(true);
      }}
    >
      {isWrong && !isRight && <Banner tone="danger" title={say(SPLIT.bad)} urgent />}
      <div class="numbers">
        <div class="field">
          <label for={`${id}-n`}>{say(SPLIT.total)}</label>
          <input
            id={`${id}-n`}
            type="number"
            min={2}
            max={MOST_SHARES}
            value={total}
            onInput={({ currentTarget: { value } }) => setTotal(value)}
          />
        </div>
        <div class="field">
          <label for={`${id}-k`}>{say(SPLIT.threshold)}</label>
          <input
            id={`${id}-k`}
            type="number"
            min={2}
            max={MOST_SHARES}
            value={threshold}
            onInput={({ currentTarget: { value } }) => setThreshold(value)}
          />
        </div>
      </div>
      <p class="hint">{say(SPLIT.advice)}</p>
      <div class="actions">
        <button type="submit" class="button primary">
          {say(SPLIT.make)}
        </button>
      </div>
    </form>
  );
}
