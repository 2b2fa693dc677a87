/**
 * A real PostgreSQL 18 in a folder of ours: for `npm start` without settings, the demo and the tests.
 * Production takes a database of its own (DATABASE_URL, docs/operations/server.md).
 */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { waitUntil } from "../../client/line/waiting.ts";
import {
  type Account,
  collect,
  exists,
  findAccount,
  findBinaries,
  giveTo,
  run,
  terminate,
} from "./postgres-process.ts";

export type EmbeddedPostgres = {
  /** Role `segel_owner`: owns the database and every table, migrates. */
  readonly ownerUrl: string;
  /** Role `segel_app`: what the server runs as; owns nothing. */
  readonly appUrl: string;
  /** Ends all connections, then the database. Twice does no harm. */
  readonly stop: () => Promise<void>;
};

/** For the tests' template databases; nothing else needs it. */
export const SUPERUSER = "postgres";

const DATABASE = "segel";
/** In the template, whose rights every database has. The owner may end the write-ahead log (docs/operations/database.md). */
const INITIAL_DATABASE = "template1";
const INITIAL_SQL = `
CREATE ROLE segel_owner LOGIN;
CREATE ROLE segel_app LOGIN;
GRANT pg_checkpoint TO segel_owner;
GRANT EXECUTE ON FUNCTION pg_switch_wal(), pg_stat_reset_single_table_counters(oid) TO segel_owner;
CREATE DATABASE ${DATABASE} OWNER segel_owner;
`;

// `trust`: whoever reaches the socket, in a folder with mode 0700, can read the data folder as well.
const INITDB_OPTIONS = [
  "--encoding=UTF8",
  "--locale=C",
  `--username=${SUPERUSER}`,
  "--auth=trust",
  "--no-instructions",
];

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  timezone: "UTC",
  // A small machine, which the database shares with everything else.
  shared_buffers: "32MB",
  max_connections: "60",
  min_wal_size: "32MB",
  max_wal_size: "256MB",
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  max_worker_processes: "2",
  jit: "off",
  huge_pages: "off",
  // No replica will ever follow.
  wal_level: "minimal",
  max_wal_senders: "0",
  // The log holds the microsecond of each commit: it is short, and what has served is removed instead of written over.
  wal_recycle: "off",
  wal_init_zero: "on",
  archive_mode: "off",
  // Begins the next part of the log after so many seconds in which anything was written; the next checkpoint removes the last.
  archive_timeout: "300",
  checkpoint_timeout: "300",
  track_commit_timestamp: "off",
  // No statement, no parameter and no time may land in a log; what keeps a start from succeeding may.
  log_min_messages: "fatal",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_line_prefix: "",
  log_statement: "none",
  log_min_duration_statement: "-1",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_checkpoints: "off",
  log_lock_waits: "off",
  log_autovacuum_min_duration: "-1",
};

const START_TIMEOUT_MS = 30_000;
const POLL_MS = 10;

/**
 * Starts PostgreSQL in `folder`, which is made when missing (first start about a second, later a few hundredths).
 * A database that a killed program left running there is stopped first; one of a running program is left alone
 * and refused. When this program dies, however it dies, the database stops.
 */
export async function startPostgres(folder: string): Promise<EmbeddedPostgres> {
  const home = path.resolve(folder);
  const cluster = path.join(home, "cluster");
  const starterFile = path.join(home, "starter.json");
  await fs.mkdir(home, { recursive: true, mode: 0o700 });
  const native = await findBinaries();
  const account = findAccount();
  await claim(starterFile, cluster);
  const sockets = await makeSocketFolder(account);
  await fs.writeFile(starterFile, JSON.stringify({ ...(await identify(process.pid)), sockets }), { mode: 0o600 });
  const release = async () => {
    await fs.rm(sockets, { recursive: true, force: true });
    await fs.rm(starterFile, { force: true });
  };

  let child: ChildProcess;
  try {
    if (!(await exists(cluster))) await initialise(native, account, cluster);
    await giveTo(account, cluster);
    child = await launch(native, account, cluster, sockets);
  } catch (error) {
    await release();
    throw error;
  }

  const onExit = () => void child.kill("SIGINT");
  process.once("exit", onExit);
  const stop = async () => {
    process.off("exit", onExit);
    await end(child);
    await release();
  };
  return { ...urlsIn(sockets), stop };
}

/** The one that a living program has started in `folder`. */
export async function findPostgres(folder: string): Promise<Omit<EmbeddedPostgres, "stop"> | undefined> {
  const { pid, started, sockets } = await readStarter(path.join(path.resolve(folder), "starter.json"));
  const isThere = pid !== undefined && sockets !== undefined && started === (await identify(pid)).started;
  return isThere ? urlsIn(sockets) : undefined;
}

