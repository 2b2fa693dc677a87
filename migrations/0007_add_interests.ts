/** What members declare of their own interests: one sealed declaration a member, the newest alone. */
import { type Kysely, sql } from "kysely";

const TABLE = `
CREATE TABLE interests (
  member_id bytea PRIMARY KEY CHECK (octet_length(member_id) = 16),
  version bigint NOT NULL CHECK (version > 0),
  declaration bytea NOT NULL
);
COMMENT ON TABLE interests IS 'What members declare of their own interests, for themselves and for the leads of their channels.';
COMMENT ON COLUMN interests.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN interests.version IS 'plaintext: how often it was declared or sealed anew';
COMMENT ON COLUMN interests.declaration IS 'sealed: interests, signed; in clear the member, the version, the directory and how many read it, in steps of eight';
ALTER TABLE interests ALTER COLUMN declaration SET STORAGE EXTERNAL;
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('interests', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT, UPDATE (version, declaration) ON interests TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLE, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
