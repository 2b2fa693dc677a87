/** Honest behaviour, against the real server and a real database. */
import t, { type Test } from "tap";
import { openMemberCase } from "../../src/client/member/case/member-case.ts";
import { findNewCases, listCases } from "../../src/client/member/list/cases.ts";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { type Connection, connect } from "../../src/client/line/http.ts";
import { nextDocument } from "../../src/client/directory/organisation.ts";
import { openReporterCase } from "../../src/client/reporter/reporter-case.ts";
import { prepareReport, sendReport } from "../../src/client/reporter/report.ts";
import { changePassphrase } from "../../src/client/account/passphrase.ts";
import { type DeviceMemory, type Member, enrol, signIn, signOut } from "../../src/client/member/entry/sign-in.ts";
import { callJson } from "../../src/client/line/http.ts";
import type { LookedLog } from "../../src/client/audit/head.ts";
import { verifyLog } from "../../src/client/audit/verify-log.ts";
import { exportTrail } from "../../src/client/member/export-trail.ts";
import { lookAtTrail } from "../../src/client/member/trail.ts";
import { API } from "../../src/protocol/api.ts";
import type { Direction } from "../../src/crypto/message.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { openConversation, openInternal } from "../../src/crypto/secret/message.ts";
import { openHead } from "../../src/crypto/secret/open.ts";
import { deriveTokenKeys } from "../../src/crypto/secret/token.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { ANSWERS, first } from "../support/hostile/hostile-story.ts";
import { query } from "../support/machine/postgres.ts";
import { type TestServer, startServer } from "../support/machine/server.ts";
import { signedOf } from "../support/organisation.ts";
import { sha256 } from "../support/proof/audit-log.ts";

const PASSPHRASE = "enam kata yang dibuat oleh mesin";

/** A line that drops the answer to every first sending of a changing request, after the server has done its work. */
function badLine(origin: string): { connection: Connection; dropped: () => number } {
  const seen = new Set<string>();
  let dropped = 0;
  const connection = connect(origin, async (url, init) => {
    const response = await fetch(url, init);
    const name = `${init.method} ${url}`;
    if (init.method === "GET" || seen.has(name)) return response;
    seen.add(name);
    dropped++;
    throw new TypeError("the line is dead");
  });
  return { connection, dropped: () => dropped };
}

function load(connection: Connection, { organisation }: TestServer) {
  return loadDirectories(connection, firstUse(organisation.rootSet), { depth: "quick", builtAt: 0, now: Date.now() });
}

async function enrolled(server: TestServer, index = 0) {
  const member = first(server.organisation.investigators.slice(index));
  const name = `pemeriksa-${index}`;
  await enrol(connect(server.origin), member, { name, passphrase: PASSPHRASE });
  const enter = (device?: DeviceMemory, passphrase = PASSPHRASE) =>
    signIn(connect(server.origin), {
      name,
      passphrase,
      roots: server.organisation.rootSet,
      device,
      builtAt: 0,
      now: Date.now(),
    });
  return { name, enter };
}

async function sendOne(server: TestServer, connection: Connection = connect(server.origin)) {
  const directories = await load(connection, server);
  const prepared = prepareReport(
    { answers: ANSWERS, channelId: server.organisation.channels[0].id, excluded: [] },
    directories.current,
  );
  return { prepared, directories };
}

async function comeBack(t: Test, server: TestServer, token: Uint8Array, connection = connect(server.origin)) {
  const found = await openReporterCase(connection, token, await load(connection, server));
  if (found === undefined) throw new Error("the case is there");
  t.same(found.alarms, []);
  t.same(found.missing, { answers: [], own: [] });
  return found;
}

