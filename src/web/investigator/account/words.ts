import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { ACCOUNT, FACTORS, COLLEAGUES, NEW_WORDS, OWN_KEYS, SESSIONS, WAYS } = together({ id, en });
