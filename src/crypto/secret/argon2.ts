/** Passphrases, made slow to try. */
import { argon2id } from "#argon2id";
import { type Bytes, utf8 } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import type { StretchParameters } from "../request.ts";
import { KEY_BYTES, randomBytes } from "../sodium.ts";

export const SALT_BYTES = 16;
/** RFC 9106, 4: second recommended option (64 MiB, t 3); above 256 MiB and 8 passes a server only makes us suffer. */
const MEMORY_KIB = { least: 65_536, most: 262_144 } as const;
const PASSES = { least: 3, most: 8 } as const;

export function makeStretchParameters(): StretchParameters {
  return { salt: randomBytes(SALT_BYTES), memoryKiB: MEMORY_KIB.least, passes: PASSES.least };
}

/** The same phrase however it was typed: NFKC, white space folded, none at the ends. */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize("NFKC").trim().replace(/\s+/gu, " ");
}

/**
 * Argon2id of a passphrase; 32 bytes, as good as the passphrase itself. About 0.2 s; a minute where nothing is compiled.
 * Throws `bad-parameters` below 64 MiB or 3 passes and above 256 MiB or 8: a server that lowers or raises them is refused.
 *
 * @param onProgress told the part done, 0…1, where it takes long
 */
export function stretchPassphrase(
  passphrase: string,
  { salt, memoryKiB, passes }: StretchParameters,
  onProgress?: (done: number) => void,
): Bytes {
  const fits =
    salt.length === SALT_BYTES &&
    Number.isInteger(memoryKiB) &&
    memoryKiB >= MEMORY_KIB.least &&
    memoryKiB <= MEMORY_KIB.most &&
    Number.isInteger(passes) &&
    passes >= PASSES.least &&
    passes <= PASSES.most;
  if (!fits) throw new CryptoError("bad-parameters");
  const phrase = utf8(normalizePassphrase(passphrase));
  return argon2id(phrase, { salt, memoryKiB, passes, outputBytes: KEY_BYTES }, onProgress) as Bytes;
}
