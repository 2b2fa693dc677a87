/** The audit trail as the server keeps it: what goes into it, what does not, who is shown what, and that it only grows. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { lookAtLog } from "../../../src/client/audit/head.ts";
import { connect as connectTo } from "../../../src/client/line/http.ts";
import { growTree, leafHashOf } from "../../../src/crypto/log/merkle.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import { ACTS } from "../../../src/protocol/audit/acts.ts";
import { parseCheckpoint } from "../../../src/protocol/audit/checkpoint.ts";
import { THE_OFFICE } from "../../../src/protocol/audit/entry.ts";
import { logKeyNameOf, parseLeaf, serverPayload } from "../../../src/protocol/audit/leaf.ts";
import { isHidden, openAuditPage, openCaseAudit } from "../../../src/protocol/audit/pages.ts";
import { isNoteSignedBy, parseNoteKey } from "../../../src/protocol/audit/signed-note.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { handleBytes } from "../../../src/protocol/frames.ts";
import { ACT_HEADER } from "../../../src/protocol/headers.ts";
import type { Route } from "../../../src/protocol/route.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeOrigins } from "../../../src/server/origins.ts";
import { makeAudit } from "../../../src/server/services/common/audit.ts";
import { rewrite } from "../../../src/server/upkeep/rewrite.ts";
import { appendAct, appendServerAct, refusalOf } from "../../../src/server/store/audit.ts";
import { connect, isAlive } from "../../../src/server/store/database.ts";
import { removeAllFactors } from "../../../src/server/store/office/factors.ts";
import { insertState } from "../../../src/server/store/office/directories.ts";
import { detailsOf, signedEntry } from "../../support/proof/acts.ts";
import { makeMessage, pathOf, putMessage } from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Session,
  type TestServer,
  send,
  sendJson,
  sendSigned,
  startServer,
  storeReport,
} from "../../support/machine/server.ts";
import { SUPERUSER } from "../../../src/cli/office/embedded-postgres.ts";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

async function headOf(server: TestServer, session: Session) {
  const answer = await sendJson<{ checkpoint: string; keys: string[] }>(server, "/api/audit/checkpoint", { session });
  return { ...answer, ...parseCheckpoint(answer.checkpoint) };
}

/** What a member is shown of the whole trail, checked against its signed head. */
async function trailOf(server: TestServer, session: Session) {
  const head = await headOf(server, session);
  t.ok(isNoteSignedBy(sha256, head.note, parseNoteKey(sha256, head.keys[0] ?? "")), "the head is signed");
  const page = await send(server, `/api/audit/entries?page=0&size=${head.size}`, { session });
  return openAuditPage(sha256, page.bytes, 0, head).map((leaf) => (isHidden(leaf) ? undefined : parseLeaf(leaf)));
}

const DAY = "2026-11-29";

/** Whether somebody waits for a lock in this database: others' tests have theirs beside it. */
async function isWaitedFor({ urls }: TestServer): Promise<boolean> {
  const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  return (await query(urls.ownerUrl.replace("segel_owner@", `${SUPERUSER}@`), waiting)).length > 0;
}

const actsIn = (leaves: Awaited<ReturnType<typeof trailOf>>) =>
  leaves.flatMap((leaf) => (leaf?.kind === "act" ? [leaf.entry] : []));

const NO_ACTS: Readonly<Partial<Record<Operation, string>>> = {
  logout: "ends the own session",
  endSession: "ends an own session",
  endOtherSessions: "ends own sessions",
  putVaultMemory: "the own client's memory",
  putKnownHeads: "the own client's memory",
  putWrap: "the own sealed record of a case, whose opening stands in the trail",
  putNotices: "when and where the member is mailed",
  dropNotices: "when and where the member is mailed",
  testNotices: "a mail to oneself",
  putCell: "part of a file; the message that brings it is the act",
  dropFile: "of a file that no message has brought",
};

