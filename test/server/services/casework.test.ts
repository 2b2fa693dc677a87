import t from "tap";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { accessSignatureInput } from "../../../src/crypto/request.ts";
import { rowSizes } from "../../../src/crypto/message.ts";
import { deriveSealingKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { openHead } from "../../../src/crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../../src/crypto/secret/seal.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { WRAP_BYTES } from "../../../src/crypto/wrap-size.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { STATES } from "../../../src/protocol/rules/casework.ts";
import {
  handleText,
  encodeMemberRow,
  parseCaseItem,
  parseHeads,
  parseReportEnvelope,
  parseRows,
} from "../../../src/protocol/frames.ts";
import { parseSubmission } from "../../../src/crypto/envelope.ts";
import { fetchHeads, logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Session,
  type TestServer,
  send,
  startServer,
  startTwoServers,
  storeReport,
  takeNonce,
} from "../../support/machine/server.ts";

const [note = 0] = rowSizes("internal");
const [answer = 0, larger = 0] = rowSizes("team");

async function openOne(server: TestServer): Promise<{ session: Session; handle: string }> {
  await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  return { session, handle };
}

t.test("attack 62: what is asked for by a handle is the case of that handle", async (t) => {
  const server = await startServer(t);
  const reports = [await storeReport(server), await storeReport(server), await storeReport(server)];
  const session = await logIn(server, server.organisation.lead);
  const heads = await fetchHeads(server, session);
  t.equal((await openHeads(server, session)).length, 3);
  for (const report of reports) {
    const { head, body } = parseSubmission(report.submission);
    const [handle = ""] = [...heads].find(([, bytes]) => Buffer.from(bytes).equals(Buffer.from(head))) ?? [];
    const item = parseCaseItem((await send(server, `/api/cases/${handle}`, { session })).bytes);
    t.equal(handleText(item.handle), handle);
    t.same(item.caseId, report.caseId);
    t.same(parseReportEnvelope((await send(server, `/api/cases/${handle}/envelope`, { session })).bytes), {
      head,
      body,
    });
    t.equal(Buffer.from(head).includes(Buffer.from(item.summary)), true, "the summary is that of the head");
    t.equal(item.summary.length, 1_064);
  }
});

t.test(
  "a later look shows what is left of all days and what has come since, and nothing that was opened",
  async (t) => {
    const server = await startServer(t);
    const { organisation, urls } = server;
    for (let i = 0; i < 3; i++) await storeReport(server);
    await query(
      urls.ownerUrl,
      "UPDATE cases SET arrived_on = arrived_on - 30 WHERE handle IN (SELECT handle FROM cases LIMIT 2)",
    );
    const session = await logIn(server, organisation.lead);
    const look = async () => (await fetchHeads(server, session)).size;
    t.equal(await look(), 3);
    t.equal(await look(), 3, "again, whatever day they are of");
    await storeReport(server);
    t.equal(await look(), 4);
    t.equal((await openHeads(server, session)).length, 4);
    t.equal(await look(), 0);
    await storeReport(server);
    t.equal(await look(), 1);
    await query(urls.ownerUrl, "DELETE FROM cases");
    t.equal(await look(), 0);
  },
);

t.test("nothing but heads is shown to members of a channel before they prove that they opened a case", async (t) => {
  const server = await startServer(t);
  const { organisation } = server;
  await storeReport(server, { channel: organisation.channels[0] });
  await storeReport(server, { channel: organisation.channels[1] });
  const [first, , third] = organisation.investigators;
  const inBoth = await logIn(server, first!);
  const inOne = await logIn(server, third!);
  t.equal((await fetchHeads(server, inBoth)).size, 2);
  const heads = await fetchHeads(server, inOne);
  t.equal(heads.size, 1, "heads of the member's own channels alone");
  const handles = (await query<{ handle: string }>(server.urls.ownerUrl, "SELECT handle FROM cases")).map(
    ({ handle }) => handle,
  );
  const unknown = "00000000-0000-4000-8000-000000000000";
  const look = async (path: string, method = "GET", body?: Uint8Array) => {
    const { status, text, headers } = await send(server, path, {
      session: inOne,
      method,
      ...(body === undefined ? {} : { body }),
    });
    return { status, text, headers: [...headers] };
  };
  for (const handle of handles) {
    for (const rest of ["", "/envelope", "/messages/team", "/messages/internal", "/messages/reporter"]) {
      t.same(
        await look(`/api/cases/${handle}${rest}`),
        await look(`/api/cases/${unknown}${rest}`),
        `a case that is not proved looks like none: ${rest}`,
      );
    }
    for (const query of ["", "?from=received&to=verifying", "?from=received&to=closed", "?from=closed&to=reviewing"]) {
      const rest = `/messages/team/0/1${query}`;
      t.same(
        await look(`/api/cases/${handle}${rest}`, "PUT", encodeMemberRow(randomBytes(answer))),
        await look(`/api/cases/${unknown}${rest}`, "PUT", encodeMemberRow(randomBytes(answer))),
        rest,
      );
    }
    t.same(
      await look(`/api/cases/${handle}/wrap`, "PUT", randomBytes(WRAP_BYTES)),
      await look(`/api/cases/${unknown}/wrap`, "PUT", randomBytes(WRAP_BYTES)),
    );
  }
});

t.test(
  "access is granted for a proof by the case's own key, this member, this address, this epoch and a fresh nonce",
  async (t) => {
    const server = await startTwoServers(t);
    await storeReport(server);
    const { investigators, lead } = server.organisation;
    const session = await logIn(server, lead);
    const colleague = await logIn(server, investigators[0]!);
    const [[handle, bytes]] = [...(await fetchHeads(server, session))] as [[string, Uint8Array]];
    const { head, contentKey } = openHead(
      bytes,
      { kind: "report" },
      lead.keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed)),
    );
    const key = deriveAccessKeyPair(contentKey);
    const proofFor = (
      nonce: string,
      { memberId = lead.entry.id, origin = server.origin, epoch = 0, caseId = head.prefix.caseId } = {},
    ) => {
      const input = accessSignatureInput({
        origin,
        caseId,
        epoch,
        memberId: fromHex(memberId),
        nonce: fromBase64url(nonce),
      });
      return { handle, epoch, signature: toBase64url(sign(key, input)) };
    };
    const grant = async (nonce: string, proofs: object[], by = session) =>
      send(server, "/api/access", { method: "POST", body: { nonce, proofs }, session: by });
    const granted = async (...call: Parameters<typeof grant>) =>
      (JSON.parse((await grant(...call)).text) as { granted: string[] }).granted;

    for (const [what, options] of [
      ["of another member", { memberId: investigators[0]!.entry.id }],
      ["for another address", { origin: "https://elsewhere.example" }],
      ["of another epoch", { epoch: 1 }],
      ["of the largest epoch", { epoch: 0xffff_ffff }],
      ["of another case", { caseId: randomBytes(32) }],
    ] as const) {
      const nonce = await takeNonce(server);
      t.same(await granted(nonce, [proofFor(nonce, options)]), [], `a proof ${what}`);
    }
    const old = await takeNonce(server);
    const nonce = await takeNonce(server);
    t.same(await granted(nonce, [proofFor(old)]), [], "a proof with another nonce");
    t.equal((await grant(nonce, [proofFor(nonce)])).problem, "bad-signature", "a nonce serves once");
    const lent = await takeNonce(server);
    t.same(await granted(lent, [proofFor(lent)], colleague), [], "a proof that was lent");
    t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM access")).length, 0);

    const good = await takeNonce(server);
    const nobody = { ...proofFor(good), handle: "00000000-0000-4000-8000-000000000000" };
    t.same(await granted(good, [proofFor(good), proofFor(good), nobody]), [handle], "the right one among others, once");
    t.equal((await send(server, `/api/cases/${handle}`, { session })).status, 200);
    t.equal(
      (await send(server, `/api/cases/${handle}`, { session: colleague })).status,
      404,
      "and for this member alone",
    );
    await query(server.urls.ownerUrl, "UPDATE cases SET epoch = 1");
    t.equal(
      (await send(server, `/api/cases/${handle}`, { session })).status,
      404,
      "a new epoch ends what an older one proved",
    );
  },
);

