import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { DOUBTS, LAW_ALARMS, LAW_GROUPS, LAW_WORDS, MARK_NAMES, RULE_NAMES, VALUES } = together({ id, en });
