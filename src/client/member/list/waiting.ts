/** What waits for a member: cases that a colleague gave, and cases whose keys changed since they were proved last. */
import { hex, sameBytes } from "../../../crypto/bytes.ts";
import { inspectHead } from "../../../crypto/envelope.ts";
import { CryptoError, unlessRefused } from "../../../crypto/errors.ts";
import { openEpoch } from "../../../crypto/secret/epoch.ts";
import { openGrant } from "../../../crypto/secret/grant.ts";
import type { SealingKeyPair } from "../../../crypto/secret/keys.ts";
import { openHeadWith } from "../../../crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../../crypto/secret/seal.ts";
import { isSignedBy } from "../../../crypto/sodium.ts";
import type { Wrap } from "../../../crypto/secret/wrap.ts";
import { handleText } from "../../../protocol/frames.ts";
import {
  type GrantsPage,
  type RemovalStatement,
  type SignedRemoval,
  parseEpochs,
  parseGrants,
  parseRemovalStatement,
  parseRemovals,
} from "../../../protocol/readers.ts";
import { GRANTS_A_CASE, WAITING_PAGE } from "../../../protocol/limits.ts";
import type { Begun } from "../../casework/readers.ts";
import { callBytes } from "../../line/http.ts";
import { MOST_PAGES, allPages, nextHandle } from "../../line/paging.ts";
import { type ToProve, proveAccess } from "./access.ts";
import type { Member } from "../entry/sign-in.ts";

export type CaughtUp = {
  /** Handles of cases that are open to this member again, or for the first time */
  readonly proved: ReadonlySet<string>;
  /** First wraps of those that were given, for who has none; opening them checks who gave them */
  readonly given: ReadonlyMap<string, Given>;
};

type Given = { readonly caseId: Uint8Array; readonly wrap: Wrap };

/** Opens what waits, as far as it opens here, and proves it; by the own keys, or also by one that was put together. */
export async function catchUp(member: Member, sealing: readonly SealingKeyPair[] = member.sealing): Promise<CaughtUp> {
  const { connection } = member;
  const { proved, given } = await proveGiven(member);
  const behind: ToProve[] = [];
  const epochs = async (after: string | undefined) =>
    parseEpochs(await callBytes(connection, "epochs", { query: { after } }));
  for await (const page of allPages(MOST_PAGES.waiting, epochs, nextHandle)) {
    for (const { handle, part } of page.epochs) {
      const teamSecret = unlessRefused(() => openEpoch(part, sealing));
      if (teamSecret === undefined) continue;
      const { caseId, epoch } = part;
      behind.push({ handle: handleText(handle), caseId, epoch, keys: deriveAccessKeyPair(teamSecret) });
    }
  }
  for (const handle of await proveAccess(member, behind)) proved.add(handle);
  return { proved, given };
}

/**
 * Several colleagues may have given one case, and one of them what does not open: each is tried until one proves it, the
 * newest first. Whoever gives in vain so hides no other.
 */
async function proveGiven(
  member: Member,
): Promise<{ readonly proved: Set<string>; readonly given: Map<string, Given> }> {
  const proved = new Set<string>();
  const given = new Map<string, Given>();
  const fetch = async (after: string | undefined) =>
    parseGrants(await callBytes(member.connection, "grants", { query: { after } }));
  for await (const page of allPages(MOST_PAGES.waiting, fetch, nextHandle)) {
    const waiting = new Map<string, Given[]>();
    for (const grant of page.grants) {
      const opened = unlessRefused(() => openGiven(member, grant));
      const handle = handleText(grant.handle);
      if (opened !== undefined) waiting.set(handle, [...(waiting.get(handle) ?? []), opened].slice(0, GRANTS_A_CASE));
    }
    for (let at = 0; at < GRANTS_A_CASE; at++) {
      const next = [...waiting].flatMap(([handle, all]) => {
        const one = proved.has(handle) ? undefined : all[at];
        return one === undefined ? [] : [{ handle, one }];
      });
      const now = await proveAccess(member, next.map(toProve));
      for (const handle of now) proved.add(handle);
      // Of an older epoch any is as good: the newest one's keys come with its open part.
      for (const { handle, one } of next) if (at === 0 || now.has(handle)) given.set(handle, one);
    }
  }
  return { proved, given };
}

