/** A package opened here: with a key file or with ten words. */
import { useEffect, useState } from "preact/hooks";
import { checkExport } from "../../../client/case-file/check-export.ts";
import { type Key, readKeyFile } from "../../../client/referral/age.ts";
import { openPackage } from "../../../client/referral/package.ts";
import { readPackageWords } from "../../../client/referral/package-words.ts";
import { startSha256 } from "../../../client/line/sha256.ts";
import { type Bytes, hex } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import type { Texts } from "../../../words/text.ts";
import { hexGroups } from "../../shared/fingerprint.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../icon.tsx";
import { Banner, Screen } from "../parts.tsx";
import { UNREMEMBERED } from "../typing.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { LARGEST_KEY_FILE } from "./naming.tsx";
import { type Opened, Result } from "./result.tsx";
import { OPEN } from "./words.ts";

type Chosen = {
  readonly file: File;
  /** Of all of it, hexadecimal */
  readonly sha256: string;
  /** Whether words open it, as its head says */
  readonly byWords: boolean;
};

export function Opening() {
  const { say, size } = useSpeech();
  const [chosen, setChosen] = useState<Chosen>();
  const [reading, setReading] = useState<number>();
  const [failure, setFailure] = useState<Texts>();
  const [opened, setOpened] = useState<Opened>();
  const choose = async (file: File): Promise<void> => {
    setChosen(undefined);
    setOpened(undefined);
    setFailure(undefined);
    try {
      const head = await file.slice(0, HEAD_BYTES).text();
      if (!head.startsWith("age-encryption.org/v1\n-> ")) return setFailure(OPEN.noPackage);
      const sha256 = await hashOf(file, (done) => setReading(done / Math.max(1, file.size)));
      setChosen({ file, sha256, byWords: head.includes("\n-> scrypt ") });
    } catch {
      setFailure(OPEN.unreadable);
    } finally {
      setReading(undefined);
    }
  };
  const open = async (key: Key): Promise<void> => {
    if (chosen === undefined) return;
    setFailure(undefined);
    setReading(0);
    try {
      // What is derived from words takes a second, in which nothing is drawn.
      await new Promise((go) => setTimeout(go, PAINT_MS));
      const parts: Blob[] = [];
      let done = 0;
      await openPackage(chosen.file.stream() as ReadableStream<Bytes>, key, async (piece) => {
        parts.push(new Blob([piece]));
        done += piece.length;
        if (parts.length === PIECES_A_BLOB) parts.splice(0, parts.length, new Blob(parts));
        setReading(done / Math.max(1, chosen.file.size));
      });
      const zip = new Blob(parts);
      setOpened({ zip, checked: await checkExport(sourceOf(zip)) });
    } catch (error) {
      setFailure(failureIn(error, chosen.byWords));
    } finally {
      setReading(undefined);
    }
  };
  return (
    <Screen title={say(OPEN.title)}>
      <p>{say(OPEN.lead)}</p>
      <ChooseFile label={say(OPEN.choose)} disabled={reading !== undefined} onFile={(file) => void choose(file)} />
      {chosen !== undefined && (
        <section class="stack">
          <h2>{say(OPEN.hash)}</h2>
          <p class="hex">{hexGroups(chosen.sha256)}</p>
          <p>{say(OPEN.hashText, { size: size(chosen.file.size) })}</p>
        </section>
      )}
      {chosen !== undefined && opened === undefined && (
        <KeyFields
          key={chosen.sha256}
          byWords={chosen.byWords}
          busy={reading !== undefined}
          onKey={(key) => void open(key)}
        />
      )}
      <div role="status">
        {reading !== undefined && (
          <p>
            <progress aria-label={say(OPEN.title)} max={1} value={reading} /> {say(OPEN.busy)}
          </p>
        )}
      </div>
      {failure !== undefined && <Banner tone="danger" title={say(failure)} urgent />}
      {opened !== undefined && chosen !== undefined && <Result opened={opened} name={chosen.file.name} />}
    </Screen>
  );
}

function KeyFields({
  byWords,
  busy,
  onKey,
}: {
  readonly byWords: boolean;
  readonly busy: boolean;
  readonly onKey: (key: Key) => void;
}) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState("");
  const [secret, setSecret] = useState<string>();
  const [fault, setFault] = useState<Texts>();
  useEffect(() => setFault(undefined), [typed]);
  const readKey = async (file: File): Promise<void> => {
    const pair = await readKeyFile(await file.slice(0, LARGEST_KEY_FILE).text());
    setSecret(pair?.secret);
    setFault(pair === undefined ? OPEN.noKey : undefined);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!byWords) return secret === undefined ? setFault(OPEN.noKey) : onKey({ is: "key", secret });
    const read = readPackageWords(typed);
    return "problem" in read ? setFault(OPEN.noWords) : onKey({ is: "words", words: read.words });
  };
  return (
    <form class="stack" autocomplete="off" onSubmit={submit}>
      <h2>{say(byWords ? OPEN.words : OPEN.key)}</h2>
      {byWords ? (
        <div class="field">
          <label for="package-words">{say(OPEN.wordsLabel)}</label>
          <textarea
            id="package-words"
            rows={3}
            {...UNREMEMBERED}
            value={typed}
            aria-invalid={fault !== undefined}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </div>
      ) : (
        <ChooseFile label={say(OPEN.keyLabel)} disabled={busy} onFile={(file) => void readKey(file)} />
      )}
      {fault !== undefined && <Banner tone="danger" title={say(fault)} urgent />}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          <Icon name="lock" /> {say(OPEN.open)}
        </button>
      </div>
    </form>
  );
}

/** Version and first stanza */
const HEAD_BYTES = 200;
const HASHED_AT_ONCE = 4 * 1_048_576;
/** Of 64 KiB: so many in memory, then they are one Blob, which a browser may lay on its disk. */
const PIECES_A_BLOB = 64;
/** The screen is seen before the one thread is taken. */
const PAINT_MS = 50;

async function hashOf(file: Blob, onDone: (bytes: number) => void): Promise<string> {
  const digest = startSha256();
  for (let at = 0; at < file.size; at += HASHED_AT_ONCE) {
    digest.update(new Uint8Array(await file.slice(at, at + HASHED_AT_ONCE).arrayBuffer()));
    onDone(at);
  }
  return hex(digest.digest());
}

function sourceOf(blob: Blob) {
  return {
    size: blob.size,
    read: async (offset: number, length: number) =>
      new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

function failureIn(error: unknown, byWords: boolean): Texts {
  if (!(error instanceof CryptoError)) return OPEN.unreadable;
  if (error.code === "not-for-me") return byWords ? OPEN.otherWords : OPEN.otherKey;
  return error.code === "altered" ? OPEN.altered : OPEN.noPackage;
}
