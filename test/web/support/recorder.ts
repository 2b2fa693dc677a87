/**
 * Everything that a browser sends, byte for byte, to whomever: an HTTP proxy that passes on what goes to this machine,
 * and refuses and records the rest. What a tool inside the browser reports could leave something out; this can not.
 */
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Test } from "tap";

export type Recorded = {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: Buffer;
};

/**
 * What becomes of a request: the line breaks before the server hears it, or when it has answered; the answer is
 * altered; or something happens when half of the request is with the server, before the rest would follow.
 */
export type Fate =
  | "cut"
  | "cut-after"
  | { readonly alter: (body: Buffer) => Buffer }
  | { readonly halfway: () => Promise<unknown> };

/** A line that all requests share, whatever the browser: kbit/s both ways together, ms each way. */
type Line = { readonly kbitPerSecond: number; readonly latencyMs: number };

export type Recorder = {
  /** For `openBrowser` */
  readonly proxy: string;
  readonly requests: readonly Recorded[];
  /** Asked before a request to this machine goes on, which waits for the answer: browsers ask their makers in between. */
  onward: (request: Recorded) => Promise<Fate | undefined> | Fate | undefined;
  /** Undefined: as fast as it goes. */
  line: Line | undefined;
};

/** What a slow line hands over at once. */
const PACKET_BYTES = 1_460;

export async function startRecorder(t: Pick<Test, "teardown">): Promise<Recorder> {
  const requests: Recorded[] = [];
  const recorder: Recorder & { proxy: string } = { proxy: "", requests, onward: () => undefined, line: undefined };
  /** When what is on the slow line already will have passed, ms. */
  let freeAt = 0;
  const cross = async (bytes: number): Promise<void> => {
    if (recorder.line === undefined) return;
    freeAt = Math.max(freeAt, performance.now()) + (bytes * 8) / recorder.line.kbitPerSecond;
    await sleep(Math.max(0, freeAt - performance.now()));
  };
  const slowly = async function* (answer: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of answer) {
      for (let at = 0; at < chunk.length; at += PACKET_BYTES) {
        const packet = chunk.subarray(at, at + PACKET_BYTES);
        await cross(packet.length);
        yield packet;
      }
    }
  };
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = "", url = "", rawHeaders } = incoming;
    const recorded: Recorded = { method, url, headers: rawHeaders.join("\n"), body: await readAll(incoming) };
    requests.push(recorded);
    const target = URL.canParse(url) ? new URL(url) : undefined;
    if (target === undefined || !isHere(target.hostname)) return void outgoing.writeHead(502).end();
    const fate = await recorder.onward(recorded);
    if (recorder.line !== undefined) await sleep(2 * recorder.line.latencyMs);
    await cross(recorded.body.length);
    if (fate === "cut") return void outgoing.destroy();
    const isAltered = typeof fate === "object" && "alter" in fate;
    const headers = isAltered ? { ...incoming.headers, "accept-encoding": "identity" } : incoming.headers;
    const onward = httpRequest(target, { method, headers, agent: false }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (fate === "cut-after") answer.resume().on("end", () => outgoing.destroy());
      else if (isAltered)
        void readAll(answer).then((body) => {
          const altered = fate.alter(body);
          outgoing.writeHead(status, { ...answer.headers, "content-length": altered.length }).end(altered);
        });
      else pipeline(answer, slowly, outgoing.writeHead(status, answer.rawHeaders)).catch(() => outgoing.destroy());
    });
    onward.on("error", () => outgoing.destroy());
    if (typeof fate !== "object" || !("halfway" in fate)) return void onward.end(recorded.body);
    const half = recorded.body.length / 2;
    onward.setHeader("content-length", recorded.body.length);
    await new Promise((resolve) => onward.write(recorded.body.subarray(0, half), resolve));
    await fate.halfway();
    onward.end(recorded.body.subarray(half));
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

/** Requests like these stay on their way until the end that is returned, which says what becomes of them; then all is as before. */
export function holdBack(recorder: Recorder, isHeld: (request: Recorded) => boolean): (fate?: Fate) => void {
  const before = recorder.onward;
  let end = (_fate?: Fate) => {};
  const ended = new Promise<Fate | undefined>((resolve) => (end = resolve));
  recorder.onward = async (request) => {
    const fate = isHeld(request) ? await ended : undefined;
    return fate ?? before(request);
  };
  return (fate) => {
    recorder.onward = before;
    end(fate);
  };
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

/**
 * Every way in which a browser or a script writes text: UTF-8 and UTF-16, as it is, in percent signs once and twice,
 * escaped for JSON, HTML and JavaScript, hexadecimal, and base64 at each of its three alignments.
 */
export function spellingsOf(secret: string): Buffer[] {
  const littleEndian = Buffer.from(secret, "utf16le");
  const raw = [Buffer.from(secret), littleEndian, Buffer.from(littleEndian).swap16()];
  const percent = encodeURIComponent(secret);
  const units = secret.split("");
  const escaped = (write: (unit: string) => string, which: RegExp) =>
    units.map((unit) => (which.test(unit) ? write(unit) : unit)).join("");
  const code = (unit: string) => unit.charCodeAt(0).toString(16).padStart(4, "0");
  const texts = [
    percent,
    percent.replaceAll("%20", "+"),
    encodeURIComponent(percent),
    JSON.stringify(secret).slice(1, -1),
    escaped((unit) => `\\u${code(unit)}`, /[^ -~]/u),
    escaped((unit) => `\\u${code(unit)}`, /./su),
    escaped((unit) => `&#${unit.charCodeAt(0)};`, /[^ -~]/u),
    ...raw.flatMap((bytes) => [bytes.toString("hex"), bytes.toString("hex").toUpperCase(), ...base64Of(bytes)]),
  ];
  return [
    ...raw,
    ...texts.flatMap((text) => [text, text.replaceAll("+", "-").replaceAll("/", "_")]).map((text) => Buffer.from(text)),
  ];
}

function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    // The first and last letters also hold bits of what stands beside.
    return encoded.slice(Math.ceil((shift * 4) / 3), -2);
  });
}
