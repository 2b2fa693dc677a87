/** Work on listed cases for a page, each with how it ended; and who may do it. */
import { type ListedWork, openQuietly, workOnListed } from "../../../../client/member/case/listed-work.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { Refusal } from "../../../../client/refusal.ts";
import { isCaseworker } from "../../../../protocol/rules/casework.ts";
import { isValidAt } from "../../../../protocol/directory/validity.ts";
import { openedRow } from "./case-views.ts";
import { failureOf } from "./failures.ts";
import type { Colleague, ListedResult } from "../messages/vault.ts";

/** Never throws: what fails for one case stops none of the others. */
export async function tryOnListed(
  member: Member,
  of: { readonly handle: string; readonly caseId: Uint8Array | undefined },
  work: ListedWork,
): Promise<ListedResult> {
  const { handle } = of;
  try {
    const { opened, undo } = await workOnListed(member, of, work);
    return { handle, row: openedRow(opened), undo, failure: undefined };
  } catch (error) {
    // What stood in the way is shown, where it can be seen.
    const opened = error instanceof Refusal ? await openQuietly(member, of).catch(() => undefined) : undefined;
    return { handle, row: opened && openedRow(opened), undo: undefined, failure: failureOf(error) };
  }
}

/** Whoever is sealed to today. */
export function colleaguesOf({ current: { members, channels }, now }: Member["directories"]): Colleague[] {
  return [...members.values()]
    .filter((member) => isCaseworker(member.roles) && isValidAt(member, now))
    .map(({ id, names, roles }) => ({
      id,
      names,
      isLead: roles.includes("lead"),
      channels: [...channels.values()].filter(({ recipients }) => recipients.includes(id)).map((one) => one.id),
    }))
    .filter((one) => one.channels.length > 0);
}
