/** What is said of a rule, signed upon what was looked at. */
import type { RuleOrder } from "../../../client/member/office-law.ts";
import type { LawView } from "../vault/messages/law.ts";
import { type Ask, pageFailureOf } from "../vault/vault-client.ts";

/** Where a colleague was quicker nothing is saved, and the view is theirs, to save upon next. Rejects as asking does. */
export async function signRule(
  ask: Ask,
  order: RuleOrder,
): Promise<{ readonly isSaved: boolean; readonly view: LawView }> {
  try {
    return { isSaved: true, view: await ask("sayOfRule", order) };
  } catch (error) {
    const failure = pageFailureOf(error);
    if (failure.kind !== "refusal" || failure.code !== "changed") throw error;
    return { isSaved: false, view: await ask("readLaw", {}) };
  }
}
