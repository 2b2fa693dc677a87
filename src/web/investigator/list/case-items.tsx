import {
  ArrivedText,
  AssigneeText,
  CategoryText,
  DeadlineText,
  MarksText,
  PickBox,
  RowButton,
  type RowsProps,
  StateText,
  TitleText,
  groupsOf,
  isNewSaid,
  rowClass,
} from "./case-cells.tsx";
import { categoryOf } from "./case-selection.ts";
import type { ListRow } from "./list-rows.ts";
import { useSpeech } from "../../screen/speech.ts";
import { DAY_GROUP_NAMES } from "./words.ts";

/** The list on a narrow screen: the whole item is the target, beside the box where several are chosen. */
export function CaseItems(props: RowsProps) {
  const { say } = useSpeech();
  return (
    <>
      {groupsOf(props).map(({ group, rows }) => (
        <section key={group ?? "all"}>
          {group !== undefined && (
            <h2 class="group">
              {say(DAY_GROUP_NAMES[group])} <span class="count">{rows.length}</span>
            </h2>
          )}
          <ul class="cases">
            {rows.map((row) => (
              <Item key={row.handle} row={row} isSaid={isNewSaid(props, group)} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Item({ row, isSaid, ...props }: RowsProps & { readonly row: ListRow; readonly isSaid: boolean }) {
  const { isPicking } = props;
  const category = categoryOf(row);
  return (
    <li class={rowClass(row, props)}>
      {isPicking && <PickBox row={row} {...props} />}
      <RowButton handle={row.handle} {...props}>
        <span class="item-title">
          <TitleText row={row} isSaid={isSaid} />
        </span>
        <MarksText marks={row.marks} all />
        {row.summary && category !== undefined && (
          <span class="muted">
            <CategoryText category={category} />, <bdi>{row.summary.unit}</bdi>
          </span>
        )}
        <span class="item-foot">
          <StateText state={row.state} />
          <AssigneeText row={row} {...props} />
          {row.next ? <DeadlineText next={row.next} /> : <ArrivedText row={row} />}
        </span>
      </RowButton>
    </li>
  );
}
