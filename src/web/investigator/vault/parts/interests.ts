/** Declared interests for a page: what is declared, and what of it a case names. */
import { ownInterests, readRegister } from "../../../../client/member/list/interests.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import type { InterestsView } from "../messages/vault.ts";

export async function readInterestsFor(member: Member): Promise<InterestsView> {
  const own = await ownInterests(member);
  const { members } = member.directories.current;
  const isLead = members.get(member.id)?.roles.includes("lead") === true;
  const register = isLead ? await readRegister(member) : undefined;
  return { own, register: register?.map((one) => ({ ...one, names: members.get(one.memberId)?.names ?? {} })) };
}
