import t from "tap";
import { fromHex } from "../../src/crypto/bytes.ts";
import { isTaken, takenUntil } from "../../src/protocol/carrying.ts";
import { DAY_MS } from "../../src/protocol/day.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory.ts";
import { CARRIED_DAYS } from "../../src/protocol/limits.ts";
import { makeOrganisation } from "../support/organisation.ts";

t.test("how long a file is taken follows from its directory alone", (t) => {
  const now = 1_780_000_000_000;
  const organisation = makeOrganisation(now);
  const directory = parseDirectory(documentBytes(organisation.signed));
  const [channel] = organisation.channels;
  const id = fromHex(channel.id);
  t.equal(takenUntil(directory), directory.expires + CARRIED_DAYS * DAY_MS);
  const last = takenUntil(directory);
  t.ok(isTaken(directory, directory, id, last), "to the last day");
  t.notOk(isTaken(directory, directory, id, last + 1), "and not behind it");
  const members = (kept: number) => {
    const leavers = channel.recipients.slice(kept);
    const entries = [...directory.members].map(
      ([name, member]) => [name, leavers.includes(name) ? { ...member, removedIn: 2 } : member] as const,
    );
    return { ...directory, version: 2, members: new Map(entries) };
  };
  t.ok(isTaken(directory, members(2), id, now), "two who could read it are there");
  t.notOk(isTaken(directory, members(1), id, now), "one is not enough");
  t.notOk(isTaken(directory, directory, new Uint8Array(16), now), "a channel that it never had");
  t.end();
});
