/** Marks of urgency (protocol/urgency), in every language: a word for a list, and a reason for whoever opens the case. */
import * as en from "./marks/en.ts";
import * as id from "./marks/id.ts";
import { together } from "./text.ts";

export const { MARK_NAMES, MARK_REASONS, MARKS_TITLE } = together({ id, en });
