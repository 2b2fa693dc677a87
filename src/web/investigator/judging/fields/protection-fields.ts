/** What is written down of a request for protection, in the order in which a handler finds it out. */
import { unansweredRequest } from "../../../../client/casework/protection.ts";
import type { RecordContent } from "../../../../protocol/records.ts";
import { MOST_MEASURES, PROTECTION_URGENCIES } from "../../../../protocol/rules/protection.ts";
import {
  ASKED_BY_NAMES,
  BODY_NAMES,
  CONSENT_NAMES,
  CONTACT_NAMES,
  KNOWER_NAMES,
  MEASURE_NAMES,
  PROTECTION_URGENCY_NAMES,
  THREAT_NAMES,
} from "../../../../words/judging.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import type { RecordField } from "../form/record-field.ts";
import type { RecordFormOf } from "../form/use-record-form.ts";
import { PROTECTION } from "../words.ts";

export type ProtectionContent = Omit<Extract<RecordContent, { kind: "protection" }>, "kind" | "after">;

export const REQUEST_FIELDS: readonly RecordField[] = [
  { kind: "day", path: ["askedOn"], name: PROTECTION.askedOn },
  { kind: "choice", path: ["askedBy"], name: PROTECTION.askedBy, names: ASKED_BY_NAMES },
  {
    kind: "choice",
    path: ["urgency"],
    name: PROTECTION.urgency,
    hint: PROTECTION.urgencyHint,
    names: PROTECTION_URGENCY_NAMES,
  },
  { kind: "many", path: ["threats"], name: PROTECTION.threats, names: THREAT_NAMES },
  { kind: "text", path: ["threat"], name: PROTECTION.threat },
  { kind: "many", path: ["knownTo"], name: PROTECTION.knownTo, names: KNOWER_NAMES },
  { kind: "text", path: ["known"], name: PROTECTION.known },
  { kind: "text", path: ["evidence"], name: PROTECTION.evidence },
];

export const WISH_FIELDS: readonly RecordField[] = [
  { kind: "many", path: ["wanted"], name: PROTECTION.wanted, names: MEASURE_NAMES },
  { kind: "text", path: ["wish"], name: PROTECTION.wish },
  { kind: "text", path: ["never"], name: PROTECTION.never, hint: PROTECTION.neverHint },
  {
    kind: "choice",
    path: ["consent", "to"],
    name: PROTECTION.consent,
    hint: PROTECTION.consentHint,
    names: CONSENT_NAMES,
  },
  { kind: "line", path: ["consent", "named"], name: PROTECTION.consentNamed },
  { kind: "day", path: ["consent", "on"], name: PROTECTION.consentOn },
  { kind: "day", path: ["consent", "withdrawnOn"], name: PROTECTION.consentWithdrawn },
  { kind: "choice", path: ["contact", "way"], name: PROTECTION.contact, names: CONTACT_NAMES },
  { kind: "line", path: ["contact", "text"], name: PROTECTION.contactText },
];

