/** Where a case stands for its reporter: what is asked, since when, and what the promises follow from. */
import { isIn } from "../../protocol/rules/casework.ts";
import type { Course } from "../../protocol/rules/deadlines.ts";
import type { Entry } from "../case/chain.ts";
import { courseOf } from "../case/course.ts";

/** What the case shows: its state, the team's messages, how many the reporter has written and when, when the report came. */
type Shown = {
  readonly state: string;
  readonly entries: readonly Entry[];
  readonly written: number;
  readonly writtenOn: readonly string[];
  readonly arrivedOn: string;
};

export type Standing = {
  /** Day of the newest state that counts */
  readonly since: string;
  /** Something is asked, and nothing was written since */
  readonly asked: boolean;
  readonly course: Course;
};

export function standingOf({ state, entries, written, writtenOn, arrivedOn }: Shown): Standing {
  const believed = entries.filter(({ effective, message }) => effective && message !== undefined);
  const newest = believed.findLast(({ message }) => message?.kind === "status");
  return {
    since: newest?.storedOn ?? arrivedOn,
    // The question names how much of the reporter's its author had seen.
    asked: isIn("asking", state) && written <= (newest?.acknowledged?.sequence ?? 0),
    course: courseOf({
      arrivedOn,
      team: entries,
      written,
      // The days of the newest are known: the last of them is that of the last message.
      writtenOn: (sequence) => writtenOn[sequence - 1 - (written - writtenOn.length)],
    }),
  };
}
