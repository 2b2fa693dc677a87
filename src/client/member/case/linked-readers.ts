/** Who is given a case reads its links, those taken back too: so they must read the cases that these name (decision 0075). */
import { fromHex, hex } from "../../../crypto/bytes.ts";
import { registerNumberOf } from "../../../crypto/identity.ts";
import type { OpenedCase } from "../../casework/opened-case.ts";
import { ofKind } from "../../casework/recorded.ts";
import { MOST_PAGES, allPages } from "../../line/paging.ts";
import { Refusal } from "../../refusal.ts";
import { listCases } from "../list/cases.ts";
import { listDiscards } from "../list/discards.ts";
import { readCase } from "./read-case.ts";
import type { Member } from "../entry/sign-in.ts";

/**
 * Of a case that is not listed nobody can say who reads it: whoever was taken out of it asks a colleague who reads both.
 * One that two members have removed is there for nobody. Throws Refusal `linked-case`; ApiError.
 */
export async function checkLinkedReaders(
  member: Member,
  { records }: Pick<OpenedCase, "records">,
  to: string,
): Promise<void> {
  const named = new Set(ofKind(records, "link").map(({ record }) => record.case));
  if (named.size === 0) return;
  const fetch = (after: string | undefined) => listCases(member, after);
  for await (const { cases } of allPages(MOST_PAGES.cases, fetch, ({ next }) => next)) {
    for (const { handle, caseId } of cases.filter((one) => named.has(hex(one.caseId)))) {
      const { opened } = await readCase(member, handle, { listed: caseId });
      if (!opened.casework.readers.now.includes(to)) throw new Refusal("linked-case");
      named.delete(hex(caseId));
    }
  }
  if (named.size === 0) return;
  const { discards } = await listDiscards(member);
  const gone = new Set(discards.flatMap((one) => (one.standing === "removed" ? [one.registerNumber] : [])));
  if (![...named].every((id) => gone.has(registerNumberOf(fromHex(id))))) throw new Refusal("linked-case");
}
