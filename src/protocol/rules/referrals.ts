/**
 * To whom a case file is handed on as a sealed package: who deals with corruption (UU 19/2019, pasal 6 and 11; UU 31/1999,
 * pasal 26; read 2026-11), the inspectorate above, or another body that is named. Data, not code.
 */
export const RECEIVING_BODIES = ["kpk", "police", "prosecutor", "inspectorate", "other"] as const;
export type ReceivingBody = (typeof RECEIVING_BODIES)[number];
