/**
 * One line for all: shown by a device whose own entry stands in the request bit for bit, with the names of everybody in it
 * and how many they are. Below it, for whoever carries the stick, the way to the key page and back.
 */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../words/changes.ts";
import { bytesOf } from "../../shared/file-bytes.ts";
import { Changes } from "../office/roster/changes.tsx";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { FileField, Refused, SaveFile } from "../parts/fields/ceremony-files.tsx";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { FirstRequestView } from "../vault/messages/founding.ts";
import type { VaultCalls } from "../vault/messages/vault.ts";
import { LINE } from "./words.ts";

type LineAloneProps = {
  readonly request: FirstRequestView;
  /** Whether somebody has joined on this device */
  readonly hasJoined: boolean;
  /** That it was the same on all screens */
  readonly hasAgreed: boolean;
  readonly onAgree: () => void;
};

export type LineProps = LineAloneProps & {
  /** For the founder alone; `hands` in what is enough */
  readonly carrying:
    | {
        readonly onBring: (
          files: readonly Uint8Array[],
          hands: boolean,
        ) => Promise<VaultCalls["bringSigned"]["answer"]>;
        readonly onReopen: () => Promise<void>;
      }
    | undefined;
};

export function Line({ carrying, ...line }: LineProps) {
  const { say } = useSpeech();
  const { request } = line;
  return (
    <>
      <h2>{say(LINE.title)}</h2>
      <LineAlone {...line} />
      {carrying === undefined ? <p class="muted">{say(LINE.wait)}</p> : <Carrying request={request} {...carrying} />}
      <details class="all-changes">
        <summary>{say(LINE.changes)}</summary>
        <Changes changes={request.changes} />
      </details>
    </>
  );
}

/** What is read aloud, and that it was. */
export function LineAlone({ request: { line, people, recovery }, hasJoined, hasAgreed, onAgree }: LineAloneProps) {
  const { say, name } = useSpeech();
  if (line === undefined && !hasJoined) return <p>{say(LINE.without)}</p>;
  if (line === undefined)
    return (
      <Banner tone="danger" title={say(LINE.hiddenTitle)} urgent>
        <p>{say(LINE.hidden)}</p>
      </Banner>
    );
  return (
    <>
      <p>{say(LINE.lead)}</p>
      <div class="the-line">
        <TwelveWords words={line} />
      </div>
      <p>
        <strong>{say(LINE.people, { n: people.length })}</strong>
      </p>
      <ol class="in-it">
        {people.map((one, at) => (
          <li key={at}>
            <bdi>{name(one)}</bdi>
          </li>
        ))}
      </ol>
      <p>{say(LINE.count)}</p>
      {recovery !== undefined && (
        <>
          <p class="muted">{say(LINE.recovery)}</p>
          <TwelveWords words={recovery} />
        </>
      )}
      <div role="status">
        {hasAgreed && (
          <p>
            <Icon name="check" /> {say(LINE.agreed)}
          </p>
        )}
      </div>
      {!hasAgreed && (
        <button type="button" class="button primary" onClick={onAgree}>
          {say(LINE.agree)}
        </button>
      )}
    </>
  );
}

/** Another request than the one whose line was shown: compared aloud is worth nothing for this one. */
export function Exchanged({ title, onAnew }: { readonly title: string; readonly onAnew: () => void }) {
  const { say } = useSpeech();
  return (
    <Banner tone="danger" title={title} urgent>
      <p>{say(LINE.exchanged)}</p>
      <button type="button" class="button" onClick={onAnew}>
        {say(LINE.readAnew)}
      </button>
    </Banner>
  );
}

function Carrying({
  request,
  onBring,
  onReopen,
}: NonNullable<LineProps["carrying"]> & { readonly request: FirstRequestView }) {
  const { say } = useSpeech();
  const [files, setFiles] = useState<readonly Uint8Array[]>([]);
  const [counted, setCounted] = useState<{ readonly has: number; readonly needs: number } | undefined>(undefined);
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const bring = async (all: readonly Uint8Array[], hands: boolean): Promise<void> => {
    setRefused(undefined);
    const answer = await onBring(all, hands);
    if ("refused" in answer) return setRefused(answer.refused);
    setFiles(all);
    setCounted(answer);
  };
  // What was chosen before stays: signatures come on several sticks.
  const take = (chosen: readonly File[]): void => run(async () => bring([...files, ...(await bytesOf(chosen))], false));
  return (
    <section class="stack carrying">
      <SaveFile label={LINE.save} file={request.file} name={`permintaan-${request.name}.json`} look="button go" />
      <p>{say(LINE.saveHint)}</p>
      <FileField label={LINE.bring} name="signed-files" several busy={busy} onFiles={take} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Refused title={LINE.refused} why={refused && CEREMONY_FAILURES[refused]} />
      <p role="status">{counted !== undefined && say(LINE.counted, counted)}</p>
      {counted !== undefined && counted.has >= counted.needs && (
        <button type="button" class="button primary" disabled={busy} onClick={() => run(() => bring(files, true))}>
          {say(LINE.hand)}
        </button>
      )}
      <div class="actions">
        <button type="button" class="button destructive" disabled={busy} onClick={() => run(onReopen)}>
          <Icon name="undo" /> {say(LINE.reopen)}
        </button>
        <span class="hint">{say(LINE.reopenHint)}</span>
      </div>
    </section>
  );
}
