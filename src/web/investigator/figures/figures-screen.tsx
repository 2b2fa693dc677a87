/** Figures of a period: what came, where it is now, how soon it was answered; counted on this device. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { type Period, periodAt } from "../../../client/figures/period.ts";
import { ruleOf } from "../../../protocol/law/law.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../parts/icons.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useOffice } from "../parts/office.ts";
import { useOfficeNames } from "../parts/office-names.ts";
import { RuleNote } from "../parts/rule-note.tsx";
import { FRAME } from "../parts/words.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { CaseRow, SignedIn } from "../vault/messages/vault.ts";
import { Patterns } from "./charts.tsx";
import { Exports } from "./exports.tsx";
import { FiguresBody } from "./figures-body.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import { periodName } from "./period-words.ts";
import { useFigures } from "./use-figures.ts";
import { FIGURES } from "./words.ts";

export type FiguresScreenProps = {
  readonly ask: Ask;
  readonly rows: readonly CaseRow[];
  /** Pages of the list are still arriving. */
  readonly loading: boolean;
  readonly channels: SignedIn["channels"];
  /** Starts the worker that counts. */
  readonly start: () => Promise<Worker>;
  /** Rules and their sources are to be seen. */
  readonly onLaw: () => void;
  /** To what is published of figures; none for who may not */
  readonly onPublish: (() => void) | undefined;
  readonly onOpen: (handle: string) => void;
};

export function FiguresScreen(props: FiguresScreenProps) {
  const { ask, rows, loading, channels, start, onLaw, onPublish, onOpen } = props;
  const speech = useSpeech();
  const { say, name, day } = speech;
  const { profiles, daysOff, law } = useOffice();
  const office = useOfficeNames();
  // A desk may stand open over midnight: the day is that of the newest list.
  const today = useMemo(() => speech.today(), [rows]);
  const [period, setPeriod] = useState<Period>(() => periodAt("quarter", today));
  const [channel, setChannel] = useState<string | undefined>(undefined);
  const [unit, setUnit] = useState<string | undefined>(undefined);
  const calendar = useMemo(() => {
    const profileOf = Object.fromEntries(channels.map(({ id, deadlines }) => [id, deadlines]));
    return { profiles, daysOff, today, profileOf };
  }, [profiles, daysOff, today, channels]);
  const counting = useMemo(
    () => ({
      period,
      today,
      formula: ruleOf("share-followed-up", law).value,
      bands: ruleOf("age-bands", law).value,
      channel,
      unit,
    }),
    [period, today, law, channel, unit],
  );
  // Rows that are still arriving are counted once they are all there: half a list would be other figures.
  const [whole, setWhole] = useState<readonly CaseRow[] | undefined>(loading ? undefined : rows);
  useEffect(() => {
    if (!loading) setWhole(rows);
  }, [loading, rows]);
  const { counted, disagreeing, units, failure, tryAgain } = useFigures(start, whole, calendar, counting);
  const steps = useMemo(() => {
    const used = new Set(channels.map(({ deadlines }) => deadlines));
    return [...used].flatMap((one) => (Object.hasOwn(profiles, one) ? (profiles[one]?.steps ?? []) : []));
  }, [channels, profiles]);

  return (
    <div class="figures-screen">
      <Patterns />
      <div class="figures-head">
        <h1>{say(FIGURES.title)}</h1>
        <PeriodChoice period={period} today={today} onPeriod={setPeriod} />
        {channels.length > 1 && (
          <select
            aria-label={say(FIGURES.channel)}
            value={channel ?? ""}
            onChange={({ currentTarget }) => setChannel(currentTarget.value === "" ? undefined : currentTarget.value)}
          >
            <option value="">{say(FIGURES.allChannels)}</option>
            {channels.map(({ id, names }) => (
              <option key={id} value={id}>
                {name(names)}
              </option>
            ))}
          </select>
        )}
        {units.length > 1 && (
          <select
            aria-label={say(FIGURES.unit)}
            value={unit ?? ""}
            onChange={({ currentTarget }) => setUnit(currentTarget.value === "" ? undefined : currentTarget.value)}
          >
            <option value="">{say(FIGURES.allUnits)}</option>
            {units.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </div>
      <div class="figures-line">
        <p class="second">{whole !== undefined && say(FIGURES.counted, { n: whole.length })}</p>
        {counted !== undefined && (
          <p class="actions">
            {onPublish !== undefined && (
              <button type="button" class="button" aria-haspopup="dialog" onClick={onPublish}>
                {say(FIGURES.publish)}
              </button>
            )}
            <Exports ask={ask} counted={counted} channels={channels} />
            <button type="button" class="button" onClick={() => print()}>
              <Icon name="print" /> {say(FIGURES.print)}
            </button>
          </p>
        )}
      </div>
      <p class="for-print">
        <strong>{name(office)}</strong>
      </p>
      <p class="for-print">
        {[
          periodName(period, speech),
          channel === undefined ? say(FIGURES.allChannels) : name(channels.find(({ id }) => id === channel)?.names),
          unit ?? say(FIGURES.allUnits),
          say(FIGURES.countedOn, { day: day(today) }),
        ].join(" · ")}
      </p>
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <button type="button" class="button" onClick={tryAgain}>
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      {disagreeing.length > 0 && (
        <Banner tone="danger" title={say(FIGURES.disagree, { n: disagreeing.length })} urgent>
          <p>{say(FIGURES.disagreeText)}</p>
          <p class="actions">
            {disagreeing.slice(0, MOST_NAMED).map(({ handle, registerNumber }) => (
              <button key={handle} type="button" class="button" onClick={() => onOpen(handle)}>
                {say(FIGURES.openCase, { number: registerNumber })}
              </button>
            ))}
          </p>
        </Banner>
      )}
      {counted === undefined && failure === undefined && (
        <p role="status" class="muted">
          {say(whole === undefined ? FIGURES.listLoading : FIGURES.loading)}
        </p>
      )}
      {counted !== undefined && <FiguresBody counted={counted} channels={channels} />}
      {counted !== undefined && (
        <footer class="figures-foot">
          <RuleNote rules={["share-followed-up"]} steps={steps} />
          <button type="button" class="link" onClick={onLaw}>
            {say(FIGURES.law)}
          </button>
          <p class="second">
            {say(FIGURES.othersOnly)} {say(FIGURES.whoCounts)}
          </p>
        </footer>
      )}
    </div>
  );
}

/** More are found in the list: it is the server that is wrong then, not a case. */
const MOST_NAMED = 6;
