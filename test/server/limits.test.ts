import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import t from "tap";
import { API, MAX_JSON_BYTES, type Operation } from "../../src/protocol/api.ts";
import { FOUNDING } from "../../src/protocol/api/founding.ts";
import type { Route } from "../../src/protocol/route.ts";
import { problemDocument } from "../../src/protocol/problems.ts";
import { startFounding } from "../support/founding.ts";
import { type TestServer, makeProof, send, startServer } from "../support/machine/server.ts";

const withBody = (Object.keys(API) as Operation[]).flatMap((operation) => {
  const { method, path, body }: Route = API[operation];
  if (body === undefined) return [];
  const atMost = "bytes" in body ? body.bytes.atMost : (body.atMost ?? MAX_JSON_BYTES);
  const type = "bytes" in body ? "application/octet-stream" : "application/json";
  return [{ operation, method, path: path.replaceAll(/:[a-zA-Z]+/gu, "0"), atMost, type }];
});

type Outcome = { readonly status: number | undefined; readonly type: string | undefined; readonly text: string };

/** Sends `size` bytes over one connection, whatever the server says meanwhile, and reads its answer whenever it comes. */
async function sendMuch(
  { origin }: Pick<TestServer, "origin">,
  {
    method,
    path,
    type,
    headers = {},
  }: { method: string; path: string; type: string; headers?: Record<string, string> },
  size: number,
): Promise<Outcome> {
  const call = request(origin + path, { method, agent: false, headers: { "content-type": type, ...headers } });
  const answered = once(call, "response").then(async ([answer]: IncomingMessage[]): Promise<Outcome> => {
    if (answer === undefined) throw new Error("no answer");
    let text = "";
    for await (const chunk of answer) text += String(chunk);
    return { status: answer.statusCode, type: answer.headers["content-type"], text };
  });
  const piece = Buffer.alloc(65_536, " ");
  const pieces = function* () {
    for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(piece.length, left));
  };
  // Rejects when the connection is closed before everything was sent, which is no failure once the answer is there.
  if (size > 0) void pipeline(Readable.from(pieces()), call).catch(() => {});
  else call.flushHeaders();
  const outcome = await answered;
  call.destroy();
  return outcome;
}

t.test("attack 57: ten times the limit gets a readable 413 on every route that takes a body", async (t) => {
  const [server, founding] = [await startServer(t), await startFounding(t)];
  const expected = {
    status: 413,
    type: "application/problem+json",
    text: JSON.stringify(problemDocument("too-large")),
  };
  for (const { operation, atMost, ...route } of withBody) {
    const declared = await sendMuch(
      Object.hasOwn(FOUNDING, operation) ? founding : server,
      { ...route, headers: { "content-length": String(10 * atMost) } },
      10 * atMost,
    );
    t.same(declared, expected, operation);
  }
  const proof = await makeProof(server);
  const sendReport = withBody.find(({ operation }) => operation === "sendReport")!;
  const undeclared = await sendMuch(
    server,
    { ...sendReport, headers: { "segel-proof": proof } },
    10 * sendReport.atMost,
  );
  t.same(undeclared, expected, "also where the length is not declared");
  const claimed = await sendMuch(server, { ...sendReport, headers: { "content-length": String(2 ** 40) } }, 0);
  t.same(claimed, expected, "and a claim of a terabyte is answered before a byte of it comes");
  t.equal((await send(server, "/api/health")).status, 200);
});

t.test("what is not HTTP, or has too many headers, is answered with a problem", async (t) => {
  const server = await startServer(t);
  const talk = async (text: string): Promise<string> => {
    const socket = connect(Number(new URL(server.origin).port), "127.0.0.1");
    socket.end(text);
    let answer = "";
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  };
  const problem = JSON.stringify(problemDocument("bad-request"));
  t.ok((await talk("nonsense\r\n\r\n")).endsWith(problem));
  t.ok((await talk(`GET /api/health HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(20_000)}\r\n\r\n`)).endsWith(problem));
  t.ok(
    (await talk("GET /api/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).endsWith(problem),
    "a malformed address",
  );
});

t.test("a body of another kind, where none belongs, or compressed, is refused", async (t) => {
  const server = await startServer(t);
  const body = { name: "siapa" };
  t.equal(
    (await send(server, "/api/login-parameters", { method: "POST", body, headers: { "content-type": "text/plain" } }))
      .problem,
    "unsupported-media-type",
  );
  t.equal(
    (
      await send(server, "/api/login-parameters", {
        method: "POST",
        body,
        headers: { "content-type": "application/octet-stream" },
      })
    ).problem,
    "unsupported-media-type",
  );
  t.equal((await send(server, "/api/login-parameters", { method: "POST" })).problem, "unsupported-media-type");
  t.equal(
    (await send(server, "/api/login-parameters", { method: "POST", body, headers: { "content-encoding": "gzip" } }))
      .problem,
    "unsupported-media-type",
  );
  t.equal((await send(server, "/api/session", { method: "DELETE", body: {} })).problem, "too-large");
  t.equal((await send(server, "/api/nonce?x=1")).problem, "bad-request", "an unknown parameter");
  t.equal((await send(server, "/api/nothing")).problem, "not-found");
  const wrongMethod = await send(server, "/api/reports");
  t.same(
    [wrongMethod.status, wrongMethod.problem, wrongMethod.headers.get("allow")],
    [405, "method-not-allowed", "POST"],
  );
  t.equal((await send(server, "/api/health", { method: "HEAD" })).status, 405);
});
