/** How figures are counted, and what of them may be shown to others. */
import type { Rule } from "./rule.ts";

const OURS = { mark: "recommendation", readOn: "2026-11", until: null } as const;

/**
 * Shares of reports that were followed up: of which groups it is taken (client/figures/share.ts). The worksheet names
 * three counts and no formula; the first is what its item text lets one infer.
 */
export const SHARE_FORMULAS = ["closed-of-due", "closed-and-referred", "ended-of-received"] as const;
export type ShareFormula = (typeof SHARE_FORMULAS)[number];

export const COUNTING = {
  "share-followed-up": {
    value: "closed-of-due",
    choices: SHARE_FORMULAS,
    unit: "code",
    source: "LKE ZI, persentase penanganan pengaduan masyarakat",
    mark: "unconfirmed",
    readOn: "2026-11",
    until: null,
  },
  // First days of the bands of age, ascending; the last is open.
  "age-bands": { value: [0, 31, 61, 91, 181], unit: "calendar", source: "praktik", ...OURS },
  "publish-k": {
    value: 5,
    unit: "count",
    source: "stats.oecd.org, glossary 7010",
    ...OURS,
  },
  "publish-share-from": { value: 10, unit: "count", source: "celsius.lshtm.ac.uk (ONS)", ...OURS },
  "publish-unit-from": { value: 10, unit: "count", source: "navex.com, radicalcompliance.com 2025-03-25", ...OURS },
  "publish-every": {
    value: 6,
    unit: "month",
    source: "UU 14/2008, Pasal 9 ayat (3)",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
  },
} as const satisfies Readonly<Record<string, Rule>>;
