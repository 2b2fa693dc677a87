/** Several server processes behind one address: each request goes to the next of them, its Host header unchanged. */
import { createServer, request } from "node:http";
import { once } from "node:events";
import type { Test } from "tap";

export async function startOneAddress(
  t: Pick<Test, "teardown">,
  port: number,
  backends: () => readonly string[],
): Promise<void> {
  let turn = 0;
  const proxy = createServer((incoming, outgoing) => {
    outgoing.sendDate = false;
    const origins = backends();
    const { hostname, port: backendPort } = new URL(origins[turn++ % origins.length] ?? "");
    const onward = request(
      {
        hostname,
        port: backendPort,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
        agent: false,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(port, "127.0.0.1");
  await once(proxy, "listening");
  t.teardown(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
}
