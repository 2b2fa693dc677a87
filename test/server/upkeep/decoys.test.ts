import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { fromHex, hex, sameBytes } from "../../../src/crypto/bytes.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { checkBody, inspectHead } from "../../../src/crypto/envelope.ts";
import { deriveSealingKeyPair } from "../../../src/crypto/secret/keys.ts";
import { openHead } from "../../../src/crypto/secret/open.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import { handleText, parseHeadNames } from "../../../src/protocol/frames.ts";
import { makeDecoys } from "../../../src/server/admission/decoys.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import { today } from "../../../src/server/services/common/today.ts";
import { connect } from "../../../src/server/store/database.ts";
import { type DecoyMakingDeps, addDecoys } from "../../../src/server/upkeep/decoys.ts";
import { makeMessage, putMessage } from "../../support/files.ts";
import { fetchHeads, logIn } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type Session, type TestServer, send, startServer, storeReport } from "../../support/machine/server.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";

function making(server: TestServer, { isHigh = false, textBytes = 1e9, rung = [] as string[] } = {}): DecoyMakingDeps {
  const { database, close } = connect(server.urls.appUrl, { onError: () => {} });
  t.teardown(close);
  const key = makeServerKey(server.serverKey);
  return {
    database,
    key,
    directories: makeDirectories(database, key, server.organisation.rootSet),
    decoys: makeDecoys(database, key, today),
    changes: { ofChannel: () => {} },
    notices: { ring: async (handle, isReport) => void (isReport && rung.push(handle)) },
    load: { isHigh: () => isHigh },
    presence: { share: () => 1 },
    textBytes,
    log: makeLog("silent"),
  };
}

const count = async (server: TestServer) =>
  Number((await query<{ count: string }>(server.urls.ownerUrl, "SELECT count(*) FROM cases"))[0]?.count);

