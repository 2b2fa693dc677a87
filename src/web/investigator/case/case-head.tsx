import type { RefObject } from "preact";
import { CaseTitle, CategoryText, StateText } from "../list/case-cells.tsx";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseRow, CaseView } from "../vault/messages/vault.ts";
import type { Neighbours } from "./neighbours.ts";
import { CASE } from "./words.ts";

export type CaseHeadProps = {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly row: CaseRow | undefined;
  /** Undefined until the case is open */
  readonly view: CaseView | undefined;
  readonly neighbours: Neighbours;
  readonly onOpen: (handle: string) => void;
  readonly onBack: () => void;
};

export function CaseHead({
  heading,
  row,
  view,
  neighbours: { at, of, previous, next },
  onOpen,
  onBack,
}: CaseHeadProps) {
  const { say } = useSpeech();
  return (
    <div class="case-head">
      <button type="button" class="button" aria-label={say(CASE.backLabel)} onClick={onBack}>
        <Icon name="back" /> {say(CASE.back)}
      </button>
      <div class="case-title">
        <h1 ref={heading} tabIndex={-1}>
          {row?.summary === undefined ? say(CASE.notOpened) : <CaseTitle title={row.summary.title} />}
        </h1>
        {row !== undefined && (
          <ul class="facts">
            <li>
              <strong>
                <StateText state={view?.state ?? row.state} />
              </strong>
            </li>
            {row.summary && (
              <>
                <li>
                  <CategoryText category={row.summary.category} />
                </li>
                <li>
                  <bdi>{row.summary.unit}</bdi>
                </li>
              </>
            )}
            {view && <li>{say(view.identityGiven ? CASE.identityKept : CASE.anonymous)}</li>}
            <li>{say(CASE.register, { number: row.registerNumber })}</li>
          </ul>
        )}
      </div>
      {at >= 0 && (
        <div class="neighbours">
          <span>{say(CASE.position, { at: at + 1, n: of })}</span>
          <NeighbourButton name="back" label={say(CASE.previous)} to={previous} onOpen={onOpen} />
          <NeighbourButton name="forward" label={say(CASE.next)} to={next} onOpen={onOpen} />
        </div>
      )}
    </div>
  );
}

function NeighbourButton({
  name,
  label,
  to,
  onOpen,
}: {
  readonly name: "back" | "forward";
  readonly label: string;
  readonly to: string | undefined;
  readonly onOpen: (handle: string) => void;
}) {
  return (
    <button
      type="button"
      class="button square"
      aria-label={label}
      title={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onOpen(to)}
    >
      <Icon name={name} />
    </button>
  );
}
