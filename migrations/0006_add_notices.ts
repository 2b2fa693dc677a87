/**
 * Members who wish to be told by mail: where, when, and what the last mail knew. And rows that must not wait for the
 * hours of the office, until the next quarter of an hour.
 */
import { type Kysely, sql } from "kysely";

const TABLES = `
CREATE TABLE notices (
  member_id bytea PRIMARY KEY CHECK (octet_length(member_id) = 16),
  address text NOT NULL,
  wishes text NOT NULL,
  known text NOT NULL,
  looked_at text NOT NULL,
  waiting_for text,
  says text CHECK (says IN ('news', 'nothing')),
  attempts integer NOT NULL DEFAULT 0,
  failure text,
  failed_on date,
  urgent_on date,
  urgent_mails integer NOT NULL DEFAULT 0,
  CHECK ((waiting_for IS NULL) = (says IS NULL) AND (failure IS NULL) = (failed_on IS NULL))
);
COMMENT ON TABLE notices IS 'Members who are told by mail that there is something new, and the one mail that may wait for each.';
COMMENT ON COLUMN notices.member_id IS 'plaintext: member of the directory';
COMMENT ON COLUMN notices.address IS 'plaintext: where the mail goes';
COMMENT ON COLUMN notices.wishes IS 'plaintext: hours, days of the week and days off, as JSON';
COMMENT ON COLUMN notices.known IS 'plaintext: how many heads there had been and a hash of how far reporters had written, at the last look';
COMMENT ON COLUMN notices.looked_at IS 'plaintext: the hour of the last look, one of those that were fixed beforehand (of the office)';
COMMENT ON COLUMN notices.waiting_for IS 'plaintext: the hour of the mail that waits to be sent, none when none does';
COMMENT ON COLUMN notices.says IS 'plaintext: whether that mail says that there is something new';
COMMENT ON COLUMN notices.attempts IS 'plaintext: how often it was tried in vain';
COMMENT ON COLUMN notices.failure IS 'plaintext: why the last attempt failed, a code';
COMMENT ON COLUMN notices.failed_on IS 'plaintext: day of that attempt (of the office)';
COMMENT ON COLUMN notices.urgent_on IS 'plaintext: day of the last mail that did not wait for its hour (of the office)';
COMMENT ON COLUMN notices.urgent_mails IS 'plaintext: how many such mails there were on that day';

CREATE TABLE urgent (
  handle uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  for_channel boolean NOT NULL
);
COMMENT ON TABLE urgent IS 'Cases in which something must not wait, until the next full quarter of an hour.';
COMMENT ON COLUMN urgent.handle IS 'plaintext: the case';
COMMENT ON COLUMN urgent.for_channel IS 'plaintext: whether it is the report itself, of which all recipients of the channel are told';
`;

const REWRITTEN = `
INSERT INTO rewrites (name, condition) VALUES ('notices', 'true'), ('urgent', 'true');
`;

const RIGHTS = `
GRANT SELECT, INSERT, UPDATE, DELETE ON notices TO segel_app;
GRANT SELECT, INSERT, UPDATE (for_channel), DELETE ON urgent TO segel_app;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [TABLES, REWRITTEN, RIGHTS]) await sql.raw(statements).execute(db);
}
