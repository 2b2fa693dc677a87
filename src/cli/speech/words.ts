/** Every word of the command line in all languages; the field's own words, failures and alarms stand in src/words. */
import { together } from "../../words/text.ts";
import * as enHelp from "./words/en/help.ts";
import * as en from "./words/en/sentences.ts";
import * as idHelp from "./words/id/help.ts";
import * as id from "./words/id/sentences.ts";

export const { DEADLINES, RECEIPTS, SENTENCES, OWN_FAILURES, COLUMNS } = together({ id, en });
export const { HELP, COMMON_HELP } = together({ id: idHelp, en: enHelp });
