/** The audit trail: leaves are added in the transaction of what they tell of, and stay (migrations/0018_add_audit.ts). */
import { sql } from "kysely";
import { type LeafKind, hourOf } from "../../protocol/audit/leaf.ts";
import { type Database, ending } from "./database.ts";

/** What a member does, as that member has signed it and as it was looked at. */
export type Act = {
  readonly id: Uint8Array;
  /** Entry and signature */
  readonly payload: Uint8Array;
  readonly memberId: Uint8Array;
  /** The case in the request's address, if it is about one */
  readonly handle: string | undefined;
  /** Directory and statement by which the member was let in */
  readonly under: { readonly version: number; readonly statement: number };
  /** The office's */
  readonly day: string;
};

type NewLeaf = {
  readonly kind: LeafKind;
  readonly payload: Uint8Array;
  /** As tables about reporters have it: no hour, since an open desk opens within seconds what comes */
  readonly day: string;
  readonly act?: Act;
  /** Cases without which nobody is shown it; none where it is the office's */
  readonly handles?: readonly string[];
};

/** A leaf, once the transaction ends well; then others may add theirs. */
async function appendLeaf(transaction: Database, { kind, payload, day, act, handles = [] }: NewLeaf): Promise<void> {
  await sql`${ending}
    SELECT append_audit(${hourOf(day)}::integer, ${kind}, ${payload}::bytea, ${act?.id ?? null}::bytea,
      ${act?.memberId ?? null}::bytea, ${act?.under.version ?? null}::integer, ${act?.under.statement ?? null}::integer,
      ${handles}::uuid[])
  `.execute(transaction);
}

/**
 * To be the last step of a transaction in which something was changed: whoever waits for the log waits for its end, with
 * which this is sent. What an act is refused with, the transaction fails with.
 */
export async function appendAct(
  transaction: Database,
  act: Act,
  handles: readonly string[] = act.handle === undefined ? [] : [act.handle],
): Promise<void> {
  await appendLeaf(transaction, { kind: "act", payload: act.payload, day: act.day, act, handles });
}

/**
 * Why an act was not added to the log; undefined for every other failure. One that stands there already was answered
 * before, and whatever has happened since is not undone by it; or the directory has changed since the member was let in.
 */
export function refusalOf(error: unknown): "conflict" | "stale-directory" | undefined {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (code === "23505" && constraint === "audit_log_act_id_key") return "conflict";
  return code === STALE ? "stale-directory" : undefined;
}

export async function appendDocument(
  transaction: Database,
  kind: "directory" | "statement",
  documentHash: Uint8Array,
  day: string,
): Promise<void> {
  await appendLeaf(transaction, { kind, payload: documentHash, day });
}

export async function appendServerAct(
  transaction: Database,
  payload: Uint8Array,
  day: string,
  handles: readonly string[] = [],
): Promise<void> {
  await appendLeaf(transaction, { kind: "server", payload, day, handles });
}

/**
 * Adds it unless the newest of this kind that begins with `among` is the same; processes that start at once take turns.
 */
export async function appendIfNew(
  database: Database,
  kind: "pages" | "server",
  payload: Uint8Array,
  day: string,
  among: Uint8Array = new Uint8Array(),
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${START_LOCK}::bigint)`.execute(transaction);
    const { rows } = await sql<{ payload: Uint8Array }>`
      SELECT payload FROM audit_log WHERE kind = ${kind} AND substring(payload FOR ${among.length}::integer) = ${among}::bytea
      ORDER BY place DESC LIMIT 1
    `.execute(transaction);
    if (rows[0] === undefined || !Buffer.from(rows[0].payload).equals(payload))
      await appendLeaf(transaction, { kind, payload, day });
  });
}

/** By append_audit */
const STALE = "SG001";

/** Any fixed number, the same for all processes. */
const START_LOCK = 5_349_724;

/** Of the last leaf; undefined where there is none. */
export async function findLastHour(database: Database): Promise<number | undefined> {
  const row = await database
    .selectFrom("audit_log")
    .select("hour")
    .orderBy("place", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hour;
}

/** The hashes of leaves from a place on, in order. */
export async function findLeafHashes(database: Database, from: number, atMost: number): Promise<Uint8Array[]> {
  const rows = await database
    .selectFrom("audit_log")
    .select("hash")
    .where("place", ">=", from)
    .orderBy("place")
    .limit(atMost)
    .execute();
  return rows.map(({ hash }) => hash);
}

export type FoundLeaf = {
  readonly place: number;
  readonly hour: number;
  readonly kind: LeafKind;
  /** Null where this member is not shown it */
  readonly payload: Uint8Array | null;
  readonly hash: Uint8Array;
};

/** Whose they are, or whoever has one of the cases, or had it when it was removed. */
const shownTo = (memberId: Uint8Array) => sql<boolean>`(
  NOT of_cases OR member_id = ${memberId}::bytea
  OR EXISTS (SELECT FROM audit_cases JOIN cases USING (handle) JOIN access USING (handle, epoch)
    WHERE audit_cases.place = audit_log.place AND access.member_id = ${memberId}::bytea)
  OR EXISTS (SELECT FROM audit_cases JOIN discards USING (handle)
    WHERE audit_cases.place = audit_log.place AND ${memberId}::bytea = ANY(readers))
)`;

export type LeavesQuery = { readonly memberId: Uint8Array; readonly from: number; readonly atMost: number };

/** Leaves from a place on. */
export async function findLeaves(database: Database, { memberId, from, atMost }: LeavesQuery): Promise<FoundLeaf[]> {
  const { rows } = await sql<FoundLeaf>`
    SELECT place, hour, kind, hash, CASE WHEN ${shownTo(memberId)} THEN payload END AS payload
    FROM audit_log WHERE place >= ${from}::bigint ORDER BY place LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}

/** Those of one case that the member has proved; nothing where it has not. */
export async function findLeavesOf(
  database: Database,
  handle: string,
  { memberId, from, atMost }: LeavesQuery,
): Promise<FoundLeaf[]> {
  const { rows } = await sql<FoundLeaf>`
    SELECT place, hour, kind, hash, payload FROM audit_cases JOIN audit_log USING (place)
    WHERE audit_cases.handle = ${handle}::uuid AND place >= ${from}::bigint
      AND EXISTS (SELECT FROM cases JOIN access USING (handle, epoch)
        WHERE cases.handle = ${handle}::uuid AND access.member_id = ${memberId}::bytea)
    ORDER BY place LIMIT ${atMost}::integer
  `.execute(database);
  return rows;
}
