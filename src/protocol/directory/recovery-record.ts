/**
 * What everybody may know of a recovery key's use: that it was rehearsed, or that cases were opened with it
 * (docs/protocol.md, "Recovery"). Two signatures: the recovery key's own, which only its sheets and lock make, and that of
 * the member who brought it. Here are the bytes, and whether to believe them.
 */
import { type Bytes, fromHex, hex, list } from "../../crypto/bytes.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { HASH_BYTES, SIGNATURE_BYTES, isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import { type Directory, isActive } from "./directory.ts";
import * as z from "../encoding/zod.ts";

const RECOVERY_USES = ["rehearsed", "opened"] as const;
export type RecoveryUse = (typeof RECOVERY_USES)[number];

/** What makes two of one day differ */
export const DRAWN_BYTES = 16;

const attested = {
  use: z.enum(RECOVERY_USES),
  /** Fingerprint of the recovery key */
  recoveryKey: hexOf(HASH_BYTES),
  /** As whoever asked for it wrote, and those who typed their sheets read: "2026-11-25" */
  day: z.string().check(z.refine(isDay)),
  drawn: hexOf(DRAWN_BYTES),
  /** By the attestation key, over the four */
  attestation: base64urlOf(SIGNATURE_BYTES),
};

/** What comes back from those who hold the sheets: a rehearsal's answer, without who brings it. */
export const attestedSchema = z.strictObject({ format: z.literal("segel/1/recovery-answer"), ...attested });
export type Attested = z.infer<typeof attestedSchema>;

export const recoveryRecordSchema = z.strictObject({
  ...attested,
  directory: z.strictObject({ version: z.int().check(z.gte(1), z.lte(0xffff_ffff)), hash: hexOf(HASH_BYTES) }),
  member: hexOf(ID_BYTES),
  /** By the member's directory key */
  signature: base64urlOf(SIGNATURE_BYTES),
});
export type RecoveryRecord = z.infer<typeof recoveryRecordSchema>;

type Named = Pick<Attested, "use" | "recoveryKey" | "day" | "drawn">;

/** What the attestation key signs. */
export function attestationInput({ use, recoveryKey, day, drawn }: Named): Bytes {
  return list("segel/1/attestation", use, fromHex(recoveryKey), day, fromHex(drawn));
}

/** What the member signs who brings it. */
export function recoveryRecordInput(record: Omit<RecoveryRecord, "signature">): Bytes {
  const { directory, member, attestation } = record;
  return list(
    "segel/1/recovery-record",
    attestationInput(record),
    fromBase64url(attestation),
    directory.version,
    fromHex(directory.hash),
    fromHex(member),
  );
}

/** Whether the sheets and the lock of this directory's recovery key were there. */
export function isAttested(attested: Attested | RecoveryRecord, directory: Directory): boolean {
  const { recoveryKey, recovery } = directory;
  return (
    recoveryKey !== null &&
    recovery?.attestationKey !== undefined &&
    attested.recoveryKey === hex(fingerprintOf(recoveryKey)) &&
    isSignedBy(fromHex(recovery.attestationKey), fromBase64url(attested.attestation), attestationInput(attested))
  );
}

/** Of the directory that it names, which whoever asks has verified. */
export function isRecoveryRecord(record: RecoveryRecord, directory: Directory): boolean {
  const { signature, ...signed } = record;
  const member = directory.members.get(record.member);
  return (
    record.directory.version === directory.version &&
    record.directory.hash === hex(directory.hash) &&
    isActive(member) &&
    isAttested(record, directory) &&
    isSignedBy(member.signingKey, fromBase64url(signature), recoveryRecordInput(signed))
  );
}
