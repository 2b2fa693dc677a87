/**
 * Which heads a member has not opened, remembered in the process, so that a look does not pass over all cases: what came
 * since yesterday is asked for by its day, and of all before only the few that are left, or their digest alone. Nothing of
 * it is written down.
 */
import { hex } from "../../../crypto/bytes.ts";
import type { Decoys } from "../../admission/decoys.ts";
import type { Database } from "../../store/database.ts";
import { type Unopened, findUnopened } from "../../store/cases/cases.ts";
import { countUnopenedIn, findSettledDigest } from "../../store/cases/head-names.ts";
import { daysAgo } from "../common/today.ts";

type Settled = {
  /** Of all days before this one */
  readonly since: string;
  /** SHA-256 of the names of heads that the member had not opened */
  readonly digest: Uint8Array;
};

export type UnopenedMemory = {
  /** Undefined where too many are left: then all cases are passed over. */
  readonly of: (memberId: Uint8Array, channels: readonly Uint8Array[]) => Promise<Unopened | undefined>;
  readonly settled: (memberId: Uint8Array, channels: readonly Uint8Array[]) => Promise<Settled>;
  /** Who has opened some asks anew. */
  readonly forget: (memberId: Uint8Array) => void;
  /** Heads of these channels that nobody has opened, without decoys */
  readonly countWaiting: (channels: readonly Uint8Array[]) => Promise<number>;
  /** The same, of at most a minute ago */
  readonly waiting: (channels: readonly Uint8Array[]) => Promise<number>;
};

/** Heads of twenty pages, 150 KB of names in a statement; a member who has more left is about to open them. */
const MOST_LEFT = 4_000;
/** Then all cases are passed over again: should one have come back that was opened or gone, it shows. */
const KEPT_MS = 3_600_000;
/** Processes whose clocks differ, and a report that took over midnight, do not get lost. */
const DAYS_BACK = 1;
/** In a flood all members look, and what is counted for one serves the others. */
const FRESH_MS = 2_000;
/** As often as unopened heads are counted for prices. */
const WAITING_MS = 60_000;
/** So many reports that nobody has opened are told at once: one more or less says nothing. */
export const UNOPENED_STEP = 10;

export function makeUnopenedMemory(database: Database, decoys: Pick<Decoys, "tally">): UnopenedMemory {
  const left = makeMemory<Unopened | undefined>(KEPT_MS, async (memberId, channels) => {
    const since = daysAgo(DAYS_BACK);
    const found = await findUnopened(database, { memberId, channels, atMost: MOST_LEFT + 1 }, since);
    return found.length > MOST_LEFT ? undefined : { since, left: found };
  });
  const settled = makeMemory<Settled>(KEPT_MS, async (memberId, channels) => {
    const since = daysAgo(DAYS_BACK);
    return { since, digest: await findSettledDigest(database, { memberId, channels }, since) };
  });
  // All who receive the same channels are told the same number. Both parts of it are counted at once: of two moments, a
  // decoy would show for a while what a report does not.
  const waiting = makeMemory<number>(WAITING_MS, (_, channels) => countWaiting(channels));

  async function countWaiting(channels: readonly Uint8Array[]): Promise<number> {
    // All of them: no report is of a day to come.
    const end = daysAgo(-2);
    const unopened = await countUnopenedIn(database, channels, end);
    const count = unopened - (await decoys.tally()).ofChannels(channels, end);
    // So many may be decoys that another process has just added.
    if (count < UNOPENED_STEP) return 0;
    return Math.max(0, unopened - (await decoys.tally(FRESH_MS)).ofChannels(channels, end));
  }

  return {
    of: left.of,
    settled: settled.of,
    forget(memberId) {
      left.forget(memberId);
      settled.forget(memberId);
    },
    countWaiting,
    waiting: (channels) => waiting.of(new Uint8Array(), channels),
  };
}

type Ask<Value> = (memberId: Uint8Array, channels: readonly Uint8Array[]) => Promise<Value>;

/** What was found for a member and the channels of then; for nobody in particular, by the channels alone. */
function makeMemory<Value>(
  keptMs: number,
  find: Ask<Value>,
): { readonly of: Ask<Value>; readonly forget: (memberId: Uint8Array) => void } {
  const known = new Map<string, { readonly value: Value; readonly channels: string; readonly until: number }>();
  return {
    async of(memberId, channelIds) {
      const channels = channelIds.map(hex).join();
      const name = memberId.length === 0 ? channels : hex(memberId);
      const remembered = known.get(name);
      if (remembered !== undefined && remembered.channels === channels && performance.now() < remembered.until)
        return remembered.value;
      known.delete(name);
      const value = await find(memberId, channelIds);
      if (value !== undefined) known.set(name, { value, channels, until: performance.now() + keptMs });
      return value;
    },
    forget: (memberId) => void known.delete(hex(memberId)),
  };
}
