/** Every word of the command line in all languages; the field's own words, failures and alarms stand in src/words. */
import { together } from "../../words/text.ts";
import * as helpEn from "./words/en/help.ts";
import * as proofsEn from "./words/en/proofs.ts";
import * as sentencesEn from "./words/en/sentences.ts";
import * as helpId from "./words/id/help.ts";
import * as proofsId from "./words/id/proofs.ts";
import * as sentencesId from "./words/id/sentences.ts";

export const { DEADLINES, ENTERING, LEAVING, SENTENCES, OWN_FAILURES, COLUMNS } = together({
  id: sentencesId,
  en: sentencesEn,
});
export const { EXPORTS, RECEIPTS } = together({ id: proofsId, en: proofsEn });
export const { HELP, COMMON_HELP } = together({ id: helpId, en: helpEn });
