/**
 * The quiet refresh: opens the cases that are new or have changed, so that the list can say what is in them. Nothing
 * that a member was not shown counts as shown by it.
 */
import { CryptoError } from "../../../crypto/errors.ts";
import type { ListedCase } from "../list/cases.ts";
import { recallInterests } from "../list/interests.ts";
import { type MemberCase, openMemberCase } from "./member-case.ts";
import type { Member } from "../entry/sign-in.ts";

/** Cases one after the other; one that does not open stays as it is listed. Throws ApiError. */
export async function refreshCases(
  member: Member,
  cases: readonly Pick<ListedCase, "handle" | "caseId">[],
  onOpened: (opened: MemberCase) => void,
  signal: AbortSignal,
): Promise<void> {
  if (cases.length > 0) await recallInterests(member);
  for (const { handle, caseId } of cases) {
    if (signal.aborted) return;
    try {
      onOpened(await openMemberCase(member, handle, { listed: caseId, quietly: true }));
    } catch (error) {
      // What is altered is said when somebody opens it; the others are not to wait for it.
      if (!(error instanceof CryptoError)) throw error;
    }
  }
}
