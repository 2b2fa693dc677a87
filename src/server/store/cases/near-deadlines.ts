/** Of what deadlines are counted from, the little that columns tell: each combination once, without a name of a case. */
import { sql } from "kysely";
import type { State } from "../../../protocol/rules/casework.ts";
import { type HeadsQuery, inChannels, isUnopenedBy } from "./cases.ts";
import type { Database } from "../database.ts";

export type Counted = {
  readonly channelId: Uint8Array;
  readonly arrivedOn: string;
  readonly state: State;
  readonly stateOn: string;
  readonly answeredOn: string | null;
  readonly writtenOn: string | null;
};

/** Of cases whose newest epoch the member has proved, without those in one of these states. New keys are no answer. */
export async function findCounted(
  database: Database,
  memberId: Uint8Array,
  without: readonly State[],
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    SELECT DISTINCT channel_id AS "channelId", arrived_on AS "arrivedOn", state, state_on AS "stateOn",
      (SELECT min(stored_on) FROM messages
        WHERE messages.handle = cases.handle AND direction = 'team' AND open_part IS NULL) AS "answeredOn",
      (SELECT max(stored_on) FROM messages
        WHERE messages.handle = cases.handle AND direction = 'reporter') AS "writtenOn"
    FROM access JOIN cases USING (handle, epoch)
    WHERE member_id = ${memberId}::bytea AND state <> ALL(${without}::text[])
  `.execute(database);
  return rows;
}

/** Of heads that the member has not proved, whoever else has. */
export async function findArrivals(
  database: Database,
  { memberId, channels }: Pick<HeadsQuery, "memberId" | "channels">,
): Promise<Pick<Counted, "channelId" | "arrivedOn">[]> {
  const { rows } = await sql<Pick<Counted, "channelId" | "arrivedOn">>`
    SELECT DISTINCT channel_id AS "channelId", arrived_on AS "arrivedOn" FROM cases
    WHERE ${inChannels(channels)} AND ${isUnopenedBy(memberId)}
  `.execute(database);
  return rows;
}
