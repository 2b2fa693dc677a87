/** How it ended, for each case: what failed is said by name, and what nobody outside has seen can be taken back. */
import { toldOf } from "../../parts/failures.ts";
import { Banner } from "../../parts/notices.tsx";
import { useSpeech } from "../../parts/speech.ts";
import { FRAME } from "../../parts/words.ts";
import type { ListRow } from "../list-rows.ts";
import { MANY } from "../words.ts";
import type { Many } from "./use-many.ts";

export function Outcome({ many, rows }: { readonly many: Many; readonly rows: readonly ListRow[] }) {
  const { say } = useSpeech();
  const { outcome } = many;
  if (outcome === undefined) return null;
  const { verb, done, failed, undo } = outcome;
  const titleOf = (handle: string): string => {
    const row = rows.find((one) => one.handle === handle);
    return row === undefined ? "" : `${row.summary?.title ?? ""} (${row.registerNumber})`;
  };
  return (
    <Banner tone={failed.length > 0 ? "warn" : "plain"} title={say(MANY.done[verb], { n: done })} urgent>
      {verb === "archive" && done > 0 && <p>{say(MANY.archivedHint)}</p>}
      {failed.length > 0 && (
        <>
          <p>{say(MANY.failed, { n: failed.length })}</p>
          <ul class="failed">
            {failed.map(({ handle, failure }) => (
              <li key={handle ?? ""}>
                {handle !== undefined && <bdi>{titleOf(handle)}: </bdi>}
                {say(toldOf(failure).happened)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        {undo.length > 0 && (
          <button type="button" class="button" onClick={many.undo}>
            {say(MANY.undo, { n: undo.length })}
          </button>
        )}
        <button type="button" class="button quiet" onClick={many.dismiss}>
          {say(FRAME.close)}
        </button>
      </p>
    </Banner>
  );
}
