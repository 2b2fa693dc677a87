/** Declared interests for a page: what is declared, and what of it a case names. */
import { knownInterests, ownInterests, readRegister } from "../../../client/member/interests.ts";
import type { MemberCase } from "../../../client/member/member-case.ts";
import type { Member } from "../../../client/member/sign-in.ts";
import { matchInterests } from "../../../protocol/declared-interests.ts";
import type { CaseView, InterestsView } from "./vault-messages.ts";

export async function readInterestsFor(member: Member): Promise<InterestsView> {
  const own = await ownInterests(member);
  const { members } = member.directories.current;
  const isLead = members.get(member.id)?.roles.includes("lead") === true;
  const register = isLead ? await readRegister(member) : undefined;
  return { own, register: register?.map((one) => ({ ...one, names: members.get(one.memberId)?.names ?? {} })) };
}

/** Of the own interests those that the report names and about which this member has written nothing. Throws ApiError. */
export async function interestsIn(member: Member, { opened }: MemberCase): Promise<CaseView["interests"]> {
  // Asked for with the first case of a session.
  const { interests, alarm } = knownInterests(member) ?? (await ownInterests(member));
  const told = opened.casework.interests.filter(({ author }) => author === member.id);
  const matches = matchInterests(interests, opened.answers).filter(
    ({ interest }) => !told.some(({ record }) => record.interest === interest.id),
  );
  return { matches, alarm };
}
