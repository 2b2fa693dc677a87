import type { Texts } from "../../../words/text.ts";
import { DeadlineText, type RowsProps, CategoryText, StateText, TitleText, ageText } from "./case-cells.tsx";
import type { Sort } from "./case-selection.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../parts/speech.ts";
import { LIST } from "./words.ts";

/** The dense table. One row at a time is a stop for Tab; arrows, J and K go from row to row. */
export function CaseTable({ rows, current, onCurrent, onOpen, selection, onSelection }: RowsProps) {
  const speech = useSpeech();
  const { say, day } = speech;
  const head = { sort: selection.sort, onSort: (sort: Sort) => onSelection({ ...selection, sort }) };
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">{say(LIST.columnTitle)}</th>
          <th scope="col">{say(LIST.columnUnitAndCategory)}</th>
          <SortableHead by="state" label={LIST.columnState} {...head} />
          <SortableHead by="due" label={LIST.columnDue} {...head} />
          <SortableHead by="arrived" label={LIST.columnArrived} {...head} />
          <th scope="col">{say(LIST.columnRegister)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.handle} class={row.unread ? "unread" : undefined} onClick={() => onOpen(row.handle)}>
            <td>
              <button
                type="button"
                class="row-button"
                data-handle={row.handle}
                tabIndex={row.handle === current ? 0 : -1}
                onFocus={() => onCurrent(row.handle)}
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(row.handle);
                }}
              >
                <span class="clamp">
                  <TitleText row={row} />
                </span>
              </button>
            </td>
            <td>
              {row.summary && (
                <>
                  <span class="one-line">
                    <bdi>{row.summary.unit}</bdi>
                  </span>
                  <span class="second one-line">
                    <CategoryText category={row.summary.category} />
                  </span>
                </>
              )}
            </td>
            <td>
              <StateText state={row.state} />
              <span class="second">{say(LIST.since, { day: day(row.stateOn) })}</span>
            </td>
            <td>{row.next && <DeadlineText next={row.next} />}</td>
            <td>
              {ageText(row.arrivedOn, speech)}
              <span class="second">{day(row.arrivedOn)}</span>
            </td>
            <td class="register">{row.registerNumber}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
