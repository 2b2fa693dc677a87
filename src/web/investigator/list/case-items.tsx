import { daysSince } from "../../../protocol/deadlines.ts";
import { DeadlineText, type RowsProps, CategoryText, StateText, TitleText, ageText } from "./case-cells.tsx";
import { useSpeech } from "../parts/speech.ts";
import { LIST } from "./words.ts";

/** The list on a narrow screen: the whole item is the target. */
export function CaseItems({ rows, current, onCurrent, onOpen }: RowsProps) {
  const speech = useSpeech();
  const { say, today } = speech;
  return (
    <ul class="cases">
      {rows.map((row) => (
        <li key={row.handle} class={row.unread ? "unread" : undefined}>
          <button
            type="button"
            class="row-button"
            data-handle={row.handle}
            tabIndex={row.handle === current ? 0 : -1}
            onFocus={() => onCurrent(row.handle)}
            onClick={() => onOpen(row.handle)}
          >
            <span class="item-title">
              <TitleText row={row} />
            </span>
            {row.summary && (
              <span class="muted">
                <CategoryText category={row.summary.category} />, <bdi>{row.summary.unit}</bdi>
              </span>
            )}
            <span class="item-foot">
              <StateText state={row.state} />
              {row.next ? (
                <DeadlineText next={row.next} />
              ) : (
                <span>
                  {daysSince(row.arrivedOn, today()) === 0
                    ? say(LIST.arrivedToday)
                    : say(LIST.arrivedAgo, { age: ageText(row.arrivedOn, speech) })}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
