import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Looking, type Selection, VIEWS, countViews } from "../case-selection.ts";
import type { ListRow } from "../list-rows.ts";
import type { CaseList } from "../use-cases.ts";
import { SaveView } from "./save-view.tsx";
import { type SavedViews, isSameView } from "./saved-views.ts";
import { LIST, SAVED_VIEWS, VIEW_NAMES } from "../words.ts";

export type ViewsBarProps = {
  readonly list: CaseList;
  readonly all: readonly ListRow[];
  readonly looking: Looking;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly saved: SavedViews;
  /** What else is begun here */
  readonly children: ComponentChildren;
};

/** The views with how many cases each shows, and what is begun from the list. */
export function ViewsBar({ list, all, looking, selection, onSelection, saved, children }: ViewsBarProps) {
  const { say } = useSpeech();
  const [isSaving, setSaving] = useState(false);
  const counts = useMemo(() => countViews(all, looking), [all, looking]);
  // Nothing is to be removed, and nothing was: no view is needed for that.
  const isLeaving = counts.leaving > 0 || selection.view === "leaving" || (list.discards?.discards.length ?? 0) > 0;
  return (
    <div class="views-bar">
      <div class="views" role="group" aria-label={say(LIST.views)}>
        {VIEWS.filter((view) => view !== "leaving" || isLeaving).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === selection.view}
            onClick={() => onSelection({ ...selection, view })}
          >
            {say(VIEW_NAMES[view])} <span class="count">{counts[view]}</span>
          </button>
        ))}
        {saved.views.map(({ name, selection: kept }) => (
          <button
            key={name}
            type="button"
            aria-pressed={isSameView(kept, selection)}
            onClick={() => onSelection({ ...kept, roomy: selection.roomy === true })}
          >
            <bdi>{name}</bdi>
          </button>
        ))}
      </div>
      {saved.isFleeting && <p class="soon">{say(SAVED_VIEWS.fleeting)}</p>}
      <div class="looks">
        <button type="button" onClick={() => setSaving(true)}>
          <Icon name="plus" /> {say(SAVED_VIEWS.add)}
        </button>
        {children}
      </div>
      {isSaving && <SaveView saved={saved} selection={selection} onClose={() => setSaving(false)} />}
    </div>
  );
}
