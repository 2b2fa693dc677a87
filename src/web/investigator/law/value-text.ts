import { SHARE_FORMULAS } from "../../../protocol/law/counting.ts";
import type { RuleId } from "../../../protocol/law/law.ts";
import type { Rule } from "../../../protocol/law/rule.ts";
import { sayCode } from "../../../words/codes.ts";
import { UNKNOWN } from "../../../words/glossary.ts";
import { dayOfYearIn } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import { CLAIM_NAMES, FORMULA_NAMES } from "../figures/words.ts";
import { VALUES } from "./words.ts";

/** What a rule says, in words: numbers in their unit, codes as people know them. */
export function useValueText(): (id: RuleId, rule: Pick<Rule, "value" | "unit" | "of">) => string {
  const { say, number, list, language } = useSpeech();
  return (id, { value, unit, of }) => {
    if (typeof value === "string") {
      if (unit === "article") return say(VALUES.article, { n: value });
      // A day of every year
      if (/^\d\d-\d\d$/u.test(value)) return dayOfYearIn(value, language);
      const formula = id === "share-followed-up" ? SHARE_FORMULAS.find((one) => one === value) : undefined;
      return formula === undefined ? value : say(FORMULA_NAMES[formula]);
    }
    if (typeof value !== "number") {
      const parts = value.map((one) =>
        typeof one === "number" ? number(one) : sayCode(say, CLAIM_NAMES, one, UNKNOWN.code),
      );
      return unit === "codes" ? parts.join("; ") : say(VALUES.days, { list: list(parts) });
    }
    const text = unit === "code" || unit === "codes" ? VALUES.count : VALUES[unit];
    return say(text, { n: value, of: of === undefined ? "" : number(of) });
  };
}
