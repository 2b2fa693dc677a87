/** A rehearsal: a file goes to those who hold sheets, and what proves it comes back. */
import { useState } from "preact/hooks";
import type { CeremonyCode } from "../../../../client/ceremony/refusal.ts";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { bytesOf } from "../../../shared/file-bytes.ts";
import { saveBytes } from "../../../shared/save-blob.ts";
import { FileField, Refused } from "../../parts/fields/ceremony-files.tsx";
import { Icon } from "../../parts/icons.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { REHEARSAL } from "./words.ts";

export function Rehearsal({
  ask,
  isDue,
  onBrought,
}: {
  readonly ask: Ask;
  readonly isDue: boolean;
  readonly onBrought: () => void;
}) {
  const { say, day, today } = useSpeech();
  const { busy, failure, run } = useWork();
  const [refused, setRefused] = useState<CeremonyCode | undefined>(undefined);
  const [brought, setBrought] = useState<string | undefined>(undefined);
  const save = () =>
    run(async () => {
      const on = today();
      const { file } = await ask("askRehearsal", { today: on });
      saveBytes(file, `latihan-${on}.json`);
    });
  const take = (chosen: readonly File[]) =>
    run(async () => {
      setRefused(undefined);
      const [file] = await bytesOf(chosen);
      if (file === undefined) return;
      const answer = await ask("bringAnswer", { file });
      if ("refused" in answer) return setRefused(answer.refused);
      setBrought(answer.on);
      onBrought();
    });
  return (
    // Once it is done it is due no more, and what was said of it would be folded away.
    <details class="rehearsal" open={isDue || brought !== undefined}>
      <summary>{say(REHEARSAL.title)}</summary>
      <ol class="recovery-steps">
        <li>
          <p>{say(REHEARSAL.ask)}</p>
          <button type="button" class={isDue ? "button primary" : "button"} disabled={busy} onClick={save}>
            <Icon name="download" /> {say(REHEARSAL.save)}
          </button>
        </li>
        <li>
          <p>{say(REHEARSAL.type)}</p>
        </li>
        <li>
          <FileField label={REHEARSAL.bring} name="rehearsal-answer" busy={busy} onFiles={take} />
        </li>
      </ol>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Refused
        title={REHEARSAL.refused}
        why={refused === "other-recovery" ? REHEARSAL.other : refused && CEREMONY_FAILURES[refused]}
      />
      <p role="status">{brought !== undefined && say(REHEARSAL.brought, { day: day(brought) })}</p>
    </details>
  );
}
