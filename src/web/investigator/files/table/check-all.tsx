import { useRef, useState } from "preact/hooks";
import { useSpeech } from "../../../screen/speech.ts";
import { type CaseFileEntry, toCheck } from "../file-list.ts";
import { FILES } from "../words.ts";

export type CheckAllProps = {
  readonly entries: readonly CaseFileEntry[];
  readonly isKnown: (entry: CaseFileEntry) => boolean;
  readonly open: (entry: CaseFileEntry) => Promise<unknown>;
  readonly stop: (entry: CaseFileEntry) => void;
};

/** Fetches what is small enough, one after the other; each row tells what came out. */
export function CheckAll({ entries, isKnown, open, stop }: CheckAllProps) {
  const { say } = useSpeech();
  const [at, setAt] = useState<{ readonly index: number; readonly of: number } | undefined>(undefined);
  const current = useRef<CaseFileEntry | undefined>(undefined);
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
  const end = (): void => {
    const entry = current.current;
    current.current = undefined;
    if (entry) stop(entry);
  };
  if (at !== undefined)
    return (
      <p class="actions">
        <span role="status">{say(FILES.checking, { at: at.index + 1, n: at.of })}</span>
        <button type="button" class="button" onClick={end}>
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
