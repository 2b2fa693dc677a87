import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { BODY_NAMES, PACKAGES, RECEIPT, RECEIVER_ALARMS, SEAL, SEAL_FAULTS, SENT } = together({ id, en });
