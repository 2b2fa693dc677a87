/** Where a case stands for its reporter: what is asked, since when, and which promises were kept. */
import { type DeadlineKind, isIn, rulesOf } from "../../protocol/casework.ts";
import type { Entry } from "../case/chain.ts";

/** What the case shows: its state, the team's messages, how many the reporter has written, when the report came. */
type Shown = {
  readonly state: string;
  readonly entries: readonly Entry[];
  readonly written: number;
  readonly arrivedOn: string;
};

export type Standing = {
  /** Day of the newest state that counts */
  readonly since: string;
  /** Something is asked, and nothing was written since */
  readonly asked: boolean;
  /** Days on which promises were kept, as far as they were */
  readonly kept: Readonly<Partial<Record<DeadlineKind, string | undefined>>>;
};

export function standingOf({ state, entries, written, arrivedOn }: Shown): Standing {
  // New keys are no answer.
  const believed = entries.filter(
    ({ effective, message }) => effective && message !== undefined && message.kind !== "epoch",
  );
  const newest = believed.findLast(({ message }) => message?.kind === "status");
  const verified = believed.find(({ message }) => message?.kind === "status" && rulesOf(message.state).verified);
  return {
    since: newest?.storedOn ?? arrivedOn,
    // The question names how much of the reporter's its author had seen.
    asked: isIn("asking", state) && written <= (newest?.acknowledged?.sequence ?? 0),
    kept: { "first-answer": believed[0]?.storedOn, verification: verified?.storedOn },
  };
}
