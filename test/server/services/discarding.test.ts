/** Two members discard a case on the real server: what it takes, when the case goes, and what stays. */
import t, { type Test } from "tap";
import { listDiscards, takeStep } from "../../../src/client/member/list/discards.ts";
import { fetchCase, findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { ApiError, callBytes, connect as connectTo } from "../../../src/client/line/http.ts";
import { CaseRemoved, openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { reporterOf } from "../../../src/client/reporter/writer.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { inspectHead } from "../../../src/crypto/envelope.ts";
import { sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import {
  type DiscardStatement,
  encodeDiscardStatement,
  encodeSignedStep,
  goesOn,
  parseDiscardStatement,
  parseSignedStep,
} from "../../../src/protocol/discards.ts";
import { addDays, dayInUtc } from "../../../src/protocol/encoding/day.ts";
import { DISCARD_GRACE_DAYS } from "../../../src/protocol/limits.ts";
import { sweep } from "../../../src/server/upkeep/sweep.ts";
import { DEFAULT_FILE_LIMITS } from "../../../src/server/services/cases/files.ts";
import { connect } from "../../../src/server/store/database.ts";
import { countCellBytes } from "../../../src/server/store/cases/file-cells.ts";
import { ANSWERS, first } from "../../support/hostile/hostile-story.ts";
import { memberAt } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer } from "../../support/machine/server.ts";

const REASON = "Kiriman acak, bukan laporan.";
const today = () => dayInUtc(Date.now());

async function setting(t: Test, server?: TestServer) {
  const at = server ?? (await startServer(t));
  const { investigators, lead, channels } = at.organisation;
  const one = await memberAt(at, first(investigators));
  const two = await memberAt(at, lead);
  const prepared = prepareReport(
    { answers: ANSWERS, channelId: channels[0].id, excluded: [] },
    one.directories.current,
  );
  await sendReport(connectTo(at.origin), prepared);
  const handle = first((await findNewCases(one)).opened);
  await findNewCases(two);
  const open = (member: Member) => openMemberCase(member, handle);
  await (await open(one)).moveTo("archived", { outcome: null, text: "Isinya tidak dapat kami baca." });
  const reporter = () => openReporterCase(connectTo(at.origin), prepared.token, one.directories);
  const agree = async () => {
    await (await open(one)).proposeDiscard(REASON);
    await (await open(two)).agreeToDiscard();
  };
  return { server: at, one, two, handle, open, prepared, reporter, agree };
}

/** As if the steps and the state were so many days older. */
async function age({ urls }: TestServer, days: number): Promise<void> {
  await query(urls.ownerUrl, `UPDATE discard_steps SET stored_on = stored_on - ${days}`);
  await query(urls.ownerUrl, `UPDATE cases SET state_on = state_on - ${days}`);
}

async function sweepOnce({ urls }: TestServer): Promise<void> {
  const { database, close } = connect(urls.appUrl);
  await sweep(database);
  await close();
}

const casesOf = async ({ urls }: TestServer) => (await query(urls.ownerUrl, "SELECT 1 FROM cases")).length;

t.test(
  "attack 88: after the grace the case is gone with all of its rows, the signed record stays, the room is back",
  async (t) => {
    const room = { ...DEFAULT_FILE_LIMITS, bytes: 600_000 };
    const server = await startServer(t, { fileLimits: room });
    const { one, two, handle, prepared, reporter, agree } = await setting(t, server);
    const content = randomBytes(400_000);
    const file = {
      name: "a",
      type: "",
      size: content.length,
      read: async (offset: number, length: number) => content.slice(offset, offset + length),
    };
    await sendFiles(reporterOf(connectTo(server.origin), prepared.token, one.directories), [file]).run();
    const { database, close } = connect(server.urls.appUrl);
    t.ok((await countCellBytes(database)) > 400_000);
    await agree();
    await age(server, DISCARD_GRACE_DAYS);
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "thirty days later it is there");
    await age(server, 1);
    await Promise.all([sweepOnce(server), sweepOnce(server)]);
    for (const table of ["cases", "inboxes", "messages", "files", "file_cells", "access", "wraps"])
      t.equal((await query(server.urls.ownerUrl, `SELECT 1 FROM ${table}`)).length, 0, table);
    t.equal(await countCellBytes(database), 0);
    await close();
    const [kept] = await query<Record<string, unknown>>(server.urls.ownerUrl, "SELECT * FROM discards");
    t.same(Object.keys(kept!).toSorted(), [
      "case_id",
      "channel_id",
      "freed_bytes",
      "had_inbox",
      "handle",
      "readers",
      "removed_on",
    ]);
    t.ok(Number(kept!["freed_bytes"]) > 420_000);
    t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM discard_steps")).length, 2, "both signatures");
    const told = await query<{ payload: Buffer }>(
      server.urls.ownerUrl,
      "SELECT payload FROM audit_log JOIN audit_cases USING (place) WHERE handle = $1",
      [handle],
    );
    t.same(
      ["discard-step", "remove-discarded"].map((act) => told.filter(({ payload }) => payload.includes(act)).length),
      [2, 1],
      "and the trail tells of both, and once that it went",
    );
    // The days were moved by hand, so that what was signed does not fit them any more: a client says so.
    t.match(await listDiscards(two), { discards: [], altered: 1 });
    await query(server.urls.ownerUrl, `UPDATE discard_steps SET stored_on = '${today()}'`);
    await query(server.urls.ownerUrl, `UPDATE discards SET removed_on = '${goesOn(today())}'`);
    t.match(await listDiscards(two), {
      discards: [{ handle, standing: "removed", proposed: { by: one.id } }],
      altered: 0,
    });
    await t.rejects(reporter(), new CaseRemoved(goesOn(today())), "its reporter is told");
    t.same((await listCases(one)).cases, []);
    const third = await memberAt(server, server.organisation.investigators[1]!);
    t.same((await listDiscards(third)).discards, [], "who had not opened it is not told that it was there");
    await query(server.urls.ownerUrl, "UPDATE discards SET channel_id = decode(repeat('00', 16), 'hex')");
    t.match(await listDiscards(two), { discards: [{ handle }], altered: 0 }, "who had is, whichever channels are left");
  },
);

t.test(
  "attack 88: one member, two without a lead, a colleague who takes it back, or work on the case: nothing goes",
  async (t) => {
    const { server, one, two, open, agree, handle } = await setting(t);
    await (await open(one)).proposeDiscard(REASON);
    await age(server, 40);
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "proposed by one alone");
    await query(server.urls.ownerUrl, "DELETE FROM discard_steps");
    await query(server.urls.ownerUrl, "DELETE FROM discards");

    await agree();
    await (await open(one)).keep();
    await age(server, 40);
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "taken back");
    await query(server.urls.ownerUrl, `UPDATE discard_steps SET stored_on = '${today()}'`);

    await agree();
    await (await open(two)).moveTo("reviewing", { outcome: null, text: "" });
    await (await open(one)).moveTo("archived", { outcome: null, text: "Kiriman acak." });
    await age(server, 40);
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "worked on and archived again on the day of the agreement");
    await query(server.urls.ownerUrl, `UPDATE discard_steps SET stored_on = '${today()}'`);
    await query(server.urls.ownerUrl, `UPDATE cases SET state_on = '${today()}'`);

    await agree();
    await (await open(two)).moveTo("reviewing", { outcome: null, text: "" });
    await age(server, 40);
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "in work again");
    await (await open(two)).moveTo("archived", { outcome: null, text: "Tetap tidak terbaca." });
    await sweepOnce(server);
    t.equal(await casesOf(server), 1, "archived again since: that needs two members again");
    t.ok(handle);
  },
);

