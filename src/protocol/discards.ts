/**
 * Discarding a case: what members sign, step by step, and which step may follow which (docs/protocol.md,
 * "Discarding a case"). Server and clients ask the same rules, so that neither takes what the other refuses.
 */
import { type Bytes, exactU32, exactly, fromUtf8, hex, list, parseList, sameBytes } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { CASE_ID_BYTES, ID_BYTES } from "../crypto/id-size.ts";
import { HASH_BYTES, SIGNATURE_BYTES, hash } from "../crypto/sodium.ts";
import { isCaseworker } from "./rules/casework.ts";
import { addDays, isDay } from "./encoding/day.ts";
import { type Directory, type Member, isActive } from "./directory/directory.ts";
import { HANDLE_BYTES, parseDay, parseNext } from "./frames.ts";
import { DISCARD_GRACE_DAYS } from "./limits.ts";

/** One member proposes, another agrees; whoever can read the case takes it back. */
const DISCARD_STEPS = ["propose", "agree", "keep"] as const;
export type DiscardStep = (typeof DISCARD_STEPS)[number];

/** What a member signs. */
export type DiscardStatement = {
  readonly step: DiscardStep;
  readonly caseId: Uint8Array;
  readonly handle: Uint8Array;
  readonly channelId: Uint8Array;
  /** Names the very report: a burnt case id may come again */
  readonly headHash: Uint8Array;
  /** Hash of the step before; the head hash in the first */
  readonly previous: Uint8Array;
  /** Hash of the internal message that says why, in all steps of one proposal */
  readonly reason: Uint8Array;
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  readonly memberId: Uint8Array;
  /** By the member's clock, in UTC */
  readonly day: string;
};

export function encodeDiscardStatement(statement: DiscardStatement): Bytes {
  return list(
    "segel/1/discard-signature",
    statement.step,
    statement.caseId,
    statement.handle,
    statement.channelId,
    statement.headHash,
    statement.previous,
    statement.reason,
    statement.directoryVersion,
    statement.directoryHash,
    statement.memberId,
    statement.day,
  );
}

/** Throws CryptoError `malformed`. */
export function parseDiscardStatement(bytes: Uint8Array): DiscardStatement {
  const fields = parseList("segel/1/discard-signature", bytes);
  const step = DISCARD_STEPS.find((known) => known === fromUtf8(fields[0] ?? new Uint8Array()));
  const day = fromUtf8(fields[10] ?? new Uint8Array());
  if (fields.length !== 11 || step === undefined || !isDay(day)) throw new CryptoError("malformed");
  return {
    step,
    caseId: exactly(fields[1], CASE_ID_BYTES),
    handle: exactly(fields[2], HANDLE_BYTES),
    channelId: exactly(fields[3], ID_BYTES),
    headHash: exactly(fields[4], HASH_BYTES),
    previous: exactly(fields[5], HASH_BYTES),
    reason: exactly(fields[6], HASH_BYTES),
    directoryVersion: exactU32(fields[7]),
    directoryHash: exactly(fields[8], HASH_BYTES),
    memberId: exactly(fields[9], ID_BYTES),
    day,
  };
}

/** Names a step: what the next one rests on. */
export function discardHashOf(statement: Uint8Array): Bytes {
  return hash("segel/1/discard", statement);
}

/** A step with its signature, as it is sent and stored. */
export type SignedStep = { readonly statement: Uint8Array; readonly signature: Uint8Array };

export function encodeSignedStep({ statement, signature }: SignedStep): Bytes {
  return list("segel/1/discard-step", statement, signature);
}

export function parseSignedStep(bytes: Uint8Array): SignedStep {
  const [statement, signature, ...rest] = parseList("segel/1/discard-step", bytes);
  if (statement === undefined || rest.length > 0) throw new CryptoError("malformed");
  return { statement, signature: exactly(signature, SIGNATURE_BYTES) };
}

/** What the server has of a case's discarding, and keeps when the case is gone. */
export type DiscardRecord = {
  /** Day on which the case was removed, by the server's word; undefined while it is there */
  readonly removedOn: string | undefined;
  /** Room that came back, in KiB, rounded up */
  readonly freedKiB: number;
  /** In order, each with the day on which the server stored it */
  readonly steps: readonly (SignedStep & { readonly storedOn: string })[];
};