function urlsIn(sockets: string): Omit<EmbeddedPostgres, "stop"> {
  const url = (role: string) => `postgresql://${role}@${encodeURIComponent(sockets)}/${DATABASE}`;
  return { ownerUrl: url("segel_owner"), appUrl: url("segel_app") };
}

async function launch(native: string, account: Account, cluster: string, sockets: string): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: sockets });
  const child = run(account, path.join(native, "bin/postgres"), [
    "-D",
    cluster,
    ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const said = collect(child);
  if (!(await isReady(child, cluster))) {
    await end(child);
    throw new Error(`PostgreSQL did not start in ${path.dirname(cluster)}: ${said()}`);
  }
  child.stderr?.destroy();
  child.unref();
  return child;
}

/** Into a folder beside, renamed when complete: a first start that was interrupted starts afresh. */
async function initialise(native: string, account: Account, cluster: string): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await fs.rm(unfinished, { recursive: true, force: true });
  await fs.mkdir(unfinished, { mode: 0o700 });
  await giveTo(account, unfinished);
  await finish(run(account, path.join(native, "bin/initdb"), ["-D", unfinished, ...INITDB_OPTIONS]));
  const single = run(
    account,
    path.join(native, "bin/postgres"),
    ["--single", "-D", unfinished, INITIAL_DATABASE],
    "pipe",
  );
  single.stdin?.end(INITIAL_SQL);
  await finish(single);
  await fs.rename(unfinished, cluster);
}

async function finish(child: ChildProcess): Promise<void> {
  const said = collect(child);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`PostgreSQL could not make its data folder: ${said()}`);
}

/** PostgreSQL writes its state into the eighth line of its pid file, as pg_ctl reads it. */
async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  let isUp = false;
  const isDecided = async () => {
    const lines = await readPidFile(cluster);
    isUp = Number(lines[0]) === child.pid && lines[7]?.trim() === "ready";
    return isUp || !isAlive(child);
  };
  await waitUntil(isDecided, { everyMs: POLL_MS, forMs: START_TIMEOUT_MS });
  return isUp;
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  child.ref();
  await terminate(child.pid, () => isAlive(child));
}

/** Refuses a folder that a living program uses, and mends what a dead one left: its database, its socket folder. */
async function claim(starterFile: string, cluster: string): Promise<void> {
  const left = await readStarter(starterFile);
  if (left.pid !== undefined && left.started === (await identify(left.pid)).started) {
    throw new Error(`Another program (process ${left.pid}) is using the database in ${path.dirname(starterFile)}`);
  }
  const pid = Number((await readPidFile(cluster))[0]);
  if (pid > 0) {
    const place = await fs.realpath(cluster);
    await terminate(pid, () => worksIn(place, pid));
    // One that was killed leaves workers, which end once they notice; until then PostgreSQL lets no other begin.
    const isLeft = async () => !(await hasWorkers(place));
    await waitUntil(isLeft, { everyMs: POLL_MS, forMs: START_TIMEOUT_MS });
    await fs.rm(path.join(cluster, "postmaster.pid"), { force: true });
  }
  if (left.sockets !== undefined) await fs.rm(left.sockets, { recursive: true, force: true });
}

/** PostgreSQL's processes work in its data folder; any other has come by the number since. */
async function worksIn(place: string, pid: number | string): Promise<boolean> {
  return (await fs.readlink(`/proc/${pid}/cwd`).catch(() => "")) === place;
}

async function hasWorkers(place: string): Promise<boolean> {
  for (const pid of await fs.readdir("/proc")) {
    // Somebody may be looking around there.
    const program = path.basename(await fs.readlink(`/proc/${pid}/exe`).catch(() => ""));
    if (program.startsWith("postgres") && (await worksIn(place, pid))) return true;
  }
  return false;
}

type Starter = { readonly pid?: number; readonly started?: string; readonly sockets?: string };

async function readStarter(file: string): Promise<Starter> {
  return fs
    .readFile(file, "utf8")
    .then((text) => JSON.parse(text) as Starter)
    .catch(() => ({}));
}

/** A process number comes round again; together with its start (field 22 of proc_pid_stat(5)) it does not. */
async function identify(pid: number): Promise<Starter> {
  const stat = await fs.readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // After the last ")": the program's name before it may hold spaces.
  return { pid, started: stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "" };
}

async function readPidFile(cluster: string): Promise<string[]> {
  return (await fs.readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
}

async function makeSocketFolder(account: Account): Promise<string> {
  // The path of a Unix socket ends after 107 bytes (unix(7)).
  const parent = Buffer.byteLength(tmpdir()) < 70 ? tmpdir() : "/tmp";
  const folder = await fs.mkdtemp(path.join(parent, "segel-"));
  await fs.chown(folder, account.uid, account.gid);
  return folder;
}
