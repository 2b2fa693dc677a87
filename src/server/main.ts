/** The server's process: settings, database, directory, then listening; and a clean end. */
import path from "node:path";
import { DirectoryError } from "../protocol/directory.ts";
import { buildApp } from "./app.ts";
import {
  type Config,
  ConfigError,
  readConfig,
  readDirectoryFile,
  readPromises,
  readRoots,
  readTimeZone,
} from "./config.ts";
import { makeOrigins } from "./origins.ts";
import { makeMetrics, serveMetrics } from "./plugins/metrics.ts";
import { makeLog } from "./plugins/logging.ts";
import { PagesError, addPages } from "./plugins/pages.ts";
import { makeDirectories } from "./services/directories.ts";
import { KeyFileError, loadServerKey, makeServerKey } from "./admission/server-key.ts";
import { makeDecoys } from "./admission/decoys.ts";
import { countDaysIn, today } from "./services/today.ts";
import { connect, waitForDatabase } from "./store/database.ts";
import { holdsDemonstration } from "./store/directories.ts";
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

  const roots = await readRoots(config);
  const published = await readDirectoryFile(config);
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
  // Fastify would name every address of this machine; an onion service has none that is anybody's business.
  if (config.webFolder !== undefined) {
    await addPages(app, { webDir: config.webFolder, origins: makeOrigins(config.origins) });
  }
  // Its own little server; it ends with the process.
  if (metrics !== undefined && config.metrics !== undefined) await serveMetrics(metrics, config.metrics);
  await app.listen({ host: config.host, port: config.port, listenTextResolver: () => "listening" });

  end = async () => {
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    stopRinging?.();
    await app.close();
    await close();
    process.exit(0);
  };
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
