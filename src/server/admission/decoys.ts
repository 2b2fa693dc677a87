/**
 * Which heads are decoys: the server alone can tell, by a mark in their handles that needs its key, and leaves them out of
 * whatever it counts. A copy of the database has no such mark (docs/decisions/0077).
 */
import { hex } from "../../crypto/bytes.ts";
import { addDays } from "../../protocol/encoding/day.ts";
import type { Database } from "../store/database.ts";
import { type UnopenedHead, findUnopenedHeads } from "../store/cases/decoys.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ServerKey } from "./server-key.ts";

export type Tally = {
  readonly count: number;
  readonly bytes: number;
  readonly ofChannels: (channels: readonly Uint8Array[], before: string) => number;
  readonly ofDay: (day: string) => number;
};

/** A mark takes some microseconds: so many handles hold nobody up. */
const HANDLES_A_TURN = 1_000;
/** As often as unopened heads are counted for prices. */
const LOOK_MS = 60_000;
const ZERO = "00000000-0000-0000-0000-000000000000";
const BEGINNING = "0001-01-01";

type Counted = { count: number; bytes: number };

/** Of days that are over it is counted once; after that what came since the day before. */
export type Decoys = {
  /** Of at most a minute ago, or as fresh as is wanted; other processes add some too */
  readonly tally: (oldestMs?: number) => Promise<Tally>;
  readonly add: (head: UnopenedHead) => void;
};

export function makeDecoys(database: Database, key: Pick<ServerKey, "isDecoy">, today: () => string): Decoys {
  let known = new Map<string, Counted>();
  let settledBefore = BEGINNING;

  const add = ({ channel_id: channel, arrived_on: day, bytes }: UnopenedHead): void => {
    const name = `${day} ${hex(channel)}`;
    const counted = known.get(name) ?? { count: 0, bytes: 0 };
    known.set(name, { count: counted.count + 1, bytes: counted.bytes + bytes });
  };

  async function count(): Promise<void> {
    const since = settledBefore;
    const found: UnopenedHead[] = [];
    for (let after: string | undefined = ZERO; after !== undefined; await nextTurn()) {
      const heads = await findUnopenedHeads(database, since, after, HANDLES_A_TURN);
      found.push(...heads.filter(({ handle }) => key.isDecoy(handle)));
      after = heads.length < HANDLES_A_TURN ? undefined : heads.at(-1)?.handle;
    }
    known = new Map([...known].filter(([name]) => name < since));
    found.forEach(add);
    // Processes whose clocks differ are not further apart than a day.
    settledBefore = addDays(today(), -1);
  }

  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking = Promise.resolve();
  async function look(oldestMs: number): Promise<void> {
    if (performance.now() - lookedAt >= oldestMs) {
      // Before the answer, so that one asks and the others wait with it.
      lookedAt = performance.now();
      looking = looking.then(count, count).catch((error: unknown) => {
        lookedAt = Number.NEGATIVE_INFINITY;
        throw error;
      });
    }
    await looking;
  }

  return {
    add,
    async tally(oldestMs = LOOK_MS) {
      await look(oldestMs);
      const entries = [...known].map(([name, counted]) => ({
        day: name.slice(0, 10),
        channel: name.slice(11),
        ...counted,
      }));
      const sum = (some: typeof entries, of: "count" | "bytes") => some.reduce((all, one) => all + one[of], 0);
      return {
        count: sum(entries, "count"),
        bytes: sum(entries, "bytes"),
        ofDay: (day) =>
          sum(
            entries.filter((one) => one.day === day),
            "count",
          ),
        ofChannels(channels, before) {
          const wanted = new Set(channels.map(hex));
          return sum(
            entries.filter(({ day, channel }) => day < before && wanted.has(channel)),
            "count",
          );
        },
      };
    },
  };
}
