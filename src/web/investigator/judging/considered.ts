/** A case as the rules for suggestions look at it. */
import { type Considered, standingSuggestions } from "../../../client/casework/suggestions.ts";
import type { Suggested } from "../../../protocol/suggestions.ts";
import type { CaseView, SignedIn } from "../vault/vault-messages.ts";

export function suggestionsIn(view: CaseView, member: SignedIn): Suggested[] {
  const { answers, conversation, records, casework } = view;
  const ofChannel = member.channels.find(({ id }) => id === view.row.channelId)?.deadlines ?? "";
  const profile = view.course.profile ?? ofChannel;
  const [told, readers] = [toldIn(view), readersIn(view)];
  return standingSuggestions({ answers, conversation, records, casework, told, profile, readers });
}

/** Names of those who read the case, by id: in each language that the directory has. */
export function readersIn({ recipients, names }: Pick<CaseView, "recipients" | "names">): Considered["readers"] {
  return Object.fromEntries(recipients.map((id) => [id, Object.values(names[id] ?? {})]));
}

/** UU 19/2019, pasal 11 */
const KPK_FROM_IDR = 1_000_000_000;

function toldIn({ answers }: CaseView): Considered["told"] {
  return {
    large: (answers.amountIDR ?? 0) >= KPK_FROM_IDR,
    official: false,
    vanishing: false,
    protection: false,
  };
}