t.test("attack 70: for whom a report does not open every route answers about it as about a decoy", async (t) => {
  const server = await startServer(t);
  const { investigators, channels } = server.organisation;
  const [opener, other] = [await logIn(server, investigators[0]!), await logIn(server, investigators[1]!)];
  const report = await storeReport(server, { channel: channels[0] });
  const [real = ""] = [...(await fetchHeads(server, other)).keys()];
  await query(server.urls.ownerUrl, "INSERT INTO access VALUES (decode($1, 'hex'), $2, 0)", [
    opener.member.entry.id,
    real,
  ]);
  const sender = { session: opener, handle: real };
  t.equal((await putMessage(server, sender, 1, makeMessage(sender, []))).status, 200);
  t.equal((await putMessage(server, report.keys.auth, 1, makeMessage(report.keys.auth, []))).status, 200);
  const deps = making(server);
  t.ok((await addDecoys(deps, 0)) >= 8, "the first ones come at once");

  const heads = await fetchHeads(server, other);
  const channelOf = (handle: string) => hex(inspectHead(heads.get(handle)!, { kind: "report" }).prefix.channelId);
  const decoys = [...heads.keys()].filter((handle) => deps.key.isDecoy(handle) && channelOf(handle) === channels[0].id);
  t.ok(decoys.length >= 8);
  t.notOk(deps.key.isDecoy(real));
  t.notOk(decoys.some(makeServerKey(randomBytes(32)).isDecoy), "whoever has not the server's key cannot tell");
  const decoy = decoys[0] ?? "";
  t.match(decoy, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  const inspected = [real, decoy].map((handle) => inspectHead(heads.get(handle)!, { kind: "report" }));
  const shapes = inspected.map(({ prefix, slots, summary }) =>
    [
      hex(prefix.channelId),
      prefix.directoryVersion,
      hex(prefix.directoryHash),
      prefix.bodyClass,
      slots.length,
      summary.length,
    ].join(),
  );
  t.equal(shapes[0], shapes[1], "directory, class, slots: one shape");
  const strangersKeys = server.organisation.custodians.flatMap(({ keys }) => keys.sealingSeeds);
  for (const handle of [real, decoy])
    t.throws(
      () =>
        openHead(
          heads.get(handle)!,
          { kind: "report" },
          strangersKeys.map(({ seed }) => deriveSealingKeyPair(seed)),
        ),
      new CryptoError("not-for-me"),
      "each says that it is not for who tries",
    );

  // Another process has added them: this one counts at most two seconds late.
  await sleep(2_100);
  const names = parseHeadNames((await send(server, "/api/heads/names", { session: other })).bytes);
  t.same(names.openedByNobody, [], "nobody is told which of them somebody has opened");
  t.ok([real, decoy].every((handle) => names.openedByOthers.map(handleText).includes(handle)));

  const routes = (Object.keys(API) as Operation[]).filter((name) => API[name].path.includes(":handle"));
  t.ok(routes.length >= 8);
  for (const name of routes) {
    const answers = await Promise.all([real, decoy].map((handle) => askAbout(server, other, name, handle)));
    t.equal(answers[0], answers[1], `${name}: the same for both`);
    t.match(answers[0], /^(404|400|415) /u, name);
  }
});

async function askAbout(server: TestServer, session: Session, name: Operation, handle: string): Promise<string> {
  const { method, path } = API[name];
  const values: Record<string, string> = {
    handle,
    direction: "team",
    epoch: "0",
    sequence: "1",
    fileId: "00".repeat(16),
    cell: "0",
    memberId: session.member.entry.id,
  };
  const address = path.replaceAll(/:([a-zA-Z]+)/gu, (_, key: string) => values[key] ?? "1");
  const body = method === "GET" || method === "DELETE" ? {} : { body: randomBytes(312) };
  const query = name === "putCell" ? "?of=1" : "";
  const { status, text, headers } = await send(server, address + query, { method, session, ...body });
  return `${status} ${text} ${headers.get("content-length")}`;
}

t.test(
  "a decoy is stored like a report: one row in each table, of the same lengths, with a body of its hash",
  async (t) => {
    const server = await startServer(t);
    await storeReport(server, { channel: server.organisation.channels[0] });
    const deps = making(server);
    await addDecoys(deps, 0);
    type Row = {
      handle: string;
      head: Uint8Array;
      body: Uint8Array;
      identity_head: Uint8Array;
      identity_body: Uint8Array;
    };
    const rows = await query<Row & { receipt: Uint8Array; state: string }>(
      server.urls.ownerUrl,
      "SELECT cases.*, receipt FROM cases JOIN inboxes USING (handle) WHERE channel_id = decode($1, 'hex')",
      [server.organisation.channels[0].id],
    );
    const lengths = (row: (typeof rows)[number]) =>
      [row.head, row.body, row.identity_head, row.identity_body, row.receipt].map(({ length }) => length).join();
    t.ok(rows.length > 8);
    t.equal(new Set(rows.map(lengths)).size, 1);
    for (const { handle, head, body, identity_head: identityHead, identity_body: identityBody } of rows) {
      const report = inspectHead(head, { kind: "report" });
      checkBody(report, body);
      const { caseId } = report.prefix;
      checkBody(inspectHead(identityHead, { kind: "identity", caseId, parent: report.headHash }), identityBody);
      if (deps.key.isDecoy(handle))
        t.ok(sameBytes(report.prefix.channelId, fromHex(server.organisation.channels[0].id)));
    }
    t.equal(
      (await query(server.urls.ownerUrl, "SELECT FROM spent")).length,
      await count(server),
      "and a row of a proof of work that has served",
    );
  },
);

t.test("decoys become at least as many as reports that were opened, and are in no count", async (t) => {
  const server = await startServer(t);
  const { investigators, channels } = server.organisation;
  const rung: string[] = [];
  const deps = making(server, { rung });
  const reports = 40;
  for (let one = 0; one < reports; one++) await storeReport(server, { channel: channels[1] });
  const id = investigators[0]!.entry.id;
  await query(
    server.urls.ownerUrl,
    "INSERT INTO access SELECT decode($1, 'hex'), handle, 0 FROM cases WHERE channel_id = decode($2, 'hex')",
    [id, channels[1].id],
  );
  t.equal(await addDecoys(making(server, { isHigh: true }), 0), 0, "what waits for the server goes first");
  t.equal(await addDecoys(making(server, { textBytes: 0 }), 0), 0, "and they fill no disk");
  for (let looks = 0; looks < 60; looks++) await addDecoys(deps, 0);
  // One of six rings: once in thousands of times none of the first fifty does.
  while (rung.length === 0) await addDecoys(deps, 7 * DAY_MS);
  const { count: all, bytes } = await deps.decoys.tally();
  t.ok(all >= reports, `${all} decoys`);
  t.ok(rung.length > 0 && rung.length < all / 2, `${rung.length} of them ring urgently, as some reports do`);
  t.ok(rung.every((handle) => deps.key.isDecoy(handle)));
  const fresh = await making(server).decoys.tally();
  t.same([fresh.count, fresh.bytes], [all, bytes], "a process that begins counts the same");
  t.equal(fresh.ofDay(today()), all);
});
