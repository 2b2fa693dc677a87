/** The office's audit trail: what was checked, the newest entries with filters, and a checkpoint for somebody outside. */
import type { SeenLog } from "../../../crypto/secret/vault.ts";
import { useEffect, useState } from "preact/hooks";
import { utf8 } from "../../../crypto/bytes.ts";
import { AUDIT_PAGE } from "../../../protocol/limits.ts";
import { saveBytes } from "../../shared/save-blob.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { useWork } from "../parts/use-work.ts";
import type { TrailHead, TrailRow } from "../vault/messages/trail.ts";
import type { Ask } from "../vault/vault-client.ts";
import { TrailFilters } from "./trail-filters.tsx";
import { type TrailFilter, NO_FILTER, fits } from "./filters.ts";
import { TrailState } from "./trail-state.tsx";
import { TrailTable } from "./trail-table.tsx";
import { TRAIL } from "./words.ts";

export type OfficeTrailProps = {
  readonly ask: Ask;
  /** The trail as it is now in the place of what this device remembers */
  readonly onAccepted: (seen: SeenLog) => void;
};

type Read = {
  readonly rows: readonly TrailRow[];
  readonly hidden: number;
  /** So many pages before were not read yet */
  readonly left: number;
};

const NOTHING: Read = { rows: [], hidden: 0, left: 0 };

export function OfficeTrail({ ask, onAccepted }: OfficeTrailProps) {
  const { say, today } = useSpeech();
  const [head, setHead] = useState<TrailHead | undefined>(undefined);
  const [read, setRead] = useState<Read>(NOTHING);
  const [filter, setFilter] = useState<TrailFilter>(NO_FILTER);
  const [accepted, setAccepted] = useState(false);
  const [percent, setPercent] = useState<number | undefined>(undefined);
  const { busy, failure, run } = useWork();

  const readPage = async (before: Read): Promise<void> => {
    const page = before.left - 1;
    const { rows, hidden } = await ask("readTrail", { page });
    setRead({ rows: [...before.rows, ...rows.toReversed()], hidden: before.hidden + hidden, left: page });
  };
  const look = async (accept: boolean): Promise<void> => {
    const found = await ask("lookAtTrail", { accept });
    setHead(found);
    setAccepted(accept && found.alarm === undefined);
    if (accept && found.seen !== undefined) onAccepted(found.seen);
    setRead(NOTHING);
    if (found.alarm === undefined) await readPage({ ...NOTHING, left: Math.ceil(found.size / AUDIT_PAGE) });
  };
  useEffect(() => run(() => look(false)), []);

  const shown = read.rows.filter((row) => fits(row, filter));
  return (
    <div class="trail-part">
      <p>{say(TRAIL.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {head === undefined ? (
        failure === undefined && <p role="status">{say(TRAIL.reading)}</p>
      ) : (
        <TrailState head={head} busy={busy} onAccept={() => run(() => look(true))} />
      )}
      {accepted && <p role="status">{say(TRAIL.accepted)}</p>}
      <p class="actions">
        {head?.checkpoint !== undefined && (
          <button
            type="button"
            class="button"
            onClick={() => saveBytes(utf8(head.checkpoint ?? ""), `checkpoint-${today()}.txt`)}
          >
            {say(TRAIL.save)}
          </button>
        )}
        {head?.checkpoint !== undefined && (
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() =>
              run(async () => {
                const { file } = await ask("exportTrail", {}, { onProgress: setPercent });
                setPercent(undefined);
                saveBytes(file, `audit-${today()}.jsonl`);
              })
            }
          >
            {percent === undefined ? say(TRAIL.saveAll) : say(TRAIL.saving, { percent })}
          </button>
        )}
        <button type="button" class="button quiet" disabled={busy} onClick={() => run(() => look(false))}>
          {say(TRAIL.again)}
        </button>
      </p>
      {head?.checkpoint !== undefined && <p class="hint">{`${say(TRAIL.saveHint)} ${say(TRAIL.saveAllHint)}`}</p>}
      {read.rows.length > 0 && (
        <>
          <TrailFilters rows={read.rows} filter={filter} onFilter={setFilter} />
          <p role="status">{shown.length === 0 ? say(TRAIL.none) : say(TRAIL.shown, { n: shown.length })}</p>
          {shown.length > 0 && <TrailTable rows={shown} />}
        </>
      )}
      {read.left > 0 && (
        <button type="button" class="button" disabled={busy} onClick={() => run(() => readPage(read))}>
          {say(TRAIL.earlier)}
        </button>
      )}
      {read.hidden > 0 && <p class="hint">{say(TRAIL.hidden, { n: read.hidden })}</p>}
    </div>
  );
}
