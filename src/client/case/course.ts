/** What has happened in a case, by days, as far as promises follow from it: told alike to the reporter and at the desk. */
import { isIn, rulesOf } from "../../protocol/rules/casework.ts";
import type { Announced, Course, Extension, Pause } from "../../protocol/rules/deadlines.ts";
import { isDay } from "../../protocol/encoding/day.ts";
import type { Entry } from "./chain.ts";

export type Told = {
  readonly arrivedOn: string;
  /** The team's messages, oldest first */
  readonly team: readonly Entry[];
  /** How many messages the reporter has written */
  readonly written: number;
  /** The day on which the server stored the reporter's message of that number; undefined where it is not known */
  readonly writtenOn: (sequence: number) => string | undefined;
};

/** Signed messages that count, and the days on which the server stored them. */
export function courseOf({ arrivedOn, team, written, writtenOn }: Told): Course {
  // New keys are no answer: nobody has said anything yet.
  const believed = team.filter(
    ({ effective, message }) => effective && message !== undefined && message.kind !== "epoch",
  );
  const statuses = believed.filter(({ message }) => message?.kind === "status");
  const firstIn = (fits: (state: string) => boolean): string | undefined =>
    statuses.find(({ message }) => message?.kind === "status" && fits(message.state))?.storedOn;
  const pauses = pausesIn(statuses, { written, writtenOn });
  const isOpen = pauses.at(-1)?.until === undefined ? pauses.at(-1) : undefined;
  return {
    days: {
      arrival: arrivedOn,
      answer: believed.find(isWord)?.storedOn,
      sorted: firstIn((state) => isIn("asking", state) || rulesOf(state).verified),
      verified: firstIn((state) => rulesOf(state).verified),
      decided: firstIn((state) => isIn("ended", state) || state === "referred"),
      question: isOpen?.from,
    },
    profile: believed.flatMap(({ message }) => (message?.kind === "profile" ? [message.profile] : [])).at(-1),
    pauses,
    extensions: believed.flatMap(extensionIn),
    announced: announcedIn(believed),
  };
}

/**
 * The reporter is asked from the status that says so until the reporter writes, or the case moves on. Who asks again after
 * an answer asks anew: a status of the same state begins another pause.
 */
function pausesIn(statuses: readonly Entry[], { written, writtenOn }: Pick<Told, "written" | "writtenOn">): Pause[] {
  return statuses.flatMap(({ message, storedOn, acknowledged }, at): Pause[] => {
    if (message?.kind !== "status" || !isIn("asking", message.state)) return [];
    // The question names how much of the reporter's its author had seen.
    const answer = (acknowledged?.sequence ?? 0) + 1;
    const next = statuses[at + 1]?.storedOn;
    const until = answer <= written ? (writtenOn(answer) ?? next ?? storedOn) : next;
    return [{ from: storedOn, until: next !== undefined && until !== undefined && next < until ? next : until }];
  });
}

function extensionIn({ message, storedOn }: Entry): Extension[] {
  if (message?.kind !== "promise" || !isDay(message.due)) return [];
  return [{ deadline: message.deadline, due: message.due, on: storedOn }];
}

/** A receipt is no word about the case. */
function isWord({ message }: Entry): boolean {
  return message?.kind !== "receipt";
}

/** A status may promise the next word; whatever the team writes next keeps it. */
function announcedIn(believed: readonly Entry[]): Announced[] {
  return believed.flatMap(({ message, storedOn }, at): Announced[] => {
    const due = message?.kind === "status" ? message.nextBy : undefined;
    if (due === undefined || !isDay(due)) return [];
    return [{ on: storedOn, due, keptOn: believed.slice(at + 1).find(isWord)?.storedOn }];
  });
}
