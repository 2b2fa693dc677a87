/** Ways in which a report reaches an office beside its page. Every complaint desk must take them (UU 25/2009, pasal 36 and 37). */
export const SOURCE_WAYS = ["letter", "call", "visit", "message", "other"] as const;
export type SourceWay = (typeof SOURCE_WAYS)[number];
