/** A lead prepares figures: chooses a period, sees what is told and what is not, and signs. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Figures } from "../../../client/figures/figures.ts";
import type { Prepared } from "../../../client/publishing/prepare.ts";
import { LAW, ruleOf } from "../../../protocol/law/law.ts";
import * as words from "../../../words/published.ts";
import { loadUnits, readDelivery } from "../../shared/delivery.ts";
import type { Unit } from "../../shared/office.ts";
import { periodName } from "../../../words/period-name.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useOffice } from "../parts/office.ts";
import { RuleNote } from "../parts/rule-note.tsx";
import { useWork } from "../parts/use-work.ts";
import { spanOfPublished } from "./span.ts";
import type { PublishedView } from "../vault/messages/publishing.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { CaseRow, SignedIn } from "../vault/messages/vault.ts";
import { Exact } from "./exact.tsx";
import { Preview } from "./preview.tsx";
import { type Count, useCounter } from "./use-counter.ts";
import { PERIOD_ERRORS, PUBLISHING } from "./words.ts";

export type PreparingProps = {
  readonly ask: Ask;
  readonly rows: readonly CaseRow[];
  readonly loading: boolean;
  readonly channels: SignedIn["channels"];
  readonly start: () => Promise<Worker>;
};

type Ready = { readonly prepared: Prepared; readonly unopened: number };

export function Preparing(props: PreparingProps & { readonly view: PublishedView; readonly onProposed: () => void }) {
  const { ask, rows, loading, channels, start, view, onProposed } = props;
  const speech = useSpeech();
  const { say, list } = speech;
  const { profiles, daysOff, law } = useOffice();
  const today = useMemo(() => speech.today(), [rows]);
  const calendar = useMemo(
    () => ({
      profiles,
      daysOff,
      today,
      profileOf: Object.fromEntries(channels.map(({ id, deadlines }) => [id, deadlines])),
    }),
    [profiles, daysOff, today, channels],
  );
  const count = useCounter(start, loading ? undefined : rows, calendar);
  const [period, setPeriod] = useState("");
  const [anew, setAnew] = useState<readonly number[]>([]);
  const [ready, setReady] = useState<Ready | undefined>(undefined);
  const [unprepared, setUnprepared] = useState<PageFailure | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const nameOf = (one: string) => periodName(one, words, speech);

  const prepareNow = async (counts: Count): Promise<Ready> => {
    const formula = ruleOf("share-followed-up", law).value;
    const figuresOf = (of: string): Promise<Figures> =>
      counts({ period: spanOfPublished(of), today, formula, bands: ruleOf("age-bands", law).value });
    const units: readonly Unit[] = await loadUnits(readDelivery());
    const figures = await figuresOf(period);
    const again = await Promise.all(
      view.published
        .filter(({ snapshot }) => anew.includes(snapshot.sequence))
        .map(async ({ snapshot }) => [snapshot.sequence, await figuresOf(snapshot.period)] as const),
    );
    const prepared = await ask("prepareFigures", {
      period,
      figures,
      formula,
      counted: today,
      anew: again,
      units: units.map(({ name, aliases }) => ({ name, aliases })),
      threshold: within(ruleOf("publish-k", law).value),
      sharesFrom: ruleOf("publish-share-from", law).value,
      unitsFrom: ruleOf("publish-unit-from", law).value,
    });
    return { prepared, unopened: figures.unopened };
  };
  // What is asked for while another answer is on its way takes its place: only what was chosen last is shown and signed.
  useEffect(() => {
    setReady(undefined);
    setUnprepared(undefined);
    if (count === undefined || period === "") return undefined;
    let isNewest = true;
    prepareNow(count).then(
      (made) => isNewest && setReady(made),
      (error: unknown) => isNewest && setUnprepared(pageFailureOf(error)),
    );
    return () => {
      isNewest = false;
    };
  }, [count, period, anew]);

  const sign = () =>
    run(async () => {
      if (ready === undefined) return;
      await ask("proposeFigures", { snapshot: ready.prepared.snapshot, today });
      onProposed();
    });

  return (
    <div class="publishing-preparing">
      <label>
        {say(PUBLISHING.period)}{" "}
        <select value={period} disabled={busy} onChange={({ currentTarget }) => setPeriod(currentTarget.value)}>
          <option value="">{say(PUBLISHING.choosePeriod)}</option>
          {view.periods.map(({ period: one, error }) => (
            <option key={one} value={one} disabled={error !== undefined}>
              {nameOf(one)}
              {error !== undefined && ` (${say(PERIOD_ERRORS[error])})`}
            </option>
          ))}
        </select>
      </label>
      {view.published.length > 0 && (
        <fieldset>
          <legend>{say(PUBLISHING.corrections)}</legend>
          <p class="second">{say(PUBLISHING.correctionsText)}</p>
          {view.published.map(({ snapshot: { sequence, period: of } }) => (
            <label key={sequence} class="check">
              <input
                type="checkbox"
                checked={anew.includes(sequence)}
                onChange={({ currentTarget }) =>
                  setAnew(currentTarget.checked ? [...anew, sequence] : anew.filter((one) => one !== sequence))
                }
              />{" "}
              {say(PUBLISHING.correct, { period: nameOf(of) })}
            </label>
          ))}
        </fieldset>
      )}
      {count === undefined && <p role="status">{say(PUBLISHING.listLoading)}</p>}
      {[unprepared, failure].map((one, at) => one !== undefined && <FailureNotice key={at} failure={one} />)}
      {ready !== undefined && <Result {...ready} channels={view.channels} nameOf={nameOf} list={list} />}
      {ready !== undefined && ready.unopened === 0 && (
        <p class="actions">
          <button type="button" class="button primary" disabled={busy} onClick={sign}>
            {say(PUBLISHING.sign)}
          </button>
        </p>
      )}
      <RuleNote rules={["publish-k", "publish-share-from", "publish-unit-from", "publish-every"]} />
    </div>
  );
}

/** What an office may set is three to twenty; whatever else stands there, ours holds. */
function within(threshold: number): number {
  return threshold >= 3 && threshold <= 20 && Number.isInteger(threshold) ? threshold : Number(LAW["publish-k"].value);
}

function Result({
  prepared: { snapshot, tables, corrections, withheld },
  unopened,
  channels,
  nameOf,
  list,
}: Ready & {
  readonly channels: PublishedView["channels"];
  readonly nameOf: (period: string) => string;
  readonly list: (parts: readonly string[]) => string;
}) {
  const { say } = useSpeech();
  if (unopened > 0)
    return (
      <Banner tone="warn" title={say(PUBLISHING.unopened, { n: unopened })} urgent>
        <p>{say(PUBLISHING.unopenedText)}</p>
      </Banner>
    );
  return (
    <>
      {corrections.map(({ sequence, period, tables: all }) => (
        <section key={sequence}>
          <h3>{say(PUBLISHING.correct, { period: nameOf(period) })}</h3>
          <ul>
            {all.map(({ by, is }) => (
              <li key={by}>
                {say(words.PUBLISHED_TABLES[by])}: {say(PUBLISHING[is])}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h3>{say(PUBLISHING.exact)}</h3>
        <p class="second">
          {say(PUBLISHING.exactText)} {say(PUBLISHING.othersOnly)}
        </p>
        {withheld.length > 0 && (
          <p>{say(PUBLISHING.noMedians, { names: list(withheld.map((of) => say(words.PUBLISHED_MEDIANS[of]))) })}</p>
        )}
        {tables.map((table) => (
          <Exact key={table.by} table={table} channels={channels} />
        ))}
      </section>
      <Preview snapshot={snapshot} />
    </>
  );
}
