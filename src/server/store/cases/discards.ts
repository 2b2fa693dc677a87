/** Cases that members discard: signed steps, the record that stays, and the removal itself. */
import { sql } from "kysely";
import type { DiscardRecord, DiscardStep, SignedStep } from "../../../protocol/discards.ts";
import { serverPayload } from "../../../protocol/audit/leaf.ts";
import { handleBytes } from "../../../protocol/frames.ts";
import { DISCARD_GRACE_DAYS } from "../../../protocol/limits.ts";
import { type Act, appendAct, appendServerAct } from "../audit.ts";
import { inChannels } from "./cases.ts";
import { type Database, one } from "../database.ts";

export type DiscardedCase = {
  readonly handle: string;
  readonly caseId: Uint8Array;
  readonly channelId: Uint8Array;
  readonly head: Uint8Array;
  readonly isArchived: boolean;
};

type Stored = { readonly removedOn: string | null; readonly freedKiB: number; readonly steps: StoredStep[] };
/** As JSON has it: bytes in hexadecimal */
type StoredStep = { readonly storedOn: string; readonly statement: string; readonly signature: string };

const RECORD = sql`
  discards.removed_on AS "removedOn", coalesce(ceil(discards.freed_bytes / 1024.0), 0)::bigint AS "freedKiB",
  (SELECT coalesce(json_agg(json_build_object('storedOn', stored_on, 'statement', encode(statement, 'hex'),
      'signature', encode(signature, 'hex')) ORDER BY number), '[]'::json)
    FROM discard_steps WHERE discard_steps.handle = discards.handle) AS steps
`;

const NOTHING: DiscardRecord = { removedOn: undefined, freedKiB: 0, steps: [] };

function toRecord({ removedOn, freedKiB, steps }: Stored): DiscardRecord {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
  return {
    removedOn: removedOn ?? undefined,
    freedKiB,
    steps: steps.map(({ storedOn, statement, signature }) => ({
      storedOn,
      statement: bytes(statement),
      signature: bytes(signature),
    })),
  };
}

/** Without a step where nobody has proposed anything. */
export async function findDiscard(database: Database, handle: string): Promise<DiscardRecord> {
  const { rows } = await sql<Stored>`
    SELECT ${RECORD} FROM discards WHERE handle = ${handle}::uuid
  `.execute(database);
  return rows[0] === undefined ? NOTHING : toRecord(rows[0]);
}

/**
 * In the order of their random handles: of cases that are there, to who has proved them, and of removed ones, to who had.
 * To others a record would tell that the case is no decoy. Of old removals nobody knows who had: those of `channels`.
 */
export async function findDiscards(
  database: Database,
  memberId: Uint8Array,
  channels: readonly Uint8Array[],
  after: string | undefined,
  atMost: number,
): Promise<{ readonly handle: string; readonly record: DiscardRecord }[]> {
  const { rows } = await sql<Stored & { readonly handle: string }>`
    SELECT handle, ${RECORD} FROM discards
    WHERE CASE
        WHEN removed_on IS NULL THEN EXISTS (
          SELECT FROM access JOIN cases USING (handle, epoch)
          WHERE access.handle = discards.handle AND access.member_id = ${memberId}::bytea
        )
        WHEN readers IS NULL THEN ${inChannels(channels)}
        ELSE ${memberId}::bytea = ANY(readers)
      END
      AND (${after ?? null}::uuid IS NULL OR handle > ${after ?? null}::uuid)
    ORDER BY handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows.map((row) => ({ handle: row.handle, record: toRecord(row) }));
}

/**
 * Adds the step that `decide` finds right, or throws what it throws. Members of one case take turns, also with the
 * removal: what was looked at stays as it was until the step is stored. Undefined where this member has not proved the case.
 */
export async function addStep(
  database: Database,
  { memberId, handle, act }: { readonly memberId: Uint8Array; readonly handle: string; readonly act: Act },
  decide: (
    target: DiscardedCase,
    record: DiscardRecord,
  ) => (SignedStep & { readonly step: DiscardStep; readonly day: string }) | "stored-before",
): Promise<"stored" | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<DiscardedCase>`
      SELECT cases.handle, case_id AS "caseId", channel_id AS "channelId", head, state = 'archived' AS "isArchived"
      FROM cases JOIN access ON access.handle = cases.handle AND access.epoch = cases.epoch
        AND access.member_id = ${memberId}::bytea
      WHERE cases.handle = ${handle}::uuid FOR UPDATE OF cases
    `.execute(transaction);
    const [target] = rows;
    if (target === undefined) return undefined;
    const record = await findDiscard(transaction, handle);
    const next = decide(target, record);
    if (next === "stored-before") return "stored";
    await sql`
      INSERT INTO discards (handle, case_id, channel_id)
      VALUES (${handle}::uuid, ${target.caseId}::bytea, ${target.channelId}::bytea) ON CONFLICT DO NOTHING
    `.execute(transaction);
    await sql`
      INSERT INTO discard_steps (handle, number, step, statement, signature, stored_on)
      VALUES (${handle}::uuid, ${record.steps.length + 1}::integer, ${next.step}, ${next.statement}::bytea,
        ${next.signature}::bytea, ${next.day}::date)
    `.execute(transaction);
    await appendAct(transaction, act);
    return "stored";
  });
}

/** Removes what was discarded before the grace, a turn at a time; several processes may do it at once. */
export async function removeDiscarded(database: Database, day: string): Promise<void> {
  for (;;) {
    const isMore = await database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ more: boolean }>`
        SELECT remove_discarded(${day}::date, ${DISCARD_GRACE_DAYS}::integer) AS more
      `.execute(transaction);
      // The first turn of a case: those that follow take what is left of it.
      const begun = await sql<{ handle: string }>`
        SELECT handle FROM discards WHERE removed_on = ${day}::date AND xmin = pg_current_xact_id()::xid
      `.execute(transaction);
      for (const { handle } of begun.rows) {
        const payload = serverPayload({ act: "remove-discarded", object: handleBytes(handle) });
        await appendServerAct(transaction, payload, day, [handle]);
      }
      return one(rows).more;
    });
    if (!isMore) return;
  }
}

/** The day on which the case of these words was removed, while they still led to it; the newest, should it be several. */
export async function findRemovalDay(database: Database, caseId: Uint8Array): Promise<string | undefined> {
  const { rows } = await sql<{ removedOn: string }>`
    SELECT removed_on AS "removedOn" FROM discards WHERE case_id = ${caseId}::bytea AND had_inbox
    ORDER BY removed_on DESC LIMIT 1
  `.execute(database);
  return rows[0]?.removedOn;
}
