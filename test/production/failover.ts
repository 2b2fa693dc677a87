/**
 * Two disks: a standby that PostgreSQL waits for. Under senders it is stopped (nothing may be acknowledged meanwhile),
 * started again, and then takes over for a primary whose power is cut; everything acknowledged must be there.
 * By hand, with Debian's `postgresql`: node test/production/failover.ts [SENDERS]
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "../../src/server/store/migrate.ts";
import { makeCluster, makeDatabase } from "./postgres.ts";
import { findLost, makeTeardowns, startSenders } from "./senders.ts";
import { makeServer, startForwarder } from "./server.ts";

const [count = 16] = process.argv.slice(2).map(Number);
const undo = makeTeardowns();
const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
await fs.chmod(folder, 0o755);
undo.teardown(() => fs.rm(folder, { recursive: true, force: true }));
const fails: string[] = [];
const expect = (is: boolean, what: string): void => {
  console.log(`${is ? "ok" : "NOT OK"}  ${what}`);
  if (!is) fails.push(what);
};

const primary = await makeCluster(path.join(folder, "first"), { settings: ["max_wal_senders = 5"] });
await primary.start();
await makeDatabase(primary);
await migrate(primary.url("segel_owner"));
const second = await makeCluster(path.join(folder, "second"), { standbyOf: primary });
await second.start();
undo.teardown(() => second.stop("immediate").catch(() => {}));
undo.teardown(() => primary.stop("immediate").catch(() => {}));

let current = primary.port;
const port = await startForwarder(undo, () => current);
const url = `postgresql://segel_app@127.0.0.1:${port}/segel`;
const server = await makeServer(undo, url);
const refused = await server.start({ DATABASE_DISKS: "2" }).then(
  () => false,
  () => true,
);
expect(refused, "two disks are promised and PostgreSQL does not wait for the second: the server does not start");
await primary.run("psql", ["--dbname=postgres", "--command", "ALTER SYSTEM SET synchronous_standby_names = 'second'"]);
await primary.run("pg_ctl", ["reload"]);
await sleep(300);
await server.start({ DATABASE_DISKS: "2" });
const senders = startSenders(server, count);
await sleep(8_000);
const before = senders.acknowledged.size;
expect(before > 0, `${before} acknowledged with both disks`);

await second.stop("fast");
await sleep(500);
const whenStopped = senders.acknowledged.size;
await sleep(5_000);
expect(senders.acknowledged.size === whenStopped, "while the standby is away nothing is acknowledged");
await second.start();
await sleep(15_000);
expect(senders.acknowledged.size > whenStopped, `${senders.acknowledged.size} acknowledged after it came back`);

// The power of the first is cut in mid-stream, and its disk never comes back.
await primary.stop("immediate");
await second.run("pg_ctl", ["promote", "-w"]);
// One disk is left: said to the database and to the server, until there is a second again.
await second.run("psql", ["--dbname=postgres", "--command", "ALTER SYSTEM RESET synchronous_standby_names"]);
await second.run("pg_ctl", ["reload"]);
current = second.port;
const atFailover = senders.acknowledged.size;
const lostThen = await findLost(second.url("postgres"), new Map(senders.acknowledged));
expect(
  lostThen.length === 0,
  `${atFailover} acknowledged when the first disk was lost, ${lostThen.length} of them lost`,
);
await server.kill();
await server.start({ DATABASE_DISKS: "1" });
await sleep(8_000);
await senders.stop();
const lost = await findLost(second.url("postgres"), senders.acknowledged);
expect(senders.acknowledged.size > atFailover, `${senders.acknowledged.size} acknowledged on the new primary`);
expect(lost.length === 0, `${lost.length} lost of all; ${senders.unanswered()} requests unanswered and repeated`);
await undo.run();
process.exit(fails.length === 0 ? 0 : 1);
