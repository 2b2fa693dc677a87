/** Cases from the members' side. */
import { type RawBuilder, sql } from "kysely";
import { HASH_BYTES, SIGNATURE_BYTES, SIGNING_KEY_BYTES } from "../../../crypto/sodium.ts";
import { summaryBytes } from "../../../crypto/envelope.ts";
import type { Direction } from "../../../crypto/message.ts";
import type { State } from "../../../protocol/rules/casework.ts";
import type { Row } from "../../../protocol/frames.ts";
import { type Act, appendAct } from "../audit.ts";
import { type Database, byteas } from "../database.ts";

const bytea = (bytes: Uint8Array): RawBuilder<Buffer> => sql`${bytes}::bytea`;

export type StoredHead = { readonly handle: string; readonly head: Uint8Array };
export type HeadsQuery = {
  readonly memberId: Uint8Array;
  readonly channels: readonly Uint8Array[];
  readonly after: string | undefined;
  readonly atMost: number;
  /** Where to look, when more is known than the channels */
  readonly unopened?: Unopened | undefined;
};

/** What a member had not opened some time ago: heads of before a day, and whatever came since. */
export type Unopened = { readonly since: string; readonly left: readonly string[] };

export const inChannels = (channels: readonly Uint8Array[]) => sql`channel_id = ANY(${byteas(channels)})`;
export const isUnopenedBy = (memberId: Uint8Array) =>
  sql`NOT EXISTS (SELECT FROM access WHERE access.member_id = ${bytea(memberId)} AND access.handle = cases.handle)`;

/** Handles of all heads that the member has not proved to have opened, of days before one. Passes over all cases. */
export async function findUnopened(
  database: Database,
  { memberId, channels, atMost }: Omit<HeadsQuery, "after" | "unopened">,
  before: string,
): Promise<string[]> {
  const { rows } = await sql<{ handle: string }>`
    SELECT handle FROM cases WHERE ${inChannels(channels)} AND arrived_on < ${before}::date AND ${isUnopenedBy(memberId)} LIMIT ${atMost}::integer
  `.execute(database);
  return rows.map(({ handle }) => handle);
}

/** Heads that the member has not proved to have opened, in the order of their random handles. */
export async function findHeads(database: Database, query: HeadsQuery): Promise<StoredHead[]> {
  const { rows } = await sql<StoredHead>`
    SELECT handle, head FROM cases WHERE ${isOf(query)} ORDER BY handle LIMIT ${query.atMost}::integer
  `.execute(database);
  return rows;
}

/** Heads of a query's page and behind it that the member has not proved to have opened. */
export function isOf({ memberId, channels, after, unopened }: HeadsQuery) {
  // Two statements, and the day within the text: planned for any day, that for a few would get the plan of that for all.
  const isPossible =
    unopened === undefined
      ? inChannels(channels)
      : sql`${inChannels(channels)} AND handle IN (
          SELECT handle FROM cases
          WHERE ${inChannels(channels)} AND arrived_on >= ${sql.lit(unopened.since)}::date AND ${isUnopenedBy(memberId)}
          UNION SELECT unnest(${unopened.left}::uuid[])
        )`;
  return sql`${isPossible} AND ${isUnopenedBy(memberId)}
    AND (${after ?? null}::uuid IS NULL OR handle > ${after ?? null}::uuid)`;
}

export type CaseKey = {
  readonly handle: string;
  readonly case_id: Uint8Array;
  readonly epoch: number;
  readonly access_key: Uint8Array;
  /** In whose prefix the access key of epoch 0 stands; null where the key is given */
  readonly head: Uint8Array | null;
};

/** The access key of that epoch of each case; none for an epoch that a case has not reached. */
export async function findAccessKeys(
  database: Database,
  wanted: readonly { readonly handle: string; readonly epoch: number }[],
): Promise<CaseKey[]> {
  const { rows } = await sql<CaseKey>`
    SELECT cases.handle, case_id, wanted.epoch, coalesce(epochs.access_key, cases.access_key) AS access_key,
      CASE WHEN wanted.epoch = 0 AND cases.epoch > 0 THEN head END AS head
    FROM unnest(${wanted.map(({ handle }) => handle)}::uuid[], ${wanted.map(({ epoch }) => epoch)}::bigint[]) AS wanted (handle, epoch)
    JOIN cases ON cases.handle = wanted.handle
    LEFT JOIN epochs ON epochs.handle = wanted.handle AND epochs.epoch = wanted.epoch
    WHERE wanted.epoch <= cases.epoch
  `.execute(database);
  return rows;
}

