/** Opening an envelope: trial of every slot, then the key-committing MAC, then summary and body. */
import { type Bytes } from "../bytes.ts";
import { type Expected, type Head, checkBody, inspectHead } from "../envelope.ts";
import { CryptoError } from "../errors.ts";
import { BODY_CLASSES, IDENTITY_CLASSES, SUMMARY_CLASSES, unpad } from "../padding.ts";
import { aeadOpen, derive, equal } from "../sodium.ts";
import type { SealingKeyPair } from "./keys.ts";
import { deriveBodyKey, isAccessKeyOf } from "./seal.ts";
import { openSlots } from "./slot.ts";

export type OpenedHead = {
  readonly head: Head;
  /** 32 bytes: opens this envelope for whoever has it. */
  readonly contentKey: Bytes;
  /** The public key whose slot opened */
  readonly readerKey: Uint8Array;
};

/**
 * Opens a head with any of the reader's keys (the current one and older ones from the vault).
 *
 * @throws CryptoError `altered` for a forged or tailored envelope, also when a slot opens to a wrong content key
 *   or more than one does; `not-for-me` when the envelope is genuine and no slot opens; `malformed`.
 */
export function openHead(bytes: Uint8Array, expected: Expected, keys: readonly SealingKeyPair[]): OpenedHead {
  const head = inspectHead(bytes, expected);
  const [opened, ...more] = openSlots(head.prefixBytes, head.slots, keys);
  if (opened === undefined) throw new CryptoError("not-for-me");
  if (more.length > 0) throw new CryptoError("altered");
  const { secret: contentKey, readerKey } = opened;
  checkContentKey(head, contentKey);
  return { head, contentKey, readerKey };
}

/** A head for whom a colleague gave its content key. Throws CryptoError `altered` for another one, as above. */
export function openHeadWith(bytes: Uint8Array, expected: Expected, contentKey: Uint8Array): Head {
  const head = inspectHead(bytes, expected);
  checkContentKey(head, contentKey);
  return head;
}

/** The MAC commits to the key. */
function checkContentKey(head: Head, contentKey: Uint8Array): void {
  const committed = equal(derive(contentKey, "segel/1/header-mac", head.header), head.mac);
  if (!committed || !isAccessKeyOf(contentKey, head.prefix.accessKey)) throw new CryptoError("altered");
}

/** Plaintext of a sealed summary. `binding` comes from a head that was opened, or from a member's wrap of it. */
export function openSummary(contentKey: Uint8Array, binding: Uint8Array, summary: Uint8Array): Uint8Array {
  return unpad(aeadOpen(derive(contentKey, "segel/1/summary-key"), summary, binding), SUMMARY_CLASSES);
}

/** Plaintext of a report's body. Throws `altered` when the body is not the one its head was signed over. */
export function openBody(
  { head, contentKey }: { readonly head: Head; readonly contentKey: Uint8Array },
  body: Uint8Array,
): Uint8Array {
  checkBody(head, body);
  return unpad(aeadOpen(deriveBodyKey(contentKey, null), body, head.binding), BODY_CLASSES);
}

/** Plaintext of an identity: needs the identity's own content key and the share from the report's. */
export function openIdentity(
  { head, contentKey }: OpenedHead,
  reportContentKey: Uint8Array,
  body: Uint8Array,
): Uint8Array {
  checkBody(head, body);
  const share = derive(reportContentKey, "segel/1/identity-share");
  return unpad(aeadOpen(deriveBodyKey(contentKey, share), body, head.binding), IDENTITY_CLASSES);
}
