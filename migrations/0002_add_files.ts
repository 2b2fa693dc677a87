/**
 * Files, cell by cell. Like every row that a reporter causes, theirs carry days and random names: no time,
 * and no number from a shared sequence.
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE files (
  handle uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  file_id bytea NOT NULL CHECK (octet_length(file_id) = 16),
  direction text NOT NULL CHECK (direction IN ('reporter', 'team')),
  cell_bytes integer NOT NULL CHECK (cell_bytes > 0),
  cells integer NOT NULL CHECK (cells > 0),
  touched_on date NOT NULL,
  sequence integer,
  PRIMARY KEY (handle, file_id),
  FOREIGN KEY (handle, direction, sequence) REFERENCES messages ON DELETE CASCADE
);
COMMENT ON TABLE files IS 'What is known of a file without its key. Those that no message has claimed are removed after a day.';
COMMENT ON COLUMN files.handle IS 'plaintext: the case';
COMMENT ON COLUMN files.file_id IS 'plaintext: random name, made by who sealed the file';
COMMENT ON COLUMN files.direction IS 'plaintext: who sent it to whom';
COMMENT ON COLUMN files.cell_bytes IS 'plaintext: size class, bytes of file in a cell';
COMMENT ON COLUMN files.cells IS 'plaintext: size class, number of cells';
COMMENT ON COLUMN files.touched_on IS 'plaintext: day on which a cell of it last came (UTC), never a time';
COMMENT ON COLUMN files.sequence IS 'plaintext: the message that claims it, none before that';
CREATE INDEX files_unclaimed ON files (touched_on) WHERE sequence IS NULL;
CREATE INDEX files_message ON files (handle, direction, sequence);

CREATE TABLE file_cells (
  handle uuid NOT NULL,
  file_id bytea NOT NULL,
  cell integer NOT NULL CHECK (cell >= 0),
  content bytea NOT NULL,
  PRIMARY KEY (handle, file_id, cell),
  FOREIGN KEY (handle, file_id) REFERENCES files ON DELETE CASCADE
);
COMMENT ON TABLE file_cells IS 'Files in cells of at most 1 MiB, each written once; they go with the row of their file.';
COMMENT ON COLUMN file_cells.handle IS 'plaintext: the case';
COMMENT ON COLUMN file_cells.file_id IS 'plaintext: the file';
COMMENT ON COLUMN file_cells.cell IS 'plaintext: number of the cell, from 0';
COMMENT ON COLUMN file_cells.content IS 'sealed: a part of the file, under a key of its own';

ALTER TABLE file_cells ALTER COLUMN content SET STORAGE EXTERNAL;
`;

const RIGHTS = `
GRANT SELECT, INSERT, UPDATE (touched_on, sequence), DELETE ON files TO segel_app;
GRANT SELECT, INSERT ON file_cells TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
  await sql.raw(RIGHTS).execute(db);
}