t.test("heads come in the order of their random names, 200 a page, each once", async (t) => {
  const server = await startServer(t);
  await storeReport(server);
  await query(
    server.urls.ownerUrl,
    `INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
    SELECT gen_random_uuid(), case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body FROM cases, generate_series(1, 400)`,
  );
  const session = await logIn(server, server.organisation.lead);
  const seen: string[] = [];
  const sizes: number[] = [];
  for (let after: string | undefined; ;) {
    const page = parseHeads(
      (await send(server, `/api/heads${after === undefined ? "" : `?after=${after}`}`, { session })).bytes,
    );
    sizes.push(page.heads.length);
    seen.push(...page.heads.map(({ handle }) => handleText(handle)));
    if (page.next === undefined) break;
    after = handleText(page.next);
  }
  t.same(sizes, [200, 200, 1]);
  t.equal(new Set(seen).size, 401);
  t.same(seen, seen.toSorted());
});

t.test("a message of the team is the next of its direction in the case's epoch, or the same again", async (t) => {
  const server = await startTwoServers(t);
  const { session, handle } = await openOne(server);
  const put = (place: string, row: Uint8Array) =>
    send(server, `/api/cases/${handle}/messages/${place}`, { method: "PUT", body: encodeMemberRow(row), session });
  const first = randomBytes(answer);
  t.equal((await put("team/0/2", first)).problem, "conflict", "a gap");
  t.equal((await put("team/1/1", first)).problem, "conflict", "another epoch");
  t.equal((await put("team/0/1", randomBytes(answer + 1))).problem, "bad-envelope", "a size of no class");
  t.equal((await put("internal/0/1", first)).problem, "bad-envelope", "a size of the other direction");
  t.equal((await put("reporter/0/1", first)).problem, "bad-request", "not in the reporter's name");
  t.equal((await put("team/0/1", first)).status, 200);
  t.equal((await put("team/0/1", first)).status, 200, "the same again");
  t.equal((await put("team/0/1", randomBytes(answer))).problem, "conflict", "other bytes");
  t.equal((await put("internal/0/1", randomBytes(note))).status, 200, "each direction counts for itself");
  const rivals = await Promise.all(Array.from({ length: 4 }, () => put("team/0/2", randomBytes(answer))));
  t.same(
    rivals.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409],
    "of several at once exactly one is stored",
  );
  t.equal((await put("team/0/3", randomBytes(larger))).status, 200);
  const rows = parseRows((await send(server, `/api/cases/${handle}/messages/team?after=1`, { session })).bytes);
  t.same(
    rows.map(({ sequence }) => sequence),
    [2, 3],
  );
});

