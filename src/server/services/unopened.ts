/**
 * Which heads a member has not opened, remembered in the process, so that a look does not pass over all cases: what came
 * since yesterday is asked for by its day, and of all before only the few that are left. Nothing of it is written down.
 */
import { hex } from "../../crypto/bytes.ts";
import type { Database } from "../store/database.ts";
import { type Unopened, findUnopened } from "../store/cases.ts";
import { daysAgo } from "./today.ts";

export type UnopenedMemory = {
  /** Undefined where too many are left: then all cases are passed over. */
  readonly of: (memberId: Uint8Array, channels: readonly Uint8Array[]) => Promise<Unopened | undefined>;
};

/** Heads of twenty pages, 150 KB of names in a statement; a member who has more left is about to open them. */
const MOST_LEFT = 4_000;
/** Then all cases are passed over again: should one have come back that was opened or gone, it shows. */
const KEPT_MS = 3_600_000;
/** Processes whose clocks differ, and a report that took over midnight, do not get lost. */
const DAYS_BACK = 1;

export function makeUnopenedMemory(database: Database): UnopenedMemory {
  const known = new Map<string, { readonly unopened: Unopened; readonly channels: string; readonly until: number }>();
  return {
    async of(memberId, channelIds) {
      const [member, channels] = [hex(memberId), channelIds.map(hex).join()];
      const remembered = known.get(member);
      if (remembered !== undefined && remembered.channels === channels && performance.now() < remembered.until)
        return remembered.unopened;
      known.delete(member);
      const since = daysAgo(DAYS_BACK);
      const left = await findUnopened(database, { memberId, channels: channelIds, atMost: MOST_LEFT + 1 }, since);
      if (left.length > MOST_LEFT) return undefined;
      const unopened = { since, left };
      known.set(member, { unopened, channels, until: performance.now() + KEPT_MS });
      return unopened;
    },
  };
}
