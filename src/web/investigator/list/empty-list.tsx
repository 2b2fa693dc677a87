/** Empty lists: work to do where there is none yet, a calm sentence where there is none left. */
import type { View } from "./case-selection.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { LIST, NONE_IN_VIEW, VIEW_NAMES } from "./words.ts";

export type EmptyListProps = {
  readonly nothingAtAll: boolean;
  /** New reports are still being looked for: nobody can say yet that there is none. */
  readonly looking: boolean;
  readonly narrowed: boolean;
  readonly view: View;
  readonly onClear: () => void;
  readonly onAllOpen: () => void;
};

export function EmptyList({ nothingAtAll, looking, narrowed, view, onClear, onAllOpen }: EmptyListProps) {
  const { say } = useSpeech();
  if (nothingAtAll) return looking ? null : <FirstSteps />;
  if (!narrowed)
    return (
      <div class="empty">
        <p>{say(NONE_IN_VIEW[view])}</p>
        {view === "day" && (
          <button type="button" class="button" onClick={onAllOpen}>
            {say(VIEW_NAMES.open)}
          </button>
        )}
      </div>
    );
  return (
    <div class="empty">
      <h2>{say(LIST.noneFound)}</h2>
      <p class="muted">{say(LIST.noneFoundText, { view: say(VIEW_NAMES[view]) })}</p>
      <button type="button" class="button" onClick={onClear}>
        {say(LIST.clearFilters)}
      </button>
    </div>
  );
}

function FirstSteps() {
  const { say } = useSpeech();
  return (
    <div class="empty">
      <h2>{say(LIST.emptyTitle)}</h2>
      <p class="muted">{say(LIST.emptyText)}</p>
      <ul class="tasks">
        <li>
          <Icon name="received" />
          <div>
            <strong>{say(LIST.emptyPoster)}</strong>
            <p class="muted">{say(LIST.emptyPosterText)}</p>
          </div>
        </li>
        <li>
          <Icon name="received" />
          <div>
            <strong>{say(LIST.emptyTrial)}</strong>
            <p class="muted">{say(LIST.emptyTrialText)}</p>
          </div>
          <a class="button" href="/" target="_blank" rel="noopener noreferrer">
            {say(LIST.emptyTrialOpen)}
          </a>
        </li>
      </ul>
    </div>
  );
}
