/** Everybody is lost: this member asks those who hold sheets, takes in what they seal, and opens every case in one pass. */
import { useState } from "preact/hooks";
import type { Received } from "../../../../client/ceremony/recovery-call.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { saveBlob } from "../../../shared/save-blob.ts";
import { Icon } from "../../parts/icons.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { ReasonField } from "../../parts/reason-field.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { CallView } from "../../vault/recovery-messages.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { RecoveryProgress } from "./recovery-progress.tsx";
import { useRecovering } from "./use-recovering.ts";
import { RECOVERING } from "./words.ts";

const bytesOf = async (files: FileList | null): Promise<Uint8Array[]> => {
  const read = await Promise.all([...(files ?? [])].map((file) => file.arrayBuffer()));
  return read.map((bytes) => new Uint8Array(bytes));
};

export function Recovering({ ask, onOver }: { readonly ask: Ask; readonly onOver: () => void }) {
  const { say } = useSpeech();
  return (
    <details class="recovering">
      <summary>{say(RECOVERING.title)}</summary>
      <Banner tone="warn" title={say(RECOVERING.warn)}>
        <p>{say(RECOVERING.warnText)}</p>
      </Banner>
      <Steps ask={ask} onOver={onOver} />
    </details>
  );
}

function Steps({ ask, onOver }: { readonly ask: Ask; readonly onOver: () => void }) {
  const { say } = useSpeech();
  const { busy, failure, run } = useWork();
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [earlier, setEarlier] = useState<Uint8Array | undefined>(undefined);
  const [call, setCall] = useState<CallView | undefined>(undefined);
  const [files, setFiles] = useState<readonly Uint8Array[]>([]);
  const [received, setReceived] = useState<Received | undefined>(undefined);
  const { pass, run: recover, stop, forget } = useRecovering(ask);
  const make = (of: Uint8Array | undefined) =>
    run(async () => {
      setRefused(undefined);
      const answer = await ask("callForParts", { earlier: of });
      if ("refused" in answer) return setRefused(say(CEREMONY_FAILURES[answer.refused]));
      setEarlier(of);
      setFiles([]);
      setReceived(undefined);
      setCall(answer);
    });
  const take = (chosen: FileList | null) =>
    run(async () => {
      setRefused(undefined);
      // What came before stays: parts come on several sticks.
      const all = [...files, ...(await bytesOf(chosen))];
      const answer = await ask("readParts", { files: all, earlier });
      if ("refused" in answer) return setRefused(say(CEREMONY_FAILURES[answer.refused]));
      setFiles(all);
      setReceived(answer.received);
    });
  if (pass !== undefined)
    return (
      <RecoveryProgress
        pass={pass}
        onStop={stop}
        onBack={() => {
          forget();
          onOver();
        }}
      />
    );
  return (
    <>
      {call === undefined ? (
        <>
          <p>{say(RECOVERING.lead)}</p>
          <button type="button" class="button primary" disabled={busy} onClick={() => make(undefined)}>
            {say(RECOVERING.begin)}
          </button>
          <p class="field">
            <label>
              {say(RECOVERING.earlier)}{" "}
              <input
                type="file"
                class="earlier-recovery"
                accept=".json"
                disabled={busy}
                onChange={({ currentTarget }) => void bytesOf(currentTarget.files).then(([file]) => file && make(file))}
              />
            </label>
          </p>
        </>
      ) : (
        <ol class="recovery-steps">
          <li>
            <p>{say(RECOVERING.hand, { n: call.key.threshold })}</p>
            <button
              type="button"
              class={received === undefined ? "button primary" : "button"}
              onClick={() => saveBlob([new Blob([new Uint8Array(call.file)])], "pemulihan.json")}
            >
              <Icon name="download" /> {say(RECOVERING.save)}
            </button>
          </li>
          <li>
            <p>{say(RECOVERING.read)}</p>
            <TwelveWords words={call.line} />
          </li>
          <li>
            <p class="field">
              <label>
                {say(RECOVERING.take)}{" "}
                <input
                  type="file"
                  class="recovery-parts"
                  accept=".json"
                  multiple
                  disabled={busy}
                  onChange={({ currentTarget }) => take(currentTarget.files)}
                />
              </label>
            </p>
            <div role="status">
              {received !== undefined && (
                <p>
                  {say(RECOVERING.shares, { n: received.shares.length, of: received.needed })}{" "}
                  {say(received.hasLock ? RECOVERING.lockThere : RECOVERING.lockMissing)}
                </p>
              )}
            </div>
          </li>
        </ol>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {refused !== undefined && (
        <Banner tone="danger" title={say(RECOVERING.refused)} urgent>
          <p>{refused}</p>
        </Banner>
      )}
      {received !== undefined && received.hasLock && received.shares.length >= received.needed && (
        <Begin onBegin={(reason, today) => recover({ files, earlier, reason, today })} />
      )}
    </>
  );
}

function Begin({ onBegin }: { readonly onBegin: (reason: string, today: string) => void }) {
  const { say, today } = useSpeech();
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isMissing) onBegin(reason.trim(), today());
      }}
    >
      <ReasonField
        id="recovery-reason"
        label={RECOVERING.reason}
        hint={RECOVERING.reasonHint}
        fault={isTried && isMissing ? RECOVERING.reasonNeeded : undefined}
        value={reason}
        onValue={setReason}
      />
      <p>{say(RECOVERING.does)}</p>
      <button type="submit" class="button primary">
        {say(RECOVERING.open)}
      </button>
    </form>
  );
}
