/** What the stewards say of a directory: that it still holds, whom they suspend, which channels they close. */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE statements (
  directory_version integer NOT NULL REFERENCES directories,
  sequence integer NOT NULL CHECK (sequence > 0),
  document text NOT NULL,
  signatures jsonb NOT NULL,
  published_on date NOT NULL,
  PRIMARY KEY (directory_version, sequence)
);
COMMENT ON TABLE statements IS 'The stewards'' statements on a directory; public, all of them kept.';
COMMENT ON COLUMN statements.directory_version IS 'plaintext: the directory';
COMMENT ON COLUMN statements.sequence IS 'plaintext: number of the statement on that directory, from 1';
COMMENT ON COLUMN statements.document IS 'plaintext: the statement as signed; public';
COMMENT ON COLUMN statements.signatures IS 'plaintext: stewards and their signatures; public';
COMMENT ON COLUMN statements.published_on IS 'plaintext: day of publication';

CREATE TABLE proposals (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  directory jsonb,
  document text NOT NULL,
  signatures jsonb NOT NULL,
  proposed_on date NOT NULL
);
COMMENT ON TABLE proposals IS 'Statements that fewer stewards have signed than a directory asks for; gone when one is complete.';
COMMENT ON COLUMN proposals.hash IS 'plaintext: hash of the statement';
COMMENT ON COLUMN proposals.directory IS 'plaintext: the signed directory that is published with it, none where it is on the published one';
COMMENT ON COLUMN proposals.document IS 'plaintext: the statement';
COMMENT ON COLUMN proposals.signatures IS 'plaintext: stewards and their signatures';
COMMENT ON COLUMN proposals.proposed_on IS 'plaintext: day of the newest signature';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('proposals', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT ON statements TO segel_app;
GRANT SELECT, INSERT, UPDATE (signatures, proposed_on), DELETE ON proposals TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
