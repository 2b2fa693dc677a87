/** What of a snapshot is taken of its tables, once later ones have corrected these. */
import { SHARE_FORMULAS } from "../../protocol/law/counting.ts";
import type { Snapshot } from "../../protocol/publishing/snapshot.ts";
import { GROUPS, type Group, shareOf } from "../figures/share.ts";

/** @param later the snapshots after it. The same snapshot, but for the share followed up: its groups are those of a table */
export function withCorrections(snapshot: Snapshot, later: readonly Snapshot[]): Snapshot {
  const { followedUp, sequence } = snapshot;
  const standing = later
    .flatMap(({ corrections }) => corrections.filter((one) => one.sequence === sequence))
    .flatMap(({ tables }) => tables.filter(({ by }) => by === "standing"))
    .at(-1);
  if (followedUp === null || standing === undefined) return snapshot;
  const formula = SHARE_FORMULAS.find((one) => one === followedUp.formula);
  if (formula === undefined) return { ...snapshot, followedUp: null };
  const groups = Object.fromEntries(GROUPS.map((group) => [group, 0]));
  for (const { key, count } of standing.rows) groups[key] = count;
  return { ...snapshot, followedUp: { formula, ...shareOf(groups as Record<Group, number>, formula) } };
}
