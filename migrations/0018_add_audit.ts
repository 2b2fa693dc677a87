/**
 * The audit trail: one log of what members and the server itself did, to which rows are added and nothing else happens.
 *
 * Leaves are added by a function alone, one transaction after the other, so that their places have no gap and their days
 * never go back. The application's role may call it and read; UPDATE, DELETE and TRUNCATE are refused to the owner as well,
 * but for the rewriting that changes nothing (0003). Whoever owns the database can take the refusal away: that is why heads
 * are signed and members remember them (docs/protocol.md, "The audit trail").
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE audit_log (
  place bigint PRIMARY KEY CHECK (place >= 0),
  hour integer NOT NULL CHECK (hour >= 0),
  kind text NOT NULL CHECK (kind IN ('act', 'directory', 'statement', 'pages', 'server')),
  payload bytea NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  act_id bytea UNIQUE CHECK (octet_length(act_id) = 16),
  member_id bytea CHECK (octet_length(member_id) = 16),
  of_cases boolean NOT NULL,
  CHECK ((kind = 'act') = (act_id IS NOT NULL) AND (kind = 'act') = (member_id IS NOT NULL))
);
COMMENT ON TABLE audit_log IS 'The audit trail: what members and the server did, in one order. Nothing that a reporter causes is in it.';
COMMENT ON COLUMN audit_log.place IS 'plaintext: number of the leaf, from 0';
COMMENT ON COLUMN audit_log.hour IS 'plaintext: the day on which it was added, as hours since 1970 of its midnight in UTC (of the office)';
COMMENT ON COLUMN audit_log.kind IS 'plaintext: a member''s act, a directory, a statement, the pages'' manifest, or an act of the server';
COMMENT ON COLUMN audit_log.payload IS 'plaintext: the signed entry (who, which act, handle of the case, hash of the request), or what the server logs';
COMMENT ON COLUMN audit_log.hash IS 'plaintext: the leaf''s hash in the Merkle tree';
COMMENT ON COLUMN audit_log.act_id IS 'plaintext: random, from the entry: an act stands in the log once';
COMMENT ON COLUMN audit_log.member_id IS 'plaintext: whose act, from the entry';
COMMENT ON COLUMN audit_log.of_cases IS 'plaintext: whether it is shown only to who has the cases that audit_cases names';

CREATE TABLE audit_cases (
  handle uuid NOT NULL,
  place bigint NOT NULL,
  PRIMARY KEY (handle, place)
);
COMMENT ON TABLE audit_cases IS 'Which leaves of the audit trail are about which cases, so that only who has a case is shown them.';
COMMENT ON COLUMN audit_cases.handle IS 'plaintext: the case''s random name';
COMMENT ON COLUMN audit_cases.place IS 'plaintext: the leaf';
CREATE INDEX audit_cases_place ON audit_cases (place);
`;

const APPEND_ONLY = `
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION refuse_change IS 'Refuses a change of the audit trail.';
CREATE TRIGGER only_added_to BEFORE UPDATE ON audit_log FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added_to BEFORE UPDATE ON audit_cases FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON audit_cases FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/**
 * Whoever adds waits for the transaction of whoever added before: places follow each other as transactions do. The leaf is
 * list("audit-leaf", hour, kind, payload) and its hash that of RFC 6962, made here because its day is known only in turn.
 */
const FUNCTION = `
CREATE FUNCTION append_audit(now_hour integer, kind text, payload bytea, act_id bytea, member_id bytea,
  under_version integer, under_statement integer, handles uuid[])
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  next_place bigint;
  last_hour integer;
  label CONSTANT bytea := 'segel/1/audit-leaf';
BEGIN
  PERFORM pg_advisory_xact_lock(5349723);
  SELECT audit_log.place + 1, audit_log.hour INTO next_place, last_hour FROM audit_log ORDER BY audit_log.place DESC LIMIT 1;
  -- Whose act it is was decided by a directory and a statement: if these are not the newest any more, it is decided again.
  IF kind = 'act' AND (under_version, under_statement) IS DISTINCT FROM (
    SELECT (version, (SELECT coalesce(max(statements.sequence), 0) FROM statements WHERE directory_version = version))
    FROM directories ORDER BY version DESC LIMIT 1
  ) THEN
    RAISE EXCEPTION 'the directory has changed' USING ERRCODE = 'SG001';
  END IF;
  next_place := coalesce(next_place, 0);
  last_hour := greatest(last_hour, now_hour);
  INSERT INTO audit_log VALUES (next_place, last_hour, kind, payload,
    sha256('\\x00'::bytea || int4send(octet_length(label)) || label || int4send(4) || int4send(last_hour)
      || int4send(octet_length(kind)) || convert_to(kind, 'UTF8') || int4send(octet_length(payload)) || payload),
    act_id, member_id, cardinality(handles) > 0);
  INSERT INTO audit_cases SELECT DISTINCT unnest(handles), next_place;
  RETURN next_place;
END
$$;
COMMENT ON FUNCTION append_audit IS 'Adds a leaf to the audit trail; its place.';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES
  ('audit_log', 'hour >= extract(epoch FROM $1) / 3600 - 24'),
  ('audit_cases', 'place IN (SELECT place FROM public.audit_log WHERE hour >= extract(epoch FROM $1) / 3600 - 24)');
`;

const RIGHTS = `
GRANT SELECT ON audit_log, audit_cases TO segel_app;
REVOKE EXECUTE ON FUNCTION append_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit TO segel_app;
`;

/** What was published before there was a log stands at its beginning: entries name the directory that has their author's key. */
const PUBLISHED = `
SELECT append_audit((floor(extract(epoch FROM now()) / 86400) * 24)::integer, kind, sha256(convert_to(document, 'UTF8')), NULL, NULL, NULL, NULL, '{}')
FROM (
  SELECT version, 0 AS sequence, 'directory' AS kind, document FROM directories
  UNION ALL SELECT directory_version, sequence, 'statement', document FROM statements
  ORDER BY version, sequence
) AS published;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, APPEND_ONLY, FUNCTION, REWRITTEN, RIGHTS, PUBLISHED])
    await sql.raw(statements).execute(db);
}
