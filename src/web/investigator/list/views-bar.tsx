import { useMemo } from "preact/hooks";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../parts/speech.ts";
import { type Looking, type Selection, VIEWS, countViews } from "./case-selection.ts";
import { ListProgress } from "./list-progress.tsx";
import type { ListRow } from "./list-rows.ts";
import type { CaseList } from "./use-cases.ts";
import { LIST, VIEW_NAMES } from "./words.ts";

export type ViewsBarProps = {
  readonly list: CaseList;
  readonly all: readonly ListRow[];
  readonly looking: Looking;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly onLoads: () => void;
};

/** The views with how many cases each shows, what the list is doing, and the button that looks for new reports. */
export function ViewsBar({ list, all, looking, selection, onSelection, onLoads }: ViewsBarProps) {
  const { say } = useSpeech();
  const counts = useMemo(() => countViews(all, looking), [all, looking]);
  return (
    <div class="views-bar">
      <div class="views" role="group" aria-label={say(LIST.views)}>
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === selection.view}
            onClick={() => onSelection({ ...selection, view })}
          >
            {say(VIEW_NAMES[view])} <span class="count">{counts[view]}</span>
          </button>
        ))}
      </div>
      <ListProgress list={list} />
      <button type="button" class="look" onClick={onLoads}>
        <Icon name="person" /> {say(LIST.loads)}
      </button>
      <button type="button" class="look" disabled={list.tried !== undefined || list.loading} onClick={list.lookAgain}>
        <Icon name="refresh" /> {say(LIST.refresh)}
      </button>
    </div>
  );
}
