import t from "tap";
import { OWN_BOX_BYTES, rowSizes } from "../../src/crypto/message.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { WRAP_BYTES } from "../../src/crypto/wrap-size.ts";
import { API, type Operation } from "../../src/protocol/api.ts";
import { FOUNDING } from "../../src/protocol/api/founding.ts";
import { HEADERS } from "../../src/protocol/headers.ts";
import { FIRST_WISHES } from "../../src/protocol/rules/notices.ts";
import type { Route } from "../../src/protocol/route.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { encodeMemberRow, encodeOwnRow } from "../../src/protocol/frames.ts";
import { nextDocument, stateFreshness } from "../../src/client/directory/organisation.ts";
import type { SignedDirectory } from "../../src/protocol/directory/directory.ts";
import { daysAgo } from "../../src/server/services/common/today.ts";
import { makeFile, makeMessage, putFile, putMessage } from "../support/files.ts";
import { logIn, makeLogin, openHeads, publish } from "../support/members.ts";
import {
  type Session,
  type TestServer,
  makeProof,
  makeReport,
  send,
  signatureHeaders,
  startServer,
  storeReport,
  takeNonce,
} from "../support/machine/server.ts";
import { hex, utf8 } from "../../src/crypto/bytes.ts";
import { signedOf } from "../support/organisation.ts";

/** Who asks. `with` and `without` say whether the investigator has proved to have opened the case. */
const ACTORS = [
  "anonymous",
  "reporter",
  "another reporter",
  "investigator with",
  "investigator without",
  "lead",
  "custodian",
  "administrator",
  "removed member",
] as const;
type Actor = (typeof ACTORS)[number];

/** What must come out: written down for every kind of access, not computed by the code under test. */
const SIGNED_IN: readonly Actor[] = ["investigator with", "investigator without", "lead", "custodian", "administrator"];
const CASEWORKERS: readonly Actor[] = ["investigator with", "investigator without", "lead"];
const PROVED: readonly Actor[] = ["investigator with"];

const CASE_ROUTES: readonly Operation[] = [
  "oneCase",
  "envelope",
  "messages",
  "putMessage",
  "putCell",
  "dropFile",
  "cell",
  "putWrap",
  "discard",
  "putDiscardStep",
  "putEpoch",
  "putGrant",
  "caseRemovals",
  "caseAudit",
];
/** Asked about a case that is not there, these say so; the other routes of a reporter answer as if it were. */
const OWN_CASE_ROUTES: readonly Operation[] = ["putOwnMessage", "putOwnCell", "answerCell"];
const CASEWORK_ROUTES: readonly Operation[] = [
  "changes",
  "heads",
  "headNames",
  "newHeadNames",
  "knownHeads",
  "putKnownHeads",
  "grantAccess",
  "cases",
  "discards",
  "epochs",
  "grants",
  "removals",
  "notices",
  "putNotices",
  "dropNotices",
  "testNotices",
  "interests",
  "putInterests",
  "officeDocuments",
  "putOfficeDocument",
  ...CASE_ROUTES,
];

const NEEDING_PROOF: readonly Operation[] = ["login", "giveFactor", "passkeyLogin"];
const SIGNED_BY_MEMBER: readonly Operation[] = ["addCode", "addPasskey", "removeFactor", "stopFactorReset", "putEntry"];
const UNSIGNED: readonly Operation[] = ["putDiscardStep", "putEpoch", "putGrant", "putInterests", "putOfficeDocument"];

