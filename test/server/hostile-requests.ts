/** Sends hostile requests to a server of its own, as a program: `node hostile-requests.ts TOTAL SEED` prints what came back as JSON. */
import { concat, fromHex, utf8 } from "../../src/crypto/bytes.ts";
import { SMALL_CELL_BYTES, sealedCellBytes } from "../../src/crypto/file-cells.ts";
import { API, type Operation } from "../../src/protocol/api.ts";
import { HEADERS, SAME_SITE_HEADER } from "../../src/protocol/headers.ts";
import type { Route } from "../../src/protocol/route.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS } from "../../src/protocol/problems.ts";
import { makeNonce } from "../../src/server/admission/nonces.ts";
import { makeServerKey } from "../../src/server/admission/server-key.ts";
import { makeMessage } from "../support/files.ts";
import { logIn, openHeads } from "../support/members.ts";
import { query } from "../support/machine/postgres.ts";
import {
  type TestServer,
  makeProof,
  makeReport,
  signatureHeaders,
  startServer,
  storeReport,
} from "../support/machine/server.ts";

export type HostileResult = {
  readonly counts: Readonly<Record<number, number>>;
  /** Failures, refusals that are no problem of the table, and problems that are no refusal */
  readonly wrong: readonly string[];
  readonly log: string;
  readonly cases: number;
};

// Many at once: a reporter's answer leaves a fixed time after the request, whatever it says.
const LANES = 50;

