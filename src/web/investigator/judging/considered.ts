/** A case as the rules for suggestions look at it. */
import { type Considered, standingSuggestions } from "../../../client/casework/suggestions.ts";
import type { Suggested } from "../../../protocol/rules/suggestions.ts";
import type { CaseView, SignedIn } from "../vault/messages/vault.ts";

export function suggestionsIn(view: CaseView, member: SignedIn, kpkFromIDR: number): Suggested[] {
  const { answers, conversation, records, casework } = view;
  const profile = profileIn(view, member);
  return standingSuggestions({
    answers,
    conversation,
    records,
    casework,
    kpkFromIDR,
    profile,
    readers: readersIn(view),
  });
}

/** Names of those who read the case now, by id: in each language that the directory has. */
export function readersIn({ casework, names }: Pick<CaseView, "casework" | "names">): Considered["readers"] {
  return Object.fromEntries(casework.readers.now.map((id) => [id, Object.values(names[id] ?? {})]));
}

/** Name of the deadline profile that holds: what the reporter was told last, else the channel's. */
export function profileIn({ course, row }: CaseView, { channels }: SignedIn): string {
  return course.profile ?? channels.find(({ id }) => id === row.channelId)?.deadlines ?? "";
}
