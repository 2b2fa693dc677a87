import t from "tap";
import { fromHex } from "../../src/crypto/bytes.ts";
import { isTaken, takenUntil } from "../../src/protocol/carrying.ts";
import { DAY_MS } from "../../src/protocol/encoding/day.ts";
import { type Member, documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
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
  const changed = (change: (member: Member) => Member) =>
    [...directory.members].map(([name, member]) => [name, change(member)] as const);
  const renewed = { ...directory, members: new Map(changed((member) => ({ ...member, validUntil: last }))) };
  t.ok(isTaken(directory, renewed, id, last), "to the last day");
  t.notOk(isTaken(directory, { ...renewed }, id, last + 1), "and not behind it");
  const without = (kept: number, how: Partial<Member>) => {
    const leavers = channel.recipients.slice(kept);
    return {
      ...directory,
      members: new Map(changed((member) => (leavers.includes(member.id) ? { ...member, ...how } : member))),
    };
  };
  t.ok(isTaken(directory, without(2, { removedIn: 2 }), id, now), "two who could read it are there");
  t.notOk(isTaken(directory, without(1, { removedIn: 2 }), id, now), "one is not enough");
  t.notOk(isTaken(directory, without(1, { isSuspended: true }), id, now), "nor where the others are suspended");
  const closed = new Map([...directory.channels].map(([name, one]) => [name, { ...one, isClosed: true }]));
  t.notOk(isTaken(directory, { ...directory, channels: closed }, id, now), "a channel that its stewards have closed");
  t.notOk(isTaken(directory, directory, new Uint8Array(16), now), "a channel that it never had");
  t.end();
});
