import { EventEmitter, once } from "node:events";
import { type ClientRequest, type IncomingMessage, createServer, request } from "node:http";
import { type AddressInfo, Socket, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import t from "tap";
import type { Challenge } from "altcha-lib";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import { LARGE_CELL_BYTES, MAX_SEALED_CELL_BYTES } from "../../../src/crypto/file-cells.ts";
import { deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { ROWS_PAGE_BYTES } from "../../../src/protocol/limits.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { DEFAULT_ARRIVAL_LIMITS, makeArrivals } from "../../../src/server/plugins/arrivals.ts";
import { ORIGIN, memoryOf, openBench } from "../../bench/processes.ts";
import { makeFile, makeMessage, putCell } from "../../support/files.ts";
import {
  type TestReport,
  type TestServer,
  makeProof,
  makeReport,
  send,
  sendJson,
  sendSigned,
  signatureHeaders,
  startServer,
  storeReport,
  submit,
  takeNonce,
} from "../../support/machine/server.ts";
import { beQuiet } from "../../support/machine/quiet.ts";

const KIB = 1_024;
const MIB = 1_048_576;
const CELL_PATH = `/api/case/files/${"ab".repeat(16)}/0?of=1`;

type Target = Pick<TestServer, "origin">;

/** A body of which all but the last byte is sent as fast as the server takes it; nobody has signed it. */
function holdBack(
  { origin }: Target,
  method: string,
  path: string,
  headers: Record<string, string>,
  sent: Uint8Array = HELD_BACK,
): Socket {
  const socket = connect(Number(new URL(origin).port), "127.0.0.1");
  socket.on("error", () => {}).resume();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(
    [
      `${method} ${path} HTTP/1.1`,
      `Host: ${new URL(origin).host}`,
      "Content-Type: application/octet-stream",
      `Content-Length: ${MAX_SEALED_CELL_BYTES}`,
      ...lines,
      "",
      "",
    ].join("\r\n"),
  );
  socket.write(sent);
  return socket;
}

const HELD_BACK = Buffer.alloc(MAX_SEALED_CELL_BYTES - 1);

/** A follow-up, signed as it must be. */
async function beginMessage(
  { origin }: Target,
  { keys }: TestReport,
  { sequence, as = origin }: { sequence: number; as?: string },
): Promise<{ call: ClientRequest; body: Uint8Array }> {
  const path = `/api/case/messages/0/${sequence}`;
  const body = makeMessage(keys.auth, []);
  const nonce = await takeNonce({ origin });
  const signed = { origin: as, method: "PUT", path, body, nonce: fromBase64url(nonce) };
  const call = request(origin + path, {
    method: "PUT",
    agent: false,
    headers: {
      "content-type": "application/octet-stream",
      "content-length": body.length,
      ...signatureHeaders(keys.auth, signed),
      [HEADERS.nonce]: nonce,
    },
  });
  return { call, body };
}

/** Also of one that the server has closed already. */
async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket, "close");
}

async function writeAndLeave(server: Target, report: TestReport, sequence: number): Promise<void> {
  const { call, body } = await beginMessage(server, report, { sequence });
  call.on("error", () => {}).end(body, () => call.destroy());
  await new Promise((resolve) => call.once("close", resolve));
}

async function writeSlowly(
  server: Target,
  report: TestReport,
  { bytesASecond, ...place }: { sequence: number; bytesASecond: number; as?: string },
): Promise<number | undefined> {
  const { call, body } = await beginMessage(server, report, place);
  return trickle(call, body, bytesASecond);
}

/** The answer's status; undefined where the connection was ended. */
async function trickle(call: ClientRequest, body: Uint8Array, bytesASecond: number): Promise<number | undefined> {
  let isOver = false;
  const answered = once(call, "response")
    .then(([answer]: IncomingMessage[]) => answer?.resume().statusCode)
    .catch(() => undefined)
    .finally(() => (isOver = true));
  // As much as the time that has passed allows: a machine that was busy makes up for it.
  const begun = performance.now();
  for (let at = 0; at < body.length && !isOver; await wait(50)) {
    const until = Math.ceil(((performance.now() - begun + 50) * bytesASecond) / 1_000);
    call.write(body.subarray(at, until));
    at = until;
  }
  call.end();
  return answered;
}

