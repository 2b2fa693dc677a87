/**
 * A backup by pg_dump, restored into an empty database as docs/operations/backup.md says; and an older one, of which members'
 * programs must say that it is older. By hand, with Debian's `postgresql`: node test/production/restore.ts
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nextDocument } from "../../src/client/directory/organisation.ts";
import { connect } from "../../src/client/line/http.ts";
import { type DeviceMemory, enrol, signIn } from "../../src/client/member/entry/sign-in.ts";
import { migrate } from "../../src/server/store/migrate.ts";
import { logIn } from "../support/members.ts";
import { makeCluster, makeDatabase } from "./postgres.ts";
import { findLost, makeTeardowns, startSenders } from "./senders.ts";
import { makeServer } from "./server.ts";
import { signedOf } from "../support/organisation.ts";

const undo = makeTeardowns();
const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
await fs.chmod(folder, 0o777);
undo.teardown(() => fs.rm(folder, { recursive: true, force: true }));
let isFine = true;
const expect = (is: boolean, what: string): void => {
  console.log(`${is ? "ok" : "NOT OK"}  ${what}`);
  isFine &&= is;
};

const cluster = await makeCluster(path.join(folder, "cluster"));
await cluster.start();
undo.teardown(() => cluster.stop("fast"));
await makeDatabase(cluster);
await migrate(cluster.url("segel_owner"));

const backUp = async (name: string): Promise<string> => {
  const file = path.join(folder, name);
  await cluster.run("pg_dump", ["--username=segel_owner", "--format=custom", `--file=${file}`, "segel"]);
  return file;
};
const restore = async (file: string, database: string): Promise<void> => {
  const create = `CREATE DATABASE ${database} OWNER segel_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`;
  await cluster.run("psql", ["--dbname=postgres", "--command", create]);
  await cluster.run("pg_restore", [
    "--username=segel_owner",
    "--no-owner",
    "--exit-on-error",
    `--dbname=${database}`,
    file,
  ]);
};

const server = await makeServer(undo, cluster.url("segel_app"));
await server.start();
const { organisation } = server;
const credentials = { name: "ani", passphrase: "enam kata yang dibuat oleh mesin" };
const enter = (device: DeviceMemory) =>
  signIn(connect(server.origin), {
    ...credentials,
    roots: organisation.rootSet,
    device,
    builtAt: 0,
    now: Date.now(),
  });
await enrol(connect(server.origin), organisation.lead, credentials);
const first = await enter(undefined);
const senders = startSenders(server, 8);
await sleep(5_000);
await senders.stop();
const older = await backUp("older.dump");

// A newer directory, and reports that the older copy lacks.
const next = signedOf(
  organisation,
  nextDocument(organisation.document, organisation.signed, Date.now()),
  organisation.roots,
);
const directoryFile = path.join(server.keys, "directory.json");
await fs.writeFile(directoryFile, JSON.stringify([organisation.signed, next]));
await server.kill();
await server.start();
const { memory } = await enter(first.memory);
expect(memory.directoryVersion === 2, "the member's device remembers the newer directory");
const newest = await backUp("newest.dump");

await server.kill();
await restore(newest, "newest");
await server.start({ DATABASE_URL: cluster.url("segel_app", "newest") });
const lost = await findLost(cluster.url("segel_owner", "newest"), senders.acknowledged);
expect(
  lost.length === 0,
  `restored into an empty database: ${senders.acknowledged.size} acknowledged, ${lost.length} lost`,
);
expect((await enter(memory)).alarms.length === 0, "members sign in, and no alarm is raised");
await logIn(server, organisation.investigators[0]!);
const more = startSenders(server, 4);
await sleep(2_000);
await more.stop();
expect(more.acknowledged.size > 0, "and reports are taken");

await server.kill();
await restore(older, "older");
await server.start({ DATABASE_URL: cluster.url("segel_app", "older") });
expect(
  (await enter(memory)).alarms.includes("vault-rolled-back"),
  "an older copy, with the newest directory in KEYS_DIR: the member's program raises the alarm",
);
await server.kill();
await fs.writeFile(directoryFile, JSON.stringify(organisation.signed));
await cluster.run("psql", ["--dbname=postgres", "--command", "DROP DATABASE older"]);
await restore(older, "older");
await server.start({ DATABASE_URL: cluster.url("segel_app", "older") });
const refusal = await enter(memory).then(
  () => "",
  (error: unknown) => (error as { code?: string }).code ?? "",
);
expect(refusal === "rollback", "an older copy without it: the member's program refuses the server");
await server.kill();
await undo.run();
process.exit(isFine ? 0 : 1);