/**
 * Remembers what the member proved, and returns the handles of those of which it is the newest epoch. Who was taken out
 * of a case by a later epoch has proved nothing.
 */
export async function insertAccess(
  database: Database,
  memberId: Uint8Array,
  granted: readonly { readonly handle: string; readonly epoch: number }[],
  act: Act,
): Promise<string[]> {
  const handles = granted.map(({ handle }) => handle);
  return database.transaction().execute(async (transaction) => {
    // What stood there before is read as it was when the statement began.
    const { rows } = await sql<{ handle: string; is_newest: boolean; is_new: boolean }>`
      WITH before AS (
        SELECT handle, epoch FROM access WHERE member_id = ${bytea(memberId)} AND handle = ANY(${handles}::uuid[])
      )
      INSERT INTO access (member_id, handle, epoch)
      SELECT ${bytea(memberId)}, cases.handle, proved.epoch
      FROM unnest(${handles}::uuid[], ${granted.map(({ epoch }) => epoch)}::integer[]) AS proved (handle, epoch)
      JOIN cases ON cases.handle = proved.handle AND proved.epoch <= cases.epoch
      WHERE NOT ${isRemovedAfter(memberId, sql`proved.epoch`)}
      ON CONFLICT (member_id, handle) DO UPDATE SET epoch = greatest(access.epoch, excluded.epoch)
      RETURNING handle, epoch = (SELECT cases.epoch FROM cases WHERE cases.handle = access.handle) AS is_newest,
        epoch > coalesce((SELECT before.epoch FROM before WHERE before.handle = access.handle), -1) AS is_new
    `.execute(transaction);
    const opened = rows.filter(({ is_new: isNew }) => isNew).map(({ handle }) => handle);
    if (opened.length > 0) await appendAct(transaction, act, opened);
    return rows.filter(({ is_newest: isNewest }) => isNewest).map(({ handle }) => handle);
  });
}

/** Whether an epoch behind this one of `cases` began by taking the member out. */
export const isRemovedAfter = (memberId: Uint8Array, epoch: RawBuilder<unknown>) => sql`EXISTS (
  SELECT FROM epochs AS later WHERE later.handle = cases.handle AND later.epoch > ${epoch}
    AND later.removed @> ARRAY[${bytea(memberId)}]
)`;

/** In a head, the summary stands before body hash, auth public key and signature. */
const SUMMARY_BYTES = summaryBytes("report");
const SUMMARY_FROM_END = SUMMARY_BYTES + HASH_BYTES + SIGNING_KEY_BYTES + SIGNATURE_BYTES;

export type StoredCase = {
  readonly handle: string;
  readonly case_id: Uint8Array;
  readonly channel_id: Uint8Array;
  readonly arrived_on: string;
  readonly state: State;
  readonly state_on: string;
  readonly epoch: number;
  readonly reporter: number;
  readonly team: number;
  readonly internal: number;
  readonly summary: Uint8Array;
  readonly wrap: Uint8Array | null;
};

const countOf = (direction: Direction) =>
  sql`(SELECT coalesce(max(sequence), 0) FROM messages WHERE messages.handle = cases.handle AND direction = ${sql.lit(direction)}) AS ${sql.id(direction)}`;

const CASE_COLUMNS = sql`
  cases.handle, case_id, channel_id, arrived_on, state, state_on, cases.epoch,
  ${countOf("reporter")}, ${countOf("team")}, ${countOf("internal")},
  substring(head FROM octet_length(head) - ${sql.lit(SUMMARY_FROM_END - 1)} FOR ${sql.lit(SUMMARY_BYTES)}) AS summary,
  wraps.record AS wrap
`;

/** Cases of which the member has proved the newest epoch: the only way to anything but a head. */
const provedBy = (memberId: Uint8Array) => sql`
  access JOIN cases ON cases.handle = access.handle AND cases.epoch = access.epoch
    AND access.member_id = ${bytea(memberId)}
`;

const ownWrap = sql`LEFT JOIN wraps ON wraps.member_id = access.member_id AND wraps.handle = access.handle`;

