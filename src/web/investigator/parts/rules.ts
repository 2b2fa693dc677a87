/** What the office has set for judging, and its days off: built into the page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DaysOff } from "../../../protocol/deadlines.ts";
import { JUDGING_RULES, type JudgingRules } from "../../../protocol/suggestions.ts";

export type Rules = JudgingRules & { readonly daysOff: DaysOff };

export const RulesContext = createContext<Rules>({ ...JUDGING_RULES, daysOff: {} });

export function useRules(): Rules {
  return useContext(RulesContext);
}
