/**
 * A running server with a database of its own, and what clients do at the level of single requests.
 * Real HTTP, real PostgreSQL; the proof of work alone is not solved unless a test asks for it.
 */
import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { Challenge } from "altcha-lib";
import type { Test } from "tap";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { type Bytes, fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { requestSignatureInput } from "../../../src/crypto/request.ts";
import { type SigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { type SealedReport, sealReport } from "../../../src/crypto/secret/seal.ts";
import { type TokenKeys, deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { HEADERS, SAME_SITE_HEADER } from "../../../src/protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { type Directory, documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { type Purpose, purposeOf } from "../../../src/protocol/proof-of-work.ts";
import { type AppDeps, buildApp } from "../../../src/server/app.ts";
import type { ArrivalLimits } from "../../../src/server/plugins/arrivals.ts";
import { type LogLevel, makeLog } from "../../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../../src/server/services/common/directories.ts";
import type { FileLimits } from "../../../src/server/services/cases/files.ts";
import type { Mailing } from "../../../src/server/services/cases/notices.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { connect } from "../../../src/server/store/database.ts";
import { actHeaders } from "../proof/acts.ts";
import { freePort } from "./free-port.ts";
import { startOneAddress } from "./one-address.ts";
import { type Organisation, makeOrganisation } from "../organisation.ts";
import { type TestDatabase, createTestDatabase } from "./postgres.ts";

export type TestServer = {
  readonly app: FastifyInstance;
  readonly origin: string;
  readonly urls: TestDatabase;
  readonly serverKey: Uint8Array;
  readonly organisation: Organisation;
  /** The newest directory that the test published */
  readonly directory: Directory;
  /** Everything that was logged */
  readonly log: () => string;
};

export type ServerOptions = {
  /** Solve and check the proof of work as in earnest. */
  readonly proofsAreChecked?: boolean;
  /** Other addresses beside the one it listens on. */
  readonly moreOrigins?: readonly string[];
  readonly logLevel?: LogLevel;
  /** Less than a server allows by itself. */
  readonly fileLimits?: FileLimits;
  /** What reports and messages may take on the disk. */
  readonly textBytes?: number;
  /** What may lie in memory for others. */
  readonly arrivalLimits?: ArrivalLimits;
  /** Whether every member must have a second factor, as in earnest. */
  readonly needsFactor?: boolean;
  /** How members are told by mail. */
  readonly mailing?: Mailing;
  /** How often members' pages are told whether to look again. */
  readonly beatMs?: number;
  /** A second process of the same installation: same database, key, organisation and addresses. */
  readonly beside?: TestServer;
  /** Another than the one of the server beside. */
  readonly serverKey?: Uint8Array;
  /** A database that the test brings along, migrated. */
  readonly urls?: TestDatabase;
};

export async function startServer(t: Pick<Test, "teardown">, options: ServerOptions = {}): Promise<TestServer> {
  const { beside } = options;
  const urls = options.urls ?? beside?.urls ?? (await createTestDatabase(t));
  const serverKey = options.serverKey ?? beside?.serverKey ?? randomBytes(32);
  const organisation = beside?.organisation ?? makeOrganisation(Date.now());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const lines: string[] = [];
  const log = makeLog(options.logLevel ?? "debug", { write: (line: string) => void lines.push(line) });
  const { database, close } = connect(urls.appUrl, { onError: () => {} });
  const roots = organisation.rootSet;
  if (beside === undefined)
    await makeDirectories(database, makeServerKey(serverKey), roots).importNewer([organisation.signed]);
  const deps: AppDeps = {
    needsFactor: options.needsFactor ?? false,
    database,
    log,
    serverKey,
    roots,
    origins: [origin, ...(options.moreOrigins ?? [])],
    ...(options.fileLimits === undefined ? {} : { fileLimits: options.fileLimits }),
    ...(options.textBytes === undefined ? {} : { textBytes: options.textBytes }),
    ...(options.mailing === undefined ? {} : { mailing: options.mailing }),
    ...(options.beatMs === undefined ? {} : { beatMs: options.beatMs }),
    ...(options.arrivalLimits === undefined ? {} : { arrivalLimits: options.arrivalLimits }),
  };
  const app = await buildApp(
    options.proofsAreChecked === true ? deps : { ...deps, dangerouslyAcceptUnsolvedProofsOfWork: true },
  );
  await app.listen({ host: "127.0.0.1", port });
  // Before the database goes: teardowns run last to first.
  t.teardown(async () => {
    app.server.closeAllConnections();
    await app.close();
    await close();
  });
  const directory = parseDirectory(documentBytes(organisation.signed));
  return { app, origin, urls, serverKey, organisation, directory, log: () => lines.join("") };
}

/** Two processes on one database, and one address before them, which they know as theirs. */
export async function startTwoServers(
  t: Pick<Test, "teardown">,
  options: ServerOptions = {},
): Promise<TestServer & { readonly both: readonly [TestServer, TestServer] }> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const first = await startServer(t, { ...options, moreOrigins: [origin] });
  const second = await startServer(t, { ...options, moreOrigins: [origin], beside: first });
  await startOneAddress(t, port, () => [first.origin, second.origin]);
  return { ...first, origin, both: [first, second] };
}

// Single requests

export type Session = { readonly member: NewMember; readonly cookie: string };

export type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | object | string;
  readonly session?: Session | undefined;
};

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Bytes;
  readonly text: string;
  /** The code of a problem document, or "" */
  readonly problem: string;
};

