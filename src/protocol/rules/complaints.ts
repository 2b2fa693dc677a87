/** To whom a complaint about a service is handed on: SP4N-LAPOR! (PermenPANRB 5/2025, read 2026-11), or the unit itself. */
export const COMPLAINT_RECEIVERS = ["sp4n", "unit"] as const;
export type ComplaintReceiver = (typeof COMPLAINT_RECEIVERS)[number];
