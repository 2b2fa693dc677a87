/** Who reads a case, on the real server: given, taken away, and what each may ask and can open then. */
import { readFile } from "node:fs/promises";
import t, { type Test } from "tap";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { listTakenOut } from "../../../src/client/member/list/waiting.ts";
import { checkCaseProof } from "../../../src/client/case-file/case-proof.ts";
import { detailsOf, proveCase } from "../../../src/client/member/case/case-proof.ts";
import { compareCaseTrail } from "../../../src/client/member/case/case-trail.ts";
import { lookAtTrail } from "../../../src/client/member/trail.ts";
import { proveAccess } from "../../../src/client/member/list/access.ts";
import { type Connection, callBytes, connect as connectTo } from "../../../src/client/line/http.ts";
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { type Direction, rowSizes } from "../../../src/crypto/message.ts";
import { deriveSealingKeyPair, makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { makeWriter } from "../../../src/client/member/case/case-writer.ts";
import { readCase } from "../../../src/client/member/case/read-case.ts";
import { inspectOpenPart } from "../../../src/crypto/open-part.ts";
import { openEarlier, openEpoch } from "../../../src/crypto/secret/epoch.ts";
import { openConversation, openInternal } from "../../../src/crypto/secret/message.ts";
import { makeThrowAwayKey } from "../../../src/crypto/secret/slot.ts";
import { openBody, openHead } from "../../../src/crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../../src/crypto/secret/seal.ts";
import { deriveTeamKeyPair, deriveTeamSecret, deriveThreadKey } from "../../../src/crypto/secret/team.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import { parseReportBody } from "../../../src/protocol/content.ts";
import { encodeMemberRow } from "../../../src/protocol/frames.ts";
import type { RecordContent } from "../../../src/protocol/records.ts";
import {
  encodeOpenRow,
  encodeRemovalStatement,
  parseRemovalStatement,
  parseEpochRow,
  parseEpochs,
  parseGrants,
  parseRemovals,
} from "../../../src/protocol/readers.ts";
import { ANSWERS, first } from "../../support/hostile/hostile-story.ts";
import { memberAt } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer } from "../../support/machine/server.ts";

type Plot = { readonly channel?: 0 | 1; readonly excluded?: (at: TestServer) => readonly NewMember[] };

async function setting(t: Test, { channel = 0, excluded = () => [] }: Plot = {}) {
  const server = await startServer(t);
  const { investigators, channels } = server.organisation;
  const one = await memberAt(server, first(investigators));
  const { current } = one.directories;
  const ids = excluded(server).map(({ entry }) => entry.id);
  const prepared = prepareReport({ answers: ANSWERS, channelId: channels[channel].id, excluded: ids }, current);
  await sendReport(connectTo(server.origin), prepared);
  const handle = first((await findNewCases(one)).opened);
  const open = (member: Member) => openMemberCase(member, handle);
  const enter = async (who: NewMember | undefined) => {
    const member = await memberAt(server, who!);
    await findNewCases(member);
    return member;
  };
  const reporter = async () => (await openReporterCase(connectTo(server.origin), prepared.token, one.directories))!;
  return { server, one, handle, open, enter, prepared, reporter };
}

const textsOf = (entries: readonly { readonly message: unknown }[]): string[] =>
  entries.flatMap(({ message }) => (message as { text?: string } | undefined)?.text ?? []);

const EXPORT = {
  kind: "export",
  form: "case-file",
  reporter: "left-out",
  redacted: false,
  files: 0,
  reporterFiles: 0,
  to: "",
  reason: "Gelar perkara",
  rows: { team: [], reporter: [], internal: [] },
} satisfies RecordContent<"export">;

type StoredRow = {
  readonly direction: Direction;
  readonly sequence: number;
  readonly epoch: number;
  readonly row: Uint8Array;
  readonly open_part: Uint8Array | null;
};

