/** What members do (protocol/audit/acts), in every language: for the desk, and for who gets a case file. */
import * as en from "./acts/en.ts";
import * as id from "./acts/id.ts";
import { together } from "./text.ts";

export const { ACT_NAMES } = together({ id, en });
