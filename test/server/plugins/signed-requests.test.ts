import t from "tap";
import { OWN_BOX_BYTES, rowSizes } from "../../../src/crypto/message.ts";
import { deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { encodeMemberRow, encodeOwnRow, parseCheckAnswer, parsePaddedRows } from "../../../src/protocol/frames.ts";
import { CHECK_ANSWER_BYTES, NONCE_SECONDS, ROWS_PAGE_BYTES } from "../../../src/protocol/limits.ts";
import { makeNonce, nowSeconds } from "../../../src/server/admission/nonces.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Answered,
  send,
  sendSigned,
  signatureHeaders,
  startServer,
  startTwoServers,
  storeReport,
  takeNonce,
} from "../../support/machine/server.ts";

const [smallest = 0] = rowSizes("reporter");
const ownRow = () => encodeOwnRow(randomBytes(smallest), randomBytes(OWN_BOX_BYTES));
const unknownKeys = () => deriveTokenKeys(makeToken()).auth;

t.test("attack 84: a nonce serves once, also when two processes are asked at once", async (t) => {
  const server = await startTwoServers(t);
  const { keys } = await storeReport(server);
  const nonce = await takeNonce(server);
  t.equal((await sendSigned(server, keys.auth, "/api/case", { nonce })).status, 200);
  t.equal(
    (await sendSigned(server, keys.auth, "/api/case", { nonce })).problem,
    "bad-signature",
    "the same request again",
  );
  t.equal(
    (await sendSigned(server, keys.auth, "/api/case", { nonce, method: "DELETE" })).problem,
    "bad-signature",
    "another request",
  );
  t.equal((await sendSigned(server, unknownKeys(), "/api/case", { nonce })).problem, "bad-signature", "another key");

  for (let round = 0; round < 5; round++) {
    const shared = await takeNonce(server);
    const [first, second] = server.both;
    const asks = [first, second, first, second].map((each) =>
      sendSigned(each, keys.auth, "/api/case", { nonce: shared, as: server.origin }),
    );
    const statuses = (await Promise.all(asks)).map(({ status }) => status);
    t.same(
      statuses.toSorted((a, b) => a - b),
      [200, 401, 401, 401],
    );
  }
});

t.test("attack 84: a signature counts for the query that was sent and no other", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const nonce = await takeNonce(server);
  const signed = (path: string) => ({
    ...signatureHeaders(keys.auth, { origin: server.origin, method: "GET", path, nonce: fromBase64url(nonce) }),
    [HEADERS.nonce]: nonce,
  });
  for (const path of [
    "/api/case/messages?before=2",
    "/api/case/messages?before=1&",
    "/api/case/messages?&before=1",
    "/api/case/messages?before=%31",
  ]) {
    const answer = await send(server, path, { headers: signed("/api/case/messages?before=1") });
    t.equal(answer.problem, "bad-signature", path);
  }
  t.equal(
    (await send(server, "/api/case/messages?before=1", { headers: signed("/api/case/messages?before=1") })).status,
    200,
  );
});

t.test(
  "attack 25: a signature counts for one origin, method, path and body, and a nonce of this installation that has not expired",
  async (t) => {
    const server = await startServer(t, { moreOrigins: ["https://segel.example"] });
    const { keys } = await storeReport(server);
    const path = "/api/case/messages/0/1";
    const body = ownRow();
    const key = makeServerKey(server.serverKey);
    const foreign = makeServerKey(randomBytes(32));
    const call = (
      headers: Record<string, string>,
      options: { method?: string; path?: string; body?: Uint8Array } = {},
    ) => send(server, options.path ?? path, { method: options.method ?? "PUT", headers, body: options.body ?? body });
    const headersFor = (nonce: string, origin = server.origin) => ({
      ...signatureHeaders(keys.auth, { origin, method: "PUT", path, body, nonce: fromBase64url(nonce) }),
      [HEADERS.nonce]: nonce,
    });
    const fresh = () => makeNonce(key);
    const refused: Record<string, Promise<Answered>> = {
      "another origin": call(headersFor(fresh(), "https://elsewhere.example")),
      "an origin with a slash": call(headersFor(fresh(), `${server.origin}/`)),
      "another path": call(headersFor(fresh()), { path: "/api/case/messages/0/2" }),
      "another body": call(headersFor(fresh()), { body: ownRow() }),
      "a nonce of another installation": call(headersFor(makeNonce(foreign))),
      "an expired nonce": call(headersFor(makeNonce(key, nowSeconds() - 1))),
      "no nonce": call({ ...headersFor(fresh()), [HEADERS.nonce]: "" }),
      "a changed nonce": call(
        headersFor(toBase64url(fromBase64url(fresh()).map((byte, at) => byte ^ Number(at === 35)))),
      ),
      "another key": call({ ...headersFor(fresh()), [HEADERS.key]: "00".repeat(32) }),
      "a key of another length": call({ ...headersFor(fresh()), [HEADERS.key]: "00" }),
      "no signature": call({ ...headersFor(fresh()), [HEADERS.signature]: "" }),
      "a signature that is no base64": call({ ...headersFor(fresh()), [HEADERS.signature]: "*" }),
    };
    for (const [what, answer] of Object.entries(refused)) {
      const { status, problem, headers } = await answer;
      t.same([status, problem], [401, "bad-signature"], what);
      t.ok(headers.get(HEADERS.nonce), "with the next nonce");
    }
    const asGet = await send(server, "/api/case", { headers: headersFor(fresh()) });
    t.equal(asGet.problem, "bad-signature", "another method");
    t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM messages")).length, 0);
    t.equal(
      (await query(server.urls.ownerUrl, "SELECT 1 FROM spent")).length,
      1,
      "the report's alone: who cannot sign writes nothing",
    );
    t.equal((await call(headersFor(fresh(), "https://segel.example"))).status, 200, "each configured origin is ours");
  },
);

