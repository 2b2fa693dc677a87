import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { FILES, SUMS, HIDDEN, TYPE_NAMES, WARNING_WORDS, PREVIEW, PREVIEW_ENDS } = together({ id, en });
