import { type State, isIn, rulesOf } from "../../../protocol/rules/casework.ts";
import type { CaseView, SignedIn } from "../vault/messages/vault.ts";
import type { CaseWork } from "./case-work.ts";
import type { Draft } from "./drafts.ts";

/** An opened case, what is written into it and not sent yet, and the ways to write: what its screen and the boxes in it are given. */
export type OpenedCaseProps = {
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly draft: Draft;
  readonly onDraft: (change: Partial<Draft>) => void;
  readonly work: CaseWork;
};

/** Where this case may go: never to a question that nobody can read. */
export function movesOf({ state, burnt }: Pick<CaseView, "state" | "burnt">): readonly State[] {
  return rulesOf(state).moves.filter((to) => !(burnt && isIn("asking", to)));
}