export async function findCases(
  database: Database,
  memberId: Uint8Array,
  after: string | undefined,
  atMost: number,
): Promise<StoredCase[]> {
  const { rows } = await sql<StoredCase>`
    SELECT ${CASE_COLUMNS} FROM ${provedBy(memberId)} ${ownWrap}
    WHERE ${after ?? null}::uuid IS NULL OR access.handle > ${after ?? null}::uuid
    ORDER BY access.handle LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

export async function findCase(
  database: Database,
  memberId: Uint8Array,
  handle: string,
): Promise<StoredCase | undefined> {
  const { rows } = await sql<StoredCase>`
    SELECT ${CASE_COLUMNS} FROM ${provedBy(memberId)} ${ownWrap}
    WHERE access.handle = ${handle}::uuid
  `.execute(database);
  return rows[0];
}

export async function findEnvelope(
  database: Database,
  memberId: Uint8Array,
  handle: string,
): Promise<{ head: Uint8Array; body: Uint8Array } | undefined> {
  const { rows } = await sql<{ head: Uint8Array; body: Uint8Array }>`
    SELECT head, body FROM ${provedBy(memberId)} WHERE access.handle = ${handle}::uuid
  `.execute(database);
  return rows[0];
}

/** True when the member has proved the newest epoch of the case. */
export async function hasProved(database: Database, memberId: Uint8Array, handle: string): Promise<boolean> {
  const { rows } = await sql`SELECT FROM ${provedBy(memberId)} WHERE access.handle = ${handle}::uuid`.execute(database);
  return rows.length === 1;
}

/** Whether the member has proved an older epoch alone, and was not taken out since: who writes then is told to look again. */
export async function isBehind(database: Database, memberId: Uint8Array, handle: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM access JOIN cases ON cases.handle = access.handle AND access.epoch < cases.epoch
    WHERE access.member_id = ${bytea(memberId)} AND cases.handle = ${handle}::uuid
  `.execute(database);
  return rows.length === 1;
}

/** The first ones after a sequence, or the last ones before one. */
export type RowsFrom = { readonly after: number } | { readonly before: number };

/** Ascending, as many as fit into `atMost` bytes and at least one. */
export async function findMessages(
  database: Database,
  handle: string,
  { direction, from, atMost }: { readonly direction: Direction; readonly from: RowsFrom; readonly atMost: number },
): Promise<Row[]> {
  const [wanted, nearest] =
    "after" in from
      ? [sql`sequence > ${from.after}::integer`, sql`sequence`]
      : [sql`sequence < ${from.before}::integer`, sql`sequence DESC`];
  const { rows } = await sql<Omit<Row, "openPart"> & { readonly openPart: Uint8Array | null }>`
    SELECT epoch, sequence, stored_on AS "storedOn", row, open_part AS "openPart" FROM (
      SELECT *, sum(size) OVER (ORDER BY ${nearest}) - size AS nearer FROM (
        SELECT *, octet_length(row) + coalesce(octet_length(open_part), 0) AS size
        FROM messages WHERE handle = ${handle}::uuid AND direction = ${direction} AND ${wanted}
      ) AS wanted
    ) AS page WHERE nearer = 0 OR nearer + size <= ${atMost}::integer ORDER BY sequence
  `.execute(database);
  return rows.map(({ openPart, ...row }) => (openPart === null ? row : { ...row, openPart }));
}

/** False when the member has not proved the newest epoch of the case. */
export async function upsertWrap(
  database: Database,
  memberId: Uint8Array,
  handle: string,
  record: Uint8Array,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO wraps (member_id, handle, record)
    SELECT access.member_id, access.handle, ${bytea(record)} FROM ${provedBy(memberId)} WHERE access.handle = ${handle}::uuid
    ON CONFLICT (member_id, handle) DO UPDATE SET record = excluded.record RETURNING 1
  `.execute(database);
  return rows.length === 1;
}

/** Of days before `today`, by day: reports that no member has opened. */
export async function countUnopenedByDay(
  database: Database,
  today: string,
): Promise<{ readonly arrived_on: string; readonly count: number }[]> {
  const { rows } = await sql<{ arrived_on: string; count: number }>`
    SELECT arrived_on, count(*) AS count FROM cases
    WHERE arrived_on < ${today}::date AND NOT EXISTS (SELECT FROM access WHERE access.handle = cases.handle)
    GROUP BY arrived_on ORDER BY arrived_on
  `.execute(database);
  return rows;
}
