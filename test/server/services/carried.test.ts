/** A report in a file that anybody hands in, on the real server. */
import t from "tap";
import { nextDocument } from "../../../src/client/directory/organisation.ts";
import { encodeSubmission, parseSubmission } from "../../../src/crypto/envelope.ts";
import { RECEIPT_BYTES } from "../../../src/crypto/message.ts";
import { encodeSealedReport } from "../../../src/crypto/sealed-report.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { sealedFileOf } from "../../../src/client/reporter/sealed-file.ts";
import { type DirectoryDocument, documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { makeOrganisation, signedOf } from "../../support/organisation.ts";
import { logIn, publish } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Answered,
  type TestServer,
  makeProof,
  makeReport,
  sendSigned,
  startServer,
  storeReport,
  submit,
} from "../../support/machine/server.ts";

/** Somebody without any key of the case. */
function handIn(server: TestServer, file: Uint8Array, proof?: string): Promise<Answered> {
  const carrier = { keys: { auth: deriveSigningKeyPair(makeSeed()) } } as unknown as Parameters<typeof submit>[1];
  return submit(server, carrier, { body: file, ...(proof !== undefined && { proof }) });
}

async function countCases({ urls }: TestServer): Promise<number> {
  const [row] = await query<{ count: string }>(urls.ownerUrl, "SELECT count(*) FROM cases");
  return Number(row?.count);
}

function brief({ status, problem, text }: Answered): unknown[] {
  return [status, problem || text];
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at < 0 ? bytes.length + at : at]! ^= 1;
  return copy;
}

t.test("a sealed file becomes one case, whoever hands it in and however often, with the same answer", async (t) => {
  const server = await startServer(t, { proofsAreChecked: true });
  const report = makeReport(server);
  const file = sealedFileOf(report);
  const proof = await makeProof(server, { solved: true });
  const first = await handIn(server, file, proof);
  t.equal(first.status, 201);
  const answers = await Promise.all(
    Array.from({ length: 4 }, async () => handIn(server, file, await makeProof(server, { solved: true }))),
  );
  t.same(answers.map(brief), Array(4).fill(brief(first)));
  t.equal(await countCases(server), 1);
  const other = sealedFileOf(makeReport(server));
  t.equal((await handIn(server, other, proof)).problem, "bad-proof-of-work", "what was paid for one pays for no other");
  t.equal((await handIn(server, other)).problem, "bad-proof-of-work", "each is paid for with work");
  t.equal((await submit(server, report, { proof: await makeProof(server, { solved: true }) })).status, 201);
  t.equal(await countCases(server), 1, "nor twice where its reporter sends it as well");
});

const server = await startServer(t);

t.test("attack 14: nobody on the way exchanges a part, or makes a file of a report that was sent", async (t) => {
  const before = await countCases(server);
  const report = makeReport(server);
  const file = sealedFileOf(report);
  const another = makeReport(server);
  const signature = file.slice(-64);
  const parts = parseSubmission(report.submission);
  const changed = {
    receipt: encodeSubmission({ ...parts, receipt: randomBytes(RECEIPT_BYTES) }),
    body: encodeSubmission({ ...parts, body: flipped(parts.body, -1) }),
    identity: encodeSubmission({ ...parts, identityBody: flipped(parts.identityBody, 30) }),
    report: another.submission,
  };
  for (const [part, submission] of Object.entries(changed))
    t.equal((await handIn(server, encodeSealedReport(submission, signature))).problem, "bad-envelope", part);
  for (const at of [8, 300, -65, -1, file.length >> 1])
    t.equal((await handIn(server, flipped(file, at))).problem, "bad-envelope", `a bit at ${at}`);
  for (const length of [25, 5_000, file.length - 1])
    t.equal((await handIn(server, file.slice(0, length))).problem, "bad-envelope", `cut at ${length}`);
  const longer = new Uint8Array(file.length + 4);
  longer.set(file);
  t.equal((await handIn(server, longer)).problem, "bad-envelope", "something behind it");
  t.equal((await handIn(server, encodeSealedReport(report.submission, randomBytes(64)))).problem, "bad-envelope");
  t.equal((await handIn(server, report.submission)).problem, "bad-envelope", "as its reporter would send it");
  t.equal(await countCases(server), before);
});

t.test("a case that was burnt or removed does not come back by its old file, and the answer is the same", async (t) => {
  const before = await countCases(server);
  const report = makeReport(server);
  const file = sealedFileOf(report);
  const first = await handIn(server, file);
  t.equal((await sendSigned(server, report.keys.auth, "/api/case", { method: "DELETE" })).status, 200);
  t.same(brief(await handIn(server, file)), brief(first), "burnt");
  t.equal(await countCases(server), before + 1);
  const [inboxes] = await query<{ count: string }>(
    server.urls.ownerUrl,
    "SELECT count(*) FROM inboxes WHERE case_id = $1",
    [report.caseId],
  );
  t.equal(inboxes?.count, "0", "its words stay without a way in");

  const gone = makeReport(server);
  const goneFile = sealedFileOf(gone);
  await handIn(server, goneFile);
  const values = [gone.caseId, fromHex(server.organisation.channels[0].id)];
  await query(
    server.urls.ownerUrl,
    "INSERT INTO discards (handle, case_id, channel_id, removed_on, freed_bytes, had_inbox) SELECT handle, $1, $2, current_date, 1, true FROM cases WHERE case_id = $1",
    values,
  );
  await query(server.urls.ownerUrl, "DELETE FROM cases WHERE case_id = $1", [gone.caseId]);
  t.same(brief(await handIn(server, goneFile)), brief(first), "removed by two members");
  t.equal(await countCases(server), before + 1);
});

t.test("a file sealed under an older directory is taken while two of its readers are there, and in time", async (t) => {
  const { organisation } = server;
  const administrator = await logIn(server, organisation.administrator);
  const files = [makeReport(server), makeReport(server)].map(sealedFileOf) as [Uint8Array, Uint8Array];
  let previous = organisation.signed;
  const publishNext = async (document: DirectoryDocument) => {
    previous = signedOf(organisation, nextDocument(document, previous, Date.now()), organisation.roots);
    t.equal((await publish(server, administrator, previous)).status, 201);
  };
  await publishNext(organisation.document);
  await publishNext(organisation.document);
  t.equal((await handIn(server, files[0])).status, 201, "two versions behind");

  const elsewhere = makeOrganisation(Date.now());
  const other = { organisation: elsewhere, directory: parseDirectory(documentBytes(elsewhere.signed)) };
  t.same(brief(await handIn(server, sealedFileOf(makeReport(other)))), [409, "other-office"]);
  const forged = { ...server, directory: { ...server.directory, hash: randomBytes(32) } };
  t.equal((await handIn(server, sealedFileOf(makeReport(forged)))).problem, "other-office");
  const future = { ...server, directory: { ...server.directory, version: 0xffff_ffff } };
  t.equal((await handIn(server, sealedFileOf(makeReport(future)))).problem, "other-office");

  const [channel] = organisation.channels;
  const gone = organisation.document.channels.filter(({ id }) => id !== channel.id);
  await publishNext({ ...organisation.document, channels: gone });
  t.same(brief(await handIn(server, files[1])), [410, "sealed-too-long-ago"], "its channel is no more");
  t.equal((await handIn(server, files[0])).problem, "sealed-too-long-ago", "the same for one that is there");
  t.equal(
    (
      await storeReport(
        { ...server, directory: parseDirectory(documentBytes(previous)) },
        { channel: organisation.channels[1] },
      )
    ).submission.length > 0,
    true,
  );
});
