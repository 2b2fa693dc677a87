/** All files of a case, of both sides, and those that were announced and have not come. */
import { useRef, useState } from "preact/hooks";
import { CaseFile } from "./file-row.tsx";
import { CaseZip } from "./zip-button.tsx";
import { filesOf, mayPreview, placeKey, toCheck } from "./file-list.ts";
import type { CasePart } from "../case/case-screen.tsx";
import { FileName } from "./file-name.tsx";
import { Icon } from "../parts/icons.tsx";
import { PreviewDialog } from "./preview-dialog.tsx";
import { useSpeech } from "../parts/speech.ts";
import type { Files } from "./use-files.ts";
import type { Zips } from "./use-zips.ts";
import { FILES } from "./words.ts";

/** Where the list begins: the report leads there. */
export const FILES_ANCHOR = "case-files";

export function countFiles(view: CasePart["view"]): number {
  return filesOf(view).length + view.missingFiles.length;
}

export type CaseFilesProps = Pick<CasePart, "view" | "member"> & { readonly files: Files; readonly zips: Zips };

export function CaseFiles({ view, member, files, zips }: CaseFilesProps) {
  const { say, size } = useSpeech();
  const { handle } = view.row;
  const [shown, setShown] = useState<string | undefined>(undefined);
  const entries = filesOf(view);
  const stateOf = ({ place }: (typeof entries)[number]) => files.of(handle, place);
  const previewable = entries.filter(
    (entry) => mayPreview(entry.file, stateOf(entry)) || placeKey(entry.place) === shown,
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
        <div class="files-actions">
          <CheckAll
            entries={entries}
            isKnown={(entry) => stateOf(entry).known !== undefined}
            open={({ place, file }) => files.open(handle, place, file)}
            stop={({ place }) => files.stop(handle, place)}
          />
          <CaseZip view={view} entries={entries} zips={zips} />
        </div>
      )}
      <ul>
        {entries.map((entry) => (
          <CaseFile
            key={placeKey(entry.place)}
            {...entry}
            view={view}
            member={member}
            files={files}
            onPreview={() => setShown(placeKey(entry.place))}
          />
        ))}
        {view.missingFiles.map((file, index) => (
          <li key={`missing ${index}`} class="case-file">
            <p class="case-file-head">
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
          files={files}
          onPrevious={stepTo(at - 1)}
          onNext={stepTo(at + 1)}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

type Entries = ReturnType<typeof filesOf>;
type CheckAllProps = {
  readonly entries: Entries;
  readonly isKnown: (entry: Entries[number]) => boolean;
  readonly open: (entry: Entries[number]) => Promise<unknown>;
  readonly stop: (entry: Entries[number]) => void;
};

/** Fetches what is small enough, one after the other; each row tells what came out. */
function CheckAll({ entries, isKnown, open, stop }: CheckAllProps) {
  const { say } = useSpeech();
  const [at, setAt] = useState<{ readonly index: number; readonly of: number } | undefined>(undefined);
  const current = useRef<Entries[number] | undefined>(undefined);
  const wanted = toCheck(entries, isKnown);
  const larger = entries.filter((entry) => !isKnown(entry)).length - wanted.length;

  const run = async (): Promise<void> => {
    for (const [index, entry] of wanted.entries()) {
      setAt({ index, of: wanted.length });
      current.current = entry;
      await open(entry);
      if (current.current === undefined) break;
    }
    setAt(undefined);
  };
  if (at !== undefined)
    return (
      <p class="actions">
        <span role="status">{say(FILES.checking, { at: at.index + 1, n: at.of })}</span>
        <button
          type="button"
          class="button"
          onClick={() => {
            const entry = current.current;
            current.current = undefined;
            if (entry) stop(entry);
          }}
        >
          {say(FILES.cancel)}
        </button>
      </p>
    );
  return (
    <>
      {wanted.length > 0 && (
        <button type="button" class="button" onClick={() => void run()}>
          {say(FILES.checkAll)}
        </button>
      )}
      {larger > 0 && <span class="hint">{say(FILES.checkLarger, { n: larger })}</span>}
    </>
  );
}
