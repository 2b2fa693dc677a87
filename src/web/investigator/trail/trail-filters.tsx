/** Choosing what of the trail is shown. */
import { useId } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import type { TrailRow } from "../vault/messages/trail.ts";
import { OFFICE_ALONE, SERVER, type TrailFilter, whatOf, whoOf } from "./filters.ts";
import { actText } from "./trail-table.tsx";
import { TRAIL } from "./words.ts";

export type TrailFiltersProps = {
  readonly rows: readonly TrailRow[];
  readonly filter: TrailFilter;
  readonly onFilter: (filter: TrailFilter) => void;
};

type Choice = readonly [value: string, text: string];

export function TrailFilters({ rows, filter, onFilter }: TrailFiltersProps) {
  const speech = useSpeech();
  const { say, name } = speech;
  const id = useId();
  const change = (field: keyof TrailFilter) => (value: string) => onFilter({ ...filter, [field]: value });
  const people = choicesIn(rows, (row) => [
    whoOf(row),
    row.kind === "act" ? name(row.names) || say(TRAIL.nobody) : say(TRAIL.server),
  ]);
  const acts = choicesIn(rows, (row) => [whatOf(row), actText(row, speech)]);
  const cases = choicesIn(
    rows.filter(({ registerNumber }) => registerNumber !== undefined),
    ({ registerNumber = "" }) => [registerNumber, registerNumber],
  );
  return (
    <div class="trail-filters">
      <Select
        label={say(TRAIL.who)}
        value={filter.who}
        none={say(TRAIL.everybody)}
        choices={people}
        onValue={change("who")}
      />
      <Select
        label={say(TRAIL.what)}
        value={filter.what}
        none={say(TRAIL.everything)}
        choices={acts}
        onValue={change("what")}
      />
      <Select
        label={say(TRAIL.caseColumn)}
        value={filter.about}
        none={say(TRAIL.everyCase)}
        choices={[[OFFICE_ALONE, say(TRAIL.officeOnly)], ...cases]}
        onValue={change("about")}
      />
      {(["from", "until"] as const).map((field) => (
        <p key={field}>
          <label for={`${id}-${field}`}>{say(TRAIL[field])}</label>
          <DayInput id={`${id}-${field}`} value={filter[field]} onValue={change(field)} />
        </p>
      ))}
    </div>
  );
}

/** Each once, by its text; the server last. */
function choicesIn(rows: readonly TrailRow[], choiceOf: (row: TrailRow) => Choice): Choice[] {
  const found = [...new Map(rows.map(choiceOf))];
  return found.toSorted(
    ([a, one], [b, other]) => Number(a === SERVER) - Number(b === SERVER) || one.localeCompare(other),
  );
}

type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly choices: readonly Choice[];
  readonly onValue: (value: string) => void;
};

function Select({ label, value, none, choices, onValue }: SelectProps) {
  const id = useId();
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        <option value="">{none}</option>
        {choices.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
}
