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
import { PagesError, addPages, manifestHashOf } from "./plugins/pages.ts";
import { ProblemError } from "./problem.ts";
import { makeDirectories } from "./services/common/directories.ts";
import { beginFounding } from "./services/office/founding.ts";
import { KeyFileError, loadServerKey, makeServerKey } from "./admission/server-key.ts";
import { makeDecoys } from "./admission/decoys.ts";
import { countDaysIn, today } from "./services/common/today.ts";
import { type Database, connect, waitForDatabase } from "./store/database.ts";
import { holdsDemonstration } from "./store/office/directories.ts";
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
  const code = await beginFounding(database).catch((error: unknown) => {
    if (!(error instanceof ProblemError && error.code === "conflict")) throw error;
    const rootsFile = path.join(config.keysFolder, "roots.json");
    throw new ConfigError(`KEYS_DIR: ${rootsFile} is missing, and the database holds an office that has begun`);
  });
  if (code !== undefined) process.stdout.write(foundingLines(code));
  const app = await buildFoundingApp({ database, log, origins: config.origins });
  return { app, stop: () => {} };
}

async function openOffice({ config, database, log, serverKey }: Context, { roots, published }: Keys): Promise<Serving> {
  const directories = makeDirectories(database, makeServerKey(serverKey), roots);
  if (await directories.isThere()) await directories.current().catch((error: unknown) => refuseRoots(error, config));
  await directories.importNewer(published).catch((error: unknown) => {
    if (!(error instanceof DirectoryError && (error.code === "gap" || error.code === "statement-gap"))) throw error;
    throw new ConfigError(`KEYS_DIR: ${path.join(config.keysFolder, "directory.json")} ${MISSING[error.code]}`);
  });
  if (published.length === 0 && !(await directories.isThere()))
    throw new ConfigError(
      `KEYS_DIR: there is no valid directory signed by these roots: ${path.join(config.keysFolder, "directory.json")} is missing, and the database knows none`,
    );
  await directories.current();
  const first = await directories.firstStatement();
  if (first > 1) log.warn({ first }, EARLIER_MISSING);

  const metrics =
    config.metrics &&
    makeMetrics(database, config.fileLimits.bytes, makeDecoys(database, makeServerKey(serverKey), today));
  const promises = await readPromises(config);
  const mailing = config.mail && {
    // Read only where somebody mails: two MB of a package.
    mailer: (await import("./services/cases/mailer.ts")).makeMailer(config.mail.server),
    hours: config.mail.hours,
    ...promises,
  };
  const app = await buildApp({
    ...(metrics && { metrics }),
    ...(mailing && { mailing }),
    ...(config.webFolder !== undefined && { manifestHash: await manifestHashOf(config.webFolder) }),
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

/** Of another office, or the database is from before roots were exchanged: nothing is taken into it then. */
function refuseRoots(error: unknown, { keysFolder }: Config): void {
  // What else is wrong with the newest, the folder may hold one after it that is right.
  if (!(error instanceof DirectoryError && error.code === "too-few-signatures")) return;
  const rootsFile = path.join(keysFolder, "roots.json");
  throw new ConfigError(
    `KEYS_DIR: the roots of ${rootsFile} have signed no directory in the database: they are of another office, or of another day than the database (docs/operations/restored.md)`,
  );
}

const EARLIER_MISSING =
  "statements of the stewards before the first that is known are missing: programs that have seen one of them refuse this server until the next directory (statement-gap; docs/operations/restored.md)";

/** What came between the database, restored from an older copy, and the file. */
const MISSING = {
  gap: "is newer than the database, and a directory between the two is missing: put that into it too (gap; docs/operations/restored.md)",
  "statement-gap":
    "is newer than the database, and a statement of the stewards between the two is missing: put that into it too (statement-gap; docs/operations/restored.md)",
} as const;

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
