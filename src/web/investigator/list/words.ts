import { together } from "../../../words/text.ts";
import * as en from "./words/en.ts";
import * as id from "./words/id.ts";

export const { LIST, DEADLINES, NONE_IN_VIEW, SHORT_CATEGORY_NAMES, VIEW_NAMES, DAY_GROUP_NAMES, SAVED_VIEWS } =
  together({ id, en });
