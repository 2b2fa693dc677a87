/**
 * A report that nobody has written: from outside like any other, and no key opens it, not even one of those who made it
 * (docs/protocol.md, "What crosses the wire"). What is drawn here dies here, so nothing of it is a secret of anybody.
 */
import { type Bytes, concat } from "./bytes.ts";
import {
  type EnvelopeKind,
  type Prefix,
  type Submission,
  ZERO_HASH,
  bindingOf,
  encodeHeader,
  encodePrefix,
  encodeUnsignedHead,
  envelopeSignatureInput,
  sealedBodyBytes,
  summaryBytes,
} from "./envelope.ts";
import { caseIdOf } from "./identity.ts";
import { RECEIPT_BYTES } from "./message.ts";
import { IDENTITY_CLASSES } from "./padding.ts";
import { HASH_BYTES, KEY_BYTES, TAG_BYTES, encapsulate, hash, libsodium, randomBytes, wipe } from "./sodium.ts";

export type DecoyShape = Pick<
  Prefix,
  "channelId" | "directoryVersion" | "directoryHash" | "slotCount" | "bodyClass"
> & {
  readonly identitySlotCount: number;
};

export type Decoy = Submission & { readonly caseId: Bytes; readonly accessKey: Bytes };

/** Shape, signature and hashes are those of a report; what would be sealed is drawn, as sealed bytes look. */
export function makeDecoy({ identitySlotCount, ...shape }: DecoyShape): Decoy {
  const auth = libsodium.crypto_sign_keypair();
  const caseId = caseIdOf(auth.publicKey);
  const report = makeEnvelope("report", { ...shape, caseId, parent: ZERO_HASH }, auth);
  const identityClass = IDENTITY_CLASSES[0] ?? 0;
  const about = { ...shape, caseId, parent: report.headHash, slotCount: identitySlotCount, bodyClass: identityClass };
  const identity = makeEnvelope("identity", about, auth);
  wipe(auth.privateKey);
  return {
    caseId,
    accessKey: report.accessKey,
    head: report.head,
    body: report.body,
    identityHead: identity.head,
    identityBody: identity.body,
    receipt: randomBytes(RECEIPT_BYTES),
  };
}

type Pair = { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

function makeEnvelope(
  kind: EnvelopeKind,
  prefix: Omit<Prefix, "kind" | "accessKey">,
  { publicKey, privateKey }: Pair,
): { head: Bytes; body: Bytes; headHash: Bytes; accessKey: Bytes } {
  const accessKey = drawnKey(libsodium.crypto_sign_keypair());
  const prefixBytes = encodePrefix({ ...prefix, kind, accessKey });
  const slots = makeSlots(prefix.slotCount);
  const mac = randomBytes(HASH_BYTES);
  const binding = bindingOf(encodeHeader(prefixBytes, slots), mac);
  const length = summaryBytes(kind);
  const summary = length === 0 ? new Uint8Array() : randomBytes(length);
  const body = randomBytes(sealedBodyBytes(prefix.bodyClass));
  const bodyHash = hash("segel/1/body", body);
  const unsigned = encodeUnsignedHead(prefixBytes, slots, mac, summary, bodyHash, publicKey);
  const signed = envelopeSignatureInput(binding, summary, bodyHash);
  const signature = libsodium.crypto_sign_detached(signed, privateKey);
  return { head: concat(unsigned, signature), body, headHash: hash("segel/1/head", unsigned), accessKey };
}

/** Real encapsulations to a key whose secret half is gone: random bytes can be told from them. */
function makeSlots(count: number): Bytes[] {
  const throwAway = drawnKey(libsodium.crypto_kem_xwing_keypair());
  return Array.from({ length: count }, () =>
    concat(encapsulate(throwAway).ciphertext, randomBytes(KEY_BYTES + TAG_BYTES)),
  );
}

function drawnKey({ publicKey, privateKey }: Pair): Bytes {
  wipe(privateKey);
  return new Uint8Array(publicKey);
}
