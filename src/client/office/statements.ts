/**
 * What stewards say of their directory: that it still holds, whom they suspend, which channels they close
 * (docs/protocol.md, "Freshness statements"). One proposes, others sign the very same.
 */
import { hex } from "../../crypto/bytes.ts";
import { API } from "../../protocol/api.ts";
import { isSteward } from "../../protocol/rules/casework.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import {
  type Directory,
  DirectoryError,
  type DirectoryErrorCode,
  type SignedDirectory,
  documentBytes,
  isActive,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import { checkDays, lookAt, nextStatement } from "../../protocol/directory/freshness.ts";
import { STATEMENT_ASKED_DAYS } from "../../protocol/limits.ts";
import {
  type SignedStatement,
  encodeStatement,
  signedStatement,
  statementBytes,
  statementHashOf,
} from "../../protocol/directory/statement.ts";
import { acceptDirectory } from "../../protocol/directory/trust.ts";
import { statementBy, statementDays } from "../directory/organisation.ts";
import { callJson } from "../line/http.ts";
import type { Steward } from "../member/entry/sign-in.ts";

/** What a statement takes beside what was taken before; ids. */
export type Taken = { readonly suspended: readonly string[]; readonly closed: readonly string[] };

const NOTHING: Taken = { suspended: [], closed: [] };

/** A statement that waits for further signatures, looked at by this client. */
export type Proposal = {
  readonly statement: SignedStatement;
  /** The next directory, where it is published with this statement; verified */
  readonly directory: { readonly signed: SignedDirectory; readonly read: Directory } | undefined;
  /** ms since 1970 */
  readonly expires: number;
  /** Beside what was taken before */
  readonly takes: Taken;
  /** With a new directory alone: who comes back and which channels open again, though nothing in it says so */
  readonly returns: Taken;
  /** Members whose signature counts */
  readonly signers: readonly string[];
  /** How many more are needed */
  readonly missing: number;
};

/** Whether this member is asked for a statement today: fewer days are left than somebody may be away. */
export function isStatementDue({ current, now }: Steward["directories"]): boolean {
  return current.freshness !== null && current.freshness.expires - now < STATEMENT_ASKED_DAYS * DAY_MS;
}

/** How many stewards could sign today: with fewer than the directory asks for nobody can, and it needs the roots. */
export function stewardsOf({ members }: Directory): string[] {
  return [...members.values()]
    .filter((member) => isActive(member) && !member.isSuspended && isSteward(member.roles))
    .map(({ id }) => id);
}

/** Those that may still be published; whatever breaks a rule is left out: nobody can sign it. Throws as `readProposals`. */
export async function findProposals(steward: Steward): Promise<Proposal[]> {
  return (await readProposals(steward)).proposals;
}

/**
 * Of the newest directory, with how many were left out that an honest server would not have taken: overtaken and lapsed ones
 * do not count. Throws ApiError, DirectoryError.
 */
export async function readProposals(
  steward: Steward,
): Promise<{ readonly proposals: Proposal[]; readonly invalid: number }> {
  // What rests on a directory that this session has not seen yet would look overtaken.
  await steward.directories.refresh();
  const answer = await callJson(steward.connection, "proposals", API.proposals.answer.json);
  const proposals: Proposal[] = [];
  let invalid = 0;
  for (const { statement, directory } of answer.proposals) {
    try {
      proposals.push(looked(steward, statement, directory));
    } catch (error) {
      if (!(error instanceof DirectoryError)) throw error;
      if (!OVERTAKEN.includes(error.code)) invalid++;
    }
  }
  return { proposals, invalid };
}

/** What was right becomes so when something else is published, or when a day has passed. */
const OVERTAKEN: readonly DirectoryErrorCode[] = [
  "other-directory",
  "statement-gap",
  "statement-lapsed",
  "statement-not-yet-valid",
  "gives-back",
  "rollback",
  "gap",
  "two-views",
  "expired",
  "not-yet-valid",
];

function looked({ directories }: Steward, statement: SignedStatement, signed: SignedDirectory | null): Proposal {
  const { trust, current, now } = directories;
  const look = { depth: "thorough", now, statement: "none-yet" } as const;
  const next = signed === null ? undefined : { signed, read: acceptDirectory(trust, [signed], look).directory };
  const directory = next?.read ?? current;
  const before = next === undefined ? current.freshness : null;
  const { document, signers, missing } = lookAt(directory, statement, undefined, 1);
  checkDays(document, now);
  const follows = nextStatement(directory, before, document);
  if (follows.sequence !== document.sequence || follows.previous !== document.previous)
    throw new DirectoryError("statement-gap");
  const newly = (ids: readonly string[], taken: readonly string[] = []) => ids.filter((id) => !taken.includes(id));
  // What is given back would stand in `follows` and not in the document.
  if (follows.suspended.length > document.suspended.length || follows.closed.length > document.closed.length)
    throw new DirectoryError("gives-back");
  const taken = current.freshness ?? NOTHING;
  return {
    statement,
    directory: next,
    expires: Date.parse(document.expires),
    takes: { suspended: newly(document.suspended, before?.suspended), closed: newly(document.closed, before?.closed) },
    returns:
      next === undefined
        ? NOTHING
        : {
            suspended: newly(taken.suspended, document.suspended).filter((id) => isActive(directory.members.get(id))),
            closed: newly(taken.closed, document.closed).filter((id) => directory.channels.has(id)),
          },
    signers,
    missing,
  };
}

/**
 * Says that the directory holds for 35 more days, less what is taken; or the first of a directory that roots have signed.
 * Throws DirectoryError, ApiError `conflict` where a colleague was quicker.
 *
 * @returns whether it is published: else somebody else has to sign it too
 */
export async function proposeStatement(
  steward: Steward,
  takes: Taken = NOTHING,
  next?: SignedDirectory,
): Promise<boolean> {
  const { current, now } = steward.directories;
  const directory = next === undefined ? current : parseDirectory(documentBytes(next));
  const before = next === undefined ? current.freshness : null;
  const document = nextStatement(directory, before, { ...statementDays(now), ...takes });
  return handIn(steward, signedStatement(encodeStatement(document), []), next ?? null);
}

/** Signs what a colleague proposed: the very same bytes. Throws as `proposeStatement`. */
export function confirmProposal(steward: Steward, { statement, directory }: Proposal): Promise<boolean> {
  return handIn(steward, statement, directory?.signed ?? null);
}

async function handIn(
  steward: Steward,
  statement: SignedStatement,
  directory: SignedDirectory | null,
): Promise<boolean> {
  const { connection, directories } = steward;
  const own = statementBy(steward, statementBytes(statement));
  // Looked at as everybody will: what breaks a rule is not signed.
  looked(steward, own, directory);
  const { isPublished } = await callJson(connection, "propose", API.propose.answer.json, {
    body: { statement: own, directory },
  });
  if (isPublished) await directories.refresh();
  return isPublished;
}

/** Names this proposal among others, for the page. */
export function nameOfProposal({ statement }: Proposal): string {
  return hex(statementHashOf(statementBytes(statement)));
}
