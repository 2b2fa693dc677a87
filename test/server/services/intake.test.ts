import { createHmac } from "node:crypto";
import t from "tap";
import { concat, fromHex, utf8 } from "../../../src/crypto/bytes.ts";
import { type Submission, encodeSubmission, parseSubmission } from "../../../src/crypto/envelope.ts";
import { RECEIPT_BYTES } from "../../../src/crypto/message.ts";
import type { SigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { sealReport } from "../../../src/crypto/secret/seal.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { parseCheckAnswer } from "../../../src/protocol/frames.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { makeId, nextDocument } from "../../../src/client/directory/organisation.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { logIn, publish } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type TestReport,
  type TestServer,
  makeProof,
  makeReport,
  sendSigned,
  startServer,
  startTwoServers,
  storeReport,
  submit,
} from "../../support/machine/server.ts";
import { signedOf } from "../../support/organisation.ts";

async function countCases({ urls }: TestServer): Promise<number> {
  const [row] = await query<{ count: string }>(urls.ownerUrl, "SELECT count(*) FROM cases");
  return Number(row?.count);
}

/** The same report with parts exchanged. */
function withParts(report: TestReport, change: (parts: Submission) => Partial<Submission>): Uint8Array {
  const parts = parseSubmission(report.submission);
  return encodeSubmission({ ...parts, ...change(parts) });
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at < 0 ? bytes.length + at : at]! ^= 1;
  return copy;
}

t.test("attack 14: a whole envelope posted again is one report, with the same answer", async (t) => {
  const server = await startTwoServers(t);
  const report = makeReport(server);
  const proof = await makeProof(server);
  const first = await submit(server, report, { proof });
  t.equal(first.status, 201);
  const withSameProof = await submit(server, report, { proof });
  const withNewProof = await submit(server, report);
  for (const again of [withSameProof, withNewProof]) t.same([again.status, again.text], [first.status, first.text]);
  const many = await Promise.all(Array.from({ length: 8 }, () => submit(server, report, { proof })));
  t.same(new Set(many.map(({ status }) => status)), new Set([201]), "also many at once, at two processes");
  t.equal(await countCases(server), 1);
});

t.test("attack 74: other bytes under a case id are a conflict and leave the first report unchanged", async (t) => {
  const server = await startTwoServers(t);
  const report = await storeReport(server);
  const [before] = await query(server.urls.ownerUrl, "SELECT * FROM cases JOIN inboxes USING (handle)");
  const edited = makeReport(server, { text: "lain" });
  const token = report.token;
  const again = sealAgain(server, token);
  t.equal((await submit(server, again)).problem, "conflict", "sealed anew under the same words");
  const otherReceipt = withParts(report, () => ({ receipt: randomBytes(RECEIPT_BYTES) }));
  t.equal((await submit(server, report, { body: otherReceipt })).problem, "conflict", "another receipt");
  t.equal((await submit(server, edited)).status, 201, "new words make a new report");
  const [after] = await query(
    server.urls.ownerUrl,
    "SELECT * FROM cases JOIN inboxes USING (handle) WHERE inboxes.case_id = $1",
    [report.caseId],
  );
  t.same(after, before);

  const together = Array.from({ length: 6 }, () => sealAgain(server, makeToken()));
  const sameToken = makeToken();
  const rivals = together.map(() => sealAgain(server, sameToken));
  const answers = await Promise.all(rivals.map((rival) => submit(server, rival)));
  t.same(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409, 409, 409, 409, 409],
    "of several at once exactly one is stored",
  );
});

function sealAgain(server: TestServer, token: Uint8Array): TestReport {
  const fresh = makeReport(server);
  const keys = deriveTokenKeys(token);
  const { directory, organisation } = server;
  const [channel] = organisation.channels;
  const keysOf = (ids: readonly string[]) => ids.map((id) => directory.members.get(id)!.sealingKey!);
  const sealed = sealReport({
    token: keys,
    channelId: fromHex(channel.id),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    readers: keysOf(channel.recipients),
    slotCount: channel.slots,
    custodians: keysOf(channel.custodians),
    identitySlotCount: channel.identitySlots,
    summary: utf8("sekali lagi"),
    body: utf8("sekali lagi"),
    identity: new Uint8Array(),
    excluded: [],
  });
  return { ...fresh, ...sealed, keys };
}

