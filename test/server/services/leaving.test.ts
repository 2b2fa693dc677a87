/** Somebody leaves the office, and somebody is back with new keys, on the real server: what is done in one pass, and what stays. */
import t, { type Test } from "tap";
import { type ListedCase, findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { mayHold } from "../../../src/client/member/list/listed-readers.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { type Passed, giveAllBack, leaversOf, takeOutOfAll } from "../../../src/client/office/leaving.ts";
import { confirmProposal, findProposals, proposeStatement } from "../../../src/client/office/statements.ts";
import { type MemberEntry, nextDocument } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { inspectOpenPart } from "../../../src/crypto/open-part.ts";
import { openEpoch } from "../../../src/crypto/secret/epoch.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { openHead } from "../../../src/crypto/secret/open.ts";
import { openInternal } from "../../../src/crypto/secret/message.ts";
import { openWrap, splitWrap } from "../../../src/crypto/secret/wrap.ts";
import { deriveTeamSecret } from "../../../src/crypto/secret/team.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { memberSignatureInput } from "../../../src/protocol/directory/directory.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import { logIn, memberAt, publish } from "../../support/members.ts";
import { signedOf } from "../../support/organisation.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, send, startServer } from "../../support/machine/server.ts";

const opens = (act: () => unknown): boolean => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};

const going = () => new AbortController().signal;

async function all(passing: AsyncGenerator<Passed>): Promise<Passed[]> {
  const found: Passed[] = [];
  for await (const passed of passing) found.push(passed);
  return found;
}

async function setting(t: Test) {
  const server = await startServer(t);
  const { investigators, lead, administrator, channels } = server.organisation;
  const [stays, leaver, third] = [investigators[0]!, investigators[1]!, investigators[2]!];
  const one = await memberAt(server, stays);
  const report = async (excluded: readonly string[] = []) => {
    const prepared = prepareReport({ answers: ANSWERS, channelId: channels[0].id, excluded }, one.directories.current);
    await sendReport(connect(server.origin), prepared);
    return prepared;
  };
  const list = async (member: Member) => {
    await findNewCases(member);
    return (await listCases(member)).cases;
  };
  return { server, one, leaver, third, lead, administrator, report, list };
}

async function suspend(server: TestServer, id: string): Promise<void> {
  const [first, second] = [
    await memberAt(server, server.organisation.lead),
    await memberAt(server, server.organisation.administrator),
  ];
  await proposeStatement(first, { suspended: [id], closed: [] });
  const [proposal] = await findProposals(second);
  await confirmProposal(second, proposal!);
}

