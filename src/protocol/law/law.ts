/** All rules that a screen rests on, by id, each as it stands for an office. */
import { AMOUNTS } from "./amounts.ts";
import { COUNTING } from "./counting.ts";
import { EVIDENCE } from "./evidence.ts";
import { INTEGRITY_ZONE } from "./integrity-zone.ts";
import { TIME_LIMITS } from "./time-limits.ts";
import type { OfficeRules } from "./office-rules.ts";
import type { Rule, RuleValue } from "./rule.ts";
import { TRIAGE_RULES } from "./triage-rules.ts";
import { isDay } from "../encoding/day.ts";

const TABLE = { ...TIME_LIMITS, ...AMOUNTS, ...TRIAGE_RULES, ...COUNTING, ...EVIDENCE, ...INTEGRITY_ZONE };

type Table = typeof TABLE;
export type RuleId = keyof Table;
export const RULE_IDS = Object.keys(TABLE) as readonly RuleId[];
export const LAW: Readonly<Record<RuleId, Rule>> = TABLE;

export type StandingRule<Id extends RuleId = RuleId> = Rule<Widened<Table[Id]["value"]>> & {
  /** The office has confirmed or changed it */
  readonly isOwn: boolean;
};

/** An office's own value is of the same kind, and any of it. */
type Widened<Value> = Value extends number
  ? number
  : Value extends string
    ? string
    : Value extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : never;

/** A rule as it stands for this office. A value that does not fit has no effect, and confirms nothing. */
export function ruleOf<Id extends RuleId>(id: Id, own: OfficeRules = {}): StandingRule<Id> {
  const rule = LAW[id];
  const said = Object.hasOwn(own, id) ? own[id] : undefined;
  const isOwn = said !== undefined && isDay(said.on) && (said.value === undefined || fits(rule, said.value));
  const standing = isOwn
    ? {
        ...rule,
        value: said.value ?? rule.value,
        source: said.source ?? rule.source,
        mark: "confirmed",
        readOn: said.on,
      }
    : rule;
  return { ...standing, isOwn } as StandingRule<Id>;
}

/** Whether a value may stand in the place of a rule's. */
export function fits({ value, inOfficeFile, choices }: Rule, other: RuleValue): boolean {
  if (inOfficeFile === true) return other === value;
  if (typeof other === "string") return typeof value === "string" && (choices?.includes(other) ?? other.trim() !== "");
  if (typeof other === "number") return typeof value === "number" && Number.isFinite(other) && other > 0;
  if (!Array.isArray(value) || other.length === 0) return false;
  const isKnown = (one: number | string) => choices?.includes(String(one)) ?? true;
  return other.every((one: number | string) => typeof one === typeof value[0] && isKnown(one));
}
