/** All files of a case, of both sides, and those that were announced and have not come. */
import { useState } from "preact/hooks";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView, SignedIn } from "../../vault/messages/vault.ts";
import type { Downloads } from "../downloads.ts";
import { type CaseFileEntry, filesOf, placeKey } from "../file-list.ts";
import { FileName } from "../file-name.tsx";
import { PreviewDialog } from "../preview/preview-dialog.tsx";
import { mayPreview } from "../preview/preview-rules.ts";
import { FILES } from "../words.ts";
import type { Zips } from "../zip/use-zips.ts";
import { CaseZip } from "../zip/zip-button.tsx";
import { CheckAll } from "./check-all.tsx";
import { FileRow } from "./file-row.tsx";

/** Where the list begins: the report leads there. */
export const FILES_ANCHOR = "case-files";

export function countFiles(view: CaseView): number {
  return filesOf(view).length + view.missingFiles.length;
}

export type CaseFilesProps = {
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly downloads: Downloads;
  readonly zips: Zips;
};

export function CaseFiles({ view, member, downloads, zips }: CaseFilesProps) {
  const { say, size } = useSpeech();
  const { handle } = view.row;
  const [shown, setShown] = useState<string | undefined>(undefined);
  const entries = filesOf(view);
  const knownOf = ({ place }: CaseFileEntry) => downloads.of(handle, place).known;
  const previewable = entries.filter(
    (entry) => mayPreview(entry.file, knownOf(entry)) || placeKey(entry.place) === shown,
  );
  const at = previewable.findIndex((entry) => placeKey(entry.place) === shown);
  const stepTo = (index: number) => {
    const entry = previewable[index];
    return entry && (() => setShown(placeKey(entry.place)));
  };
  const current = previewable[at];
  return (
    <section class="case-files" aria-labelledby={FILES_ANCHOR}>
      <h2 id={FILES_ANCHOR}>{say(FILES.title, { n: countFiles(view) })}</h2>
      {entries.length + view.missingFiles.length === 0 && <p class="muted">{say(FILES.none)}</p>}
      {entries.length > 0 && (
        <p class="own-words">
          <Icon name="info" /> {say(FILES.hint)}
        </p>
      )}
      {entries.length > 1 && (
        <div class="actions files-actions">
          <CheckAll
            entries={entries}
            isKnown={(entry) => knownOf(entry) !== undefined}
            open={({ place, file }) => downloads.open(handle, place, file)}
            stop={({ place }) => downloads.stop(handle, place)}
          />
          <CaseZip view={view} entries={entries} zips={zips} />
        </div>
      )}
      <ul>
        {entries.map((entry) => (
          <FileRow
            key={placeKey(entry.place)}
            {...entry}
            view={view}
            member={member}
            downloads={downloads}
            onPreview={() => setShown(placeKey(entry.place))}
          />
        ))}
        {view.missingFiles.map((file, index) => (
          <li key={`missing ${index}`} class="file-row">
            <p class="file-row-head">
              <FileName name={file.name} /> <span class="muted">{size(file.size)}</span>
            </p>
            <p>
              <strong class="not-come">
                <Icon name="received" /> {say(FILES.notCome)}
              </strong>{" "}
              <span class="muted">{say(FILES.notComeHint)}</span>
            </p>
          </li>
        ))}
      </ul>
      {current && (
        <PreviewDialog
          {...current}
          handle={handle}
          downloads={downloads}
          onPrevious={stepTo(at - 1)}
          onNext={stepTo(at + 1)}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}
