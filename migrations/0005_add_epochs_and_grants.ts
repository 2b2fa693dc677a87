/**
 * Who reads a case: given to a member by a row with an open part, taken from one by a new epoch. Both say to the server
 * what it must know to let in and to shut out, and nothing of the reasons.
 */
import { type Kysely, sql } from "kysely";

const COLUMNS = `
ALTER TABLE messages ADD COLUMN open_part bytea, ADD COLUMN granted_to bytea,
  ADD CHECK (open_part IS NULL OR direction = 'internal'),
  ADD CHECK (granted_to IS NULL OR (open_part IS NOT NULL AND octet_length(granted_to) = 16));
COMMENT ON COLUMN messages.open_part IS 'sealed: keys of the case, for those who remain or for one who is new; its prefix is plaintext (case id, epoch, head hash, of a grant from whom and to whom)';
COMMENT ON COLUMN messages.granted_to IS 'plaintext: member to whom this row gives the case';
ALTER TABLE messages ALTER COLUMN open_part SET STORAGE EXTERNAL;
CREATE INDEX messages_granted ON messages (granted_to, handle) WHERE granted_to IS NOT NULL;
`;

const TABLE = `
CREATE TABLE epochs (
  handle uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  epoch integer NOT NULL CHECK (epoch > 0),
  access_key bytea NOT NULL CHECK (octet_length(access_key) = 32),
  removed bytea[] NOT NULL,
  statement bytea NOT NULL,
  signature bytea NOT NULL CHECK (octet_length(signature) = 64),
  PRIMARY KEY (handle, epoch)
);
COMMENT ON TABLE epochs IS 'Epochs above 0: each began when a member took others out of a case.';
COMMENT ON COLUMN epochs.handle IS 'plaintext: the case';
COMMENT ON COLUMN epochs.epoch IS 'plaintext: number of the epoch';
COMMENT ON COLUMN epochs.access_key IS 'plaintext: public key by which members prove that they hold the keys of this epoch';
COMMENT ON COLUMN epochs.removed IS 'plaintext: members who were taken out then';
COMMENT ON COLUMN epochs.statement IS 'plaintext: what was signed: ids, hashes and the access key';
COMMENT ON COLUMN epochs.signature IS 'plaintext: by the directory key of the member who did it';
CREATE INDEX epochs_removed ON epochs USING gin (removed);
INSERT INTO rewrites (name, condition) VALUES ('epochs', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT ON epochs TO segel_app;
GRANT UPDATE (epoch, access_key) ON cases TO segel_app;
GRANT DELETE ON access TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [COLUMNS, TABLE, RIGHTS]) await sql.raw(statements).execute(db);
}
