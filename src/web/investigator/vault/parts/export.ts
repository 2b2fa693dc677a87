/** Signing what leaves the office: the vault says itself who signs, under which directory and by which record. */
import { signExport } from "../../../../client/case-file/signing.ts";
import { ofKind } from "../../../../client/casework/recorded.ts";
import { detailsOf, proveCase } from "../../../../client/member/case/case-proof.ts";
import type { MemberCase } from "../../../../client/member/case/member-case.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import type { ExportCalls } from "../messages/export.ts";

export async function signCaseExport(
  member: Member,
  file: MemberCase,
  order: ExportCalls["signExport"]["ask"]["order"],
): Promise<ExportCalls["signExport"]["answer"]> {
  return { entries: signExport(member, { ...order, record: await ownRecordIn(file, member) }) };
}

export async function proveCaseExport(
  member: Member,
  file: MemberCase,
  { reporter }: ExportCalls["proveCase"]["ask"],
): Promise<ExportCalls["proveCase"]["answer"]> {
  return { proved: await proveCase(member, file, { part: reporter, record: await ownRecordIn(file, member) }) };
}

/** First it is written down, then it is made. */
async function ownRecordIn({ opened, handle }: MemberCase, member: Member): Promise<string> {
  const files = ofKind(opened.records, "export").filter(({ record }) => record.form === "case-file");
  const own = files.findLast(({ author }) => author === member.id);
  if (own === undefined) throw new Error("no record of an export");
  return detailsOf(member, handle, own.sequence);
}
