/** Talking to the API: one function per kind of access, problems as errors, answers checked before use. */
import { type Bytes, concat, hex, utf8 } from "../../crypto/bytes.ts";
import { requestSignatureInput } from "../../crypto/request.ts";
import { type SigningKeyPair, sign } from "../../crypto/secret/keys.ts";
import { readingOf } from "../../protocol/encoding/answers.ts";
import { API, MAX_JSON_ANSWER_BYTES, type Operation } from "../../protocol/api.ts";
import type { ActName } from "../../protocol/audit/acts.ts";
import { ACT_HEADER, HEADERS, SAME_SITE_HEADER } from "../../protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode } from "../../protocol/problems.ts";
import type { Route } from "../../protocol/route.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { type OnSilence, type Patience, type UnderWay, beginPatience } from "./patience.ts";
import { sha256 } from "./sha256.ts";

/**
 * `unreachable`: no answer came, and nothing is known; `unexpected`: an answer that is not of this API; `asks-too-much`:
 * work that the protocol does not let a server ask.
 */
export type ApiErrorCode = ProblemCode | "unreachable" | "unexpected" | "asks-too-much";

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  constructor(code: ApiErrorCode) {
    super(code);
    this.name = "ApiError";
    this.code = code;
  }
}

export type Connection = {
  /** What is signed: the address as the person's browser says it, without a path */
  readonly origin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The member's session cookie where the platform keeps none; undefined in browsers */
  cookie?: string | undefined;
  /** Nonces that answers have brought, not used yet: as many as requests were under way at once */
  nonces?: string[];
  /** Hears when the server has said nothing for a while, and what ends the waiting */
  onSilence?: OnSilence | undefined;
  underWay?: UnderWay;
  /** Of a signed-in member: signs what it does for the audit trail (client/audit/acting.ts) */
  actingWith?: ActingWith | undefined;
};

/** A request that is an act. */
export type ActAsked = {
  readonly act: ActName;
  readonly method: Route["method"];
  /** With its query, as it is sent */
  readonly path: string;
  /** Of the case that it is about */
  readonly handle: string | number | undefined;
  readonly body: Bytes | undefined;
};

/** Sends it with the header that it makes, again where another header is needed. */
export type ActingWith = (asked: ActAsked, send: (header: string) => Promise<Bytes>) => Promise<Bytes>;

/** The command line and tests keep the session cookie themselves; browsers do it for us. */
export function connect(
  origin: string,
  fetchFunction: Connection["fetch"] = (url, init) => fetch(url, init),
): Connection {
  return { origin: new URL(origin).origin, fetch: fetchFunction };
}

export type Call = {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Uint8Array<ArrayBuffer> | object;
  /** SHA-256 of a body of bytes, where the caller has it already */
  readonly bodyHash?: Bytes;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the request; what is thrown then is its reason, and nobody knows whether it arrived */
  readonly signal?: AbortSignal | undefined;
  /** The longest answer that is read, where the caller expects less than the API's table allows */
  readonly atMost?: number;
};

/** Path and query of an operation, exactly as they will be sent and signed. */
export function pathOf(operation: Operation, { params = {}, query = {} }: Call): string {
  const path = API[operation].path.replace(/:([a-zA-Z]+)/gu, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const queryText = search.toString();
  return queryText === "" ? path : `${path}?${queryText}`;
}

/** The answer's bytes. An act goes with its signed entry, where somebody is signed in. Throws ApiError. */
export async function callBytes(connection: Connection, operation: Operation, call: Call = {}): Promise<Bytes> {
  const body = bodyBytes(call.body);
  const { act, method }: Route = API[operation];
  if (act === undefined || connection.actingWith === undefined) return callOnce(connection, operation, call, body);
  const about = { act, method, path: pathOf(operation, call), handle: call.params?.["handle"], body };
  return connection.actingWith(about, (header) => {
    const headers = { ...call.headers, [ACT_HEADER]: header };
    return callOnce(connection, operation, { ...call, headers }, body);
  });
}

async function callOnce(
  connection: Connection,
  operation: Operation,
  call: Call,
  body: Bytes | undefined,
): Promise<Bytes> {
  const tell: OnSilence = (silence) => connection.onSilence?.(silence);
  const patience = beginPatience((connection.underWay ??= new Set()), tell, body?.length ?? 0, call.signal);
  try {
    const response = await send(connection, operation, call, body, patience);
    const bytes = await orUnreachable(() => readAtMost(response, atMostOf(operation, call), patience), call);
    if (bytes === undefined) throw new ApiError("unexpected");
    return bytes;
  } finally {
    patience.end();
  }
}

function atMostOf(operation: Operation, { atMost }: Call): number {
  const { answer } = API[operation];
  return atMost ?? ("atMost" in answer ? answer.atMost : MAX_JSON_ANSWER_BYTES);
}

/** The whole answer; undefined where it is longer, and then the rest is not waited for. */
async function readAtMost(response: Response, atMost: number, patience: Patience): Promise<Bytes | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  // What is read need not know the request's signal.
  const stop = () => void reader?.cancel().catch(() => {});
  patience.signal.addEventListener("abort", stop);
  try {
    for (;;) {
      patience.signal.throwIfAborted();
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      length += value.length;
      if (length > atMost) {
        stop();
        return undefined;
      }
      patience.heard(value.length);
      parts.push(value);
    }
    patience.signal.throwIfAborted();
  } finally {
    patience.signal.removeEventListener("abort", stop);
  }
  return concat(...parts);
}

