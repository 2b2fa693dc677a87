/** Compressed once, when built: the server only picks. Onion sites are asked for gzip only, others for Brotli as well. */
import * as fs from "node:fs/promises";
import { promisify } from "node:util";
import * as zlib from "node:zlib";

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);

/** How hard is tried: Brotli's quality and gzip's level. */
export type Effort = { readonly brotli: number; readonly gzip: number };

/** Of libsodium Brotli's 11 saves 3 % more and takes twice as long: too long for the first start of all. */
export const SERVED: Effort = { brotli: 10, gzip: zlib.constants.Z_BEST_COMPRESSION };
/** For pages that live for a minute: a tenth of the time. */
export const PASSING: Effort = { brotli: 2, gzip: zlib.constants.Z_BEST_SPEED };

/** Of 1 to 9. Smaller blocks fit what is half sentences, half code: against 8, zlib's own choice, no file grows and all lose 0.4 %. */
const GZIP_MEMORY = 7;

/** Writes `file`.gz and `file`.br. Takes those beside `earlier` where they hold the same. */
export async function compress(
  bytes: Uint8Array,
  { file, earlier, effort }: { readonly file: string; readonly earlier: string; readonly effort: Effort },
): Promise<void> {
  const [gz, br] = await Promise.all([
    (await findEarlier(`${earlier}.gz`, bytes, zlib.gunzipSync)) ??
      gzip(bytes, { level: effort.gzip, memLevel: GZIP_MEMORY }),
    (await findEarlier(`${earlier}.br`, bytes, zlib.brotliDecompressSync)) ??
      brotli(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: effort.brotli,
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
