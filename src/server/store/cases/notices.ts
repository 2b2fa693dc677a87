/** Who is told by mail: wishes, what the last mail knew, and the one that may wait. */
import { sql } from "kysely";
import type { MailFailure } from "../../../protocol/rules/notices.ts";
import { type Database, byteas } from "../database.ts";
import { inChannels } from "./cases.ts";

export type NoticeRow = {
  readonly memberId: Uint8Array;
  readonly address: string;
  /** As JSON */
  readonly wishes: string;
  readonly known: string;
  readonly lookedAt: string;
  readonly urgentOn: string | null;
  readonly urgentMails: number;
  readonly failure: MailFailure | null;
  readonly failedOn: string | null;
};

const COLUMNS = sql`member_id AS "memberId", address, wishes, known, looked_at AS "lookedAt", urgent_on AS "urgentOn",
  urgent_mails AS "urgentMails", failure, failed_on AS "failedOn"`;

export async function findNotice(database: Database, memberId: Uint8Array): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`
    SELECT ${COLUMNS} FROM notices WHERE member_id = ${memberId}::bytea
  `.execute(database);
  return rows[0];
}

export async function findNotices(database: Database): Promise<readonly NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`SELECT ${COLUMNS} FROM notices ORDER BY member_id`.execute(database);
  return rows;
}

export type Wished = Pick<NoticeRow, "memberId" | "address" | "wishes" | "known" | "lookedAt">;

/** What went wrong with another address is forgotten; a mail that waits goes to the new one. */
export async function upsertNotice(database: Database, wished: Wished): Promise<void> {
  const { memberId, address, wishes, known, lookedAt } = wished;
  await sql`
    INSERT INTO notices (member_id, address, wishes, known, looked_at)
    VALUES (${memberId}::bytea, ${address}, ${wishes}, ${known}, ${lookedAt})
    ON CONFLICT (member_id) DO UPDATE SET address = excluded.address, wishes = excluded.wishes,
      attempts = 0, failure = NULL, failed_on = NULL
  `.execute(database);
}

export async function deleteNotice(database: Database, memberId: Uint8Array): Promise<void> {
  await sql`DELETE FROM notices WHERE member_id = ${memberId}::bytea`.execute(database);
}

/** What the member is shown, in one line: another line means that something has come. Heads count although they went. */
export async function findKnown(
  database: Database,
  memberId: Uint8Array,
  channels: readonly Uint8Array[],
): Promise<string> {
  const { rows } = await sql<{ known: string }>`
    SELECT concat_ws(':',
      (SELECT count(*) FROM cases WHERE ${inChannels(channels)})
        + (SELECT count(*) FROM discards WHERE removed_on IS NOT NULL AND ${inChannels(channels)}),
      encode(sha256(convert_to((
        SELECT coalesce(string_agg(written.handle || ' ' || newest, ',' ORDER BY written.handle), '') FROM (
          SELECT messages.handle, max(sequence) AS newest FROM access JOIN cases USING (handle, epoch) JOIN messages USING (handle)
          WHERE member_id = ${memberId}::bytea AND direction = 'reporter' GROUP BY messages.handle
        ) AS written), 'UTF8')), 'hex')) AS known
  `.execute(database);
  return rows[0]?.known ?? "";
}

export type Looked = {
  readonly row: NoticeRow;
  /** The hour for which this look is */
  readonly at: string;
  readonly known: string;
  readonly says: "news" | "nothing" | undefined;
  /** Where the mail does not wait for its hour: its day */
  readonly urgentOn: string | undefined;
};

