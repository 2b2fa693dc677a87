import * as fs from "node:fs/promises";
import path from "node:path";
import { Secret, TOTP } from "otpauth";
import t from "tap";
import { addCode } from "../../../src/client/account/factors.ts";
import { callSegel } from "../../cli/programs.ts";
import { concat } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { loadServerKey, makeServerKey } from "../../../src/server/admission/server-key.ts";
import { attemptLogin, logIn, makeLogin, memberAt } from "../../support/members.ts";
import { holdClock } from "../../support/machine/held-clock.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, send, sendJson, startServer } from "../../support/machine/server.ts";

const [old, next] = [randomBytes(32), randomBytes(32)];

function codeOf(secret: Uint8Array, steps: number): string {
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Whether a page that listens is told so often that its session goes on. */
async function hearsBeats({ origin }: TestServer, cookie: string, atLeast: number): Promise<boolean> {
  const { body } = await fetch(`${origin}/api/changes`, { headers: { cookie } });
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array);
    if ([...text.matchAll(/^data:/gmu)].length >= atLeast) return true;
  }
  return false;
}

t.test("a server whose key was changed goes on: sessions, sign-ins under way, codes, invented names", async (t) => {
  holdClock(t);
  const before = await startServer(t, { serverKey: old });
  const { lead, investigators } = before.organisation;
  const other = investigators[0]!;
  const secret = randomBytes(20);
  await addCode(await memberAt(before, lead), secret, codeOf(secret, -1));
  const session = await logIn(before, other);
  const underWay = await makeLogin(before, other);
  const ticketOf = async (server: TestServer) =>
    (JSON.parse((await attemptLogin(server, lead, { as: before.origin })).text) as { ticket: string }).ticket;
  const give = async (server: TestServer, ticket: string, code: string) => {
    const body = { ticket, factor: { code } };
    return (await send(server, "/api/session/factor", { method: "POST", body })).problem || "in";
  };
  const early = await ticketOf(before);
  t.equal(await give(before, await ticketOf(before), codeOf(secret, 0)), "in");
  const salt = async (server: TestServer) =>
    (await sendJson<{ salt: string }>(server, "/api/login-parameters", { method: "POST", body: { name: "tidak-ada" } }))
      .salt;
  const sealed = () => query<{ secret: Buffer }>(before.urls.ownerUrl, "SELECT secret FROM factors");
  const [row] = await sealed();

  const after = await startServer(t, {
    beside: before,
    serverKey: concat(next, old),
    moreOrigins: [before.origin],
    beatMs: 20,
  });
  t.equal((await send(after, "/api/session", { session })).status, 200, "who was signed in stays it");
  t.ok(await hearsBeats(after, session.cookie, 12), "also with a page that listens, whose session is looked at again");
  t.equal((await send(after, "/api/session", { session })).status, 200);
  t.equal((await send(after, "/api/session", { method: "POST", body: underWay })).status, 201, "and who was about to");
  t.equal(await salt(after), await salt(before), "no name tells by another salt that nobody has it");
  t.equal(
    await give(after, await ticketOf(after), codeOf(secret, 0)),
    "wrong-factor",
    "attack 50: a code that has served",
  );
  t.equal(await give(after, early, codeOf(secret, 1)), "not-signed-in", "half a sign-in is begun anew");
  t.not((await sealed())[0]?.secret.toString("hex"), row?.secret.toString("hex"));

  const alone = await startServer(t, { beside: before, serverKey: next, moreOrigins: [before.origin] });
  t.equal(await give(alone, await ticketOf(alone), codeOf(secret, 1)), "in", "codes need the new key alone by now");
  t.equal((await send(alone, "/api/session", { session })).problem, "not-signed-in", "what only the old one knew");
});

t.test("what an earlier key made is known, and nothing is made under it", (t) => {
  const [before, after] = [makeServerKey(old), makeServerKey(concat(next, old))];
  const decoy = before.makeDecoyHandle();
  t.ok(after.isDecoy(decoy), "a decoy is not counted as a report");
  t.notOk(makeServerKey(next).isDecoy(decoy));
  t.ok(makeServerKey(next).isDecoy(after.makeDecoyHandle()));
  t.not(after.proofOfWorkSecret, before.proofOfWorkSecret, "who had the old key gets no report for nothing");
  t.same(after.nonceMac(old, 1), makeServerKey(next).nonceMac(old, 1));
  t.end();
});

t.test("the command puts a new key in front, keeps the others, and changes nothing that is no key file", async (t) => {
  const file = path.join(t.testdir(), "server.key");
  await fs.writeFile(file, old, { mode: 0o600 });
  t.equal((await callSegel(["server-key", file])).code, 0);
  const once = await loadServerKey(file, { create: false });
  t.same(once.subarray(32), old);
  t.not(Buffer.from(once.subarray(0, 32)).toString("hex"), Buffer.from(old).toString("hex"));
  const full = randomBytes(16 * 32);
  await fs.writeFile(file, full);
  t.equal((await callSegel(["server-key", file])).code, 0);
  const last = await loadServerKey(file, { create: false });
  t.same([last.length, last.subarray(32)], [16 * 32, full.subarray(0, 15 * 32)], "the oldest goes at last");
  await fs.writeFile(file, "no key");
  t.equal((await callSegel(["server-key", file])).code, 1);
  t.equal(await fs.readFile(file, "utf8"), "no key");
  t.same(await fs.readdir(path.dirname(file)), ["server.key"]);
  t.equal((await callSegel(["server-key"])).code, 2);
});

t.test("the key file holds whole keys, the newest first", async (t) => {
  const file = path.join(t.testdir(), "server.key");
  for (const [length, isTaken] of [
    [32, true],
    [64, true],
    [512, true],
    [0, false],
    [33, false],
    [544, false],
  ] as const) {
    await fs.rm(file, { force: true });
    await fs.writeFile(file, randomBytes(length), { mode: 0o600 });
    const loaded = loadServerKey(file, { create: false });
    if (isTaken) t.equal((await loaded).length, length);
    else await t.rejects(loaded, { message: /must hold exactly 32 bytes/u });
  }
});
