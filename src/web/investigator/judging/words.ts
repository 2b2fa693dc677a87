import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { FORM, SHEET, PANEL, TASKS, PROTECTION, LPSK_SHEET, EXPOSURE, COMPLAINT, RESULT } = together({ id, en });
