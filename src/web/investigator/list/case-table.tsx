import type { Texts } from "../../../words/text.ts";
import {
  AssigneeText,
  DeadlineText,
  MarksText,
  PickBox,
  RowButton,
  type RowsProps,
  ShortCategoryText,
  ShortUnitText,
  StateText,
  TitleText,
  ageText,
  groupsOf,
  isNewSaid,
  rowClass,
} from "./case-cells.tsx";
import { type Sort, categoryOf } from "./case-selection.ts";
import type { ListRow } from "./list-rows.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { DAY_GROUP_NAMES, LIST } from "./words.ts";

const COLUMNS = 9;

/** The dense table. One row at a time is a stop for Tab; arrows, J and K go from row to row. */
export function CaseTable(props: RowsProps) {
  const { selection, onSelection } = props;
  const { say } = useSpeech();
  const head = { sort: selection.sort, onSort: (sort: Sort) => onSelection({ ...selection, sort }) };
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{say(LIST.columnPick)}</span>
          </th>
          <th scope="col">{say(LIST.columnTitle)}</th>
          <SortableHead by="urgent" label={LIST.columnMarks} {...head} />
          <th scope="col">{say(LIST.columnCategory)}</th>
          <th scope="col">{say(LIST.columnUnit)}</th>
          <SortableHead by="state" label={LIST.columnState} {...head} />
          <SortableHead by="arrived" label={LIST.columnAge} {...head} />
          <SortableHead by="due" label={LIST.columnDue} {...head} />
          <th scope="col">{say(LIST.columnAssigned)}</th>
        </tr>
      </thead>
      {groupsOf(props).map(({ group, rows }) => (
        <tbody key={group ?? "all"}>
          {group !== undefined && (
            <tr class="group">
              <th colSpan={COLUMNS} scope="rowgroup">
                {say(DAY_GROUP_NAMES[group])} <span class="count">{rows.length}</span>
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <Row key={row.handle} row={row} isSaid={isNewSaid(props, group)} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ row, isSaid, ...props }: RowsProps & { readonly row: ListRow; readonly isSaid: boolean }) {
  const speech = useSpeech();
  const { say, day } = speech;
  const { onOpen } = props;
  const category = categoryOf(row);
  return (
    <tr class={rowClass(row, props)} onClick={() => onOpen(row.handle)}>
      <td onClick={(event) => event.stopPropagation()}>
        <PickBox row={row} {...props} />
      </td>
      <td>
        <RowButton handle={row.handle} {...props}>
          <span class="clamp">
            <TitleText row={row} isSaid={isSaid} />
          </span>
        </RowButton>
      </td>
      <td>
        <MarksText marks={row.marks} />
      </td>
      <td>{category !== undefined && <ShortCategoryText category={category} />}</td>
      <td>{row.summary && <ShortUnitText unit={row.summary.unit} />}</td>
      <td>
        <StateText state={row.state} />
        <span class="second">{say(LIST.since, { day: day(row.stateOn) })}</span>
      </td>
      <td>
        {ageText(row.arrivedOn, speech)}
        <span class="second">{day(row.arrivedOn)}</span>
      </td>
      <td>{row.next && <DeadlineText next={row.next} />}</td>
      <td>
        <AssigneeText row={row} {...props} />
        <span class="second register">{row.registerNumber}</span>
      </td>
    </tr>
  );
}

type SortableHeadProps = {
  readonly by: Sort["by"];
  readonly label: Texts;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
};

function SortableHead({ by, label, sort, onSort }: SortableHeadProps) {
  const { say } = useSpeech();
  const sorted = sort.by === by;
  return (
    <th scope="col" aria-sort={sorted ? (sort.newestFirst ? "descending" : "ascending") : undefined}>
      <button
        type="button"
        class="sort"
        onClick={() => onSort({ by, newestFirst: sorted ? !sort.newestFirst : false })}
      >
        {say(label)} {sorted && <Icon name={sort.newestFirst ? "down" : "up"} />}
      </button>
    </th>
  );
}
