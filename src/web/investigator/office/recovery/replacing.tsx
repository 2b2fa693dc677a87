/** Another recovery key: the file that its splitting left, and the request to the holders of the roots. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { saveBlob } from "../../../shared/save-blob.ts";
import { Icon } from "../../parts/icons.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { RequestView } from "../../vault/office-messages.ts";
import type { RecoveryKeyView } from "../../vault/recovery-messages.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { RequestSheet } from "../roster/asking.tsx";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { FAULTS, REQUEST } from "../roster/words.ts";
import { REPLACING } from "./words.ts";

type Made = { readonly key: RecoveryKeyView; readonly request: RequestView; readonly file: Uint8Array };

export function Replacing({
  ask,
  isFirst,
  isDue = isFirst,
}: {
  readonly ask: Ask;
  /** There is none yet */
  readonly isFirst: boolean;
  readonly isDue?: boolean;
}) {
  const { say } = useSpeech();
  const { busy, failure, run } = useWork();
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [made, setMade] = useState<Made | undefined>(undefined);
  const refuse = (code: CeremonyCode) => setRefused(say(CEREMONY_FAILURES[code]));
  const take = (file: File | undefined) =>
    run(async () => {
      setRefused(undefined);
      setMade(undefined);
      if (file === undefined) return;
      const read = await ask("readNewRecovery", { file: new Uint8Array(await file.arrayBuffer()) });
      if ("refused" in read) return refuse(read.refused);
      const answer = await ask("askRoots", { wishes: [{ what: "recovery", recovery: read.recovery }] });
      if ("refused" in answer) return refuse(answer.refused);
      if ("faults" in answer)
        return setRefused(answer.faults.map(({ code }) => say(FAULTS[code], { channel: "" })).join(" "));
      const { file: bytes, ...request } = answer;
      setMade({ key: read.key, request, file: bytes });
    });
  return (
    <details class="replacing" open={isDue}>
      <summary>{say(isFirst ? REPLACING.first : REPLACING.title)}</summary>
      <p>{say(REPLACING.lead)}</p>
      <p>{say(REPLACING.old)}</p>
      <p class="field">
        <label>
          {say(REPLACING.choose)}{" "}
          <input
            type="file"
            class="new-recovery"
            accept=".json"
            disabled={busy}
            onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
          />
        </label>
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {refused !== undefined && (
        <Banner tone="danger" title={say(REQUEST.refused)} urgent>
          <p>{refused}</p>
        </Banner>
      )}
      {made !== undefined && (
        <>
          <h4>{say(REPLACING.compare)}</h4>
          <p class="muted">{say(REPLACING.compareText)}</p>
          <TwelveWords words={made.key.words} />
          <RequestSheet request={made.request} />
          <button
            type="button"
            class="button primary"
            onClick={() => saveBlob([new Blob([new Uint8Array(made.file)])], `permintaan-${made.request.name}.json`)}
          >
            <Icon name="download" /> {say(REQUEST.save)}
          </button>
          <p>{say(REQUEST.saved)}</p>
        </>
      )}
    </details>
  );
}