t.test(
  "attack 24: unknown, wrong and burnt words get an answer of the same status, length and headers as known ones",
  async (t) => {
    const server = await startServer(t);
    const known = (await storeReport(server)).keys.auth;
    const answered = (await storeReport(server)).keys.auth;
    const burnt = (await storeReport(server)).keys.auth;
    const session = await logIn(server, server.organisation.lead);
    for (const handle of await openHeads(server, session)) {
      for (const sequence of [1, 2, 3]) {
        await send(server, `/api/cases/${handle}/messages/team/0/${sequence}`, {
          method: "PUT",
          body: encodeMemberRow(randomBytes(smallest)),
          session,
        });
      }
    }
    t.equal((await sendSigned(server, burnt, "/api/case", { method: "DELETE" })).status, 200);

    const look = ({ status, headers, bytes }: Answered) => ({
      status,
      length: bytes.length,
      headers: [...headers].filter(([name]) => name !== HEADERS.nonce),
    });
    for (const [path, length] of [
      ["/api/case", CHECK_ANSWER_BYTES],
      ["/api/case/messages?before=3", ROWS_PAGE_BYTES],
    ] as const) {
      const reference = look(await sendSigned(server, known, path));
      t.equal(reference.status, 200);
      t.equal(reference.length, length);
      for (const keys of [answered, burnt, unknownKeys()])
        t.same(look(await sendSigned(server, keys, path)), reference);
    }
    const burn = look(await sendSigned(server, unknownKeys(), "/api/case", { method: "DELETE" }));
    t.same(
      look(await sendSigned(server, known, "/api/case", { method: "DELETE" })),
      burn,
      "burning says nothing either",
    );
    t.same(
      (await sendSigned(server, burnt, "/api/case")).bytes,
      (await sendSigned(server, unknownKeys(), "/api/case")).bytes,
      "a burnt case and one that never was: byte for byte the same",
    );
  },
);

t.test("every answer to a signed request brings the next nonce, and each nonce says when it ends", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const answer = await sendSigned(server, keys.auth, "/api/case");
  const next = answer.headers.get(HEADERS.nonce) ?? "";
  t.equal((await sendSigned(server, keys.auth, "/api/case", { nonce: next })).status, 200);
  const expires = Buffer.from(fromBase64url(next)).readUInt32BE(16);
  t.ok(Math.abs(expires - nowSeconds() - NONCE_SECONDS) < 30);
  const rows = await query<{ expires: Date }>(server.urls.ownerUrl, "SELECT expires FROM spent");
  t.ok(
    rows.every(({ expires: stored }) => stored.getTime() % 3_600_000 === 0),
    "what is kept of it says no more than the hour",
  );
});

t.test("a follow-up is the next one, or the same again; anything else is a conflict", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const put = (epoch: number, sequence: number, body: Uint8Array) =>
    sendSigned(server, keys.auth, `/api/case/messages/${epoch}/${sequence}`, { method: "PUT", body });
  const first = ownRow();
  t.equal((await put(0, 2, first)).problem, "conflict", "a gap");
  t.equal((await put(1, 1, first)).problem, "conflict", "an epoch that the case has not reached");
  t.equal((await put(0, 1, first)).status, 200);
  t.equal((await put(0, 1, first)).status, 200, "the same again");
  t.equal((await put(0, 1, ownRow())).problem, "conflict", "other bytes");
  const rivals = await Promise.all([ownRow(), ownRow(), ownRow()].map((body) => put(0, 2, body)));
  t.same(
    rivals.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409],
    "of several at once exactly one is stored",
  );
  t.equal(
    (await put(0, 3, encodeOwnRow(randomBytes(smallest - 1), randomBytes(OWN_BOX_BYTES)))).problem,
    "bad-envelope",
    "a size of no class",
  );
  t.equal(
    (await put(0, 3, encodeOwnRow(randomBytes(smallest), randomBytes(OWN_BOX_BYTES - 1)))).problem,
    "bad-envelope",
    "a shorter own box",
  );
  t.equal((await put(0, 3, randomBytes(100))).problem, "bad-envelope");
  const stranger = await sendSigned(server, unknownKeys(), "/api/case/messages/0/1", { method: "PUT", body: first });
  t.equal(stranger.problem, "not-found");
  const check = parseCheckAnswer((await sendSigned(server, keys.auth, "/api/case")).bytes);
  t.match(check, { reporterCount: 2, own: { epoch: 0, sequence: 2 } });
  t.equal(check?.ownDays.length, 2);
});

t.test("a check shows the newest answers that fit into 64 KiB, earlier ones come page by page", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle] = await openHeads(server, session);
  const sizes = [0, 0, 2, 0, 1, 1, 0].map((index) => rowSizes("team")[index]!);
  const rows = sizes.map((size) => randomBytes(size));
  for (const [index, row] of rows.entries()) {
    const body = encodeMemberRow(row);
    t.equal(
      (await send(server, `/api/cases/${handle}/messages/team/0/${index + 1}`, { method: "PUT", body, session }))
        .status,
      200,
    );
  }
  const check = parseCheckAnswer((await sendSigned(server, keys.auth, "/api/case")).bytes);
  t.equal(check?.teamCount, 7);
  t.same(
    check?.rows.map(({ sequence }) => sequence),
    [4, 5, 6, 7],
    "the large third one does not fit",
  );
  t.same(
    check?.rows.map(({ row }) => row),
    rows.slice(3),
  );
  const page = parsePaddedRows((await sendSigned(server, keys.auth, "/api/case/messages?before=4")).bytes);
  t.same(
    page.map(({ row }) => row),
    rows.slice(0, 3),
  );
});
