/** A case's course in few bytes, as a member's list keeps it: days as their distance from the day of arrival. */
import { DAY_MS, addDays } from "../../protocol/encoding/day.ts";
import { type Course, DEADLINE_KINDS } from "../../protocol/rules/deadlines.ts";

/** The newest of each, so that a case with a long history still fits; older pauses put dates off by a little less. */
const MOST_PAUSES = 4;

/** Milestones in the order of `MILESTONES`; pauses; promises put off: kind, day, told on; the next word: told on, day, kept on. */
export type PackedCourse = [
  milestones: (number | null)[],
  pauses: [number, number | null][],
  extensions: [number, number, number][],
  next: [number, number, number | null] | null,
  profile: string | null,
];

const MILESTONES = [
  "answer",
  "sorted",
  "verified",
  "decided",
  "question",
] as const satisfies readonly (keyof Course["days"])[];

export function packCourse({ days, profile, pauses, extensions, announced }: Course): PackedCourse {
  const far = (day: string): number => (Date.parse(day) - Date.parse(days.arrival)) / DAY_MS;
  const perhaps = (day: string | undefined): number | null => (day === undefined ? null : far(day));
  const newest = DEADLINE_KINDS.map((kind) => extensions.findLast(({ deadline }) => deadline === kind));
  const next = announced.at(-1);
  return [
    MILESTONES.map((milestone) => perhaps(days[milestone])),
    pauses.slice(-MOST_PAUSES).map(({ from, until }) => [far(from), perhaps(until)]),
    newest.flatMap((one, kind): PackedCourse[2] => (one === undefined ? [] : [[kind, far(one.due), far(one.on)]])),
    next === undefined ? null : [far(next.on), far(next.due), perhaps(next.keptOn)],
    profile ?? null,
  ];
}

/** What is left of it where there is no room. */
export function withoutHistory([days, , , next, profile]: PackedCourse): PackedCourse {
  return [days, [], [], next, profile];
}

export function unpackCourse([days, pauses, extensions, next, profile]: PackedCourse, arrivedOn: string): Course {
  const at = (distance: number): string => addDays(arrivedOn, distance);
  const perhaps = (distance: number | null | undefined): string | undefined =>
    typeof distance === "number" ? at(distance) : undefined;
  const milestones = MILESTONES.map((milestone, index) => [milestone, perhaps(days[index])] as const);
  return {
    days: { arrival: arrivedOn, ...Object.fromEntries(milestones) },
    profile: profile ?? undefined,
    pauses: pauses.map(([from, until]) => ({ from: at(from), until: perhaps(until) })),
    extensions: extensions.map(([kind, due, on]) => ({
      deadline: DEADLINE_KINDS[kind] ?? "",
      due: at(due),
      on: at(on),
    })),
    announced: next === null ? [] : [{ on: at(next[0]), due: at(next[1]), keptOn: perhaps(next[2]) }],
  };
}
