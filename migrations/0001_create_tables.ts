/**
 * The first tables. Every column says whether it holds plaintext: what stands behind "sealed" no key of the server opens.
 *
 * Rows that a reporter causes carry random names and days, never a time and never a number from a shared sequence:
 * a precise time links a report to a badge log.
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE directories (
  version integer PRIMARY KEY CHECK (version > 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  document text NOT NULL,
  signatures jsonb NOT NULL,
  published_on date NOT NULL
);
COMMENT ON TABLE directories IS 'Signed lists of members and channels; public.';
COMMENT ON COLUMN directories.version IS 'plaintext: number of the directory, from 1';
COMMENT ON COLUMN directories.hash IS 'plaintext: hash of the document';
COMMENT ON COLUMN directories.document IS 'plaintext: the document as signed; public';
COMMENT ON COLUMN directories.signatures IS 'plaintext: root keys and their signatures; public';
COMMENT ON COLUMN directories.published_on IS 'plaintext: day of publication';

CREATE TABLE cases (
  handle uuid PRIMARY KEY,
  case_id bytea NOT NULL CHECK (octet_length(case_id) = 32),
  channel_id bytea NOT NULL CHECK (octet_length(channel_id) = 16),
  access_key bytea NOT NULL CHECK (octet_length(access_key) = 32),
  epoch integer NOT NULL DEFAULT 0,
  arrived_on date NOT NULL,
  state text NOT NULL DEFAULT 'received',
  state_on date NOT NULL,
  head bytea NOT NULL,
  body bytea NOT NULL,
  identity_head bytea NOT NULL,
  identity_body bytea NOT NULL
);
COMMENT ON TABLE cases IS 'Sealed reports. A burnt case id may come again, so the random handle is the name.';
COMMENT ON COLUMN cases.handle IS 'plaintext: random name, UUIDv4';
COMMENT ON COLUMN cases.case_id IS 'plaintext: hash of the public key that signs for the reporter';
COMMENT ON COLUMN cases.channel_id IS 'plaintext: channel of the directory';
COMMENT ON COLUMN cases.access_key IS 'plaintext: public key of the newest epoch by which members prove that they opened the case';
COMMENT ON COLUMN cases.epoch IS 'plaintext: number of the newest epoch';
COMMENT ON COLUMN cases.arrived_on IS 'plaintext: day of arrival (UTC), never a time';
COMMENT ON COLUMN cases.state IS 'plaintext: state as the members moved it; the signed status counts';
COMMENT ON COLUMN cases.state_on IS 'plaintext: day on which the state changed (UTC)';
COMMENT ON COLUMN cases.head IS 'sealed: slots, summary and signature; its prefix is plaintext (channel, case id, directory, slot count, size class, access key)';
COMMENT ON COLUMN cases.body IS 'sealed: the report';
COMMENT ON COLUMN cases.identity_head IS 'sealed: slots and signature; its prefix is plaintext like that of head';
COMMENT ON COLUMN cases.identity_body IS 'sealed: the identity, empty or not';

CREATE TABLE inboxes (
  case_id bytea PRIMARY KEY CHECK (octet_length(case_id) = 32),
  handle uuid NOT NULL UNIQUE REFERENCES cases ON DELETE CASCADE,
  receipt bytea NOT NULL
);
COMMENT ON TABLE inboxes IS 'The reporter''s way in. Burning deletes the row and nothing else.';
COMMENT ON COLUMN inboxes.case_id IS 'plaintext: hash of the public key that signs for the reporter';
COMMENT ON COLUMN inboxes.handle IS 'plaintext: the case';
COMMENT ON COLUMN inboxes.receipt IS 'sealed: under a key of the reporter alone';

CREATE TABLE messages (
  handle uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  direction text NOT NULL CHECK (direction IN ('reporter', 'team', 'internal')),
  sequence integer NOT NULL CHECK (sequence > 0),
  epoch integer NOT NULL CHECK (epoch >= 0),
  stored_on date NOT NULL,
  row bytea NOT NULL,
  own_box bytea,
  PRIMARY KEY (handle, direction, sequence),
  CHECK ((own_box IS NOT NULL) = (direction = 'reporter'))
);
COMMENT ON TABLE messages IS 'The conversation and internal notes, one row per case, direction and sequence.';
COMMENT ON COLUMN messages.handle IS 'plaintext: the case';
COMMENT ON COLUMN messages.direction IS 'plaintext: who wrote to whom';
COMMENT ON COLUMN messages.sequence IS 'plaintext: number within case and direction';
COMMENT ON COLUMN messages.epoch IS 'plaintext: epoch of the keys';
COMMENT ON COLUMN messages.stored_on IS 'plaintext: day on which it was stored (UTC), never a time';
COMMENT ON COLUMN messages.row IS 'sealed: the message';
COMMENT ON COLUMN messages.own_box IS 'sealed: what the reporter remembers, under a key of the reporter alone';

CREATE TABLE access (
  member_id bytea NOT NULL CHECK (octet_length(member_id) = 16),
  handle uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  epoch integer NOT NULL,
  PRIMARY KEY (member_id, handle)
);
COMMENT ON TABLE access IS 'Which member proved to have opened which case.';
COMMENT ON COLUMN access.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN access.handle IS 'plaintext: the case';
COMMENT ON COLUMN access.epoch IS 'plaintext: epoch of the access key that signed the proof';
CREATE INDEX access_handle ON access (handle);

CREATE TABLE wraps (
  member_id bytea NOT NULL CHECK (octet_length(member_id) = 16),
  handle uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  record bytea NOT NULL,
  PRIMARY KEY (member_id, handle)
);
COMMENT ON TABLE wraps IS 'Each member''s own record of a case.';
COMMENT ON COLUMN wraps.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN wraps.handle IS 'plaintext: the case';
COMMENT ON COLUMN wraps.record IS 'sealed: keys of the case, under the member''s vault key';
CREATE INDEX wraps_handle ON wraps (handle);

CREATE TABLE logins (
  member_id bytea PRIMARY KEY CHECK (octet_length(member_id) = 16),
  name text NOT NULL UNIQUE,
  salt bytea NOT NULL,
  memory_kib bigint NOT NULL,
  passes bigint NOT NULL,
  login_public_key bytea NOT NULL CHECK (octet_length(login_public_key) = 32),
  key_wrap bytea NOT NULL,
  keys bytea NOT NULL,
  memory bytea NOT NULL
);
COMMENT ON TABLE logins IS 'How members sign in, and their vaults.';
COMMENT ON COLUMN logins.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN logins.name IS 'plaintext: login name, NFKC and lower case';
COMMENT ON COLUMN logins.salt IS 'plaintext: salt of the passphrase';
COMMENT ON COLUMN logins.memory_kib IS 'plaintext: cost of the passphrase, memory';
COMMENT ON COLUMN logins.passes IS 'plaintext: cost of the passphrase, passes';
COMMENT ON COLUMN logins.login_public_key IS 'plaintext: public key that verifies a signing-in';
COMMENT ON COLUMN logins.key_wrap IS 'sealed: the vault key, under the passphrase';
COMMENT ON COLUMN logins.keys IS 'sealed: the member''s seeds, under the vault key';
COMMENT ON COLUMN logins.memory IS 'sealed: what the member''s client remembers, under the vault key';

CREATE TABLE sessions (
  id_hash bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
  member_id bytea NOT NULL CHECK (octet_length(member_id) = 16),
  entry_hash bytea NOT NULL CHECK (octet_length(entry_hash) = 32),
  expires timestamptz NOT NULL
);
COMMENT ON TABLE sessions IS 'Members who are signed in.';
COMMENT ON COLUMN sessions.id_hash IS 'plaintext: keyed hash of the cookie';
COMMENT ON COLUMN sessions.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN sessions.entry_hash IS 'plaintext: keyed hash of the member''s directory entry at signing in';
COMMENT ON COLUMN sessions.expires IS 'plaintext: end of the session';
CREATE INDEX sessions_member ON sessions (member_id);

CREATE TABLE spent (
  nonce_hash bytea PRIMARY KEY CHECK (octet_length(nonce_hash) = 32),
  expires timestamptz NOT NULL
);
COMMENT ON TABLE spent IS 'Nonces and challenges that have served, until they expire.';
COMMENT ON COLUMN spent.nonce_hash IS 'plaintext: keyed hash of the nonce';
COMMENT ON COLUMN spent.expires IS 'plaintext: the full hour after the nonce has expired';
`;

/** Ciphertext does not compress: EXTERNAL keeps PostgreSQL from trying, and lets it read parts. */
const SEALED = {
  cases: ["head", "body", "identity_head", "identity_body"],
  inboxes: ["receipt"],
  messages: ["row", "own_box"],
  wraps: ["record"],
  logins: ["key_wrap", "keys", "memory"],
} as const;

