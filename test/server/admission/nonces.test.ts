import t from "tap";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { NONCE_SECONDS } from "../../../src/protocol/limits.ts";
import { makeNonces, nowSeconds } from "../../../src/server/admission/nonces.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeSpentMemory } from "../../../src/server/admission/spent-memory.ts";
import { watchPresence } from "../../../src/server/admission/presence.ts";
import { connect } from "../../../src/server/store/database.ts";
import { createTestDatabase, query } from "../../support/machine/postgres.ts";
import { sendSigned, startServer, startTwoServers, storeReport, takeNonce } from "../../support/machine/server.ts";

t.test("attack 84: what a process remembers of nonces serves once, however many there are", (t) => {
  const memory = makeSpentMemory();
  const expires = nowSeconds() + NONCE_SECONDS;
  const many = Array.from({ length: 5_000 }, () => randomBytes(16));
  t.ok(many.every((nonce, at) => memory.add(nonce, expires - (at % NONCE_SECONDS))));
  t.notOk(many.some((nonce, at) => memory.add(nonce, expires - (at % NONCE_SECONDS))));
  t.end();
});

t.test("a process that has no room for more nonces takes none, and says so before", (t) => {
  const memory = makeSpentMemory(10);
  const expires = nowSeconds() + NONCE_SECONDS;
  const outcomes = Array.from({ length: 12 }, () => [memory.isFull(expires), memory.add(randomBytes(16), expires)]);
  t.same(outcomes.slice(0, 9), Array(9).fill([false, true]));
  t.same(outcomes.slice(9), [
    [true, true],
    [true, false],
    [true, false],
  ]);
  t.ok(memory.add(randomBytes(16), expires + NONCE_SECONDS), "those of other minutes have room of their own");
  t.end();
});

t.test("attack 84: a nonce of a process that is alone counts in no other, and a client is given another", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const { database, close } = connect(appUrl);
  t.teardown(close);
  const key = makeServerKey(randomBytes(32));
  const [before, after] = [makeNonces(database, key, () => true), makeNonces(database, key, () => true)];
  const own = before.make();
  const nonce = before.read(own);
  t.equal(after.read(own), undefined, "nor in the same one after a restart");
  t.same(
    [nonce && (await before.spend(nonce)), nonce && (await before.spend(nonce))],
    [true, false],
    "where it was made, it serves once",
  );
  const common = after.read(before.makeCommon());
  t.same([common && (await after.spend(common)), common && (await before.spend(common))], [true, false]);
  t.equal((await query(ownerUrl, "SELECT 1 FROM spent")).length, 1, "only that one is written down");
});

t.test("attack 84: each of two processes notices the other, and the one that is left that it is alone", async (t) => {
  const server = await startTwoServers(t);
  const { keys } = await storeReport(server);
  const spent = async () => (await query(server.urls.ownerUrl, "SELECT 1 FROM spent")).length;
  const [first, second] = server.both;
  const before = await spent();
  const nonce = await takeNonce(first);
  t.equal(
    (await sendSigned(second, keys.auth, "/api/case", { nonce })).status,
    200,
    "a nonce of the first, at the second",
  );
  t.equal((await sendSigned(first, keys.auth, "/api/case", { nonce })).problem, "bad-signature");
  t.equal(await spent(), before + 1, "a table tells both");
  second.app.server.closeAllConnections();
  await second.app.close();
  for (let count = -1; count !== (await spent()); await new Promise((resolve) => setTimeout(resolve, 200))) {
    count = await spent();
    t.equal((await sendSigned(first, keys.auth, "/api/case")).status, 200);
  }
});

t.test("a process whose connection breaks counts as not alone until it has looked again", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const { database, close } = connect(appUrl, { onError: () => {} });
  const presence = watchPresence(database);
  t.teardown(async () => {
    await presence.stop();
    await close();
  });
  await presence.begun;
  t.equal(presence.isAlone(), true);
  await query(
    ownerUrl.replace("segel_owner@", "postgres@"),
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  const until = async (expected: boolean) => {
    while (presence.isAlone() !== expected) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await until(false);
  await until(true);
  t.pass("and then it is alone again");
});

t.test("attack 25: nonces made by a server while it is alone are refused by the next with the same key", async (t) => {
  const first = await startServer(t);
  const { keys } = await storeReport(first);
  const nonce = await takeNonce(first);
  first.app.server.closeAllConnections();
  await first.app.close();
  const second = await startServer(t, { beside: first, moreOrigins: [first.origin] });
  const refused = await sendSigned(second, keys.auth, "/api/case", { nonce });
  t.equal(refused.problem, "bad-signature");
  t.equal(
    (await sendSigned(second, keys.auth, "/api/case", { nonce: refused.headers.get("segel-nonce") ?? "" })).status,
    200,
  );
});
