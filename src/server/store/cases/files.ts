/** What is known of files: their layout, whose they are, and which message has claimed them. */
import { sql } from "kysely";
import type { CellLayout } from "../../../crypto/file-cells.ts";
import { type Database, byteas } from "../database.ts";
import type { FileName } from "./file-cells.ts";
import type { FileSide } from "../tables.ts";

export type FileToOpen = FileName & {
  readonly direction: FileSide;
  readonly layout: CellLayout;
  /** On which its newest cell came */
  readonly day: string;
};

export type StoredFile = {
  readonly direction: FileSide;
  readonly cellBytes: number;
  readonly cells: number;
  readonly touchedOn: string;
  readonly isClaimed: boolean;
};

export type Quota = { readonly files: number; readonly bytes: number };

export async function findFile(database: Database, { handle, fileId }: FileName): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`
    SELECT direction, cell_bytes AS "cellBytes", cells, touched_on AS "touchedOn", sequence IS NOT NULL AS "isClaimed"
    FROM files WHERE handle = ${handle}::uuid AND file_id = ${fileId}::bytea
  `.execute(database);
  return rows[0];
}

/** The file of this name, new or as it was opened before; undefined when the case has no room for it. */
export async function openFile(database: Database, file: FileToOpen, quota: Quota): Promise<StoredFile | undefined> {
  const { handle, fileId, direction, layout, day } = file;
  return database.transaction().execute(async (transaction) => {
    // Files of one case are opened in turn: each sees those before it, and none slips past the quota beside another.
    await sql`SELECT FROM cases WHERE handle = ${handle}::uuid FOR NO KEY UPDATE`.execute(transaction);
    await sql`
      INSERT INTO files (handle, file_id, direction, cell_bytes, cells, touched_on)
      SELECT ${handle}::uuid, ${fileId}::bytea, ${direction}, ${layout.cellBytes}::integer, ${layout.cells}::integer, ${day}::date
      FROM (
        SELECT count(*) + 1 AS files, coalesce(sum(cells::bigint * cell_bytes), 0) + ${layout.cells * layout.cellBytes}::bigint AS bytes
        FROM files WHERE handle = ${handle}::uuid
      ) AS together WHERE files <= ${quota.files}::integer AND bytes <= ${quota.bytes}::bigint
      ON CONFLICT DO NOTHING
    `.execute(transaction);
    return findFile(transaction, file);
  });
}

/** Puts off the removal of an unclaimed file to which cells still come. */
export async function touchFile(database: Database, { handle, fileId }: FileName, day: string): Promise<void> {
  await sql`
    UPDATE files SET touched_on = ${day}::date
    WHERE handle = ${handle}::uuid AND file_id = ${fileId}::bytea AND touched_on < ${day}::date
  `.execute(database);
}

export type Claim = {
  readonly handle: string;
  readonly direction: FileSide;
  /** Of the message */
  readonly sequence: number;
  readonly files: readonly Uint8Array[];
};

/** Whether all of these files are there with all their cells and claimed by no message; held as they are until the end. */
export async function areWhole(transaction: Database, { handle, direction, files }: Claim): Promise<boolean> {
  if (files.length === 0) return true;
  const { rows } = await sql`
    SELECT FROM files
    WHERE handle = ${handle}::uuid AND direction = ${direction} AND sequence IS NULL AND file_id = ANY(${byteas(files)})
      AND cells = (SELECT count(*) FROM file_cells WHERE file_cells.handle = files.handle AND file_cells.file_id = files.file_id)
    FOR UPDATE
  `.execute(transaction);
  return rows.length === files.length;
}

/** After `areWhole` and the message, in the same transaction. */
export async function bindFiles(transaction: Database, { handle, sequence, files }: Claim): Promise<void> {
  if (files.length === 0) return;
  await sql`
    UPDATE files SET sequence = ${sequence}::integer
    WHERE handle = ${handle}::uuid AND file_id = ANY(${byteas(files)})
  `.execute(transaction);
}

/** Whether the message has claimed exactly these files. */
export async function hasClaimed(database: Database, { handle, direction, sequence, files }: Claim): Promise<boolean> {
  const { rows } = await sql<{ named: boolean }>`
    SELECT file_id = ANY(${byteas(files)}) AS named FROM files
    WHERE handle = ${handle}::uuid AND direction = ${direction} AND sequence = ${sequence}::integer
  `.execute(database);
  return rows.length === files.length && rows.every(({ named }) => named);
}

/** Removes a file that no message has claimed, with its cells. */
export async function deleteUnclaimed(
  database: Database,
  { handle, fileId }: FileName,
  direction: FileSide,
): Promise<void> {
  await sql`
    DELETE FROM files
    WHERE handle = ${handle}::uuid AND file_id = ${fileId}::bytea AND direction = ${direction} AND sequence IS NULL
  `.execute(database);
}

/**
 * Removes files that no message has claimed and that had their last cell before `day`. One at a time: a gigabyte is
 * half a million rows for PostgreSQL, and several processes may do it at once.
 */
export async function deleteForgotten(database: Database, day: string): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      DELETE FROM files WHERE (handle, file_id) IN (
        SELECT handle, file_id FROM files WHERE sequence IS NULL AND touched_on < ${day}::date
        LIMIT 1 FOR UPDATE SKIP LOCKED
      ) RETURNING 1
    `.execute(database);
    if (rows.length === 0) return;
  }
}
