/** Many clients at once over HTTP on loopback: each keeps one connection and sends its next request after the answer. */
import { Agent, request } from "node:http";

export type Shot = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type LoadResult = {
  /** Answers a second */
  readonly rate: number;
  /** One time an answer, ms */
  readonly latencies: readonly number[];
  /** Answers with another status than expected */
  readonly failures: number;
};

/** Fires all shots from `clients` clients. `shots` is used up in order, whoever is free takes the next. */
export async function fire(
  origin: string,
  clients: number,
  shots: readonly Shot[],
  expected: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  let failures = 0;
  const waiting = shots.values();
  const start = performance.now();
  const client = async (): Promise<void> => {
    for (const shot of waiting) {
      const begun = performance.now();
      const status = await send(origin, agent, shot);
      latencies.push(performance.now() - begun);
      if (status !== expected) failures++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return { rate: shots.length / seconds, latencies, failures };
}

function send(origin: string, agent: Agent, { method, path, headers, body }: Shot): Promise<number> {
  return new Promise((resolve) => {
    const call = request(
      origin + path,
      { agent, method, headers: { ...headers, "content-length": body.length } },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
        answer.once("error", () => resolve(0));
      },
    );
    call.once("error", () => resolve(0));
    call.end(body);
  });
}
