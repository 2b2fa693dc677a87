/** What members want to become of a case: proposed, agreed, taken back or gone; every step verified, nothing believed. */
import { type Bytes, fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { registerNumberOf } from "../../../crypto/identity.ts";
import { sign } from "../../../crypto/secret/keys.ts";
import { isSignedBy } from "../../../crypto/sodium.ts";
import {
  type DiscardRecord,
  type DiscardStatement,
  type DiscardStep,
  discardHashOf,
  encodeDiscardStatement,
  encodeSignedStep,
  faultOfStep,
  goesOn,
  isAboutDay,
  parseDiscardRecord,
  parseDiscardStatement,
  parseDiscards,
} from "../../../protocol/discards.ts";
import { dayInUtc } from "../../../protocol/encoding/day.ts";
import { handleBytes, handleText } from "../../../protocol/frames.ts";
import { CLOCK_ERROR_SECONDS } from "../../../protocol/limits.ts";
import { callBytes } from "../../line/http.ts";
import { MOST_PAGES, allPages, nextHandle } from "../../line/paging.ts";
import { Refusal } from "../../refusal.ts";
import type { Member } from "../entry/sign-in.ts";

/** A step as somebody signed it; the day is the one on which it was stored. */
type StepTaken = { readonly by: string; readonly on: string };

export type Discard = {
  readonly handle: string;
  readonly registerNumber: string;
  readonly channelId: string;
  readonly standing: "proposed" | "agreed" | "kept" | "removed";
  readonly proposed: StepTaken;
  /** Of this proposal */
  readonly agreed: StepTaken | undefined;
  readonly keptOn: string | undefined;
  /** The first day on which the case may go, once two have agreed */
  readonly goesOn: string | undefined;
  readonly removedOn: string | undefined;
  readonly freedKiB: number;
  /** Names the internal message that says why */
  readonly reason: Uint8Array;
};

/** A record, and what the next step rests on. */
export type ReadDiscard = { readonly discard: Discard; readonly statements: readonly Uint8Array[] };

/** All records of cases that this member has opened. Those that are not genuine are counted: somebody wants cases to go without two members. */
export async function listDiscards(
  member: Member,
): Promise<{ readonly discards: readonly Discard[]; readonly altered: number }> {
  const discards: Discard[] = [];
  let altered = 0;
  const fetch = async (after: string | undefined) =>
    parseDiscards(await callBytes(member.connection, "discards", { query: { after } }));
  for await (const { records } of allPages(MOST_PAGES.cases, fetch, nextHandle)) {
    for (const record of records) {
      const read = await readRecord(member, record);
      if (read === "altered" || read === undefined) altered++;
      else discards.push(read.discard);
    }
  }
  return { discards, altered };
}

/** Of one case; undefined where nobody has proposed anything. */
export async function fetchDiscard(
  member: Member,
  handle: string,
  about: Pick<DiscardStatement, "caseId" | "headHash">,
): Promise<ReadDiscard | "altered" | undefined> {
  const bytes = await callBytes(member.connection, "discard", { params: { handle } });
  const read = await readRecord(member, parseDiscardRecord(bytes));
  if (read === "altered" || read === undefined) return read;
  const [first] = read.statements;
  const { caseId, headHash } = parseDiscardStatement(first ?? new Uint8Array());
  const isSame =
    read.discard.handle === handle && sameBytes(caseId, about.caseId) && sameBytes(headHash, about.headHash);
  return isSame ? read : "altered";
}

/** Every step signed by who may, in its turn, on the day that it says; removed only after the grace. */
async function readRecord(
  { directories }: Member,
  { steps, removedOn, freedKiB }: DiscardRecord,
): Promise<ReadDiscard | "altered" | undefined> {
  const statements: Uint8Array[] = [];
  let discard: Discard | undefined;
  try {
    for (const { statement: bytes, signature, storedOn } of steps) {
      const statement = parseDiscardStatement(bytes);
      const directory = await directories.at(statement.directoryVersion, statement.directoryHash);
      const by = hex(statement.memberId);
      const signingKey = directory?.members.get(by)?.signingKey;
      const isRight =
        directory !== undefined &&
        signingKey !== undefined &&
        isSignedBy(signingKey, signature, bytes) &&
        faultOfStep(statements, statement, directory) === undefined &&
        isAboutDay(statement.day, storedOn, CLOCK_ERROR_SECONDS);
      if (!isRight) return "altered";
      statements.push(bytes);
      discard = withStep(discard, statement, { by, on: storedOn });
    }
  } catch (error) {
    if (error instanceof CryptoError) return "altered";
    throw error;
  }
  if (removedOn === undefined) return discard && { discard, statements };
  if (discard?.goesOn === undefined || removedOn < discard.goesOn) return "altered";
  return { discard: { ...discard, standing: "removed", removedOn, freedKiB }, statements };
}

function withStep(before: Discard | undefined, statement: DiscardStatement, taken: StepTaken): Discard {
  const { step, handle, caseId, channelId, reason } = statement;
  if (before === undefined || step === "propose")
    return {
      handle: handleText(handle),
      registerNumber: registerNumberOf(caseId),
      channelId: hex(channelId),
      standing: "proposed",
      proposed: taken,
      agreed: undefined,
      keptOn: undefined,
      goesOn: undefined,
      removedOn: undefined,
      freedKiB: 0,
      reason,
    };
  return step === "agree"
    ? { ...before, standing: "agreed", agreed: taken, goesOn: goesOn(taken.on) }
    : { ...before, standing: "kept", keptOn: taken.on, goesOn: undefined };
}

type StepToTake = Pick<DiscardStatement, "caseId" | "headHash" | "channelId"> & {
  readonly handle: string;
  readonly step: DiscardStep;
  readonly reason: Uint8Array;
};

/**
 * Signs the next step and sends it. Throws Refusal `alarm` where the record is not genuine, `two-members`, `changed`;
 * ApiError, of which `conflict` means that a colleague was quicker.
 */
export async function takeStep(
  member: Member,
  { handle, step, reason, ...about }: StepToTake,
  now = Date.now(),
): Promise<void> {
  const { connection, directories, id, signing } = member;
  const known = await fetchDiscard(member, handle, about);
  if (known === "altered") throw new Refusal("alarm");
  const statements = known?.statements ?? [];
  const newest = statements.at(-1);
  const { current } = directories;
  const statement: DiscardStatement = {
    ...about,
    step,
    handle: handleBytes(handle),
    previous: newest === undefined ? about.headHash : discardHashOf(newest),
    reason,
    directoryVersion: current.version,
    directoryHash: current.hash,
    memberId: fromHex(id),
    day: dayInUtc(now),
  };
  const fault = faultOfStep(statements, statement, current);
  if (fault !== undefined) throw new Refusal(fault === "members" ? "two-members" : "changed");
  const bytes: Bytes = encodeDiscardStatement(statement);
  const body = encodeSignedStep({ statement: bytes, signature: sign(signing, bytes) });
  await callBytes(connection, "putDiscardStep", { params: { handle }, body });
}
