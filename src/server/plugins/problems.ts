/** Refusals: one table of codes, RFC 9457 documents, and nothing of the request in any of them. */
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { API, type Operation } from "../../protocol/api.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode, problemDocument } from "../../protocol/problems.ts";
import { ProblemError } from "../problem.ts";
import { refusalOf } from "../store/audit.ts";
import { UnfitDatabase, isAway } from "../store/durability.ts";
import { logFailure } from "./logging.ts";

/** `operations`: those that have an address on this server */
export function addProblems(app: FastifyInstance, operations: readonly Operation[]): void {
  const patterns = operations.map(patternOf);
  app.setErrorHandler<FastifyError>((error, request, reply) => handleError(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.raw.url ?? "", patterns);
    if (methods.length === 0) return sendProblem(reply, "not-found");
    return sendProblem(reply.header("allow", methods.join(", ")), "method-not-allowed");
  });
}

/** Also for what Fastify refuses before it knows a route. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeOf(error);
  if (code === "internal") logFailure(request, error);
  if (code === "too-large") return refuseBody(request, reply);
  return sendProblem(reply, code);
}

function sendProblem(reply: FastifyReply, code: ProblemCode): FastifyReply {
  return reply
    .code(PROBLEMS[code].status)
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify(problemDocument(code)));
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return "too-large";
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return "unsupported-media-type";
  // Everything else that Fastify itself refuses is a malformed request.
  const isFastifys =
    typeof code === "string" && code.startsWith("FST_ERR_") && typeof statusCode === "number" && statusCode < 500;
  if (isFastifys || (typeof statusCode === "number" && statusCode === 400)) return "bad-request";
  // Nothing was stored, or nobody was told so: worth trying again.
  if (isAway(error) || error instanceof UnfitDatabase) return "busy";
  return refusalOf(error) ?? "internal";
}

/** Whoever goes on for longer than this is cut off all the same: more than ten times the largest limit. */
const DRAIN_BYTES = 128 * 1_048_576;
const DRAIN_MS = 30_000;

/**
 * Answers at once, and goes on reading until the sender is through: a connection closed under a sender's hands
 * is reset, and the answer lost with it.
 */
function refuseBody(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const document = Buffer.from(JSON.stringify(problemDocument("too-large")));
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(PROBLEMS["too-large"].status, {
    "content-type": PROBLEM_MEDIA_TYPE,
    "content-length": document.length,
    connection: "close",
  });
  raw.write(document);
  let drained = 0;
  const end = (): void => {
    clearTimeout(timer);
    raw.end();
  };
  const timer = setTimeout(end, DRAIN_MS);
  request.raw.on("data", (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) end();
  });
  request.raw.on("close", end);
  request.raw.on("end", end);
  request.raw.on("error", end);
  request.raw.resume();
  return reply;
}

type Pattern = { readonly method: string; readonly pattern: RegExp };

function patternOf(operation: Operation): Pattern {
  const { method, path } = API[operation];
  return { method, pattern: new RegExp(`^${path.replaceAll(/:[a-zA-Z]+/gu, "[^/]+")}$`, "u") };
}

/** Methods that the table knows for an address. */
function methodsOf(url: string, patterns: readonly Pattern[]): string[] {
  const path = url.split("?", 1)[0] ?? "";
  return patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}

/** What is not HTTP, or more headers than Node takes, is answered before there is a request. */
export function handleClientError(_error: Error, socket: Socket): void {
  if (!socket.writable) return;
  const document = JSON.stringify(problemDocument("bad-request"));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${document.length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${document}`,
  );
}
