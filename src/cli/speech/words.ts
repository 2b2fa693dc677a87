/** Every word of the command line in all languages; the field's own words, failures and alarms stand in src/words. */
import { together } from "../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { DEADLINES, RECEIPTS, SENTENCES, OWN_FAILURES, COLUMNS, HELP, COMMON_HELP } = together({ id, en });
