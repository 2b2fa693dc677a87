/** Filters by what is the same for many cases. Native selects: they work with everything that reads or types. */
import type { Texts } from "../../../../words/text.ts";
import type { ComponentChildren } from "preact";
import { CATEGORIES, STATES } from "../../../../protocol/rules/casework.ts";
import { CATEGORY_NAMES, STATE_NAMES } from "../../../../words/glossary.ts";
import { NOBODY, type Selection, type Sort, isNarrowed } from "../case-selection.ts";
import type { Loads } from "../load.ts";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { Colleague, SignedIn } from "../../vault/messages/vault.ts";
import { LIST } from "../words.ts";

export type ListFiltersProps = {
  readonly colleagues: readonly Colleague[];
  readonly loads: Loads;
  /** Labels that some case has */
  readonly labels: readonly string[];
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  readonly channels: SignedIn["channels"];
  readonly narrow: boolean;
};

export function ListFilters({ narrow, ...props }: ListFiltersProps) {
  const { say } = useSpeech();
  if (!narrow) return <Selects {...props} />;
  return (
    <details class="filters">
      <summary class="button">
        <Icon name="filter" /> {say(isNarrowed({ ...props.selection, query: "" }) ? LIST.filtered : LIST.filter)}
      </summary>
      <Selects {...props} />
      {/* A table is sorted by its heads; items have none. */}
      <SortSelect {...props} />
    </details>
  );
}

type ChoicesProps = Omit<ListFiltersProps, "narrow">;

function Selects({ selection, onSelection, channels, colleagues, loads, labels }: ChoicesProps) {
  const { say, name } = useSpeech();
  const nameOf = (id: string) => name(colleagues.find((one) => one.id === id)?.names);
  return (
    <div class="selects">
      <Choice
        label={LIST.columnCategory}
        all={LIST.allCategories}
        value={selection.category}
        codes={CATEGORIES}
        onCode={(category) => onSelection({ ...selection, category })}
      >
        {(code) => say(CATEGORY_NAMES[code])}
      </Choice>
      <Choice
        label={LIST.columnState}
        all={LIST.allStates}
        value={selection.state}
        codes={STATES}
        onCode={(state) => onSelection({ ...selection, state })}
      >
        {(code) => say(STATE_NAMES[code])}
      </Choice>
      <Choice
        label={LIST.columnAssigned}
        all={LIST.allPersons}
        value={selection.person}
        codes={[...colleagues.map(({ id }) => id), NOBODY]}
        onCode={(person) => onSelection({ ...selection, person })}
      >
        {(code) =>
          say(LIST.personLoad, {
            name: code === NOBODY ? say(LIST.nobodys) : nameOf(code),
            n: String((code === NOBODY ? loads.nobody : loads.of(code)).open),
          })
        }
      </Choice>
      {labels.length > 0 && (
        <Choice
          label={LIST.columnLabel}
          all={LIST.allLabels}
          value={selection.label}
          codes={labels}
          onCode={(label) => onSelection({ ...selection, label })}
        >
          {(code) => code}
        </Choice>
      )}
      {channels.length > 1 && (
        <Choice
          label={LIST.columnChannel}
          all={LIST.allChannels}
          value={selection.channelId}
          codes={channels.map(({ id }) => id)}
          onCode={(channelId) => onSelection({ ...selection, channelId })}
        >
          {(code) => name(channels.find(({ id }) => id === code)?.names)}
        </Choice>
      )}
    </div>
  );
}

type ChoiceProps<Code extends string> = {
  readonly label: Texts;
  readonly all: Texts;
  readonly value: Code | undefined;
  readonly codes: readonly Code[];
  readonly onCode: (code: Code | undefined) => void;
  readonly children: (code: Code) => ComponentChildren;
};

function Choice<Code extends string>({ label, all, value, codes, onCode, children }: ChoiceProps<Code>) {
  const { say } = useSpeech();
  return (
    <select
      aria-label={say(label)}
      value={value ?? ""}
      onChange={({ currentTarget }) => onCode(codes.find((code) => code === currentTarget.value))}
    >
      <option value="">{say(all)}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {children(code)}
        </option>
      ))}
    </select>
  );
}

const SORTS: readonly (readonly [key: string, sort: Sort, label: Texts])[] = [
  ["urgent", { by: "urgent", newestFirst: false }, LIST.sortUrgent],
  ["due-first", { by: "due", newestFirst: false }, LIST.sortDueFirst],
  ["arrived-oldest", { by: "arrived", newestFirst: false }, LIST.sortArrivedOldest],
  ["arrived-newest", { by: "arrived", newestFirst: true }, LIST.sortArrivedNewest],
  ["state-oldest", { by: "state", newestFirst: false }, LIST.sortStateOldest],
  ["state-newest", { by: "state", newestFirst: true }, LIST.sortStateNewest],
];

function SortSelect({ selection, onSelection }: ChoicesProps) {
  const { say } = useSpeech();
  const { by, newestFirst } = selection.sort;
  const chosen = SORTS.find(([, sort]) => sort.by === by && sort.newestFirst === newestFirst)?.[0];
  const choose = (key: string) => {
    const sort = SORTS.find(([one]) => one === key)?.[1];
    if (sort !== undefined) onSelection({ ...selection, sort });
  };
  return (
    <select
      aria-label={say(LIST.sort)}
      value={chosen ?? ""}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {SORTS.map(([key, , label]) => (
        <option key={key} value={key}>
          {say(label)}
        </option>
      ))}
    </select>
  );
}