export function encodeDiscardRecord({ removedOn, freedKiB, steps }: DiscardRecord): Bytes {
  const parts = steps.flatMap((step) => [step.storedOn, encodeSignedStep(step)]);
  return list("segel/1/discard-record", removedOn ?? "", freedKiB, ...parts);
}

export function parseDiscardRecord(bytes: Uint8Array): DiscardRecord {
  const [removedOn, freedKiB, ...parts] = parseList("segel/1/discard-record", bytes);
  if (removedOn === undefined || parts.length % 2 !== 0) throw new CryptoError("malformed");
  const steps: DiscardRecord["steps"][number][] = [];
  for (let at = 0; at < parts.length; at += 2)
    steps.push({ storedOn: parseDay(parts[at]), ...parseSignedStep(parts[at + 1] ?? new Uint8Array()) });
  return { removedOn: removedOn.length === 0 ? undefined : parseDay(removedOn), freedKiB: exactU32(freedKiB), steps };
}

type DiscardsPage = { readonly next: Uint8Array | undefined; readonly records: readonly DiscardRecord[] };

export function encodeDiscards({ next, records }: DiscardsPage): Bytes {
  return list("segel/1/discards", next ?? new Uint8Array(), ...records.map(encodeDiscardRecord));
}

export function parseDiscards(bytes: Uint8Array): DiscardsPage {
  const [next, ...records] = parseList("segel/1/discards", bytes);
  if (next === undefined) throw new CryptoError("malformed");
  return { next: parseNext(next), records: records.map(parseDiscardRecord) };
}

/** Why a step may not follow those before it. */
type DiscardFault =
  /** It does not rest on the newest one, or is not its turn. */
  | "order"
  /** Who signs is no active caseworker and recipient of the channel, or not two different ones agree, one of them lead. */
  | "members";

/**
 * @param before the steps so far, in order, as signed
 * @param directory the one that the step names
 */
export function faultOfStep(
  before: readonly Uint8Array[],
  step: DiscardStatement,
  directory: Directory,
): DiscardFault | undefined {
  const newest = before.at(-1);
  const last = newest === undefined ? undefined : parseDiscardStatement(newest);
  const rests = sameBytes(step.previous, newest === undefined ? step.headHash : discardHashOf(newest));
  const isTurn = NEXT_STEPS[last?.step ?? "keep"].includes(step.step) && (last === undefined || isSameCase(last, step));
  // A proposal has a reason of its own; whoever agrees or takes back does it about the same.
  const isSameReason = step.step === "propose" || (last !== undefined && sameBytes(last.reason, step.reason));
  if (!rests || !isTurn || !isSameReason) return "order";
  const own = caseworkerOf(directory, step);
  if (own === undefined) return "members";
  if (step.step !== "agree" || last === undefined) return undefined;
  const other = caseworkerOf(directory, last);
  const areTwo = other !== undefined && other.id !== own.id;
  return areTwo && [own, other].some(({ roles }) => roles.includes("lead")) ? undefined : "members";
}

/** A case that was kept may be proposed again, like one about which nobody has said anything. */
const NEXT_STEPS: Readonly<Record<DiscardStep, readonly DiscardStep[]>> = {
  propose: ["agree", "keep"],
  agree: ["keep"],
  keep: ["propose"],
};

function isSameCase(one: DiscardStatement, other: DiscardStatement): boolean {
  return (["caseId", "handle", "channelId", "headHash"] as const).every((name) => sameBytes(one[name], other[name]));
}

function caseworkerOf(directory: Directory, { memberId, channelId }: DiscardStatement): Member | undefined {
  const id = hex(memberId);
  const member = directory.members.get(id);
  const isRecipient = directory.channels.get(hex(channelId))?.recipients.includes(id) === true;
  return isActive(member) && isCaseworker(member.roles) && isRecipient ? member : undefined;
}

/** The first day on which a case may go: thirty whole days lie between it and the one on which the second agreed. */
export function goesOn(agreedOn: string): string {
  return addDays(agreedOn, DISCARD_GRACE_DAYS + 1);
}

/** Whether a signed day can be the one on which it was stored: clocks may be wrong by as much as a directory's dates allow. */
export function isAboutDay(signed: string, stored: string, errorSeconds: number): boolean {
  return Math.abs(Date.parse(`${signed}T00:00:00Z`) - Date.parse(`${stored}T00:00:00Z`)) <= errorSeconds * 1_000;
}
