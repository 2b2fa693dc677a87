import t from "tap";
import { type Entry, hiddenFrom, interleave } from "../../../src/client/case/chain.ts";
import { newestState } from "../../../src/client/case/chain.ts";
import type { MessageContent } from "../../../src/protocol/content.ts";
import type { State } from "../../../src/protocol/rules/casework.ts";
import { DAY } from "../../support/hostile/hostile-server.ts";

const HASH = (sequence: number) => new Uint8Array(32).fill(sequence);

function entry(direction: "reporter" | "team", sequence: number, seen: number, more: Partial<Entry> = {}): Entry {
  const nothing = {
    epoch: 0,
    alarms: [],
    message: undefined,
    author: undefined,
    roles: [],
    teamPublicKey: undefined,
    effective: true,
  };
  return {
    direction,
    sequence,
    storedOn: DAY,
    acknowledged: { sequence: seen, hash: HASH(seen) },
    ...nothing,
    ...more,
  };
}

function order(reporter: readonly Entry[], team: readonly Entry[]): string {
  return interleave(reporter, team)
    .map(({ direction, sequence }) => `${direction.slice(0, 1)}${sequence}`)
    .join(" ");
}

t.test("a message stands behind everything that its author had seen", async (t) => {
  t.equal(
    order([entry("reporter", 1, 1), entry("reporter", 2, 2)], [entry("team", 1, 0), entry("team", 2, 1)]),
    "t1 r1 t2 r2",
  );
  t.equal(order([], [entry("team", 1, 0)]), "t1");
  t.equal(order([entry("reporter", 1, 0)], []), "r1");
});

t.test("where two messages crossed, the reporter's comes first", async (t) => {
  t.equal(
    order([entry("reporter", 1, 0), entry("reporter", 2, 0)], [entry("team", 1, 0), entry("team", 2, 2)]),
    "r1 r2 t1 t2",
  );
});

t.test("a message that nobody can read stands where the server put it", async (t) => {
  const unreadable = entry("reporter", 2, 0, { acknowledged: undefined });
  t.equal(order([entry("reporter", 1, 1), unreadable], [entry("team", 1, 0), entry("team", 2, 1)]), "t1 r1 r2 t2");
});

t.test("the state is that of the newest status that has an effect", async (t) => {
  const status = (
    state: State,
    effective = true,
    message: MessageContent = { kind: "status", state, outcome: null, text: "" },
  ) => entry("team", 1, 0, { message, effective });
  const text = entry("team", 1, 0, { message: { kind: "text", text: "" } });
  t.equal(newestState([]), "received");
  t.equal(newestState([status("verifying"), text]), "verifying");
  t.equal(newestState([status("verifying"), status("reviewing")]), "reviewing");
  t.equal(newestState([status("verifying"), status("closed", false)]), "verifying");
});

t.test("an acknowledgement of what is not shown, or is shown otherwise, is named by its number", async (t) => {
  const hashes = new Map([
    [1, HASH(1)],
    [2, HASH(9)],
  ]);
  t.same(hiddenFrom([entry("team", 1, 0), entry("team", 2, 1)], { hashes, begin: 0 }), []);
  t.same(hiddenFrom([entry("team", 3, 2), entry("team", 4, 3)], { hashes, begin: 0 }), [2, 3]);
});