export async function send(
  server: Pick<TestServer, "origin">,
  path: string,
  { method = "GET", headers = {}, body, session }: Sent = {},
): Promise<Answered> {
  const isBytes = body instanceof Uint8Array;
  const type = body === undefined ? {} : { "content-type": isBytes ? "application/octet-stream" : "application/json" };
  const cookie = session === undefined ? {} : { cookie: session.cookie };
  const payload: { readonly body?: Uint8Array<ArrayBuffer> | string } =
    body === undefined
      ? {}
      : { body: isBytes ? new Uint8Array(body) : typeof body === "string" ? body : JSON.stringify(body) };
  const act =
    session === undefined ? {} : await actHeaders(server, session.member, { method, path, body: payload.body ?? "" });
  const response = await fetch(server.origin + path, {
    method,
    headers: { [SAME_SITE_HEADER]: "1", ...type, ...cookie, ...act, ...headers },
    ...payload,
  });
  // Events do not end: of them the status is told, and the line closed.
  const isEvents = response.headers.get("content-type") === "text/event-stream";
  if (isEvents) await response.body?.cancel();
  const bytes = new Uint8Array(isEvents ? [] : await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
  const problem =
    isProblem && text !== "" ? (JSON.parse(text) as { type: string }).type.replace("urn:segel:problem:", "") : "";
  return { status: response.status, headers: response.headers, bytes, text, problem };
}

export async function sendJson<Value>(
  server: Pick<TestServer, "origin">,
  path: string,
  sent: Sent = {},
): Promise<Value> {
  const answer = await send(server, path, sent);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.problem}`);
  return JSON.parse(answer.text) as Value;
}

export async function takeNonce(server: Pick<TestServer, "origin">): Promise<string> {
  return (await sendJson<{ nonce: string }>(server, "/api/nonce")).nonce;
}

export type Signing = {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly body?: Uint8Array;
  readonly nonce: Uint8Array;
};

export function signatureHeaders(
  auth: SigningKeyPair,
  { body = new Uint8Array(), ...rest }: Signing,
): Record<string, string> {
  const bodyHash = createHash("sha256").update(body).digest();
  const signature = sign(auth, requestSignatureInput({ ...rest, bodyHash }));
  return { [HEADERS.key]: hex(auth.publicKey), [HEADERS.signature]: toBase64url(signature) };
}

export type SignedCall = {
  readonly method?: string;
  readonly body?: Uint8Array;
  readonly nonce?: string;
  /** In the place of the nonce */
  readonly proof?: string;
  /** The address that is signed, where it is not the one that is called */
  readonly as?: string;
};

/** A reporter's request, signed by the key of the case. */
export async function sendSigned(
  server: Pick<TestServer, "origin">,
  auth: SigningKeyPair,
  path: string,
  call: SignedCall = {},
): Promise<Answered> {
  const nonce = call.proof ?? call.nonce ?? (await takeNonce(server));
  const method = call.method ?? "GET";
  const body = call.body === undefined ? {} : { body: call.body };
  const headers = signatureHeaders(auth, {
    origin: call.as ?? server.origin,
    method,
    path,
    nonce: call.proof === undefined ? fromBase64url(nonce) : utf8(nonce),
    ...body,
  });
  const name = call.proof === undefined ? HEADERS.nonce : HEADERS.proof;
  return send(server, path, { method, headers: { ...headers, [name]: nonce }, ...body });
}

// Reports

export type TestReport = SealedReport & { readonly keys: TokenKeys; readonly token: Bytes };

/** Sealed to all recipients of a channel of the test's directory. */
export function makeReport(
  { organisation, directory }: Pick<TestServer, "organisation" | "directory">,
  { channel = organisation.channels[0], text = "laporan", content = "", forged = {} as Partial<TokenKeys> } = {},
): TestReport {
  const token = makeToken();
  const keys = { ...deriveTokenKeys(token), ...forged };
  const sealingKeys = (ids: readonly string[]) =>
    ids.map((id) => directory.members.get(id)?.sealingKey ?? new Uint8Array());
  const sealed = sealReport({
    token: keys,
    channelId: fromHex(channel.id),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    readers: [...sealingKeys(channel.recipients), directory.recoveryKey ?? new Uint8Array()],
    slotCount: channel.slots,
    custodians: sealingKeys(channel.custodians),
    identitySlotCount: channel.identitySlots,
    summary: utf8(text),
    body: utf8(content === "" ? text : content),
    identity: new Uint8Array(),
    excluded: [],
  });
  return { ...sealed, keys, token };
}

/** A challenge with a solution that has the right form and is wrong, or a solved one. */
export async function makeProof(
  server: Pick<TestServer, "origin">,
  { solved = false, purpose = "report" }: { readonly solved?: boolean; readonly purpose?: Purpose } = {},
): Promise<string> {
  const challenge = await sendJson<Challenge>(server, `/api/proof-of-work?for=${purpose}`);
  if (solved) return solveProof(challenge);
  const derivedKey = challenge.parameters.keyPrefix.padEnd(64, "0");
  return toBase64url(utf8(JSON.stringify({ challenge, solution: { counter: 0, derivedKey, time: 1 } })));
}

export type Submitting = {
  readonly proof?: string;
  readonly as?: string;
  readonly body?: Uint8Array;
  readonly auth?: SigningKeyPair;
  /** With a query */
  readonly path?: string;
};

export async function submit(
  server: Pick<TestServer, "origin">,
  report: Pick<TestReport, "keys" | "submission">,
  options: Submitting = {},
): Promise<Answered> {
  const path = options.path ?? "/api/reports";
  const body = options.body ?? report.submission;
  const proof = options.proof ?? (await makeProof(server, { purpose: purposeOf("report", body.length) }));
  const signing = { origin: options.as ?? server.origin, method: "POST", path, body, nonce: utf8(proof) };
  const headers = signatureHeaders(options.auth ?? report.keys.auth, signing);
  return send(server, path, { method: "POST", body, headers: { ...headers, [HEADERS.proof]: proof } });
}

/** Sends a new report and throws unless it was stored. */
export async function storeReport(
  server: TestServer,
  options: Parameters<typeof makeReport>[1] = {},
): Promise<TestReport> {
  const report = makeReport(server, options);
  const answer = await submit(server, report);
  if (answer.status !== 201) throw new Error(`not stored: ${answer.status} ${answer.problem}`);
  return report;
}
