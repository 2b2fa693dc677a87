/** The server's process: settings, database, directory, then listening; and a clean end. */
import path from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { DirectoryError } from "../protocol/directory/directory.ts";
import { buildApp } from "./app.ts";
import { type Config, ConfigError, type Keys, readConfig, readKeys, readPromises, readTimeZone } from "./config.ts";
import { buildFoundingApp } from "./founding-app.ts";
import { foundingLines } from "./founding-lines.ts";
import { makeOrigins } from "./origins.ts";
import { makeMetrics, serveMetrics } from "./plugins/metrics.ts";
import { makeLog } from "./plugins/logging.ts";
import { PagesError, addPages } from "./plugins/pages.ts";
import { ProblemError } from "./problem.ts";
import { makeDirectories } from "./services/directories.ts";
import { beginFounding } from "./services/founding.ts";
import { KeyFileError, loadServerKey, makeServerKey } from "./admission/server-key.ts";
import { makeDecoys } from "./admission/decoys.ts";
import { countDaysIn, today } from "./services/today.ts";
import { type Database, connect, waitForDatabase } from "./store/database.ts";
import { holdsDemonstration } from "./store/directories.ts";
import { hasLogins } from "./store/members.ts";
import { startRinging } from "./upkeep/ringing.ts";
import { UnfitDatabase, isAway } from "./store/durability.ts";
import { migrate } from "./store/migrate.ts";

/** Requests under way get so long to end; the container's own patience is ten seconds. */
const CLOSE_TIMEOUT_MS = 8_000;

async function start(config: Config): Promise<void> {
  const log = makeLog(config.logLevel);
  // Node would print the message, which may quote a request or a row.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error) => {
      log.fatal({ err: error }, "unexpected failure");
      process.exit(1);
    });
  }
  // As the first process of a container it would not even hear SIGTERM without somebody who listens.
  let end = async (): Promise<void> => process.exit(0);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());

  const keys = await readKeys(config);
  countDaysIn(await readTimeZone(config));
  const serverKey = await loadServerKey(config.serverKeyFile, { create: !config.isProduction });
  const { database, close } = connect(config.databaseUrl, {
    disks: config.databaseDisks,
    onError: (error) => log.error({ err: error }, "a database connection broke"),
    onUnfit: (sentence) => log.error(sentence),
  });
  const onWait = () => log.warn("waiting for PostgreSQL");
  if (config.databaseOwnerUrl !== undefined) await migrate(config.databaseOwnerUrl, onWait);
  await waitForDatabase(database, onWait);
  if (config.isProduction && (await holdsDemonstration(database)))
    throw new ConfigError(
      "DATABASE_URL: this is the database of a demonstration, whose keys are no secret; an office begins with an empty one",
    );

  const context = { config, database, log, serverKey };
  const { app, stop } = keys === undefined ? await beginOffice(context) : await openOffice(context, keys);
  if (config.webFolder !== undefined) {
    const isFounding = keys === undefined;
    await addPages(app, { webDir: config.webFolder, origins: makeOrigins(config.origins), isFounding });
  }
  // Fastify would name every address of this machine; an onion service has none that is anybody's business.
  await app.listen({ host: config.host, port: config.port, listenTextResolver: () => "listening" });

  end = async () => {
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    stop();
    await app.close();
    await close();
    process.exit(0);
  };
}

type Context = {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  readonly serverKey: Uint8Array;
};
type Serving = { readonly app: FastifyInstance; readonly stop: () => void };

/** Where nobody has been told whom to believe. The code goes past the log, which may be kept or sent elsewhere. */
async function beginOffice({ config, database, log }: Context): Promise<Serving> {
  const rootsFile = path.join(config.keysFolder, "roots.json");
  // Whoever enrolled did so under roots: these have been lost, and no second office shall be founded on top.
  const lost = `KEYS_DIR: ${rootsFile} is missing, and the database holds an office that has begun`;
  if (await hasLogins(database)) throw new ConfigError(lost);
  const code = await beginFounding(database).catch((error: unknown) => {
    throw error instanceof ProblemError && error.code === "conflict" ? new ConfigError(lost) : error;
  });
  if (code !== undefined) process.stdout.write(foundingLines(code));
  const app = await buildFoundingApp({ database, log, origins: config.origins });
  return { app, stop: () => {} };
}

async function openOffice({ config, database, log, serverKey }: Context, { roots, published }: Keys): Promise<Serving> {
  const directories = makeDirectories(database, makeServerKey(serverKey), roots);
  await directories.importNewer(published);
  if (published.length === 0 && !(await directories.isThere()))
    throw new ConfigError(
      `KEYS_DIR: there is no valid directory signed by these roots: ${path.join(config.keysFolder, "directory.json")} is missing, and the database knows none`,
    );
  await directories.current();

  const metrics =
    config.metrics &&
    makeMetrics(database, config.fileLimits.bytes, makeDecoys(database, makeServerKey(serverKey), today));
  const promises = await readPromises(config);
  const mailing = config.mail && {
    // Read only where somebody mails: two MB of a package.
    mailer: (await import("./services/mailer.ts")).makeMailer(config.mail.server),
    hours: config.mail.hours,
    ...promises,
  };
  const app = await buildApp({
    ...(metrics && { metrics }),
    ...(mailing && { mailing }),
    addsDecoys: config.addsDecoys,
    needsFactor: !roots.isDemonstration,
    database,
    log,
    serverKey,
    roots,
    origins: config.origins,
    fileLimits: config.fileLimits,
    textBytes: config.textBytes,
  });
  const stopRinging = mailing && startRinging({ database, key: makeServerKey(serverKey), directories, mailing, log });
  // Its own little server; it ends with the process.
  if (metrics !== undefined && config.metrics !== undefined) await serveMetrics(metrics, config.metrics);
  return { app, stop: () => stopRinging?.() };
}

/** One line for the operator; nothing of a failed statement or its values. */
function explain(error: unknown): string {
  if (error instanceof UnfitDatabase) return `DATABASE_URL: ${error.message}`;
  if (error instanceof ConfigError || error instanceof KeyFileError || error instanceof PagesError)
    return error.message;
  if (error instanceof DirectoryError)
    return `KEYS_DIR: there is no valid directory signed by these roots (${error.code})`;
  const { code } = error as { code?: unknown };
  const known = typeof code === "string" ? code : "";
  const reason =
    REASONS[known] ?? (isAway(error) ? `DATABASE_URL: PostgreSQL is not there` : "The server could not start");
  return known === "" ? reason : `${reason} (${known})`;
}

/** By SQLSTATE or Node's code: what an operator can mend. */
const REASONS: Readonly<Record<string, string>> = {
  "28P01": "DATABASE_URL: PostgreSQL refuses the role or its password",
  "28000": "DATABASE_URL: PostgreSQL refuses the role or its password",
  "3D000": "DATABASE_URL: PostgreSQL has no such database",
  "42P01": "DATABASE_URL: a table is missing; the migrations have not been applied",
  "42703": "DATABASE_URL: a column is missing; the migrations have not been applied",
  "42501": "DATABASE_URL: the role lacks a right; the migrations, applied by the owner, grant them",
  EADDRINUSE: "HOST, PORT: another program listens there already",
  EADDRNOTAVAIL: "HOST: this machine has no such address",
};

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
