/** What every server of ours has before its first route: refusals, headers, a quiet log, and bodies that are counted. */
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Operation } from "../protocol/api.ts";
import { type Load, watchLoad } from "./admission/load.ts";
import { type Origins, makeOrigins } from "./origins.ts";
import { type ArrivalLimits, type Arrivals, makeArrivals } from "./plugins/arrivals.ts";
import { QuietLogController, addRequestLog } from "./plugins/logging.ts";
import type { Metrics } from "./plugins/metrics.ts";
import { addProblems, handleClientError, handleError } from "./plugins/problems.ts";
import { addSecurityHeaders } from "./plugins/security-headers.ts";

export type HttpDeps = {
  readonly log: Logger;
  /** As browsers say them, for example "https://segel.example" */
  readonly origins: readonly string[];
  /** What may lie in memory for others; the default fits a small container */
  readonly arrivalLimits?: ArrivalLimits;
  /** Counts for the operator; by default none */
  readonly metrics?: Metrics;
};

export type Http = {
  readonly app: FastifyInstance;
  readonly origins: Origins;
  readonly arrivals: Arrivals;
  readonly load: Load;
};

/**
 * A whole request must arrive within so long: a megabyte at 1 kB/s, since a client sends three at once and more beside
 * them on 4 kB/s, the slowest line over Tor that still works. What brings less is ended before (plugins/arrivals.ts).
 */
const REQUEST_TIMEOUT_MS = 1_200_000;
/** Longer than a browser's pause between two requests, shorter than what proxies keep open. */
const KEEP_ALIVE_MS = 30_000;

/** `operations`: what will be registered on it; anything else has no address here. */
export async function makeHttp(deps: HttpDeps, operations: readonly Operation[]): Promise<Http> {
  const origins = makeOrigins(deps.origins);
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new QuietLogController(),
    // Without the number that Fastify counts up for each request.
    childLoggerFactory: (logger) => logger,
    exposeHeadRoutes: false,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: handleClientError,
  });
  const arrivals = makeArrivals(app.server, deps.arrivalLimits);
  const load = watchLoad();
  addProblems(app, operations);
  await addSecurityHeaders(app, origins);
  addRequestLog(app);
  deps.metrics?.watch(app, load);
  // Bodies are read where they are counted (plugins/arrivals.ts), as the bytes that were sent.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(["application/json", "application/octet-stream"], (_request, _payload, done) => done(null));
  app.addHook("onClose", async () => {
    arrivals.stop();
    load.stop();
  });
  return { app, origins, arrivals, load };
}
