/**
 * Kinds of interest for which a member does not work on a case (PermenPANRB 17/2024 on conflicts of interest, read on
 * 2026-11-28): business, family, affiliation, outside work, and others.
 */
export const INTEREST_KINDS = ["business", "family", "affiliation", "outside-work", "other"] as const;

export type InterestKind = (typeof INTEREST_KINDS)[number];
