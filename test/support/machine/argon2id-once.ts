/**
 * What tests find as `#argon2id` (start-up.ts): the real thing, once for each passphrase and salt of a process. Members
 * of tests sign in again and again, and each time would take a fifth of a second and 64 MiB.
 */
import type { Argon2id } from "../../../src/crypto/secret/argon2id/argon2id.ts";
import { argon2id as compute } from "../../../src/crypto/secret/argon2id/webassembly.ts";

const computed = new Map<string, Uint8Array>();

export const argon2id: Argon2id = (password, parameters) => {
  const asked = JSON.stringify([[...password], { ...parameters, salt: [...parameters.salt] }]);
  const stretched = computed.get(asked) ?? compute(password, parameters);
  computed.set(asked, stretched);
  // A copy: who gets it may wipe it.
  return Uint8Array.from(stretched);
};
