/** The recovery key for a page: its rehearsals, those who bring parts of it, and the one pass in which it is whole. */
import { listedRecovery, readRecovery as readPublished } from "../../../../client/ceremony/recovery.ts";
import {
  type RecoveryCall,
  encodeCall,
  forget,
  makeCall,
  openParts,
  receivedOf,
} from "../../../../client/ceremony/recovery-call.ts";
import { CeremonyError } from "../../../../client/ceremony/refusal.ts";
import { encodeChallenge, makeChallenge, readAnswer } from "../../../../client/ceremony/rehearsal.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { putAttested, readRecoveryStanding } from "../../../../client/office/recovery-records.ts";
import { type Recovered, recoverAll } from "../../../../client/office/recovering.ts";
import { fingerprintOf } from "../../../../crypto/identity.ts";
import { fromBase64url, toBase64url } from "../../../../protocol/encoding/base64url.ts";
import { isSteward, mayRead } from "../../../../protocol/rules/casework.ts";
import type { ListedRecovery } from "../../../../protocol/directory/directory.ts";
import type { RecoveryKeyView, RecoveryView } from "../messages/recovery.ts";
import { inWords } from "./in-words.ts";
import { failureOf, orRefused } from "./failures.ts";
import type { RecoveredView, VaultCalls } from "../messages/vault.ts";

function keyViewOf({ publicKey, threshold, shares, attestationKey }: ListedRecovery): RecoveryKeyView {
  return {
    words: inWords(fingerprintOf(fromBase64url(publicKey))),
    threshold,
    total: shares.length,
    attests: attestationKey !== undefined,
  };
}

export async function readRecovery(member: Member, today: string): Promise<RecoveryView> {
  const { recovery, records, rehearsedOn, openedOn, due } = await readRecoveryStanding(member, today);
  const { members } = member.directories.current;
  const own = members.get(member.id);
  const roles = own?.roles ?? [];
  return {
    key: recovery === null ? undefined : keyViewOf(recovery),
    due,
    rehearsedOn,
    openedOn,
    records: records.map(({ use, day, member: id }) => ({ use, day, names: members.get(id)?.names ?? {} })),
    asksRoots: isSteward(roles),
    mayRecover: recovery !== null && mayRead(roles),
  };
}

/** That of the newest directory. Throws CeremonyError `other-recovery` where there is none. */
function currentOf({ directories }: Member): ListedRecovery {
  const { recovery } = directories.current;
  if (recovery === null) throw new CeremonyError("other-recovery");
  return recovery;
}

export function challengeFor(member: Member, today: string): { readonly file: Uint8Array } {
  return { file: encodeChallenge(makeChallenge(currentOf(member), today)) };
}

export function bringAnswer(member: Member, file: Uint8Array): Promise<VaultCalls["bringAnswer"]["answer"]> {
  return orRefused(async () => {
    const answer = readAnswer(file);
    if (answer.use !== "rehearsed") throw new CeremonyError("malformed");
    await putAttested(member, answer);
    return { on: answer.day };
  });
}

type OfKey = VaultCalls["callForParts"]["ask"];

/** The same for the same member and key: what was sealed for it before a lock serves after it. */
function callOf(member: Member, { earlier }: OfKey): RecoveryCall {
  const { members } = member.directories.current;
  const recovery = earlier === undefined ? currentOf(member) : listedRecovery(readPublished(earlier));
  const [key] = member.sealing;
  if (key === undefined) throw new CeremonyError("other-call");
  const names = members.get(member.id)?.names ?? {};
  return makeCall(recovery, { id: member.id, names, sealingKey: toBase64url(key.publicKey) });
}

export function callForParts(member: Member, asked: OfKey): Promise<VaultCalls["callForParts"]["answer"]> {
  return orRefused(() => {
    const call = callOf(member, asked);
    return { file: encodeCall(call), line: inWords(call.line), key: keyViewOf(call.recovery) };
  });
}

export function readParts(
  member: Member,
  { files, ...of }: VaultCalls["readParts"]["ask"],
): Promise<VaultCalls["readParts"]["answer"]> {
  return orRefused(() => {
    const call = callOf(member, of);
    const parts = openParts(files, call, member.sealing);
    forget(parts);
    return { received: receivedOf(parts, call) };
  });
}

export function recoverCases(
  member: Member,
  { files, reason, today, ...of }: VaultCalls["recoverCases"]["ask"],
  { signal, tell }: { signal: AbortSignal; tell: (told: VaultCalls["recoverCases"]["progress"]) => void },
): Promise<VaultCalls["recoverCases"]["answer"]> {
  return orRefused(async () => {
    await member.directories.refresh();
    const call = callOf(member, of);
    const parts = openParts(files, call, member.sealing);
    for await (const told of recoverAll(member, call, parts, { reason, today }, signal))
      tell("recovered" in told ? { recovered: viewOf(member, told.recovered) } : told);
    return {};
  });
}

function viewOf({ directories }: Member, { error, ...recovered }: Recovered): RecoveredView {
  const { handle, registerNumber, did, given, notGiven, keptOut } = recovered;
  const namesOf = (id: string) => directories.current.members.get(id)?.names ?? {};
  const toldOf = (why: unknown) => (why === undefined ? undefined : failureOf(why));
  return {
    handle,
    registerNumber,
    did,
    given: given.map(namesOf),
    notGiven: notGiven.map(({ id, why, error: of }) => ({ names: namesOf(id), why, failure: toldOf(of) })),
    keptOut: keptOut.map(namesOf),
    failure: toldOf(error),
  };
}

export function readNewRecovery(file: Uint8Array): Promise<VaultCalls["readNewRecovery"]["answer"]> {
  return orRefused(() => {
    const recovery = listedRecovery(readPublished(file));
    return { recovery, key: keyViewOf(recovery) };
  });
}
