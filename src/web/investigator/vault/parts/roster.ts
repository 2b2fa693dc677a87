/** Who is in the directory, and what is asked of the holders of the roots, for a page. */
import { CeremonyError } from "../../../../client/ceremony/refusal.ts";
import type { Change } from "../../../../client/ceremony/changes.ts";
import { type Request, shortNameOf } from "../../../../client/ceremony/request.ts";
import { readMemberFactors } from "../../../../client/account/factors.ts";
import { allSealing, isOwnEntry } from "../../../../client/member/entry/own-entry.ts";
import type { Member, Steward } from "../../../../client/member/entry/sign-in.ts";
import { fetchWaiting } from "../../../../client/office/own-keys.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import { readRoot } from "../../../../client/ceremony/root.ts";
import {
  changesOf,
  gatherSignatures,
  makeRequest,
  requestNext,
  stillTaken,
} from "../../../../client/office/requests.ts";
import { type Proposal, proposeStatement } from "../../../../client/office/statements.ts";
import type { Wish } from "../../../../client/office/wishes.ts";
import { hex } from "../../../../crypto/bytes.ts";
import { fingerprintOf } from "../../../../crypto/identity.ts";
import { isSteward } from "../../../../protocol/rules/casework.ts";
import { DAY_MS } from "../../../../protocol/encoding/day.ts";
import { DirectoryError, isActive } from "../../../../protocol/directory/directory.ts";
import { SEALING_KEY_DAYS } from "../../../../protocol/limits.ts";
import type { GatheredView, RequestView, RootView, RosterView, ToldChange, WaitingView } from "../messages/office.ts";
import { inWords } from "./in-words.ts";
import { orRefused } from "./failures.ts";
import type { VaultCalls } from "../messages/vault.ts";

export async function readRoster(member: Member): Promise<RosterView> {
  // What is ticked is asked of the newest, so that is what is shown.
  await member.directories.refresh();
  const { current } = member.directories;
  const roles = current.members.get(member.id)?.roles ?? [];
  const factors = new Map(isSteward(roles) ? (await readMemberFactors(member)).map((one) => [one.memberId, one]) : []);
  return {
    version: current.version,
    directoryExpires: current.expires,
    me: member.id,
    asksRoots: isSteward(roles),
    seesDays: roles.includes("administrator"),
    members: [...current.members.values()].map((one) => {
      const fingerprint = fingerprintOf(one.sealingKey ?? one.signingKey);
      const counted = factors.get(one.id);
      return {
        id: one.id,
        names: one.names,
        roles: one.roles,
        validUntil: one.validUntil,
        keyDueFrom: one.sealingKey === null ? undefined : one.validFrom + SEALING_KEY_DAYS * DAY_MS,
        isRemoved: one.removedIn !== null,
        isSuspended: one.isSuspended,
        words: inWords(fingerprint),
        hex: hex(fingerprint),
        factors: counted && { count: counted.codes + counted.passkeys, signedInOn: counted.signedInOn },
      };
    }),
    roots: { threshold: current.roots.threshold, keys: current.roots.keys.map(rootView) },
    stewards: current.stewards ?? undefined,
    channels: [...current.channels.values()],
    hasRecoveryKey: current.recoveryKey !== null,
  };
}

function rootView(key: Uint8Array): RootView {
  return { key: hex(key), words: inWords(fingerprintOf(key)) };
}

/** What waits of all members; what is none of theirs, or breaks a rule, is left out: no root would sign it. */
export async function readWaiting(member: Member): Promise<{ readonly waiting: readonly WaitingView[] }> {
  const { signed: before, now } = member.directories;
  const signedOf = (memberId: string, entry: MemberEntry | null): WaitingView["signed"] => {
    if (entry === null || entry.id !== memberId) return undefined;
    try {
      const made = makeRequest(before, [{ what: "entry", entry }], now);
      if ("faults" in made) return { entry, changes: [] };
      return { entry, changes: toldChanges(made.read.changes.filter(({ code }) => code !== "dates")) };
    } catch (error) {
      if (error instanceof CeremonyError || error instanceof DirectoryError) return undefined;
      throw error;
    }
  };
  const found = await fetchWaiting(member);
  return {
    waiting: found.map(({ memberId, roles, entry }) => ({
      memberId,
      wished: roles ?? undefined,
      signed: signedOf(memberId, entry),
    })),
  };
}

export function rootIn(file: Uint8Array): Promise<VaultCalls["readRoot"]["answer"]> {
  return orRefused(() => ({ root: rootView(readRoot(file)) }));
}

/** What the page shows of changes: each new key as the words that are read aloud to its owner. */
function toldChanges(changes: readonly Change[]): ToldChange[] {
  return changes.map(({ code, values, keys }) => ({
    code,
    values,
    keys: keys.map(({ use, key }) => ({ use, words: inWords(fingerprintOf(key)) })),
  }));
}

/** What a directory changes that waits for its first statement; undefined where the statement is on the one that holds. */
export function changesIn({ directories }: Steward, { directory }: Proposal): readonly ToldChange[] | undefined {
  if (directory === undefined) return undefined;
  return toldChanges(changesOf(directories.signed, directory.signed));
}

/** The line is shown by a device whose own keys stand in the request, bit for bit, and by no other (docs/protocol.md). */
function viewOf(request: Request, { id, signing, ...keys }: Member): RequestView {
  const { members } = request.directory;
  const own = members.get(id);
  const isOwn = isActive(own) && isOwnEntry(own, { signing, all: allSealing(keys) });
  return requestViewOf(request, isOwn);
}

/** `isOwn`: whether the own keys stand in it. */
export function requestViewOf(request: Request, isOwn: boolean): RequestView {
  return {
    name: shortNameOf(request),
    line: isOwn ? inWords(request.proposal) : undefined,
    people: [...request.directory.members.values()].filter(isActive).map(({ names }) => names),
    changes: toldChanges(request.changes),
  };
}

export function askRoots(member: Member, wishes: readonly Wish[]): Promise<VaultCalls["askRoots"]["answer"]> {
  return orRefused(async () => {
    const made = await requestNext(member, wishes);
    return "faults" in made ? made : { ...viewOf(made.read, member), file: made.file };
  });
}

export function gather(member: Member, files: readonly Uint8Array[]): Promise<VaultCalls["gather"]["answer"]> {
  return orRefused((): GatheredView => {
    const { directories } = member;
    const { request, counts, signed } = gatherSignatures(directories.current, files);
    return {
      ...viewOf(request, member),
      counts,
      isEnough: signed !== undefined,
      taken: stillTaken(directories.current, request.directory),
    };
  });
}

/** From the files themselves, looked at again: what is proposed is what root holders have signed. */
export function proposeDirectory(
  steward: Steward,
  { files, givenBack }: VaultCalls["proposeDirectory"]["ask"],
): Promise<VaultCalls["proposeDirectory"]["answer"]> {
  return orRefused(async () => {
    const { current } = steward.directories;
    const { request, signed } = gatherSignatures(current, files);
    if (signed === undefined) throw new CeremonyError("too-few-signatures");
    const taken = stillTaken(current, request.directory, givenBack);
    return { isPublished: await proposeStatement(steward, taken, signed) };
  });
}