t.test("attack 54: whoever was removed, with old keys and pages, gets nothing new and opens nothing new", async (t) => {
  const { server, one, leaver, third, report, list } = await setting(t);
  const reporters = [await report(), await report(), await report([leaver.entry.id])];
  const out = await memberAt(server, leaver);
  const theirs = await list(out);
  t.equal(theirs.length, 2);
  for (const { handle } of theirs) await openMemberCase(out, handle);
  const mine = await list(one);
  for (const { handle } of mine) await openMemberCase(one, handle);
  await (await openMemberCase(one, theirs[1]!.handle)).note("Sebelum.");
  // A cached copy of all that the server ever gave them.
  const wraps = await query<{ record: Uint8Array }>(
    server.urls.ownerUrl,
    `SELECT record FROM wraps WHERE member_id = '\\x${out.id}'`,
  );
  t.equal(wraps.length, 2);

  const asked = { who: out.id, reason: "Tidak lagi bertugas." };
  await t.rejects(all(takeOutOfAll(one, mine, asked, going())), { code: "changed" }, "nobody who is here");
  await suspend(server, out.id);
  await one.directories.refresh();
  t.same(
    leaversOf(one.directories.current).map(({ id }) => id),
    [out.id],
  );
  await t.rejects(findNewCases(out), { code: "not-signed-in" }, "no head, no case, no wrap");

  const before = await list(one);
  t.equal(before.filter((listed) => mayHold(out.id, listed)).length, 2, "the list knows without opening");
  await t.rejects(all(takeOutOfAll(one, mine, { ...asked, reason: " " }, going())), { code: "reason-needed" });
  // Stopped behind the first case that was done, and begun anew.
  const stop = new AbortController();
  const some: Passed[] = [];
  for await (const passed of takeOutOfAll(one, before, asked, stop.signal)) {
    some.push(passed);
    if (passed.did === "done") stop.abort();
  }
  t.equal(some.filter(({ did }) => did === "done").length, 1);
  const rest = await all(takeOutOfAll(one, before, asked, going()));
  t.same(rest.map(({ did }) => did).toSorted(), ["already", "done", "not-theirs"]);
  t.same(
    (await all(takeOutOfAll(one, before, asked, going()))).map(({ did }) => did).toSorted(),
    ["already", "already", "not-theirs"],
    "again changes nothing",
  );
  const known = rest.flatMap((passed) => passed.known ?? []);
  t.equal(known.length, 2, "what they could know are the cases that they read");
  for (const { since, until, arrivedOn } of known) t.match({ since, until }, { since: arrivedOn, until: /^\d{4}-/u });
  t.equal((await list(one)).filter((listed) => mayHold(out.id, listed)).length, 0);
  const left = "SELECT FROM wraps WHERE member_id = '\\x" + out.id + "'";
  t.equal((await query(server.urls.ownerUrl, left)).length, 0, "their wraps are gone");
  t.equal((await query(server.urls.ownerUrl, left.replace("wraps", "access"))).length, 0);

  // What comes now, with everything that they ever held.
  await report();
  for (const { handle } of await list(one)) await (await openMemberCase(one, handle)).note("Sesudah.");
  const colleague = await memberAt(server, third);
  for (const { handle } of await list(colleague)) t.same((await openMemberCase(colleague, handle)).opened.alarms, []);
  const held = wraps.map(({ record }, at) => {
    const { caseId } = theirs.find((listed) => opensAs(record, listed.caseId))!;
    return { at, caseId, ...openWrap(splitWrap(new Uint8Array(record)).wrap, out.vaultKey, idOf(out), caseId) };
  });
  type Row = { epoch: number; sequence: number; row: Uint8Array; open_part: Uint8Array | null; case_id: Uint8Array };
  const rows = await query<Row>(
    server.urls.ownerUrl,
    "SELECT messages.*, case_id FROM messages JOIN cases USING (handle) WHERE direction = 'internal'",
  );
  for (const { epoch, sequence, row, open_part: openPart, case_id: id } of rows) {
    const caseId = new Uint8Array(id);
    const context = { caseId, direction: "internal" as const, epoch, sequence };
    const secrets = held.flatMap(({ contentKey, teamSecret }) => [teamSecret, deriveTeamSecret(contentKey, caseId)]);
    const isRead = secrets.some((secret) => opens(() => openInternal(new Uint8Array(row), context, secret)));
    const wasTheirs = held.some((one) => hex(one.caseId) === hex(caseId));
    t.equal(isRead, wasTheirs && epoch === 0, `note ${sequence} of epoch ${epoch}`);
    const part = openPart === null ? undefined : inspectOpenPart(new Uint8Array(openPart));
    if (part?.kind === "epoch") t.throws(() => openEpoch(part, out.sealing), { code: "not-for-me" });
  }
  const heads = await query<{ head: Uint8Array }>(server.urls.ownerUrl, "SELECT head FROM cases");
  const opened = heads.filter(({ head }) =>
    opens(() => openHead(new Uint8Array(head), { kind: "report" }, out.sealing)),
  );
  t.same([heads.length, opened.length], [4, 2], "of heads the two of before alone");
  const back = await openReporterCase(connect(server.origin), reporters[0]!.token, one.directories);
  t.same(back?.alarms, [], "their reporters are told, and see nothing amiss");

  function opensAs(record: Uint8Array, caseId: Uint8Array): boolean {
    return opens(() => openWrap(splitWrap(new Uint8Array(record)).wrap, out.vaultKey, idOf(out), caseId));
  }
});

t.test(
  "a report of after a suspension opens for whoever signed in before it, and still does once a directory lets them back, or takes them out",
  async (t) => {
    const { server, one, leaver, third, administrator, list } = await setting(t);
    const { organisation } = server;
    await suspend(server, third.entry.id);
    const colleague = await memberAt(server, leaver);
    const prepared = prepareReport(
      { answers: ANSWERS, channelId: organisation.channels[0].id, excluded: [] },
      colleague.directories.current,
    );
    await sendReport(connect(server.origin), prepared);
    const { handle } = (await list(one)).find(({ caseId }) => hex(caseId) === hex(prepared.caseId))!;
    t.same((await openMemberCase(one, handle)).opened.alarms, [], "this session had not heard of it");

    const { members, channels } = organisation.document;
    let newest = organisation.signed;
    const change = async (changed: Partial<typeof organisation.document>): Promise<void> => {
      newest = signedOf(organisation, nextDocument({ ...organisation.document, ...changed }, newest, Date.now()));
      const { status } = await publish(server, await logIn(server, administrator), newest);
      t.ok(status < 300);
    };
    const [proposes, signs] = [await memberAt(server, organisation.lead), await memberAt(server, administrator)];
    await change({});
    const later = await memberAt(server, leaver);
    t.notOk(later.directories.current.members.get(third.entry.id)?.isSuspended, "let back");
    await list(later);
    t.same((await openMemberCase(later, handle)).opened.alarms, []);
    const stays = (id: string) => id !== third.entry.id;
    await change({
      members: members.map((member) => (stays(member.id) ? member : { ...member, removedIn: 3 })),
      channels: channels.map((channel) => ({
        ...channel,
        recipients: channel.recipients.filter(stays),
        excludable: channel.excludable.filter(stays),
      })),
    });
    await later.directories.refresh();
    t.same((await openMemberCase(later, handle)).opened.alarms, []);
    await proposes.directories.refresh();
    await proposeStatement(proposes);
    t.equal((await findProposals(signs)).length, 1, "a steward who looked before both directories is asked too");
  },
);

