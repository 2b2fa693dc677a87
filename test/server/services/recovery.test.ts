/** The recovery key on the real server: rehearsed, put together by those who hold its sheets, and every case given anew. */
import t, { type Test } from "tap";
import {
  type RecoveryCall,
  encodeCall,
  makeCall,
  openParts,
  readCall,
  receivedOf,
  sealPart,
} from "../../../src/client/ceremony/recovery-call.ts";
import { type NewRecovery, listedRecovery, makeRecovery } from "../../../src/client/ceremony/recovery.ts";
import {
  answerChallenge,
  encodeAnswer,
  encodeChallenge,
  makeChallenge,
  readAnswer,
  readToRehearse,
} from "../../../src/client/ceremony/rehearsal.ts";
import { type NewMember, makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { linkCases } from "../../../src/client/member/case/linking.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { putAttested, readRecoveryStanding } from "../../../src/client/office/recovery-records.ts";
import { type Recovered, recoverAll } from "../../../src/client/office/recovering.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { fingerprintOf } from "../../../src/crypto/identity.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { addDays } from "../../../src/protocol/encoding/day.ts";
import type { DirectoryDocument } from "../../../src/protocol/directory/directory.ts";
import { recoveryRecordInput } from "../../../src/protocol/directory/recovery-record.ts";
import { recoveryRehearsedOn } from "../../../src/server/services/office/recovery.ts";
import { connect as connectDatabase } from "../../../src/server/store/database.ts";
import { today } from "../../../src/server/services/common/today.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import { logIn, memberAt, publish } from "../../support/members.ts";
import { signedOf } from "../../support/organisation.ts";
import { type TestServer, send, startServer } from "../../support/machine/server.ts";

type Setting = {
  readonly server: TestServer;
  readonly recovery: NewRecovery;
  /** The next directory, with these changes, published */
  readonly change: (changed: Partial<DirectoryDocument>) => Promise<void>;
};

async function setting(t: Test): Promise<Setting> {
  const server = await startServer(t);
  const { organisation } = server;
  const recovery = await makeRecovery(2, 3);
  let now = organisation.signed;
  let { document } = organisation;
  const change = async (changed: Partial<DirectoryDocument>): Promise<void> => {
    const { format: _format, ...fields } = document;
    document = { ...nextDocument({ ...fields, ...changed }, now, Date.parse(document.notBefore)), minimumClient: 1 };
    now = signedOf(organisation, document);
    const answer = await publish(server, await logIn(server, organisation.administrator), now);
    if (answer.status !== 201) throw new Error(`not published: ${answer.problem}`);
  };
  await change({ recovery: listedRecovery(recovery.published) });
  return { server, recovery, change };
}

t.test("a rehearsal is proved by the sheets, told to everybody, and asked for after eleven months", async (t) => {
  const { server, recovery, change } = await setting(t);
  const { organisation, urls } = server;
  const one = await memberAt(server, organisation.lead);
  const { database, close } = connectDatabase(urls.ownerUrl);
  t.teardown(close);
  const publicKey = one.directories.current.recoveryKey!;
  t.equal(await recoveryRehearsedOn(database, publicKey), undefined);
  t.match(await readRecoveryStanding(one, today()), { rehearsedOn: undefined, due: "over", records: [] });

  const challenge = makeChallenge(one.directories.current.recovery!, today());
  const read = readToRehearse(encodeChallenge(challenge))!;
  const answer = readAnswer(
    encodeAnswer(await answerChallenge(read.challenge!, recovery.shares.slice(1), recovery.lock)),
  );
  await t.rejects(answerChallenge(challenge, recovery.shares.slice(1), makeSeed()), { code: "wrong-lock" });
  await putAttested(one, answer);
  await putAttested(await memberAt(server, organisation.custodians[0]!), answer);
  t.equal(await recoveryRehearsedOn(database, publicKey), today());
  const colleague = await memberAt(server, organisation.investigators[0]!);
  const standing = await readRecoveryStanding(colleague, today());
  t.match(standing, { rehearsedOn: today(), openedOn: undefined, due: "not-yet" });
  t.same(
    standing.records.map(({ member }) => member),
    [one.id],
    "once, by who brought it first",
  );
  t.equal((await readRecoveryStanding(colleague, addDays(today(), 334))).due, "not-yet");
  t.equal((await readRecoveryStanding(colleague, addDays(today(), 335))).due, "soon");
  t.equal((await readRecoveryStanding(colleague, addDays(today(), 365))).due, "over");

  await t.rejects(putAttested(one, { ...answer, day: addDays(today(), -1) }), { code: "other-recovery" });
  await t.rejects(putAttested(one, { ...answer, use: "opened" }), { code: "other-recovery" });
  // What a member signs without the sheets, or for a day to come, the server does not take either.
  const session = await logIn(server, organisation.lead);
  const { format: _format, ...attested } = answer;
  const signed = (changed: object) => {
    const { version, hash } = one.directories.current;
    const record = { ...attested, directory: { version, hash: hex(hash) }, member: one.id, ...changed };
    return { ...record, signature: toBase64url(sign(one.signing, recoveryRecordInput(record))) };
  };
  const put = async (body: object) => (await send(server, "/api/recovery", { method: "POST", session, body })).status;
  t.equal(await put(signed({})), 200);
  t.equal(await put({ ...signed({}), signature: toBase64url(new Uint8Array(64)) }), 400);
  t.equal(await put(signed({ member: organisation.administrator.entry.id })), 400);
  t.equal(await put(signed({ drawn: "00".repeat(16) })), 400);
  const ahead = makeChallenge(one.directories.current.recovery!, addDays(today(), 2));
  const early = await answerChallenge(ahead, recovery.shares.slice(0, 2), recovery.lock);
  await t.rejects(putAttested(one, early), { code: "bad-envelope" }, "of a day to come");

  await change({ recovery: listedRecovery((await makeRecovery(2, 3)).published) });
  t.match(
    await readRecoveryStanding(colleague, today()),
    { rehearsedOn: undefined, due: "over" },
    "another key was never rehearsed, also for who has looked before it came",
  );
});

/** The office is lost: everybody comes again with new keys, as the roots have signed. */
async function comeAgain({
  server,
  change,
}: Setting): Promise<{ readonly lead: NewMember; readonly other: NewMember }> {
  const { organisation } = server;
  const now = Date.parse(organisation.document.notBefore);
  const [lead, other] = ["Ketua baru", "Pemeriksa baru"].map((name, at) =>
    makeMember({ id: name, en: name }, [at === 0 ? "lead" : "investigator"], { now, fromVersion: 3 }),
  ) as [NewMember, NewMember];
  const gone = organisation.investigators.map(({ entry }) => entry.id);
  await change({
    members: [
      ...organisation.document.members.map((one) => (gone.includes(one.id) ? { ...one, removedIn: 3 } : one)),
      lead.entry,
      other.entry,
    ],
    channels: organisation.channels.map((channel) => ({
      ...channel,
      recipients: [lead.entry.id, other.entry.id],
      excludable: channel.excludable.filter((id) => !gone.includes(id) && id !== organisation.lead.entry.id),
    })),
  });
  return { lead, other };
}

function callOf(member: Member): RecoveryCall {
  const { current } = member.directories;
  const own = current.members.get(member.id)!;
  const sealingKey = toBase64url(own.sealingKey!);
  return readCall(encodeCall(makeCall(current.recovery!, { id: member.id, names: own.names, sealingKey })));
}

/** As it comes from the key pages of two custodians and a root holder. */
function filesOf({ recovery }: Setting, call: RecoveryCall): Uint8Array[] {
  const [first, , third] = recovery.shares;
  return [
    sealPart({ share: third! }, call),
    sealPart({ lock: recovery.lock }, call),
    sealPart({ share: first! }, call),
  ];
}

async function recover(
  member: Member,
  call: RecoveryCall,
  files: readonly Uint8Array[],
  { stopAfter = Infinity }: { readonly stopAfter?: number } = {},
): Promise<Recovered[]> {
  const found: Recovered[] = [];
  const stop = new AbortController();
  const parts = openParts(files, call, member.sealing);
  for await (const told of recoverAll(member, call, parts, { reason: "Semua hilang.", today: today() }, stop.signal)) {
    if ("recovered" in told) found.push(told.recovered);
    if (found.length >= stopAfter) stop.abort();
  }
  return found;
}

t.test("attack 97: shares for the one who recovers: of another member, key or splitting, twice, too few", async (t) => {
  const set = await setting(t);
  const { server, recovery } = set;
  const [one, other] = [
    await memberAt(server, server.organisation.lead),
    await memberAt(server, server.organisation.investigators[0]!),
  ];
  const call = callOf(one);
  const files = filesOf(set, call);
  t.same(receivedOf(openParts(files, call, one.sealing), call), { shares: [1, 3], needed: 2, hasLock: true });
  t.equal(new Set(files.map(({ length }) => length)).size, 1, "a share and the lock are of one length");
  const [share] = recovery.shares;
  const refused = (given: readonly Uint8Array[], code: string, message: string) =>
    t.throws(() => openParts(given, call, one.sealing), { code }, message);
  t.throws(() => openParts(files, call, other.sealing), { code: "other-call" }, "sealed to somebody else");
  refused(filesOf(set, callOf(other)), "other-call", "for another who recovers");
  refused([new Uint8Array([1, 2, 3])], "malformed", "no file of ours");
  const again = sealPart({ share: share! }, call);
  refused([...files, again], "repeated-share", "the same share, sealed twice");
  t.equal(openParts([...files, files[0]!], call, one.sealing).shares.length, 2, "the same file twice is one");
  const foreign = await makeRecovery(2, 3);
  t.throws(() => sealPart({ share: foreign.shares[0]! }, call), { code: "other-recovery" }, "at its holder's already");
  const changed = Uint8Array.from(files[0]!);
  changed[changed.length - 20]! ^= 1;
  t.throws(() => openParts([changed], call, one.sealing), "altered on its way");

  const run = (given: readonly Uint8Array[]) => recover(one, call, given);
  await t.rejects(run(files.slice(0, 2)), { code: "too-few-shares" });
  await t.rejects(run([files[0]!, files[2]!]), { code: "wrong-lock" }, "no lock");
  await t.rejects(run([files[0]!, files[2]!, sealPart({ lock: foreign.lock }, call)]), { code: "wrong-lock" });
  t.match(await readRecoveryStanding(one, today()), { openedOn: undefined }, "nothing was opened");
  // Whom the reporter kept out is let in by no recovery key.
  const { channels } = server.organisation;
  const about = { answers: ANSWERS, channelId: channels[0].id };
  for (const excluded of [[one.id], []])
    await sendReport(connect(server.origin), prepareReport({ ...about, excluded }, one.directories.current));
  await findNewCases(one);
  const kept = await run(files);
  t.match(
    kept.map(({ did }) => did).toSorted(),
    ["failed", "not-theirs"],
    "one that the member reads anyhow was never lost",
  );
  const shut = kept.find(({ did }) => did === "failed");
  t.match(shut?.error, { code: "must-not-read" });
  await t.rejects(openMemberCase(one, shut!.handle), { code: "not-for-me" }, "and nothing of it was kept for later");
  // Another name or key, and the line that is read aloud is another.
  const lines = [call, callOf(other), makeCall(call.recovery, { ...call.member, names: { id: "Ketua" } })];
  t.equal(new Set(lines.map(({ line }) => hex(line))).size, 3);
});

t.test("everybody is lost: custodians open every case with a recovery slot, and it is given anew", async (t) => {
  const set = await setting(t);
  const { server } = set;
  const { organisation } = server;
  const old = await memberAt(server, organisation.investigators[0]!);
  const report = async (excluded: readonly string[] = []) => {
    const prepared = prepareReport(
      { answers: ANSWERS, channelId: organisation.channels[0].id, excluded },
      old.directories.current,
    );
    await sendReport(connect(server.origin), prepared);
    return prepared.caseId;
  };
  for (let n = 0; n < 4; n++) await report();
  const kept = organisation.investigators[2]!.entry.id;
  const keptFrom = await report([kept]);
  await findNewCases(old);
  // In whatever order they come.
  const mine = (await listCases(old)).cases.filter(({ caseId }) => hex(caseId) !== hex(keptFrom));
  const open = (handle: string) => openMemberCase(old, handle);
  const [plain, changedKeys, linked, other] = mine.map(({ handle }) => handle) as [string, string, string, string];
  await (await open(plain)).note("Dari dahulu.");
  await (await open(changedKeys)).remove([organisation.investigators[1]!.entry.id], "Tidak lagi bertugas.");
  await linkCases(await open(linked), await open(other), { relation: "same-matter", reason: "Satu perkara." });

  const people = await comeAgain(set);
  const [one, colleague] = [await memberAt(server, people.lead), await memberAt(server, people.other)];
  await findNewCases(one);
  t.same((await listCases(one)).cases, [], "nobody reads anything");
  const call = callOf(one);
  const files = filesOf(set, call);
  const first = await recover(one, call, files, { stopAfter: 2 });
  t.ok(first.length < 5, "stopped");
  const rest = await recover(one, call, files);
  const all = new Map([...first, ...rest].map((recovered) => [recovered.handle, recovered]));
  t.equal(all.size, 5);
  for (const { did, error, notGiven } of all.values())
    t.same({ error, notGiven }, { error: undefined, notGiven: [] }, did);
  const exclusion = [...all.values()].filter(({ did }) => did === "kept");
  t.same(
    exclusion.map(({ keptOut }) => keptOut),
    [[kept]],
    "who was kept out may be back under another name",
  );
  t.same(
    (await recover(one, call, files)).map(({ did }) => did).toSorted(),
    ["already", "already", "already", "already", "kept"],
    "again changes nothing",
  );

  await findNewCases(colleague);
  const given = (await listCases(colleague)).cases;
  t.equal(given.length, 4);
  for (const { handle } of given) {
    const { opened } = await openMemberCase(colleague, handle);
    t.same(opened.alarms, []);
    t.same(opened.answers, ANSWERS);
    const entered = opened.casework.readers.changes.find(({ kind }) => kind === "recovery");
    t.match(entered, { by: one.id, members: [one.id], valid: true, reason: "Semua hilang." });
  }
  const [note] = (await openMemberCase(colleague, plain)).opened.notes;
  t.match(note?.message, { text: "Dari dahulu." });
  await (await openMemberCase(colleague, plain)).answer("Kantor sudah kembali.");
  t.same((await openMemberCase(one, plain)).opened.alarms, []);
  // Without the recovery key nobody writes that it was there.
  const attest = (input: Uint8Array) => sign(one.signing, input);
  const invented = { reason: "Tanpa kunci.", recoveryKey: hex(fingerprintOf(one.directories.current.recoveryKey!)) };
  await (await openMemberCase(one, plain)).enterByRecovery({ ...invented, attest });
  const { opened: suspect } = await openMemberCase(colleague, plain);
  t.match(suspect.casework.readers.changes.at(-1), { kind: "recovery", valid: false });
  t.same(suspect.alarms, ["readers"]);
  t.match(
    await readRecoveryStanding(colleague, today()),
    { openedOn: today(), records: [{ member: one.id }, { member: one.id }, { member: one.id }] },
    "everybody is told by whom",
  );
});
