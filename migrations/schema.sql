-- Written by UPDATE_SCHEMA=1 node test/server/schema.test.ts, read back from PostgreSQL; no migration reads this.

COMMENT ON TABLE access IS 'Which member proved to have opened which case.';
COMMENT ON TABLE cases IS 'Sealed reports. A burnt case id may come again, so the random handle is the name.';
COMMENT ON TABLE directories IS 'Signed lists of members and channels; public.';
COMMENT ON TABLE inboxes IS 'The reporter''s way in. Burning deletes the row and nothing else.';
COMMENT ON TABLE logins IS 'How members sign in, and their vaults.';
COMMENT ON TABLE messages IS 'The conversation and internal notes, one row per case, direction and sequence.';
COMMENT ON TABLE sessions IS 'Members who are signed in.';
COMMENT ON TABLE spent IS 'Nonces and challenges that have served, until they expire.';
COMMENT ON TABLE wraps IS 'Each member''s own record of a case.';

COLUMN access.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN access.handle uuid NOT NULL; -- plaintext: the case
COLUMN access.epoch integer NOT NULL; -- plaintext: epoch of the access key that signed the proof
COLUMN cases.handle uuid NOT NULL; -- plaintext: random name, UUIDv4
COLUMN cases.case_id bytea NOT NULL; -- plaintext: hash of the public key that signs for the reporter
COLUMN cases.channel_id bytea NOT NULL; -- plaintext: channel of the directory
COLUMN cases.access_key bytea NOT NULL; -- plaintext: public key of the newest epoch by which members prove that they opened the case
COLUMN cases.epoch integer NOT NULL DEFAULT 0; -- plaintext: number of the newest epoch
COLUMN cases.arrived_on date NOT NULL; -- plaintext: day of arrival (UTC), never a time
COLUMN cases.state text NOT NULL DEFAULT 'received'::text; -- plaintext: state as the members moved it; the signed status counts
COLUMN cases.state_on date NOT NULL; -- plaintext: day on which the state changed (UTC)
COLUMN cases.head bytea NOT NULL STORAGE EXTERNAL; -- sealed: slots, summary and signature; its prefix is plaintext (channel, case id, directory, slot count, size class, access key)
COLUMN cases.body bytea NOT NULL STORAGE EXTERNAL; -- sealed: the report
COLUMN cases.identity_head bytea NOT NULL STORAGE EXTERNAL; -- sealed: slots and signature; its prefix is plaintext like that of head
COLUMN cases.identity_body bytea NOT NULL STORAGE EXTERNAL; -- sealed: the identity, empty or not
COLUMN directories.version integer NOT NULL; -- plaintext: number of the directory, from 1
COLUMN directories.hash bytea NOT NULL; -- plaintext: hash of the document
COLUMN directories.document text NOT NULL; -- plaintext: the document as signed; public
COLUMN directories.signatures jsonb NOT NULL; -- plaintext: root keys and their signatures; public
COLUMN directories.published_on date NOT NULL; -- plaintext: day of publication
COLUMN inboxes.case_id bytea NOT NULL; -- plaintext: hash of the public key that signs for the reporter
COLUMN inboxes.handle uuid NOT NULL; -- plaintext: the case
COLUMN inboxes.receipt bytea NOT NULL STORAGE EXTERNAL; -- sealed: under a key of the reporter alone
COLUMN logins.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN logins.name text NOT NULL; -- plaintext: login name, NFKC and lower case
COLUMN logins.salt bytea NOT NULL; -- plaintext: salt of the passphrase
COLUMN logins.memory_kib bigint NOT NULL; -- plaintext: cost of the passphrase, memory
COLUMN logins.passes bigint NOT NULL; -- plaintext: cost of the passphrase, passes
COLUMN logins.login_public_key bytea NOT NULL; -- plaintext: public key that verifies a signing-in
COLUMN logins.key_wrap bytea NOT NULL STORAGE EXTERNAL; -- sealed: the vault key, under the passphrase
COLUMN logins.keys bytea NOT NULL STORAGE EXTERNAL; -- sealed: the member's seeds, under the vault key
COLUMN logins.memory bytea NOT NULL STORAGE EXTERNAL; -- sealed: what the member's client remembers, under the vault key
COLUMN messages.handle uuid NOT NULL; -- plaintext: the case
COLUMN messages.direction text NOT NULL; -- plaintext: who wrote to whom
COLUMN messages.sequence integer NOT NULL; -- plaintext: number within case and direction
COLUMN messages.epoch integer NOT NULL; -- plaintext: epoch of the keys
COLUMN messages.stored_on date NOT NULL; -- plaintext: day on which it was stored (UTC), never a time
COLUMN messages."row" bytea NOT NULL STORAGE EXTERNAL; -- sealed: the message
COLUMN messages.own_box bytea STORAGE EXTERNAL; -- sealed: what the reporter remembers, under a key of the reporter alone
COLUMN sessions.id_hash bytea NOT NULL; -- plaintext: keyed hash of the cookie
COLUMN sessions.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN sessions.entry_hash bytea NOT NULL; -- plaintext: keyed hash of the member's directory entry at signing in
COLUMN sessions.expires timestamp with time zone NOT NULL; -- plaintext: end of the session
COLUMN spent.nonce_hash bytea NOT NULL; -- plaintext: keyed hash of the nonce
COLUMN spent.expires timestamp with time zone NOT NULL; -- plaintext: the full hour after the nonce has expired
COLUMN wraps.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN wraps.handle uuid NOT NULL; -- plaintext: the case
COLUMN wraps.record bytea NOT NULL STORAGE EXTERNAL; -- sealed: keys of the case, under the member's vault key

