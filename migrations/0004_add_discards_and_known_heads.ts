/**
 * Cases that two members discard: the steps that they signed, and what stays when the case is gone. The role that serves
 * requests still cannot remove a case; one function does, only after the grace and never without leaving the record.
 *
 * And what a member's client remembers of heads that it tried, so that none is tried again at every look, and of those
 * that opened, so that it misses one that is shown no more.
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE discards (
  handle uuid PRIMARY KEY,
  case_id bytea NOT NULL CHECK (octet_length(case_id) = 32),
  channel_id bytea NOT NULL CHECK (octet_length(channel_id) = 16),
  removed_on date,
  freed_bytes bigint,
  had_inbox boolean,
  CHECK ((removed_on IS NULL) = (freed_bytes IS NULL) AND (removed_on IS NULL) = (had_inbox IS NULL))
);
COMMENT ON TABLE discards IS 'Cases that members proposed to discard. The row outlives its case, and says nothing of the reporter.';
COMMENT ON COLUMN discards.handle IS 'plaintext: the case, there or not';
COMMENT ON COLUMN discards.case_id IS 'plaintext: hash of the public key that signed for the reporter';
COMMENT ON COLUMN discards.channel_id IS 'plaintext: channel of the directory';
COMMENT ON COLUMN discards.removed_on IS 'plaintext: day on which the case was removed (of the office), none while it is there';
COMMENT ON COLUMN discards.freed_bytes IS 'plaintext: bytes of report, messages and files that went with it';
COMMENT ON COLUMN discards.had_inbox IS 'plaintext: whether words still led to it then: who comes back with them is told that it is gone';
CREATE INDEX discards_case ON discards (case_id);
CREATE INDEX discards_channel ON discards (channel_id, handle);

CREATE TABLE discard_steps (
  handle uuid NOT NULL REFERENCES discards,
  number integer NOT NULL CHECK (number > 0),
  step text NOT NULL CHECK (step IN ('propose', 'agree', 'keep')),
  statement bytea NOT NULL,
  signature bytea NOT NULL CHECK (octet_length(signature) = 64),
  stored_on date NOT NULL,
  PRIMARY KEY (handle, number)
);
COMMENT ON TABLE discard_steps IS 'What members signed about discarding a case, in order.';
COMMENT ON COLUMN discard_steps.handle IS 'plaintext: the case';
COMMENT ON COLUMN discard_steps.number IS 'plaintext: number within the case, from 1';
COMMENT ON COLUMN discard_steps.step IS 'plaintext: proposed, agreed or taken back, as the statement says';
COMMENT ON COLUMN discard_steps.statement IS 'plaintext: what was signed: ids, hashes and a day';
COMMENT ON COLUMN discard_steps.signature IS 'plaintext: by the member''s directory key';
COMMENT ON COLUMN discard_steps.stored_on IS 'plaintext: day on which it was stored (of the office), never a time';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('discards', 'true'), ('discard_steps', 'true');
`;

const KNOWN_HEADS = `
ALTER TABLE logins ADD COLUMN known_heads bytea;
COMMENT ON COLUMN logins.known_heads IS 'sealed: which heads the member''s client has tried and opened, under the vault key; none before the first';
ALTER TABLE logins ALTER COLUMN known_heads SET STORAGE EXTERNAL;
`;

/** A gigabyte of cells is half a million rows for PostgreSQL, so a case goes in turns, each within a statement's time. */
const FUNCTION = `
CREATE FUNCTION remove_discarded(today date, grace_days integer) RETURNS boolean
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
COMMENT ON FUNCTION remove_discarded IS 'One turn of removing what two members have discarded; false when nothing is left to do.';
REVOKE ALL ON FUNCTION remove_discarded FROM PUBLIC;
`;

const RIGHTS = `
GRANT SELECT, INSERT ON discards TO segel_app;
GRANT SELECT, INSERT ON discard_steps TO segel_app;
GRANT EXECUTE ON FUNCTION remove_discarded TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, KNOWN_HEADS, FUNCTION, RIGHTS]) await sql.raw(statements).execute(db);
}
