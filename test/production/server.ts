/** One server process for scripts that are run by hand, on whatever database a forwarder leads to at the moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { BARE_ENV } from "../support/machine/bare-env.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { freePort } from "../support/machine/free-port.ts";
import { type TestServer } from "../support/machine/server.ts";
import { makeFolder } from "../support/machine/server-process.ts";

const MAIN = fileURLToPath(new URL("../../src/server/main.ts", import.meta.url));
const ORGANISATION = makeOrganisation(Date.now());

type Undo = { teardown(undo: () => unknown): void };

export type Served = Pick<TestServer, "origin" | "organisation" | "directory"> & {
  /** `roots.json` and `directory.json` */
  readonly keys: string;
  readonly start: (settings?: Readonly<Record<string, string>>) => Promise<void>;
  readonly kill: () => Promise<void>;
};

export async function makeServer(undo: Undo, databaseUrl: string, addresses: readonly string[] = []): Promise<Served> {
  const folder = await makeFolder(undo, ORGANISATION, { demonstration: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  undo.teardown(kill);
  return {
    origin,
    organisation: ORGANISATION,
    keys: folder,
    directory: parseDirectory(documentBytes(ORGANISATION.signed)),
    kill,
    async start(settings = {}) {
      const env = {
        ...BARE_ENV,
        DATABASE_URL: databaseUrl,
        KEYS_DIR: folder,
        SERVER_KEY_FILE: KEY_FILE,
        ORIGIN: [origin, ...addresses].join(","),
        PORT: String(port),
        LOG_LEVEL: "warn",
        ...settings,
      };
      child = spawn(process.execPath, [MAIN], { env, stdio: "inherit" });
      while (!(await isReady(origin))) {
        if (child.exitCode !== null) throw new Error("the server did not start");
        await sleep(50);
      }
    },
  };
}

/** The same for all processes of an installation. */
const KEY_FILE = `${await makeFolder({ teardown: (undo) => void process.once("exit", () => void undo()) }, ORGANISATION)}/server.key`;

export async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/health`).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.ok;
    },
    () => false,
  );
}

/** What an address that moves is to an installation: one port, which leads to whichever database is the primary now. */
export async function startForwarder(undo: Undo, target: () => number): Promise<number> {
  const server = createServer((inside) => {
    const outside = connect(target(), "127.0.0.1");
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
      from.pipe(to);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.teardown(() => server.close());
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
