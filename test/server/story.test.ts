import t, { type Test } from "tap";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { OWN_BOX_BYTES, rowSizes } from "../../src/crypto/message.ts";
import { WRAP_BYTES } from "../../src/crypto/wrap-size.ts";
import {
  encodeMemberRow,
  encodeOwnRow,
  parseCaseItem,
  parseCases,
  parseCheckAnswer,
  parsePaddedRows,
  parseReportEnvelope,
  parseRows,
} from "../../src/protocol/frames.ts";
import { logIn, openHeads } from "../support/members.ts";
import {
  type TestServer,
  send,
  sendSigned,
  startServer,
  startTwoServers,
  storeReport,
} from "../support/machine/server.ts";

const [smallest = 0] = rowSizes("team");
const [smallestNote = 0] = rowSizes("internal");

async function play(t: Test, server: TestServer): Promise<void> {
  const report = await storeReport(server);
  const { auth } = report.keys;

  const before = parseCheckAnswer((await sendSigned(server, auth, "/api/case")).bytes);
  t.match(before, { reporterCount: 0, teamCount: 0, own: undefined, rows: [] }, "the reporter finds the receipt");

  const investigator = server.organisation.investigators[0]!;
  const session = await logIn(server, investigator);
  const granted = await openHeads(server, session);
  t.equal(granted.length, 1, "an investigator opens the head");
  const [handle] = granted;
  t.equal((await openHeads(server, session)).length, 0, "and is not shown it as new again");

  const envelope = parseReportEnvelope((await send(server, `/api/cases/${handle}/envelope`, { session })).bytes);
  t.ok(report.submission.length > envelope.body.length);
  const wrap = randomBytes(WRAP_BYTES);
  t.equal((await send(server, `/api/cases/${handle}/wrap`, { method: "PUT", body: wrap, session })).status, 200);

  const answer = randomBytes(smallest);
  const answering = { method: "PUT", body: encodeMemberRow(answer), session };
  const move = "?from=received&to=verifying";
  t.equal((await send(server, `/api/cases/${handle}/messages/team/0/1${move}`, answering)).status, 200);
  t.equal((await send(server, `/api/cases/${handle}/messages/team/0/1${move}`, answering)).status, 200, "again");
  const note = encodeMemberRow(randomBytes(smallestNote));
  t.equal(
    (await send(server, `/api/cases/${handle}/messages/internal/0/1`, { method: "PUT", body: note, session })).status,
    200,
  );

  const check = parseCheckAnswer((await sendSigned(server, auth, "/api/case")).bytes);
  t.equal(check?.teamCount, 1);
  t.same(check?.rows[0]?.row, answer, "the reporter reads the answer");

  const own = encodeOwnRow(randomBytes(smallest), randomBytes(OWN_BOX_BYTES));
  const path = "/api/case/messages/0/1";
  t.equal((await sendSigned(server, auth, path, { method: "PUT", body: own })).status, 200);
  t.equal((await sendSigned(server, auth, path, { method: "PUT", body: own })).status, 200, "again");

  const rows = parseRows((await send(server, `/api/cases/${handle}/messages/reporter`, { session })).bytes);
  t.equal(rows.length, 1, "the team reads the follow-up");
  const item = parseCaseItem((await send(server, `/api/cases/${handle}`, { session })).bytes);
  t.match(item, { state: "verifying", epoch: 0, counts: { reporter: 1, team: 1, internal: 1 } });
  t.same(item.wrap, wrap);
  t.same(parseCases((await send(server, "/api/cases", { session })).bytes).cases, [item]);

  const earlier = parsePaddedRows((await sendSigned(server, auth, "/api/case/messages?before=2")).bytes);
  t.same(
    earlier.map(({ row }) => row),
    [answer],
  );

  t.equal((await sendSigned(server, auth, "/api/case", { method: "DELETE" })).status, 200);
  t.equal(parseCheckAnswer((await sendSigned(server, auth, "/api/case")).bytes), undefined, "a burnt way in is gone");
  t.equal(
    (await send(server, `/api/cases/${handle}/envelope`, { session })).status,
    200,
    "the report stays with its recipients",
  );
  t.equal((await send(server, "/api/session", { method: "DELETE", session })).status, 204);
  t.equal((await send(server, "/api/session", { session })).problem, "not-signed-in");
}

t.test("a report is stored, opened, answered and answered again", async (t) => {
  await play(t, await startServer(t));
});

t.test("two processes behind one address, on one database, behave as one", async (t) => {
  await play(t, await startTwoServers(t));
});
