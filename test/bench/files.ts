/**
 * Files: sealing and sending one beside a bare Fastify route that takes the same bytes in the same pieces into the same
 * kind of table, from a client that seals nothing; and what eight uploads at once cost the server.
 */
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { hex } from "../../src/crypto/bytes.ts";
import { LARGE_CELL_BYTES } from "../../src/crypto/file-cells.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { API } from "../../src/protocol/api.ts";
import { pretend, sealReports, shotsFor } from "./intake.ts";
import { fire } from "./load.ts";
import { type Bench, type Running, memoryOf } from "./processes.ts";
import { type Figure, interleave, median, medianRatio, rounded } from "./rounds.ts";
import type { UploadResult } from "./upload.ts";

const FILE_MIB = 256;
/** The same without WebAssembly, where a mebibyte takes many times as long */
const SLOW_FILE_MIB = 32;
const AT_ONCE = { uploads: 8, mib: 200 } as const;
/** As many cells as a client has under way (src/client/files/upload.ts). */
const LANES = 3;
/**
 * The ratio was set before parts of files had a price: each MiB now pays 16 tries of a millisecond on average
 * (src/server/admission/prices.ts), which alone lets a core send no more than some 60 MiB a second.
 */
const TARGETS = { ratio: 0.5, serverGrowthMiB: 64 } as const;

const UPLOAD = fileURLToPath(new URL("upload.ts", import.meta.url));
const OCTETS = { "content-type": "application/octet-stream" };

export async function benchFiles(bench: Bench, progress: (line: string) => void): Promise<Figure[]> {
  const bare = await bench.startBare(await bench.makeDatabase());
  const server = await bench.startServer(await bench.makeDatabase(), "unchecked");
  const token = await openCase(bench, server);

  progress(`${AT_ONCE.uploads} uploads of ${AT_ONCE.mib} MiB at once`);
  const before = await memoryOf(server.pid, "VmRSS");
  const together = await upload(server, token, AT_ONCE.mib, AT_ONCE.uploads);
  const growth = (await memoryOf(server.pid, "VmHWM")) - before;

  let clientGrowth = 0;
  const rates = await interleave([
    {
      name: "bare",
      async run(round) {
        progress(`${FILE_MIB} MiB, round ${round + 1}`);
        return sendBare(bare, FILE_MIB);
      },
    },
    {
      name: "sealed",
      async run() {
        const { seconds, grownMiB } = await upload(server, token, FILE_MIB);
        clientGrowth = Math.max(clientGrowth, grownMiB);
        return FILE_MIB / seconds;
      },
    },
  ]);
  progress(`${SLOW_FILE_MIB} MiB without WebAssembly`);
  const slow = await upload(server, token, SLOW_FILE_MIB, 1, ["--conditions=no-wasm"]);
  for (const process of [bare, server]) await process.stop();

  const { uploads, mib } = AT_ONCE;
  const rateOf = (name: string): number => rounded(median(rates.get(name) ?? []), 0);
  const ratio = rounded(medianRatio(rates.get("sealed"), rates.get("bare")));
  return [
    { name: `file of ${FILE_MIB} MiB, bare route`, value: rateOf("bare"), unit: "MiB/s" },
    { name: `file of ${FILE_MIB} MiB, sealed and sent`, value: rateOf("sealed"), unit: "MiB/s" },
    { name: "file, sealed and sent beside the bare route", value: ratio, unit: "×", atLeast: TARGETS.ratio },
    {
      name: "file, sealed and sent without WebAssembly",
      value: rounded(SLOW_FILE_MIB / slow.seconds, 1),
      unit: "MiB/s",
    },
    {
      name: "file, growth of the client's memory",
      value: rounded(clientGrowth, 0),
      unit: "MiB",
    },
    {
      name: `${uploads} files of ${mib} MiB at once, together`,
      value: rounded((uploads * mib) / together.seconds, 0),
      unit: "MiB/s",
    },
    {
      name: `${uploads} files of ${mib} MiB at once, growth of the server's memory`,
      value: rounded(growth, 0),
      unit: "MiB",
      atMost: TARGETS.serverGrowthMiB,
    },
  ];
}

/** A report whose files are to come; its token, as hexadecimal. */
async function openCase(bench: Bench, server: Running): Promise<string> {
  const reports = await sealReports(bench, 1);
  const { failures } = await fire(
    server.address,
    1,
    await shotsFor(server, reports, pretend),
    API.sendReport.answer.status,
  );
  const [report] = reports;
  if (report === undefined || failures > 0) throw new Error("the report was not stored");
  return hex(report.token);
}

async function upload(
  server: Running,
  token: string,
  mib: number,
  count = 1,
  flags: readonly string[] = [],
): Promise<UploadResult> {
  const child = spawn(process.execPath, [...flags, UPLOAD, server.address, String(mib), String(count)], {
    env: { PATH: process.env["PATH"], TOKEN: token },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = await text(child.stdout);
  if (output === "") throw new Error("the upload failed");
  return JSON.parse(output) as UploadResult;
}

/** MiB a second, by the same `fetch` that the client uses. */
async function sendBare(bare: Running, mib: number): Promise<number> {
  const body = new Uint8Array(randomBytes(LARGE_CELL_BYTES));
  let left = mib;
  const begun = performance.now();
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const answer = await fetch(`${bare.address}/bare`, { method: "POST", headers: OCTETS, body });
      if (answer.status !== 201) throw new Error(`the bare route answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return mib / ((performance.now() - begun) / 1_000);
}
