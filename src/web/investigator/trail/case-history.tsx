/** Who did what in a case on which day; an act without what it wrote, or the other way round, is an alarm. */
import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useWork } from "../parts/use-work.ts";
import type { CaseTrailView } from "../vault/messages/trail.ts";
import type { Ask } from "../vault/vault-client.ts";
import { TrailState } from "./trail-state.tsx";
import { TrailList } from "./trail-table.tsx";
import { TRAIL } from "./words.ts";

export type CaseHistoryProps = {
  readonly ask: Ask;
  readonly handle: string;
  /** Changes with what is written in the case */
  readonly version: string;
};

export function CaseHistory({ ask, handle, version }: CaseHistoryProps) {
  const { say, number, list } = useSpeech();
  const [trail, setTrail] = useState<CaseTrailView | undefined>(undefined);
  const { busy, failure, run } = useWork();
  useEffect(() => run(async () => setTrail(await ask("readCaseTrail", { handle }))), [handle, version]);
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (trail === undefined) return <p role="status">{say(TRAIL.reading)}</p>;
  const { head, rows, withoutRow, withoutAct } = trail;
  const isWhole = head.alarm === undefined && withoutRow.length === 0 && withoutAct.length === 0;
  return (
    <div class="trail-part">
      <p class="muted">{say(TRAIL.caseLead)}</p>
      <TrailState head={head} busy={busy} />
      {withoutRow.length > 0 && (
        <Banner tone="danger" title={say(TRAIL.withoutRow)} urgent>
          <p>{say(TRAIL.withoutRowText, { numbers: list(withoutRow.map(number)) })}</p>
        </Banner>
      )}
      {withoutAct.length > 0 && (
        <Banner tone="danger" title={say(TRAIL.withoutAct)} urgent>
          <p>
            {say(TRAIL.withoutActText, {
              rows: list(
                withoutAct.map(({ direction, sequence }) =>
                  say(direction === "team" ? TRAIL.answer : TRAIL.note, { n: sequence }),
                ),
              ),
            })}
          </p>
        </Banner>
      )}
      {rows.length === 0 ? (
        head.alarm === undefined && <p>{say(TRAIL.empty)}</p>
      ) : (
        <>
          {isWhole && <p>{say(TRAIL.matches)}</p>}
          <TrailList rows={rows.toReversed()} />
        </>
      )}
    </div>
  );
}
