/** Entries that wait for a request to the roots: which roles colleagues wish for a member, and what the member has signed anew. */
import { type Kysely, sql } from "kysely";

const TABLE = `
CREATE TABLE entries (
  member_id bytea PRIMARY KEY CHECK (octet_length(member_id) = 16),
  roles jsonb,
  entry jsonb,
  CHECK (roles IS NOT NULL OR entry IS NOT NULL)
);
COMMENT ON TABLE entries IS 'Entries of members that wait for a request to the roots; gone when a directory has other roles or keys of that member.';
COMMENT ON COLUMN entries.member_id IS 'plaintext: the member';
COMMENT ON COLUMN entries.roles IS 'plaintext: roles that a lead or administrator wishes for the member';
COMMENT ON COLUMN entries.entry IS 'plaintext: the entry with other roles or keys, signed by the member; public once roots have signed it';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('entries', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT, DELETE, UPDATE (roles, entry) ON entries TO segel_app;
GRANT UPDATE (key_wrap) ON factors TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLE, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
