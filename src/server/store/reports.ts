/** Reports coming in. */
import { sql } from "kysely";
import { type Database, one } from "./database.ts";
import type { DirectoryName } from "./directories.ts";
import type { Spent } from "./spent.ts";

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
};

export type Outcome = {
  /** The directory is the newest or the one before it. */
  readonly listed: boolean;
  /** The challenge had not served before. */
  readonly fresh: boolean;
  readonly stored: boolean;
};

/**
 * Spends the challenge and stores the report, both or neither, in one statement and one round trip.
 * The way in is taken first: two reports under one case id meet at its primary key, and the first stays.
 */
export async function insertReport(database: Database, report: ReportToStore): Promise<Outcome> {
  const { directory, challenge } = report;
  const { rows } = await sql<Outcome>`
    WITH listed AS (
      SELECT FROM directories
      WHERE version = ${directory.version} AND hash = ${directory.hash}
        AND version >= (SELECT max(version) FROM directories) - 1
    ), fresh AS (
      INSERT INTO spent (nonce_hash, expires)
      SELECT ${challenge.nonceHash}::bytea, ${challenge.expires}::timestamptz FROM listed
      ON CONFLICT DO NOTHING RETURNING 1
    ), inbox AS (
      INSERT INTO inboxes (case_id, handle, receipt)
      SELECT ${report.caseId}::bytea, ${report.handle}::uuid, ${report.receipt}::bytea FROM fresh
      ON CONFLICT (case_id) DO NOTHING RETURNING handle, case_id
    ), stored AS (
      INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
      SELECT handle, case_id, ${report.channelId}::bytea, ${report.accessKey}::bytea, ${report.day}::date, ${report.day}::date,
        ${report.head}::bytea, ${report.body}::bytea, ${report.identityHead}::bytea, ${report.identityBody}::bytea
      FROM inbox RETURNING 1
    )
    SELECT EXISTS (SELECT FROM listed) AS listed, EXISTS (SELECT FROM fresh) AS fresh, EXISTS (SELECT FROM stored) AS stored
  `.execute(database);
  return one(rows);
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
