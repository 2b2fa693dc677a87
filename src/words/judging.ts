/** Codes of what the team judges, asks itself and does (protocol/triage, protection, suggestions), in every language. */
import * as en from "./judging/en.ts";
import * as id from "./judging/id.ts";
import { together } from "./text.ts";

export const {
  SCORE_NAMES,
  SCORE_MEANINGS,
  ELEMENT_NAMES,
  RECOMMENDATION_NAMES,
  ASKED_BY_NAMES,
  THREAT_NAMES,
  PROTECTION_URGENCY_NAMES,
  KNOWER_NAMES,
  MEASURE_NAMES,
  CONSENT_NAMES,
  CONTACT_NAMES,
  BODY_NAMES,
  STEP_NAMES,
  EXPOSURE_QUESTION_TEXTS,
  EXPOSURE_ANSWER_NAMES,
  RECEIVER_NAMES,
  RESULT_NAMES,
  SUGGESTION_TEXTS,
} = together({ id, en });