const idOf = ({ id }: Member) => Uint8Array.from(Buffer.from(id, "hex"));

t.test(
  "who is back with new keys is given the open cases in one pass, and what could not be given is said",
  async (t) => {
    const { server, one, leaver, third, administrator, report, list } = await setting(t);
    const { organisation } = server;
    const kept = await report([leaver.entry.id]);
    const ended = await report();
    await report();
    await report();
    await list(await memberAt(server, leaver));
    const gone = await memberAt(server, third);
    t.equal((await list(gone)).length, 4);
    const isOneOf = ({ caseId }: Pick<ListedCase, "caseId">, some: readonly { caseId: Uint8Array }[]) =>
      some.some((one) => hex(one.caseId) === hex(caseId));
    const [over] = (await list(one)).filter((listed) => isOneOf(listed, [ended]));
    await (
      await openMemberCase(one, over!.handle)
    ).moveTo("archived", { outcome: null, text: "Isinya tidak terbaca." });
    const [, taken] = (await list(one)).filter((listed) => !isOneOf(listed, [kept, ended]));
    await (await openMemberCase(one, taken!.handle)).remove([leaver.entry.id], "Kerabat terlapor.", "family");

    // The next directory: new keys for one, and another one is gone.
    const [signingSeed, seed] = [makeSeed(), makeSeed()];
    const signing = deriveSigningKeyPair(signingSeed);
    const { signature: _old, ...entry } = leaver.entry;
    const renewed = {
      ...entry,
      signingKey: hex(signing.publicKey),
      sealingKey: toBase64url(deriveSealingKeyPair(seed).publicKey),
    };
    const signed: MemberEntry = { ...renewed, signature: toBase64url(sign(signing, memberSignatureInput(renewed))) };
    const members = organisation.document.members.map((member) => {
      if (member.id === leaver.entry.id) return signed;
      return member.id === third.entry.id ? { ...member, removedIn: 2 } : member;
    });
    const channels = organisation.document.channels.map((channel) => ({
      ...channel,
      recipients: channel.recipients.filter((id) => id !== third.entry.id),
      excludable: channel.excludable.filter((id) => id !== third.entry.id),
    }));
    const next = nextDocument({ ...organisation.document, members, channels }, organisation.signed, Date.now());
    const { status } = await publish(server, await logIn(server, administrator), signedOf(organisation, next));
    t.ok(status < 300);
    for (const table of ["wraps", "access"])
      t.same(
        await query(server.urls.ownerUrl, `SELECT FROM ${table} WHERE member_id = '\\x${gone.id}'`),
        [],
        `${table} of who was removed`,
      );
    t.equal(
      (await send(server, "/api/heads", { session: { member: third, cookie: gone.connection.cookie! } })).status,
      401,
    );

    await one.directories.refresh();
    const asked = { who: leaver.entry.id, reason: "Kunci baru." };
    const given = await all(giveAllBack(one, await list(one), asked, going()));
    t.same(given.map(({ did }) => did).toSorted(), ["done", "ended", "interest", "not-theirs"]);
    const keys = { signingSeed, sealingSeeds: [{ fromVersion: 2, seed }] };
    const back = await memberAt(server, { entry: signed, keys });
    const theirs = await list(back);
    t.equal(theirs.length, 1, "neither the one kept from them, nor the one that they must not work on");
    t.same((await openMemberCase(back, theirs[0]!.handle)).opened.alarms, []);
    t.same(
      (await all(giveAllBack(one, await list(one), { ...asked, cut: true, ended: true }, going())))
        .map(({ did }) => did)
        .toSorted(),
      ["already", "done", "interest", "not-theirs"],
      "what has ended is given where it is wished, and nothing twice",
    );
    t.equal((await list(back)).length, 2);
    t.same((await openMemberCase(back, over!.handle)).opened.alarms, []);
    // Under another id: what the former one read, and what stands in the way is told case by case.
    const instead = { who: organisation.lead.entry.id, formerly: third.entry.id, reason: "Menggantikan." };
    t.same((await all(giveAllBack(one, await list(one), instead, going()))).map(({ did }) => did).toSorted(), [
      "already",
      "already",
      "already",
      "ended",
    ]);
    const refused = await all(giveAllBack(one, await list(one), { ...instead, who: leaver.entry.id }, going()));
    const { error } = refused.find(({ did }) => did === "failed") ?? {};
    t.match(error, { code: "must-not-read" }, "whom the reporter kept out stays out");
  },
);
