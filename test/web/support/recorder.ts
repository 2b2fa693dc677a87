/**
 * Everything that a browser sends, byte for byte, to whomever: an HTTP proxy that passes on what goes to this machine,
 * and refuses and records the rest. What a tool inside the browser reports could leave something out; this can not.
 */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import type { Test } from "tap";

export type Recorded = {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: Buffer;
};

/** What becomes of a request: the line breaks before the server hears it, or when it has answered; or the answer is altered. */
export type Fate = "cut" | "cut-after" | { readonly alter: (body: Buffer) => Buffer };

export type Recorder = {
  /** For `openBrowser` */
  readonly proxy: string;
  readonly requests: readonly Recorded[];
  /** Asked before a request goes on, which waits for the answer. */
  onward: (request: Recorded) => Promise<Fate | undefined> | Fate | undefined;
};

export async function startRecorder(t: Pick<Test, "teardown">): Promise<Recorder> {
  const requests: Recorded[] = [];
  const recorder: Recorder & { proxy: string } = { proxy: "", requests, onward: () => undefined };
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = "", url = "", rawHeaders } = incoming;
    const recorded: Recorded = { method, url, headers: rawHeaders.join("\n"), body: await readAll(incoming) };
    requests.push(recorded);
    const fate = await recorder.onward(recorded);
    const target = URL.canParse(url) ? new URL(url) : undefined;
    if (target === undefined || !isHere(target.hostname)) return void outgoing.writeHead(502).end();
    if (fate === "cut") return void outgoing.destroy();
    const isAltered = typeof fate === "object";
    const headers = isAltered ? { ...incoming.headers, "accept-encoding": "identity" } : incoming.headers;
    const onward = httpRequest(target, { method, headers, agent: false }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (fate === "cut-after") answer.resume().on("end", () => outgoing.destroy());
      else if (isAltered)
        void readAll(answer).then((body) => {
          const altered = fate.alter(body);
          outgoing.writeHead(status, { ...answer.headers, "content-length": altered.length }).end(altered);
        });
      else answer.pipe(outgoing.writeHead(status, answer.rawHeaders));
    });
    onward.on("error", () => outgoing.destroy());
    onward.end(recorded.body);
  };
  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  // Only an outer address is asked for this way, or https: neither exists in a test.
  server.on("connect", ({ url = "", rawHeaders }, socket) => {
    requests.push({ method: "CONNECT", url, headers: rawHeaders.join("\n"), body: Buffer.alloc(0) });
    socket.on("error", () => {});
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  recorder.proxy = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return recorder;
}

function isHere(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Where the two browsers ask their makers for the time, updates and settings by themselves, whatever page is open.
 * No page would load anything from there; hosts of fonts, maps and statistics are others. Chromium also asks what a
 * form of this shape is for (a hash of address and field names, nothing that is typed): a page cannot forbid it.
 */
const MAKERS = [
  "accounts.google.com",
  "clients2.google.com",
  "content-autofill.googleapis.com",
  "redirector.gvt1.com",
  "update.googleapis.com",
  "firefox.settings.services.mozilla.com",
];

/** Requests to anywhere but `origin`, as method and address. */
export function findForeign(requests: readonly Recorded[], origin: string): string[] {
  const foreign = requests.filter(({ method, url }) => {
    const { origin: target, hostname } = new URL(method === "CONNECT" ? `https://${url}` : url);
    return target !== origin && !MAKERS.includes(hostname);
  });
  return foreign.map(({ method, url }) => `${method} ${url}`);
}

/** Requests in which `secret` stands, in any of the ways in which a browser writes text. */
export function findSecret(requests: readonly Recorded[], secret: string): string[] {
  const spellings = spellingsOf(secret);
  const found = requests.filter(({ url, headers, body }) => {
    const all = Buffer.concat([Buffer.from(`${url}\n${headers}\n`), body]);
    return spellings.some((spelling) => all.includes(spelling));
  });
  return found.map(({ method, url }) => `${method} ${url}`);
}

/** UTF-8, UTF-16, percent-encoded, JSON-escaped, hexadecimal, and base64 at each of its three alignments. */
export function spellingsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    // The first and last letters also hold bits of what stands beside.
    return encoded.slice(Math.ceil((shift * 4) / 3), -2);
  });
  return [
    bytes,
    Buffer.from(secret, "utf16le"),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(encodeURIComponent(secret).replaceAll("%20", "+")),
    Buffer.from(JSON.stringify(secret).slice(1, -1)),
    Buffer.from(bytes.toString("hex")),
    ...base64.flatMap((text) => [Buffer.from(text), Buffer.from(text.replaceAll("+", "-").replaceAll("/", "_"))]),
  ];
}
