/** What the office has set for judging, built into the page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { JUDGING_RULES, type JudgingRules } from "../../../protocol/suggestions.ts";

export const RulesContext = createContext<JudgingRules>(JUDGING_RULES);

export function useRules(): JudgingRules {
  return useContext(RulesContext);
}
