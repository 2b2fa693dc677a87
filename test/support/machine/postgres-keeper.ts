/** Keeps one PostgreSQL with a migrated template for all test files, as long as any of them is connected. */
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "../../../src/cli/office/embedded-postgres.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import { asSuperuser, type Greeting, keeperAddress, TEMPLATE, toDatabase } from "./postgres.ts";

/** Longer than the pause between two test files. */
const IDLE_MS = 3_000;

const server = createServer().listen(await keeperAddress());
// Two test files may start a keeper each at the same moment: the second cannot listen and goes.
await once(server, "listening").catch(() => process.exit());

const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
let stop = async (): Promise<void> => {};
const greeting = start().catch((error: unknown): Greeting => ({ error: String(error) }));

const clients = new Set<Socket>();
let idle = endLater();

server.on("connection", (socket) => {
  clearTimeout(idle);
  clients.add(socket);
  socket.on("error", () => {});
  socket.on("close", () => {
    clients.delete(socket);
    if (clients.size === 0) idle = endLater();
  });
  socket.resume();
  void greeting.then((words) => socket.write(`${JSON.stringify(words)}\n`));
});

async function start(): Promise<Greeting> {
  const database = await startPostgres(folder);
  stop = database.stop;
  await asSuperuser(database, `CREATE DATABASE ${TEMPLATE} OWNER segel_owner`);
  await migrate(toDatabase(database.ownerUrl, TEMPLATE));
  return { ownerUrl: database.ownerUrl, appUrl: database.appUrl };
}

function endLater(): NodeJS.Timeout {
  return setTimeout(() => void end(), IDLE_MS);
}

async function end(): Promise<void> {
  server.close();
  await greeting;
  await stop();
  await fs.rm(folder, { recursive: true, force: true });
  process.exit();
}
