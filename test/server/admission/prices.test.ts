import type { Challenge } from "altcha-lib";
import t from "tap";
import { SMALL_CELL_BYTES } from "../../../src/crypto/file-cells.ts";
import { OWN_BOX_BYTES, rowSizes } from "../../../src/crypto/message.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { encodeOwnRow } from "../../../src/protocol/frames.ts";
import { type Purpose, purposeOf } from "../../../src/protocol/proof-of-work.ts";
import { DEFAULT_FILE_LIMITS } from "../../../src/server/services/cases/files.ts";
import { makeFile, makeMessage, putCell, putMessage } from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { writeWithoutEnd } from "./texts-without-end.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type TestReport,
  type TestServer,
  makeProof,
  makeReport,
  sendJson,
  sendSigned,
  startServer,
  storeReport,
  submit,
} from "../../support/machine/server.ts";
import { beQuiet } from "../../support/machine/quiet.ts";

beQuiet(t);

const MIB = 1_048_576;

/** How many digits of a solution must be zero. */
async function digits(server: Pick<TestServer, "origin">, purpose: Purpose): Promise<number> {
  const { parameters } = await sendJson<Challenge>(server, `/api/proof-of-work?for=${purpose}`);
  return parameters.keyPrefix.length;
}

/** The lead's way to the one case that has not been opened yet. */
async function open(server: TestServer) {
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  return { session, handle };
}

t.test("attack 87: texts without end in one case have a price, and an end that the office's answer moves", (t) =>
  writeWithoutEnd(t, 24),
);

t.test(
  "attack 87: reports and messages without end leave room for short reports, the office and its cases",
  async (t) => {
    const server = await startServer(t, { textBytes: 4 * MIB });
    const answered = await storeReport(server);
    const member = await open(server);
    t.equal((await putMessage(server, member, 1, makeMessage(member, []))).status, 200);
    const unanswered = await storeReport(server);
    const long = () => makeReport(server, { content: "x".repeat(300_000) });
    const fill = async (make: () => TestReport): Promise<number> => {
      for (let count = 0; ; count++) {
        const { status, problem } = await submit(server, make());
        if (status === 201) continue;
        t.same([status, problem], [507, "no-room"]);
        return count;
      }
    };
    t.ok((await fill(long)) >= 1, "long reports");
    t.equal(await digits(server, "report"), 2, "the next costs sixteen times as much");
    const last = makeReport(server);
    t.equal((await submit(server, last)).status, 201, "a short report");
    t.ok((await fill(() => makeReport(server))) > 10, "short reports");
    t.equal(await digits(server, "report"), 3, "and at last as much as a server may ask");
    t.equal((await submit(server, last)).status, 201, "the same again is still there");
    t.equal(server.log().split("texts of new cases find no room").length, 2, "the operator is told once");
    const [shortest = 0, longer = 0] = rowSizes("reporter");
    const followUp = (sequence: number, rowBytes: number, how: { readonly proof?: string } = {}) =>
      sendSigned(server, unanswered.keys.auth, `/api/case/messages/0/${sequence}`, {
        method: "PUT",
        body: encodeOwnRow(randomBytes(rowBytes), randomBytes(OWN_BOX_BYTES), []),
        ...how,
      });
    const pay = async () => ({ proof: await makeProof(server, { purpose: "message" }) });
    t.equal((await followUp(1, shortest)).problem, "proof-of-work-needed", "here nothing is free any more");
    t.equal((await followUp(1, longer, await pay())).problem, "awaiting-answer");
    t.equal((await followUp(1, shortest, await pay())).status, 200, "withdrawing and telling of burning is possible");
    let sequence = 2;
    while ((await followUp(sequence, shortest, await pay())).status === 200) sequence++;
    t.equal((await followUp(sequence, shortest, await pay())).problem, "awaiting-answer", "and has an end as well");
    t.equal((await putMessage(server, member, 2, makeMessage(member, []))).status, 200, "the office's answer");
    t.equal((await putMessage(server, answered.keys.auth, 1, makeMessage(answered.keys.auth, []))).status, 200);
  },
);

