/** (a) Intake of whole reports of 10,000 characters by 1 and 16 clients, beside a bare Fastify route that inserts the same bytes. */
import type { Challenge } from "altcha-lib";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { utf8 } from "../../src/crypto/bytes.ts";
import { requestSignatureInput } from "../../src/crypto/request.ts";
import { sign } from "../../src/crypto/secret/keys.ts";
import { deriveTokenKeys } from "../../src/crypto/secret/token.ts";
import { hex } from "../../src/crypto/bytes.ts";
import { type PreparedReport, prepareReport } from "../../src/client/reporter/report.ts";
import { sha256 } from "../../src/client/line/sha256.ts";
import { API } from "../../src/protocol/api.ts";
import { HEADERS } from "../../src/protocol/headers.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { type LoadResult, type Shot, fire } from "./load.ts";
import { type Bench, ORIGIN, type Running, memoryOf } from "./processes.ts";
import { type Figure, ROUNDS, interleave, medianRatio, median, percentile, rounded } from "./rounds.ts";
import { longAnswers } from "./sealing.ts";

const CLIENTS = [1, 16] as const;
/** Long enough that a checkpoint of the database does not decide a round. */
const REPORTS_A_ROUND: Readonly<Record<(typeof CLIENTS)[number], number>> = { 1: 80, 16: 400 };
const WARM_UP_REPORTS = 100;
const REPORT_CHARACTERS = 10_000;
/**
 * A rough prototype reached 0.55 and 0.28. Where the server's time goes (a profile of unchecked intake, 16 clients): a sixth
 * to two Ed25519 signatures in WebAssembly, the request's and the envelope's; a sixth to collecting bodies of 64 KiB; a
 * twentieth to hashes; the rest to HTTP and to a transaction in the place of one INSERT. With the check a millisecond of
 * PBKDF2 comes on top, in threads that share the cores.
 */
const TARGETS = { unchecked: 0.5, checked: 0.25 } as const;
const MEMORY_TARGETS_MIB = { idle: 120, loaded: 200 } as const;
const SOLVERS = 2;

export async function benchIntake(bench: Bench, progress: (text: string) => void): Promise<Figure[]> {
  const bare = await bench.startBare(await bench.makeDatabase());
  const checked = await bench.startServer(await bench.makeDatabase(), "checked");
  const unchecked = await bench.startServer(await bench.makeDatabase(), "unchecked");
  const idle = await memoryOf(checked.pid, "VmRSS");
  const total = WARM_UP_REPORTS + ROUNDS * CLIENTS.reduce((sum, clients) => sum + REPORTS_A_ROUND[clients], 0);
  progress(`sealing ${total} reports`);
  const reports = await sealReports(bench, total);
  progress(`solving ${total} proofs of work`);
  const shots = {
    bare: reports.map(({ submission }): Shot => ({ method: "POST", path: "/bare", headers: OCTETS, body: submission })),
    checked: await shotsFor(checked, reports, solve),
    unchecked: await shotsFor(unchecked, reports, pretend),
  };
  const servers = { bare, checked, unchecked } as const;
  const used = { bare: 0, checked: 0, unchecked: 0 };
  const latencies = new Map<string, number[]>();
  let failures = 0;
  const run = async (name: keyof typeof servers, clients: number, count: number): Promise<LoadResult> => {
    const result = await fire(
      servers[name].address,
      clients,
      shots[name].slice(used[name], used[name] + count),
      API.sendReport.answer.status,
    );
    used[name] += count;
    failures += result.failures;
    return result;
  };
  for (const name of ["bare", "checked", "unchecked"] as const) await run(name, 16, WARM_UP_REPORTS);

  const figures: Figure[] = [];
  for (const clients of CLIENTS) {
    progress(`${clients} client${clients === 1 ? "" : "s"}`);
    const variants = (["bare", "checked", "unchecked"] as const).map((name) => ({
      name,
      async run() {
        const result = await run(name, clients, REPORTS_A_ROUND[clients]);
        latencies.set(name, [...(latencies.get(name) ?? []), ...result.latencies]);
        return result.rate;
      },
    }));
    latencies.clear();
    const rates = await interleave(variants);
    const who = `${clients} client${clients === 1 ? "" : "s"}`;
    figures.push({
      name: `intake, ${who}, bare route`,
      value: rounded(median(rates.get("bare") ?? []), 0),
      unit: "reports/s",
    });
    for (const name of ["unchecked", "checked"] as const) {
      const how = name === "checked" ? "with the check of the proof of work" : "without the check of the proof of work";
      const ratio = rounded(medianRatio(rates.get(name), rates.get("bare")));
      const target = clients === 16 ? { atLeast: TARGETS[name] } : {};
      figures.push({
        name: `intake, ${who}, ${how}`,
        value: rounded(median(rates.get(name) ?? []), 0),
        unit: "reports/s",
      });
      figures.push({ name: `intake, ${who}, ${how}, beside the bare route`, value: ratio, unit: "×", ...target });
      const times = latencies.get(name) ?? [];
      figures.push({ name: `intake, ${who}, ${how}, p50`, value: rounded(percentile(times, 0.5), 1), unit: "ms" });
      figures.push({ name: `intake, ${who}, ${how}, p99`, value: rounded(percentile(times, 0.99), 1), unit: "ms" });
    }
  }
  figures.push({ name: "intake, failures", value: failures, unit: "answers", atMost: 0 });
  figures.push({ name: "server memory, idle", value: rounded(idle, 0), unit: "MiB", atMost: MEMORY_TARGETS_MIB.idle });
  figures.push({
    name: "server memory, highest under load",
    value: rounded(await memoryOf(checked.pid, "VmHWM"), 0),
    unit: "MiB",
    atMost: MEMORY_TARGETS_MIB.loaded,
  });
  for (const server of [bare, checked, unchecked]) await server.stop();
  return figures;
}

