/**
 * Rows are rewritten, so that neither their transactions' numbers nor their places tell more than their days.
 *
 * `rewrite_rows` gives the rows of a table one transaction, the same for all, and writes anew what lies beside them.
 * `order_rows` then lays the table out in the order of its random keys, in new files. Two steps, because the second
 * keeps what its own transaction has replaced. Both leave older snapshots what they see: a dump that runs meanwhile is
 * whole.
 *
 * Cells of files are too many for that. They arrive in file_cells, and those of a day move together to settled_cells,
 * once. The functions run as the owner of the tables; the application's role may call them and nothing more.
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE settled_cells (
  handle uuid NOT NULL,
  file_id bytea NOT NULL,
  cell integer NOT NULL CHECK (cell >= 0),
  content bytea NOT NULL,
  PRIMARY KEY (handle, file_id, cell),
  FOREIGN KEY (handle, file_id) REFERENCES files ON DELETE CASCADE
);
ALTER TABLE settled_cells ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE settled_cells IS 'Cells of claimed files of earlier days, moved here a day at a time, in the order of their names.';
COMMENT ON COLUMN settled_cells.handle IS 'plaintext: the case';
COMMENT ON COLUMN settled_cells.file_id IS 'plaintext: the file';
COMMENT ON COLUMN settled_cells.cell IS 'plaintext: number of the cell, from 0';
COMMENT ON COLUMN settled_cells.content IS 'sealed: a part of the file, under a key of its own';
COMMENT ON TABLE file_cells IS 'Files in cells of at most 1 MiB, each written once, until they settle; they go with the row of their file.';
ALTER TABLE files ADD COLUMN settled boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN files.settled IS 'plaintext: whether its cells have moved to settled_cells';

COMMENT ON COLUMN sessions.expires IS 'plaintext: the midnight (UTC) after the end of the session, which the cookie knows';

-- Days are those of the office's time zone (docs/decisions/0061-days-are-the-offices.md).
COMMENT ON COLUMN cases.arrived_on IS 'plaintext: day of arrival (of the office), never a time';
COMMENT ON COLUMN cases.state_on IS 'plaintext: day on which the state changed (of the office)';
COMMENT ON COLUMN messages.stored_on IS 'plaintext: day on which it was stored (of the office), never a time';
COMMENT ON COLUMN files.touched_on IS 'plaintext: day on which a cell of it last came (of the office), never a time';

CREATE TABLE rewrites (
  name text PRIMARY KEY,
  condition text NOT NULL,
  last_on date
);
COMMENT ON TABLE rewrites IS 'Which tables are rewritten, and when they last were.';
COMMENT ON COLUMN rewrites.name IS 'plaintext: the table; its primary key begins with something random';
COMMENT ON COLUMN rewrites.condition IS 'plaintext: which of its rows, in SQL; $1 is the day before the last rewriting';
COMMENT ON COLUMN rewrites.last_on IS 'plaintext: day of its last rewriting (of the office), none before the first';

-- Reports of a channel since a day, for looks at what is new; within a day in the order of random names.
CREATE INDEX cases_channel ON cases (channel_id, arrived_on, handle);
`;

/**
 * Rows of days that were not over at the last rewriting; where rows have no day, all. A row that was locked holds who
 * locked it (xmax), and a message locks its case. A migration that makes a table adds it here.
 */
const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES
  ('cases', 'arrived_on >= $1 OR state_on >= $1 OR xmax <> ''0''::xid'),
  ('inboxes', 'handle IN (SELECT handle FROM public.cases WHERE arrived_on >= $1) OR xmax <> ''0''::xid'),
  ('messages', 'stored_on >= $1 OR xmax <> ''0''::xid'),
  ('files', 'true'),
  ('file_cells', 'true'),
  ('access', 'true'),
  ('wraps', 'true'),
  ('logins', 'true'),
  ('sessions', 'true'),
  ('spent', 'true');
