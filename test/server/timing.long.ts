import { Agent, request } from "node:http";
import t, { type Test } from "tap";
import { rowSizes } from "../../src/crypto/message.ts";
import type { SigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { HEADERS, SAME_SITE_HEADER } from "../../src/protocol/headers.ts";
import { fromBase64url } from "../../src/protocol/encoding/base64url.ts";
import { CHECK_ANSWER_BYTES } from "../../src/protocol/limits.ts";
import { encodeMemberRow } from "../../src/protocol/frames.ts";
import { enrol, logIn, openHeads } from "../support/members.ts";
import {
  type TestServer,
  send,
  sendSigned,
  signatureHeaders,
  startServer,
  storeReport,
  takeNonce,
} from "../support/machine/server.ts";
import { T_LIMIT, farthest, mean, trimmed } from "./welch.ts";

/** Few enough that the work is done long before the answer leaves. */
const LANES = 8;
/** `SEGEL_SAMPLES=4` asks four times as often, by hand on a quiet machine: then half the difference is found. */
const TIMES = Number(process.env["SEGEL_SAMPLES"] ?? 1);
const planted = (ms: number) => ms / Math.sqrt(TIMES);
const WAYS = [
  { how: "one at a time", lanes: 1, samples: 600 * TIMES, plantedMs: planted(2) },
  { how: "eight together", lanes: LANES, samples: 3_000 * TIMES, plantedMs: planted(6) },
] as const;
const TIMEOUT_MS = 1_800_000;
t.setTimeout(TIMEOUT_MS);

/** One question, and how many milliseconds its answer took. */
type Ask = () => Promise<number>;
/** The first is what the others are compared with. */
type Kinds = ReadonlyMap<string, Ask>;

for (const { how, lanes, samples, plantedMs } of WAYS) {
  t.test(
    `attack 24: over thousands of checks, asked ${how}, nothing in their times tells known, answered, burnt and unknown words apart`,
    { timeout: TIMEOUT_MS },
    async (t) => {
      const server = await startServer(t, { logLevel: "silent" });
      const agent = agentOf(t, lanes);
      const asking = (pair: readonly SigningKeyPair[]): Ask => {
        let turn = 0;
        return () => check(server, agent, pair[turn++ % pair.length]!);
      };
      const cases = await makeCases(server);
      const kinds = new Map([...cases].map(([kind, pair]) => [kind, asking(pair)] as const));
      await looksAlike(t, kinds, { lanes, samples });
      // A measurement that finds nothing may be blind: a difference that is planted must be found.
      const unknown = kinds.get("unknown")!;
      await isFound(
        t,
        new Map([
          ["unknown", unknown],
          ["planted", plant(unknown, plantedMs)],
        ]),
        { lanes, samples: samples / 2 },
      );
    },
  );

  t.test(
    `attack 24: over thousands of questions for a name, asked ${how}, names that somebody has are not told from others`,
    { timeout: TIMEOUT_MS },
    async (t) => {
      const server = await startServer(t, { logLevel: "silent" });
      const agent = agentOf(t, lanes);
      await enrol(server, server.organisation.lead, { name: "penanggung" });
      const kinds = new Map(
        ["nobody.here", "penanggung"].map((name) => [name, () => askForParameters(server, agent, name)] as const),
      );
      await looksAlike(t, kinds, { lanes, samples });
    },
  );
}

type Size = { readonly lanes: number; readonly samples: number };

async function looksAlike(t: Test, kinds: Kinds, size: Size): Promise<void> {
  let worst = Infinity;
  // A busy neighbour can fake a difference once; a real one comes back every time.
  for (let attempt = 0; attempt < 3 && worst > T_LIMIT; attempt++) {
    const times = await measure(kinds, size);
    worst = farthest(times);
    t.comment(
      [...times]
        .map(([kind, sample]) => `${kind}: ${sample.length}, mean ${mean(trimmed(sample)).toFixed(3)} ms`)
        .join("; "),
      `|t| ≤ ${worst.toFixed(2)}`,
    );
  }
  t.ok(worst <= T_LIMIT, `|t| is ${worst.toFixed(2)}`);
}

async function isFound(t: Test, kinds: Kinds, size: Size): Promise<void> {
  const worst = farthest(await measure(kinds, size));
  t.ok(worst > T_LIMIT, `a planted difference is found: |t| is ${worst.toFixed(2)}`);
}

/** The server runs in this process: what is done here behind its step takes as long as if it did it. */
function plant(ask: Ask, ms: number): Ask {
  return async () => {
    const took = await ask();
    const begun = performance.now();
    while (performance.now() < begun + ms);
    return took + (performance.now() - begun);
  };
}

function agentOf(t: Test, lanes: number): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  t.teardown(() => agent.destroy());
  return agent;
}

/** In an order that nobody foresees: taken in turn, each kind would always stand behind the same other one. */
async function measure(kinds: Kinds, { lanes, samples }: Size): Promise<Map<string, number[]>> {
  const times = new Map([...kinds.keys()].map((kind): [string, number[]] => [kind, []]));
  const names = [...kinds.keys()];
  const turns = Array.from({ length: samples }, (_, at) => ({ kind: names[at % names.length]!, place: Math.random() }));
  const waiting = turns.toSorted((a, b) => a.place - b.place).values();
  const lane = async (): Promise<void> => {
    for (const { kind } of waiting) times.get(kind)?.push(await kinds.get(kind)!());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return times;
}

async function makeCases(server: TestServer): Promise<ReadonlyMap<string, readonly SigningKeyPair[]>> {
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

async function check(server: TestServer, agent: Agent, keys: SigningKeyPair): Promise<number> {
  const nonce = nonces.get(agent)?.pop() ?? (await takeNonce(server));
  const headers = {
    ...signatureHeaders(keys, {
      origin: server.origin,
      method: "GET",
      path: "/api/case",
      nonce: fromBase64url(nonce),
    }),
    [HEADERS.nonce]: nonce,
  };
  const answer = await ask(server, agent, { path: "/api/case", headers });
  if (answer.length !== CHECK_ANSWER_BYTES) throw new Error(`status ${answer.status}`);
  const kept = nonces.get(agent) ?? [];
  nonces.set(agent, [...kept, String(answer.nonce)]);
  return answer.ms;
}

/** Those that answers brought. */
const nonces = new WeakMap<Agent, string[]>();

async function askForParameters(server: TestServer, agent: Agent, name: string): Promise<number> {
  const body = JSON.stringify({ name });
  const headers = { "content-type": "application/json", [SAME_SITE_HEADER]: "1" };
  const answer = await ask(server, agent, { path: "/api/login-parameters", method: "POST", headers, body });
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  return answer.ms;
}

type Question = {
  readonly path: string;
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
};

function ask(
  { origin }: TestServer,
  agent: Agent,
  { path, method = "GET", headers, body }: Question,
): Promise<{ ms: number; status: number | undefined; length: number; nonce: unknown }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const call = request(`${origin}${path}`, { agent, method, headers }, (answer) => {
      let length = 0;
      answer.on("data", (chunk: Buffer) => (length += chunk.length));
      answer.on("end", () =>
        resolve({
          ms: performance.now() - begun,
          status: answer.statusCode,
          length,
          nonce: answer.headers[HEADERS.nonce],
        }),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}
