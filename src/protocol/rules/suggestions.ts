/**
 * What practice or law would do with a report, as one table of rules: each says when it speaks, where it is from and what
 * it proposes. A suggestion does nothing by itself; a person takes it or overrules it with a reason.
 */
import type { Category } from "./casework.ts";
import { AMOUNTS } from "../law/amounts.ts";
import { type Recommendation, SECOND_MEMBER } from "./triage.ts";

/** What the rules look at: computed on the device from what has been opened. */
export type Facts = {
  /** The handler's where there is one, else the reporter's */
  readonly category: string;
  /** A sum is named that is a matter for KPK */
  readonly large: boolean;
  /** A state official or law enforcer is named, as far as words tell */
  readonly official: boolean;
  /** Evidence may be gone soon: number of the reporter's newest message that says so, 0 for the report */
  readonly vanishing: number | undefined;
  /** Protection is asked for: likewise */
  readonly protection: number | undefined;
  /** Ids of members who read the case and whose names stand in the report */
  readonly involved: readonly string[];
};

type Proposal =
  /** Written into the sheet */
  | { readonly kind: "recommendation"; readonly action: Recommendation }
  /** Due so many days from today; 0 is today */
  | { readonly kind: "task"; readonly days: number; readonly unit: "calendar" | "working" }
  /** Deadlines of another profile, told to the reporter */
  | { readonly kind: "profile"; readonly profile: string }
  | { readonly kind: "open"; readonly form: "protection" | "complaint" };

type Rule = {
  readonly proposes: Proposal;
  /** Number of the message that it rests on, 0 for the report; undefined where the rule is silent */
  readonly speaks: (facts: Facts) => number | undefined;
  readonly source: string;
  readonly readOn: string;
};

/** Names of the deadline profiles (protocol/deadline-profiles) for a conflict of interest, and for a complaint about a service. */
export const CONFLICT_PROFILE = "benturan";
export const COMPLAINT_PROFILE = "uu25";

const about = (holds: boolean): number | undefined => (holds ? 0 : undefined);
const isOf = (category: Category) => (facts: Facts) => about(facts.category === category);

const TABLE = {
  "involved-handler": {
    proposes: { kind: "recommendation", action: "refer-higher" },
    speaks: ({ involved }) => about(involved.length > 0),
    source: "PP 94/2021, Pasal 5; ISO 37002:2021, 8.3",
    readOn: "2026-11-20",
  },
  "evidence-vanishing": {
    proposes: { kind: "task", days: 0, unit: "calendar" },
    speaks: ({ vanishing }) => vanishing,
    source: "UU 20/2001, Pasal 26A; UU 20/2025, Pasal 235",
    readOn: "2026-11-20",
  },
  protection: {
    proposes: { kind: "open", form: "protection" },
    speaks: ({ protection }) => protection,
    source: "UU 31/2014, Pasal 5, 28, 29",
    readOn: "2026-11-20",
  },
  kpk: {
    proposes: { kind: "recommendation", action: "refer-kpk" },
    speaks: ({ large, official }) => about(large || official),
    source: "UU 19/2019, Pasal 11",
    readOn: "2026-11-20",
  },
  "conflict-of-interest": {
    // A superior decides within five working days (Pasal 44).
    proposes: { kind: "profile", profile: CONFLICT_PROFILE },
    speaks: isOf("benturan-kepentingan"),
    source: "UU 30/2014, Pasal 44–45",
    readOn: "2026-11-20",
  },
  gratification: {
    // Incomplete reports of one's own receipt are not followed after so many days.
    proposes: {
      kind: "task",
      days: AMOUNTS["gift-incomplete-after"].value,
      unit: AMOUNTS["gift-incomplete-after"].unit,
    },
    speaks: isOf("gratifikasi"),
    source: "Perkom KPK 1/2026; UU 20/2001, Pasal 12C",
    readOn: "2026-11-20",
  },
  "service-complaint": {
    proposes: { kind: "open", form: "complaint" },
    speaks: isOf("pelayanan-publik"),
    source: "UU 25/2009, Pasal 36–50; PermenPANRB 5/2025",
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
export function suggestionsFor(facts: Facts): Suggested[] {
  return SUGGESTION_RULES.flatMap((rule) => {
    const { proposes, speaks, source: law, readOn } = RULES[rule];
    const source = speaks(facts);
    return source === undefined ? [] : [{ rule, proposes, source, law, readOn }];
  });
}

/** From which sum on KPK is in charge, whole rupiah. */
export const LIMITS = { kpkFromIDR: AMOUNTS["kpk-from"].value };

/** What an office may set for itself (`office.json`, `judging`). */
export type JudgingRules = {
  readonly kpkFromIDR: number;
  /** From which total of a triage sheet a second member looks */
  readonly secondFromTotal: number;
  /** Gifts that need not be reported up to so much, whole rupiah, and working days for one's own receipt */
  readonly gratification: {
    readonly ritesIDR: number;
    readonly colleagueIDR: number;
    readonly colleagueYearIDR: number;
    readonly reportWithinDays: number;
    readonly incompleteAfterDays: number;
  };
};

export const JUDGING_RULES: JudgingRules = {
  ...LIMITS,
  secondFromTotal: SECOND_MEMBER.fromTotal,
  gratification: {
    ritesIDR: AMOUNTS["gift-rites"].value,
    colleagueIDR: AMOUNTS["gift-colleague"].value,
    colleagueYearIDR: AMOUNTS["gift-colleague-year"].value,
    reportWithinDays: AMOUNTS["gift-report-within"].value,
    incompleteAfterDays: AMOUNTS["gift-incomplete-after"].value,
  },
};
