import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { type Socket, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import t from "tap";
import { MAX_SEALED_CELL_BYTES } from "../../src/crypto/file-cells.ts";
import { fromBase64url } from "../../src/protocol/base64url.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory.ts";
import { HEADERS } from "../../src/protocol/headers.ts";
import { DEFAULT_ARRIVAL_LIMITS } from "../../src/server/plugins/arrivals.ts";
import { ORIGIN, memoryOf, openBench } from "../bench/processes.ts";
import { makeMessage } from "../support/files.ts";
import {
  type TestReport,
  type TestServer,
  makeProof,
  makeReport,
  send,
  sendSigned,
  signatureHeaders,
  startServer,
  storeReport,
  submit,
  takeNonce,
} from "../support/server.ts";

const MIB = 1_048_576;
const CELL_PATH = `/api/case/files/${"ab".repeat(16)}/0?of=1`;

type Target = Pick<TestServer, "origin">;

/** A body of which all but the last byte is sent as fast as the server takes it; nobody has signed it. */
function holdBack({ origin }: Target, method: string, path: string, headers: Record<string, string>): Socket {
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
  socket.write(HELD_BACK);
  return socket;
}

const HELD_BACK = Buffer.alloc(MAX_SEALED_CELL_BYTES - 1);

/** A follow-up, signed as it must be and sent at so many bytes a second. */
async function writeSlowly(
  { origin }: Target,
  { keys }: TestReport,
  { sequence, bytesASecond, as = origin }: { sequence: number; bytesASecond: number; as?: string },
): Promise<number | undefined> {
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
  return trickle(call, body, bytesASecond);
}

/** The answer's status; undefined where the connection was ended. */
async function trickle(call: ClientRequest, body: Uint8Array, bytesASecond: number): Promise<number | undefined> {
  let isOver = false;
  const answered = once(call, "response")
    .then(([answer]: IncomingMessage[]) => answer?.resume().statusCode)
    .catch(() => undefined)
    .finally(() => (isOver = true));
  const piece = Math.ceil(bytesASecond / 20);
  for (let at = 0; at < body.length && !isOver; at += piece) {
    call.write(body.subarray(at, at + piece));
    await wait(50);
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
  const attackers: Socket[] = [];
  t.teardown(() => attackers.forEach((socket) => socket.destroy()));
  for (let count = 0; count < 1_000; count++) {
    const other = { [HEADERS.nonce]: await takeNonce(server) };
    if (count % 3 === 0) attackers.push(holdBack(server, "PUT", CELL_PATH, { [HEADERS.nonce]: nonce }));
    else if (count % 3 === 1) attackers.push(holdBack(server, "PUT", CELL_PATH, other));
    else attackers.push(holdBack(server, "POST", "/api/reports", { [HEADERS.proof]: await makeProof(server) }));
  }
  t.equal(await writeSlowly(server, report, { sequence: 1, bytesASecond: 4_000, as: ORIGIN }), 200, "a slow line");
  t.equal((await submit(server, makeReport(sealing), { as: ORIGIN })).status, 201);
  t.equal((await sendSigned(server, report.keys.auth, "/api/case", { as: ORIGIN })).status, 200);
  const held = attackers.filter(({ destroyed }) => !destroyed).length;
  t.ok(held < 100, `${held} of them are left`);
  t.comment(`${held} held, ${Math.round(before)} MiB before, ${Math.round(await memoryOf(pid, "VmRSS"))} now, ${Math.round(await memoryOf(pid, "VmHWM"))} at most`);
  const grown = (await memoryOf(pid, "VmHWM")) - before;
  const room = Object.values(DEFAULT_ARRIVAL_LIMITS.roomBytes).reduce((sum, bytes) => sum + bytes, 0) / MIB;
  t.ok(grown < room, `${Math.round(grown)} MiB more at the most, of ${room}`);
});