t.test("attack 85: a thousand bodies that hold back their last byte stay within the room for them", async (t) => {
  const bench = await openBench();
  t.teardown(bench.end);
  const { address, pid } = await bench.startServer(await bench.makeDatabase(), "unchecked");
  const server = { origin: address };
  const { organisation } = bench;
  const sealing = { organisation, directory: parseDirectory(documentBytes(organisation.signed)) };
  const report = makeReport(sealing);
  t.equal((await submit(server, report, { as: ORIGIN })).status, 201);
  const before = await memoryOf(pid, "VmRSS");

  const nonce = await takeNonce(server);
  const kinds = [
    async () => holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: nonce }),
    async () => holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: await takeNonce(server) }),
    async () => holdBack(server, "POST", "/api/reports", { [HEADERS.proof]: await makeProof(server) }),
  ] as const;
  const attackers: Socket[] = [];
  t.teardown(() => attackers.forEach((socket) => socket.destroy()));
  while (attackers.length < 1_000)
    attackers.push(...(await Promise.all(Array.from({ length: 50 }, (_, count) => kinds[count % 3]!()))));
  t.equal(await writeSlowly(server, report, { sequence: 1, bytesASecond: 4_000, as: ORIGIN }), 200, "a slow line");
  t.equal((await submit(server, makeReport(sealing), { as: ORIGIN })).status, 201);
  t.equal((await sendSigned(server, report.keys.auth, "/api/case", { as: ORIGIN })).status, 200);
  const most = await memoryOf(pid, "VmHWM");
  t.comment(`${Math.round(before)} MiB before, ${Math.round(most)} at the most`);
  t.ok(most - before < CONTAINER_MIB - OWN_MIB - SPARE_MIB, "what the bodies took");
  t.ok(most < CONTAINER_MIB);
});

/** docker-compose.yml gives the server so much, of which it takes some 130 by itself: 128 to 143, as it comes to compile and collect. */
const CONTAINER_MIB = 256;
const OWN_MIB = 130;
const SPARE_MIB = 30;

t.test(
  "attack 85: of one nonce the newest body counts, and a newcomer finds room among those that only wait",
  async (t) => {
    const roomBytes = { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, long: 4 * MIB };
    const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, roomBytes } });
    const report = await storeReport(server);
    const nonce = await takeNonce(server);
    const older = holdBack(server, "PUT", CELL_PATH, { Expect: "100-continue", [HEADERS.nonce]: nonce });
    // The server says it when it begins to read: only then is it the older of the two for certain.
    await once(older, "data");
    const newer = holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: nonce });
    await closed(older);
    t.notOk(newer.destroyed, "the older of two is ended");
    const others: Socket[] = [];
    for (let count = 0; count < 12; count++)
      others.push(holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: await takeNonce(server) }));
    const left = () => [newer, ...others].filter(({ destroyed }) => !destroyed).length;
    await waitUntil(() => left() <= 4, { everyMs: 20, forMs: 10_000 });
    t.ok(left() >= 1 && left() <= 4, `${left()} are left where there is room for four at the most`);
    const file = makeFile({ cells: 2, cellBytes: LARGE_CELL_BYTES });
    t.equal((await putCell(server, report.keys.auth, file, 0)).status, 200, "a whole cell of somebody else's gets in");
    for (const socket of [newer, ...others]) socket.destroy();
  },
);

