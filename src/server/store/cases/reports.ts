/** Reports coming in. */
import { CompiledQuery, sql } from "kysely";
import { type Database, one } from "../database.ts";
import type { DirectoryName } from "../office/directories.ts";
import type { Spent } from "../spent.ts";

export type ReportToStore = {
  readonly handle: string;
  readonly caseId: Uint8Array;
  readonly channelId: Uint8Array;
  readonly accessKey: Uint8Array;
  readonly day: string;
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  readonly identityHead: Uint8Array;
  readonly identityBody: Uint8Array;
  readonly receipt: Uint8Array;
  /** Under which it was sealed */
  readonly directory: DirectoryName;
  readonly challenge: Spent;
  /** It came in a file that anybody may hand in again: a case that was burnt or discarded does not come back by it. */
  readonly isCarried: boolean;
};

export type Outcome = {
  /** The directory is the newest or the one before it; of a carried one whoever stores it has looked. */
  readonly listed: boolean;
  /** The challenge had not served before. */
  readonly fresh: boolean;
  readonly stored: boolean;
};

/** Written out, because putting it together anew for each report takes as long as sending it. */
const INSERT = `
  WITH listed AS (
    SELECT FROM directories
    WHERE version = $1::integer AND hash = $2::bytea
      AND ($15::boolean OR version >= (SELECT max(version) FROM directories) - 1)
  ), fresh AS (
    INSERT INTO spent (nonce_hash, expires) SELECT $3::bytea, $4::timestamptz FROM listed
    ON CONFLICT DO NOTHING RETURNING 1
  ), inbox AS (
    INSERT INTO inboxes (case_id, handle, receipt) SELECT $5::bytea, $6::uuid, $7::bytea FROM fresh
    WHERE NOT ($15::boolean AND (
      EXISTS (SELECT FROM cases WHERE case_id = $5::bytea) OR EXISTS (SELECT FROM discards WHERE case_id = $5::bytea)
    ))
    ON CONFLICT (case_id) DO NOTHING RETURNING handle, case_id
  ), stored AS (
    INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
    SELECT handle, case_id, $8::bytea, $9::bytea, $10::date, $10::date, $11::bytea, $12::bytea, $13::bytea, $14::bytea
    FROM inbox RETURNING 1
  )
  SELECT EXISTS (SELECT FROM listed) AS listed, EXISTS (SELECT FROM fresh) AS fresh, EXISTS (SELECT FROM stored) AS stored
`;

/**
 * Spends the challenge and stores the report, both or neither, in one statement and one round trip.
 * The way in is taken first: two reports under one case id meet at its primary key, and the first stays.
 */
export async function insertReport(database: Database, report: ReportToStore): Promise<Outcome> {
  const { directory, challenge } = report;
  const values = [
    directory.version,
    directory.hash,
    challenge.nonceHash,
    challenge.expires,
    report.caseId,
    report.handle,
    report.receipt,
    report.channelId,
    report.accessKey,
    report.day,
    report.head,
    report.body,
    report.identityHead,
    report.identityBody,
    report.isCarried,
  ];
  return one((await database.executeQuery<Outcome>(CompiledQuery.raw(INSERT, values))).rows);
}

/** Whether exactly these bytes are stored under their case id; undefined when nothing is. */
export async function isSameReport(database: Database, report: ReportToStore): Promise<boolean | undefined> {
  const { rows } = await sql<{ same: boolean }>`
    SELECT inboxes.receipt = ${report.receipt} AND cases.head = ${report.head} AND cases.body = ${report.body}
      AND cases.identity_head = ${report.identityHead} AND cases.identity_body = ${report.identityBody} AS same
    FROM inboxes JOIN cases USING (handle)
    WHERE inboxes.case_id = ${report.caseId}
  `.execute(database);
  return rows[0]?.same;
}

/** Whether there is or ever was a case of this id, burnt and discarded ones too. */
export async function isKnownCase(database: Database, caseId: Uint8Array): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    SELECT EXISTS (SELECT FROM cases WHERE case_id = ${caseId}::bytea)
      OR EXISTS (SELECT FROM discards WHERE case_id = ${caseId}::bytea) AS known
  `.execute(database);
  return one(rows).known;
}
