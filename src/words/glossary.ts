/** The field's words in all languages, for programs that change the language while they run. */
import * as en from "./glossary/en.ts";
import * as id from "./glossary/id.ts";
import { together } from "./text.ts";

export const {
  STATE_NAMES,
  STATE_VERBS,
  STATE_ADVICE,
  REPORTER_STATE_NAMES,
  OUTCOME_NAMES,
  CATEGORY_NAMES,
  UNKNOWN,
  FINDING_NAMES,
  REASON_NAMES,
  ROLE_NAMES,
  DEADLINE_NAMES,
  SOURCE_NAMES,
  FIELD_NAMES,
  DIRECTION_NAMES,
} = together({ id, en });
