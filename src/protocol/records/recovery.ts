/**
 * Somebody who did not read the case opened it with the recovery key, and reads it from now on (docs/protocol.md,
 * "Recovery"). The recovery key itself signs that it was there: nobody who merely came by the case's keys can write this.
 */
import { type Bytes, fromHex, hex, list } from "../../crypto/bytes.ts";
import { HASH_BYTES, SIGNATURE_BYTES, isSignedBy } from "../../crypto/sodium.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import type { ListedRecovery } from "../directory/directory.ts";
import * as z from "../encoding/zod.ts";

const fields = {
  /** hash("open-part", …) of what stands before this row: the case's keys for its author's own key */
  openPart: hexOf(HASH_BYTES),
  /** Fingerprint of the recovery key */
  recoveryKey: hexOf(HASH_BYTES),
  attestation: base64urlOf(SIGNATURE_BYTES),
  reason: z.string(),
};

export const RECOVERY = { written: z.strictObject(fields), read: z.object(fields) };

/** Which case, up to which epoch, and who comes in. */
export type RecoveryEntry = {
  readonly caseId: Uint8Array;
  readonly headHash: Uint8Array;
  readonly epoch: number;
  /** Id, 16 bytes */
  readonly member: Uint8Array;
  readonly openPartHash: Uint8Array;
};

/** What the attestation key signs. */
export function recoveryEntryInput({ caseId, headHash, epoch, member, openPartHash }: RecoveryEntry): Bytes {
  return list("segel/1/recovery-entry", caseId, headHash, epoch, member, openPartHash);
}

/** Whether one of these recovery keys, as directories list them, was there. */
export function isEntryAttested(
  entry: RecoveryEntry,
  { recoveryKey, attestation }: { readonly recoveryKey: string; readonly attestation: string },
  listed: readonly (ListedRecovery | null | undefined)[],
): boolean {
  return listed.some(
    (one) =>
      one?.attestationKey !== undefined &&
      hex(fingerprintOf(fromBase64url(one.publicKey))) === recoveryKey &&
      isSignedBy(fromHex(one.attestationKey), fromBase64url(attestation), recoveryEntryInput(entry)),
  );
}