t.test(
  "attack 88: room for files gets dearer as it fills, and shares of it are kept for the office's cases",
  async (t) => {
    const room = { ...DEFAULT_FILE_LIMITS, bytes: 32 * SMALL_CELL_BYTES };
    const server = await startServer(t, { fileLimits: room });
    const worked = await storeReport(server);
    const member = await open(server);
    const stranger = await storeReport(server);
    const fill = async ({ keys }: TestReport): Promise<string> => {
      for (;;) {
        const { status, problem } = await putCell(server, keys.auth, makeFile({ cells: 1 }), 0);
        if (status !== 200) return problem;
      }
    };
    const stored = async () => {
      const [row] = await query<{ cells: number }>(
        server.urls.ownerUrl,
        "SELECT count(*)::int AS cells FROM file_cells",
      );
      return row?.cells;
    };
    t.equal(await digits(server, "file"), 1);
    t.equal(
      (await putCell(server, stranger.keys.auth, makeFile({ cells: 1 }), 0, { unpaid: true })).problem,
      "proof-of-work-needed",
    );
    for (let count = 0; count < 8; count++) await putCell(server, stranger.keys.auth, makeFile({ cells: 1 }), 0);
    t.equal(await digits(server, "file"), 2, "a quarter is full");
    t.equal(await fill(stranger), "awaiting-answer");
    t.equal(await stored(), 15, "what nobody has opened fills a half");
    t.equal(await fill(worked), "awaiting-answer");
    t.equal(await stored(), 23, "what was opened three quarters");
    t.equal(await digits(server, "file"), 3);

    t.equal((await putCell(server, member, makeFile({ cells: 1 }), 0)).status, 200, "the office sends a file");
    t.equal((await putMessage(server, member, 1, makeMessage(member, []))).status, 200);
    const asked = makeFile({ cells: 1 });
    t.equal(
      (await putCell(server, worked.keys.auth, asked, 0, { unpaid: true })).status,
      200,
      "and whom it has answered sends one without a price",
    );
    t.equal((await putCell(server, stranger.keys.auth, makeFile({ cells: 1 }), 0)).problem, "awaiting-answer");
    t.equal(await fill(worked), "storage-full", "to the end");
    t.equal((await putCell(server, worked.keys.auth, asked, 0)).status, 200, "what is there is said to be there");
  },
);

t.test("attack 90: heads that nobody opens raise the price of reports, in two steps and no further", async (t) => {
  const first = await startServer(t);
  await storeReport(first);
  const copy = (count: number) =>
    query(
      first.urls.ownerUrl,
      `INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
       SELECT gen_random_uuid(), case_id, channel_id, access_key, arrived_on, state_on, ''::bytea, ''::bytea, ''::bytea, ''::bytea
       FROM (SELECT * FROM cases LIMIT 1) AS one, generate_series(1, ${count})`,
    );
  // A process looks once a minute; each of these looks for the first time.
  const prices = async () => {
    const server = await startServer(t, { beside: first });
    return [await digits(server, "report"), await digits(server, "long-report"), await digits(server, "file")];
  };
  await copy(150);
  t.same(await prices(), [1, 2, 1], "as many as a holiday leaves");
  await copy(100);
  t.same(await prices(), [2, 3, 1]);
  await copy(5_000);
  t.same(await prices(), [3, 3, 1]);
  await query(
    first.urls.ownerUrl,
    "INSERT INTO access SELECT '\\x00112233445566778899aabbccddeeff', handle, 0 FROM cases",
  );
  t.same(await prices(), [1, 2, 1], "when they are opened it is over");
});

t.test("a proof of work pays for one request of its own kind", async (t) => {
  const server = await startServer(t, { proofsAreChecked: true });
  const report = makeReport(server);
  const { auth } = report.keys;
  const solve = (purpose: Purpose) => makeProof(server, { solved: true, purpose });
  t.equal((await submit(server, report, { proof: await solve("message") })).problem, "bad-proof-of-work");
  t.equal((await submit(server, report, { proof: await solve("report") })).status, 201);
  const long = makeReport(server, { content: "x".repeat(100_000) });
  t.equal(purposeOf("report", long.submission.length), "long-report");
  t.equal((await submit(server, long, { proof: await solve("report") })).problem, "bad-proof-of-work");
  const path = `/api/case/files/${"ab".repeat(16)}/0?of=1`;
  const [body = new Uint8Array()] = makeFile({ cells: 1 }).cells;
  const put = (proof: string) => sendSigned(server, auth, path, { method: "PUT", body, proof });
  t.equal((await put(await solve("message"))).problem, "proof-of-work-needed");
  t.equal((await put(await makeProof(server, { purpose: "file" }))).problem, "bad-proof-of-work", "nobody solved it");
  const proof = await solve("file");
  t.equal((await put(proof)).status, 200);
  t.equal((await put(proof)).problem, "bad-proof-of-work", "it serves once");
});
