/** What was found: each case with the words that were typed, where they stand. */
import type { Snippet } from "../../../client/finding/snippet.ts";
import { FIELD_NAMES } from "../../../words/glossary.ts";
import {
  ArrivedText,
  PickBox,
  RowButton,
  type RowsProps,
  StateText,
  TitleText,
  rowClass,
} from "../list/case-cells.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { IndexProgress, useIndexed } from "./index-progress.tsx";
import type { Finding } from "./use-finding.ts";
import { useSnippets } from "./use-snippets.ts";
import { FINDING, PLACES } from "./words.ts";

export type FoundRowsProps = Pick<
  RowsProps,
  "rows" | "current" | "onCurrent" | "onOpen" | "picked" | "onPick" | "isPicking"
> & {
  readonly ask: Ask;
  readonly finding: Finding;
  readonly inView: number;
  /** All that was found, of which `rows` are shown */
  readonly all: number;
};

export function FoundRows({ ask, finding, rows, all, inView, ...props }: FoundRowsProps) {
  const { say, number } = useSpeech();
  const { current, onCurrent, onOpen, picked, onPick, isPicking } = props;
  const snippets = useSnippets(
    ask,
    rows.map(({ handle }) => handle),
    finding.ranks,
  );
  return (
    <>
      <FoundStatus finding={finding} all={all} />
      <ul class="cases found">
        {rows.map((row, at) => (
          <li key={row.handle} class={rowClass(row, { picked })}>
            {at === inView && <p class="found-elsewhere">{say(FINDING.elsewhere, { n: number(all - inView) })}</p>}
            {isPicking && <PickBox row={row} current={current} picked={picked} onPick={onPick} />}
            <RowButton handle={row.handle} current={current} onCurrent={onCurrent} onOpen={onOpen}>
              <span class="item-title">
                {/* The register number stands below, alike or not. */}
                <TitleText row={{ ...row, isAlike: false }} />
              </span>
              <span class="found-facts">
                {row.summary && <bdi>{row.summary.unit}</bdi>}
                <StateText state={row.state} />
                <ArrivedText row={row} />
                <span class="register">{row.registerNumber}</span>
              </span>
              {(snippets[row.handle] ?? []).filter(isNew).map((snippet, nth) => (
                <SnippetText key={nth} snippet={snippet} />
              ))}
            </RowButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundStatus({ finding, all }: { readonly finding: Finding; readonly all: number }) {
  const { say } = useSpeech();
  return (
    <div class="found-status">
      <p role="status">
        {finding.ranks === undefined && !finding.failed ? say(FINDING.looking) : say(FINDING.found, { n: all })}
      </p>
      <IndexProgress finding={finding} />
    </div>
  );
}

/** Title, unit and register number stand in the row already. */
function isNew({ place }: Snippet): boolean {
  return place.of !== "register" && !(place.of === "report" && (place.field === "title" || place.field === "unitName"));
}

function SnippetText({ snippet: { place, parts, cut } }: { readonly snippet: Snippet }) {
  const { say } = useSpeech();
  const name =
    place.of === "report" ? FIELD_NAMES[place.field] : PLACES[place.of === "message" ? place.direction : place.of];
  return (
    <span class="snippet">
      <span class="snippet-place">{say(name)}:</span>{" "}
      <bdi>
        {cut[0] && "…"}
        {parts.map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}
        {cut[1] && "…"}
      </bdi>
    </span>
  );
}

/** Nothing was found: what to do next, and what is not read yet. */
export function NothingFound({ finding, onClear }: { readonly finding: Finding; readonly onClear: () => void }) {
  const { say } = useSpeech();
  const indexing = useIndexed(finding);
  const left = indexing === undefined ? 0 : indexing.of - indexing.done;
  if (finding.ranks === undefined && !finding.failed) return <FoundStatus finding={finding} all={0} />;
  return (
    <>
      <FoundStatus finding={finding} all={0} />
      <div class="empty">
        <h2>{say(FINDING.none)}</h2>
        <p class="muted">{say(FINDING.noneText)}</p>
        <ul class="found-advice">
          {left > 0 && <li>{say(FINDING.tryLater, { n: left })}</li>}
          <li>{say(FINDING.tryFewer)}</li>
          <li>{say(FINDING.tryPart)}</li>
          <li>{say(FINDING.tryNumber)}</li>
        </ul>
        <button type="button" class="button" onClick={onClear}>
          {say(FINDING.clear)}
        </button>
      </div>
    </>
  );
}