const OCTETS = { "content-type": "application/octet-stream" };

export async function sealReports({ organisation }: Bench, count: number): Promise<PreparedReport[]> {
  const { directory } = acceptDirectory(firstUse(organisation.rootSet), [organisation.signed], {
    depth: "quick",
    now: Date.now(),
  });
  const answers = await longAnswers(REPORT_CHARACTERS);
  const channelId = organisation.channels[0].id;
  return Array.from({ length: count }, () => prepareReport({ answers, channelId, excluded: [] }, directory));
}

/** One whole request a report, signed and with its proof, so that nothing but sending is measured. */
export async function shotsFor(
  server: Running,
  reports: readonly PreparedReport[],
  prove: (challenge: Challenge) => Promise<string>,
): Promise<Shot[]> {
  const shots = Array.from<Shot>({ length: reports.length });
  const waiting = reports.entries();
  const solver = async (): Promise<void> => {
    for (const [index, report] of waiting) {
      const challenge = (await (await fetch(server.address + API.proofOfWork.path)).json()) as Challenge;
      shots[index] = await shotOf(report, await prove(challenge));
    }
  };
  await Promise.all(Array.from({ length: SOLVERS }, solver));
  return shots;
}

async function shotOf({ token, submission }: PreparedReport, proof: string): Promise<Shot> {
  const { auth } = deriveTokenKeys(token);
  const { method, path } = API.sendReport;
  const input = requestSignatureInput({
    origin: ORIGIN,
    method,
    path,
    bodyHash: await sha256(submission),
    nonce: utf8(proof),
  });
  const headers = {
    ...OCTETS,
    [HEADERS.key]: hex(auth.publicKey),
    [HEADERS.signature]: toBase64url(sign(auth, input)),
    [HEADERS.proof]: proof,
  };
  return { method, path, headers, body: submission };
}

export async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return toBase64url(utf8(JSON.stringify({ challenge, solution })));
}

/** A solution of the right form and no work: only the unchecked server takes it. */
export async function pretend(challenge: Challenge): Promise<string> {
  const solution = {
    counter: 0,
    derivedKey: challenge.parameters.keyPrefix.padEnd(2 * challenge.parameters.keyLength, "0"),
  };
  return toBase64url(utf8(JSON.stringify({ challenge, solution })));
}
