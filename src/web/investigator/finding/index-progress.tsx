/** How much of the list can be searched, and where the index is kept: it moves by itself, and draws nothing else anew. */
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import type { Indexing } from "../vault/messages/finding.ts";
import type { Finding } from "./use-finding.ts";
import { FINDING } from "./words.ts";

export function useIndexed({ watch }: Pick<Finding, "watch">): Indexing | undefined {
  const [indexing, setIndexing] = useState<Indexing | undefined>(undefined);
  useEffect(() => watch(setIndexing), [watch]);
  return indexing;
}

const KEPT = { here: FINDING.keptHere, elsewhere: FINDING.keptElsewhere, never: FINDING.keptNever } as const;

export function IndexProgress({ finding }: { readonly finding: Finding }) {
  const { say, number } = useSpeech();
  const indexing = useIndexed(finding);
  if (finding.failed) return <p class="found-index">{say(FINDING.failed)}</p>;
  if (indexing === undefined) return null;
  const { done, of, kept } = indexing;
  const counts = { done: number(done), of: number(of), left: number(of - done) };
  return (
    <p class="found-index muted">
      {say(done < of ? FINDING.indexed : FINDING.indexedAll, counts)} {say(KEPT[kept])}{" "}
      {kept === "here" && (
        <button type="button" class="link" onClick={finding.forget}>
          {say(FINDING.forget)}
        </button>
      )}
    </p>
  );
}
