/**
 * Kinds of interest for which a member does not work on a case (PermenPANRB 17/2024 on conflicts of interest, read on
 * 2026-11-28): business, family, affiliation, outside work, and others.
 */
export const INTEREST_KINDS = ["business", "family", "affiliation", "outside-work", "other"] as const;

export type InterestKind = (typeof INTEREST_KINDS)[number];

/** Why somebody must not work on a case: an interest that was declared, or that the report names that very person. */
export const REMOVAL_GROUNDS = [...INTEREST_KINDS, "named"] as const;

export type RemovalGround = (typeof REMOVAL_GROUNDS)[number];

/** One that is there, and one that may come. */
export const INTEREST_NATURES = ["actual", "potential"] as const;
export type InterestNature = (typeof INTEREST_NATURES)[number];

/** Names an interest within its declaration, and in the record of a case that was opened all the same. */
export const INTEREST_ID_BYTES = 8;