t.test(
  "attack 74: a report whose answer was lost after the commit is found by a check, and sent again without harm",
  async (t) => {
    const server = await startServer(t);
    const report = makeReport(server);
    const proof = await makeProof(server);
    t.equal(
      parseCheckAnswer((await sendSigned(server, report.keys.auth, "/api/case")).bytes),
      undefined,
      "not stored yet",
    );
    await submit(server, report, { proof });
    t.ok(
      parseCheckAnswer((await sendSigned(server, report.keys.auth, "/api/case")).bytes),
      "the reporter learns that it is there",
    );
    t.equal((await submit(server, report, { proof })).status, 201);
    t.equal(await countCases(server), 1);
  },
);

t.test("nothing but a whole, correctly signed envelope is stored", async (t) => {
  const server = await startServer(t);
  const report = makeReport(server);
  const other = makeReport(server);
  const second = makeReport(server, { channel: server.organisation.channels[1] });
  const parts = parseSubmission(report.submission);
  const others = parseSubmission(other.submission);
  const wrong: Record<string, Uint8Array> = {
    "an empty body": new Uint8Array(),
    "no list": randomBytes(1_000),
    "a byte more": concat(report.submission, new Uint8Array(1)),
    "a byte less": report.submission.subarray(0, -1),
    "a changed slot": withParts(report, ({ head }) => ({ head: flipped(head, 1_000) })),
    "a changed signature": withParts(report, ({ head }) => ({ head: flipped(head, -1) })),
    "a changed summary": withParts(report, ({ head }) => ({ head: flipped(head, -300) })),
    "a changed body": withParts(report, ({ body }) => ({ body: flipped(body, 0) })),
    "a shorter body": withParts(report, ({ body }) => ({ body: body.subarray(0, -1) })),
    "the body of another report": withParts(report, () => ({ body: others.body })),
    "a changed identity": withParts(report, ({ identityBody }) => ({ identityBody: flipped(identityBody, 0) })),
    "the identity of another report": withParts(report, () => ({
      identityHead: others.identityHead,
      identityBody: others.identityBody,
    })),
    "the report in place of the identity": withParts(report, () => ({
      identityHead: parts.head,
      identityBody: parts.body,
    })),
    "the identity in place of the report": withParts(report, () => ({
      head: parts.identityHead,
      body: parts.identityBody,
    })),
    "no identity": withParts(report, () => ({ identityHead: new Uint8Array(), identityBody: new Uint8Array() })),
    "a shorter receipt": withParts(report, ({ receipt }) => ({ receipt: receipt.subarray(1) })),
    "an empty receipt": withParts(report, () => ({ receipt: new Uint8Array() })),
    "the head of another case": withParts(report, () => ({ head: others.head, body: others.body })),
    "another report as a whole": other.submission,
    "a report to another channel with this identity": withParts(report, () => ({
      ...parseSubmission(second.submission),
      identityHead: parts.identityHead,
      identityBody: parts.identityBody,
    })),
  };
  for (const [what, body] of Object.entries(wrong)) {
    const answer = await submit(server, report, { body });
    t.same([answer.status, answer.problem], [400, "bad-envelope"], what);
  }
  t.equal(await countCases(server), 0);
  const spent = await query(server.urls.ownerUrl, "SELECT 1 FROM spent");
  t.equal(spent.length, 0, "and no challenge was spent on it");
});