/** Writes down what a look has found, once for all processes: the first to have looked at this hour. */
export async function recordLook(database: Database, { row, at, known, says, urgentOn }: Looked): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE notices SET known = ${known}, looked_at = ${at},
      waiting_for = CASE WHEN ${says ?? null}::text IS NULL THEN waiting_for ELSE ${at} END,
      says = CASE WHEN says = 'news' THEN says ELSE coalesce(${says ?? null}::text, says) END,
      urgent_mails = CASE WHEN ${urgentOn ?? null}::date IS NULL THEN urgent_mails
        WHEN urgent_on = ${urgentOn ?? null}::date THEN urgent_mails + 1 ELSE 1 END,
      urgent_on = coalesce(${urgentOn ?? null}::date, urgent_on)
    WHERE member_id = ${row.memberId}::bytea AND looked_at = ${row.lookedAt}
  `.execute(database);
  return numAffectedRows === 1n;
}

/** Classes of two-number locks, which are kept apart from all of one number: nothing else takes any. */
const SENDING_LOCK = 1_145_128_260;

export type Waiting = {
  readonly memberId: Uint8Array;
  readonly address: string;
  readonly waitingFor: string;
  readonly says: "news" | "nothing";
  readonly attempts: number;
};

/** What sending it came to: undefined when it went. */
export type Sent = { readonly failure: MailFailure; readonly day: string } | undefined;

/**
 * Takes one mail that waits and that nobody else has taken, those first that were tried least, and writes down what came
 * of it. A process that ends in between leaves it waiting. Held is a lock by the member's name and no row, so that a look
 * never waits for a mail server; and what a look adds meanwhile is another mail. False where none is left but those of
 * `later`.
 */
export async function sendWaiting(
  database: Database,
  later: readonly Uint8Array[],
  send: (waiting: Waiting) => Promise<Sent>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const taken = await sql<{ id: Uint8Array }>`
      WITH waiting AS MATERIALIZED (
        SELECT member_id AS id FROM notices
        WHERE waiting_for IS NOT NULL AND member_id <> ALL(${byteas(later)})
        ORDER BY attempts, member_id
      )
      SELECT id FROM waiting
      WHERE pg_try_advisory_xact_lock(${SENDING_LOCK}::integer, hashtext(encode(id, 'hex'))) LIMIT 1
    `.execute(transaction);
    const [free] = taken.rows;
    if (free === undefined) return false;
    // As it is now: whoever had it before may have sent it.
    const { rows } = await sql<Waiting>`
      SELECT member_id AS "memberId", address, waiting_for AS "waitingFor", says, attempts FROM notices
      WHERE member_id = ${free.id}::bytea AND waiting_for IS NOT NULL
    `.execute(transaction);
    const [waiting] = rows;
    if (waiting === undefined) return true;
    const sent = await send(waiting);
    const isSame = sql`member_id = ${waiting.memberId}::bytea AND address = ${waiting.address}
      AND waiting_for = ${waiting.waitingFor} AND says = ${waiting.says}`;
    await (
      sent === undefined
        ? sql`UPDATE notices SET waiting_for = NULL, says = NULL, attempts = 0, failure = NULL, failed_on = NULL WHERE ${isSame}`
        : sql`UPDATE notices SET attempts = attempts + 1, failure = ${sent.failure}, failed_on = ${sent.day}::date WHERE ${isSame}`
    ).execute(transaction);
    return true;
  });
}

export type Failing = {
  readonly memberId: Uint8Array;
  readonly failure: MailFailure;
  readonly failedOn: string;
  readonly attempts: number;
};

export async function findFailing(database: Database): Promise<readonly Failing[]> {
  const { rows } = await sql<Failing>`
    SELECT member_id AS "memberId", failure, failed_on AS "failedOn", attempts FROM notices
    WHERE failure IS NOT NULL ORDER BY member_id
  `.execute(database);
  return rows;
}

export async function countFailing(database: Database): Promise<number> {
  return (await findFailing(database)).length;
}

/** Also for a report that stands there already: it stays one for the whole channel. */
export async function insertUrgent(database: Database, handle: string, forChannel: boolean): Promise<void> {
  await sql`
    INSERT INTO urgent (handle, for_channel) VALUES (${handle}::uuid, ${forChannel})
    ON CONFLICT (handle) DO UPDATE SET for_channel = urgent.for_channel OR excluded.for_channel
  `.execute(database);
}

/** Those who must be told, by channel or by case; `tell` writes down what for whom, and then the rows are gone. */
export async function takeUrgent(
  database: Database,
  tell: (
    transaction: Database,
    urgent: { readonly channels: readonly Uint8Array[]; readonly handles: readonly string[] },
  ) => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ handle: string; for_channel: boolean; channel_id: Uint8Array }>`
      DELETE FROM urgent USING cases WHERE cases.handle = urgent.handle
      RETURNING urgent.handle, urgent.for_channel, cases.channel_id
    `.execute(transaction);
    if (rows.length === 0) return;
    await tell(transaction, {
      channels: rows.filter((row) => row.for_channel).map((row) => row.channel_id),
      handles: rows.filter((row) => !row.for_channel).map((row) => row.handle),
    });
  });
}