`;

const FUNCTIONS = `
CREATE FUNCTION rewrite_rows(table_name text, today date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  condition text;
  since date;
  key text;
  changes text;
  place tid;
BEGIN
  SELECT rewrites.condition, coalesce(last_on - 1, '-infinity') INTO STRICT condition, since
  FROM public.rewrites WHERE name = table_name;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY at) INTO key
  FROM pg_index, unnest(indkey::smallint[]) WITH ORDINALITY AS columns (attnum, at) JOIN pg_attribute USING (attnum)
  WHERE indisprimary AND indrelid = format('public.%I', table_name)::regclass AND attrelid = indrelid;
  -- Another value of the same bytes: the same one would stay where it lies beside the row, in the order of arrival.
  SELECT string_agg(format('%1$I = %1$I || ''''::bytea', attname), ', ') INTO changes
  FROM pg_attribute WHERE attrelid = format('public.%I', table_name)::regclass AND attstorage = 'e' AND NOT attisdropped;
  changes := coalesce(changes, format('%1$s = %1$s', split_part(key, ', ', 1)));
  EXECUTE format('LOCK TABLE public.%I IN EXCLUSIVE MODE', table_name);
  FOR place IN EXECUTE format('SELECT ctid FROM public.%I WHERE %s ORDER BY %s', table_name, condition, key) USING since LOOP
    EXECUTE format('UPDATE public.%I SET %s WHERE ctid = $1', table_name, changes) USING place;
  END LOOP;
  UPDATE public.rewrites SET last_on = today WHERE name = table_name;
END $$;
COMMENT ON FUNCTION rewrite_rows IS 'Gives the rows of a table one transaction, the same for all, in the order of their keys.';

CREATE FUNCTION order_rows(table_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.rewrites WHERE name = table_name;
  IF NOT FOUND THEN RAISE invalid_parameter_value; END IF;
  EXECUTE format('CLUSTER public.%I USING %I', table_name, table_name || '_pkey');
  EXECUTE format('ANALYZE public.%I', table_name);
END $$;
COMMENT ON FUNCTION order_rows IS 'Lays a table out in the order of its random keys, in new files.';

CREATE FUNCTION settle_cells(today date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- Whoever comes to one of these files waits, and then reads that its cells are elsewhere.
  PERFORM FROM public.files JOIN public.messages USING (handle, direction, sequence)
  WHERE NOT settled AND touched_on < today AND stored_on < today FOR UPDATE OF files;
  UPDATE public.files SET settled = true FROM public.messages
  WHERE messages.handle = files.handle AND messages.direction = files.direction AND messages.sequence = files.sequence
    AND NOT settled AND touched_on < today AND stored_on < today;
  INSERT INTO public.settled_cells SELECT handle, file_id, cell, content
  FROM public.file_cells JOIN public.files USING (handle, file_id) WHERE settled ORDER BY handle, file_id, cell;
  DELETE FROM public.file_cells USING public.files
  WHERE settled AND files.handle = file_cells.handle AND files.file_id = file_cells.file_id;
END $$;
COMMENT ON FUNCTION settle_cells IS 'Moves the cells of files that were claimed before a day.';

CREATE FUNCTION forget_times() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  counted oid;
BEGIN
  FOR counted IN SELECT oid FROM pg_class WHERE relkind = 'i' OR relnamespace = 'public'::regnamespace LOOP
    PERFORM pg_stat_reset_single_table_counters(counted);
  END LOOP;
  PERFORM pg_switch_wal();
  CHECKPOINT;
END $$;
COMMENT ON FUNCTION forget_times IS 'Ends the write-ahead log so far, which goes, and when tables were last used.';
`;

const RIGHTS = `
REVOKE ALL ON FUNCTION rewrite_rows, order_rows, settle_cells, forget_times FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rewrite_rows, order_rows, settle_cells, forget_times TO segel_app;
GRANT SELECT ON settled_cells TO segel_app;
GRANT SELECT (name) ON rewrites TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, FUNCTIONS, RIGHTS]) await sql.raw(statements).execute(db);
}