function toProve({ handle, one: { caseId, wrap } }: { readonly handle: string; readonly one: Given }): ToProve {
  const { contentKey, teamSecret, epoch } = wrap;
  return { handle, caseId, epoch, keys: deriveAccessKeyPair(epoch === 0 ? contentKey : teamSecret) };
}

function openGiven({ sealing }: Member, { head: bytes, part }: GrantsPage["grants"][number]) {
  const { caseId, headHash, epoch } = part;
  if (!sameBytes(inspectHead(bytes, { kind: "report", caseId }).headHash, headHash)) throw new CryptoError("altered");
  const { contentKey, teamSecret } = openGrant(part, sealing);
  const { binding } = openHeadWith(bytes, { kind: "report", caseId }, contentKey);
  const nothing = { sequence: 0, hash: headHash };
  const seen = { reporter: nothing, team: nothing, internal: nothing };
  return { caseId, wrap: { contentKey, headHash, binding, threadKey: undefined, epoch, teamSecret, seen } };
}

export type TakenOut = { readonly handle: string; readonly by: string };

/** Cases out of which a colleague took this member, by that colleague's signature. What nobody fit signed is left out. */
export async function listTakenOut(member: Member): Promise<TakenOut[]> {
  const found: TakenOut[] = [];
  const fetch = async (after: string | undefined) =>
    parseRemovals(await callBytes(member.connection, "removals", { query: { after } }));
  for await (const { removals } of allPages(MOST_PAGES.waiting, fetch, nextHandle)) {
    for (const removal of removals) {
      const read = await readRemoval(member, removal);
      if (read?.removed.includes(member.id) === true)
        found.push({ handle: handleText(read.statement.handle), by: read.by });
    }
  }
  return found;
}

/** As a member who might sign it has signed it. */
async function readRemoval(
  { directories }: Pick<Member, "directories">,
  { statement: bytes, signature }: SignedRemoval,
): Promise<
  { readonly statement: RemovalStatement; readonly removed: readonly string[]; readonly by: string } | undefined
> {
  const statement = unlessRefused(() => parseRemovalStatement(bytes));
  if (statement === undefined) return undefined;
  const directory = await directories.at(statement.directoryVersion, statement.directoryHash);
  const by = hex(statement.memberId);
  const signer = directory?.members.get(by);
  const isRight = signer?.removedIn === null && isSignedBy(signer.signingKey, signature, bytes);
  return isRight ? { statement, removed: statement.removed.map(hex), by } : undefined;
}

/**
 * Whether the server was told to shut out just those whom the records of the case take out: it acts on statements that it
 * can read, and a member could sign for it other names than the team is shown. The oldest of very many are not compared.
 */
export async function agreesWithServer(
  member: Pick<Member, "connection" | "directories">,
  { handle, caseId }: { readonly handle: string; readonly caseId: Uint8Array },
  begun: readonly Begun[],
): Promise<boolean> {
  const { removals } = parseRemovals(await callBytes(member.connection, "caseRemovals", { params: { handle } }));
  const told = await Promise.all(removals.map(async (removal) => readRemoval(member, removal)));
  const compared = begun.toReversed().slice(0, WAITING_PAGE);
  return compared.every(({ epoch, by, removed }) => {
    const one = told.find((other) => other?.statement.epoch === epoch);
    return (
      one?.by === by && sameBytes(one.statement.caseId, caseId) && one.removed.join() === removed.toSorted().join()
    );
  });
}
