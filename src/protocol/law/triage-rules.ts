/** When a report is looked at again: by a second member, or because it lies. */
import type { Rule } from "./rule.ts";

export const TRIAGE_RULES = {
  // Three of four points on the average: a practice, no law.
  "second-member-from": {
    value: 24,
    unit: "count",
    source: "risiko tinggi dinilai dua orang, menurut ISO 37002:2021, 8.3",
    mark: "recommendation",
    readOn: "2026-11-20",
    until: null,
    inOfficeFile: true,
  },
  // How long a report may lie unopened follows it; the rule behind it was replaced in 2025.
  "sp4n-verification": {
    value: 3,
    unit: "working",
    source: "blog.lapor.go.id; PermenPANRB 62/2018, diganti PermenPANRB 5/2025",
    mark: "unconfirmed",
    readOn: "2025-12",
    until: null,
    inOfficeFile: true,
  },
} as const satisfies Readonly<Record<string, Rule<number>>>;
