import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { PUBLISHING, WHY_HIDDEN, PERIOD_ERRORS } = together({ id, en });
