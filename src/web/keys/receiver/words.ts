import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { CHECK, FAULTS, KEY, MAKE, OFFICE, OPEN, RECEIVER, ROW_NAMES, SIGNER, TASKS, TRAIL, UNCHECKED } =
  together({ id, en });
