/** The server's process: settings, database, directory, then listening; and a clean end. */
import { DirectoryError } from "../protocol/directory.ts";
import { buildApp } from "./app.ts";
import { type Config, ConfigError, readConfig, readDirectoryFile, readRoots, readTimeZone } from "./config.ts";
import { makeOrigins } from "./origins.ts";
import { makeLog } from "./plugins/logging.ts";
import { PagesError, addPages } from "./plugins/pages.ts";
import { makeDirectories } from "./services/directories.ts";
import { KeyFileError, loadServerKey, makeServerKey } from "./services/server-key.ts";
import { tellOfEnds } from "./services/validity-alarm.ts";
import { countDaysIn } from "./services/today.ts";
import { connect } from "./store/database.ts";
import { migrate } from "./store/migrate.ts";

/** Requests under way get so long to end; the container's own patience is ten seconds. */
const CLOSE_TIMEOUT_MS = 8_000;
/** Entries that end are told of once a day. */
const TELL_EVERY_MS = 86_400_000;

async function start(config: Config): Promise<void> {
  const log = makeLog(config.logLevel);
  // Node would print the message, which may quote a request or a row.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error) => {
      log.fatal({ err: error }, "unexpected failure");
      process.exit(1);
    });
  }
  const roots = await readRoots(config);
  countDaysIn(await readTimeZone(config));
  const serverKey = await loadServerKey(config.serverKeyFile, { create: !config.isProduction });
  if (config.databaseOwnerUrl !== undefined) await migrate(config.databaseOwnerUrl);
  const { database, close } = connect(config.databaseUrl, {
    onError: (error) => log.error({ err: error }, "a database connection broke"),
  });

  const directories = makeDirectories(database, makeServerKey(serverKey), roots);
  await directories.importNewer(await readDirectoryFile(config));
  const directory = await directories.current();
  tellOfEnds(log, directory, Date.now());
  const telling = setInterval(() => {
    directories.current().then(
      (current) => tellOfEnds(log, current, Date.now()),
      (error: unknown) => log.error({ err: error }, "the directory could not be looked at"),
    );
  }, TELL_EVERY_MS);
  telling.unref();

  const app = await buildApp({
    database,
    log,
    serverKey,
    roots,
    origins: config.origins,
    fileLimits: config.fileLimits,
    textBytes: config.textBytes,
  });
  // Fastify would name every address of this machine; an onion service has none that is anybody's business.
  if (config.webFolder !== undefined) {
    await addPages(app, { webDir: config.webFolder, origins: makeOrigins(config.origins) });
  }
  await app.listen({ host: config.host, port: config.port, listenTextResolver: () => "listening" });

  const end = async (): Promise<void> => {
    setTimeout(() => process.exit(1), CLOSE_TIMEOUT_MS).unref();
    await app.close();
    await close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end());
}

/** One line for the operator; nothing of a failed statement or its values. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof KeyFileError || error instanceof PagesError)
    return error.message;
  if (error instanceof DirectoryError)
    return `KEYS_DIR: there is no valid directory signed by these roots (${error.code})`;
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? `The server could not start (${code})` : "The server could not start";
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
