/**
 * A disk that is really full: PostgreSQL's folder on a file system of its own (tmpfs), with a ballast that fills it, under
 * senders of texts and files. By hand, as root, with Debian's `postgresql`: node test/production/full-disk.ts
 */
import { execFileSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "../../src/server/store/migrate.ts";
import { makeFile, putCell } from "../support/files.ts";
import { makeProof, makeReport, submit } from "../support/machine/server.ts";
import { makeCluster, makeDatabase } from "./postgres.ts";
import { findLost, makeTeardowns, startSenders } from "./senders.ts";
import { isReady, makeServer } from "./server.ts";

const DISK_MIB = 256;
const undo = makeTeardowns();
const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
await fs.chmod(folder, 0o755);
undo.teardown(() => fs.rm(folder, { recursive: true, force: true }));
execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MIB}m,mode=0777`, "none", folder]);
undo.teardown(() => execFileSync("umount", ["--lazy", folder]));
let isFine = true;
const expect = (is: boolean, what: string): void => {
  console.log(`${is ? "ok" : "NOT OK"}  ${what}`);
  isFine &&= is;
};

const settings = ["max_wal_size = 64MB", "min_wal_size = 32MB"];
const cluster = await makeCluster(path.join(folder, "cluster"), { settings });
await cluster.start();
undo.teardown(() => cluster.stop("immediate").catch(() => {}));
await makeDatabase(cluster);
await migrate(cluster.url("segel_owner"));
const server = await makeServer(undo, cluster.url("segel_app"));
await server.start({ LOG_LEVEL: "silent" });

const report = makeReport(server);
expect((await submit(server, report, { proof: await makeProof(server, { solved: true }) })).status === 201, "a report");
const senders = startSenders(server, 8);
// Files have a limit of their own, far above this disk: it is filled as another program would.
await sleep(10_000);
const before = senders.acknowledged.size;
const ballast = await fs.open(path.join(folder, "ballast"), "w");
const mib = Buffer.alloc(1_048_576, 1);
let filled = 0;
for (;;) {
  const isFull = await ballast.write(mib).then(
    () => false,
    () => true,
  );
  if (isFull) break;
  filled++;
}
await ballast.close();
const answers = new Map<number, number>();
const cells: Promise<void>[] = [];
let isOver = false;
for (let lane = 0; lane < 4; lane++)
  cells.push(
    (async () => {
      while (!isOver) {
        const { status } = await putCell(server, report.keys.auth, makeFile({ cells: 1 }), 0, { solved: true }).catch(
          () => ({
            status: 0,
          }),
        );
        answers.set(status, (answers.get(status) ?? 0) + 1);
        if (status !== 200) await sleep(50);
      }
    })(),
  );
await sleep(8_000);
const whenFull = senders.acknowledged.size;
expect(
  before > 0,
  `${before} acknowledged before the disk was full, ${whenFull} while it was (${filled} MiB of ballast)`,
);
expect(answers.has(507) || answers.has(503), "a cell is told that there is no room, or to come later");
expect(!answers.has(500) && !answers.has(400), `cells were answered ${JSON.stringify([...answers])}`);
isOver = true;
await Promise.all(cells);
await fs.rm(path.join(folder, "ballast"));
// PostgreSQL ends itself when its log finds no room; an operator, or systemd, starts it again.
if (!(await isReady(server.origin))) await cluster.start().catch(() => {});
for (let tries = 0; tries < 100 && !(await isReady(server.origin)); tries++) await sleep(200);
expect(await isReady(server.origin), "with room again the server is ready, without a restart of its own");
await sleep(5_000);
await senders.stop();
expect(senders.acknowledged.size > whenFull, `${senders.acknowledged.size} acknowledged after`);
const lost = await findLost(cluster.url("segel_owner"), senders.acknowledged);
expect(lost.length === 0, `${lost.length} lost; ${senders.unanswered()} requests unanswered and repeated`);
await server.kill();
await undo.run();
process.exit(isFine ? 0 : 1);