/** The answer's JSON, checked with `schema`; fields that this version does not know are left out. Throws ApiError. */
export async function callJson<Schema extends z.core.$ZodType>(
  connection: Connection,
  operation: Operation,
  schema: Schema,
  call: Call = {},
): Promise<z.output<Schema>> {
  const bytes = await callBytes(connection, operation, call);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ApiError("unexpected");
  }
  const result = z.safeParse(readingOf(schema), value);
  if (!result.success) throw new ApiError("unexpected");
  return result.data;
}

async function orUnreachable<Result>(receive: () => Promise<Result>, { signal }: Call): Promise<Result> {
  try {
    return await receive();
  } catch {
    signal?.throwIfAborted();
    throw new ApiError("unreachable");
  }
}

async function send(
  connection: Connection,
  operation: Operation,
  call: Call,
  bytes: Bytes | undefined,
  patience: Patience,
): Promise<Response> {
  const { method } = API[operation];
  const headers: Record<string, string> = { ...call.headers };
  if (bytes !== undefined)
    headers["content-type"] = call.body instanceof Uint8Array ? "application/octet-stream" : "application/json";
  if (connection.cookie !== undefined) headers["cookie"] = connection.cookie;
  headers[SAME_SITE_HEADER] = "1";
  const asking = () =>
    connection.fetch(connection.origin + pathOf(operation, call), {
      method,
      headers,
      redirect: "error",
      credentials: "same-origin",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      ...(bytes === undefined ? {} : { body: bytes }),
      signal: patience.signal,
    });
  const response = await orUnreachable(asking, call);
  patience.heard(0);
  const nonce = response.headers.get(HEADERS.nonce);
  // The answer that is a nonce names it in its header as well: it is taken once.
  if (nonce !== null && operation !== "nonce") (connection.nonces ??= []).push(nonce);
  if (response.status !== API[operation].answer.status) throw await problemOf(response, patience);
  const cookie = response.headers.getSetCookie?.()[0]?.split(";")[0];
  if (cookie !== undefined) connection.cookie = cookie;
  return response;
}

function bodyBytes(body: Call["body"]): Bytes | undefined {
  if (body === undefined) return undefined;
  return body instanceof Uint8Array ? body : utf8(JSON.stringify(body));
}

const problemSchema = z.object({ type: z.string() });

async function problemOf(response: Response, patience: Patience): Promise<ApiError> {
  if (response.headers.get("content-type")?.startsWith(PROBLEM_MEDIA_TYPE) !== true) return new ApiError("unexpected");
  try {
    const bytes = await readAtMost(response, MAX_JSON_ANSWER_BYTES, patience);
    const parsed = z.safeParse(problemSchema, JSON.parse(new TextDecoder().decode(bytes)));
    const code = parsed.success ? parsed.data.type.replace(/^urn:segel:problem:/u, "") : "";
    return new ApiError(Object.hasOwn(PROBLEMS, code) ? (code as ProblemCode) : "unexpected");
  } catch {
    return new ApiError("unexpected");
  }
}

const nonceSchema = API.nonce.answer.json;

/** A fresh server nonce: the newest that came with an answer, used once, or a new one. */
export async function takeNonce(connection: Connection, signal?: AbortSignal): Promise<string> {
  return connection.nonces?.pop() ?? (await callJson(connection, "nonce", nonceSchema, { signal })).nonce;
}

/** Headers of a reporter's request, signed over everything that is sent. `nonce` is the server's, or the proof of work. */
export async function signedHeaders(
  connection: Connection,
  operation: Operation,
  call: Call,
  keys: SigningKeyPair,
  nonce: Uint8Array,
): Promise<Record<string, string>> {
  const input = requestSignatureInput({
    origin: connection.origin,
    method: API[operation].method,
    path: pathOf(operation, call),
    bodyHash: call.bodyHash ?? (await sha256(bodyBytes(call.body) ?? new Uint8Array())),
    nonce,
  });
  return { [HEADERS.key]: hex(keys.publicKey), [HEADERS.signature]: toBase64url(sign(keys, input)) };
}

/** A reporter's signed request; `stale nonce` is tried once more with a new one. */
export async function callSigned(
  connection: Connection,
  operation: Operation,
  call: Call,
  keys: SigningKeyPair,
): Promise<Bytes> {
  for (let attempt = 0; ; attempt++) {
    const nonce = await takeNonce(connection, call.signal);
    const headers = {
      ...(await signedHeaders(connection, operation, call, keys, fromBase64url(nonce))),
      [HEADERS.nonce]: nonce,
    };
    try {
      return await callBytes(connection, operation, { ...call, headers });
    } catch (error) {
      const expired = error instanceof ApiError && error.code === "bad-signature" && attempt === 0;
      if (!expired) throw error;
      connection.nonces = [];
    }
  }
}
