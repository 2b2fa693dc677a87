/** A member's declared interests, sealed to the member and to the leads (docs/protocol.md, "Declared interests"). */
import { type Bytes, concat, list } from "../bytes.ts";
import { type Declaration, type DeclarationPlace, encodeDeclaration, encodeDeclarationPrefix } from "../declaration.ts";
import { CryptoError } from "../errors.ts";
import { teamSlotsFor } from "../open-part.ts";
import { DECLARATION_CLASSES, pad, unpad } from "../padding.ts";
import {
  KEY_BYTES,
  SIGNATURE_BYTES,
  aeadOpen,
  aeadSeal,
  derive,
  equal,
  isSignedBy,
  randomBytes,
  wipe,
} from "../sodium.ts";
import { type SealingKeyPair, type SigningKeyPair, sign } from "./keys.ts";
import { openSlot, sealSlots } from "./slot.ts";

export type DeclarationToSeal = DeclarationPlace & {
  readonly content: Uint8Array;
  /** The member's directory key */
  readonly signing: SigningKeyPair;
  /** X-Wing public keys: the member's own and those of the leads */
  readonly readers: readonly Uint8Array[];
};

/** Throws `too-long` for more content than the box holds and more readers than slots, `bad-key`. */
export function sealDeclaration({ content, signing, readers, ...place }: DeclarationToSeal): Bytes {
  const prefixBytes = encodeDeclarationPrefix(place);
  const secret = randomBytes(KEY_BYTES);
  const plaintext = concat(sign(signing, signatureInput(prefixBytes, content)), content);
  const declaration = encodeDeclaration({
    prefixBytes,
    commit: commitTo(secret, prefixBytes),
    box: aeadSeal(boxKey(secret, prefixBytes), pad(plaintext, DECLARATION_CLASSES), prefixBytes),
    slots: sealSlots(prefixBytes, readers, secret, teamSlotsFor(readers.length)),
  });
  wipe(secret, plaintext);
  return declaration;
}

/**
 * The content, once it is known to be its member's. Throws `not-for-me` where no slot opens, `altered` where what a slot
 * leads to is not what all others read, or is not what the member signed.
 */
export function openDeclaration(
  { prefixBytes, commit, box, slots }: Declaration,
  keys: readonly SealingKeyPair[],
  signingKey: Uint8Array,
): Uint8Array {
  const secret = findSecret(prefixBytes, slots, keys);
  if (!equal(commitTo(secret, prefixBytes), commit)) throw new CryptoError("altered");
  const plaintext = unpad(aeadOpen(boxKey(secret, prefixBytes), box, prefixBytes), DECLARATION_CLASSES);
  wipe(secret);
  if (plaintext.length < SIGNATURE_BYTES) throw new CryptoError("malformed");
  const [signature, content] = [plaintext.subarray(0, SIGNATURE_BYTES), plaintext.subarray(SIGNATURE_BYTES)];
  if (!isSignedBy(signingKey, signature, signatureInput(prefixBytes, content))) throw new CryptoError("altered");
  return content;
}

function signatureInput(prefixBytes: Uint8Array, content: Uint8Array): Bytes {
  return list("segel/1/declaration-signature", prefixBytes, content);
}

function commitTo(secret: Uint8Array, prefixBytes: Uint8Array): Bytes {
  return derive(secret, "segel/1/declaration-commit", prefixBytes);
}

function boxKey(secret: Uint8Array, prefixBytes: Uint8Array): Bytes {
  return derive(secret, "segel/1/declaration-key", prefixBytes);
}

function findSecret(place: Uint8Array, slots: readonly Uint8Array[], keys: readonly SealingKeyPair[]): Bytes {
  for (const slot of slots) {
    for (const pair of keys) {
      try {
        return openSlot(place, pair, slot);
      } catch {
        // Somebody else's, or a poisoned one: the others are tried all the same.
      }
    }
  }
  throw new CryptoError("not-for-me");
}
