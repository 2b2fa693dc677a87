/** The vault key a second time: under what a passkey gives on an enrolled device (docs/protocol.md, "The second factor"). */
import { type Bytes, concat, exactly, list } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { PASSKEY_WRAP_BYTES } from "../factor.ts";
import { HASH_BYTES, KEY_BYTES, aeadOpen, aeadSeal, derive, equal } from "../sodium.ts";

/** Where a wrap belongs: under another member, credential or address it opens nothing (attack 96). */
export type PasskeyPlace = {
  readonly origin: string;
  readonly memberId: Uint8Array;
  readonly credentialId: Uint8Array;
};

const placeOf = ({ origin, memberId, credentialId }: PasskeyPlace): Bytes =>
  list("segel/1/passkey-wrap", origin, memberId, credentialId);

/** The cipher commits to no key: without this one wrap could open to two vault keys under two values. */
const commitmentTo = (output: Uint8Array, { origin, memberId, credentialId }: PasskeyPlace): Bytes =>
  derive(output, "segel/1/passkey-commit", origin, memberId, credentialId);

/** @param output 32 bytes from the authenticator's PRF, as secret as the passphrase */
export function wrapVaultKeyByPasskey(vaultKey: Uint8Array, output: Uint8Array, place: PasskeyPlace): Bytes {
  const key = derive(exactly(output, KEY_BYTES), "segel/1/vault-key");
  return concat(commitmentTo(output, place), aeadSeal(key, exactly(vaultKey, KEY_BYTES), placeOf(place)));
}

/** Throws `altered` for another value, member, credential or address: one cannot tell which. */
export function unwrapVaultKeyByPasskey(wrap: Uint8Array, output: Uint8Array, place: PasskeyPlace): Bytes {
  if (wrap.length !== PASSKEY_WRAP_BYTES || output.length !== KEY_BYTES) throw new CryptoError("malformed");
  if (!equal(commitmentTo(output, place), wrap.subarray(0, HASH_BYTES))) throw new CryptoError("altered");
  return aeadOpen(derive(output, "segel/1/vault-key"), wrap.subarray(HASH_BYTES), placeOf(place));
}
