/**
 * PostgreSQL as Debian installs it (15 or later), in a folder of its own: what operators run, with the programs that the
 * embedded one lacks (pg_dump, pg_restore, pg_basebackup). For scripts that are run by hand.
 */
import { execFile } from "node:child_process";
import * as fs from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { type Account, findAccount, giveTo } from "../../src/cli/office/postgres-process.ts";
import { freePort } from "../support/machine/free-port.ts";

const VERSIONS = "/usr/lib/postgresql";

export type Cluster = {
  readonly folder: string;
  readonly port: number;
  /** By role, of database `segel` unless another is named */
  readonly url: (role: string, database?: string) => string;
  readonly start: () => Promise<void>;
  /** `immediate` is what a power cut leaves */
  readonly stop: (how: "fast" | "immediate") => Promise<void>;
  /** One of Debian's programs, told how to reach this cluster as its superuser */
  readonly run: (program: string, args: readonly string[]) => Promise<string>;
};

async function findPrograms(): Promise<string> {
  const [newest] = (await fs.readdir(VERSIONS).catch(() => [])).toSorted((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(`There is no PostgreSQL in ${VERSIONS} (Debian: postgresql)`);
  return path.join(VERSIONS, newest, "bin");
}

/** Runs one as the ordinary user that PostgreSQL wants. */
async function runAs(account: Account, program: string, args: readonly string[]): Promise<string> {
  const [first = program, ...rest] = [...account.command, program, ...args];
  const env = { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" };
  return (await promisify(execFile)(first, rest, { env, maxBuffer: 64 * 1_048_576 })).stdout;
}

/** @param standbyOf a running cluster to follow, under the name `second` */
export async function makeCluster(
  folder: string,
  { settings = [], standbyOf }: { readonly settings?: readonly string[]; readonly standbyOf?: Cluster } = {},
): Promise<Cluster> {
  const programs = await findPrograms();
  const account = findAccount();
  const port = await freePort();
  await fs.mkdir(folder, { recursive: true });
  await giveTo(account, folder);
  const data = path.join(folder, "data");
  const call = (program: string, args: readonly string[]) => runAs(account, path.join(programs, program), args);
  const reach = ["--host=127.0.0.1", `--port=${port}`, "--username=postgres"];
  if (standbyOf === undefined) {
    await call("initdb", ["-D", data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
  } else {
    const primary = `host=127.0.0.1 port=${standbyOf.port} user=postgres application_name=second`;
    await call("pg_basebackup", ["-D", data, "-R", "-X", "stream", "-c", "fast", "-d", primary]);
  }
  const lines = [`port = ${port}`, "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", ...settings, ""];
  await fs.appendFile(path.join(data, "postgresql.conf"), lines.join("\n"));
  return {
    folder,
    port,
    url: (role, database = "segel") => `postgresql://${role}@127.0.0.1:${port}/${database}`,
    start: async () => void (await call("pg_ctl", ["-D", data, "-w", "-l", path.join(folder, "log"), "start"])),
    stop: async (how) => void (await call("pg_ctl", ["-D", data, "-w", "-m", how, "stop"])),
    run: (program, args) => call(program, [...(program === "pg_ctl" ? ["-D", data] : reach), ...args]),
  };
}

/** The two roles and the empty database, as docs/operations/database.md makes them. */
export async function makeDatabase({ run }: Cluster): Promise<void> {
  for (const statement of [
    "CREATE ROLE segel_owner LOGIN",
    "CREATE ROLE segel_app LOGIN",
    "CREATE DATABASE segel OWNER segel_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
  ])
    await run("psql", ["--dbname=postgres", "--command", statement]);
}