t.test(
  "attack 85: what has come whole is counted until what is made of it has ended, and is ended for nobody",
  async (t) => {
    const http = createServer().listen(0, "127.0.0.1");
    const roomBytes = { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, long: 1.5 * MAX_SEALED_CELL_BYTES };
    const arrivals = makeArrivals(http, { ...DEFAULT_ARRIVAL_LIMITS, roomBytes });
    t.teardown(() => (arrivals.stop(), http.closeAllConnections(), http.close()));
    await once(http, "listening");
    const works = new EventEmitter();
    http.on("request", (incoming, response) => {
      const exchange = { request: incoming, response, atMost: MAX_SEALED_CELL_BYTES, isMembers: false };
      const work = async (body: Uint8Array) => {
        if (works.emit("begun")) await once(works, "may end");
        return body.every((byte) => byte === 7) ? body.length : 0;
      };
      arrivals.lend(exchange, work).then(
        (length) => response.end(String(length)),
        () => response.writeHead(503).end(),
      );
    });
    const bring = async () => {
      const { port } = http.address() as AddressInfo;
      const body = Buffer.alloc(MAX_SEALED_CELL_BYTES, 7);
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "PUT", body });
      return answer.status === 200 ? Number(await answer.text()) : answer.status;
    };
    const first = bring();
    await once(works, "begun");
    t.equal(await bring(), 503, "there is no room for a second one");
    works.emit("may end");
    t.equal(await first, MAX_SEALED_CELL_BYTES, "the first one is whole");
    t.equal(await bring(), MAX_SEALED_CELL_BYTES, "and its room is given back");
  },
);

t.test("attack 85: a body that lies still or trickles is ended, and a slow line gets through", async (t) => {
  // Long enough that a machine that is busy for half a second is not taken for a body that lies still.
  const arrivalLimits = { ...DEFAULT_ARRIVAL_LIMITS, patienceMs: 1_200 };
  const server = await startServer(t, { arrivalLimits });
  const report = await storeReport(server);
  const still = holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: await takeNonce(server) });
  const slow = writeSlowly(server, report, { sequence: 1, bytesASecond: 4_000 });
  const trickling = writeSlowly(server, report, { sequence: 2, bytesASecond: 300 });
  await closed(still);
  t.equal(await slow, 200);
  t.not(await trickling, 200);
});

t.test("attack 85: more connections than allowed end those that ask nothing, and requests are answered", async (t) => {
  const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, connections: 20 } });
  const port = Number(new URL(server.origin).port);
  // One after the other: forty at once are more connections than allowed.
  const nonces: string[] = [];
  for (let count = 0; count < 40; count++) nonces.push(await takeNonce(server));
  // On a connection of its own: one that was kept may have been the longest to ask nothing.
  const isServed = async () => {
    const call = request(`${server.origin}/api/health`, { agent: false }).end();
    const [answer] = (await once(call, "response")) as [IncomingMessage];
    return answer.resume().statusCode === 200;
  };
  const idle = Array.from({ length: 40 }, () =>
    connect(port, "127.0.0.1")
      .on("error", () => {})
      .resume(),
  );
  t.teardown(() => idle.forEach((socket) => socket.destroy()));
  for (let count = 0; count < 5; count++) t.ok(await isServed());
  t.ok(idle.filter(({ destroyed }) => !destroyed).length <= 20);

  const silent = nonces.map((nonce) =>
    holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: nonce }, new Uint8Array()),
  );
  t.teardown(() => silent.forEach((socket) => socket.destroy()));
  await wait(100);
  t.ok(await isServed(), "also where all say that a body follows");
});

t.test("attack 85: one who holds all connections while they are answered shuts nobody out", async (t) => {
  const connections = 20;
  const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, connections } });
  // Answered at once, and then read on, since the answer must be heard: so it is under way for half a minute.
  const tooLong = [
    "POST /api/reports HTTP/1.1",
    "Host: x",
    "Content-Type: application/octet-stream",
    "Content-Length: 100000000",
  ];
  const held = Array.from({ length: connections }, () => {
    const socket = connect(Number(new URL(server.origin).port), "127.0.0.1").on("error", () => {});
    socket.resume().write(`${tooLong.join("\r\n")}\r\n\r\n`);
    return socket;
  });
  t.teardown(() => held.forEach((socket) => socket.destroy()));
  await Promise.all(held.map((socket) => once(socket, "data")));
  t.ok(held.every(({ destroyed }) => !destroyed));
  const call = request(`${server.origin}/api/health`, { agent: false }).end();
  const [answer] = (await once(call, "response")) as [IncomingMessage];
  t.equal(answer.resume().statusCode, 200);
});

t.test("three parts of a file at once have the time that they need at 4 kB/s", async (t) => {
  const { app } = await startServer(t);
  t.ok(app.server.requestTimeout >= (3 * MAX_SEALED_CELL_BYTES * 1_000) / 4_000);
});