t.test(
  "attack 65: an envelope under a known case id that its key did not sign is refused, whatever is put in its head",
  async (t) => {
    const server = await startServer(t);
    const report = await storeReport(server);
    const intruder = makeReport(server);
    const parts = parseSubmission(report.submission);
    const own = parseSubmission(intruder.submission);
    // The head ends with body hash, auth public key and signature; the case id stands in the prefix.
    const trueKey = report.keys.auth.publicKey;
    const withTrueKey = (head: Uint8Array) =>
      concat(head.subarray(0, head.length - 96), trueKey, head.subarray(head.length - 64));
    const withCaseId = (head: Uint8Array) => replaceBytes(head, intruder.caseId, report.caseId);
    // Sealed for that case throughout, so that nothing but the key's own word is missing.
    const forge = (auth: SigningKeyPair) =>
      parseSubmission(makeReport(server, { forged: { caseId: report.caseId, auth } }).submission);
    const variants: Record<string, Partial<Submission>> = {
      "report, own key": forge(intruder.keys.auth),
      "report, true key": forge({ ...intruder.keys.auth, publicKey: trueKey }),
      "identity, own key": {
        head: parts.head,
        body: parts.body,
        identityHead: withCaseId(own.identityHead),
        identityBody: own.identityBody,
      },
      "identity, true key": {
        head: parts.head,
        body: parts.body,
        identityHead: withTrueKey(withCaseId(own.identityHead)),
        identityBody: own.identityBody,
      },
    };
    for (const [what, change] of Object.entries(variants)) {
      const body = encodeSubmission({ ...own, ...change });
      t.equal((await submit(server, report, { body })).problem, "bad-envelope", what);
      t.equal(
        (await submit(server, report, { body, auth: intruder.keys.auth })).problem,
        "bad-envelope",
        `${what}, sent by the intruder`,
      );
    }
    t.equal(await countCases(server), 1);
  },
);

function replaceBytes(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(from);
  if (at < 0) throw new Error("nothing to replace");
  copy.set(to, at);
  return new Uint8Array(copy);
}

t.test("a report may be sealed under the newest directory or the one before it, and under no other", async (t) => {
  const server = await startServer(t);
  const administrator = await logIn(server, server.organisation.administrator);
  const { organisation } = server;
  const publishNext = async (previous: TestServer["organisation"]["signed"]) => {
    const next = signedOf(organisation, nextDocument(organisation.document, previous, Date.now()), organisation.roots);
    t.equal((await publish(server, administrator, next)).status, 201);
    return next;
  };
  const oldest = makeReport(server);
  const early = makeReport(server);
  const second = await publishNext(organisation.signed);
  t.equal((await submit(server, early)).status, 201, "one version behind");
  await publishNext(second);
  t.same(
    [(await submit(server, oldest)).status, (await submit(server, oldest)).problem],
    [409, "stale-directory"],
    "two versions behind",
  );
  t.equal((await submit(server, early)).status, 201, "what is stored already is answered as before");

  const newest = { ...server, directory: parseDirectory(documentBytes(second)) };
  const elsewhere = makeReport({ ...newest, directory: { ...newest.directory, hash: randomBytes(32) } });
  t.equal((await submit(server, elsewhere)).problem, "stale-directory", "a directory of another organisation");
  const future = makeReport({ ...newest, directory: { ...newest.directory, version: 0xffff_ffff } });
  t.equal((await submit(server, future)).problem, "stale-directory", "a version that does not exist");
  t.equal((await submit(server, makeReport(newest))).status, 201);
  const unknownChannel = { ...organisation.channels[0], id: makeId() };
  t.equal(
    (await submit(server, makeReport(newest, { channel: unknownChannel }))).problem,
    "bad-envelope",
    "an unknown channel",
  );
  t.equal(
    (await submit(server, makeReport(newest, { channel: { ...organisation.channels[0], slots: 9 } }))).problem,
    "bad-envelope",
    "another number of slots",
  );
  t.equal(
    (await submit(server, makeReport(newest, { channel: { ...organisation.channels[0], identitySlots: 5 } }))).problem,
    "bad-envelope",
    "of identity slots",
  );
});

t.test("attack 25: a report's signature counts for one origin, one challenge and one body", async (t) => {
  const server = await startServer(t);
  const report = makeReport(server);
  const other = makeReport(server);
  t.equal(
    (await submit(server, report, { as: "https://elsewhere.example" })).problem,
    "bad-signature",
    "signed for another address",
  );
  t.equal((await submit(server, report, { auth: other.keys.auth })).problem, "bad-envelope", "signed by another key");
  t.equal(await countCases(server), 0);
});

