/** A case from the reporter's side. */
import { sql } from "kysely";
import { type CheckAnswer, MAX_OWN_DAYS, type Row } from "../../../protocol/frames.ts";
import { type Database, one } from "../database.ts";
import { areWhole, bindFiles, hasClaimed } from "./files.ts";

/** A handle that no case has: for it the same statements run and find nothing. */
const NO_HANDLE = "00000000-0000-0000-0000-000000000000";

export type Inbox = {
  readonly handle: string;
  readonly found: { readonly receipt: Uint8Array; readonly arrivedOn: string } | undefined;
};

/** Where there is no way in (unknown or burnt), a handle that leads nowhere. */
export async function findInbox(database: Database, caseId: Uint8Array): Promise<Inbox> {
  const row = await database
    .selectFrom("inboxes")
    .innerJoin("cases", "cases.handle", "inboxes.handle")
    .select(["inboxes.handle", "inboxes.receipt", "cases.arrived_on"])
    .where("inboxes.case_id", "=", caseId)
    .executeTakeFirst();
  if (row === undefined) return { handle: NO_HANDLE, found: undefined };
  return { handle: row.handle, found: { receipt: row.receipt, arrivedOn: row.arrived_on } };
}

export type Counts = Pick<CheckAnswer, "reporterCount" | "teamCount" | "own" | "ownDays">;
type CountsRow = {
  team_count: number;
  own_days: string[];
  epoch: number | null;
  sequence: number | null;
  own_box: Uint8Array | null;
};

export async function countMessages(database: Database, handle: string): Promise<Counts> {
  const { rows } = await sql<CountsRow>`
    SELECT (SELECT coalesce(max(sequence), 0) FROM messages WHERE handle = ${handle}::uuid AND direction = 'team') AS team_count,
      ARRAY(SELECT stored_on::text FROM (
        SELECT sequence, stored_on FROM messages WHERE handle = ${handle}::uuid AND direction = 'reporter'
        ORDER BY sequence DESC LIMIT ${MAX_OWN_DAYS}::integer
      ) AS newest ORDER BY sequence) AS own_days,
      own.epoch, own.sequence, own.own_box
    FROM (SELECT) AS always LEFT JOIN LATERAL (
      SELECT epoch, sequence, own_box FROM messages WHERE handle = ${handle}::uuid AND direction = 'reporter'
      ORDER BY sequence DESC LIMIT 1
    ) AS own ON true
  `.execute(database);
  const { team_count: teamCount, own_days: ownDays, epoch, sequence, own_box: box } = one(rows);
  const own = epoch === null || sequence === null || box === null ? undefined : { epoch, sequence, box };
  return { teamCount, reporterCount: sequence ?? 0, own, ownDays };
}

/**
 * The team's newest messages before `before` whose frames fit into `atMost` bytes, ascending.
 * @param overhead bytes that a frame adds to each row
 */
export async function findNewestAnswers(
  database: Database,
  handle: string,
  { before, atMost, overhead }: { before: number; atMost: number; overhead: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT epoch, sequence, stored_on AS "storedOn", row FROM (
      SELECT epoch, sequence, stored_on, row, sum(octet_length(row) + ${overhead}::integer) OVER (ORDER BY sequence DESC) AS total
      FROM messages WHERE handle = ${handle}::uuid AND direction = 'team' AND sequence < ${before}::integer
    ) AS newest WHERE total <= ${atMost}::integer ORDER BY sequence
  `.execute(database);
  return rows;
}

export type OwnMessage = Omit<Row, "storedOn"> & {
  readonly handle: string;
  readonly ownBox: Uint8Array;
  /** That come with it */
  readonly files: readonly Uint8Array[];
};
export type OwnMessageOutcome = "stored" | "conflict" | "files-incomplete";

const claimOf = ({ handle, sequence, files }: OwnMessage) =>
  ({ handle, direction: "reporter", sequence, files }) as const;

/** Nothing is stored when it is not the next one, belongs to an epoch that the case has not reached, or lacks a file. */
export async function insertOwnMessage(
  database: Database,
  message: OwnMessage,
  day: string,
): Promise<OwnMessageOutcome> {
  if (message.files.length === 0) return insertRow(database, message, day);
  return database.transaction().execute(async (transaction) => {
    if (!(await areWhole(transaction, claimOf(message)))) return "files-incomplete";
    const outcome = await insertRow(transaction, message, day);
    if (outcome === "stored") await bindFiles(transaction, claimOf(message));
    return outcome;
  });
}

async function insertRow(
  database: Database,
  { handle, epoch, sequence, row, ownBox }: OwnMessage,
  day: string,
): Promise<"stored" | "conflict"> {
  const { rows } = await sql<{ stored: boolean }>`
    INSERT INTO messages (handle, direction, sequence, epoch, stored_on, row, own_box)
    SELECT handle, 'reporter', ${sequence}::integer, ${epoch}::integer, ${day}::date, ${row}::bytea, ${ownBox}::bytea
    FROM cases WHERE handle = ${handle}::uuid AND cases.epoch >= ${epoch}::integer AND ${sequence}::integer - 1 = (
      SELECT coalesce(max(sequence), 0) FROM messages WHERE handle = ${handle}::uuid AND direction = 'reporter'
    )
    ON CONFLICT DO NOTHING RETURNING true AS stored
  `.execute(database);
  return rows.length === 1 ? "stored" : "conflict";
}

/** Whether exactly this message is stored at its place, with exactly these files. */
export async function isSameOwnMessage(database: Database, message: OwnMessage): Promise<boolean> {
  const { handle, epoch, sequence, row, ownBox } = message;
  const { rows } = await sql<{ same: boolean }>`
    SELECT epoch = ${epoch}::integer AND row = ${row}::bytea AND own_box = ${ownBox}::bytea AS same
    FROM messages WHERE handle = ${handle}::uuid AND direction = 'reporter' AND sequence = ${sequence}::integer
  `.execute(database);
  return rows[0]?.same === true && hasClaimed(database, claimOf(message));
}

/** Forgets the way in and nothing else: the report stays with its recipients. */
export async function deleteInbox(database: Database, caseId: Uint8Array): Promise<void> {
  await database.deleteFrom("inboxes").where("case_id", "=", caseId).execute();
}
