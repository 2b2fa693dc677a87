import { together } from "../../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { LIST_TABLE } = together({ id, en });
