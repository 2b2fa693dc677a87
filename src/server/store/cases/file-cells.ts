/**
 * The cells of files, by name: put and read one at a time, never a file. Whoever wants them in an object store changes
 * this module; there, cells must also be told to go when the row of their file does (store/cases/files.ts), as the foreign key
 * tells them here.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../database.ts";

export type FileName = { readonly handle: string; readonly fileId: Uint8Array };
export type CellName = FileName & { readonly cell: number };

/** Cells arrive in one table and settle in another (migrations/0003_rewrite_rows.ts); those of a file lie in one of them. */
const cellNamed = ({ handle, fileId, cell }: CellName, columns: RawBuilder<unknown>): RawBuilder<unknown> => {
  const named = sql`handle = ${handle}::uuid AND file_id = ${fileId}::bytea AND cell = ${cell}::integer`;
  return sql`(SELECT ${columns} FROM file_cells WHERE ${named} UNION ALL SELECT ${columns} FROM settled_cells WHERE ${named})`;
};

export async function hasCell(database: Database, name: CellName): Promise<boolean> {
  const { rows } = await sql`SELECT FROM ${cellNamed(name, sql`cell`)} AS named`.execute(database);
  return rows.length === 1;
}

/** Returns when the cell is on disk. False when there is one already, the same or another, or no file any more. */
export async function insertCell(
  database: Database,
  { handle, fileId, cell }: CellName,
  content: Uint8Array,
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO file_cells (handle, file_id, cell, content)
    SELECT handle, file_id, ${cell}::integer, ${content}::bytea FROM files
    WHERE handle = ${handle}::uuid AND file_id = ${fileId}::bytea AND NOT settled FOR KEY SHARE
    ON CONFLICT DO NOTHING RETURNING 1
  `.execute(database);
  return rows.length === 1;
}

/** False also when there is none. */
export async function isSameCell(database: Database, name: CellName, content: Uint8Array): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM ${cellNamed(name, sql`content`)} AS named WHERE content = ${content}::bytea
  `.execute(database);
  return rows.length === 1;
}

export async function findCell(database: Database, name: CellName): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Uint8Array }>`
    SELECT content FROM ${cellNamed(name, sql`content`)} AS named
  `.execute(database);
  return rows[0]?.content;
}

/** Bytes of all cells. Lengths alone are read: half a second for a terabyte. */
export async function countCellBytes(database: Database): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    SELECT coalesce(sum(bytes), 0)::bigint AS bytes FROM (
      SELECT octet_length(content) AS bytes FROM file_cells UNION ALL SELECT octet_length(content) FROM settled_cells
    ) AS cells
  `.execute(database);
  return rows[0]?.bytes ?? 0;
}
