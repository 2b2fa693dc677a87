/** The switch of languages. */
import type { Translation } from "../../../words/text.ts";
import type * as id from "./id.ts";

export const SWITCH: Translation<typeof id.SWITCH> = {
  language: "Language",
};