t.test(
  "attack 68: of what is written after a removal the removed member opens nothing, and a newcomer opens old and new",
  async (t) => {
    const { server, one, handle, open, enter, prepared, reporter } = await setting(t, { channel: 1 });
    const { investigators, lead } = server.organisation;
    const out = await enter(investigators[1]);
    await (await open(one)).note("Sebelum.");
    await (await open(out)).answer("Kapan?");
    await (await reporter()).write({ kind: "text", text: "Kemarin." });
    await (await open(one)).grant(lead.entry.id, "Perlu pendapat penanggung jawab.");
    const newcomer = await enter(lead);
    await (await open(newcomer)).remove([out.id], "Kerabat terlapor.");
    await findNewCases(one);
    await (await open(one)).note("Sesudah.");
    await (await reporter()).write({ kind: "text", text: "Di loket 3." });
    await (await open(newcomer)).answer("Siapa?");
    t.same((await reporter()).alarms, []);

    // Everything that the server has, and all keys that the removed member ever held.
    const rows = await query<StoredRow>(server.urls.ownerUrl, "SELECT * FROM messages ORDER BY direction, sequence");
    const [stored] = await query<{ head: Uint8Array; body: Uint8Array }>(server.urls.ownerUrl, "SELECT * FROM cases");
    const opened = openHead(new Uint8Array(stored!.head), { kind: "report" }, out.sealing);
    const { threadKey } = parseReportBody(openBody(opened, new Uint8Array(stored!.body)));
    const { caseId } = prepared;
    const teamSecret = deriveTeamSecret(opened.contentKey, caseId);
    let refused = 0;
    for (const { direction, epoch, sequence, row, open_part: openPart } of rows) {
      const context = { caseId, direction, epoch, sequence };
      const bytes = new Uint8Array(row);
      const readers = [teamSecret, opened.contentKey].map((secret) => ({
        as: "team" as const,
        keys: deriveTeamKeyPair(secret),
      }));
      const tries = [
        () => openInternal(bytes, context, teamSecret),
        ...[...readers, ...out.sealing.map((keys) => ({ as: "team" as const, keys }))].flatMap((reader) =>
          [threadKey, deriveThreadKey(teamSecret)].map((key) => () => openConversation(bytes, context, reader, key)),
        ),
      ];
      const opens = tries.some((attempt) => {
        try {
          return attempt().length > 0;
        } catch {
          return false;
        }
      });
      // Messages of epoch 0 show that the attempt is a good one.
      t.equal(opens, epoch === 0, `${direction} ${sequence} of epoch ${epoch}`);
      if (!opens) refused++;
      const part = openPart === null ? undefined : inspectOpenPart(new Uint8Array(openPart));
      if (part?.kind !== "epoch") continue;
      t.throws(() => openEpoch(part, out.sealing), { code: "not-for-me" });
      t.throws(() => openEarlier(part, teamSecret), { code: "altered" });
    }
    t.ok(refused >= 5, "the removal, the word to the reporter, a note, a follow-up and an answer");

    for (const reader of [one, newcomer]) {
      const { opened: shown } = await open(reader);
      t.same(shown.alarms, []);
      t.same(textsOf(shown.notes), ["Sebelum.", "Sesudah."]);
      t.same(textsOf(shown.conversation), ["Kapan?", "Kemarin.", "Di loket 3.", "Siapa?"]);
    }

    // On the server: shut out at once, and no proof of before lets in again.
    await t.rejects(open(out), { code: "not-found" });
    const proof = { handle, caseId, epoch: 0, keys: deriveAccessKeyPair(opened.contentKey) };
    t.same(await proveAccess(out, [proof]), new Set());
    await findNewCases(out);
    t.same((await listCases(out)).cases, []);
    t.same(parseEpochs(await callBytes(out.connection, "epochs")).epochs, []);
    t.same(await listTakenOut(out), [{ handle, by: newcomer.id }]);
    t.same(await listTakenOut(one), []);

    // In the audit trail each of them stands beside what it wrote; a row that is taken away leaves its act behind.
    const historyOf = async (reader: Member) => {
      const looked = await lookAtTrail(reader);
      if ("alarm" in looked) throw new Error(looked.alarm);
      return compareCaseTrail(reader, looked.head, await open(reader));
    };
    const history = await historyOf(newcomer);
    t.same([history.withoutRow, history.withoutAct], [[], []]);
    const written = rows.filter(({ direction }) => direction !== "reporter");
    t.equal(history.items.filter((item) => item.row !== undefined).length, written.length);
    t.ok(history.items.some((item) => item.kind === "act" && item.act === "open-cases" && item.by === one.id));

    // Beside a case file stands by default the act of its own record, and not who wrote notes and grants when.
    await (await open(newcomer)).record(EXPORT);
    const file = await open(newcomer);
    const { sequence } = file.opened.records.findLast(({ record: { kind } }) => kind === "export")!;
    const record = await detailsOf(newcomer, handle, sequence);
    const proved = async (part: "left-out" | "included") => {
      const { proof, trail } = (await proveCase(newcomer, file, { part, record }))!;
      const { entry, row: hash } = trail.made;
      const told = [{ row: { in: "made", number: 0 }, entry, hash, by: newcomer.id }] as const;
      const about = { directory: newcomer.directories.current, maker: newcomer.id, record, told };
      return { acts: checkCaseProof(proof, about).acts, rows: trail.rows };
    };
    const byDefault = await proved("left-out");
    t.same([byDefault.acts.length, byDefault.rows.size], [1, 0]);
    const { items } = await historyOf(newcomer);
    const { acts, rows: places } = await proved("included");
    t.equal(acts.length, items.length);
    t.same(
      [...places].map(([place, { entry }]) => `${place}: ${entry}`),
      items.flatMap(({ row, number }) => (row ? [`${row.direction} ${row.sequence}: ${number}`] : [])),
      "each row of the case beside the entry that wrote it, as the desk shows it",
    );

    await query(server.urls.ownerUrl, "DELETE FROM messages WHERE direction = 'team' AND sequence = $1", [
      Math.max(...written.map(({ direction, sequence }) => (direction === "team" ? sequence : 0))),
    ]);
    t.equal((await historyOf(newcomer)).withoutRow.length, 1, "withheld, as the trail shows");
  },
);

