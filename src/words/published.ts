/** Published figures in every language, for programs that switch while they run. */
import * as en from "./published/en.ts";
import * as id from "./published/id.ts";
import { together } from "./text.ts";

export const {
  PUBLISHED,
  PUBLISHED_CHECK,
  PUBLISHED_FAULTS,
  PUBLISHED_TABLES,
  PUBLISHED_VALUES,
  PUBLISHED_MEDIANS,
  PUBLISHED_ROLES,
} = together({
  id,
  en,
});