/** The application's role owns nothing and may do no more than its code does. */
const RIGHTS = `
GRANT USAGE ON SCHEMA public TO segel_app;
GRANT SELECT, INSERT ON directories TO segel_app;
GRANT SELECT, INSERT, UPDATE (state, state_on) ON cases TO segel_app;
GRANT SELECT, INSERT, DELETE ON inboxes TO segel_app;
GRANT SELECT, INSERT ON messages TO segel_app;
GRANT SELECT, INSERT, UPDATE (epoch) ON access TO segel_app;
GRANT SELECT, INSERT, UPDATE (record) ON wraps TO segel_app;
GRANT SELECT, INSERT, UPDATE ON logins TO segel_app;
GRANT SELECT, INSERT, DELETE ON sessions TO segel_app;
GRANT SELECT, INSERT, DELETE ON spent TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, TABLES);
  for (const [table, columns] of Object.entries(SEALED)) {
    for (const column of columns) {
      await sql`ALTER TABLE ${sql.table(table)} ALTER COLUMN ${sql.ref(column)} SET STORAGE EXTERNAL`.execute(db);
    }
  }
  await run(db, RIGHTS);
}

async function run(db: Kysely<unknown>, statements: string): Promise<void> {
  await sql.raw(statements).execute(db);
}
