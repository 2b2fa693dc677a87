/** Argon2id by the larger libsodium build: 0.2 s for 64 MiB and three passes. The only door to that build. */
import libsodium from "#sodium-sumo";
import type { Argon2id } from "./argon2id.ts";

await libsodium.ready;

/** Too short to tell how far it has come. */
export const argon2id: Argon2id = (password, { salt, memoryKiB, passes, outputBytes }) =>
  libsodium.crypto_pwhash(
    outputBytes,
    password,
    salt,
    passes,
    memoryKiB * 1024,
    libsodium.crypto_pwhash_ALG_ARGON2ID13,
  );
