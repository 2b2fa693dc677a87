/** Giving a case to a member, and taking it from some: what is sealed, signed and told for that. */
import { fromHex, hex } from "../../../crypto/bytes.ts";
import { openPartHashOf } from "../../../crypto/open-part.ts";
import { makeEpoch } from "../../../crypto/secret/epoch.ts";
import { makeGrant } from "../../../crypto/secret/grant.ts";
import { sign } from "../../../crypto/secret/keys.ts";
import { sealInternal } from "../../../crypto/secret/message.ts";
import { deriveAccessKeyPair } from "../../../crypto/secret/seal.ts";
import { deriveTeamKeyPair } from "../../../crypto/secret/team.ts";
import { toBase64url } from "../../../protocol/encoding/base64url.ts";
import type { RemovalGround } from "../../../protocol/rules/interests.ts";
import { handleBytes } from "../../../protocol/frames.ts";
import { encodeOpenRow, encodeRemovalStatement } from "../../../protocol/readers.ts";
import { recoveryEntryInput } from "../../../protocol/records/recovery.ts";
import { isValidAt } from "../../../protocol/directory/validity.ts";
import { putUntilAnswered } from "../../case/prepared-message.ts";
import { mayBeGiven } from "../../casework/readers.ts";
import { ApiError, callBytes } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { proveAccess } from "../list/access.ts";
import { type CaseWriter, makeWriter } from "./case-writer.ts";
import { digestOf } from "../list/digest.ts";
import { aboutMember } from "../list/interests.ts";
import { checkLinkedReaders } from "./linked-readers.ts";
import type { CaseRead } from "./read-case.ts";
import type { Member } from "../entry/sign-in.ts";

export type Giving = {
  readonly to: string;
  readonly reason: string;
  /** The caller has seen to it that they read what this case is linked to */
  readonly linksLookedAt?: boolean;
};

/**
 * Also to whom reads by the records already: what somebody else gave may not have opened, which the newcomer alone can
 * tell. Throws Refusal `reason-needed`, `must-not-read`, `linked-case`, `alarm`; ApiError.
 */
export async function giveCase(
  member: Member,
  handle: string,
  { caseId, wrap, ring, last, opened }: CaseRead,
  writer: CaseWriter,
  { to, reason, linksLookedAt = false }: Giving,
): Promise<void> {
  const { current, now } = member.directories;
  const { epoch } = opened.casework.readers;
  const newcomer = current.members.get(to);
  if (reason.trim() === "") throw new Refusal("reason-needed");
  if (to === member.id) throw new Refusal("changed");
  const publicKey = newcomer?.sealingKey ?? undefined;
  const may = mayBeGiven(to, current, opened.excluded) && isValidAt(newcomer, now);
  if (!may || publicKey === undefined) throw new Refusal("must-not-read");
  if (!linksLookedAt) await checkLinkedReaders(member, opened, to);
  const openPart = makeGrant({
    caseId,
    epoch,
    from: fromHex(member.id),
    to: fromHex(to),
    headHash: wrap.headHash,
    publicKey,
    contentKey: wrap.contentKey,
    teamSecret: ring.teamSecret(epoch),
  });
  const pointOf = (direction: keyof typeof last) => ({
    sequence: last[direction].sequence,
    hash: hex(last[direction].hash),
  });
  const { context, signed } = writer.sign(
    "internal",
    {
      kind: "grant",
      openPart: hex(openPartHashOf(openPart)),
      to,
      reason,
      seen: { reporter: pointOf("reporter"), team: pointOf("team"), internal: pointOf("internal") },
    },
    epoch,
  );
  await putOpenRow(member, handle, writer, { context, signed, openPart, teamSecret: ring.teamSecret(epoch) });
}

type SignedOpenRow = ReturnType<CaseWriter["sign"]> & {
  readonly openPart: Uint8Array;
  readonly teamSecret: Uint8Array;
};

async function putOpenRow(
  { connection }: Member,
  handle: string,
  writer: CaseWriter,
  { context, signed, openPart, teamSecret }: SignedOpenRow,
): Promise<void> {
  const call = {
    params: { handle, epoch: context.epoch, sequence: context.sequence },
    body: encodeOpenRow({ row: sealInternal(signed, context, teamSecret), openPart }),
  };
  await putUntilAnswered((signal) => callBytes(connection, "putGrant", { ...call, signal }));
  await writer.remember("internal", { sequence: context.sequence, hash: signed.hash });
}

export type Recovering = {
  readonly reason: string;
  /** Fingerprint of the recovery key */
  readonly recoveryKey: string;
  /** By the attestation key */
  readonly attest: (input: Uint8Array) => Uint8Array;
};

