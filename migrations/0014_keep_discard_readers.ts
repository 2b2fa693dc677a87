/**
 * Who had opened a case that members discarded is kept beside its record: nobody else is told that it was there. To whom
 * a reporter had excluded, a record would say that the head which did not open was no decoy; and whoever has lost the
 * channel since would miss the case.
 */
import { type Kysely, sql } from "kysely";

const COLUMN = `
ALTER TABLE discards ADD COLUMN readers bytea[], ADD CHECK (readers IS NULL OR removed_on IS NOT NULL);
COMMENT ON COLUMN discards.readers IS 'plaintext: members who had proved to have opened the case when it was removed; none while it is there, or of a removal before this was kept';
`;

/** As in 0004, and with the readers. */
const FUNCTION = `
CREATE OR REPLACE FUNCTION remove_discarded(today date, grace_days integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  due uuid;
BEGIN
  SELECT cases.handle INTO due FROM cases JOIN discards USING (handle)
    WHERE removed_on IS NOT NULL LIMIT 1 FOR UPDATE OF cases SKIP LOCKED;
  IF due IS NULL THEN
    SELECT cases.handle INTO due FROM cases JOIN discards USING (handle) JOIN discard_steps AS newest USING (handle)
      WHERE removed_on IS NULL AND newest.step = 'agree' AND newest.stored_on + grace_days < today
        AND cases.state = 'archived' AND cases.state_on <= newest.stored_on
        AND number = (SELECT max(number) FROM discard_steps WHERE discard_steps.handle = cases.handle)
      LIMIT 1 FOR UPDATE OF cases SKIP LOCKED;
    IF due IS NULL THEN
      RETURN false;
    END IF;
    -- The lock may have been waited for: what was taken back meanwhile stays.
    IF (SELECT step FROM discard_steps WHERE handle = due ORDER BY number DESC LIMIT 1) = 'agree' THEN
      UPDATE discards SET removed_on = today,
        had_inbox = EXISTS (SELECT FROM inboxes WHERE handle = due),
        readers = ARRAY(SELECT member_id FROM access WHERE access.handle = due ORDER BY member_id),
        freed_bytes = (SELECT octet_length(head) + octet_length(body) + octet_length(identity_head) + octet_length(identity_body)
            FROM cases WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(row) + coalesce(octet_length(own_box), 0)), 0) FROM messages WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(content)), 0) FROM file_cells WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(content)), 0) FROM settled_cells WHERE handle = due)
        WHERE handle = due;
    END IF;
    RETURN true;
  END IF;
  DELETE FROM files WHERE (handle, file_id) IN (SELECT handle, file_id FROM files WHERE handle = due LIMIT 1);
  IF FOUND THEN
    RETURN true;
  END IF;
  DELETE FROM messages WHERE (handle, direction, sequence) IN (
    SELECT handle, direction, sequence FROM messages WHERE handle = due LIMIT 1000);
  IF FOUND THEN
    RETURN true;
  END IF;
  DELETE FROM cases WHERE handle = due;
  RETURN true;
END
$$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [COLUMN, FUNCTION]) await sql.raw(statements).execute(db);
}
