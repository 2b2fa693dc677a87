/** A member as one who sends files. */
import { cellsOfMember } from "../../files/cells.ts";
import type { Writer } from "../../files/send-files.ts";
import { Refusal } from "../../refusal.ts";
import { openMemberCase } from "./member-case.ts";
import type { Member } from "../entry/sign-in.ts";

/** @param caseId as the list showed it: an answer about another case is refused */
export function memberOf(member: Member, handle: string, caseId: Uint8Array): Writer {
  return {
    cells: cellsOfMember(member.connection, handle, caseId),
    async open() {
      const memberCase = await openMemberCase(member, handle, { listed: caseId });
      if (!memberCase.opened.writable.conversation) throw new Refusal("alarm");
      return { prepare: memberCase.prepareAnswer };
    },
  };
}
