/**
 * Two server processes behind one address, and a PostgreSQL that is restarted again and again under senders; meanwhile
 * each process is killed once in a while. By hand, with Debian's `postgresql`: node test/production/restarts.ts [ROUNDS]
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "../../src/server/store/migrate.ts";
import { startOneAddress } from "../support/machine/one-address.ts";
import { freePort } from "../support/machine/free-port.ts";
import { makeCluster, makeDatabase } from "./postgres.ts";
import { findLost, makeTeardowns, startSenders } from "./senders.ts";
import { isReady, makeServer } from "./server.ts";

const [rounds = 20] = process.argv.slice(2).map(Number);
const undo = makeTeardowns();
const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
await fs.chmod(folder, 0o755);
undo.teardown(() => fs.rm(folder, { recursive: true, force: true }));
const cluster = await makeCluster(path.join(folder, "cluster"));
await cluster.start();
undo.teardown(() => cluster.stop("fast"));
await makeDatabase(cluster);
await migrate(cluster.url("segel_owner"));

const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const quiet = { LOG_LEVEL: "silent" };
const both = [
  await makeServer(undo, cluster.url("segel_app"), [origin]),
  await makeServer(undo, cluster.url("segel_app"), [origin]),
] as const;
for (const server of both) await server.start(quiet);
await startOneAddress(undo, port, () => both.map((server) => server.origin));
const senders = startSenders({ ...both[0], origin }, 16);
for (let round = 0; round < rounds; round++) {
  await sleep(1_000 + Math.random() * 1_000);
  await cluster.stop(round % 2 === 0 ? "fast" : "immediate");
  await cluster.start();
  while (!(await isReady(origin))) await sleep(50);
  const victim = both[round % 2] ?? both[0];
  if (round % 3 === 0) {
    await victim.kill();
    await victim.start(quiet);
  }
}
await senders.stop();
const lost = await findLost(cluster.url("segel_owner"), senders.acknowledged);
console.log(
  `${rounds} restarts of PostgreSQL under 16 senders and two processes: ${senders.acknowledged.size} acknowledged, ` +
    `${senders.unanswered()} requests unanswered and repeated, ${lost.length} lost`,
);
for (const server of both) await server.kill();
await undo.run();
process.exit(lost.length === 0 ? 0 : 1);
