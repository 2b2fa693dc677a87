/** What proves that the recovery key was rehearsed, or tells that cases were opened with it. */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE recovery_records (
  recovery_key bytea NOT NULL CHECK (octet_length(recovery_key) = 32),
  drawn bytea NOT NULL CHECK (octet_length(drawn) = 16),
  use text NOT NULL CHECK (use IN ('rehearsed', 'opened')),
  on_day date NOT NULL,
  record jsonb NOT NULL,
  PRIMARY KEY (recovery_key, drawn)
);
COMMENT ON TABLE recovery_records IS 'That the recovery key was rehearsed, or cases opened with it: signed by that key and by a member.';
COMMENT ON COLUMN recovery_records.recovery_key IS 'plaintext: fingerprint of the public recovery key';
COMMENT ON COLUMN recovery_records.drawn IS 'plaintext: random, so that each is stored once';
COMMENT ON COLUMN recovery_records.use IS 'plaintext: rehearsed, or cases opened with it';
COMMENT ON COLUMN recovery_records.on_day IS 'plaintext: day on which it was asked for, as the record says, never a time';
COMMENT ON COLUMN recovery_records.record IS 'plaintext: the record as signed: who brought it, under which directory';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('recovery_records', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT ON recovery_records TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