function expectedStatus(operation: Operation, actor: Actor): number {
  const { access, answer }: Route = API[operation];
  const done = answer.status;
  // Nothing is founded here any more: test/client/office/founding.test.ts asks a server where something is.
  if (Object.hasOwn(FOUNDING, operation)) return 404;
  // Nobody has what public routes do not ask for; a wrong body is the same refusal for all.
  if (access === "public") return NEEDING_PROOF.includes(operation) ? 401 : done;
  if (access === "member-key") return 401;
  if (access === "proof-of-work") return actor === "reporter" || actor === "another reporter" ? done : 401;
  if (access === "reporter") {
    if (actor === "reporter") return done;
    // A key without a case: the same answer as with one, but there is nothing to write to and no file.
    if (actor === "another reporter") return OWN_CASE_ROUTES.includes(operation) ? 404 : done;
    return 401;
  }
  if (!SIGNED_IN.includes(actor)) return 401;
  // Stewards are the lead and the administrator.
  if (operation === "proposals" || operation === "propose")
    return ["lead", "administrator"].includes(actor) ? done : 403;
  // What is sent is signed by nobody: factors.test.ts has the rest.
  if (SIGNED_BY_MEMBER.includes(operation)) return 401;
  // What it rests on is no vault that there is.
  if (operation === "putVaultKeys") return 409;
  if (operation === "wishRoles") return actor === "lead" || actor === "administrator" ? done : 403;
  // This office was never founded here, and is open.
  if (operation === "openOffice") return ["lead", "administrator"].includes(actor) ? done : 403;
  // What is sent is signed by nobody, and nothing waits: figures.test.ts has the rest.
  if (operation === "proposeFigures") return actor === "lead" ? 400 : 403;
  if (operation === "confirmFigures") return ["lead", "custodian"].includes(actor) ? 409 : 403;
  if (operation === "figuresProposal" || operation === "dropFigures")
    return ["lead", "custodian"].includes(actor) ? done : 403;
  if (operation === "memberFactors") return actor === "lead" || actor === "administrator" ? done : 403;
  // It is the lead whose second factor would be reset, on a day that is not today.
  if (operation === "askFactorReset") return actor === "lead" ? 403 : actor === "administrator" ? 409 : 403;
  if (operation === "publishDirectory" || operation === "failingNotices") return actor === "administrator" ? done : 403;
  // What is sent was attested by nobody: recovery.test.ts brings what was.
  if (operation === "putRecoveryRecord") return 400;
  if (!CASEWORK_ROUTES.includes(operation)) return done;
  if (!CASEWORKERS.includes(actor)) return 403;
  if (CASE_ROUTES.includes(operation) && !PROVED.includes(actor)) return 404;
  // This office has no mail server.
  if (operation === "putNotices" || operation === "testNotices") return 409;
  // Asked for what the lead has declared: interests.test.ts has who leads whom.
  if (operation === "interests") return actor === "lead" ? done : 404;
  // What is sent is no signed step and no open part: discarding.test.ts and readers.test.ts send those that are.
  return UNSIGNED.includes(operation) ? 400 : done;
}

