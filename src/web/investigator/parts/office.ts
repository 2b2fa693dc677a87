/** What the page knows of its office, for whatever part of the desk asks. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DaysOff, Profiles } from "../../../protocol/rules/deadlines.ts";
import type { OfficeRules } from "../../../protocol/law/office-rules.ts";
import { JUDGING_RULES, type JudgingRules } from "../../../protocol/rules/suggestions.ts";
import type { OfficeTemplates } from "../../shared/templates.ts";

export type DeskOffice = {
  readonly daysOff: DaysOff;
  readonly profiles: Profiles;
  readonly templates: OfficeTemplates;
  readonly judging: JudgingRules;
  /** What the office has confirmed or changed of the rules of law */
  readonly law: OfficeRules;
};

export const OfficeContext = createContext<DeskOffice>({
  daysOff: {},
  profiles: {},
  templates: {},
  judging: JUDGING_RULES,
  law: {},
});

export function useOffice(): DeskOffice {
  return useContext(OfficeContext);
}
