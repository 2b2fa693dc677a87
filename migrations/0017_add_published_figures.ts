/** Published figures, which never change, and those that wait for a second member. */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE figures (
  sequence integer PRIMARY KEY CHECK (sequence > 0),
  document text NOT NULL,
  signatures jsonb NOT NULL
);
COMMENT ON TABLE figures IS 'Published figures, each signed by two members: public, and never changed.';
COMMENT ON COLUMN figures.sequence IS 'plaintext: its number, from 1';
COMMENT ON COLUMN figures.document IS 'plaintext: the figures, as signed';
COMMENT ON COLUMN figures.signatures IS 'plaintext: who signed on which day';

CREATE TABLE figures_proposal (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  document text NOT NULL,
  signature jsonb NOT NULL
);
COMMENT ON TABLE figures_proposal IS 'Figures that wait for a second member: at most one row.';
COMMENT ON COLUMN figures_proposal.one IS 'plaintext: always true';
COMMENT ON COLUMN figures_proposal.document IS 'plaintext: the figures, as signed; already fit to be published';
COMMENT ON COLUMN figures_proposal.signature IS 'plaintext: the lead who prepared them, and on which day';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('figures', 'true'), ('figures_proposal', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT ON figures TO segel_app;
GRANT SELECT, INSERT, DELETE ON figures_proposal TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
