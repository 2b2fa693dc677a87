/** Empty lists: work to do where there is none yet, a calm sentence where there is none left. */
import type { Texts } from "../../../words/text.ts";
import type { View } from "./case-selection.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../parts/speech.ts";
import { LIST } from "./words.ts";

const NONE_IN: Readonly<Record<View, Texts>> = {
  open: LIST.noneInOpen,
  new: LIST.noneInNew,
  late: LIST.noneInLate,
  awaiting: LIST.noneInAwaiting,
  done: LIST.noneInDone,
};

export type EmptyListProps = {
  readonly nothingAtAll: boolean;
  /** New reports are still being looked for: nobody can say yet that there is none. */
  readonly looking: boolean;
  readonly narrowed: boolean;
  readonly view: View;
  readonly viewName: string;
  readonly onClear: () => void;
};

export function EmptyList({ nothingAtAll, looking, narrowed, view, viewName, onClear }: EmptyListProps) {
  const { say } = useSpeech();
  if (nothingAtAll) return looking ? null : <FirstSteps />;
  if (!narrowed) return <p class="empty">{say(NONE_IN[view])}</p>;
  return (
    <div class="empty">
      <h2>{say(LIST.noneFound)}</h2>
      <p class="muted">{say(LIST.noneFoundText, { view: viewName })}</p>
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
