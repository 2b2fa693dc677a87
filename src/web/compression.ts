/** Compressed once, when built: the server only picks. Onion sites are asked for gzip only, others for Brotli as well. */
import * as fs from "node:fs/promises";
import { promisify } from "node:util";
import * as zlib from "node:zlib";

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/** Of libsodium 11 saves 3 % more and takes twice as long: too long for the first start of all. */
const BROTLI_QUALITY = 10;

/** Of 1 to 9. Smaller blocks fit what is half sentences, half code: against 8, zlib's own choice, no file grows and all lose 0.4 %. */
const GZIP_MEMORY = 7;

/** Writes `file`.gz and `file`.br. Takes those beside `earlier` where they hold the same. */
export async function compress(bytes: Uint8Array, file: string, earlier: string): Promise<void> {
  const [gz, br] = await Promise.all([
    (await findEarlier(`${earlier}.gz`, bytes, zlib.gunzipSync)) ??
      gzip(bytes, { level: zlib.constants.Z_BEST_COMPRESSION, memLevel: GZIP_MEMORY }),
    (await findEarlier(`${earlier}.br`, bytes, zlib.brotliDecompressSync)) ??
      brotli(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ]);
  await Promise.all([fs.writeFile(`${file}.gz`, gz), fs.writeFile(`${file}.br`, br)]);
}

async function findEarlier(
  file: string,
  bytes: Uint8Array,
  decompress: (packed: Uint8Array) => Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const packed = await fs.readFile(file);
    return Buffer.compare(decompress(packed), bytes) === 0 ? packed : undefined;
  } catch {
    return undefined; // None there, or damaged.
  }
}
