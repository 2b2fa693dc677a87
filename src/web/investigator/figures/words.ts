import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { CLAIM_NAMES, FIGURES, FORMULA_NAMES, GROUP_NAMES, PERIOD_NAMES, SPAN_NAMES } = together({ id, en });
