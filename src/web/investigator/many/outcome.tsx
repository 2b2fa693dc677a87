/** How it ended, for each case: what failed is said by name, and what nobody outside has seen can be taken back. */
import { toldOf } from "../parts/failures.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { ListRow } from "../list/list-rows.ts";
import { MANY } from "./words.ts";
import type { Many } from "./use-many.ts";

export function Outcome({ many, rows }: { readonly many: Many; readonly rows: readonly ListRow[] }) {
  const { say } = useSpeech();
  const { outcome } = many;
  if (outcome === undefined || isPlainOutcome(many)) return null;
  const { verb, done, failed } = outcome;
  const titleOf = (handle: string): string => {
    const row = rows.find((one) => one.handle === handle);
    return row === undefined ? "" : `${row.summary?.title ?? ""} (${row.registerNumber})`;
  };
  return (
    <Banner tone="warn" title={say(MANY.done[verb], { n: done })} urgent>
      <p>{say(MANY.failed, { n: failed.length })}</p>
      <ul class="failed">
        {failed.map(({ handle, failure }) => (
          <li key={handle ?? ""}>
            {handle !== undefined && <bdi>{titleOf(handle)}: </bdi>}
            {say(toldOf(failure).happened)}
          </li>
        ))}
      </ul>
      <OutcomeActions many={many} />
    </Banner>
  );
}

/** All went well: one line at the foot of the list says so. */
export function isPlainOutcome({ outcome }: Pick<Many, "outcome">): boolean {
  return outcome !== undefined && outcome.failed.length === 0;
}

export function OutcomeActions({ many }: { readonly many: Many }) {
  const { say } = useSpeech();
  const undo = many.outcome?.undo ?? [];
  return (
    <span class="actions">
      {undo.length > 0 && (
        <button type="button" class="button" onClick={many.undo}>
          <Icon name="undo" /> {say(MANY.undo, { n: undo.length })}
        </button>
      )}
      <button type="button" class="button quiet" onClick={many.dismiss}>
        {say(FRAME.close)}
      </button>
    </span>
  );
}
