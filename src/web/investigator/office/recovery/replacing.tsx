/** Another recovery key: the file that its splitting left, and the request to the holders of the roots. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { FileField } from "../../parts/fields/ceremony-files.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { RecoveryKeyView } from "../../vault/messages/recovery.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { MadeRequest, type MadeRequestProps } from "../roster/asking.tsx";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { FAULTS, REQUEST } from "../roster/words.ts";
import { REPLACING } from "./words.ts";

type Made = { readonly key: RecoveryKeyView; readonly request: MadeRequestProps["request"] };

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
  const take = (chosen: readonly File[]) =>
    run(async () => {
      setRefused(undefined);
      setMade(undefined);
      const [file] = await bytesOf(chosen);
      if (file === undefined) return;
      const read = await ask("readNewRecovery", { file });
      if ("refused" in read) return refuse(read.refused);
      const answer = await ask("askRoots", { wishes: [{ what: "recovery", recovery: read.recovery }] });
      if ("refused" in answer) return refuse(answer.refused);
      if ("faults" in answer)
        return setRefused(answer.faults.map(({ code }) => say(FAULTS[code], { channel: "" })).join(" "));
      setMade({ key: read.key, request: answer });
    });
  return (
    <details class="replacing" open={isDue}>
      <summary>{say(isFirst ? REPLACING.first : REPLACING.title)}</summary>
      <p>{say(REPLACING.lead)}</p>
      <p>{say(REPLACING.old)}</p>
      <FileField label={REPLACING.choose} name="new-recovery" busy={busy} onFiles={take} />
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
          <MadeRequest request={made.request} />
        </>
      )}
    </details>
  );
}
