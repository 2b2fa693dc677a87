/** What was promised in a case and by when, as the pages show it. */
import {
  type Course,
  type Promised,
  daysLeft,
  isMissed,
  promisesOf,
  stepsOf,
  unitLeft,
  wasPutOffLate,
} from "../../protocol/rules/deadlines.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { DEADLINE_NAMES } from "../../words/glossary.ts";
import { bold, print } from "../speech/print.ts";
import { DEADLINES } from "../speech/words.ts";
import type { CommandCall } from "./command.ts";

type About = {
  readonly course: Course;
  /** Hexadecimal; undefined where it cannot be believed */
  readonly channelId: string | undefined;
  readonly directory: Directory;
};

function promisesIn({ course, channelId, directory }: About, { office, today }: CommandCall): Promised[] {
  const channel = channelId === undefined ? undefined : directory.channels.get(channelId);
  const steps = stepsOf(office.profiles, course.profile ?? channel?.deadlines ?? "");
  return promisesOf(steps, course, { daysOff: office.daysOff, today: today() });
}

export function printDeadlines(about: About, call: CommandCall): void {
  const promises = promisesIn(about, call);
  if (promises.length === 0) return;
  print(bold(call.say(DEADLINES.title)));
  for (const promise of promises) print(`  ${lineOf(promise, call)}`);
}

function lineOf(promise: Promised, call: CommandCall): string {
  const { say, day } = call;
  const { kind, step, first, extension } = promise;
  const parts = [`${say(DEADLINE_NAMES[kind])}: ${standingOf(promise, call)}`];
  if (extension !== undefined) {
    const words = wasPutOffLate(promise) ? DEADLINES.putOffLate : DEADLINES.putOff;
    parts.push(say(words, { first: day(first), on: day(extension.on) }));
  }
  if (step !== undefined)
    parts.push(say(step.confirmed ? DEADLINES.source : DEADLINES.unconfirmed, { source: step.source }));
  return parts.join("; ");
}

function standingOf(promise: Promised, { say, day, today, office }: CommandCall): string {
  const { step, due, keptOn, pausedSince } = promise;
  const on = { day: day(due) };
  if (keptOn !== undefined)
    return say(isMissed(promise, today()) ? DEADLINES.late : DEADLINES.kept, { ...on, kept: day(keptOn) });
  if (pausedSince !== undefined) return say(DEADLINES.paused, { day: day(pausedSince) });
  const unit = unitLeft(step?.unit);
  const left = daysLeft(today(), due, unit, office.daysOff);
  return say(DEADLINES[unit][left < 0 ? "past" : "left"], { ...on, n: Math.abs(left) });
}

/** The same for programs. */
export function describeDeadlines(about: About, call: CommandCall): object[] {
  return promisesIn(about, call).map(({ kind, step, from, due, first, extension, keptOn, pausedSince }) => ({
    kind,
    from,
    due,
    first,
    putOffOn: extension?.on ?? null,
    keptOn: keptOn ?? null,
    pausedSince: pausedSince ?? null,
    unit: step?.unit ?? null,
    source: step?.source ?? null,
    confirmed: step?.confirmed ?? null,
  }));
}