/** Everything that the words derive, on everything that lies there. */
t.test("attack 69: words and the whole database give what the office wrote, and nothing else", async (t) => {
  const server = await startServer(t);
  const { urls } = server;
  const { prepared } = await sendOne(server);
  await sendReport(connect(server.origin), prepared);
  const { token } = prepared;
  const member = await (await enrolled(server)).enter();
  const handle = first((await findNewCases(member)).opened);
  await (await openMemberCase(member, handle)).answer("Kapan?");
  await (await openMemberCase(member, handle)).note("Periksa daftar hadir.");
  await (await comeBack(t, server, token)).write({ kind: "text", text: "Kemarin." });

  const { caseId, reply, thread, self, auth } = deriveTokenKeys(token);
  const opens = (open: () => unknown) => {
    try {
      open();
      return true;
    } catch (error) {
      if (error instanceof CryptoError) return false;
      throw error;
    }
  };
  const rows = await query<{ direction: Direction; epoch: number; sequence: number; row: Buffer }>(
    urls.ownerUrl,
    "SELECT direction, epoch, sequence, row FROM messages ORDER BY direction, sequence",
  );
  const opened = rows.map(({ direction, row, ...place }) => {
    const context = { caseId, direction, ...place };
    const asConversation = (["reply", "team"] as const).some((as) =>
      opens(() => openConversation(row, context, { as, keys: reply }, thread)),
    );
    // The team secret of epoch 0 follows from the content key, and from nothing that words give.
    const secrets = [token, thread, self, auth.secretKey, reply.secretKey].map((secret) => secret.subarray(0, 32));
    const asNote = secrets
      .filter(({ length }) => length === 32)
      .some((secret) => opens(() => openInternal(row, context, secret)));
    return `${direction} ${asConversation || asNote}`;
  });
  t.same([...new Set(opened)], ["internal false", "reporter false", "team true"]);
  const [envelope] = await query<{ head: Buffer; identity_head: Buffer }>(
    urls.ownerUrl,
    "SELECT head, identity_head FROM cases WHERE case_id = $1",
    [caseId],
  );
  t.throws(() => openHead(envelope!.head, { kind: "report", caseId }, [reply]), { code: "not-for-me" });
  t.throws(() => openHead(envelope!.identity_head, { kind: "identity", caseId }, [reply]), { code: "not-for-me" });
});

t.test("report, answer and follow-up over a line that loses answers stand once each, without an alarm", async (t) => {
  const server = await startServer(t, { proofsAreChecked: true });
  const line = badLine(server.origin);
  const { prepared } = await sendOne(server, line.connection);
  await t.rejects(sendReport(line.connection, prepared), { code: "unreachable" });
  await sendReport(line.connection, prepared);
  await (await comeBack(t, server, prepared.token, line.connection)).write({ kind: "text", text: "Saya saksi." });
  t.equal(line.dropped(), 2);

  const { enter } = await enrolled(server);
  const member = await enter();
  const { opened, altered } = await findNewCases(member);
  t.same(altered, []);
  const handle = first(opened);
  const [listed, ...more] = (await listCases(member)).cases;
  t.same(more, []);
  t.match(listed, { handle, altered: false, unread: true, state: "received", counts: { reporter: 1, team: 0 } });
  const file = await openMemberCase(member, handle, { listed: listed?.caseId });
  t.same(file.opened.alarms, []);
  t.same(file.opened.answers, ANSWERS);
  await file.moveTo("verifying", { outcome: null, text: "Kami periksa." });
  await (await openMemberCase(member, handle)).answer("Kapan?");
  await (await openMemberCase(member, handle)).note("Periksa daftar hadir.");

  const found = await comeBack(t, server, prepared.token);
  t.equal(found.state, "verifying");
  t.same(
    found.entries.map(({ message }) => message?.kind),
    ["status", "text"],
  );
  await found.write({ kind: "text", text: "Kemarin." });
  const again = await openMemberCase(member, handle);
  t.same(again.opened.alarms, []);
  t.same(
    again.opened.conversation.map(({ direction }) => direction),
    ["reporter", "team", "team", "reporter"],
  );
  t.match(again.opened.notes, [{ message: { text: "Periksa daftar hadir." }, alarms: [] }]);
  t.equal((await listCases(member)).cases[0]?.unread, false);
});

t.test("of two colleagues who write at once the second is told of a conflict, and nothing is lost", async (t) => {
  const server = await startServer(t);
  const { prepared } = await sendOne(server);
  await sendReport(connect(server.origin), prepared);
  const one = await (await enrolled(server, 0)).enter();
  const two = await (await enrolled(server, 1)).enter();
  const handle = first((await findNewCases(one)).opened);
  await findNewCases(two);
  const [quicker, slower] = [await openMemberCase(one, handle), await openMemberCase(two, handle)];
  await quicker.answer("Kapan?");
  await t.rejects(slower.answer("Di mana?"), { code: "conflict" });
  await (await openMemberCase(two, handle)).answer("Di mana?");
  t.same(
    (await comeBack(t, server, prepared.token)).entries.map(({ author }) => author),
    [one.id, two.id],
  );
});

