/** What an office decides for itself beside its cases: every version of every document, never changed. */
import { type Kysely, sql } from "kysely";

const TABLE = `
CREATE TABLE office_documents (
  kind text NOT NULL CHECK (octet_length(kind) BETWEEN 1 AND 32),
  version bigint NOT NULL CHECK (version > 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  document bytea NOT NULL,
  PRIMARY KEY (kind, version)
);
COMMENT ON TABLE office_documents IS 'What an office decides for itself beside its cases; nothing of a reporter.';
COMMENT ON COLUMN office_documents.kind IS 'plaintext: which document';
COMMENT ON COLUMN office_documents.version IS 'plaintext: how often it was written';
COMMENT ON COLUMN office_documents.hash IS 'plaintext: names this version in the one after it';
COMMENT ON COLUMN office_documents.document IS 'plaintext: signed, with its author and the directory; the content of kinds that are sealed is not, but how many read it, in steps of eight, and its size class are';
`;

const RIGHTS = `
GRANT SELECT, INSERT ON office_documents TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLE, RIGHTS]) await sql.raw(statements).execute(db);
}
