/** The evaluation of a period as evaluators of a Zona Integritas ask for it: counts, the office's ledger, what proves which item. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { nextOn } from "../../../client/evaluation/calendar.ts";
import { proveItems } from "../../../client/evaluation/proofs.ts";
import { claimsOf } from "../../../client/evaluation/spbe.ts";
import { worksheetOf } from "../../../client/evaluation/worksheet.ts";
import { figureCaseOf } from "../../../client/figures/figure-case.ts";
import { type Period, periodAt } from "../../../client/figures/period.ts";
import { ruleOf } from "../../../protocol/law/law.ts";
import { speak } from "../../../words/speech.ts";
import { readDelivery } from "../../shared/delivery.ts";
import { PeriodChoice } from "../figures/period-choice.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useOffice } from "../parts/office.ts";
import { useOfficeNames } from "../parts/office-names.ts";
import { RuleNote } from "../parts/rule-note.tsx";
import { FRAME } from "../parts/words.ts";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { EvaluationView } from "../vault/messages/evaluation.ts";
import type { CaseRow, SignedIn } from "../vault/messages/vault.ts";
import type { Draft } from "../writing/drafts.ts";
import { CountTables, ThreeCounts } from "./counts.tsx";
import type { Chosen } from "./enclosures.ts";
import { EvidenceFiles } from "./evidence-files.tsx";
import { mayPrepare } from "./folder.ts";
import { ItemTable, Levels } from "./item-table.tsx";
import { evaluatedPeriod } from "./ledger-fields.ts";
import { LedgerSection } from "./ledger-section.tsx";
import { Outputs } from "./outputs.tsx";
import type { Around } from "./paper-parts.ts";
import { RequestDay } from "./request-day.tsx";
import { EVALUATING } from "./words.ts";

export type EvaluatingScreenProps = {
  readonly ask: Ask;
  readonly rows: readonly CaseRow[];
  /** Pages of the list are still arriving. */
  readonly loading: boolean;
  readonly member: SignedIn;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
};

export function EvaluatingScreen({ ask, rows, loading, member, draft, onDraft }: EvaluatingScreenProps) {
  const speech = useSpeech();
  const { say, day } = speech;
  const { profiles, daysOff, law } = useOffice();
  const today = useMemo(() => speech.today(), [rows]);
  const [period, setPeriod] = useState<Period>(() => periodAt("quarter", today));
  const [view, setView] = useState<EvaluationView | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const names = useOfficeNames();
  const formula = ruleOf("share-followed-up", law).value;
  const cases = useMemo(() => {
    const profileOf = Object.fromEntries(member.channels.map(({ id, deadlines }) => [id, deadlines]));
    return rows.map((row) => figureCaseOf(row, { profiles, daysOff, today, profileOf }));
  }, [rows, profiles, daysOff, today, member]);
  const worksheet = useMemo(
    () => view && worksheetOf(cases, view.ledger, { period, today, formula }),
    [cases, view, period, today, formula],
  );
  const load = async (): Promise<void> => {
    setFailure(undefined);
    try {
      setView(await ask("readEvaluation", {}));
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };
  useEffect(() => void load(), []);

  const request = view?.ledger.evaluatedOn ?? ruleOf("lke-request-by", law).value;
  const requestBy = nextOn(request, today);
  const around = useMemo((): Around | undefined => {
    if (worksheet === undefined || view === undefined) return undefined;
    const { fingerprint, buildHash, timeZone } = readDelivery();
    const facts = { handlers: view.handlers.length, interests: view.interests?.length };
    // Evaluators read Indonesian, whatever the desk speaks.
    const indonesian = speak("id", timeZone);
    return {
      speech: indonesian,
      worksheet,
      view,
      items: proveItems(worksheet, facts, law),
      claims: claimsOf(worksheet, { hasTrail: view.trail !== undefined, law }),
      law,
      office: indonesian.name(names),
      by: indonesian.name(member.names),
      today,
      profiles,
      requestBy,
      prints: { words: fingerprint?.words.join(" ") ?? "–", pages: buildHash },
      file: undefined,
      enclosures: [],
    };
  }, [worksheet, view, law, names, member, today, profiles, requestBy]);

  return (
    <div class="figures-screen evaluating">
      <div class="figures-head">
        <h1>{say(EVALUATING.title)}</h1>
        <PeriodChoice period={period} today={today} onPeriod={setPeriod} />
      </div>
      <p class="lead">{say(EVALUATING.lead)}</p>
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <button type="button" class="button" onClick={() => void load()}>
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      {(loading || (view === undefined && failure === undefined)) && (
        <p role="status" class="muted">
          {say(loading ? EVALUATING.listLoading : EVALUATING.loading)}
        </p>
      )}
      {!loading && around !== undefined && view !== undefined && worksheet !== undefined && (
        <>
          <ThreeCounts worksheet={worksheet} />
          {worksheet.unopened > 0 && <p class="hint">{say(EVALUATING.unopened, { n: worksheet.unopened })}</p>}
          {mayPrepare(view) && <Outputs ask={ask} around={around} cases={cases} chosen={chosen} />}
          <RequestDay
            ask={ask}
            day={requestBy}
            isWritable={view.alarm === undefined}
            onView={(next) => setView({ ...view, ...next })}
          >
            {say(EVALUATING.requestBy, { day: day(requestBy) })}
          </RequestDay>
          <CountTables worksheet={worksheet} />
          <LedgerSection
            ask={ask}
            view={view}
            worksheet={worksheet}
            period={evaluatedPeriod(period)}
            draft={draft}
            onDraft={onDraft}
            onView={(next) => setView({ ...view, ...next })}
          />
          {mayPrepare(view) && worksheet.evidence.length > 0 && (
            <EvidenceFiles
              ask={ask}
              evidence={worksheet.evidence}
              chosen={chosen}
              onChosen={setChosen}
              onView={(next) => setView({ ...view, ...next })}
            />
          )}
          <div class="count-tables">
            <ItemTable items={around.items} />
            <Levels claims={around.claims} />
          </div>
          <footer class="figures-foot">
            <RuleNote rules={["share-followed-up", "lke-request-by"]} />
            <p class="second">{say(EVALUATING.exact)}</p>
          </footer>
        </>
      )}
    </div>
  );
}
