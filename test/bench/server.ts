/**
 * The server as a process of its own, for measurements. With `unchecked` as argument it takes proofs of work whose
 * solution is wrong, which no setting of the real server allows; everything else is src/server/main.ts.
 * Settings by environment as there; prints its address when it listens.
 */
import { buildApp } from "../../src/server/app.ts";
import { readConfig, readDirectoryFile, readRoots } from "../../src/server/config.ts";
import { makeLog } from "../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../src/server/services/directories.ts";
import { loadServerKey, makeServerKey } from "../../src/server/admission/server-key.ts";
import { connect } from "../../src/server/store/database.ts";

const config = readConfig(process.env);
const roots = await readRoots(config);
const serverKey = await loadServerKey(config.serverKeyFile, { create: true });
const { database } = connect(config.databaseUrl);
await makeDirectories(database, makeServerKey(serverKey), roots).importNewer(await readDirectoryFile(config));
const app = await buildApp({
  database,
  log: makeLog("silent"),
  serverKey,
  roots,
  origins: config.origins,
  ...(process.argv[2] === "unchecked" ? { dangerouslyAcceptUnsolvedProofsOfWork: true as const } : {}),
});
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
