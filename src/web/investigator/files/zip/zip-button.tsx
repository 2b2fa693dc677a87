/** The button for all files in one ZIP, how far that is, and what was left out of it. */
import type { TextsFor } from "../../../../words/text.ts";
import type { Absence } from "./case-zip.ts";
import type { CaseFileEntry } from "../file-list.ts";
import { FileName } from "../file-name.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Transfer } from "../../parts/transfer.tsx";
import { FailureNotice } from "../../parts/notices.tsx";
import { canWriteToDisk } from "../saving.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { Zips } from "./use-zips.ts";
import { LARGEST_IN_MEMORY_BYTES } from "./zip.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { FILES } from "../words.ts";

const ABSENCES: TextsFor<Absence> = {
  damaged: FILES.absentDamaged,
  missing: FILES.absentMissing,
  "not-come": FILES.absentNotCome,
};

export type CaseZipProps = {
  readonly view: CaseView;
  readonly entries: readonly CaseFileEntry[];
  readonly zips: Zips;
};

export function CaseZip({ view, entries, zips }: CaseZipProps) {
  const { say, size } = useSpeech();
  const { handle } = view.row;
  const zip = zips.of(handle);
  const total = entries.reduce((sum, { file }) => sum + file.size, 0);
  if (zip?.is === "running")
    return (
      <Transfer
        label={say(FILES.zipAll)}
        doneBytes={zip.bytes}
        allBytes={zip.of}
        text={FILES.zipRunning}
        trouble={zip.trouble}
        stop={FILES.cancel}
        onStop={() => zips.stop(handle)}
      />
    );
  return (
    <>
      {total > LARGEST_IN_MEMORY_BYTES && !canWriteToDisk() ? (
        <p class="hint">
          {say(FILES.zipTooLarge, {
            limit: size(LARGEST_IN_MEMORY_BYTES),
            size: size(total),
          })}
        </p>
      ) : (
        <button type="button" class="button" onClick={() => zips.start(view, entries)}>
          <Icon name="download" /> {say(FILES.zipAll)}
        </button>
      )}
      <div class="zip-end" role="status">
        {zip?.is === "stopped" && <p class="muted">{say(FILES.cancelled)}</p>}
        {zip?.is === "saved" && (
          <>
            <p>
              <Icon name="check" /> {say(FILES.zipSaved, { n: zip.packed, name: zip.name })}
            </p>
            {zip.absent.length > 0 && (
              <>
                <p class={zip.absent.some(({ why }) => why !== "not-come") ? "alarm" : undefined}>
                  <Icon name="warning" /> {say(FILES.zipAbsent)}
                </p>
                <ul>
                  {zip.absent.map(({ name, why }, index) => (
                    <li key={index}>
                      <FileName name={name} />: {say(ABSENCES[why])}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </div>
      {zip?.is === "failed" && <FailureNotice failure={zip.failure} />}
    </>
  );
}
