import { Agent, request } from "node:http";
import t from "tap";
import { rowSizes } from "../../src/crypto/message.ts";
import type { SigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { HEADERS } from "../../src/protocol/headers.ts";
import { fromBase64url } from "../../src/protocol/base64url.ts";
import { CHECK_ANSWER_BYTES } from "../../src/protocol/limits.ts";
import { encodeMemberRow } from "../../src/protocol/frames.ts";
import { logIn, openHeads } from "../support/members.ts";
import {
  type TestServer,
  send,
  sendSigned,
  signatureHeaders,
  startServer,
  storeReport,
  takeNonce,
} from "../support/server.ts";

const SAMPLES = 10_000;
/** Few enough that the work is done long before the answer leaves. */
const LANES = 8;
/** Above it, two samples are taken for different (Reparaz, Balasch, Verbauwhede: "Dude, is my code constant time?", 2017). */
const T_LIMIT = 4.5;
/** Garbage collection and neighbours make a long tail, which says nothing about the kind of case. */
const KEPT = 0.9;

t.test(
  "attack 24: over ten thousand checks nothing in their times tells known, answered, burnt and unknown words apart",
  { timeout: 600_000 },
  async (t) => {
    const server = await startServer(t, { logLevel: "silent" });
    const kinds = await makeKinds(server);
    let worst = Infinity;
    // A busy neighbour can fake a difference once; a real one comes back every time.
    for (let attempt = 0; attempt < 3 && worst > T_LIMIT; attempt++) {
      const times = await measure(server, kinds);
      const [reference = [], ...others] = [...times.values()].map(trimmed);
      worst = Math.max(...others.map((sample) => Math.abs(welch(reference, sample))));
      t.comment(
        [...times]
          .map(([kind, sample]) => `${kind}: ${sample.length} checks, mean ${mean(trimmed(sample)).toFixed(3)} ms`)
          .join("; "),
        `|t| ≤ ${worst.toFixed(2)}`,
      );
    }
    t.ok(worst <= T_LIMIT, `|t| is ${worst.toFixed(2)}`);
  },
);

type Kinds = ReadonlyMap<string, readonly SigningKeyPair[]>;

/** Unknown first: the others are compared with it. */
async function makeKinds(server: TestServer): Promise<Kinds> {
  const stored = async () => (await storeReport(server)).keys.auth;
  const answered = [await stored(), await stored()];
  const session = await logIn(server, server.organisation.lead);
  for (const handle of await openHeads(server, session)) {
    for (let sequence = 1; sequence <= 6; sequence++) {
      await send(server, `/api/cases/${handle}/messages/team/0/${sequence}`, {
        method: "PUT",
        body: encodeMemberRow(randomBytes(rowSizes("team")[0] ?? 0)),
        session,
      });
    }
  }
  const known = [await stored(), await stored()];
  const burnt = [await stored(), await stored()];
  for (const keys of burnt) await sendSigned(server, keys, "/api/case", { method: "DELETE" });
  const unknown = [deriveTokenKeys(makeToken()).auth, deriveTokenKeys(makeToken()).auth];
  return new Map([
    ["unknown", unknown],
    ["known", known],
    ["answered", answered],
    ["burnt", burnt],
  ]);
}

async function measure(server: TestServer, kinds: Kinds): Promise<Map<string, number[]>> {
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });
  const times = new Map([...kinds.keys()].map((kind): [string, number[]] => [kind, []]));
  const names = [...kinds.keys()];
  let next = 0;
  const lane = async (): Promise<void> => {
    let nonce = await takeNonce(server);
    while (next < SAMPLES) {
      const turn = next++;
      const kind = names[turn % names.length] ?? "";
      const keys = kinds.get(kind)?.[turn % 2];
      if (keys === undefined) throw new Error("no such kind");
      const headers = {
        ...signatureHeaders(keys, {
          origin: server.origin,
          method: "GET",
          path: "/api/case",
          nonce: fromBase64url(nonce),
        }),
        [HEADERS.nonce]: nonce,
      };
      const answer = await check(server, agent, headers);
      nonce = answer.nonce;
      times.get(kind)?.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  agent.destroy();
  return times;
}

function check(
  { origin }: TestServer,
  agent: Agent,
  headers: Record<string, string>,
): Promise<{ ms: number; nonce: string }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const call = request(`${origin}/api/case`, { agent, headers }, (answer) => {
      let length = 0;
      answer.on("data", (chunk: Buffer) => (length += chunk.length));
      answer.on("end", () => {
        const ms = performance.now() - begun;
        if (length !== CHECK_ANSWER_BYTES) return reject(new Error(`status ${answer.statusCode}`));
        resolve({ ms, nonce: String(answer.headers[HEADERS.nonce]) });
      });
    });
    call.on("error", reject);
    call.end();
  });
}

function trimmed(sample: readonly number[]): number[] {
  return sample.toSorted((a, b) => a - b).slice(0, Math.floor(sample.length * KEPT));
}

function mean(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

function variance(sample: readonly number[]): number {
  const centre = mean(sample);
  return sample.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (sample.length - 1);
}

/** Welch's t: means of samples whose variances may differ. */
function welch(a: readonly number[], b: readonly number[]): number {
  return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
}
