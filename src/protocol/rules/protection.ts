/**
 * Protection of a reporter: what is asked, feared, wanted and done, as lists (UU 31/2014; Peraturan LPSK 1/2024; read
 * 2026-11). Names in words: words/glossary. Data, not code.
 */

export const ASKED_BY = ["reporter", "witness", "family", "victim"] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export const THREATS = [
  "physical",
  "intimidation",
  "transfer",
  "appraisal",
  "dismissal",
  "shunning",
  "lawsuit",
  "exposure",
] as const;
export type Threat = (typeof THREATS)[number];

/** `now`: within 24 hours, before every queue */
export const PROTECTION_URGENCIES = ["now", "days", "none"] as const;
export type ProtectionUrgency = (typeof PROTECTION_URGENCIES)[number];

/** Who may know already who the reporter is. */
export const KNOWERS = ["superior", "colleagues", "reported", "family", "online"] as const;
export type Knower = (typeof KNOWERS)[number];

export const WANTED_MEASURES = [
  "secrecy",
  "fewer-readers",
  "physical",
  "position",
  "legal",
  "psychological",
  "lpsk",
] as const;
export type WantedMeasure = (typeof WANTED_MEASURES)[number];

/** With whom the identity may be shared. Nothing leaves without it, and it can be taken back. */
export const CONSENTS = ["none", "named", "lpsk"] as const;
export type Consent = (typeof CONSENTS)[number];

export const SAFE_CONTACTS = ["inbox", "hours", "chosen"] as const;
export type SafeContact = (typeof SAFE_CONTACTS)[number];

export const REFERRAL_BODIES = ["lpsk", "kpk"] as const;
export type ReferralBody = (typeof REFERRAL_BODIES)[number];

/** Of measures and of referrals: more are a case of their own. */
export const MOST_MEASURES = 20;

/** Steps that could show who the reporter is, each with what is asked before it is taken. */
export const EXPOSURE_STEPS = ["summons", "visit", "letter", "forwarding"] as const;
export type ExposureStep = (typeof EXPOSURE_STEPS)[number];

/**
 * After the early-warning list of the field (few people knew? wording copied? timing?), UU 31/1999 pasal 31 (nobody may
 * name what could reveal the reporter) and UU 14/2008 pasal 17. `safe` is the answer that raises no doubt.
 */
const QUESTIONS = {
  "few-knew": { safe: "no", steps: ["summons", "visit", "letter", "forwarding"] },
  "own-words": { safe: "no", steps: ["letter", "forwarding"] },
  files: { safe: "no", steps: ["letter", "forwarding"] },
  timing: { safe: "no", steps: ["summons", "visit", "letter"] },
  "only-source": { safe: "no", steps: ["summons", "visit"] },
  "others-too": { safe: "yes", steps: ["summons", "visit"] },
  "reaches-reported": { safe: "no", steps: ["letter", "forwarding"] },
  wishes: { safe: "yes", steps: ["summons", "visit", "letter", "forwarding"] },
} as const satisfies Readonly<Record<string, { readonly safe: "yes" | "no"; readonly steps: readonly ExposureStep[] }>>;

export type ExposureQuestion = keyof typeof QUESTIONS;
export const EXPOSURE_QUESTIONS = /* @__PURE__ */ Object.keys(QUESTIONS) as readonly ExposureQuestion[];
export const EXPOSURE_ANSWERS = ["yes", "no", "unclear"] as const;
export type ExposureAnswer = (typeof EXPOSURE_ANSWERS)[number];

/** What is asked before a step, in order. */
export function questionsBefore(step: ExposureStep): readonly ExposureQuestion[] {
  return EXPOSURE_QUESTIONS.filter((question) => (QUESTIONS[question].steps as readonly ExposureStep[]).includes(step));
}

/** Answers that speak against the step, or that nobody knows. */
export function doubtsIn(answers: readonly { readonly question: string; readonly answer: string }[]): string[] {
  return answers
    .filter(({ question, answer }) => {
      const row = Object.hasOwn(QUESTIONS, question) ? QUESTIONS[question as ExposureQuestion] : undefined;
      return row !== undefined && answer !== row.safe;
    })
    .map(({ question }) => question);
}
