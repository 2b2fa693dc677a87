/** An office that is being founded, and since when it is open to the public. */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE founding (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  code_hash bytea CHECK (octet_length(code_hash) = 32),
  founder_hash bytea CHECK (octet_length(founder_hash) = 32),
  joining_hash bytea CHECK (octet_length(joining_hash) = 32),
  proposal jsonb,
  document text,
  signatures jsonb,
  statement jsonb,
  founded_on date,
  opened_on date,
  CHECK (document IS NOT NULL OR signatures IS NULL),
  CHECK (signatures IS NOT NULL OR statement IS NULL),
  CHECK (founded_on IS NULL OR (code_hash IS NULL AND founder_hash IS NULL AND joining_hash IS NULL AND document IS NULL)),
  CHECK (founded_on IS NOT NULL OR opened_on IS NULL)
);
COMMENT ON TABLE founding IS 'How far the founding of this office is; one row, and none where an office was made without. Keys are gone once it is founded.';
COMMENT ON COLUMN founding.one IS 'plaintext: that there is one row';
COMMENT ON COLUMN founding.code_hash IS 'plaintext: hash of the founding code, which the server printed once';
COMMENT ON COLUMN founding.founder_hash IS 'plaintext: hash of the founder''s key, none before the code has served';
COMMENT ON COLUMN founding.joining_hash IS 'plaintext: hash of the key by which people join';
COMMENT ON COLUMN founding.proposal IS 'plaintext: names, zone, units and days off of the office, its first channel; public, built into the pages';
COMMENT ON COLUMN founding.document IS 'plaintext: the first directory as roots are asked to sign it, none while the list is open';
COMMENT ON COLUMN founding.signatures IS 'plaintext: roots and their signatures under it';
COMMENT ON COLUMN founding.statement IS 'plaintext: the first statement, while stewards sign it';
COMMENT ON COLUMN founding.founded_on IS 'plaintext: day on which directory and statement were published';
COMMENT ON COLUMN founding.opened_on IS 'plaintext: day on which the office was opened to the public, none in rehearsal';

CREATE TABLE founding_joiners (
  member_id bytea PRIMARY KEY CHECK (octet_length(member_id) = 16),
  signing_key bytea NOT NULL UNIQUE CHECK (octet_length(signing_key) = 32),
  place integer NOT NULL,
  entry text NOT NULL
);
COMMENT ON TABLE founding_joiners IS 'Who has joined while the office is being founded; empty afterwards.';
COMMENT ON COLUMN founding_joiners.member_id IS 'plaintext: member';
COMMENT ON COLUMN founding_joiners.signing_key IS 'plaintext: the device''s public key';
COMMENT ON COLUMN founding_joiners.place IS 'plaintext: order in which they came';
COMMENT ON COLUMN founding_joiners.entry IS 'plaintext: the entry as it goes into the directory: names, roles, public keys';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('founding', 'true'), ('founding_joiners', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT, UPDATE ON founding TO segel_app;
GRANT SELECT, INSERT, DELETE ON founding_joiners TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
