/** Sealing and opening a file of 256 MiB beside the bare libsodium calls on the same bytes; and its rate without WebAssembly. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { downloadFile } from "../../src/client/files/download.ts";
import type { Cells } from "../../src/client/files/cells.ts";
import { sha256 } from "../../src/client/line/sha256.ts";
import { type Bytes, hex } from "../../src/crypto/bytes.ts";
import { CHUNK_BYTES, LARGE_CELL_BYTES } from "../../src/crypto/file-cells.ts";
import { fileHashOf, makeFileKeys, openFile, sealFile } from "../../src/crypto/secret/file.ts";
import { HASH_BYTES, hash, libsodium, randomBytes } from "../../src/crypto/sodium.ts";
import { STREAM_CHUNK_OVERHEAD_BYTES, STREAM_HEADER_BYTES } from "../../src/crypto/stream-size.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { type Figure, interleave, median, medianRatio, rounded } from "./rounds.ts";

const FILE_MIB = 256;
/** A twentieth of the speed, so that a few show it */
const SLOW_FILE_MIB = 8;
/** Opening must reach four fifths of the bare calls: what our checks may cost. */
const LEAST_OPENING = 0.8;
const SEALED_CHUNK_BYTES = CHUNK_BYTES + STREAM_CHUNK_OVERHEAD_BYTES;
const CASE_ID = randomBytes(HASH_BYTES);

/** One mebibyte, taken again and again: what is sealed makes no difference to the time it takes. */
function makePlaintext(): Uint8Array {
  const plaintext = new Uint8Array(LARGE_CELL_BYTES);
  for (let at = 0; at < plaintext.length; at += CHUNK_BYTES) plaintext.set(randomBytes(CHUNK_BYTES), at);
  return plaintext;
}

export async function benchFileSealing(progress: (line: string) => void = () => {}): Promise<Figure[]> {
  const file = await sealOnce(FILE_MIB);
  const { keys, size, cells, plaintext } = file;
  const place = hash("segel/1/attachment", CASE_ID, keys.id);
  const mibPerSecond = async (work: () => Promise<void> | void): Promise<number> => {
    const start = performance.now();
    await work();
    return FILE_MIB / ((performance.now() - start) / 1_000);
  };
  const figures = await interleave([
    {
      name: "open",
      run(round) {
        progress(`sealing and opening ${FILE_MIB} MiB, round ${round + 1}`);
        return mibPerSecond(() => {
          const opener = openFile(CASE_ID, keys, size);
          for (const cell of cells) opener.open(cell);
          opener.end();
        });
      },
    },
    { name: "bare open", run: () => mibPerSecond(() => pullAll(cells, keys.key, place)) },
    { name: "download", run: () => mibPerSecond(() => download(file)) },
    {
      name: "seal",
      run: () =>
        mibPerSecond(() => {
          const sealer = sealFile(CASE_ID, keys, size);
          for (let cell = 0; cell < FILE_MIB; cell++) sealer.seal(plaintext);
        }),
    },
    { name: "bare seal", run: () => mibPerSecond(() => pushAll(plaintext, keys.key, place)) },
  ]);
  const rate = (name: string) => rounded(median(figures.get(name) ?? []), 0);
  const slow = await measureSlow();
  return [
    { name: `sealing a file of ${FILE_MIB} MiB`, value: rate("seal"), unit: "MiB/s" },
    {
      name: "sealing a file beside bare secretstream",
      value: rounded(medianRatio(figures.get("seal"), figures.get("bare seal"))),
      unit: "×",
    },
    { name: `opening a file of ${FILE_MIB} MiB`, value: rate("open"), unit: "MiB/s" },
    {
      name: "opening a file beside bare secretstream",
      value: rounded(medianRatio(figures.get("open"), figures.get("bare open"))),
      unit: "×",
      atLeast: LEAST_OPENING,
    },
    { name: "opening with all hashes, the platform's SHA-256", value: rate("download"), unit: "MiB/s" },
    { name: "sealing a file without WebAssembly", value: rounded(slow.seal), unit: "MiB/s" },
    { name: "opening a file without WebAssembly", value: rounded(slow.open), unit: "MiB/s" },
  ];
}

async function sealOnce(mib: number) {
  const keys = makeFileKeys();
  const size = mib * LARGE_CELL_BYTES;
  const plaintext = makePlaintext();
  const sealer = sealFile(CASE_ID, keys, size);
  const cells = Array.from({ length: mib }, () => sealer.seal(plaintext));
  const hashes: Bytes[] = [];
  for (const cell of cells) hashes.push(await sha256(cell));
  const described = { name: "", type: "", size, cells: mib };
  const sealed = { id: hex(keys.id), key: toBase64url(keys.key), hash: hex(fileHashOf(CASE_ID, keys.id, hashes)) };
  return { keys, size, cells, plaintext, entry: { ...described, ...sealed } };
}

type Sealed = Awaited<ReturnType<typeof sealOnce>>;

/** As a client does it, from a server that is no further than the memory. */
async function download({ cells, entry }: Sealed): Promise<void> {
  const near: Cells = {
    caseId: CASE_ID,
    put: () => Promise.reject(new Error("nothing is sent")),
    get: (_, cell) => Promise.resolve(cells[cell] ?? new Uint8Array()),
    drop: () => Promise.resolve(),
  };
  const nowhere = { write: () => {}, end: () => {}, drop: () => {} };
  await downloadFile(near, entry, nowhere, { startDigest: () => createHash("sha256") });
}

function pullAll(cells: readonly Uint8Array[], key: Uint8Array, place: Uint8Array): void {
  const header = cells[0]?.subarray(0, STREAM_HEADER_BYTES) ?? new Uint8Array();
  const state = libsodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
  for (const [number, cell] of cells.entries()) {
    for (let at = number === 0 ? header.length : 0; at < cell.length; at += SEALED_CHUNK_BYTES) {
      const chunk = cell.subarray(at, at + SEALED_CHUNK_BYTES);
      if (libsodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, place) === false)
        throw new Error("the bare call did not open");
    }
  }
}

function pushAll(plaintext: Uint8Array, key: Uint8Array, place: Uint8Array): void {
  const { state } = libsodium.crypto_secretstream_xchacha20poly1305_init_push(key);
  for (let mib = 0; mib < FILE_MIB; mib++) {
    for (let at = 0; at < plaintext.length; at += CHUNK_BYTES)
      libsodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext.subarray(at, at + CHUNK_BYTES), place, 0);
  }
}

type Slow = { readonly seal: number; readonly open: number };

/** In a process of its own, on libsodium's JavaScript. */
async function measureSlow(): Promise<Slow> {
  const preload = new URL("../crypto/without-wasm.ts", import.meta.url).href;
  const args = ["--conditions=no-wasm", "--import", preload, fileURLToPath(import.meta.url)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH: process.env["PATH"] } });
  return JSON.parse(stdout) as Slow;
}

if (import.meta.main) {
  const start = performance.now();
  const { keys, size, cells } = await sealOnce(SLOW_FILE_MIB);
  const sealed = performance.now();
  const opener = openFile(CASE_ID, keys, size);
  for (const cell of cells) opener.open(cell);
  opener.end();
  const opened = performance.now();
  const rate = (ms: number) => SLOW_FILE_MIB / (ms / 1_000);
  console.log(JSON.stringify({ seal: rate(sealed - start), open: rate(opened - sealed) } satisfies Slow));
}
