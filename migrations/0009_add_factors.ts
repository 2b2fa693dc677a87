/**
 * Second factors of members, and what two colleagues ask about one that was lost. Sessions say on which day they were
 * begun and how; those of before end, since nobody knows how they were.
 */
import { type Kysely, sql } from "kysely";

const FACTORS = `
CREATE TABLE factors (
  factor_id bytea PRIMARY KEY CHECK (octet_length(factor_id) = 16),
  member_id bytea NOT NULL CHECK (octet_length(member_id) = 16),
  kind text NOT NULL CHECK (kind IN ('code', 'passkey')),
  added_on date NOT NULL,
  secret bytea,
  origin text,
  credential_id bytea UNIQUE,
  public_key bytea,
  sign_count bigint,
  key_wrap bytea CHECK (octet_length(key_wrap) = 104),
  CHECK ((kind = 'code') = (secret IS NOT NULL)),
  CHECK ((kind = 'passkey') = (origin IS NOT NULL AND credential_id IS NOT NULL AND public_key IS NOT NULL AND sign_count IS NOT NULL)),
  CHECK (key_wrap IS NULL OR kind = 'passkey')
);
CREATE INDEX factors_member ON factors (member_id);
COMMENT ON TABLE factors IS 'Second factors of members.';
COMMENT ON COLUMN factors.factor_id IS 'plaintext: random name';
COMMENT ON COLUMN factors.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN factors.kind IS 'plaintext: codes or a passkey';
COMMENT ON COLUMN factors.added_on IS 'plaintext: day on which it was added (of the office)';
COMMENT ON COLUMN factors.secret IS 'sealed: the secret of codes, under the server''s key, which the database does not hold';
COMMENT ON COLUMN factors.origin IS 'plaintext: the address at which a passkey serves';
COMMENT ON COLUMN factors.credential_id IS 'plaintext: name that the authenticator gave a passkey';
COMMENT ON COLUMN factors.public_key IS 'plaintext: public key of a passkey';
COMMENT ON COLUMN factors.sign_count IS 'plaintext: how often the authenticator says that it has signed; 0 where it does not count';
COMMENT ON COLUMN factors.key_wrap IS 'sealed: the vault key, under what the passkey gives on its device';
ALTER TABLE factors ALTER COLUMN secret SET STORAGE EXTERNAL;
ALTER TABLE factors ALTER COLUMN key_wrap SET STORAGE EXTERNAL;
`;

const RESETS = `
CREATE TABLE factor_resets (
  member_id bytea NOT NULL CHECK (octet_length(member_id) = 16),
  asked_by bytea NOT NULL CHECK (octet_length(asked_by) = 16),
  asked_on date NOT NULL,
  signature bytea NOT NULL CHECK (octet_length(signature) = 64),
  PRIMARY KEY (member_id, asked_by)
);
COMMENT ON TABLE factor_resets IS 'Members whose second factors colleagues ask to be removed.';
COMMENT ON COLUMN factor_resets.member_id IS 'plaintext: whose second factors';
COMMENT ON COLUMN factor_resets.asked_by IS 'plaintext: the lead or administrator who asks';
COMMENT ON COLUMN factor_resets.asked_on IS 'plaintext: day that was signed (of the office)';
COMMENT ON COLUMN factor_resets.signature IS 'plaintext: by the directory key of who asks';
`;

const SIGN_IN = `
ALTER TABLE logins ADD COLUMN signed_in_on date;
ALTER TABLE logins ADD COLUMN wrong_codes integer NOT NULL DEFAULT 0;
ALTER TABLE logins ADD COLUMN code_tries integer NOT NULL DEFAULT 0;
ALTER TABLE logins ADD COLUMN code_tries_until timestamptz;
COMMENT ON COLUMN logins.signed_in_on IS 'plaintext: day of the last signing in (of the office), none before the first';
COMMENT ON COLUMN logins.wrong_codes IS 'plaintext: wrong codes since the last right one';
COMMENT ON COLUMN logins.code_tries IS 'plaintext: codes tried within the hour that ends next';
COMMENT ON COLUMN logins.code_tries_until IS 'plaintext: the full hour after the last code that was tried in vain';
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN begun_on date NOT NULL;
ALTER TABLE sessions ADD COLUMN way text NOT NULL CHECK (way IN ('words', 'code', 'passkey'));
COMMENT ON COLUMN sessions.begun_on IS 'plaintext: day on which it was begun (of the office)';
COMMENT ON COLUMN sessions.way IS 'plaintext: by the words alone, with a code or with a passkey';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('factors', 'true'), ('factor_resets', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT, DELETE, UPDATE (sign_count) ON factors TO segel_app;
GRANT SELECT, INSERT, DELETE, UPDATE (asked_on, signature) ON factor_resets TO segel_app;
GRANT UPDATE (way) ON sessions TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [FACTORS, RESETS, SIGN_IN, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
