/** What the server's columns let one think of a case, where the signed messages are not at hand. */
import { isIn, rulesOf } from "./casework.ts";
import type { Course } from "./deadlines.ts";

type Columns = {
  readonly arrivedOn: string;
  readonly state: string;
  readonly stateOn: string;
  /** The day of the team's first message, or any day where only their number is known */
  readonly answeredOn: string | undefined;
  /** The day of the reporter's newest message, where it is known */
  readonly writtenOn?: string | undefined;
};

/** Of what came before the present state there is no column: pauses that are over, promises put off, another profile. */
export function courseByColumns({ arrivedOn, state, stateOn, answeredOn, writtenOn = "" }: Columns): Course {
  const isAsking = isIn("asking", state);
  const until = writtenOn > stateOn ? writtenOn : undefined;
  const since = (fits: boolean): string | undefined => (fits ? stateOn : undefined);
  const { verified } = rulesOf(state);
  return {
    days: {
      arrival: arrivedOn,
      answer: answeredOn ?? since(isAsking),
      sorted: since(verified || isAsking),
      verified: since(verified),
      decided: since(isIn("ended", state) || state === "referred"),
      question: since(isAsking && until === undefined),
    },
    profile: undefined,
    pauses: isAsking ? [{ from: stateOn, until }] : [],
    extensions: [],
    announced: [],
  };
}
