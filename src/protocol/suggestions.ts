/**
 * What practice or law would do with a report, as one table of rules: each says when it speaks, where it is from and what
 * it proposes. A suggestion does nothing by itself; a person takes it or overrules it with a reason.
 */
import type { Category } from "./casework.ts";
import type { Recommendation } from "./triage.ts";

/** What the rules look at: computed on the device from what has been opened. */
export type Facts = {
  /** The handler's where there is one, else the reporter's */
  readonly category: string;
  readonly amountIDR: number | null;
  /** A state official or law enforcer is named, as far as words tell */
  readonly stateOfficial: boolean;
  /** Evidence may be gone soon: number of the reporter's newest message that says so, 0 for the report */
  readonly vanishing: number | undefined;
  /** Protection is asked for: likewise */
  readonly protection: number | undefined;
  /** Ids of members who read the case and whose names stand in the report */
  readonly involved: readonly string[];
};

export type Proposal =
  /** Written into the sheet */
  | { readonly kind: "recommendation"; readonly action: Recommendation }
  /** `days` from today; 0 is today. `profile` counts its own (protocol's deadline profiles). */
  | { readonly kind: "task"; readonly days: number; readonly unit: "calendar" | "working"; readonly profile?: string }
  | { readonly kind: "open"; readonly form: "protection" | "complaint" };

type Rule = {
  readonly proposes: Proposal;
  /** Number of the message that it rests on, 0 for the report; undefined where the rule is silent */
  readonly speaks: (facts: Facts, limits: Limits) => number | undefined;
  readonly source: string;
  readonly readOn: string;
};

/** Amounts that the rules compare with, whole rupiah. An office may set its own (`office.json`, `judging`). */
export type Limits = { readonly kpkFromIDR: number };
export const LIMITS: Limits = { kpkFromIDR: 1_000_000_000 };

/** The short path of a complaint about a service, and of a conflict of interest: names of their deadline profiles. */
export const COMPLAINT_PROFILE = "uu25";
export const CONFLICT_PROFILE = "konflik";

const about = (holds: boolean): number | undefined => (holds ? 0 : undefined);
const isOf = (category: Category) => (facts: Facts) => about(facts.category === category);

const TABLE = {
  "involved-handler": {
    proposes: { kind: "recommendation", action: "refer-higher" },
    speaks: ({ involved }) => about(involved.length > 0),
    source: "PP 94/2021, pasal 5; ISO 37002:2021, 8.3",
    readOn: "2026-11-20",
  },
  "evidence-vanishing": {
    proposes: { kind: "task", days: 0, unit: "calendar" },
    speaks: ({ vanishing }) => vanishing,
    source: "UU 20/2001, pasal 26A; UU 20/2025, pasal 235",
    readOn: "2026-11-20",
  },
  protection: {
    proposes: { kind: "open", form: "protection" },
    speaks: ({ protection }) => protection,
    source: "UU 31/2014, pasal 5, 28 and 29",
    readOn: "2026-11-20",
  },
  kpk: {
    proposes: { kind: "recommendation", action: "refer-kpk" },
    speaks: ({ amountIDR, stateOfficial }, { kpkFromIDR }) =>
      about(stateOfficial || (amountIDR !== null && amountIDR >= kpkFromIDR)),
    source: "UU 19/2019, pasal 11",
    readOn: "2026-11-20",
  },
  "conflict-of-interest": {
    // A superior decides within five working days (pasal 44).
    proposes: { kind: "task", days: 5, unit: "working", profile: CONFLICT_PROFILE },
    speaks: isOf("benturan-kepentingan"),
    source: "UU 30/2014, pasal 44 and 45",
    readOn: "2026-11-20",
  },
  gratification: {
    // Incomplete reports of one's own receipt are not followed after so many days.
    proposes: { kind: "task", days: 20, unit: "working" },
    speaks: isOf("gratifikasi"),
    source: "Perkom KPK 1/2026; UU 20/2001, pasal 12C",
    readOn: "2026-11-20",
  },
  "service-complaint": {
    proposes: { kind: "open", form: "complaint" },
    speaks: isOf("pelayanan-publik"),
    source: "UU 25/2009, pasal 36 to 50; PermenPANRB 5/2025",
    readOn: "2026-11-20",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type SuggestionRule = keyof typeof TABLE;
export const SUGGESTION_RULES = Object.keys(TABLE) as readonly SuggestionRule[];
const RULES: Readonly<Record<SuggestionRule, Rule>> = TABLE;

export type Suggested = {
  readonly rule: SuggestionRule;
  readonly proposes: Proposal;
  /** Number of the reporter's message that it rests on, 0 for the report */
  readonly source: number;
  readonly law: string;
  readonly readOn: string;
};

/** In the order in which somebody should look at them. */
export function suggestionsFor(facts: Facts, limits: Limits = LIMITS): Suggested[] {
  return SUGGESTION_RULES.flatMap((rule) => {
    const { proposes, speaks, source: law, readOn } = RULES[rule];
    const source = speaks(facts, limits);
    return source === undefined ? [] : [{ rule, proposes, source, law, readOn }];
  });
}

/**
 * Gifts that need not be reported up to so much, whole rupiah, and days for one's own receipt (Perkom KPK 1/2026, in force
 * since 20 January 2026; read from pages about the rule in November 2026).
 */
export const GRATIFICATION = {
  ritesIDR: 1_500_000,
  colleagueIDR: 500_000,
  colleagueYearIDR: 1_500_000,
  reportWithinWorkingDays: 30,
  incompleteAfterWorkingDays: 20,
} as const;