t.test("attack 47: every route gives every role exactly what is written down for it", async (t) => {
  const server = await startServer(t);
  const { investigators, lead, custodians, administrator, channels } = server.organisation;
  // The third investigator is in the first channel only; removed by the second directory.
  const [withAccess, without, removed] = await Promise.all(
    [investigators[0]!, investigators[1]!, investigators[2]!].map((member) => logIn(server, member)),
  );
  const sessions: Partial<Record<Actor, Session>> = {
    "investigator with": withAccess!,
    "investigator without": without!,
    lead: await logIn(server, lead),
    custodian: await logIn(server, custodians[0]!),
    administrator: await logIn(server, administrator),
    "removed member": removed!,
  };
  const report = await storeReport(server, { channel: channels[0] });
  const [handle = ""] = await openHeads(server, withAccess!);
  await openHeads(server, removed!);
  const answered = makeFile({ cells: 1 });
  const team = { session: withAccess!, handle };
  await putFile(server, team, answered);
  t.equal((await putMessage(server, team, 1, makeMessage(team, [answered]))).status, 200);
  const next = removing(server, investigators[2]!.entry.id);
  t.equal((await publish(server, sessions.administrator!, next)).status, 201);

  const stranger = deriveTokenKeys(makeToken()).auth;
  for (const operation of Object.keys(API) as Operation[]) {
    for (const actor of ACTORS) {
      // These end a session or a way in, which the others still need: played at the end.
      if (operation === "logout" || operation === "burnCase" || operation === "endOtherSessions") continue;
      const status = await ask(server, operation, actor);
      t.equal(status, expectedStatus(operation, actor), `${operation} by ${actor}`);
    }
  }
  for (const operation of ["burnCase", "endOtherSessions", "logout"] as const) {
    for (const actor of ACTORS)
      t.equal(await ask(server, operation, actor), expectedStatus(operation, actor), `${operation} by ${actor}`);
  }

  async function ask(server: TestServer, operation: Operation, actor: Actor): Promise<number> {
    const route: Route = API[operation];
    const { method } = route;
    const path = addressOf(operation, { handle, memberId: lead.entry.id, fileId: hex(answered.id) });
    const keys = actor === "reporter" ? report.keys.auth : actor === "another reporter" ? stranger : undefined;
    const session = sessions[actor];
    const body = operation === "propose" ? proposalBy(server, actor, next) : await bodyOf(server, operation, next);
    const headers: Record<string, string> = {};
    let sent = body;
    if (keys !== undefined && route.access === "proof-of-work") {
      const mine = makeReport(server);
      const proof = await makeProof(server);
      sent = mine.submission;
      Object.assign(
        headers,
        signatureHeaders(mine.keys.auth, {
          origin: server.origin,
          method,
          path,
          body: mine.submission,
          nonce: utf8(proof),
        }),
        { [HEADERS.proof]: proof },
      );
    } else if (route.access === "proof-of-work") {
      headers[HEADERS.proof] = await makeProof(server);
    } else if (keys !== undefined) {
      const nonce = await takeNonce(server);
      const bytes = sent instanceof Uint8Array ? { body: sent } : {};
      Object.assign(
        headers,
        signatureHeaders(keys, { origin: server.origin, method, path, nonce: fromBase64url(nonce), ...bytes }),
        { [HEADERS.nonce]: nonce },
      );
    }
    return (await send(server, path, { method, session, headers, ...(sent === undefined ? {} : { body: sent }) }))
      .status;
  }
});

type Names = { readonly handle: string; readonly memberId: string; readonly fileId: string };

/** The file of the answer that is stored already; what is written are the next answer, and another file. */
function addressOf(operation: Operation, names: Names): string {
  const values: Record<string, string> = {
    ...names,
    factorId: "00".repeat(16),
    kind: "ledger",
    sessionId: "00".repeat(32),
    epoch: "0",
    sequence: "1",
    direction: "team",
    version: "1",
    cell: "0",
  };
  if (operation === "putMessage") values["sequence"] = "2";
  if (operation === "putEpoch") values["epoch"] = "1";
  if (API[operation].method !== "GET") values["fileId"] = hex(FILE.id);
  const path = API[operation].path.replaceAll(/:([a-zA-Z]+)/gu, (_, name: string) => values[name] ?? "");
  const queries: Partial<Record<Operation, string>> = {
    earlierAnswers: "?before=1",
    putOwnCell: "?of=1",
    putCell: "?of=1",
    auditPage: "?page=0&size=1",
    auditStatements: "?directory=1&from=1",
    caseAudit: "?size=1",
  };
  return path + (queries[operation] ?? "");
}

const FILE = makeFile({ cells: 1 });

const ASSERTION = {
  credentialId: toBase64url(randomBytes(32)),
  clientData: toBase64url(randomBytes(64)),
  authenticatorData: toBase64url(randomBytes(37)),
  signature: toBase64url(randomBytes(64)),
};

const ROW = encodeMemberRow(randomBytes(rowSizes("team")[0] ?? 0));
const OWN_ROW = encodeOwnRow(randomBytes(rowSizes("reporter")[0] ?? 0), randomBytes(OWN_BOX_BYTES));

/** A statement on the newest directory by whoever may sign one, else by the lead. */
function proposalBy({ organisation }: TestServer, actor: Actor, directory: SignedDirectory): object {
  const steward = actor === "administrator" ? organisation.administrator : organisation.lead;
  const stated = stateFreshness(directory, [steward], Date.parse(organisation.document.notBefore));
  return { statement: stated.statements?.at(-1), directory: null };
}

