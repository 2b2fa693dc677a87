/** The field's words in both languages side by side, for programs that change the language while they run. */
import * as en from "./en.ts";
import * as id from "./id.ts";

type Pairs<Code extends string> = Readonly<Record<Code, readonly [id: string, en: string]>>;

function pair<Code extends string>(
  indonesian: Readonly<Record<Code, string>>,
  english: Readonly<Record<Code, string>>,
): Pairs<Code> {
  const pairs: Partial<Record<Code, readonly [id: string, en: string]>> = {};
  for (const code of Object.keys(indonesian) as Code[]) pairs[code] = [indonesian[code], english[code]];
  return pairs as Pairs<Code>;
}

export const STATE_NAMES = pair(id.STATE_NAMES, en.STATE_NAMES);
export const REPORTER_STATE_NAMES = pair(id.REPORTER_STATE_NAMES, en.REPORTER_STATE_NAMES);
export const OUTCOME_NAMES = pair(id.OUTCOME_NAMES, en.OUTCOME_NAMES);
export const CATEGORY_NAMES = pair(id.CATEGORY_NAMES, en.CATEGORY_NAMES);
export const FINDING_NAMES = pair(id.FINDING_NAMES, en.FINDING_NAMES);
export const REASON_NAMES = pair(id.REASON_NAMES, en.REASON_NAMES);
export const ROLE_NAMES = pair(id.ROLE_NAMES, en.ROLE_NAMES);
export const FIELD_NAMES = pair(id.FIELD_NAMES, en.FIELD_NAMES);
export const DIRECTION_NAMES = pair(id.DIRECTION_NAMES, en.DIRECTION_NAMES);
