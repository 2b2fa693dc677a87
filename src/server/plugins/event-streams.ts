/**
 * Answers that do not end: server-sent events, a beat at a time. Each holds one of the connections that there are
 * (arrivals.ts), so there are never more of them than leave the others enough.
 */
import type { FastifyReply } from "fastify";
import type { Changes } from "../services/common/changes.ts";
import type { Session } from "../services/common/sessions.ts";
import { hex } from "../../crypto/bytes.ts";
import { ProblemError } from "../problem.ts";

/** A quarter of all connections; who finds none asks every minute, as before there were any. */
const MOST_STREAMS = 128;
/** A member with more windows than that looks at the newest. */
const STREAMS_A_MEMBER = 4;
/** A browser that lost the line asks again after so long. */
const RETRY_MS = 15_000;
/** What was not taken by then is not wanted: a beat has 11 bytes. */
const MOST_UNREAD_BYTES = 1_024;

/** One length, so that the line does not tell which it was; that somebody then looks, it tells. */
const BEAT = { same: "data:same\n\n", look: "data:look\n\n" } as const;

export type EventStreams = {
  /** Throws ProblemError `busy`. */
  readonly open: (session: Session, reply: FastifyReply) => void;
};

export function makeEventStreams(changes: Pick<Changes, "watch">): EventStreams {
  /** The oldest first */
  const streams = new Set<{ readonly memberId: string; readonly end: () => void }>();
  return {
    open(session, reply) {
      const memberId = hex(session.memberId);
      const own = [...streams].filter((stream) => stream.memberId === memberId);
      if (own.length >= STREAMS_A_MEMBER) own[0]?.end();
      if (streams.size >= MOST_STREAMS) throw new ProblemError("busy");
      const { raw } = reply;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value);
      reply.hijack();
      // The last is for nginx: it would keep beats until it has some kilobytes of them.
      raw.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
      raw.write(`retry:${RETRY_MS}\n${BEAT.same}`);
      const stream = { memberId, end: () => void raw.end() };
      const leave = changes.watch(session, {
        beat(look) {
          if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
          else raw.write(look ? BEAT.look : BEAT.same);
        },
        end: stream.end,
      });
      streams.add(stream);
      raw.once("close", () => {
        streams.delete(stream);
        leave();
      });
    },
  };
}
