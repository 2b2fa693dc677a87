import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { startPostgres } from "../../src/cli/office/embedded-postgres.ts";
import { query } from "../support/machine/postgres.ts";

const isRoot = process.getuid?.() === 0;
const module = new URL("../../src/cli/office/embedded-postgres.ts", import.meta.url).href;
const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
t.teardown(() => fs.rm(folder, { recursive: true, force: true }));

async function notes(url: string): Promise<string[]> {
  return (await query<{ text: string }>(url, "SELECT text FROM note ORDER BY text")).map((row) => row.text);
}

/** Another program, which starts the database, adds a note and stays. */
async function startElsewhere(note: string): Promise<{ kill(): Promise<void>; postmaster: number }> {
  const program = `
    import { startPostgres } from ${JSON.stringify(module)};
    const { ownerUrl } = await startPostgres(${JSON.stringify(folder)});
    process.stdout.write(ownerUrl);
    setInterval(() => {}, 1_000);
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error("it ended before it had a database")));
  const [url] = await Promise.race([once(child.stdout, "data"), ended]);
  await query(String(url), "INSERT INTO note VALUES ($1)", [note]);
  const pidFile = await fs.readFile(path.join(folder, "cluster/postmaster.pid"), "utf8");
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { kill, postmaster: Number(pidFile.split("\n")[0]) };
}

/** A process that has ended has no working folder, also while nobody has asked for its result. */
async function isAlive(pid: number): Promise<boolean> {
  return fs.readlink(`/proc/${pid}/cwd`).then(
    () => true,
    () => false,
  );
}

async function childrenOf(pid: number): Promise<number[]> {
  const listed = await fs.readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  return listed.trim().split(" ").map(Number);
}

/** A machine that has only the named programs of util-linux. */
async function withPrograms(names: readonly string[], play: () => Promise<void>): Promise<void> {
  const bin = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  const before = process.env["PATH"];
  for (const name of ["true", ...names]) await fs.symlink(`/usr/bin/${name}`, path.join(bin, name));
  process.env["PATH"] = bin;
  try {
    await play();
  } finally {
    process.env["PATH"] = before;
    await fs.rm(bin, { recursive: true });
  }
}

t.test(
  "a first start makes the database, also after one that was interrupted, and a later start finds its data",
  async (t) => {
    await fs.mkdir(path.join(folder, "cluster.unfinished/base"), { recursive: true });
    const first = await startPostgres(folder);
    await query(first.ownerUrl, "CREATE TABLE note (text text)");
    await query(first.ownerUrl, "INSERT INTO note VALUES ('first')");
    await first.stop();
    const second = await startPostgres(folder);
    t.same(await notes(second.ownerUrl), ["first"]);
    await second.stop();
  },
);

t.test("the folder and its socket admit nobody but their owner", async (t) => {
  const database = await startPostgres(folder);
  const sockets = decodeURIComponent(new URL(database.appUrl).hostname);
  for (const closed of [sockets, path.join(folder, "cluster")]) {
    t.equal((await fs.stat(closed)).mode & 0o777, 0o700);
  }
  await database.stop();
  await t.rejects(fs.stat(sockets), { code: "ENOENT" }, "nothing stays in the temporary folder");
});

t.test("the application's role owns nothing and makes no table", async (t) => {
  const database = await startPostgres(folder);
  await t.rejects(query(database.appUrl, "SELECT * FROM note"), { code: "42501" });
  await t.rejects(query(database.appUrl, "CREATE TABLE own (id int)"), { code: "42501" });
  await database.stop();
});

t.test("a statement that fails leaves neither its text nor its values in any file", async (t) => {
  const database = await startPostgres(folder);
  await t.rejects(query(database.appUrl, "SELECT $1::int AS canary_of_text", ["canary-of-value"]), { code: "22P02" });
  await database.stop();
  let read = 0;
  for (const entry of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await fs.readFile(path.join(entry.parentPath, entry.name));
    if (content.includes("canary")) t.fail(`found in ${entry.name}`);
    read++;
  }
  t.ok(read > 100, "the files were looked at");
});

t.test("a folder that a running program uses is refused, and its database goes on", async (t) => {
  const other = await startElsewhere("refused");
  await t.rejects(startPostgres(folder), { message: /is using the database/ });
  t.ok(await isAlive(other.postmaster));
  await other.kill();
});

t.test("when a program is killed its database stops, and the next start finds what it had committed", async (t) => {
  const other = await startElsewhere("killed");
  await other.kill();
  for (let i = 0; i < 500 && (await isAlive(other.postmaster)); i++) await sleep(10);
  t.notOk(await isAlive(other.postmaster));
  const database = await startPostgres(folder);
  t.same(await notes(database.ownerUrl), ["first", "killed", "refused"]);
  await database.stop();
});

t.test("a database that a killed program left running is stopped by the next start", async (t) => {
  await withPrograms(["unshare"], async () => {
    const other = await startElsewhere("orphan");
    await other.kill();
    await sleep(100);
    t.ok(await isAlive(other.postmaster), "without setpriv nothing tells the database");
    const database = await startPostgres(folder);
    t.notOk(await isAlive(other.postmaster));
    t.same(await notes(database.ownerUrl), ["first", "killed", "orphan", "refused"]);
    await database.stop();
  });
});

t.test(
  "a database that was itself killed recovers, also when its process number belongs to another by then",
  async (t) => {
    const other = await startElsewhere("recovered");
    const pidFile = path.join(folder, "cluster/postmaster.pid");
    const content = await fs.readFile(pidFile, "utf8");
    const [worker = 0] = await childrenOf(other.postmaster);
    process.kill(worker, "SIGSTOP");
    process.kill(other.postmaster, "SIGKILL");
    await other.kill();
    await fs.writeFile(pidFile, content.replace(String(other.postmaster), String(process.pid)));
    // A busy machine lets it notice late that its postmaster is gone.
    const noticing = sleep(500).then(() => process.kill(worker, "SIGCONT"));
    const database = await startPostgres(folder);
    await noticing;
    t.ok((await notes(database.ownerUrl)).includes("recovered"));
    await database.stop();
  },
);

if (isRoot) {
  t.test("root needs no user namespace, also in a folder that only root may enter", async (t) => {
    await withPrograms(["setpriv"], async () => {
      const database = await startPostgres(folder);
      t.ok((await notes(database.ownerUrl)).includes("first"));
      await database.stop();
    });
    const database = await startPostgres(folder);
    t.ok((await notes(database.ownerUrl)).includes("first"), "and goes back to one");
    await database.stop();
  });

  t.test("root is told what to do where neither way is open", async (t) => {
    await withPrograms([], async () => {
      await t.rejects(startPostgres(folder), { message: /unshare.*setpriv.*DATABASE_URL/ });
    });
  });
}
