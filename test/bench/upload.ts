/**
 * The reporter's side of a file, as a program of its own: seals and sends COUNT files of MIB mebibytes at once, drops
 * them again and prints what it took. The case must be there; TOKEN names it, as hexadecimal.
 * With `--conditions=no-wasm` in front it seals without WebAssembly.
 */
import { fromHex } from "../../src/crypto/bytes.ts";
import { connect } from "../../src/client/line/http.ts";
import { cellsOfReporter } from "../../src/client/files/cells.ts";
import { makeUpload } from "../../src/client/files/upload.ts";
import { deriveTokenKeys } from "../../src/crypto/secret/token.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { ORIGIN, memoryOf } from "./processes.ts";

export type UploadResult = { readonly seconds: number; readonly grownMiB: number };

const MIB = 1_048_576;

async function upload(address: string, mib: number, count: number): Promise<UploadResult> {
  const connection = connect(ORIGIN, (url, init) => fetch(url.replace(ORIGIN, address), init));
  const cells = cellsOfReporter(connection, deriveTokenKeys(fromHex(process.env["TOKEN"] ?? "")));
  const block = randomBytes(MIB);
  const read = async (_offset: number, length: number) => block.subarray(0, length);
  const file = { name: "berkas.bin", type: "", size: mib * MIB, read };
  const uploads = Array.from({ length: count }, () => makeUpload(cells, file));
  const before = await memoryOf(process.pid, "VmRSS");
  const begun = performance.now();
  await Promise.all(uploads.map((each) => each.run()));
  const seconds = (performance.now() - begun) / 1_000;
  const grownMiB = (await memoryOf(process.pid, "VmHWM")) - before;
  for (const each of uploads) await each.drop();
  return { seconds, grownMiB };
}

const [, , address = "", mib = "", count = "1"] = process.argv;
process.stdout.write(`${JSON.stringify(await upload(address, Number(mib), Number(count)))}\n`);
