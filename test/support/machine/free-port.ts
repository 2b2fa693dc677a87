/** Ports for servers that tests start: of all that run at once on this machine, each is given another. */
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { type Server, createServer } from "node:net";

/**
 * Below those that the system gives by itself, to connections that go out and to whoever listens on any port
 * (ip(7), ip_local_port_range): one of them may be taken between the choice and the server's start.
 */
const PORTS = { from: 20_000, to: 32_768 } as const;

/** The process that it is given to keeps its name, an abstract socket (unix(7)) that nobody holds twice, until it ends. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    const name = await tryListening((server) => server.listen(`\0segel-test-port-${port}`));
    if (name === undefined) continue;
    name.unref();
    const probe = await tryListening((server) => server.listen(port, "127.0.0.1"));
    if (probe === undefined) continue;
    probe.close();
    await once(probe, "close");
    return port;
  }
}

/** Undefined where somebody listens there. */
async function tryListening(listen: (server: Server) => Server): Promise<Server | undefined> {
  const server = listen(createServer());
  return once(server, "listening").then(
    () => server,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      return undefined;
    },
  );
}
