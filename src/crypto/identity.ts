/** Ids and short forms that follow from public keys and can be computed by anybody. */
import { type Bytes, fromHex, hex, u32 } from "./bytes.ts";
import { hash } from "./sodium.ts";

/** Case id = hash("case", auth public key). The server never sees the token behind the key. */
export function caseIdOf(authPublicKey: Uint8Array): Bytes {
  return hash("segel/1/case", authPublicKey);
}

// Crockford's base 32 without 0, O, 1, I, L, U: nothing that is misheard on the telephone.
const REGISTER_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Register number for letters and calls, "K7QD-4M2P": from a hash of the case id; it opens nothing. */
export function registerNumberOf(caseId: Uint8Array): string {
  const bytes = hash("segel/1/register-number", caseId);
  let out = "";
  for (let i = 0; i < 8; i++) {
    // 16 bits a letter: the bias of the remainder is below one in two thousand
    const value = ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0);
    out += REGISTER_ALPHABET[value % REGISTER_ALPHABET.length];
    if (i === 3) out += "-";
  }
  return out;
}

/** Fingerprint of a public key for telephones and paper: 32 bytes, printed as hexadecimal groups. */
export function fingerprintOf(publicKey: Uint8Array): Bytes {
  return hash("segel/1/fingerprint", publicKey);
}

type Roots = { readonly threshold: number; readonly keys: readonly Uint8Array[] };

/** One fingerprint for all roots and for how many of them sign, in whatever order they are given: pages and posters show it. */
export function rootsFingerprintOf({ threshold, keys }: Roots): Bytes {
  return hash("segel/1/roots", u32(threshold), ...keys.map(hex).toSorted().map(fromHex));
}
