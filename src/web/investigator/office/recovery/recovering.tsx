/** Everybody is lost: this member asks those who hold sheets, takes in what they seal, and opens every case in one pass. */
import { useState } from "preact/hooks";
import type { Received } from "../../../../client/ceremony/recovery-call.ts";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField, Refused, SaveFile } from "../../parts/fields/ceremony-files.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { ReasonField, useReason } from "../../parts/fields/reason-field.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { CallView } from "../../vault/messages/recovery.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { RecoveryProgress } from "./recovery-progress.tsx";
import { useRecovering } from "./use-recovering.ts";
import { RECOVERING } from "./words.ts";

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
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const [earlier, setEarlier] = useState<Uint8Array | undefined>(undefined);
  const [call, setCall] = useState<CallView | undefined>(undefined);
  const [files, setFiles] = useState<readonly Uint8Array[]>([]);
  const [received, setReceived] = useState<Received | undefined>(undefined);
  const { pass, run: recover, stop, forget } = useRecovering(ask);
  const make = (chosen: readonly File[] = []) =>
    run(async () => {
      setRefused(undefined);
      const [of] = await bytesOf(chosen);
      const answer = await ask("callForParts", { earlier: of });
      if ("refused" in answer) return setRefused(answer.refused);
      setEarlier(of);
      setFiles([]);
      setReceived(undefined);
      setCall(answer);
    });
  const take = (chosen: readonly File[]) =>
    run(async () => {
      setRefused(undefined);
      // What came before stays: parts come on several sticks.
      const all = [...files, ...(await bytesOf(chosen))];
      const answer = await ask("readParts", { files: all, earlier });
      if ("refused" in answer) return setRefused(answer.refused);
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
          <button type="button" class="button primary" disabled={busy} onClick={() => make()}>
            {say(RECOVERING.begin)}
          </button>
          <FileField
            label={RECOVERING.earlier}
            name="earlier-recovery"
            busy={busy}
            onFiles={(chosen) => chosen.length > 0 && make(chosen)}
          />
        </>
      ) : (
        <ol class="recovery-steps">
          <li>
            <p>{say(RECOVERING.hand, { n: call.key.threshold })}</p>
            <SaveFile
              label={RECOVERING.save}
              file={call.file}
              name="pemulihan.json"
              look={received === undefined ? "button primary" : "button"}
            />
          </li>
          <li>
            <p>{say(RECOVERING.read)}</p>
            <TwelveWords words={call.line} />
          </li>
          <li>
            <FileField label={RECOVERING.take} name="recovery-parts" several busy={busy} onFiles={take} />
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
      <Refused title={RECOVERING.refused} why={refused && CEREMONY_FAILURES[refused]} />
      {received !== undefined && received.hasLock && received.shares.length >= received.needed && (
        <Begin onBegin={(reason, today) => recover({ files, earlier, reason, today })} />
      )}
    </>
  );
}

function Begin({ onBegin }: { readonly onBegin: (reason: string, today: string) => void }) {
  const { say, today } = useSpeech();
  const { value, onValue, isMissing, onSubmit } = useReason((reason) => onBegin(reason, today()));
  return (
    <form noValidate onSubmit={onSubmit}>
      <ReasonField
        id="recovery-reason"
        label={RECOVERING.reason}
        hint={RECOVERING.reasonHint}
        fault={isMissing ? RECOVERING.reasonNeeded : undefined}
        value={value}
        onValue={onValue}
      />
      <p>{say(RECOVERING.does)}</p>
      <button type="submit" class="button primary">
        {say(RECOVERING.open)}
      </button>
    </form>
  );
}