export const ASSESSMENT_FIELDS: readonly RecordField[] = [
  { kind: "scale", path: ["assessment", "importance"], name: PROTECTION.importance, hint: PROTECTION.assessmentHint },
  { kind: "scale", path: ["assessment", "threat"], name: PROTECTION.level },
  { kind: "scale", path: ["assessment", "risk"], name: PROTECTION.risk },
  { kind: "text", path: ["assessment", "text"], name: PROTECTION.assessment },
  {
    kind: "rows",
    path: ["measures"],
    name: PROTECTION.measures,
    add: PROTECTION.addMeasure,
    most: MOST_MEASURES,
    fresh: { what: "", by: "", on: null, reviewOn: null, result: "" },
    of: [
      { kind: "line", path: ["what"], name: PROTECTION.measureWhat, required: true },
      { kind: "line", path: ["by"], name: PROTECTION.measureBy },
      { kind: "day", path: ["on"], name: PROTECTION.measureOn },
      { kind: "day", path: ["reviewOn"], name: PROTECTION.measureReview },
      { kind: "line", path: ["result"], name: PROTECTION.measureResult },
    ],
  },
  {
    kind: "rows",
    path: ["referrals"],
    name: PROTECTION.referrals,
    add: PROTECTION.addReferral,
    most: MOST_MEASURES,
    fresh: { to: "lpsk", on: null, way: "", consent: "", documents: "", answeredOn: null, decision: "" },
    of: [
      { kind: "choice", path: ["to"], name: PROTECTION.referredTo, names: BODY_NAMES },
      { kind: "day", path: ["on"], name: PROTECTION.referredOn },
      { kind: "line", path: ["way"], name: PROTECTION.way },
      { kind: "line", path: ["consent"], name: PROTECTION.consentRef },
      { kind: "line", path: ["documents"], name: PROTECTION.documents },
      { kind: "day", path: ["answeredOn"], name: PROTECTION.answeredOn },
      { kind: "line", path: ["decision"], name: PROTECTION.decision },
    ],
  },
];

/** Closing is one decision: there, or not. */
const CLOSED: RecordField = {
  kind: "rows",
  path: ["closedAs"],
  name: PROTECTION.closing,
  add: PROTECTION.close,
  most: 1,
  fresh: { reason: "", watchUntil: null },
  of: [
    { kind: "text", path: ["reason"], name: PROTECTION.closeReason, required: true },
    { kind: "day", path: ["watchUntil"], name: PROTECTION.watchUntil },
  ],
};

export const CLOSED_FIELDS: readonly RecordField[] = [CLOSED];

export const PROTECTION_FIELDS: readonly RecordField[] = [
  ...REQUEST_FIELDS,
  ...WISH_FIELDS,
  ...ASSESSMENT_FIELDS,
  ...CLOSED_FIELDS,
];

/** In the form closing is a list of one at most, as measures are a list. */
export type ProtectionForm = ProtectionContent & {
  readonly closedAs: readonly NonNullable<ProtectionContent["closed"]>[];
};

export function protectionForm(view: CaseView): RecordFormOf<ProtectionForm> {
  const { protection } = view.casework;
  const request = unansweredRequest(view.conversation, protection);
  const urgency = PROTECTION_URGENCIES.find((known) => known === request?.urgency) ?? "days";
  const source = request?.sequence ?? 0;
  return {
    name: "protection",
    versionsIn: ({ casework }) =>
      [casework.protection.now, ...casework.protection.earlier].flatMap((version) =>
        version === undefined
          ? []
          : [
              {
                ...version,
                content: {
                  ...(version.content as unknown as ProtectionContent),
                  closedAs: version.content.closed === null ? [] : [version.content.closed],
                },
              },
            ],
      ),
    fresh: {
      source,
      askedOn: request?.on ?? null,
      askedBy: "reporter",
      threats: [],
      threat: "",
      urgency,
      knownTo: [],
      known: "",
      evidence: "",
      wanted: [],
      wish: "",
      never: "",
      consent: { to: "none", named: "", on: null, withdrawnOn: null },
      contact: { way: "inbox", text: "" },
      assessment: { importance: null, threat: null, risk: null, text: "" },
      measures: [],
      referrals: [],
      closed: null,
      closedAs: [],
    },
    // Whoever saves has been shown the newest request, above the form.
    recordOf: (content, after) => ({
      kind: "protection",
      after,
      source: Math.max(content.source, source),
      askedOn: content.askedOn,
      askedBy: content.askedBy,
      threats: content.threats,
      threat: content.threat,
      urgency: content.urgency,
      knownTo: content.knownTo,
      known: content.known,
      evidence: content.evidence,
      wanted: content.wanted,
      wish: content.wish,
      never: content.never,
      consent: content.consent,
      contact: content.contact,
      assessment: content.assessment,
      measures: content.measures,
      referrals: content.referrals,
      closed: content.closedAs[0] ?? null,
    }),
  };
}
