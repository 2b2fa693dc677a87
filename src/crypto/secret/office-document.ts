/** Office documents as they are written and opened (docs/protocol.md, "Office documents"). */
import type { Bytes } from "../bytes.ts";
import {
  MAX_OFFICE_READERS,
  type OfficeDocument,
  type OfficeDocumentPlace,
  encodeOfficeDocument,
  encodeOfficeDocumentPrefix,
  encodeSealedPayload,
  inspectSealedPayload,
  officeDocumentInput,
} from "../office-document.ts";
import { OFFICE_DOCUMENT_CLASSES } from "../padding.ts";
import { derive } from "../sodium.ts";
import { type SealingKeyPair, type SigningKeyPair, sign } from "./keys.ts";
import { type BoxPlace, openAsReader, sealToReaders } from "./reader-box.ts";

export type OfficeDocumentToWrite = OfficeDocumentPlace & {
  readonly content: Uint8Array;
  /** The author's directory key */
  readonly signing: SigningKeyPair;
  /** X-Wing public keys of those who read it; undefined where it stands in clear */
  readonly readers: readonly Uint8Array[] | undefined;
};

/** Throws `too-long` for more content than the largest box holds and more readers than slots, `bad-key`. */
export function writeOfficeDocument({ content, signing, readers, ...place }: OfficeDocumentToWrite): Bytes {
  const prefixBytes = encodeOfficeDocumentPrefix(place);
  const payload =
    readers === undefined ? content : encodeSealedPayload(sealToReaders(placeOf(prefixBytes), content, readers));
  return encodeOfficeDocument({
    prefixBytes,
    signature: sign(signing, officeDocumentInput(prefixBytes, payload)),
    payload,
  });
}

/** What was sealed in a document whose signature is known to be its author's. Throws `not-for-me`, `altered`, `malformed`. */
export function openOfficeDocument(
  { prefixBytes, payload }: OfficeDocument,
  keys: readonly SealingKeyPair[],
): Uint8Array {
  return openAsReader(placeOf(prefixBytes), inspectSealedPayload(payload), keys);
}

function placeOf(prefixBytes: Uint8Array): BoxPlace {
  return {
    prefixBytes,
    classes: OFFICE_DOCUMENT_CLASSES,
    most: MAX_OFFICE_READERS,
    commitTo: (secret) => derive(secret, "segel/1/office-document-commit", prefixBytes),
    boxKey: (secret) => derive(secret, "segel/1/office-document-key", prefixBytes),
  };
}
