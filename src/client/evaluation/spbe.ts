/**
 * What can be shown for the levels 3 to 5 of the SPBE indicator "Layanan WBS", as the rule has them. Each claim says on
 * what it rests: `proved` by what others can check, `stated` by the office in its ledger or by its own count, or `missing`.
 */
import { SPBE_CLAIMS } from "../../protocol/law/integrity-zone.ts";
import { ruleOf } from "../../protocol/law/law.ts";
import type { OfficeRules } from "../../protocol/law/office-rules.ts";
import type { Worksheet } from "./worksheet.ts";

export type ClaimId = (typeof SPBE_CLAIMS)[number];
const LEVELS = [3, 4, 5] as const;
type Level = (typeof LEVELS)[number];

export type Standing = "proved" | "stated" | "missing";
export type Claim = { readonly id: ClaimId; readonly level: Level; readonly standing: Standing };

/**
 * By level; what two of them ask stands at the lower, what none asks nowhere.
 *
 * @param hasTrail whether a head of the audit trail stands on the page
 */
export function claimsOf(
  { total, evaluations, obstacles, evidence }: Worksheet,
  { hasTrail, law }: { readonly hasTrail: boolean; readonly law: OfficeRules },
): Claim[] {
  const standing: Readonly<Record<ClaimId, Standing>> = {
    progress: total.received > 0 ? "stated" : "missing",
    resolution: total.closed + total.referred + total.archived > 0 ? "stated" : "missing",
    confidentiality: "proved",
    "non-repudiation": hasTrail ? "proved" : "missing",
    integrated: evidence.some(({ kind }) => kind === "integration") ? "stated" : "missing",
    evaluated: evaluations.length > 0 ? "stated" : "missing",
    improved: obstacles.some(({ done }) => done !== null) ? "stated" : "missing",
  };
  const levelOfClaim = (id: ClaimId) => LEVELS.find((level) => ruleOf(`spbe-level-${level}`, law).value.includes(id));
  return SPBE_CLAIMS.flatMap((id) => {
    const level = levelOfClaim(id);
    return level === undefined ? [] : [{ id, level, standing: standing[id] }];
  }).toSorted((a, b) => a.level - b.level);
}

/** The highest level up to which nothing is missing; undefined where level 3 is not reached. */
export function levelOf(claims: readonly Claim[]): Level | undefined {
  const isWhole = (level: number) => claims.every((one) => one.level > level || one.standing !== "missing");
  return LEVELS.findLast(isWhole);
}
