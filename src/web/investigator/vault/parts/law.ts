/** What the office says of rules of law, for a page. */
import { openOfficeDocument } from "../../../../client/member/document-trail.ts";
import { newestRead } from "../../../../client/member/office-documents.ts";
import { type LawDocument, readLaw, sayOfRule } from "../../../../client/member/office-law.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import type { LawCalls, LawView } from "../messages/law.ts";

export async function readLawFor(
  member: Member,
  { byTrail = false }: LawCalls["readLaw"]["ask"] = {},
): Promise<LawView> {
  return viewOf(member, byTrail ? await openOfficeDocument(member, "law") : await readLaw(member));
}

export async function sayOfRuleFor(member: Member, ask: LawCalls["sayOfRule"]["ask"]): Promise<LawView> {
  return viewOf(member, await sayOfRule(member, ask));
}

async function viewOf(member: Member, found: LawDocument): Promise<LawView> {
  const { version, author, alarm } = found;
  const names = author === undefined ? undefined : member.directories.current.members.get(author)?.names;
  const read = await newestRead(member, found);
  return { version, rules: read?.content.rules ?? [], author: names, alarm, read: read?.version };
}
