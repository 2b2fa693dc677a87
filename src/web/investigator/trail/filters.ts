/** What of the trail is shown: by person, act, days and case. */
import type { TrailRow } from "../vault/messages/trail.ts";

/** Empty where it does not matter; days as "2026-11-29". */
export type TrailFilter = {
  /** Member id, or `server` */
  readonly who: string;
  readonly what: string;
  /** Register number, or `office` */
  readonly about: string;
  readonly from: string;
  readonly until: string;
};

export const NO_FILTER: TrailFilter = { who: "", what: "", about: "", from: "", until: "" };
export const SERVER = "server";
export const OFFICE_ALONE = "office";

export const whoOf = (row: TrailRow): string => (row.kind === "act" ? row.by : SERVER);
export const whatOf = (row: TrailRow): string => (row.kind === "act" || row.kind === "server" ? row.act : row.kind);
const isOfCase = (row: TrailRow): boolean => "handle" in row && row.handle !== undefined;

export function fits(row: TrailRow, { who, what, about, from, until }: TrailFilter): boolean {
  return (
    (who === "" || whoOf(row) === who) &&
    (what === "" || whatOf(row) === what) &&
    (about === "" || (about === OFFICE_ALONE ? !isOfCase(row) : row.registerNumber === about)) &&
    (from === "" || row.day >= from) &&
    (until === "" || row.day <= until)
  );
}
