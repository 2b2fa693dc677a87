/**
 * A server that was taken over: whoever has it keeps the honest one running and changes what it answers. An act is a
 * table of lies by operation; they are told by the adversary of the client's tests, or in front of a real server.
 */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from "node:http";
import type { Test } from "tap";
import type { Operation } from "../../../src/protocol/api.ts";
import { type Asked, type HostileServer, findOperation } from "./hostile-server.ts";

type Answer = { readonly status: number; readonly bytes: Uint8Array };
/** What was asked, as far as a lie looks at it */
type Question = Pick<Asked, "operation" | "params" | "query">;
/** The answer in place of the honest one, which is asked for only where the lie wants it. */
export type Lie = (honest: () => Promise<Answer>, question: Question) => Answer | Promise<Answer>;
export type Lies = Partial<Record<Operation, Lie>>;

/** The adversary in memory tells these, and no others. */
export function tell(server: HostileServer, lies: Lies): void {
  for (const operation of Object.keys(server.lies) as Operation[]) delete server.lies[operation];
  for (const [operation, lie] of Object.entries(lies) as [Operation, Lie][]) {
    server.lies[operation] = async (asked) => {
      const honest = async () => {
        const response = await server.honestly(asked);
        return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
      };
      const { status, bytes } = await lie(honest, asked);
      return new Response(new Uint8Array(bytes), { status });
    };
  }
}

export type Front = {
  lies: Lies;
  /** Honest answers, by operation: the newest that passed */
  readonly passed: Map<Operation, Uint8Array>;
};

/** In front of a real server on `upstream`: what is not lied about passes as it is. */
export async function startFront(
  t: Pick<Test, "teardown">,
  { port, upstream }: { readonly port: number; readonly upstream: number },
): Promise<Front> {
  const front: Front = { lies: {}, passed: new Map() };
  const server = createServer((incoming, outgoing) => {
    pass(front, upstream, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return front;
}

async function pass(front: Front, port: number, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const body = await readAll(incoming);
  const forward = async (): Promise<IncomingMessage> => {
    const onward = httpRequest({ host: "127.0.0.1", port, method, path: url, headers, agent: false });
    onward.end(body);
    const [answer] = (await once(onward, "response")) as [IncomingMessage];
    return answer;
  };
  const asked = url.startsWith("/api/") ? questionOf(method, url) : undefined;
  const lie = asked === undefined ? undefined : front.lies[asked.operation];
  let honest: IncomingMessage | undefined;
  if (asked === undefined || asked.operation === "changes") {
    honest = await forward();
    outgoing.writeHead(honest.statusCode ?? 502, honest.rawHeaders);
    outgoing.on("close", () => honest?.destroy());
    honest.pipe(outgoing);
    return;
  }
  const honestly = async (): Promise<Answer> => {
    honest = await forward();
    const bytes = await readAll(honest);
    front.passed.set(asked.operation, bytes);
    return { status: honest.statusCode ?? 502, bytes };
  };
  const { status, bytes } = await (lie === undefined ? honestly() : lie(honestly, asked));
  const { "content-length": _, "transfer-encoding": __, ...others } = honest?.headers ?? {};
  outgoing.writeHead(status, { ...others, "content-length": bytes.length }).end(bytes);
}

function questionOf(method: string, url: string): Question | undefined {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const found = findOperation(method, pathname);
  return found && { ...found, query: searchParams };
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
