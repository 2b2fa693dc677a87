/**
 * Two cases that belong together: written into each, unless that would tell somebody of a case that is not theirs to
 * read (docs/decisions/0075).
 */
import { hex } from "../../../crypto/bytes.ts";
import type { LinkRelation } from "../../../protocol/records/link.ts";
import type { OpenedCase } from "../../casework/opened-case.ts";
import { Refusal } from "../../refusal.ts";
import type { MemberCase } from "./member-case.ts";

type Linked = Pick<MemberCase, "item" | "registerNumber" | "record"> & {
  readonly opened: Pick<OpenedCase, "casework">;
};

/**
 * @returns the cases into which it was written
 * @throws Refusal `link-tells` where each case has a reader who does not read the other; `reason-needed`; ApiError
 *   `conflict` when a colleague was quicker: what was written into the first case stands, and is not written again
 */
export async function linkCases<Case extends Linked>(
  one: Case,
  other: Case,
  { relation, reason }: { readonly relation: LinkRelation; readonly reason: string },
): Promise<readonly Case[]> {
  if (reason.trim() === "") throw new Refusal("reason-needed");
  if (one.registerNumber === other.registerNumber) throw new Refusal("changed");
  const sides = [
    [one, other],
    [other, one],
  ] as const;
  const untold = sides.filter(([into, about]) => relation === "none" || mayBeToldIn(into.opened, about.opened));
  if (untold.length === 0) throw new Refusal("link-tells");
  const written: Case[] = [];
  for (const [into, about] of untold) {
    const standing = into.opened.casework.links.find(({ registerNumber }) => registerNumber === about.registerNumber);
    if ((standing?.relation ?? "none") !== relation)
      await into.record({ kind: "link", case: hex(about.item.caseId), relation, reason });
    if (relation !== "none" || standing !== undefined) written.push(into);
  }
  return written;
}

/** Everybody who reads the one must read the other: else the record tells them that there is a case kept from them. */
function mayBeToldIn(into: Linked["opened"], about: Linked["opened"]): boolean {
  const reads = readersOf(about);
  return [...readersOf(into)].every((id) => reads.has(id));
}

/** By the signed grants and removals: whose entry has ended holds the keys still, and reads again once it is renewed. */
function readersOf({ casework }: Linked["opened"]): ReadonlySet<string> {
  return new Set(casework.readers.now);
}
