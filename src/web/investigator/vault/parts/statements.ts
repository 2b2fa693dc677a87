/** The directory and its stewards' statements for a page. */
import { isActive } from "../../../../protocol/directory/directory.ts";
import {
  confirmProposal,
  findProposals,
  isStatementDue,
  nameOfProposal,
  proposeStatement,
  readProposals,
  stewardsOf,
} from "../../../../client/office/statements.ts";
import type { Steward } from "../../../../client/member/entry/sign-in.ts";
import { changesIn } from "./roster.ts";
import type { StatementView } from "../messages/office.ts";

export async function readStatement(steward: Steward): Promise<StatementView> {
  const { proposals, invalid } = await readProposals(steward);
  // As it is now that they were read: they rest on the newest.
  const { current, lapse } = steward.directories;
  const stewards = stewardsOf(current);
  return {
    version: current.version,
    directoryExpires: current.expires,
    statedUntil: current.freshness?.expires,
    isDue: isStatementDue(steward.directories),
    isLapsed: lapse !== undefined,
    needed: current.stewards ?? 0,
    me: steward.id,
    members: [...current.members.values()].filter(isActive).map(({ id, names, roles, isSuspended }) => ({
      id,
      names,
      roles,
      isSuspended,
      isSteward: stewards.includes(id),
    })),
    channels: [...current.channels.values()].map(({ id, names, isClosed }) => ({ id, names, isClosed })),
    invalid,
    proposals: proposals.map((one) => ({
      name: nameOfProposal(one),
      expires: one.expires,
      publishes: one.directory?.read.version,
      changes: changesIn(steward, one),
      takes: one.takes,
      returns: one.returns,
      signers: one.signers,
      missing: one.missing,
    })),
  };
}

/** Signs what a colleague proposed, by its name; or proposes a statement that takes what is named. */
export async function signStatement(
  steward: Steward,
  what: { readonly proposal: string } | { readonly suspended: readonly string[]; readonly closed: readonly string[] },
): Promise<{ isPublished: boolean }> {
  if (!("proposal" in what)) return { isPublished: await proposeStatement(steward, what) };
  // Fetched and looked at again: the page names it, and what is signed are the bytes that were looked at here.
  const found = (await findProposals(steward)).find((one) => nameOfProposal(one) === what.proposal);
  return { isPublished: found !== undefined && (await confirmProposal(steward, found)) };
}
