/** What the team judges, asks itself and does, in English. */
import type { Translation } from "../text.ts";
import type * as id from "./id.ts";

export const SCORE_NAMES = {
  severity: "Severity",
  credibility: "Credibility",
  evidence: "Strength of evidence",
  urgency: "Urgency",
  seniority: "Seniority of the reported person",
  retaliation: "Risk of retaliation",
  reach: "Reach",
  completeness: "Completeness",
} satisfies Translation<typeof id.SCORE_NAMES>;

export const SCORE_MEANINGS = {
  severity: {
    one: "Breach of ethics, or a small amount",
    two: "Breach of discipline, a limited amount",
    three: "Suspected crime, or a large amount",
    four: "Signs of a crime of Rp1 billion or more, or danger to life",
  },
  credibility: {
    one: "Hearsay, contradictory",
    two: "General, hard to test",
    three: "Detailed, and partly testable",
    four: "First-hand, consistent, testable",
  },
  evidence: {
    one: "None yet",
    two: "Leads without documents",
    three: "Documents that have to be compared",
    four: "Documents that can be verified alone",
  },
  urgency: {
    one: "Past, and stable",
    two: "Can wait some weeks",
    three: "Still going on",
    four: "Evidence or money vanishes within days",
  },
  seniority: {
    one: "Staff",
    two: "Supervisor, or of that rank",
    three: "Commitment-making officer, or of that rank",
    four: "Head of the unit or above: the case leaves the unit",
  },
  retaliation: {
    one: "Low",
    two: "The reporter might be guessed",
    three: "Few people know the details",
    four: "The reporter is easily guessed, or was threatened",
  },
  reach: {
    one: "One event",
    two: "Several events in one unit",
    three: "Repeated, in more than one unit",
    four: "Systemic, many units",
  },
  completeness: {
    one: "Fewer than three elements",
    two: "What, who and where",
    three: "Most elements",
    four: "Complete, every element",
  },
} satisfies Translation<typeof id.SCORE_MEANINGS>;

export const ELEMENT_NAMES = {
  what: "What",
  who: "Who",
  where: "Where",
  when: "When",
  why: "Why",
  how: "How",
  amount: "How much",
} satisfies Translation<typeof id.ELEMENT_NAMES>;

export const RECOMMENDATION_NAMES = {
  verify: "Go on verifying",
  ask: "Ask the reporter",
  investigate: "Begin the investigation",
  "refer-kpk": "Refer to KPK",
  "refer-police": "Refer to the police",
  "refer-prosecutor": "Refer to the prosecutor",
  "refer-higher": "Refer to the higher inspectorate",
  "refer-sp4n": "Forward to SP4N-LAPOR!",
  archive: "Archive",
} satisfies Translation<typeof id.RECOMMENDATION_NAMES>;

export const ASKED_BY_NAMES = {
  reporter: "Reporter",
  witness: "Witness",
  family: "Family",
  victim: "Victim",
} satisfies Translation<typeof id.ASKED_BY_NAMES>;

export const THREAT_NAMES = {
  physical: "Physical threat",
  intimidation: "Intimidation",
  transfer: "Transfer, demotion, or promotion held back",
  appraisal: "Appraisal lowered",
  dismissal: "Contract or employment ended",
  shunning: "Being shunned",
  lawsuit: "Being sued in return",
  exposure: "Identity being exposed",
} satisfies Translation<typeof id.THREAT_NAMES>;

export const PROTECTION_URGENCY_NAMES = {
  now: "At once, within 24 hours",
  days: "Within days",
  none: "Not urgent",
} satisfies Translation<typeof id.PROTECTION_URGENCY_NAMES>;

export const KNOWER_NAMES = {
  superior: "A superior",
  colleagues: "Colleagues",
  reported: "The reported person",
  family: "Family",
  online: "Others, through social media or chats",
} satisfies Translation<typeof id.KNOWER_NAMES>;

