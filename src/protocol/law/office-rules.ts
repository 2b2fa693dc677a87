/** What an office has said of rules of law, without the rules: pages hold it before they need those. */
import type { RuleValue } from "./rule.ts";

/** What an office says of a rule: read again on a day, perhaps with another value or source. */
type OfficeRule = {
  readonly on: string;
  readonly value?: RuleValue | undefined;
  readonly source?: string | undefined;
};

/** As the office's signed document has them (office-documents.ts). */
export type SaidRules = readonly {
  readonly id: string;
  readonly on: string;
  readonly value: RuleValue | null;
  readonly source: string | null;
}[];

export function officeRulesOf(said: SaidRules): OfficeRules {
  return Object.fromEntries(
    said.map(({ id, on, value, source }) => [id, { on, value: value ?? undefined, source: source ?? undefined }]),
  );
}

/** By id; what this version does not know has no effect. */
export type OfficeRules = Readonly<Record<string, OfficeRule | undefined>>;
