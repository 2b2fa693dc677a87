/** A member's declared interests, sealed to the member and to the leads (docs/protocol.md, "Declared interests"). */
import { type Bytes, concat, list } from "../bytes.ts";
import { type Declaration, type DeclarationPlace, encodeDeclaration, encodeDeclarationPrefix } from "../declaration.ts";
import { CryptoError } from "../errors.ts";
import { MAX_TEAM_SLOTS } from "../open-part.ts";
import { DECLARATION_CLASSES } from "../padding.ts";
import { SIGNATURE_BYTES, derive, isSignedBy, wipe } from "../sodium.ts";
import { type SealingKeyPair, type SigningKeyPair, sign } from "./keys.ts";
import { type BoxPlace, openAsReader, sealToReaders } from "./reader-box.ts";

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
  const plaintext = concat(sign(signing, signatureInput(prefixBytes, content)), content);
  const declaration = encodeDeclaration({
    prefixBytes,
    ...sealToReaders(placeOf(prefixBytes), plaintext, readers),
  });
  wipe(plaintext);
  return declaration;
}

/**
 * The content, once it is known to be its member's. Throws `not-for-me` where no slot opens, `altered` where what a slot
 * leads to is not what all others read, or is not what the member signed.
 */
export function openDeclaration(
  declaration: Declaration,
  keys: readonly SealingKeyPair[],
  signingKey: Uint8Array,
): Uint8Array {
  const { prefixBytes } = declaration;
  const plaintext = openAsReader(placeOf(prefixBytes), declaration, keys);
  if (plaintext.length < SIGNATURE_BYTES) throw new CryptoError("malformed");
  const [signature, content] = [plaintext.subarray(0, SIGNATURE_BYTES), plaintext.subarray(SIGNATURE_BYTES)];
  if (!isSignedBy(signingKey, signature, signatureInput(prefixBytes, content))) throw new CryptoError("altered");
  return content;
}

function signatureInput(prefixBytes: Uint8Array, content: Uint8Array): Bytes {
  return list("segel/1/declaration-signature", prefixBytes, content);
}

function placeOf(prefixBytes: Uint8Array): BoxPlace {
  return {
    prefixBytes,
    classes: DECLARATION_CLASSES,
    most: MAX_TEAM_SLOTS,
    commitTo: (secret) => derive(secret, "segel/1/declaration-commit", prefixBytes),
    boxKey: (secret) => derive(secret, "segel/1/declaration-key", prefixBytes),
  };
}