t.test("two who begin an epoch at once: one does, the other is told, and both can go on", async (t) => {
  const { server, one, open, enter } = await setting(t);
  const { investigators, lead } = server.organisation;
  const two = await enter(investigators[1]);
  const [mine, theirs] = [await open(one), await open(two)];
  const outcomes = await Promise.allSettled([
    mine.remove([investigators[2]!.entry.id], "Cuti."),
    theirs.remove([lead.entry.id], "Pindah."),
  ]);
  t.same(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  t.match(
    outcomes.find(({ status }) => status === "rejected"),
    { reason: { code: "conflict" } },
  );
  for (const member of [one, two]) {
    const again = await open(member);
    t.same(again.opened.alarms, []);
    t.equal(again.opened.casework.readers.epoch, 1);
    await again.note("Lanjut.");
  }
  // Opened before anybody wrote: what colleagues wrote since is no accusation.
  const looked = await lookAtTrail(two);
  if ("alarm" in looked) throw new Error(looked.alarm);
  t.equal(theirs.item.counts.internal, 0);
  const history = await compareCaseTrail(two, looked.head, theirs);
  t.same([history.withoutRow, history.withoutAct], [[], []]);
  t.ok(history.items.some(({ row }) => row?.direction === "internal"));
});

/** A connection that keeps the bodies of requests, so that they can be sent again or changed. */
function keeping(connection: Connection): { connection: Connection; bodies: Map<string, Uint8Array> } {
  const bodies = new Map<string, Uint8Array>();
  return {
    bodies,
    connection: {
      ...connection,
      fetch(url, init) {
        if (init.body instanceof Uint8Array) bodies.set(`${init.method} ${new URL(url).pathname}`, init.body);
        return connection.fetch(url, init);
      },
    },
  };
}

t.test("a removal is taken once, from who signed it, for this case, and whole", async (t) => {
  const { server, one, handle, open, enter } = await setting(t);
  const two = await enter(server.organisation.investigators[1]);
  const kept = keeping(one.connection);
  const file = await open({ ...one, connection: kept.connection });
  const path = `/api/cases/${handle}/epochs/1/1`;
  await file.remove([server.organisation.investigators[2]!.entry.id], "Cuti.");
  const body = kept.bodies.get(`PUT ${path}`)!;
  const put = (member: Member, bytes: Uint8Array, epoch = 1, sequence = 1) =>
    callBytes(member.connection, "putEpoch", { params: { handle, epoch, sequence }, body: new Uint8Array(bytes) });
  await t.resolves(put(one, body), "the same bytes again");
  await t.rejects(put(two, body.with(200, body[200]! ^ 1)), { code: "not-found" }, "who has not proved the new epoch");
  const { row, openPart, removal } = parseEpochRow(body);
  const again = (changed: Partial<typeof removal>) => encodeOpenRow({ row, openPart }, { ...removal, ...changed });
  await t.rejects(put(one, again({ signature: removal.signature.with(3, removal.signature[3]! ^ 1) }), 2, 2), {
    code: "bad-signature",
  });
  await t.rejects(put(one, again({}), 2, 2), { code: "bad-envelope" }, "for an epoch that it does not name");
  await findNewCases(two);
  await t.rejects(put(two, again({}), 2, 2), { code: "bad-signature" }, "signed by somebody else");
  await t.rejects(put(one, encodeOpenRow({ row, openPart }), 2, 2), { code: "bad-envelope" }, "unsigned");
  await t.rejects(put(one, removal.statement, 2, 2), { code: "bad-envelope" });
  const [counted] = await query<{ count: number }>(
    server.urls.ownerUrl,
    "SELECT count(*)::integer AS count FROM epochs",
  );
  t.equal(counted?.count, 1);
});

t.test(
  "attack 70: whom the reporter excluded learns of grants and removals no more than of a case that is not there",
  async (t) => {
    const { server, one, handle, open, enter } = await setting(t, {
      excluded: ({ organisation }) => organisation.investigators.slice(2, 3),
    });
    const excluded = await enter(server.organisation.investigators[2]);
    const two = await enter(server.organisation.investigators[1]);
    const kept = keeping(one.connection);
    await (await open({ ...one, connection: kept.connection })).remove([two.id], "Pindah.");
    await (await open({ ...one, connection: kept.connection })).grant(two.id, "Kembali.");
    await findNewCases(excluded);
    const nobodys = "00000000-0000-4000-8000-000000000000";
    const bodies = [...kept.bodies].flatMap(([path, body]) => (/(epochs|grants)/u.test(path) ? [body] : []));
    t.equal(bodies.length, 2);
    for (const body of [...bodies, new Uint8Array(9)])
      for (const operation of ["putEpoch", "putGrant"] as const)
        for (const named of [handle, nobodys]) {
          const sent = { params: { handle: named, epoch: 1, sequence: 1 }, body: new Uint8Array(body) };
          await t.rejects(
            callBytes(excluded.connection, operation, sent),
            { code: "not-found" },
            `${operation} ${named}`,
          );
        }
    t.same(parseEpochs(await callBytes(excluded.connection, "epochs")).epochs, []);
    t.same(parseGrants(await callBytes(excluded.connection, "grants")).grants, []);
    t.same(parseRemovals(await callBytes(excluded.connection, "removals")).removals, []);
    t.same((await listCases(excluded)).cases, []);
  },
);

t.test(
  "attack 71: the server takes no grant to a custodian, an administrator, or in somebody else's name",
  async (t) => {
    const { server, one, handle, open, enter } = await setting(t, { channel: 1 });
    const { custodians, administrator, lead, investigators } = server.organisation;
    const two = await enter(investigators[1]);
    const kept = keeping(one.connection);
    await (await open({ ...one, connection: kept.connection })).grant(lead.entry.id, "Perlu.");
    const body = kept.bodies.get(`PUT /api/cases/${handle}/grants/0/1`)!;
    const at = Buffer.from(body).indexOf(Buffer.from(lead.entry.id, "hex"));
    const put = (member: Member, bytes: Uint8Array, sequence: number) =>
      callBytes(member.connection, "putGrant", { params: { handle, epoch: 0, sequence }, body: new Uint8Array(bytes) });
    for (const who of [custodians[0]!, administrator]) {
      const other = new Uint8Array(body);
      other.set(Buffer.from(who.entry.id, "hex"), at);
      await t.rejects(put(one, other, 2), { code: "forbidden" }, hex(other.subarray(at, at + 16)));
    }
    await t.rejects(put(two, body, 2), { code: "bad-envelope" }, "from somebody else");
    await t.resolves(put(one, body, 1), "the same bytes again");
    await t.rejects(put(one, body, 4), { code: "conflict" }, "but not behind a gap");
  },
);

/** As by a client of one's own: all who remain are named, and the slots are for others. */
function sealingToNobodyElse(member: Member): Member {
  const { directories } = member;
  const members = [...directories.current.members].map(([id, entry]) => {
    const sealingKey = id === member.id || entry.sealingKey === null ? entry.sealingKey : makeThrowAwayKey();
    return [id, { ...entry, sealingKey }] as const;
  });
  const current = { ...directories.current, members: new Map(members) };
  return { ...member, directories: { ...directories, current } };
}

t.test("keys that a member changed to nobody's are taken back by the operator, and all others go on", async (t) => {
  const { server, one, handle, open, enter, reporter } = await setting(t);
  const { investigators } = server.organisation;
  await (await open(one)).note("Sebelum.");
  await (await open(one)).answer("Kapan?");
  const [colleague, malicious] = [await enter(investigators[1]), await enter(investigators[2])];
  await (await open(colleague)).note("Dari rekan.");
  await (await open(sealingToNobodyElse(malicious))).remove([one.id], "Tanpa alasan.");
  await t.rejects(open(colleague), { code: "not-found" });
  t.same(
    (await listTakenOut(one)).map(({ by }) => by),
    [malicious.id],
    "it is told by whom",
  );
  t.equal((await findNewCases(colleague)).opened.length, 0);

  const text = await readFile(new URL("../../../docs/operations/cases.md", import.meta.url), "utf8");
  const [, chapter = ""] = text.split("## A case whose keys are nobody's\n");
  const [find = "", undo = ""] = [...chapter.matchAll(/```sql\n(.*?)```/gsu)].map(([, sql]) => sql ?? "");
  t.match(await query(server.urls.ownerUrl, find), [{ handle }]);
  await query(server.urls.ownerUrl, undo.replace("HANDLE", handle));
  t.same(await query(server.urls.ownerUrl, find), []);

  await findNewCases(colleague);
  const again = await open(colleague);
  t.same(again.opened.alarms, []);
  t.same(textsOf(again.opened.notes), ["Sebelum.", "Dari rekan."]);
  await again.remove([malicious.id], "Mengunci kasus.");
  await findNewCases(one);
  t.same((await open(one)).opened.alarms, [], "nor for who had been taken out");
  const back = await reporter();
  t.same(back.alarms, []);
  await back.write({ kind: "text", text: "Kemarin." });
  const { opened } = await open(one);
  t.same([opened.alarms, textsOf(opened.conversation)], [[], ["Kapan?", "Kemarin."]]);
  await findNewCases(malicious);
  await t.rejects(open(malicious), { code: "not-found" });

  await query(server.urls.ownerUrl, undo.replace("HANDLE", handle));
  await findNewCases(one);
  t.same((await open(one)).opened.alarms, [], "keys that two members have proved stay");
});

t.test("a report is found by who reads it after an epoch has begun, although never opened before", async (t) => {
  const { server, one, open, prepared } = await setting(t);
  const { investigators, lead } = server.organisation;
  await (await open(one)).remove([investigators[2]!.entry.id], "Cuti.");
  const late = await memberAt(server, lead);
  const { opened } = await findNewCases(late);
  t.equal(opened.length, 1);
  t.same((await open(late)).opened.alarms, []);
  t.match((await listCases(late)).cases, [{ altered: false, summary: { unit: ANSWERS.unitName } }]);
  const gone = await memberAt(server, investigators[2]!);
  t.same((await findNewCases(gone)).opened, [], "and not by who was taken out before ever looking");
  t.same((await listTakenOut(gone)).length, 1);
  t.same(deriveTokenKeys(prepared.token).caseId, prepared.caseId);
});

t.test(
  "a grant that does not open hides no other, however often it is given, and what was seen before stays",
  async (t) => {
    const { server, one, handle, open, enter } = await setting(t, { channel: 1 });
    const { investigators, lead } = server.organisation;
    const malicious = await enter(investigators[1]);
    await (await open(one)).answer("Kapan?");
    for (let flood = 0; flood < 2; flood++)
      await (await open(sealingToNobodyElse(malicious))).grant(lead.entry.id, "Silakan.");
    const newcomer = await enter(lead);
    await t.rejects(open(newcomer), { code: "not-found" });
    await (await open(one)).grant(lead.entry.id, "Sekali lagi.");
    for (let flood = 0; flood < 2; flood++)
      await (await open(sealingToNobodyElse(malicious))).grant(lead.entry.id, "Silakan.");
    const { grants } = parseGrants(await callBytes(newcomer.connection, "grants"));
    t.same(
      grants.map(({ part }) => hex(part.from)),
      [malicious.id, one.id],
      "the newest of each",
    );
    await findNewCases(newcomer);
    const { opened } = await open(newcomer);
    t.same([opened.alarms, textsOf(opened.conversation)], [[], ["Kapan?"]]);

    // Taken out and given back: an answer that the server has dropped meanwhile is missed all the same.
    await (await open(one)).remove([newcomer.id], "Cuti.");
    await findNewCases(newcomer);
    await (await open(one)).grant(newcomer.id, "Kembali.");
    await findNewCases(newcomer);
    await query(server.urls.ownerUrl, "DELETE FROM messages WHERE direction = 'team'");
    t.ok((await openMemberCase(newcomer, handle)).opened.alarms.includes("less-than-before"));
  },
);

t.test(
  "a message that no program takes keeps from its own part alone, and is taken back by the operator",
  async (t) => {
    const { server, one, handle, open, enter, reporter } = await setting(t);
    const { investigators } = server.organisation;
    const malicious = await enter(investigators[1]);
    await (await open(one)).answer("Kapan?");
    await (await open(one)).note("Sebelum.");
    const read = await readCase(malicious, handle);
    // Asked first for the key that is named, and then for the one that it is sealed to.
    const keys = [deriveSealingKeyPair(makeSeed())];
    const ring = { ...read.ring, teamKeys: (epoch: number) => keys.pop() ?? read.ring.teamKeys(epoch) };
    const { prepare } = makeWriter(malicious, handle, { ...read, ring }, (await open(malicious)).digest);
    await prepare("team", { kind: "text", text: "Balas ke sini." }).send();
    const first = await open(one);
    t.same(first.opened.alarms, ["conversation", "team-key"]);
    t.match(first.opened.conversation.at(-1), { author: malicious.id, alarms: ["content"], message: undefined });
    t.same(first.opened.writable, { conversation: false, notes: true });
    await first.remove([malicious.id], "Menyebut kunci lain.");
    const params = { handle, direction: "internal", epoch: 1, sequence: 3 } as const;
    await callBytes(one.connection, "putMessage", {
      params,
      query: {},
      body: encodeMemberRow(randomBytes(rowSizes("internal")[0] ?? 0), []),
    });
    t.same((await open(one)).opened.writable, { conversation: false, notes: false });

    const text = await readFile(new URL("../../../docs/operations/cases.md", import.meta.url), "utf8");
    const [, chapter = ""] = text.split("## A message that no program takes\n");
    const [, undo = ""] = /```sql\n(.*?)```/su.exec(chapter) ?? [];
    const takeBack = (direction: string, sequence: number) =>
      query(
        server.urls.ownerUrl,
        undo.replace("HANDLE", handle).replace("PART", direction).replaceAll("NUMBER", String(sequence)),
      );
    await takeBack("internal", 2);
    t.same(
      (await open(one)).opened.writable.notes,
      false,
      "a row that changed the keys stays, and so does what follows",
    );
    await takeBack("internal", 3);
    await takeBack("team", 2);
    await findNewCases(one);
    const again = await open(one);
    t.same(again.opened.alarms, []);
    await (await open(one)).note("Sesudah.");
    await (await open(one)).answer("Di mana?");
    const back = await reporter();
    t.same([back.alarms, textsOf(back.entries)], [[], ["Kapan?", "Di mana?"]]);
    const { opened } = await open(one);
    t.same([opened.alarms, textsOf(opened.notes)], [[], ["Sebelum.", "Sesudah."]]);
  },
);

t.test("the server is not told to shut out others than the record says, unnoticed", async (t) => {
  const { server, one, handle, open, enter } = await setting(t);
  const { investigators, lead } = server.organisation;
  const [colleague, malicious] = [await enter(lead), await enter(investigators[1])];
  await (await open(one)).note("Sebelum.");
  // As by a client of one's own: the record takes one out, what is signed for the server another one.
  const read = await readCase(malicious, handle);
  const swap = <Body>(url: string, body: Body): Body | Uint8Array<ArrayBuffer> => {
    if (!url.includes("/epochs/1/") || !(body instanceof Uint8Array)) return body;
    const { row, openPart, removal } = parseEpochRow(body);
    const removed = [Buffer.from(one.id, "hex")];
    const statement = encodeRemovalStatement({ ...parseRemovalStatement(removal.statement), removed });
    return encodeOpenRow({ row, openPart }, { statement, signature: sign(malicious.signing, statement) });
  };
  const { connection } = malicious;
  const swapped: Connection = {
    ...connection,
    fetch: (url, init) => connection.fetch(url, { ...init, body: swap(url, init.body ?? null) }),
    actingWith: async (asked, send) =>
      (await connection.actingWith?.({ ...asked, body: swap(asked.path, asked.body) }, send)) ?? new Uint8Array(),
  };
  await (
    await openMemberCase({ ...malicious, connection: swapped }, handle)
  ).remove([investigators[2]!.entry.id], "Cuti.");
  t.equal(read.opened.casework.readers.epoch, 0);
  await findNewCases(colleague);
  const theirs = await open(colleague);
  t.same(theirs.opened.alarms, ["shut-out"]);
  t.ok(theirs.opened.casework.readers.now.includes(one.id));
  await theirs.grant(one.id, "Ia masih membaca kasus ini.");
  await findNewCases(one);
  const { opened } = await open(one);
  t.same([opened.alarms, textsOf(opened.notes)], [["shut-out"], ["Sebelum."]]);
});