/** A body that is right in form, so that only who asks decides. */
async function bodyOf(
  server: TestServer,
  operation: Operation,
  directory: object,
): Promise<Uint8Array | object | undefined> {
  const { organisation } = server;
  const signature = toBase64url(randomBytes(64));
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- all others take no body
  switch (operation) {
    case "publishDirectory":
      return directory;
    case "putRecoveryRecord":
      return {};
    case "sendReport":
      return makeReport(server).submission;
    case "putOwnMessage":
      return OWN_ROW;
    case "loginParameters":
      return { name: "siapa" };
    case "login":
      // Each under a name of its own: wrong words for one cost work after some.
      return { ...(await makeLogin(server, organisation.lead, { name: toBase64url(randomBytes(8)) })), signature };
    case "giveFactor":
      return { ticket: toBase64url(randomBytes(52)), factor: { code: "123456" } };
    case "passkeyLogin":
      return { nonce: await takeNonce(server), assertion: ASSERTION };
    case "addCode":
      return { secret: toBase64url(randomBytes(20)), code: "123456", nonce: await takeNonce(server), signature };
    case "addPasskey":
      return {
        credentialId: ASSERTION.credentialId,
        clientData: ASSERTION.clientData,
        attestation: ASSERTION.signature,
        keyWrap: null,
        nonce: await takeNonce(server),
        signature,
      };
    case "proposeFigures":
      return { document: "{}", signature: { member: organisation.lead.entry.id, day: daysAgo(0), signature } };
    case "confirmFigures":
      return {
        hash: hex(randomBytes(32)),
        signature: { member: organisation.lead.entry.id, day: daysAgo(0), signature },
      };
    case "wishRoles":
      return { roles: ["lead"] };
    case "putEntry":
      return { entry: { ...organisation.lead.entry, signature } };
    case "putVaultKeys": {
      const keys = toBase64url(randomBytes(72));
      return { before: hex(randomBytes(32)), keys, nonce: await takeNonce(server), signature };
    }
    case "removeFactor":
    case "stopFactorReset":
      return { nonce: await takeNonce(server), signature };
    case "askFactorReset":
      return { day: daysAgo(1), signature };
    case "enrol":
      return enrolment(await takeNonce(server), signature);
    case "putVaultMemory":
      return randomBytes(76);
    case "grantAccess":
      return {
        nonce: await takeNonce(server),
        proofs: [{ handle: "00000000-0000-4000-8000-000000000000", epoch: 0, signature }],
      };
    case "putMessage":
      return ROW;
    case "putOwnCell":
    case "putCell":
      return FILE.cells[0];
    case "putNotices":
      return { ...FIRST_WISHES, address: "anggota@kantor.example" };
    case "putWrap":
      return randomBytes(WRAP_BYTES);
    case "putKnownHeads":
    case "putDiscardStep":
    case "putEpoch":
    case "putGrant":
    case "putInterests":
    case "putOfficeDocument":
      return randomBytes(112);
    default:
      return undefined;
  }
}

function enrolment(nonce: string, signature: string): object {
  const random = (length: number) => toBase64url(randomBytes(length));
  return {
    name: "siapa",
    salt: random(16),
    memoryKiB: 65_536,
    passes: 3,
    loginPublicKey: random(32),
    vault: { keyWrap: random(72), keys: random(72), memory: random(76) },
    nonce,
    signature,
  };
}

function removing({ organisation }: TestServer, id: string): ReturnType<typeof signedOf> {
  const document = {
    ...organisation.document,
    members: organisation.document.members.map((entry) => (entry.id === id ? { ...entry, removedIn: 2 } : entry)),
    channels: organisation.document.channels.map((channel) => ({
      ...channel,
      recipients: channel.recipients.filter((each) => each !== id),
      excludable: channel.excludable.filter((each) => each !== id),
    })),
  };
  return signedOf(organisation, nextDocument(document, organisation.signed, Date.now()), organisation.roots);
}
