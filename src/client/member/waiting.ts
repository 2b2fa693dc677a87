/** What waits for a member: cases that a colleague gave, and cases whose keys changed since they were proved last. */
import { hex, sameBytes } from "../../crypto/bytes.ts";
import { inspectHead } from "../../crypto/envelope.ts";
import { CryptoError, unlessRefused } from "../../crypto/errors.ts";
import { openEpoch } from "../../crypto/secret/epoch.ts";
import { openGrant } from "../../crypto/secret/grant.ts";
import { openHeadWith } from "../../crypto/secret/open.ts";
import { deriveAccessKeyPair } from "../../crypto/secret/seal.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import type { Wrap } from "../../crypto/secret/wrap.ts";
import { handleText } from "../../protocol/frames.ts";
import {
  type GrantsPage,
  type SignedRemoval,
  parseEpochs,
  parseGrants,
  parseRemovalStatement,
  parseRemovals,
} from "../../protocol/readers.ts";
import { callBytes } from "../line/http.ts";
import { MOST_PAGES, allPages, nextHandle } from "../line/paging.ts";
import { type ToProve, proveAccess } from "./access.ts";
import type { Member } from "./sign-in.ts";

export type CaughtUp = {
  /** Handles of cases that are open to this member again, or for the first time */
  readonly proved: ReadonlySet<string>;
  /** First wraps of those that were given; opening them checks who gave them */
  readonly given: ReadonlyMap<string, { readonly caseId: Uint8Array; readonly wrap: Wrap }>;
};

/** Opens what waits, as far as it opens here, and proves it. */
export async function catchUp(member: Member): Promise<CaughtUp> {
  const { connection, sealing } = member;
  const given = new Map<string, { readonly caseId: Uint8Array; readonly wrap: Wrap }>();
  const toProve: ToProve[] = [];
  const grants = async (after: string | undefined) =>
    parseGrants(await callBytes(connection, "grants", { query: { after } }));
  for await (const page of allPages(MOST_PAGES.waiting, grants, nextHandle)) {
    for (const grant of page.grants) {
      const opened = unlessRefused(() => openGiven(member, grant));
      if (opened === undefined) continue;
      const handle = handleText(grant.handle);
      given.set(handle, opened);
      const { contentKey, teamSecret, epoch } = opened.wrap;
      const keys = deriveAccessKeyPair(epoch === 0 ? contentKey : teamSecret);
      toProve.push({ handle, caseId: opened.caseId, epoch, keys });
    }
  }
  const proved = new Set(await proveAccess(member, toProve));
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
      if (read !== undefined) found.push(read);
    }
  }
  return found;
}

async function readRemoval(
  { directories, id }: Member,
  { statement: bytes, signature }: SignedRemoval,
): Promise<TakenOut | undefined> {
  const statement = unlessRefused(() => parseRemovalStatement(bytes));
  if (statement === undefined) return undefined;
  const directory = await directories.at(statement.directoryVersion, statement.directoryHash);
  const by = hex(statement.memberId);
  const signer = directory?.members.get(by);
  const isRight =
    statement.removed.some((one) => hex(one) === id) &&
    signer?.removedIn === null &&
    isSignedBy(signer.signingKey, signature, bytes);
  return isRight ? { handle: handleText(statement.handle), by } : undefined;
}