t.test("attack 85: answers that nobody fetches are ended when there is room for no more", async (t) => {
  const roomBytes = { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, answers: 2 * ROWS_PAGE_BYTES };
  const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, roomBytes } });
  const { auth } = deriveTokenKeys(makeToken());
  const path = "/api/case/messages?before=9";
  const asking = async () => {
    const nonce = await takeNonce(server);
    const headers = signatureHeaders(auth, { origin: server.origin, method: "GET", path, nonce: fromBase64url(nonce) });
    const lines = Object.entries({ ...headers, [HEADERS.nonce]: nonce }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    return `GET ${path} HTTP/1.1\r\nHost: x\r\n${lines.join("")}\r\n`;
  };
  const socket = (text: string) => {
    const opened = connect(Number(new URL(server.origin).port), "127.0.0.1").on("error", () => {});
    opened.write(text);
    return opened;
  };
  const deaf: Socket[] = [];
  for (let count = 0; count < 6; count++) deaf.push(socket((await asking()) + (await asking())));
  t.teardown(() => deaf.forEach((each) => each.destroy()));
  // What they asked for is on its way to them, or they were ended: nothing of theirs comes in the reader's place later.
  const isSettled = () => deaf.every(({ destroyed, readableLength }) => destroyed || readableLength > 0);
  t.ok(await waitUntil(isSettled, { everyMs: 20, forMs: 10_000 }));
  t.equal((await sendSigned(server, auth, path)).bytes.length, ROWS_PAGE_BYTES, "who reads is answered");
  const greedy = socket((await Promise.all(Array.from({ length: 8 }, asking))).join(""));
  await closed(greedy.resume());
  t.pass("nobody is answered many things at once on one connection");

  // What the system's buffers take in is not held: here nothing leaves at all.
  const limits = { ...DEFAULT_ARRIVAL_LIMITS, roomBytes: { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, answers: 2 * KIB } };
  const arrivals = makeArrivals(createServer(), limits);
  t.teardown(arrivals.stop);
  const hold = () => {
    const held = new Socket();
    arrivals.answer({ request: { socket: held }, response: new EventEmitter() } as never, KIB);
    return held;
  };
  const first = [hold(), hold()];
  t.notOk(hold().destroyed);
  t.equal(first.filter(({ destroyed }) => destroyed).length, 1, "one of those before makes room");
});

t.test("attack 85: an answer in JSON is counted like one in bytes", async (t) => {
  const roomBytes = { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, answers: 2 * KIB };
  const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, roomBytes } });
  t.equal(
    (await send(server, "/api/openapi.json")).problem,
    "busy",
    "the description is larger than all room there is",
  );
  t.equal((await send(server, "/api/nonce")).status, 200);
});

t.test(
  "attack 86: 200 bodies that break off, one after the other and at once, leave the price of an idle server",
  async (t) => {
    beQuiet(t);
    const roomBytes = { ...DEFAULT_ARRIVAL_LIMITS.roomBytes, long: 2 * MIB };
    const server = await startServer(t, { arrivalLimits: { ...DEFAULT_ARRIVAL_LIMITS, roomBytes } });
    const price = async () => (await sendJson<Challenge>(server, "/api/proof-of-work")).parameters.keyPrefix;
    const idle = await price();
    const breakOff = async () => {
      const socket = holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: await takeNonce(server) });
      await wait(5);
      socket.destroy();
      await closed(socket);
    };
    for (let count = 0; count < 100; count++) await breakOff();
    await Promise.all(Array.from({ length: 100 }, breakOff));
    const report = await storeReport(server);
    // Also of requests whose body is whole, and whose sender does not wait for the answer.
    for (let count = 0; count < 20; count++) await writeAndLeave(server, report, 9);
    // What has broken off is heard of a little later.
    await waitUntil(async () => (await price()) === idle, { everyMs: 50, forMs: 10_000 });
    t.equal(await price(), idle);
    const whole = makeFile({ cells: 2, cellBytes: LARGE_CELL_BYTES });
    // What had come whole is worked on to its end, however slow the machine.
    const isTaken = async () => (await putCell(server, report.keys.auth, whole, 0)).status === 200;
    await waitUntil(isTaken, { everyMs: 200, forMs: 6_000 });
    t.ok(await isTaken(), "and their memory is given back");
  },
);
