/**
 * The server as a process of its own, for measurements. With `unchecked` as argument it takes proofs of work whose
 * solution is wrong, which no setting of the real server allows; `unaudited` (unaudited.ts) takes them too; with `decoys` it adds decoy heads without its pauses, as
 * many as it may; everything else is src/server/main.ts.
 * Settings by environment as there; prints its address when it listens.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { watchLoad } from "../../src/server/admission/load.ts";
import { addDecoys } from "../../src/server/upkeep/decoys.ts";
import { buildApp } from "../../src/server/app.ts";
import { readConfig, readDirectoryFile, readRoots } from "../../src/server/config.ts";
import { makeLog } from "../../src/server/plugins/logging.ts";
import { makeDirectories } from "../../src/server/services/common/directories.ts";
import { loadServerKey, makeServerKey } from "../../src/server/admission/server-key.ts";
import { connect } from "../../src/server/store/database.ts";

/** Between two looks: then some twelve of a hundred owed ones are made. */
const PAUSE_MS = 50;

const config = readConfig(process.env);
const roots = await readRoots(config);
const serverKey = await loadServerKey(config.serverKeyFile, { create: true });
const { database } = connect(config.databaseUrl);
await makeDirectories(database, makeServerKey(serverKey), roots).importNewer(await readDirectoryFile(config));
const app = await buildApp({
  needsFactor: false,
  database,
  log: makeLog("silent"),
  serverKey,
  roots,
  origins: config.origins,
  ...(process.argv[2] === "unchecked" || process.argv[2] === "unaudited"
    ? { dangerouslyAcceptUnsolvedProofsOfWork: true as const }
    : {}),
});
if (process.argv[2] === "decoys") void addAlways();
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);

/** A look after another; as long as it is told that all are still to be made, and not when this process is busy. */
async function addAlways(): Promise<void> {
  const key = makeServerKey(serverKey);
  const tally = { count: 0, bytes: 0, ofChannels: () => 1, ofDay: () => 0 };
  const load = watchLoad();
  for (;;) {
    await addDecoys(
      {
        database,
        key,
        directories: makeDirectories(database, key, roots),
        decoys: { tally: async () => tally, add: () => {} },
        changes: { ofChannel: () => {} },
        notices: { ring: async () => {} },
        load,
        presence: { share: () => 1 },
        textBytes: config.textBytes,
        log: makeLog("silent"),
      },
      0,
    );
    await sleep(PAUSE_MS);
  }
}
