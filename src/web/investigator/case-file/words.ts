import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { PAPER, ACTS, RECORD_ACTS, RECORD_FIELDS, SHORT, DIALOG, FORM_NAMES, ROWS } = together({ id, en });
