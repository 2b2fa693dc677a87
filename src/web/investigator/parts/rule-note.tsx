/** In grey: that what stands there rests on a rule which nobody has confirmed, which ended, or which was read long ago. */
import { LAW, type RuleId, ruleOf } from "../../../protocol/law/law.ts";
import { type Doubt, type Read, doubtOf } from "../../../protocol/law/rule.ts";
import type { Step } from "../../../protocol/rules/deadlines.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "./icons.tsx";
import { useOffice } from "./office.ts";
import { RULE_NOTES } from "./words.ts";

export type RuleNoteProps = {
  readonly rules?: readonly RuleId[];
  /** Of deadline profiles, which an office may have of its own */
  readonly steps?: readonly Pick<Step, "source" | "read" | "confirmed">[];
};

export function RuleNote({ rules = [], steps = [] }: RuleNoteProps) {
  const { say, today } = useSpeech();
  const { law } = useOffice();
  const read: readonly (Read & { readonly source: string })[] = [
    ...rules.map((id) => ruleOf(id, law)),
    // A step that stands in the table is confirmed there.
    ...steps.map(({ source, read: readOn, confirmed }) => {
      const id = (Object.keys(LAW) as RuleId[]).find((one) => LAW[one].source === source && LAW[one].readOn === readOn);
      return id === undefined
        ? { source, readOn, mark: confirmed ? ("confirmed" as const) : ("unconfirmed" as const), until: null }
        : ruleOf(id, law);
    }),
  ];
  const doubted = new Map<Doubt, Set<string>>();
  for (const rule of read) {
    const doubt = doubtOf(rule, today());
    if (doubt !== undefined) doubted.set(doubt, (doubted.get(doubt) ?? new Set()).add(rule.source));
  }
  if (doubted.size === 0) return null;
  return (
    <p class="rule-note muted">
      <Icon name="info" />{" "}
      <span>
        {[...doubted]
          // A source has commas of its own.
          .map(([doubt, sources]) => say(RULE_NOTES[doubt], { sources: [...sources].join("; ") }))
          .join(" ")}
      </span>
    </p>
  );
}
