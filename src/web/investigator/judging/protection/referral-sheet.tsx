/** The sheet that goes to LPSK, to be printed: without anything that identifies, unless the reporter has said so. */
import { useState } from "preact/hooks";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import { ASKED_BY_NAMES, MEASURE_NAMES, PROTECTION_URGENCY_NAMES, THREAT_NAMES } from "../../../../words/judging.ts";
import type { TextsFor } from "../../../../words/text.ts";
import { LPSK } from "../../../shared/lpsk.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/vault-messages.ts";
import { LPSK_SHEET } from "../words.ts";
import type { ProtectionContent } from "../fields/protection-fields.ts";
import { referralFacts } from "./referral-facts.ts";

export type ReferralSheetProps = { readonly content: ProtectionContent; readonly view: CaseView };

export function ReferralSheet({ content, view }: ReferralSheetProps) {
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
          <p class="actions no-print">
            <button type="button" class="button primary" onClick={() => print()}>
              {say(LPSK_SHEET.print)}
            </button>
            <button type="button" class="button" onClick={() => setOpen(false)}>
              {say(LPSK_SHEET.close)}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}

function Sheet({ content, view }: ReferralSheetProps) {
  const { say, day, list } = useSpeech();
  const facts = referralFacts(content, view.row);
  const { consented } = facts;
  const named = (names: TextsFor<string>, codes: readonly string[]) =>
    list(codes.map((code) => sayCode(say, names, code, UNKNOWN.code)));
  const numberOf = (value: number | null) => (value === null ? say(LPSK_SHEET.notJudged) : `${value}/4`);
  const rows: readonly (readonly [Parameters<typeof say>[0], string])[] = [
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
      <p>{say(consented === undefined ? LPSK_SHEET.anonymous : LPSK_SHEET.consented)}</p>
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
      <p>{say(LPSK_SHEET.papers)}</p>
      <p class="muted">
        {say(LPSK_SHEET.contacts, { site: LPSK.site, telephone: LPSK.telephone, whatsapp: LPSK.whatsapp })}{" "}
        {LPSK.checkedOn === undefined && say(LPSK_SHEET.unchecked)}
      </p>
    </>
  );
}
