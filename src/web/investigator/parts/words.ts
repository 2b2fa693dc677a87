import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { AUTHORS, FRAME, PLACES, RULE_NOTES } = together({ id, en });
