/**
 * Whether a deadline has come near for a member since the last look, by what the server knows: the channel's profile, days
 * of arrival and state, on which days somebody wrote. Nothing of it is written down (docs/decisions/0076).
 */
import { hex } from "../../crypto/bytes.ts";
import { STATES, isIn } from "../../protocol/rules/casework.ts";
import { courseByColumns } from "../../protocol/rules/course-by-columns.ts";
import { type Course, dueOn, isRunning, promisesOf, stepsOf } from "../../protocol/rules/deadlines.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { type Promises, channelsFor } from "../services/cases/notices.ts";
import type { Database } from "../store/database.ts";
import { findArrivals, findCounted } from "../store/cases/near-deadlines.ts";

/** What is due on the next working day or before it is near. */
const NEAR = { count: 1, unit: "working" } as const;

export type Span = {
  /** Day of the last look: what was near then has been told */
  readonly lookedOn: string;
  readonly today: string;
};

export async function hasComeNear(
  database: Database,
  memberId: Uint8Array,
  directory: Directory,
  { daysOff, profiles }: Promises,
  { lookedOn, today }: Span,
): Promise<boolean> {
  const [told, near] = [dueOn(lookedOn, NEAR, daysOff), dueOn(today, NEAR, daysOff)];
  // Once a day there is something to count.
  if (near <= told) return false;
  const isNew = (due: string) => told < due && due <= near;
  const daysDue = (channelId: Uint8Array, course: Course): string[] => {
    const steps = stepsOf(profiles, directory.channels.get(hex(channelId))?.deadlines ?? "");
    return promisesOf(steps, course, { daysOff, today })
      .filter(isRunning)
      .map(({ due }) => due);
  };
  const ended = STATES.filter((state) => isIn("ended", state));
  for (const { channelId, answeredOn, writtenOn, ...days } of await findCounted(database, memberId, ended)) {
    const columns = { ...days, answeredOn: answeredOn ?? undefined, writtenOn: writtenOn ?? undefined };
    if (daysDue(channelId, courseByColumns(columns)).some(isNew)) return true;
  }
  // Whether a colleague has opened a head is told nobody, so each counts, a decoy too; and its first day alone.
  const heads = await findArrivals(database, { memberId, channels: channelsFor(directory, memberId) });
  return heads.some(({ channelId, arrivedOn }) => {
    const course = courseByColumns({ arrivedOn, state: "received", stateOn: arrivedOn, answeredOn: undefined });
    const [first] = daysDue(channelId, course).toSorted();
    return first !== undefined && isNew(first);
  });
}