t.test(
  "every request of a session that changes something is an act, or stands among those that are none and why",
  (t) => {
    for (const operation of Object.keys(API) as Operation[]) {
      const { method, access, act, path }: Route = API[operation];
      if (access !== "session" || method === "GET") {
        t.equal(act, undefined, `${operation} changes nothing, or is nobody's who is signed in`);
        continue;
      }
      t.equal(act === undefined, NO_ACTS[operation] !== undefined, `${operation}: an act or a reason`);
      if (act !== undefined) t.equal(ACTS[act] === "case", path.includes(":handle"), `${operation}: what it is about`);
    }
    const named = new Set((Object.keys(API) as Operation[]).map((operation) => (API[operation] as Route).act));
    t.same(
      Object.keys(ACTS).filter((act) => !named.has(act as keyof typeof ACTS)),
      [],
      "no act without a route",
    );
    t.end();
  },
);

t.test("the trail of an office", async (t) => {
  const server = await startServer(t);
  const [one, other] = await Promise.all(
    server.organisation.investigators.slice(0, 2).map((who) => logIn(server, who)),
  );
  const administrator = await logIn(server, server.organisation.administrator);
  if (one === undefined || other === undefined) throw new Error("no members");
  const report = await storeReport(server);
  const second = await storeReport(server);
  let handle = "";

  await t.test("begins with the key that signs it, the directory and what is stated on it", async (t) => {
    const leaves = await trailOf(server, one);
    t.same(
      leaves
        .slice(0, 3)
        .map((leaf) => leaf?.kind ?? "")
        .toSorted(),
      ["directory", "server", "statement"],
    );
    t.equal(
      leaves[0]?.kind === "directory" && hex(leaves[0].documentHash),
      hex(sha256(utf8(server.organisation.signed.document))),
    );
    const named = leaves.flatMap((leaf) => (leaf?.kind === "server" ? [leaf.serverAct] : []));
    const [key = ""] = (await headOf(server, one)).keys;
    t.same(
      named.filter(({ act }) => act === "log-key").map(({ object }) => object),
      [logKeyNameOf(sha256, parseNoteKey(sha256, key).publicKey)],
    );
  });

  await t.test("then who took six words, and later whose factors were removed because two had asked", async (t) => {
    const aboutMembers = async () =>
      (await trailOf(server, one))
        .flatMap((leaf) => (leaf?.kind === "server" ? [leaf.serverAct] : []))
        .filter(({ act }) => act !== "log-key")
        .map(({ act, object }) => `${act} ${hex(object)}`);
    const enrolled = [one, other, administrator].map(({ member }) => `enrol ${member.entry.id}`);
    t.same((await aboutMembers()).toSorted(), enrolled.toSorted());
    const memberId = fromHex(server.organisation.lead.entry.id);
    await query(server.urls.ownerUrl, "INSERT INTO factor_resets VALUES ($1, $2, $3, $4)", [
      memberId,
      fromHex(one.member.entry.id),
      DAY,
      randomBytes(64),
    ]);
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    await removeAllFactors(database, memberId, DAY);
    await removeAllFactors(database, memberId, DAY);
    t.same((await aboutMembers()).slice(3), [`remove-factors ${hex(memberId)}`], "once, whoever else comes");
  });

  await t.test("an act stands in it once, whoever repeats it, and a refused one not at all", async (t) => {
    [handle = ""] = (await openHeads(server, one)).toSorted();
    await openHeads(server, one);
    const opened = actsIn(await trailOf(server, one));
    t.same(
      opened.map(({ act }) => act),
      ["open-cases"],
      "opening again is no act",
    );

    const team = { session: one, handle };
    const message = makeMessage(team, []);
    t.equal((await putMessage(server, team, 1, message)).status, 200);
    t.equal((await putMessage(server, team, 1, message)).status, 200, "the same again is answered alike");
    t.equal((await putMessage(server, team, 1, makeMessage(team, []))).problem, "conflict");
    t.equal((await putMessage(server, { session: other, handle }, 2, message)).problem, "not-found");
    const entries = actsIn(await trailOf(server, one));
    t.same(
      entries.map(({ act }) => act),
      ["open-cases", "message"],
    );
    const request = { method: "PUT", path: pathOf(team, "messages/team/0/2"), body: makeMessage(team, []) };
    const first = { ...request, path: pathOf(team, "messages/team/0/1"), body: message };
    t.same(entries[1]?.details, detailsOf(first), "the request's address and bytes by their hash");
    t.same(entries[1]?.object, handleBytes(handle));
    t.equal(hex(entries[1]?.memberId ?? randomBytes(1)), one.member.entry.id);

    const next = request.body;
    const right = { act: "message", object: handleBytes(handle), details: detailsOf(request) } as const;
    const strange = {
      "of another member": signedEntry(other.member, right),
      "in another's name": signedEntry(other.member, { ...right, memberId: fromHex(one.member.entry.id) }),
      "that names another member": signedEntry(one.member, { ...right, memberId: fromHex(other.member.entry.id) }),
      "of another act": signedEntry(one.member, { ...right, act: "grant" }),
      "of another case": signedEntry(one.member, { ...right, object: randomBytes(16) }),
      "of the office": signedEntry(one.member, { ...right, object: THE_OFFICE }),
      "of other bytes": signedEntry(one.member, { ...right, details: detailsOf({ ...request, body: message }) }),
      "of another place": signedEntry(one.member, { ...right, details: detailsOf({ ...request, path: first.path }) }),
      "of another method": signedEntry(one.member, { ...right, details: detailsOf({ ...request, method: "POST" }) }),
      "of the bytes alone": signedEntry(one.member, { ...right, details: sha256(next) }),
      "that is none": randomBytes(16),
    };
    for (const [which, entry] of Object.entries(strange)) {
      const headers = { [ACT_HEADER]: toBase64url(entry) };
      const sent = { method: "PUT", session: one, body: next, headers };
      t.equal((await send(server, pathOf(team, "messages/team/0/2"), sent)).problem, "bad-act", which);
    }
    const stale = { [ACT_HEADER]: toBase64url(signedEntry(one.member, { ...right, directoryVersion: 2 })) };
    const sent = { method: "PUT", session: one, body: next, headers: stale };
    t.equal((await send(server, pathOf(team, "messages/team/0/2"), sent)).problem, "stale-directory");
    t.equal(actsIn(await trailOf(server, one)).length, 2, "none of them was added");

    const taken = {
      [ACT_HEADER]: toBase64url(signedEntry(one.member, { ...right, actId: entries[1]?.actId ?? randomBytes(16) })),
    };
    const again = await send(server, pathOf(team, "messages/team/0/2"), { ...sent, headers: taken });
    t.equal(again.problem, "conflict", "an act that stands there is not done a second time");
    const rows = await query(server.urls.ownerUrl, "SELECT FROM messages WHERE direction = 'team'");
    t.equal(rows.length, 1, "and nothing of it is left");
  });

  await t.test("an act about a member is about no other, whatever its body", async (t) => {
    const [mine, theirs] = [server.organisation.administrator, server.organisation.lead].map(({ entry }) => entry.id);
    const { act, method, path } = API.wishRoles;
    const request = { method, path: path.replace(/:\w+/u, mine ?? ""), body: JSON.stringify({ roles: ["lead"] }) };
    const moved = { ...request, path: path.replace(/:\w+/u, theirs ?? ""), session: administrator };
    const signedFor = (asked: typeof request, directoryVersion = 1) => ({
      "content-type": "application/json",
      [ACT_HEADER]: toBase64url(
        signedEntry(administrator.member, { act, details: detailsOf(asked), directoryVersion }),
      ),
    });
    t.equal((await send(server, moved.path, { ...moved, headers: signedFor(request) })).problem, "bad-act");
    const own = await send(server, moved.path, { ...moved, headers: signedFor(moved, 2) });
    t.equal(own.problem, "stale-directory", "its own is refused for its directory alone");
  });

  await t.test("acts at the same time stand in one order, with no gap", async (t) => {
    const handles = (await openHeads(server, other)).toSorted();
    const before = (await headOf(server, one)).size;
    const sent = [one, other].flatMap((session) =>
      handles
        .map((handle) => ({ session, handle }))
        .map(async (team) => putMessage(server, team, 2, makeMessage(team, []))),
    );
    const stored = (await Promise.all(sent)).filter(({ status }) => status === 200).length;
    const rows = await query<{ place: number; hash: Buffer }>(
      server.urls.ownerUrl,
      "SELECT place::integer, hash FROM audit_log ORDER BY place",
    );
    t.same(
      rows.map(({ place }) => place),
      [...rows.keys()],
    );
    t.equal(rows.length, before + stored);
    const tree = growTree(sha256);
    for (const { hash } of rows) tree.append(hash);
    t.same((await headOf(server, one)).root, tree.root(), "the head is the tree's of what the table holds");

    // Whoever comes second waits until the first one's end is known, and stands behind it.
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    const add = (transaction: Parameters<typeof appendServerAct>[0], day = DAY) =>
      appendServerAct(transaction, serverPayload({ act: "remove-factors", object: randomBytes(16) }), day);
    const waiting = await database.transaction().execute(async (transaction) => {
      await add(transaction);
      // Else it would be sent with COMMIT.
      await isAlive(transaction);
      const second = database.transaction().execute((other) => add(other, "2020-01-01"));
      second.catch(() => {});
      while (!(await isWaitedFor(server))) await sleep(10);
      return { second };
    });
    await t.resolves(waiting.second);
  });

  await t.test(
    "attack 70: whoever has not opened a case learns of what is done in it that something was, no more",
    async (t) => {
      const own = await trailOf(server, one);
      const theirs = await trailOf(server, administrator);
      t.equal(theirs.length, own.length);
      t.same(actsIn(theirs), [], "neither who opened nor who wrote");
      const page = await send(server, "/api/audit/entries?page=0&size=4", { session: administrator });
      t.notOk(page.text.includes(one.member.entry.id) || page.text.includes("message"));
      const third = await logIn(server, server.organisation.lead);
      const refused = [handle, "00000000-0000-4000-8000-000000000000"].map((name) =>
        send(server, `/api/cases/${name}/audit?size=3`, { session: third }),
      );
      const [unopened, unknown] = await Promise.all(refused);
      t.same([unopened?.status, unopened?.text], [unknown?.status, unknown?.text], "as of a case that is not there");
      const head = await headOf(server, one);
      const ofCase = await send(server, `/api/cases/${handle}/audit?size=${head.size}`, { session: one });
      const { items } = openCaseAudit(sha256, ofCase.bytes, head);
      t.ok(items.length >= 2, "who has it is shown them all, each with its proof");
      for (const { leaf } of items) t.ok(leaf.length > 32);
    },
  );

  await t.test("a reporter's whole life leaves no trace in it", async (t) => {
    const before = (await headOf(server, one)).checkpoint;
    const mine = await storeReport(server);
    for (const call of [
      { path: "/api/case", method: "GET" },
      { path: "/api/case/messages/0/1", method: "PUT", body: makeMessage(mine.keys.auth, []) },
      { path: "/api/case", method: "GET" },
      { path: "/api/case", method: "DELETE" },
    ])
      await sendSigned(server, mine.keys.auth, call.path, call);
    await sendSigned(server, report.keys.auth, "/api/case", {});
    await sendSigned(server, second.keys.auth, "/api/case", {});
    t.equal((await headOf(server, one)).checkpoint, before);
  });

  await t.test(
    "nobody changes it, the tables' owner no more than the application; rewriting changes nothing",
    async (t) => {
      const before = (await headOf(server, one)).checkpoint;
      for (const url of [server.urls.ownerUrl, server.urls.appUrl]) {
        for (const table of ["audit_log", "audit_cases"]) {
          for (const change of [
            `UPDATE ${table} SET place = place + 1000`,
            `DELETE FROM ${table}`,
            `TRUNCATE ${table}`,
          ])
            await t.rejects(query(url, change), { code: "42501" }, change);
        }
      }
      await t.rejects(
        query(server.urls.appUrl, "INSERT INTO audit_cases VALUES ('00000000-0000-4000-8000-000000000000', 0)"),
        { code: "42501" },
      );
      const { database, close } = connect(server.urls.appUrl);
      t.teardown(close);
      await rewrite(database);
      t.equal((await headOf(server, one)).checkpoint, before);
      const rows = await query<{ leaf: Buffer; hash: Buffer; hour: number }>(
        server.urls.ownerUrl,
        "SELECT hour, hash, payload AS leaf FROM audit_log ORDER BY place",
      );
      t.ok(
        rows.every(({ hour }, at) => at === 0 || hour >= (rows[at - 1]?.hour ?? 0)),
        "days never go back",
      );
      t.same(
        rows.filter(({ hour }) => hour % 24 !== 0),
        [],
        "and none of them tells an hour: an open desk opens within seconds what comes",
      );
      const leaves = await send(server, `/api/audit/entries?page=0&size=${rows.length}`, { session: one });
      const shown = openAuditPage(sha256, leaves.bytes, 0, await headOf(server, one));
      for (const [at, leaf] of shown.entries())
        if (!isHidden(leaf))
          t.same(leafHashOf(sha256, leaf), new Uint8Array(rows[at]?.hash ?? []), "hashed as clients do");
    },
  );

  await t.test(
    "attack 52: what the owner of the database changes is found by the next who has seen the trail",
    async (t) => {
      const seen = (looked: Awaited<ReturnType<typeof lookAtLog>>) => ("head" in looked ? [looked.head] : []);
      const connectionTo = ({ origin }: TestServer) => ({ ...connectTo(origin), cookie: one.cookie });
      const remembered = seen(await lookAtLog(connectionTo(server), []));
      t.equal(remembered.length, 1);
      const byOwner = async (change: string) => {
        // Whoever owns the tables takes the refusal away first.
        const guards = ["DISABLE", "ENABLE"].map((how) => `ALTER TABLE audit_log ${how} TRIGGER USER`);
        await query(server.urls.ownerUrl, `BEGIN; ${guards[0]}; ${change}; ${guards[1]}; COMMIT`);
      };
      const changes = {
        "an entry edited": ["UPDATE audit_log SET hash = sha256(hash) WHERE place = 3", "log-forked"],
        "two exchanged": [
          "UPDATE audit_log SET place = 1000 WHERE place = 2; UPDATE audit_log SET place = 2 WHERE place = 3; UPDATE audit_log SET place = 3 WHERE place = 1000",
          "log-forked",
        ],
        "one deleted, and the others moved up": [
          "DELETE FROM audit_log WHERE place = 3; UPDATE audit_log SET place = -place WHERE false; UPDATE audit_log SET place = place + 1000 WHERE place > 3; UPDATE audit_log SET place = place - 1001 WHERE place > 1000",
          "log-rolled-back",
        ],
        "its end cut off": ["DELETE FROM audit_log WHERE place > 3", "log-rolled-back"],
      } as const;
      for (const [what, [change, alarm]] of Object.entries(changes)) {
        const kept = await query<{ row: string }>(
          server.urls.ownerUrl,
          "SELECT row_to_json(audit_log)::text AS row FROM audit_log",
        );
        await byOwner(change);
        // Another process reads what the database has now.
        const { database, close } = connect(server.urls.appUrl);
        const audit = makeAudit(database, makeServerKey(server.serverKey), makeOrigins([server.origin]));
        const answer = async () => {
          const { proof, ...head } = await audit.head(remembered[0]?.size ?? 0);
          return Response.json({ ...head, proof: toBase64url(proof) });
        };
        t.teardown(close);
        const looked = await lookAtLog(connectTo(server.origin, answer), remembered);
        t.same("alarm" in looked && looked.alarm, alarm, what);
        const rows = kept.map(({ row }) => `('${row.replaceAll("'", "''")}'::json)`).join(",");
        await byOwner(
          `DELETE FROM audit_log; INSERT INTO audit_log SELECT r.* FROM (VALUES ${rows}) AS kept (row), json_populate_record(NULL::audit_log, row) AS r`,
        );
      }
      t.same(seen(await lookAtLog(connectionTo(server), remembered)), remembered, "as it was it is right again");
    },
  );

  await t.test("whoever publishes and whoever acts wait for one another, and neither for ever", async (t) => {
    const memberId = fromHex(other.member.entry.id);
    const act = { handle: undefined, under: { version: 1, statement: 1 }, day: DAY };
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    const published = await database.transaction().execute(async (transaction) => {
      await transaction.selectFrom("sessions").select("way").where("member_id", "=", memberId).forUpdate().execute();
      const publishing = insertState(
        database,
        { version: 1, directory: undefined, statements: [], day: DAY },
        { changed: [memberId], forgotten: [], settled: [] },
        { ...act, id: randomBytes(16), payload: randomBytes(64), memberId: fromHex(one.member.entry.id) },
      );
      publishing.catch(() => {});
      while (!(await isWaitedFor(server))) await sleep(10);
      await appendAct(transaction, { ...act, id: randomBytes(16), payload: randomBytes(64), memberId });
      return { publishing };
    });
    t.equal(await published.publishing, true);
  });

  await t.test("an act that the log refuses fails its transaction, whatever comes behind it", async (t) => {
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    const { size } = await headOf(server, one);
    const memberId = fromHex(one.member.entry.id);
    const act = { handle: undefined, under: { version: 1, statement: 0 }, day: DAY, memberId };
    for (const comesBehind of [() => Promise.resolve(), isAlive]) {
      const done = database.transaction().execute(async (transaction) => {
        await appendAct(transaction, { ...act, id: randomBytes(16), payload: randomBytes(64) });
        await comesBehind(transaction);
      });
      const error: unknown = await done.then(
        () => "done",
        (thrown: unknown) => thrown,
      );
      t.equal(refusalOf(error), "stale-directory", "its own reason is what is told");
    }
    t.equal((await headOf(server, one)).size, size);
  });

  await t.test("attack 52: of a database that goes back under a running server no lost entry is signed", async (t) => {
    const before = await headOf(server, one);
    const guarded = (change: string) =>
      query(
        server.urls.ownerUrl,
        `BEGIN; ALTER TABLE audit_log DISABLE TRIGGER USER; ${change}; ALTER TABLE audit_log ENABLE TRIGGER USER; COMMIT`,
      );
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    const goOn = () =>
      database
        .transaction()
        .execute((transaction) =>
          appendServerAct(transaction, serverPayload({ act: "remove-factors", object: randomBytes(16) }), DAY),
        );
    const isAsStored = async () => {
      const rows = await query<{ hash: Buffer }>(server.urls.ownerUrl, "SELECT hash FROM audit_log ORDER BY place");
      const tree = growTree(sha256);
      for (const { hash } of rows) tree.append(hash);
      const { size, root } = await headOf(server, one);
      t.same({ size, root }, { size: tree.size, root: tree.root() });
    };
    await guarded(`DELETE FROM audit_log WHERE place >= ${before.size - 2}`);
    await isAsStored();
    await goOn();
    await isAsStored();
    await guarded(`DELETE FROM audit_log WHERE place >= ${before.size - 2}`);
    for (let more = 0; more < 4; more++) await goOn();
    await isAsStored();
  });

  await t.test(
    "a start adds nothing that is more than a year younger than the last entry: the clock may be wrong",
    async (t) => {
      const { database, close } = connect(server.urls.appUrl);
      t.teardown(close);
      const audit = makeAudit(database, makeServerKey(server.serverKey), makeOrigins([server.origin]));
      const { size } = await headOf(server, one);
      const aged = (hours: number) =>
        query(
          server.urls.ownerUrl,
          `BEGIN; ALTER TABLE audit_log DISABLE TRIGGER USER; UPDATE audit_log SET hour = hour - ${hours};
         ALTER TABLE audit_log ENABLE TRIGGER USER; COMMIT`,
        );
      await aged(24 * 368);
      t.equal(await audit.begin(randomBytes(32)), false);
      t.equal((await headOf(server, one)).size, size);
      await aged(-24 * 368);
      t.equal(await audit.begin(randomBytes(32)), true);
      t.equal((await headOf(server, one)).size, size + 1);
    },
  );
});
