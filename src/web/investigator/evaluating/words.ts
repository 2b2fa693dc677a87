import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const {
  ENCLOSING,
  ENTRY,
  EVALUATING,
  EVIDENCE_NAMES,
  HANDED_NAMES,
  ITEM_NAMES,
  LEDGER_ALARMS,
  PART_NAMES,
  STANDING_NAMES,
} = together({ id, en });