/** The member who put the recovery key together reads the case from now on, and every other reader sees how that came. */
export async function enterByRecovery(
  member: Member,
  handle: string,
  { caseId, wrap, ring, opened }: CaseRead,
  writer: CaseWriter,
  { reason, recoveryKey, attest }: Recovering,
): Promise<void> {
  const { current, now } = member.directories;
  const { epoch } = opened.casework.readers;
  const own = current.members.get(member.id);
  const publicKey = member.sealing[0]?.publicKey;
  const may = mayBeGiven(member.id, current, opened.excluded) && isValidAt(own, now);
  if (!may || publicKey === undefined) throw new Refusal("must-not-read");
  const id = fromHex(member.id);
  const { headHash, contentKey } = wrap;
  const teamSecret = ring.teamSecret(epoch);
  const openPart = makeGrant({ caseId, epoch, from: id, to: id, headHash, publicKey, contentKey, teamSecret });
  const openPartHash = openPartHashOf(openPart);
  const attestation = toBase64url(attest(recoveryEntryInput({ caseId, headHash, epoch, member: id, openPartHash })));
  const { context, signed } = writer.sign(
    "internal",
    { kind: "recovery", openPart: hex(openPartHash), recoveryKey, attestation, reason },
    epoch,
  );
  await putOpenRow(member, handle, writer, { context, signed, openPart, teamSecret });
}

export type Removing = {
  readonly ids: readonly string[];
  readonly reason: string;
  /** What they have declared, or that they are named, where that is why */
  readonly interest: RemovalGround | null;
};

/**
 * Whoever steps back from the own case hands it to a lead who goes on reading it: the lead's id, where there is one to
 * hand over and one to take it.
 */
export function leadToTakeOver(member: Member, { opened }: CaseRead, ids: readonly string[]): string | undefined {
  const { assignments, readers } = opened.casework;
  if (!ids.includes(member.id) || assignments.now?.to !== member.id) return undefined;
  const { current, now } = member.directories;
  return readers.now.find((id) => {
    const other = current.members.get(id);
    return !ids.includes(id) && other?.roles.includes("lead") === true && isValidAt(other, now);
  });
}

/**
 * New keys for all who remain, and for the recovery key; who is not valid any more goes too, since nothing is sealed to
 * them. Whether this member remains. Throws Refusal `reason-needed`, `changed`, `nobody-remains`, `alarm`; ApiError.
 */
export async function takeOut(
  member: Member,
  handle: string,
  { item, caseId, wrap, ring, opened }: CaseRead,
  writer: CaseWriter,
  { ids, reason, interest }: Removing,
): Promise<boolean> {
  const { directories, connection, signing } = member;
  const { current } = directories;
  const { epoch: before, now } = opened.casework.readers;
  if (reason.trim() === "") throw new Refusal("reason-needed");
  if (ids.length === 0 || !ids.every((id) => now.includes(id))) throw new Refusal("changed");
  const isLeft = (id: string) => !ids.includes(id) && isValidAt(current.members.get(id), directories.now);
  const [remains, removed] = [now.filter(isLeft), now.filter((id) => !isLeft(id))];
  if (remains.length === 0) throw new Refusal("nobody-remains");
  const recovery = current.channels.get(hex(item.channelId))?.recovery === true ? [current.recoveryKey] : [];
  const readers = [...remains.map((id) => current.members.get(id)?.sealingKey), ...recovery];
  const epoch = before + 1;
  const { openPart, teamSecret } = makeEpoch({
    caseId,
    epoch,
    headHash: wrap.headHash,
    earlierSecret: ring.teamSecret(before),
    readers: readers.flatMap((key) => key ?? []),
  });
  const openPartHash = openPartHashOf(openPart);
  const { context, signed } = writer.sign(
    "internal",
    {
      kind: "removal",
      openPart: hex(openPartHash),
      removed,
      remains,
      teamPublicKey: toBase64url(deriveTeamKeyPair(teamSecret).publicKey),
      reason,
      interest,
    },
    epoch,
  );
  const accessKeys = deriveAccessKeyPair(teamSecret);
  const statement = encodeRemovalStatement({
    caseId,
    handle: handleBytes(handle),
    epoch,
    removed: removed.toSorted().map(fromHex),
    accessKey: accessKeys.publicKey,
    openPartHash,
    directoryVersion: current.version,
    directoryHash: current.hash,
    memberId: fromHex(member.id),
  });
  const call = {
    params: { handle, epoch, sequence: context.sequence },
    body: encodeOpenRow(
      { row: sealInternal(signed, context, teamSecret), openPart },
      { statement, signature: sign(signing, statement) },
    ),
  };
  await putUntilAnswered((signal) => callBytes(connection, "putEpoch", { ...call, signal }));
  if (!remains.includes(member.id)) return false;
  await proveAccess(member, [{ handle, caseId, epoch, keys: accessKeys }]);
  return true;
}

/**
 * Tells the reporter of new keys where nobody has yet, under the thread key that the reporter holds. True when the team's
 * side has changed by it, or somebody was quicker: the case is read again then.
 */
export async function tellReporter(member: Member, handle: string, read: CaseRead): Promise<boolean> {
  const { opened, item, ring, removalHash } = read;
  const { told, epoch, now } = opened.casework.readers;
  const may = opened.writable.conversation && now.includes(member.id) && removalHash !== undefined;
  if (told || !may) return false;
  const about = aboutMember(member, opened);
  const { prepare } = makeWriter(member, handle, read, digestOf(opened, item, member.id, read.shownBefore, about));
  const threadKey = toBase64url(ring.threadKey(epoch));
  try {
    await prepare("team", { kind: "epoch", threadKey, record: hex(removalHash) }).send();
    return true;
  } catch (error) {
    // What could not be told is told at the next opening; until then nothing else is written to the reporter.
    if (error instanceof ApiError) return error.code === "conflict";
    throw error;
  }
}
