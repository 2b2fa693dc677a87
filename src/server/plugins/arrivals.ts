/**
 * What lies in memory for others, counted: bodies from their first byte until what was made of them has ended, answers
 * until they have left. Whoever needs room that is taken gets it: one of those who still hold some is drawn by lot and
 * ended. So a flood cannot fill it for good, and whoever tries again gets through
 * (docs/decisions/0049-what-waits-is-counted.md).
 */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Socket } from "node:net";
import { SHORT_REQUEST_BYTES } from "../../protocol/limits.ts";
import { HEADERS } from "../../protocol/headers.ts";
import type { ProblemCode } from "../../protocol/problems.ts";
import { ProblemError } from "../problem.ts";

const KIB = 1_024;

/**
 * Rooms in memory: for strangers' short bodies, their long ones, those of members, who are not put off by strangers, and
 * answers to strangers. Together 60 MiB of the 256 that a container has; the process itself takes some 130 under load
 * (npm run bench). The second holds what eight uploads of files have under way.
 */
const SHORT_ROOM_BYTES = 8 * 1_048_576;
const LONG_ROOM_BYTES = 28 * 1_048_576;
const MEMBERS_ROOM_BYTES = 8 * 1_048_576;
const ANSWERS_ROOM_BYTES = 16 * 1_048_576;
/** Each costs some 20 KiB; a reverse proxy or Tor's own program brings as many as people send at once. */
const CONNECTIONS = 512;
/** Tor's pauses are shorter; a body that lies still is ended after it. */
const PATIENCE_MS = 30_000;

type RoomName = "short" | "long" | "members" | "answers";

export type ArrivalLimits = {
  readonly roomBytes: Readonly<Record<RoomName, number>>;
  readonly connections: number;
  readonly patienceMs: number;
};

export const DEFAULT_ARRIVAL_LIMITS: ArrivalLimits = {
  roomBytes: {
    short: SHORT_ROOM_BYTES,
    long: LONG_ROOM_BYTES,
    members: MEMBERS_ROOM_BYTES,
    answers: ANSWERS_ROOM_BYTES,
  },
  connections: CONNECTIONS,
  patienceMs: PATIENCE_MS,
};
/** A quarter of the slowest line over Tor that still works. */
const LEAST_BYTES_A_SECOND = 1_000;
/** What a request takes beside its body. */
const LEAST_HELD_BYTES = 16 * KIB;
/** So much is made ready for the beginning of a body; the rest when that has come. */
const FIRST_BYTES = 64 * KIB;
/** Browsers and proxies send the next request after the answer; all others have no need to send more at once. */
const REQUESTS_A_CONNECTION = 4;

export type Arrivals = {
  /** Reads a body of at most `atMost` bytes and counts it until `work` has ended. Throws ProblemError `too-large`, `busy`. */
  readonly lend: <Result>(exchange: Exchange, work: (body: Uint8Array) => Promise<Result>) => Promise<Result>;
  /** Counts an answer to a stranger until it has left, or its connection is gone. */
  readonly answer: (exchange: Pick<Exchange, "request" | "response">, bytes: number) => void;
  readonly stop: () => void;
};

type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly atMost: number;
  readonly isMembers: boolean;
};