async function run(server: TestServer, total: number, seed: number): Promise<HostileResult> {
  const known = new Set<number>(Object.values(PROBLEMS).map(({ status }) => status));
  const make = await hostileRequests(server);
  const counts: Record<number, number> = {};
  const wrong: string[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < total) {
      // Odd and spread over 32 bits (Knuth, TAOCP 6.4), so that neighbours do not resemble each other.
      const request = make(((seed + next++) * 2_654_435_761) >>> 0 || 1);
      const { statusCode, headers } = await server.app.inject(request);
      counts[statusCode] = (counts[statusCode] ?? 0) + 1;
      const isProblem =
        headers["content-type"]?.toString().startsWith(PROBLEM_MEDIA_TYPE) === true && known.has(statusCode);
      if (statusCode >= 500 || statusCode >= 400 !== isProblem)
        wrong.push(`${statusCode} ${request.method} ${request.url.slice(0, 100)}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const cases = (await query(server.urls.ownerUrl, "SELECT 1 FROM cases")).length;
  return { counts, wrong, log: server.log(), cases };
}

type Hostile = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: Buffer;
};

const NAUGHTY = [
  "",
  "0",
  "-1",
  "01",
  "1e9",
  "999999999",
  "9999999999",
  "NaN",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "%00",
  "%2e%2e",
  "%F0%9F%92%A9",
  "'; DROP TABLE cases; --",
  "${7*7}",
  "\u202e",
  "00000000-0000-4000-8000-000000000000",
  "a".repeat(300),
];
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  "",
  "siapa",
  "\u0000",
  "\ud800",
  "a".repeat(5_000),
  [],
  [[]],
  {},
  { $ne: null },
  { __proto__: null },
  toBase64url(new Uint8Array(64)),
  toBase64url(new Uint8Array(36)),
  "0".repeat(64),
];
const FIELDS = [
  "name",
  "nonce",
  "signature",
  "proofs",
  "document",
  "signatures",
  "salt",
  "memoryKiB",
  "passes",
  "loginPublicKey",
  "vault",
  "__proto__",
  "constructor",
  "handle",
];

const FILE_ID = "0123456789abcdef".repeat(2);

/** Requests from a number each: mostly well formed as far as the part that is attacked. */
async function hostileRequests(server: TestServer): Promise<(seed: number) => Hostile> {
  const report = await storeReport(server);
  const sessions = [
    await logIn(server, server.organisation.lead),
    await logIn(server, server.organisation.administrator),
  ];
  const [handle = ""] = await openHeads(server, sessions[0]!);
  const proof = await makeProof(server);
  const key = makeServerKey(server.serverKey);
  const cell = new Uint8Array(sealedCellBytes(SMALL_CELL_BYTES, 0));
  const claim = makeMessage(report.keys.auth, [{ id: fromHex(FILE_ID), cells: [cell] }]);
  const submission = makeReport(server).submission;
  // Those that take nothing at all are asked least.
  const operations = (Object.keys(API) as Operation[]).flatMap((operation) => {
    // It has no end that anybody could wait for; test/server/services/changes.test.ts listens to it.
    if (operation === "changes") return [];
    const { params, query, body, access }: Route = API[operation];
    return Array.from(
      { length: (params ?? query ?? body ?? (access === "public" ? undefined : access)) ? 8 : 1 },
      () => operation,
    );
  });
  const host = new URL(server.origin).host;
  return (seed) => {
    let state = seed;
    const draw = (bound: number): number => {
      // xorshift32 (Marsaglia 2003): the same requests for the same seed
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % bound;
    };
    const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)]!;
    const operation = pick(operations);
    const route: Route = API[operation];
    const good: Record<string, string> = {
      handle,
      memberId: server.organisation.lead.entry.id,
      direction: "team",
      epoch: "0",
      sequence: "1",
      fileId: FILE_ID,
      cell: "0",
    };
    let url = route.path.replaceAll(/:([a-zA-Z]+)/gu, (_, name: string) =>
      encodeURI(draw(3) === 0 ? pick(NAUGHTY) : (good[name] ?? "")),
    );
    const isMessage = operation === "putOwnMessage" || operation === "putMessage";
    const isOfCell = route.query === API.putCell.query;
    if (isOfCell && draw(4) !== 0) url += "?of=1";
    else if (draw(4) === 0)
      url += `?${pick(["after", "from", "to", "before", "of", "__proto__", "x"])}=${encodeURI(pick(NAUGHTY))}`;
    // A log-out would end the session that all the others need.
    const method =
      draw(20) === 0 && route.path !== API.logout.path ? pick(["GET", "POST", "PUT", "DELETE"] as const) : route.method;
    const payload = payloadFor(route);
    const headers: Record<string, string> = { host, [SAME_SITE_HEADER]: "1" };
    if (payload !== undefined)
      headers["content-type"] =
        draw(30) === 0
          ? pick(["text/plain", "multipart/form-data", "application/json;charset=x", ""])
          : route.body !== undefined && "json" in route.body
            ? "application/json"
            : "application/octet-stream";
    // Few log-outs: the session must last.
    if (route.access === "session" && operation !== "logout" && draw(2) === 0)
      headers["cookie"] = pick(sessions).cookie;
    if (route.access === "reporter") {
      const nonce = makeNonce(key);
      const body = payload === undefined || method === "GET" ? {} : { body: payload };
      // Signed right in a quarter of the cases, so that what stands behind the signature is reached. Nothing is burnt.
      const isBurn = operation === "burnCase" || method === "DELETE";
      if (draw(4) === 0 && !isBurn)
        Object.assign(
          headers,
          signatureHeaders(report.keys.auth, {
            origin: server.origin,
            method,
            path: url,
            nonce: fromBase64url(nonce),
            ...body,
          }),
        );
      else
        Object.assign(headers, {
          [HEADERS.key]: pick(NAUGHTY.filter((text) => /^[ -~]*$/u.test(text))),
          [HEADERS.signature]: toBase64url(new Uint8Array(draw(80))),
        });
      headers[HEADERS.nonce] = draw(5) === 0 ? "x" : nonce;
    }
    if (route.access === "proof-of-work") {
      headers[HEADERS.proof] = draw(5) === 0 ? toBase64url(utf8(JSON.stringify(pick(VALUES)) ?? "")) : proof;
      if (draw(3) === 0)
        Object.assign(
          headers,
          signatureHeaders(report.keys.auth, {
            origin: server.origin,
            method,
            path: url,
            body: payload ?? new Uint8Array(),
            nonce: utf8(headers[HEADERS.proof] ?? ""),
          }),
        );
    }
    return { method, url, headers, ...(payload === undefined ? {} : { payload }) };

    function payloadFor({ body }: Route): Buffer | undefined {
      if (body === undefined) return draw(20) === 0 ? Buffer.from("x") : undefined;
      if ("json" in body) {
        if (draw(10) === 0) return Buffer.from(pick(["", "{", "[]", "null", '{"a":1,"a":2}', "\u0000"]));
        const fields = Array.from({ length: draw(6) }, () => [pick(FIELDS), pick(VALUES)]);
        return Buffer.from(JSON.stringify(Object.fromEntries(fields)));
      }
      // A cell that can be one, and a message that claims the file of this one cell
      if (isOfCell && draw(20) === 0) return Buffer.from(cell);
      if (isMessage && draw(8) === 0) return Buffer.from(claim);
      const sizes = [0, 1, 4, 31, 32, 64, 76, 300, 2_000];
      if (operation !== "sendReport" || draw(8) !== 0) return Buffer.alloc(pick(sizes), draw(256));
      const copy = Buffer.from(
        draw(3) === 0 ? submission.subarray(0, draw(submission.length)) : concat(submission, new Uint8Array(draw(3))),
      );
      copy[draw(copy.length || 1)] = draw(256);
      return copy;
    }
  };
}

if (process.argv[1] === import.meta.filename) {
  const cleanups: (() => unknown)[] = [];
  const server = await startServer(
    { teardown: (cleanup) => void cleanups.unshift(cleanup as () => unknown) },
    { logLevel: "error" },
  );
  process.stdout.write(JSON.stringify(await run(server, Number(process.argv[2]), Number(process.argv[3]))));
  for (const cleanup of cleanups) await cleanup();
  process.exit();
}
