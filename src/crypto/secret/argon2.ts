/** Passphrases: the only door to the larger libsodium build, which alone has Argon2id. */
import libsodium from "#sodium-sumo";
import { type Bytes, utf8 } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import type { StretchParameters } from "../request.ts";
import { KEY_BYTES, randomBytes } from "../sodium.ts";

await libsodium.ready;

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
 * Argon2id of a passphrase; 32 bytes, as good as the passphrase itself. About 0.2 s, a minute without WebAssembly.
 * Throws `bad-parameters` below 64 MiB or 3 passes and above 256 MiB or 8: a server that lowers or raises them is refused.
 */
export function stretchPassphrase(passphrase: string, { salt, memoryKiB, passes }: StretchParameters): Bytes {
  const fits =
    salt.length === SALT_BYTES &&
    Number.isInteger(memoryKiB) &&
    memoryKiB >= MEMORY_KIB.least &&
    memoryKiB <= MEMORY_KIB.most &&
    Number.isInteger(passes) &&
    passes >= PASSES.least &&
    passes <= PASSES.most;
  if (!fits) throw new CryptoError("bad-parameters");
  return libsodium.crypto_pwhash(
    KEY_BYTES,
    utf8(normalizePassphrase(passphrase)),
    salt,
    passes,
    memoryKiB * 1024,
    libsodium.crypto_pwhash_ALG_ARGON2ID13,
  ) as Bytes;
}
