/** The sheet that goes to LPSK, to be printed: without anything that identifies, unless the reporter has said so. */
import { useState } from "preact/hooks";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import { ASKED_BY_NAMES, MEASURE_NAMES, PROTECTION_URGENCY_NAMES, THREAT_NAMES } from "../../../../words/judging.ts";
import type { TextsFor } from "../../../../words/text.ts";
import { LPSK } from "../../../shared/lpsk.ts";
import { ruleOf } from "../../../../protocol/law/law.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { ReasonField } from "../../parts/fields/reason-field.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useOffice } from "../../parts/office.ts";
import { useOfficeNames } from "../../parts/office-names.ts";
import { RuleNote } from "../../parts/rule-note.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import type { PageFailure } from "../../vault/vault-client.ts";
import type { CaseWork } from "../../writing/case-work.ts";
import { LPSK_SHEET } from "../words.ts";
import type { ProtectionContent } from "../fields/protection-fields.ts";
import { printRecord, referralFacts } from "./referral-facts.ts";

type SheetProps = { readonly content: ProtectionContent; readonly view: CaseView };
export type ReferralSheetProps = SheetProps & { readonly work: CaseWork };

export function ReferralSheet({ content, view, work }: ReferralSheetProps) {
  const { say } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class="actions">
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {say(LPSK_SHEET.open)}
        </button>
      </p>
      {open && (
        <Dialog title={say(LPSK_SHEET.title)} look="referral-sheet sheet-dialog" onClose={() => setOpen(false)}>
          <Sheet content={content} view={view} />
          <Printing content={content} view={view} work={work} />
          <p class="actions no-print">
            <button type="button" class="button" onClick={() => setOpen(false)}>
              {say(LPSK_SHEET.close)}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}

/** Paper leaves the office as a file does, and so it is written down first, with a reason. */
function Printing({ content, view, work }: ReferralSheetProps) {
  const { say } = useSpeech();
  const [reason, setReason] = useState(() => say(LPSK_SHEET.reasonFirst));
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PageFailure>();
  const record = async (): Promise<void> => {
    setTried(true);
    setFailure(undefined);
    if (reason.trim() === "") return;
    setBusy(true);
    const written = await work.writeRecord(printRecord(referralFacts(content, view.row), reason.trim()));
    setBusy(false);
    if (written.is === "failed") setFailure(written.failure);
    else print();
  };
  return (
    <div class="no-print stack">
      {!view.writable.notes && <Banner tone="warn" title={say(LPSK_SHEET.needsRecord)} />}
      <ReasonField
        id="lpsk-reason"
        label={LPSK_SHEET.reason}
        hint={LPSK_SHEET.reasonHint}
        fault={isTried && reason.trim() === "" ? LPSK_SHEET.reasonNeeded : undefined}
        value={reason}
        busy={isBusy}
        onValue={setReason}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p class="actions">
        <button
          type="button"
          class="button primary"
          disabled={isBusy || !view.writable.notes}
          onClick={() => void record()}
        >
          {say(LPSK_SHEET.print)}
        </button>
      </p>
    </div>
  );
}

function Sheet({ content, view }: SheetProps) {
  const { say, day, list, name, today } = useSpeech();
  const office = name(useOfficeNames());
  const decision = ruleOf("lpsk-decision", useOffice().law);
  const facts = referralFacts(content, view.row);
  const { consented } = facts;
  const named = (names: TextsFor<string>, codes: readonly string[]) =>
    list(codes.map((code) => sayCode(say, names, code, UNKNOWN.code)));
  const numberOf = (value: number | null) => (value === null ? say(LPSK_SHEET.notJudged) : `${value}/4`);
  const rows: readonly (readonly [Parameters<typeof say>[0], string])[] = [
    [LPSK_SHEET.office, office],
    [LPSK_SHEET.made, day(today())],
    [LPSK_SHEET.register, facts.registerNumber],
    [LPSK_SHEET.reported, day(facts.reportedOn)],
    [LPSK_SHEET.status, say(LPSK_SHEET.statusText)],
    [LPSK_SHEET.askedBy, named(ASKED_BY_NAMES, [facts.askedBy])],
    [LPSK_SHEET.askedOn, facts.askedOn === null ? "" : day(facts.askedOn)],
    [LPSK_SHEET.urgency, named(PROTECTION_URGENCY_NAMES, [facts.urgency])],
    [LPSK_SHEET.threats, named(THREAT_NAMES, facts.threats)],
    [LPSK_SHEET.wanted, named(MEASURE_NAMES, facts.wanted)],
    [LPSK_SHEET.importance, numberOf(facts.assessment.importance)],
    [LPSK_SHEET.level, numberOf(facts.assessment.threat)],
    [LPSK_SHEET.risk, numberOf(facts.assessment.risk)],
    [LPSK_SHEET.measures, list(facts.measuresOn.map((on) => day(on)))],
    ...(consented === undefined
      ? []
      : ([
          [LPSK_SHEET.threat, consented.threat],
          [LPSK_SHEET.wish, consented.wish],
          [LPSK_SHEET.never, consented.never],
        ] as const)),
  ];
  return (
    <>
      <p>
        {say(consented === undefined ? LPSK_SHEET.anonymous : LPSK_SHEET.consented)}
        {consented !== undefined && <span class="no-print"> {say(LPSK_SHEET.readFirst)}</span>}
      </p>
      <dl>
        {rows.map(
          ([name, text], at) =>
            text !== "" && (
              <div key={at}>
                <dt>{say(name)}</dt>
                <dd class="typed" dir="auto">
                  {text}
                </dd>
              </div>
            ),
        )}
      </dl>
      <p>{say(LPSK_SHEET.papers, { days: String(decision.value), source: decision.source })}</p>
      <div class="no-print">
        <RuleNote rules={["lpsk-decision"]} />
      </div>
      <p class="muted no-print">
        {say(LPSK_SHEET.contacts, { site: LPSK.site, telephone: LPSK.telephone, whatsapp: LPSK.whatsapp })}{" "}
        {LPSK.checkedOn === undefined && say(LPSK_SHEET.unchecked)}
      </p>
    </>
  );
}