t.test("attack 88: the server takes no step that a client would not take", async (t) => {
  const { server, one, two, handle, open } = await setting(t);
  const third = await memberAt(server, server.organisation.investigators[1]!);
  const put = (member: Member, body: Uint8Array<ArrayBuffer>) =>
    callBytes(member.connection, "putDiscardStep", { params: { handle }, body });
  /** What the client would send, changed and signed anew. */
  const craft = async (member: Member, step: "propose" | "agree" | "keep", change: Partial<DiscardStatement>) => {
    let statement: Uint8Array | undefined;
    const file = await open(one);
    const about = { caseId: file.item.caseId, channelId: file.item.channelId, headHash: await headHash() };
    const probe: Member = {
      ...member,
      connection: {
        ...member.connection,
        fetch: async (url, init) => {
          if (init.method !== "PUT") return member.connection.fetch(url, init);
          statement = parseSignedStep(new Uint8Array(await new Response(init.body ?? null).arrayBuffer())).statement;
          return new Response("{}", { status: 200 });
        },
      },
    };
    await takeStep(probe, { handle, step, reason: change.reason ?? new Uint8Array(32), ...about });
    const bytes = encodeDiscardStatement({ ...parseDiscardStatement(statement!), ...change });
    return encodeSignedStep({ statement: bytes, signature: sign(member.signing, bytes) });
  };
  const headHash = async () => {
    return inspectHead((await fetchCase(one.connection, handle)).head, { kind: "report" }).headHash;
  };
  const refused = (
    body: Uint8Array<ArrayBuffer>,
    code: ConstructorParameters<typeof ApiError>[0],
    why: string,
    by = one,
  ) => t.rejects(put(by, body), new ApiError(code), why);

  await refused(randomBytes(300), "bad-envelope", "no step");
  await refused(await craft(one, "propose", { headHash: new Uint8Array(32) }), "bad-envelope", "about another report");
  await refused(await craft(one, "propose", { channelId: new Uint8Array(16) }), "bad-envelope", "of another channel");
  await refused(await craft(one, "propose", { day: addDays(today(), -300) }), "wrong-day", "signed long ago");
  await refused(
    await craft(one, "propose", { directoryHash: new Uint8Array(32) }),
    "stale-directory",
    "another directory",
  );
  await refused(await craft(one, "propose", { previous: new Uint8Array(32) }), "conflict", "resting on nothing");
  await refused(await craft(one, "propose", {}), "bad-signature", "in another's name", two);
  await refused(await craft(one, "propose", {}), "not-found", "by who has not opened the case", third);
  t.same(await query(server.urls.ownerUrl, "SELECT 1 FROM discards"), [], "nothing of it was stored");

  const right = await craft(one, "propose", {});
  await put(one, right);
  await put(one, right);
  t.equal(
    (await query(server.urls.ownerUrl, "SELECT 1 FROM discard_steps")).length,
    1,
    "the same again is stored once",
  );
  await findNewCases(third);
  const agreement = await craft(two, "agree", {});
  const own = parseDiscardStatement(parseSignedStep(agreement).statement);
  const resign = (member: Member) => {
    const bytes = encodeDiscardStatement({ ...own, memberId: Buffer.from(member.id, "hex") });
    return encodeSignedStep({ statement: bytes, signature: sign(member.signing, bytes) });
  };
  await refused(resign(one), "forbidden", "the same member");
  await refused(resign(third), "forbidden", "two investigators", third);
  await query(server.urls.ownerUrl, "UPDATE cases SET state = 'reviewing'");
  await refused(agreement, "move-not-allowed", "a case in work", two);
  await query(server.urls.ownerUrl, "UPDATE cases SET state = 'archived'");
  await put(two, agreement);
});

t.test("attack 88: the role that serves requests removes no case by itself, and changes no record", async (t) => {
  const { server, agree } = await setting(t);
  await agree();
  for (const statement of [
    "DELETE FROM cases",
    "DELETE FROM discards",
    "UPDATE discards SET removed_on = NULL",
    "UPDATE discard_steps SET stored_on = stored_on - 60",
    "DELETE FROM discard_steps",
  ])
    await t.rejects(query(server.urls.appUrl, statement), { code: "42501" }, statement);
});

t.test(
  "who comes back in the grace writes, and it is seen; burnt words stay unknown words when the case is gone",
  async (t) => {
    const { server, one, open, agree, reporter } = await setting(t);
    await agree();
    await (await reporter())!.write({ kind: "text", text: "Mohon dibaca lagi." });
    t.match((await open(one)).opened.discard, { standing: "agreed", writtenSince: 1 });
    await (await reporter())!.burn();
    await age(server, DISCARD_GRACE_DAYS + 1);
    await sweepOnce(server);
    t.equal(await casesOf(server), 0);
    t.equal(await reporter(), undefined);
  },
);