t.test(
  "attack 58: a proof of work that is forged, expired, for something else or unsolved is refused, and nothing is spent",
  async (t) => {
    const server = await startServer(t, { proofsAreChecked: true });
    const report = makeReport(server);
    const solved = await makeProof(server, { solved: true });
    type Proof = {
      challenge: { parameters: Record<string, unknown>; signature: string };
      solution: Record<string, unknown>;
    };
    const altered = (change: (proof: Proof) => void): string => {
      const proof = JSON.parse(new TextDecoder().decode(fromBase64url(solved))) as Proof;
      change(proof);
      return toBase64url(utf8(JSON.stringify(proof)));
    };
    const derivedKey = String(
      (JSON.parse(new TextDecoder().decode(fromBase64url(solved))) as Proof).solution["derivedKey"],
    );
    const wrong: Record<string, string> = {
      nothing: "",
      "no base64": "!",
      "a megabyte": "A".repeat(8_000),
      "lower difficulty": altered(({ challenge }) => (challenge.parameters["cost"] = 1)),
      "an empty prefix": altered(({ challenge }) => (challenge.parameters["keyPrefix"] = "")),
      "another purpose": altered(({ challenge }) => (challenge.parameters["data"] = { purpose: "login" })),
      "a later expiry": altered(({ challenge }) => (challenge.parameters["expiresAt"] = 4_000_000_000)),
      "a shorter key": altered(({ challenge }) => (challenge.parameters["keyLength"] = 1)),
      "a field more": altered(({ challenge }) => (challenge.parameters["parallelism"] = 1)),
      "another nonce": altered(({ challenge }) => (challenge.parameters["nonce"] = "00".repeat(16))),
      "another signature": altered(({ challenge }) => (challenge.signature = "00".repeat(32))),
      "another counter": altered(({ solution }) => (solution["counter"] = Number(solution["counter"]) + 1)),
      "a counter below zero": altered(({ solution }) => (solution["counter"] = -1)),
      "a counter as text": altered(({ solution }) => (solution["counter"] = "1")),
      "a counter beyond 32 bits": altered(({ solution }) => (solution["counter"] = 2 ** 32)),
      "another key": altered(
        ({ solution }) =>
          (solution["derivedKey"] = `${derivedKey.slice(0, -1)}${derivedKey.endsWith("0") ? "1" : "0"}`),
      ),
      "a key without the prefix": altered(({ solution }) => (solution["derivedKey"] = "f".repeat(64))),
    };
    for (const [what, proof] of Object.entries(wrong))
      t.equal((await submit(server, report, { proof })).problem, "bad-proof-of-work", what);
    t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM spent")).length, 0);

    t.equal((await submit(server, report, { proof: solved })).status, 201, "the true one is taken");
    t.equal(
      (await submit(server, makeReport(server), { proof: solved })).problem,
      "bad-proof-of-work",
      "and not for a second report",
    );
    const flood = await makeProof(server, { solved: true });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => submit(server, makeReport(server), { proof: flood })),
    );
    t.equal(answers.filter(({ status }) => status === 201).length, 1, "nor for one of many at once");
  },
);

t.test("attack 58: an expired challenge is refused, however well it was solved", async (t) => {
  const server = await startServer(t, { proofsAreChecked: true });
  const solvedUntil = (expiresAt: number) => {
    const parameters = {
      algorithm: "PBKDF2/SHA-256",
      cost: 10_000,
      data: { purpose: "report" },
      expiresAt,
      keyLength: 32,
      keyPrefix: "0",
      nonce: "00".repeat(16),
      salt: "00".repeat(16),
    };
    const signature = createHmac("sha256", makeServerKey(server.serverKey).proofOfWorkSecret)
      .update(JSON.stringify(parameters))
      .digest("hex");
    return solveProof({ parameters, signature });
  };
  const now = Math.floor(Date.now() / 1_000);
  const report = makeReport(server);
  t.equal((await submit(server, report, { proof: await solvedUntil(now - 1) })).problem, "bad-proof-of-work");
  t.equal((await submit(server, report, { proof: await solvedUntil(now + 60) })).status, 201, "the same in its time");
});
