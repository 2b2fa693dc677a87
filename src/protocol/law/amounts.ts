/** Sums and days from which another office is in charge, and of gifts that need not be reported. */
import type { Rule } from "./rule.ts";

/** In force since 20 January 2026; read from pages about the rule. */
const PERKOM = {
  source: "Perkom KPK 1/2026",
  mark: "unconfirmed",
  readOn: "2026-11",
  until: null,
  inOfficeFile: true,
} as const;

export const AMOUNTS = {
  "kpk-from": {
    value: 1_000_000_000,
    unit: "idr",
    source: "UU 19/2019, Pasal 11",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
    inOfficeFile: true,
  },
  "gift-rites": { value: 1_500_000, unit: "idr", ...PERKOM },
  "gift-colleague": { value: 500_000, unit: "idr", ...PERKOM },
  "gift-colleague-year": { value: 1_500_000, unit: "idr", ...PERKOM },
  "gift-report-within": {
    ...PERKOM,
    value: 30,
    unit: "working",
    source: "UU 20/2001, Pasal 12C; Perkom KPK 1/2026",
    mark: "confirmed",
  },
  "gift-incomplete-after": { value: 20, unit: "working", ...PERKOM },
} as const satisfies Readonly<Record<string, Rule<number>>>;
