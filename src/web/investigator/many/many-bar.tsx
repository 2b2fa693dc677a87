/** What can be done with the cases that are chosen: at the foot of the list, where nothing moves when it appears. */
import { useSpeech } from "../../screen/speech.ts";
import { MANY } from "./words.ts";
import { OutcomeActions } from "./outcome.tsx";
import type { Many } from "./use-many.ts";

export type ManyBarProps = {
  readonly many: Many;
  /** How many of those in sight are chosen */
  readonly picked: number;
  /** Handles of all that the list shows now */
  readonly shown: readonly string[];
  readonly onClaim: () => void;
  readonly onAssign: () => void;
  readonly onLabel: () => void;
  readonly onArchive: () => void;
};

export function ManyBar({ many, picked, shown, onClaim, onAssign, onLabel, onArchive }: ManyBarProps) {
  const { say } = useSpeech();
  const { running } = many;
  if (running !== undefined)
    return (
      <div class="many-bar" role="status">
        <progress value={running.done} max={running.of} aria-label={say(MANY.doing[running.verb])} />
        <span>{say(MANY.progress, { what: say(MANY.doing[running.verb]), done: running.done, of: running.of })}</span>
        <button type="button" class="button" onClick={many.stop}>
          {say(MANY.stop)}
        </button>
      </div>
    );
  if (picked === 0 && many.outcome !== undefined) {
    const { verb, done } = many.outcome;
    return (
      <div class="many-bar">
        <strong role="status">{say(MANY.done[verb], { n: done })}</strong>
        {verb === "archive" && <span>{say(MANY.archivedHint)}</span>}
        <span class="push" />
        <OutcomeActions many={many} />
      </div>
    );
  }
  return (
    <div class="many-bar" role="group" aria-label={say(MANY.title)}>
      <strong role="status">{say(MANY.picked, { n: picked })}</strong>
      {picked < shown.length && (
        <button type="button" class="link" onClick={() => many.pickAll(shown)}>
          {say(MANY.pickAll, { n: shown.length })}
        </button>
      )}
      <button type="button" class="link" onClick={many.clear}>
        {say(MANY.clear)}
      </button>
      <span class="push" />
      <button type="button" class="button" onClick={onClaim}>
        {say(MANY.claim)}
      </button>
      <button type="button" class="button" onClick={onAssign}>
        {say(MANY.assign)}
      </button>
      <button type="button" class="button" onClick={onLabel}>
        {say(MANY.label)}
      </button>
      <button type="button" class="button" onClick={onArchive}>
        {say(MANY.archive)}
      </button>
    </div>
  );
}