export const MEASURE_NAMES = {
  secrecy: "Identity stays secret",
  "fewer-readers": "Fewer people read the case",
  physical: "Physical protection",
  position: "Position and appraisal protected",
  legal: "Legal aid",
  psychological: "Psychological support",
  lpsk: "Application to LPSK",
} satisfies Translation<typeof id.MEASURE_NAMES>;

export const CONSENT_NAMES = {
  none: "With nobody",
  named: "Only with the persons named",
  lpsk: "Only with LPSK",
} satisfies Translation<typeof id.CONSENT_NAMES>;

export const CONTACT_NAMES = {
  inbox: "Only in the conversation here",
  hours: "At certain times",
  chosen: "By a contact that the reporter chose",
} satisfies Translation<typeof id.CONTACT_NAMES>;

export const BODY_NAMES = { lpsk: "LPSK", kpk: "KPK" } satisfies Translation<typeof id.BODY_NAMES>;

export const STEP_NAMES = {
  summons: "Summons or clarification",
  visit: "Visit to the site",
  letter: "Letter to the work unit",
  forwarding: "Referral or forwarding",
} satisfies Translation<typeof id.STEP_NAMES>;

export const EXPOSURE_QUESTION_TEXTS = {
  "few-knew": "Do only few people know what will be mentioned?",
  "own-words": "Is any sentence copied from the report or from a message of the reporter?",
  files: "Are files of the reporter handed over, or details that stand in them alone?",
  timing: "Is it so soon after the report that the two are easily connected?",
  "only-source": "Can this step be explained by a report alone?",
  "others-too": "Are other people or units looked at as well, so that nobody stands out?",
  "reaches-reported": "Will the reported person, or somebody close, read or handle this paper?",
  wishes: "Does it agree with what the reporter wants, and with what we must not do?",
} satisfies Translation<typeof id.EXPOSURE_QUESTION_TEXTS>;

export const EXPOSURE_ANSWER_NAMES = {
  yes: "Yes",
  no: "No",
  unclear: "Not clear yet",
} satisfies Translation<typeof id.EXPOSURE_ANSWER_NAMES>;

export const RECEIVER_NAMES = {
  sp4n: "SP4N-LAPOR!",
  unit: "The unit that gives the service",
} satisfies Translation<typeof id.RECEIVER_NAMES>;

export const RESULT_NAMES = {
  "no-fault": "No fault",
  "administrative-fault": "Administrative fault",
  "administrative-fault-loss": "Administrative fault with a loss of the state",
  ethics: "Breach of the code of ethics",
  "discipline-light": "Breach of discipline, light",
  "discipline-medium": "Breach of discipline, medium",
  "discipline-heavy": "Breach of discipline, heavy",
  "criminal-indication": "Signs of a crime",
} satisfies Translation<typeof id.RESULT_NAMES>;

export const SUGGESTION_TEXTS = {
  "involved-handler": {
    why: "The report names members who can read this case: {names}.",
    what: "Take them out under Readers: the case moves up to a case lead who is not involved. Where all are, refer it to the higher inspectorate.",
  },
  "evidence-vanishing": {
    why: "The reporter says that evidence may soon be lost.",
    what: "Secure the evidence today",
  },
  protection: {
    why: "The reporter asks for protection.",
    what: "Record the request for protection and weigh the threat.",
  },
  kpk: {
    why: "The amount reaches what is a matter for KPK, or a state official is named.",
    what: "Consider a referral to KPK.",
  },
  "conflict-of-interest": {
    why: "A superior decides about a conflict of interest within five working days.",
    what: "The superior’s decision about the conflict of interest",
  },
  gratification: {
    why: "What somebody received is reported to UPG or KPK, not here. Need not be reported: weddings and rites up to Rp{rites}; from colleagues up to Rp{colleague} each, Rp{year} a year. What is incomplete after {incomplete} working days is not followed; after {report} working days the gift may become state property.",
    what: "Find out whether the reporter received it; if so, lead to UPG or KPK",
  },
  "service-complaint": {
    why: "This is a complaint about a service, not a suspected violation.",
    what: "Take the short path: answer, then hand on.",
  },
} satisfies Translation<typeof id.SUGGESTION_TEXTS>;