async function trailOf(member: Member): Promise<[looked: LookedLog, file: Uint8Array]> {
  const looked = await lookAtTrail(member);
  if (!("head" in looked)) throw new Error(looked.alarm);
  const pieces: Uint8Array[] = [];
  for await (const piece of exportTrail(member.connection, looked)) pieces.push(piece);
  return [looked, Buffer.concat(pieces)];
}

t.test("a directory that is published while people work is followed by all of them", async (t) => {
  const server = await startServer(t);
  const { organisation } = server;
  const { prepared, directories } = await sendOne(server);
  await sendReport(connect(server.origin), prepared);
  const { enter } = await enrolled(server);
  const member = await enter();
  const handle = first((await findNewCases(member)).opened);
  const next = signedOf(
    organisation,
    nextDocument(organisation.document, organisation.signed, Date.now()),
    organisation.roots,
  );
  const administrator = organisation.administrator;
  await enrol(connect(server.origin), administrator, { name: "admin", passphrase: PASSPHRASE });
  const admin = await signIn(connect(server.origin), {
    name: "admin",
    passphrase: PASSPHRASE,
    roots: organisation.rootSet,
    device: undefined,
    builtAt: 0,
    now: Date.now(),
  });
  await callJson(admin.connection, "publishDirectory", API.publishDirectory.answer.json, { body: next });

  await (await comeBack(t, server, prepared.token)).write({ kind: "text", text: "Di bawah direktori kedua" });
  t.equal(directories.current.version, 1);
  const file = await openMemberCase(member, handle);
  t.same(file.opened.alarms, [], "a session of before the publication fetches what the message names");
  t.equal(member.directories.current.version, 2);
  const again = await enter({ directoryVersion: 1, directoryHash: directories.current.hash });
  t.equal(again.memory.directoryVersion, 2);
  t.same(again.alarms, []);

  // Whoever reads the exported trail finds both directories, and each act under the one that was the newest then.
  const [looked, exported] = await trailOf(again);
  const verdict = await verifyLog(exported, { sha256 });
  t.match(verdict, { holds: true, summary: { counts: { directory: 2, statement: 2 }, hidden: 0 } });
  t.ok(verdict.holds && verdict.summary.counts.act >= 2, "the case that was opened, and what was published");
  const [, elsewhere] = await trailOf(admin);
  const since = looked.head.size;
  t.match(await verifyLog(elsewhere, { sha256, earlier: looked.checkpoint }), { holds: true, summary: { since } });
});

t.test("a new passphrase opens the same vault, the old one nothing, and signing out ends the session", async (t) => {
  const server = await startServer(t);
  const { enter } = await enrolled(server);
  const member = await enter();
  const renewed = "kata kata baru yang dibuat mesin";
  await changePassphrase(member, PASSPHRASE, renewed);
  await t.rejects(enter(undefined, PASSPHRASE), { code: "wrong-login" });
  const again = await enter(member.memory, renewed);
  t.same(
    again.sealing.map(({ publicKey }) => publicKey),
    member.sealing.map(({ publicKey }) => publicKey),
  );
  await signOut(again);
  t.ok(
    again.vaultKey.every((byte) => byte === 0),
    "the vault key is overwritten",
  );
  await t.rejects(listCases(again), { code: "not-signed-in" });
});

t.test("burnt words find nothing, and the report stays with its recipients", async (t) => {
  const server = await startServer(t);
  const { prepared, directories } = await sendOne(server);
  await sendReport(connect(server.origin), prepared);
  await (await comeBack(t, server, prepared.token)).burn();
  t.equal(await openReporterCase(connect(server.origin), prepared.token, directories), undefined);
  const member = await (await enrolled(server)).enter();
  const handle = first((await findNewCases(member)).opened);
  t.same((await openMemberCase(member, handle)).opened.answers, ANSWERS);
});
