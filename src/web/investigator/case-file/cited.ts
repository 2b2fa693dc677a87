import { type RuleId, ruleOf } from "../../../protocol/law/law.ts";
import { doubtOf } from "../../../protocol/law/rule.ts";
import type { Speech } from "../../../words/speech.ts";
import { PAPER } from "./words.ts";

/** A law as one cites it, and that nobody has confirmed it lately, where that is so. */
export function cited(id: RuleId, today: string, { say }: Pick<Speech, "say">): string {
  const rule = ruleOf(id);
  return doubtOf(rule, today) === undefined ? rule.source : say(PAPER.doubted, { source: rule.source });
}