export function makeArrivals(server: Server, limits: ArrivalLimits = DEFAULT_ARRIVAL_LIMITS): Arrivals {
  const rooms = {
    short: makeRoom(limits.roomBytes.short),
    long: makeRoom(limits.roomBytes.long),
    members: makeRoom(limits.roomBytes.members),
    answers: makeRoom(limits.roomBytes.answers),
  };
  const coming = new Set<Coming>();
  /** By nonce or proof of work: each stands for one body on its way, the newest. */
  const byNonce = new Map<string, Coming>();

  async function lend<Result>(exchange: Exchange, work: (body: Uint8Array) => Promise<Result>): Promise<Result> {
    const { request, atMost, isMembers } = exchange;
    const length = declaredLength(request) ?? atMost;
    const room = rooms[isMembers ? "members" : length <= SHORT_REQUEST_BYTES ? "short" : "long"];
    const nonce = request.headers[HEADERS.nonce] ?? request.headers[HEADERS.proof];
    const held: Held = { bytes: 0, end: undefined };
    const body = receive(exchange, room, held);
    held.end = () => body.end("busy");
    coming.add(body);
    // Also before its first byte: whoever holds a connection can be drawn.
    if (!room.take(held, LEAST_HELD_BYTES)) body.end("busy");
    if (typeof nonce === "string") {
      byNonce.get(nonce)?.end("bad-signature");
      byNonce.set(nonce, body);
    }
    try {
      const bytes = await body.whole.finally(() => {
        held.end = undefined;
        coming.delete(body);
        if (typeof nonce === "string" && byNonce.get(nonce) === body) byNonce.delete(nonce);
      });
      return await work(bytes);
    } finally {
      room.leave(held);
    }
  }

  function answer({ request, response }: Parameters<Arrivals["answer"]>[0], bytes: number): void {
    // The request's: an answer that has not its turn yet has none.
    const { socket } = request;
    const held: Held = { bytes: 0, end: () => socket.destroy() };
    if (!rooms.answers.take(held, bytes)) throw new ProblemError("busy");
    const left = (): void => {
      rooms.answers.leave(held);
      socket.off("close", left);
    };
    // Of a connection that is gone, answers that had not their turn yet hear nothing themselves.
    socket.once("close", left);
    response.once("close", left);
    if (socket.destroyed || response.closed) left();
  }

  /** Ends bodies that bring less than the least in the time that we have patience for. */
  const timer = setInterval(() => {
    const now = performance.now();
    for (const body of coming) {
      if (now - body.since < limits.patienceMs) continue;
      if (body.received - body.before < (LEAST_BYTES_A_SECOND * limits.patienceMs) / 1_000) body.end("busy");
      body.since = now;
      body.before = body.received;
    }
  }, limits.patienceMs / 6);
  timer.unref();

  limitConnections(server, limits.connections, () => endOne([...rooms.short.ending(), ...rooms.long.ending()]));

  return {
    lend,
    answer,
    stop: () => clearInterval(timer),
  };
}

/** Memory that is held, and how it is got back; undefined while work needs it. */
type Held = { bytes: number; end: (() => void) | undefined };

type Room = {
  /** False when nobody can be ended to make room. */
  readonly take: (held: Held, more: number) => boolean;
  readonly leave: (held: Held) => void;
  readonly ending: () => Held[];
};

function makeRoom(bytes: number): Room {
  const inside = new Set<Held>();
  let taken = 0;
  const leave = (held: Held): void => {
    if (inside.delete(held)) taken -= held.bytes;
  };
  const ending = () => [...inside].filter(({ end }) => end !== undefined);
  return {
    take(held, more) {
      if (held.bytes + more > bytes) return false;
      while (taken + more > bytes) {
        const ended = endOne(ending().filter((each) => each !== held));
        if (ended === undefined) return false;
        leave(ended);
      }
      inside.add(held);
      held.bytes += more;
      taken += more;
      return true;
    },
    leave,
    ending,
  };
}

/** Drawn by lot: neither the first nor the last to come is safe, so none of them is a place to hold on to. */
function endOne(among: readonly Held[]): Held | undefined {
  const held = drawn(among);
  held?.end?.();
  return held;
}

function drawn<Each>(among: readonly Each[]): Each | undefined {
  return among[Math.floor(Math.random() * among.length)];
}

type Coming = {
  readonly whole: Promise<Uint8Array>;
  /** Answered at once, and the connection closed: the rest of it is not wanted. */
  readonly end: (code: ProblemCode) => void;
  received: number;
  /** When it was looked at last, and what had come by then */
  since: number;
  before: number;
};

