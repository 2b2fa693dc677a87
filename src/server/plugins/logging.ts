/**
 * What is written to the log: level, message, method, route pattern and status of a request, class and code of an error.
 * No address, URL, query, header or body, no text of an error, which may quote any of them, and no time:
 * a line with a time can be held against a badge log. Lines about single requests stand at `debug` only,
 * because whatever collects the log puts a time beside each.
 */
import { randomBytes } from "node:crypto";
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { type DestinationStream, type Logger, pino } from "pino";

export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "silent";

export function makeLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: false,
    serializers: { err: describeError, error: describeError, req: describeRequest, res: () => undefined },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export type ErrorDescription = {
  readonly class: string;
  readonly code: string | undefined;
  readonly at: readonly string[];
};

const FRAMES = 8;

/** Class, code and place of an error; never its message. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { class: typeof error, code: undefined, at: [] };
  const { code } = error as { code?: unknown };
  const known = typeof code === "string" && /^[A-Za-z0-9_-]{1,64}$/u.test(code);
  return { class: error.constructor.name, code: known ? code : undefined, at: placesIn(error) };
}

/** The stack without its first part, which is the message and may hold anything, line breaks included. */
function placesIn(error: Error): string[] {
  const { stack = "", message } = error;
  const start = stack.indexOf(message);
  if (start < 0) return [];
  const lines = stack.slice(start + message.length).split("\n");
  return lines.flatMap((line) => /^ {4}at (?:async )?(.+)$/u.exec(line)?.[1] ?? []).slice(0, FRAMES);
}

function describeRequest(request: FastifyRequest): { method: string; route: string | undefined } {
  return { method: request.method, route: request.routeOptions.url };
}

/** Logs an error of ours; the random reference lets somebody who saw the answer's time find the line, and nobody else. */
export function logFailure(request: FastifyRequest, error: unknown): void {
  request.log.error({ err: error, req: request, reference: randomBytes(4).toString("hex") }, "request failed");
}

/** Fastify's own lines about requests, replaced: they quote addresses and URLs. */
export class QuietLogController extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }
  override writeHeadError(error: FastifyError, request: FastifyRequest, _reply: FastifyReply): void {
    logFailure(request, error);
  }
  override serializerError(error: FastifyError, request: FastifyRequest, _reply: FastifyReply): void {
    logFailure(request, error);
  }
}

export function addRequestLog(app: FastifyInstance): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method, route } = describeRequest(request);
    request.log.debug({ method, route, status: reply.statusCode }, "request");
    done();
  });
}