CONSTRAINT access_handle_fkey ON access FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT access_member_id_check ON access CHECK ((octet_length(member_id) = 16));
CONSTRAINT access_pkey ON access PRIMARY KEY (member_id, handle);
CONSTRAINT cases_access_key_check ON cases CHECK ((octet_length(access_key) = 32));
CONSTRAINT cases_case_id_check ON cases CHECK ((octet_length(case_id) = 32));
CONSTRAINT cases_channel_id_check ON cases CHECK ((octet_length(channel_id) = 16));
CONSTRAINT cases_pkey ON cases PRIMARY KEY (handle);
CONSTRAINT directories_hash_check ON directories CHECK ((octet_length(hash) = 32));
CONSTRAINT directories_pkey ON directories PRIMARY KEY (version);
CONSTRAINT directories_version_check ON directories CHECK ((version > 0));
CONSTRAINT inboxes_case_id_check ON inboxes CHECK ((octet_length(case_id) = 32));
CONSTRAINT inboxes_handle_fkey ON inboxes FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT inboxes_handle_key ON inboxes UNIQUE (handle);
CONSTRAINT inboxes_pkey ON inboxes PRIMARY KEY (case_id);
CONSTRAINT logins_login_public_key_check ON logins CHECK ((octet_length(login_public_key) = 32));
CONSTRAINT logins_member_id_check ON logins CHECK ((octet_length(member_id) = 16));
CONSTRAINT logins_name_key ON logins UNIQUE (name);
CONSTRAINT logins_pkey ON logins PRIMARY KEY (member_id);
CONSTRAINT messages_check ON messages CHECK (((own_box IS NOT NULL) = (direction = 'reporter'::text)));
CONSTRAINT messages_direction_check ON messages CHECK ((direction = ANY (ARRAY['reporter'::text, 'team'::text, 'internal'::text])));
CONSTRAINT messages_epoch_check ON messages CHECK ((epoch >= 0));
CONSTRAINT messages_handle_fkey ON messages FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT messages_pkey ON messages PRIMARY KEY (handle, direction, sequence);
CONSTRAINT messages_sequence_check ON messages CHECK ((sequence > 0));
CONSTRAINT sessions_entry_hash_check ON sessions CHECK ((octet_length(entry_hash) = 32));
CONSTRAINT sessions_id_hash_check ON sessions CHECK ((octet_length(id_hash) = 32));
CONSTRAINT sessions_member_id_check ON sessions CHECK ((octet_length(member_id) = 16));
CONSTRAINT sessions_pkey ON sessions PRIMARY KEY (id_hash);
CONSTRAINT spent_nonce_hash_check ON spent CHECK ((octet_length(nonce_hash) = 32));
CONSTRAINT spent_pkey ON spent PRIMARY KEY (nonce_hash);
CONSTRAINT wraps_handle_fkey ON wraps FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT wraps_member_id_check ON wraps CHECK ((octet_length(member_id) = 16));
CONSTRAINT wraps_pkey ON wraps PRIMARY KEY (member_id, handle);

CREATE INDEX access_handle ON public.access USING btree (handle);
CREATE INDEX sessions_member ON public.sessions USING btree (member_id);
CREATE INDEX wraps_handle ON public.wraps USING btree (handle);

GRANT INSERT, SELECT ON access TO segel_app;
GRANT INSERT, SELECT ON cases TO segel_app;
GRANT INSERT, SELECT ON directories TO segel_app;
GRANT DELETE, INSERT, SELECT ON inboxes TO segel_app;
GRANT INSERT, SELECT, UPDATE ON logins TO segel_app;
GRANT INSERT, SELECT ON messages TO segel_app;
GRANT DELETE, INSERT, SELECT ON sessions TO segel_app;
GRANT DELETE, INSERT, SELECT ON spent TO segel_app;
GRANT INSERT, SELECT ON wraps TO segel_app;

GRANT UPDATE (epoch) ON access TO segel_app;
GRANT UPDATE (state, state_on) ON cases TO segel_app;
GRANT UPDATE (record) ON wraps TO segel_app;