/** What has come lies in one buffer: pieces of a byte each would take a hundred times their length. */
function receive({ request, response, atMost }: Exchange, room: Room, held: Held): Coming {
  const most = declaredLength(request) ?? atMost;
  let buffer = Buffer.alloc(0);
  let resolve: (body: Uint8Array) => void = () => {};
  let reject: (error: ProblemError) => void = () => {};
  const whole = new Promise<Uint8Array>((...both) => ([resolve, reject] = both));
  let isOver = false;
  const unhear = (): void => {
    isOver = true;
    request.off("data", add).off("end", finish).off("close", breakOff).off("error", breakOff);
    // Its end may still come, and its failure: nobody waits for either any more.
    request.on("error", () => {});
  };
  const stop = (error: ProblemError): void => {
    unhear();
    giveBack(buffer);
    buffer = Buffer.alloc(0);
    room.leave(held);
    reject(error);
  };
  const end = (code: ProblemCode): void => {
    if (isOver) return;
    response.setHeader("connection", "close");
    stop(new ProblemError(code));
  };
  const coming: Coming = { whole, end, received: 0, since: performance.now(), before: 0 };
  const add = (piece: Buffer): void => {
    const length = coming.received + piece.length;
    if (length > atMost) return stop(new ProblemError("too-large"));
    if (length > buffer.length) {
      const size = Math.min(most, Math.max(length, buffer.length === 0 ? FIRST_BYTES : 4 * buffer.length));
      if (!room.take(held, Math.max(size, LEAST_HELD_BYTES) - held.bytes)) return end("busy");
      const larger = Buffer.allocUnsafeSlow(size);
      buffer.copy(larger, 0, 0, coming.received);
      giveBack(buffer);
      buffer = larger;
    }
    piece.copy(buffer, coming.received);
    coming.received = length;
    giveBack(piece);
  };
  // Its close comes at once, and is no breaking off: what is worked on is counted, and nobody ends it.
  const finish = (): void => {
    unhear();
    held.end = undefined;
    resolve(buffer.subarray(0, coming.received));
  };
  const breakOff = (): void => stop(new ProblemError("bad-request"));
  request.on("data", add).once("end", finish).once("close", breakOff).once("error", breakOff);
  // Gone while its session was looked up: neither its end nor its close is told again.
  if (request.destroyed) breakOff();
  return coming;
}

/**
 * At once, where nobody else has a part of it: what waits to be collected as garbage is counted by nobody, and in a flood
 * it comes to more than there is room for.
 */
function giveBack({ buffer, byteLength }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function declaredLength({ headers }: IncomingMessage): number | undefined {
  const length = headers["content-length"];
  return length === undefined ? undefined : Number(length);
}

/**
 * One connection more than allowed costs another its place: the one that has asked nothing for the longest, or a body
 * on its way. Where all are being answered one of them is drawn by lot as well: whoever asks and does not read the
 * answer, or goes on sending what was refused, is being answered for as long as it likes.
 */
function limitConnections(server: Server, atMost: number, endBody: () => Held | undefined): void {
  /** Those that wait for a request, the longest first */
  const idle = new Set<Socket>();
  const underWay = new Map<Socket, number>();
  server.on("connection", (socket: Socket) => {
    if (idle.size + underWay.size >= atMost) {
      const [longest] = idle;
      if (longest !== undefined) longest.destroy();
      else if (endBody() === undefined) drawn([...underWay.keys()])?.destroy();
    }
    idle.add(socket);
    socket.once("close", () => {
      idle.delete(socket);
      underWay.delete(socket);
    });
  });
  server.prependListener("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (socket.destroyed) return;
    const count = (underWay.get(socket) ?? 0) + 1;
    if (count > REQUESTS_A_CONNECTION) return void socket.destroy();
    idle.delete(socket);
    underWay.set(socket, count);
    response.once("close", () => {
      const left = (underWay.get(socket) ?? 0) - 1;
      if (left > 0) underWay.set(socket, left);
      else if (underWay.delete(socket)) idle.add(socket);
    });
  });
}