t.test("messages for members come as many as fit into 1 MiB, and at least one", async (t) => {
  const server = await startServer(t);
  const { session, handle } = await openOne(server);
  const huge = rowSizes("internal").at(-1) ?? 0;
  for (let sequence = 1; sequence <= 17; sequence++) {
    t.equal(
      (
        await send(server, `/api/cases/${handle}/messages/internal/0/${sequence}`, {
          method: "PUT",
          body: encodeMemberRow(randomBytes(huge)),
          session,
        })
      ).status,
      200,
    );
  }
  const at = `/api/cases/${handle}/messages/internal`;
  const page = async (query: string) =>
    parseRows((await send(server, `${at}?${query}`, { session })).bytes).map(({ sequence }) => sequence);
  t.same(await page("after=0"), [1, 2, 3], "the first ones that fit into a page");
  t.same(await page("after=15"), [16, 17]);
  t.same(await page("after=17"), []);
  t.same(await page("before=18"), [15, 16, 17], "the newest ones that fit, in their order");
  t.same(await page("before=3"), [1, 2]);
  t.same(await page("before=1"), []);
  t.equal((await send(server, `${at}?after=1&before=9`, { session })).problem, "bad-request");
});

t.test("a state moves with a message, from the state that the case has, along a move that is allowed", async (t) => {
  const server = await startTwoServers(t);
  const { session, handle } = await openOne(server);
  const put = (sequence: number, query: string, body = encodeMemberRow(randomBytes(answer))) =>
    send(server, `/api/cases/${handle}/messages/team/0/${sequence}${query}`, { method: "PUT", body, session });
  const state = async () => parseCaseItem((await send(server, `/api/cases/${handle}`, { session })).bytes).state;
  t.equal((await put(1, "?from=received&to=closed")).problem, "move-not-allowed");
  t.equal((await put(1, "?from=verifying&to=reviewing")).problem, "conflict", "from another state than the case has");
  t.equal((await put(1, "?from=received")).problem, "bad-request");
  t.equal((await put(1, "?to=verifying")).problem, "bad-request");
  t.equal((await put(1, "?from=received&to=nowhere")).problem, "bad-request");
  t.equal((await put(1, "?from=received&from=received&to=verifying")).problem, "bad-request");
  t.equal(await state(), "received");
  t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM messages")).length, 0, "a refused move stores no message");
  const moving = encodeMemberRow(randomBytes(answer));
  const today = () => new Date().toISOString().slice(0, 10);
  const begun = today();
  t.equal((await put(1, "?from=received&to=verifying", moving)).status, 200);
  t.equal(
    (await put(1, "?from=received&to=verifying", moving)).status,
    200,
    "the same again, although the state has moved",
  );
  t.equal((await put(2, "?from=received&to=verifying")).problem, "conflict");
  const rivals = await Promise.all([put(2, "?from=verifying&to=reviewing"), put(2, "?from=verifying&to=archived")]);
  t.same(
    rivals.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
  t.ok((STATES as readonly string[]).includes(await state()));
  const [row] = await query<{ state_on: string }>(server.urls.ownerUrl, "SELECT state_on::text FROM cases");
  // The day is UTC's where no office has named another. Two days where the test runs across midnight.
  t.ok([begun, today()].includes(row?.state_on ?? ""), `a day, not a time: ${row?.state_on}`);
});

t.test("a wrap is the member's own, has one size and is replaced by the next", async (t) => {
  const server = await startServer(t);
  const { session, handle } = await openOne(server);
  const colleague = await logIn(server, server.organisation.investigators[0]!);
  await openHeads(server, colleague);
  const put = (body: Uint8Array, by = session) =>
    send(server, `/api/cases/${handle}/wrap`, { method: "PUT", body, session: by });
  const wrap = async (by: Session) =>
    parseCaseItem((await send(server, `/api/cases/${handle}`, { session: by })).bytes).wrap;
  const [mine, newer, theirs] = [randomBytes(WRAP_BYTES), randomBytes(WRAP_BYTES), randomBytes(WRAP_BYTES)];
  t.equal((await put(randomBytes(WRAP_BYTES - 1))).problem, "bad-request");
  t.equal((await put(mine)).status, 200);
  t.equal((await put(newer)).status, 200);
  t.equal((await put(theirs, colleague)).status, 200);
  t.same([await wrap(session), await wrap(colleague)], [newer, theirs]);
});
