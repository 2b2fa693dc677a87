-- Written by UPDATE_SCHEMA=1 node test/server/store/schema.test.ts, read back from PostgreSQL; no migration reads this.

COMMENT ON TABLE access IS 'Which member proved to have opened which case.';
COMMENT ON TABLE audit_cases IS 'Which leaves of the audit trail are about which cases, so that only who has a case is shown them.';
COMMENT ON TABLE audit_log IS 'The audit trail: what members and the server did, in one order. Nothing that a reporter causes is in it.';
COMMENT ON TABLE cases IS 'Sealed reports. A burnt case id may come again, so the random handle is the name.';
COMMENT ON TABLE directories IS 'Signed lists of members and channels; public.';
COMMENT ON TABLE discard_steps IS 'What members signed about discarding a case, in order.';
COMMENT ON TABLE discards IS 'Cases that members proposed to discard. The row outlives its case, and says nothing of the reporter.';
COMMENT ON TABLE entries IS 'Entries of members that wait for a request to the roots; gone when a directory has other roles or keys of that member.';
COMMENT ON TABLE epochs IS 'Epochs above 0: each began when a member took others out of a case.';
COMMENT ON TABLE factor_resets IS 'Members whose second factors colleagues ask to be removed.';
COMMENT ON TABLE factors IS 'Second factors of members.';
COMMENT ON TABLE figures IS 'Published figures, each signed by two members: public, and never changed.';
COMMENT ON TABLE figures_proposal IS 'Figures that wait for a second member: at most one row.';
COMMENT ON TABLE file_cells IS 'Files in cells of at most 1 MiB, each written once, until they settle; they go with the row of their file.';
COMMENT ON TABLE files IS 'What is known of a file without its key. Those that no message has claimed are removed after a day.';
COMMENT ON TABLE founding IS 'How far the founding of this office is; one row, and none where an office was made without. Keys are gone once it is founded.';
COMMENT ON TABLE founding_joiners IS 'Who has joined while the office is being founded; empty afterwards.';
COMMENT ON TABLE inboxes IS 'The reporter''s way in. Burning deletes the row and nothing else.';
COMMENT ON TABLE interests IS 'What members declare of their own interests, for themselves and for the leads of their channels.';
COMMENT ON TABLE logins IS 'How members sign in, and their vaults.';
COMMENT ON TABLE messages IS 'The conversation and internal notes, one row per case, direction and sequence.';
COMMENT ON TABLE notices IS 'Members who are told by mail that there is something new, and the one mail that may wait for each.';
COMMENT ON TABLE office_documents IS 'What an office decides for itself beside its cases; nothing of a reporter.';
COMMENT ON TABLE proposals IS 'Statements that fewer stewards have signed than a directory asks for; gone when one is complete.';
COMMENT ON TABLE recovery_records IS 'That the recovery key was rehearsed, or cases opened with it: signed by that key and by a member.';
COMMENT ON TABLE rewrites IS 'Which tables are rewritten, and when they last were.';
COMMENT ON TABLE sessions IS 'Members who are signed in.';
COMMENT ON TABLE settled_cells IS 'Cells of claimed files of earlier days, moved here a day at a time, in the order of their names.';
COMMENT ON TABLE spent IS 'Nonces and challenges that have served, until they expire.';
COMMENT ON TABLE statements IS 'The stewards'' statements on a directory; public, all of them kept.';
COMMENT ON TABLE urgent IS 'Cases in which something must not wait, until the next full quarter of an hour.';
COMMENT ON TABLE wraps IS 'Each member''s own record of a case.';

COLUMN access.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN access.handle uuid NOT NULL; -- plaintext: the case
COLUMN access.epoch integer NOT NULL; -- plaintext: epoch of the access key that signed the proof
COLUMN audit_cases.handle uuid NOT NULL; -- plaintext: the case's random name
COLUMN audit_cases.place bigint NOT NULL; -- plaintext: the leaf
COLUMN audit_log.place bigint NOT NULL; -- plaintext: number of the leaf, from 0
COLUMN audit_log.hour integer NOT NULL; -- plaintext: the day on which it was added, as hours since 1970 of its midnight in UTC (of the office)
COLUMN audit_log.kind text NOT NULL; -- plaintext: a member's act, a directory, a statement, the pages' manifest, or an act of the server
COLUMN audit_log.payload bytea NOT NULL; -- plaintext: the signed entry (who, which act, handle of the case, hash of the request), or what the server logs
COLUMN audit_log.hash bytea NOT NULL; -- plaintext: the leaf's hash in the Merkle tree
COLUMN audit_log.act_id bytea; -- plaintext: random, from the entry: an act stands in the log once
COLUMN audit_log.member_id bytea; -- plaintext: whose act, from the entry
COLUMN audit_log.of_cases boolean NOT NULL; -- plaintext: whether it is shown only to who has the cases that audit_cases names
COLUMN cases.handle uuid NOT NULL; -- plaintext: random name, UUIDv4
COLUMN cases.case_id bytea NOT NULL; -- plaintext: hash of the public key that signs for the reporter
COLUMN cases.channel_id bytea NOT NULL; -- plaintext: channel of the directory
COLUMN cases.access_key bytea NOT NULL; -- plaintext: public key of the newest epoch by which members prove that they opened the case
COLUMN cases.epoch integer NOT NULL DEFAULT 0; -- plaintext: number of the newest epoch
COLUMN cases.arrived_on date NOT NULL; -- plaintext: day of arrival (of the office), never a time
COLUMN cases.state text NOT NULL DEFAULT 'received'::text; -- plaintext: state as the members moved it; the signed status counts
COLUMN cases.state_on date NOT NULL; -- plaintext: day on which the state changed (of the office)
COLUMN cases.head bytea NOT NULL STORAGE EXTERNAL; -- sealed: slots, summary and signature; its prefix is plaintext (channel, case id, directory, slot count, size class, access key)
COLUMN cases.body bytea NOT NULL STORAGE EXTERNAL; -- sealed: the report
COLUMN cases.identity_head bytea NOT NULL STORAGE EXTERNAL; -- sealed: slots and signature; its prefix is plaintext like that of head
COLUMN cases.identity_body bytea NOT NULL STORAGE EXTERNAL; -- sealed: the identity, empty or not
COLUMN directories.version integer NOT NULL; -- plaintext: number of the directory, from 1
COLUMN directories.hash bytea NOT NULL; -- plaintext: hash of the document
COLUMN directories.document text NOT NULL; -- plaintext: the document as signed; public
COLUMN directories.signatures jsonb NOT NULL; -- plaintext: root keys and their signatures; public
COLUMN directories.published_on date NOT NULL; -- plaintext: day of publication
COLUMN discard_steps.handle uuid NOT NULL; -- plaintext: the case
COLUMN discard_steps.number integer NOT NULL; -- plaintext: number within the case, from 1
COLUMN discard_steps.step text NOT NULL; -- plaintext: proposed, agreed or taken back, as the statement says
COLUMN discard_steps.statement bytea NOT NULL; -- plaintext: what was signed: ids, hashes and a day
COLUMN discard_steps.signature bytea NOT NULL; -- plaintext: by the member's directory key
COLUMN discard_steps.stored_on date NOT NULL; -- plaintext: day on which it was stored (of the office), never a time
COLUMN discards.handle uuid NOT NULL; -- plaintext: the case, there or not
COLUMN discards.case_id bytea NOT NULL; -- plaintext: hash of the public key that signed for the reporter
COLUMN discards.channel_id bytea NOT NULL; -- plaintext: channel of the directory
COLUMN discards.removed_on date; -- plaintext: day on which the case was removed (of the office), none while it is there
COLUMN discards.freed_bytes bigint; -- plaintext: bytes of report, messages and files that went with it
COLUMN discards.had_inbox boolean; -- plaintext: whether words still led to it then: who comes back with them is told that it is gone
COLUMN discards.readers bytea[]; -- plaintext: members who had proved to have opened the case when it was removed; none while it is there, or of a removal before this was kept
COLUMN entries.member_id bytea NOT NULL; -- plaintext: the member
COLUMN entries.roles jsonb; -- plaintext: roles that a lead or administrator wishes for the member
COLUMN entries.entry jsonb; -- plaintext: the entry with other roles or keys, signed by the member; public once roots have signed it
COLUMN epochs.handle uuid NOT NULL; -- plaintext: the case
COLUMN epochs.epoch integer NOT NULL; -- plaintext: number of the epoch
COLUMN epochs.access_key bytea NOT NULL; -- plaintext: public key by which members prove that they hold the keys of this epoch
COLUMN epochs.removed bytea[] NOT NULL; -- plaintext: members who were taken out then
COLUMN epochs.statement bytea NOT NULL; -- plaintext: what was signed: ids, hashes and the access key
COLUMN epochs.signature bytea NOT NULL; -- plaintext: by the directory key of the member who did it
COLUMN factor_resets.member_id bytea NOT NULL; -- plaintext: whose second factors
COLUMN factor_resets.asked_by bytea NOT NULL; -- plaintext: the lead or administrator who asks
COLUMN factor_resets.asked_on date NOT NULL; -- plaintext: day that was signed (of the office)
COLUMN factor_resets.signature bytea NOT NULL; -- plaintext: by the directory key of who asks
COLUMN factors.factor_id bytea NOT NULL; -- plaintext: random name
COLUMN factors.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN factors.kind text NOT NULL; -- plaintext: codes or a passkey
COLUMN factors.added_on date NOT NULL; -- plaintext: day on which it was added (of the office)
COLUMN factors.secret bytea STORAGE EXTERNAL; -- sealed: the secret of codes, under the server's key, which the database does not hold
COLUMN factors.origin text; -- plaintext: the address at which a passkey serves
COLUMN factors.credential_id bytea; -- plaintext: name that the authenticator gave a passkey
COLUMN factors.public_key bytea; -- plaintext: public key of a passkey
COLUMN factors.sign_count bigint; -- plaintext: how often the authenticator says that it has signed; 0 where it does not count
COLUMN factors.key_wrap bytea STORAGE EXTERNAL; -- sealed: the vault key, under what the passkey gives on its device
COLUMN figures.sequence integer NOT NULL; -- plaintext: its number, from 1
COLUMN figures.document text NOT NULL; -- plaintext: the figures, as signed
COLUMN figures.signatures jsonb NOT NULL; -- plaintext: who signed on which day
COLUMN figures_proposal.one boolean NOT NULL DEFAULT true; -- plaintext: always true
COLUMN figures_proposal.document text NOT NULL; -- plaintext: the figures, as signed; already fit to be published
COLUMN figures_proposal.signature jsonb NOT NULL; -- plaintext: the lead who prepared them, and on which day
COLUMN file_cells.handle uuid NOT NULL; -- plaintext: the case
COLUMN file_cells.file_id bytea NOT NULL; -- plaintext: the file
COLUMN file_cells.cell integer NOT NULL; -- plaintext: number of the cell, from 0
COLUMN file_cells.content bytea NOT NULL STORAGE EXTERNAL; -- sealed: a part of the file, under a key of its own
COLUMN files.handle uuid NOT NULL; -- plaintext: the case
COLUMN files.file_id bytea NOT NULL; -- plaintext: random name, made by who sealed the file
COLUMN files.direction text NOT NULL; -- plaintext: who sent it to whom
COLUMN files.cell_bytes integer NOT NULL; -- plaintext: size class, bytes of file in a cell
COLUMN files.cells integer NOT NULL; -- plaintext: size class, number of cells
COLUMN files.touched_on date NOT NULL; -- plaintext: day on which a cell of it last came (of the office), never a time
COLUMN files.sequence integer; -- plaintext: the message that claims it, none before that
COLUMN files.settled boolean NOT NULL DEFAULT false; -- plaintext: whether its cells have moved to settled_cells
COLUMN founding.one boolean NOT NULL DEFAULT true; -- plaintext: that there is one row
COLUMN founding.code_hash bytea; -- plaintext: hash of the founding code, which the server printed once
COLUMN founding.founder_hash bytea; -- plaintext: hash of the founder's key, none before the code has served
COLUMN founding.joining_hash bytea; -- plaintext: hash of the key by which people join
COLUMN founding.proposal jsonb; -- plaintext: names, zone, units and days off of the office, its first channel; public, built into the pages
COLUMN founding.document text; -- plaintext: the first directory as roots are asked to sign it, none while the list is open
COLUMN founding.signatures jsonb; -- plaintext: roots and their signatures under it
COLUMN founding.statement jsonb; -- plaintext: the first statement, while stewards sign it
COLUMN founding.founded_on date; -- plaintext: day on which directory and statement were published
COLUMN founding.opened_on date; -- plaintext: day on which the office was opened to the public, none in rehearsal
COLUMN founding_joiners.member_id bytea NOT NULL; -- plaintext: member
COLUMN founding_joiners.signing_key bytea NOT NULL; -- plaintext: the device's public key
COLUMN founding_joiners.place integer NOT NULL; -- plaintext: order in which they came
COLUMN founding_joiners.entry text NOT NULL; -- plaintext: the entry as it goes into the directory: names, roles, public keys
COLUMN inboxes.case_id bytea NOT NULL; -- plaintext: hash of the public key that signs for the reporter
COLUMN inboxes.handle uuid NOT NULL; -- plaintext: the case
COLUMN inboxes.receipt bytea NOT NULL STORAGE EXTERNAL; -- sealed: under a key of the reporter alone
COLUMN interests.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN interests.version bigint NOT NULL; -- plaintext: how often it was declared or sealed anew
COLUMN interests.declaration bytea NOT NULL STORAGE EXTERNAL; -- sealed: interests, signed; in clear the member, the version, the directory and how many read it, in steps of eight
COLUMN logins.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN logins.name text NOT NULL; -- plaintext: login name, NFKC and lower case
COLUMN logins.salt bytea NOT NULL; -- plaintext: salt of the passphrase
COLUMN logins.memory_kib bigint NOT NULL; -- plaintext: cost of the passphrase, memory
COLUMN logins.passes bigint NOT NULL; -- plaintext: cost of the passphrase, passes
COLUMN logins.login_public_key bytea NOT NULL; -- plaintext: public key that verifies a signing-in
COLUMN logins.key_wrap bytea NOT NULL STORAGE EXTERNAL; -- sealed: the vault key, under the passphrase
COLUMN logins.keys bytea NOT NULL STORAGE EXTERNAL; -- sealed: the member's seeds, under the vault key
COLUMN logins.memory bytea NOT NULL STORAGE EXTERNAL; -- sealed: what the member's client remembers, under the vault key
COLUMN logins.known_heads bytea STORAGE EXTERNAL; -- sealed: which heads the member's client has tried and opened, under the vault key; none before the first
COLUMN logins.signed_in_on date; -- plaintext: day of the last signing in (of the office), none before the first
COLUMN logins.wrong_codes integer NOT NULL DEFAULT 0; -- plaintext: wrong codes since the last right one
COLUMN logins.code_tries integer NOT NULL DEFAULT 0; -- plaintext: codes tried within the hour that ends next
COLUMN logins.code_tries_until timestamp with time zone; -- plaintext: the full hour after the last code that was tried in vain
COLUMN messages.handle uuid NOT NULL; -- plaintext: the case
COLUMN messages.direction text NOT NULL; -- plaintext: who wrote to whom
COLUMN messages.sequence integer NOT NULL; -- plaintext: number within case and direction
COLUMN messages.epoch integer NOT NULL; -- plaintext: epoch of the keys
COLUMN messages.stored_on date NOT NULL; -- plaintext: day on which it was stored (of the office), never a time
COLUMN messages."row" bytea NOT NULL STORAGE EXTERNAL; -- sealed: the message
COLUMN messages.own_box bytea STORAGE EXTERNAL; -- sealed: what the reporter remembers, under a key of the reporter alone
COLUMN messages.open_part bytea STORAGE EXTERNAL; -- sealed: keys of the case, for those who remain or for one who is new; its prefix is plaintext (case id, epoch, head hash, of a grant from whom and to whom)
COLUMN messages.granted_to bytea; -- plaintext: member to whom this row gives the case
COLUMN notices.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN notices.address text NOT NULL; -- plaintext: where the mail goes
COLUMN notices.wishes text NOT NULL; -- plaintext: hours, days of the week and days off, as JSON
COLUMN notices.known text NOT NULL; -- plaintext: how many heads there had been and a hash of how far reporters had written, at the last look
COLUMN notices.looked_at text NOT NULL; -- plaintext: the hour of the last look, one of those that were fixed beforehand (of the office)
COLUMN notices.waiting_for text; -- plaintext: the hour of the mail that waits to be sent, none when none does
COLUMN notices.says text; -- plaintext: whether that mail says that there is something new
COLUMN notices.attempts integer NOT NULL DEFAULT 0; -- plaintext: how often it was tried in vain
COLUMN notices.failure text; -- plaintext: why the last attempt failed, a code
COLUMN notices.failed_on date; -- plaintext: day of that attempt (of the office)
COLUMN notices.urgent_on date; -- plaintext: day of the last mail that did not wait for its hour (of the office)
COLUMN notices.urgent_mails integer NOT NULL DEFAULT 0; -- plaintext: how many such mails there were on that day
COLUMN office_documents.kind text NOT NULL; -- plaintext: which document
COLUMN office_documents.version bigint NOT NULL; -- plaintext: how often it was written
COLUMN office_documents.hash bytea NOT NULL; -- plaintext: names this version in the one after it
COLUMN office_documents.document bytea NOT NULL; -- plaintext: signed, with its author and the directory; the content of kinds that are sealed is not, but how many read it, in steps of eight, and its size class are
COLUMN proposals.hash bytea NOT NULL; -- plaintext: hash of the statement
COLUMN proposals.directory jsonb; -- plaintext: the signed directory that is published with it, none where it is on the published one
COLUMN proposals.document text NOT NULL; -- plaintext: the statement
COLUMN proposals.signatures jsonb NOT NULL; -- plaintext: stewards and their signatures
COLUMN proposals.proposed_on date NOT NULL; -- plaintext: day of the newest signature
COLUMN recovery_records.recovery_key bytea NOT NULL; -- plaintext: fingerprint of the public recovery key
COLUMN recovery_records.drawn bytea NOT NULL; -- plaintext: random, so that each is stored once
COLUMN recovery_records.use text NOT NULL; -- plaintext: rehearsed, or cases opened with it
COLUMN recovery_records.on_day date NOT NULL; -- plaintext: day on which it was asked for, as the record says, never a time
COLUMN recovery_records.record jsonb NOT NULL; -- plaintext: the record as signed: who brought it, under which directory
COLUMN rewrites.name text NOT NULL; -- plaintext: the table; its primary key begins with something random
COLUMN rewrites.condition text NOT NULL; -- plaintext: which of its rows, in SQL; $1 is the day before the last rewriting
COLUMN rewrites.last_on date; -- plaintext: day of its last rewriting (of the office), none before the first
COLUMN sessions.id_hash bytea NOT NULL; -- plaintext: keyed hash of the cookie
COLUMN sessions.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN sessions.entry_hash bytea NOT NULL; -- plaintext: keyed hash of the member's directory entry at signing in
COLUMN sessions.expires timestamp with time zone NOT NULL; -- plaintext: the midnight (UTC) after the end of the session, which the cookie knows
COLUMN sessions.begun_on date NOT NULL; -- plaintext: day on which it was begun (of the office)
COLUMN sessions.way text NOT NULL; -- plaintext: by the words alone, with a code or with a passkey
COLUMN settled_cells.handle uuid NOT NULL; -- plaintext: the case
COLUMN settled_cells.file_id bytea NOT NULL; -- plaintext: the file
COLUMN settled_cells.cell integer NOT NULL; -- plaintext: number of the cell, from 0
COLUMN settled_cells.content bytea NOT NULL STORAGE EXTERNAL; -- sealed: a part of the file, under a key of its own
COLUMN spent.nonce_hash bytea NOT NULL; -- plaintext: keyed hash of the nonce
COLUMN spent.expires timestamp with time zone NOT NULL; -- plaintext: the full hour after the nonce has expired
COLUMN statements.directory_version integer NOT NULL; -- plaintext: the directory
COLUMN statements.sequence integer NOT NULL; -- plaintext: number of the statement on that directory, from 1
COLUMN statements.document text NOT NULL; -- plaintext: the statement as signed; public
COLUMN statements.signatures jsonb NOT NULL; -- plaintext: stewards and their signatures; public
COLUMN statements.published_on date NOT NULL; -- plaintext: day of publication
COLUMN urgent.handle uuid NOT NULL; -- plaintext: the case
COLUMN urgent.for_channel boolean NOT NULL; -- plaintext: whether it is the report itself, of which all recipients of the channel are told
COLUMN wraps.member_id bytea NOT NULL; -- plaintext: member of the directory
COLUMN wraps.handle uuid NOT NULL; -- plaintext: the case
COLUMN wraps.record bytea NOT NULL STORAGE EXTERNAL; -- sealed: keys of the case, under the member's vault key

CONSTRAINT access_handle_fkey ON access FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT access_member_id_check ON access CHECK ((octet_length(member_id) = 16));
CONSTRAINT access_pkey ON access PRIMARY KEY (member_id, handle);
CONSTRAINT audit_cases_pkey ON audit_cases PRIMARY KEY (handle, place);
CONSTRAINT audit_log_act_id_check ON audit_log CHECK ((octet_length(act_id) = 16));
CONSTRAINT audit_log_act_id_key ON audit_log UNIQUE (act_id);
CONSTRAINT audit_log_check ON audit_log CHECK ((((kind = 'act'::text) = (act_id IS NOT NULL)) AND ((kind = 'act'::text) = (member_id IS NOT NULL))));
CONSTRAINT audit_log_hash_check ON audit_log CHECK ((octet_length(hash) = 32));
CONSTRAINT audit_log_hour_check ON audit_log CHECK ((hour >= 0));
CONSTRAINT audit_log_kind_check ON audit_log CHECK ((kind = ANY (ARRAY['act'::text, 'directory'::text, 'statement'::text, 'pages'::text, 'server'::text])));
CONSTRAINT audit_log_member_id_check ON audit_log CHECK ((octet_length(member_id) = 16));
CONSTRAINT audit_log_pkey ON audit_log PRIMARY KEY (place);
CONSTRAINT audit_log_place_check ON audit_log CHECK ((place >= 0));
CONSTRAINT cases_access_key_check ON cases CHECK ((octet_length(access_key) = 32));
CONSTRAINT cases_case_id_check ON cases CHECK ((octet_length(case_id) = 32));
CONSTRAINT cases_channel_id_check ON cases CHECK ((octet_length(channel_id) = 16));
CONSTRAINT cases_pkey ON cases PRIMARY KEY (handle);
CONSTRAINT directories_hash_check ON directories CHECK ((octet_length(hash) = 32));
CONSTRAINT directories_pkey ON directories PRIMARY KEY (version);
CONSTRAINT directories_version_check ON directories CHECK ((version > 0));
CONSTRAINT discard_steps_handle_fkey ON discard_steps FOREIGN KEY (handle) REFERENCES discards(handle);
CONSTRAINT discard_steps_number_check ON discard_steps CHECK ((number > 0));
CONSTRAINT discard_steps_pkey ON discard_steps PRIMARY KEY (handle, number);
CONSTRAINT discard_steps_signature_check ON discard_steps CHECK ((octet_length(signature) = 64));
CONSTRAINT discard_steps_step_check ON discard_steps CHECK ((step = ANY (ARRAY['propose'::text, 'agree'::text, 'keep'::text])));
CONSTRAINT discards_case_id_check ON discards CHECK ((octet_length(case_id) = 32));
CONSTRAINT discards_channel_id_check ON discards CHECK ((octet_length(channel_id) = 16));
CONSTRAINT discards_check ON discards CHECK ((((removed_on IS NULL) = (freed_bytes IS NULL)) AND ((removed_on IS NULL) = (had_inbox IS NULL))));
CONSTRAINT discards_check1 ON discards CHECK (((readers IS NULL) OR (removed_on IS NOT NULL)));
CONSTRAINT discards_pkey ON discards PRIMARY KEY (handle);
CONSTRAINT entries_check ON entries CHECK (((roles IS NOT NULL) OR (entry IS NOT NULL)));
CONSTRAINT entries_member_id_check ON entries CHECK ((octet_length(member_id) = 16));
CONSTRAINT entries_pkey ON entries PRIMARY KEY (member_id);
CONSTRAINT epochs_access_key_check ON epochs CHECK ((octet_length(access_key) = 32));
CONSTRAINT epochs_epoch_check ON epochs CHECK ((epoch > 0));
CONSTRAINT epochs_handle_fkey ON epochs FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT epochs_pkey ON epochs PRIMARY KEY (handle, epoch);
CONSTRAINT epochs_signature_check ON epochs CHECK ((octet_length(signature) = 64));
CONSTRAINT factor_resets_asked_by_check ON factor_resets CHECK ((octet_length(asked_by) = 16));
CONSTRAINT factor_resets_member_id_check ON factor_resets CHECK ((octet_length(member_id) = 16));
CONSTRAINT factor_resets_pkey ON factor_resets PRIMARY KEY (member_id, asked_by);
CONSTRAINT factor_resets_signature_check ON factor_resets CHECK ((octet_length(signature) = 64));
CONSTRAINT factors_check ON factors CHECK (((kind = 'code'::text) = (secret IS NOT NULL)));
CONSTRAINT factors_check1 ON factors CHECK (((kind = 'passkey'::text) = ((origin IS NOT NULL) AND (credential_id IS NOT NULL) AND (public_key IS NOT NULL) AND (sign_count IS NOT NULL))));
CONSTRAINT factors_check2 ON factors CHECK (((key_wrap IS NULL) OR (kind = 'passkey'::text)));
CONSTRAINT factors_credential_id_key ON factors UNIQUE (credential_id);
CONSTRAINT factors_factor_id_check ON factors CHECK ((octet_length(factor_id) = 16));
CONSTRAINT factors_key_wrap_check ON factors CHECK ((octet_length(key_wrap) = 104));
CONSTRAINT factors_kind_check ON factors CHECK ((kind = ANY (ARRAY['code'::text, 'passkey'::text])));
CONSTRAINT factors_member_id_check ON factors CHECK ((octet_length(member_id) = 16));
CONSTRAINT factors_pkey ON factors PRIMARY KEY (factor_id);
CONSTRAINT figures_pkey ON figures PRIMARY KEY (sequence);
CONSTRAINT figures_sequence_check ON figures CHECK ((sequence > 0));
CONSTRAINT figures_proposal_one_check ON figures_proposal CHECK (one);
CONSTRAINT figures_proposal_pkey ON figures_proposal PRIMARY KEY (one);
CONSTRAINT file_cells_cell_check ON file_cells CHECK ((cell >= 0));
CONSTRAINT file_cells_handle_file_id_fkey ON file_cells FOREIGN KEY (handle, file_id) REFERENCES files(handle, file_id) ON DELETE CASCADE;
CONSTRAINT file_cells_pkey ON file_cells PRIMARY KEY (handle, file_id, cell);
CONSTRAINT files_cell_bytes_check ON files CHECK ((cell_bytes > 0));
CONSTRAINT files_cells_check ON files CHECK ((cells > 0));
CONSTRAINT files_direction_check ON files CHECK ((direction = ANY (ARRAY['reporter'::text, 'team'::text])));
CONSTRAINT files_file_id_check ON files CHECK ((octet_length(file_id) = 16));
CONSTRAINT files_handle_direction_sequence_fkey ON files FOREIGN KEY (handle, direction, sequence) REFERENCES messages(handle, direction, sequence) ON DELETE CASCADE;
CONSTRAINT files_handle_fkey ON files FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT files_pkey ON files PRIMARY KEY (handle, file_id);
CONSTRAINT founding_check ON founding CHECK (((document IS NOT NULL) OR (signatures IS NULL)));
CONSTRAINT founding_check1 ON founding CHECK (((signatures IS NOT NULL) OR (statement IS NULL)));
CONSTRAINT founding_check2 ON founding CHECK (((founded_on IS NULL) OR ((code_hash IS NULL) AND (founder_hash IS NULL) AND (joining_hash IS NULL) AND (document IS NULL))));
CONSTRAINT founding_check3 ON founding CHECK (((founded_on IS NOT NULL) OR (opened_on IS NULL)));
CONSTRAINT founding_code_hash_check ON founding CHECK ((octet_length(code_hash) = 32));
CONSTRAINT founding_founder_hash_check ON founding CHECK ((octet_length(founder_hash) = 32));
CONSTRAINT founding_joining_hash_check ON founding CHECK ((octet_length(joining_hash) = 32));
CONSTRAINT founding_one_check ON founding CHECK (one);
CONSTRAINT founding_pkey ON founding PRIMARY KEY (one);
CONSTRAINT founding_joiners_member_id_check ON founding_joiners CHECK ((octet_length(member_id) = 16));
CONSTRAINT founding_joiners_pkey ON founding_joiners PRIMARY KEY (member_id);
CONSTRAINT founding_joiners_signing_key_check ON founding_joiners CHECK ((octet_length(signing_key) = 32));
CONSTRAINT founding_joiners_signing_key_key ON founding_joiners UNIQUE (signing_key);
CONSTRAINT inboxes_case_id_check ON inboxes CHECK ((octet_length(case_id) = 32));
CONSTRAINT inboxes_handle_fkey ON inboxes FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT inboxes_handle_key ON inboxes UNIQUE (handle);
CONSTRAINT inboxes_pkey ON inboxes PRIMARY KEY (case_id);
CONSTRAINT interests_member_id_check ON interests CHECK ((octet_length(member_id) = 16));
CONSTRAINT interests_pkey ON interests PRIMARY KEY (member_id);
CONSTRAINT interests_version_check ON interests CHECK ((version > 0));
CONSTRAINT logins_login_public_key_check ON logins CHECK ((octet_length(login_public_key) = 32));
CONSTRAINT logins_member_id_check ON logins CHECK ((octet_length(member_id) = 16));
CONSTRAINT logins_name_key ON logins UNIQUE (name);
CONSTRAINT logins_pkey ON logins PRIMARY KEY (member_id);
CONSTRAINT messages_check ON messages CHECK (((own_box IS NOT NULL) = (direction = 'reporter'::text)));
CONSTRAINT messages_check1 ON messages CHECK (((open_part IS NULL) OR (direction = 'internal'::text)));
CONSTRAINT messages_check2 ON messages CHECK (((granted_to IS NULL) OR ((open_part IS NOT NULL) AND (octet_length(granted_to) = 16))));
CONSTRAINT messages_direction_check ON messages CHECK ((direction = ANY (ARRAY['reporter'::text, 'team'::text, 'internal'::text])));
CONSTRAINT messages_epoch_check ON messages CHECK ((epoch >= 0));
CONSTRAINT messages_handle_fkey ON messages FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT messages_pkey ON messages PRIMARY KEY (handle, direction, sequence);
CONSTRAINT messages_sequence_check ON messages CHECK ((sequence > 0));
CONSTRAINT notices_check ON notices CHECK ((((waiting_for IS NULL) = (says IS NULL)) AND ((failure IS NULL) = (failed_on IS NULL))));
CONSTRAINT notices_member_id_check ON notices CHECK ((octet_length(member_id) = 16));
CONSTRAINT notices_pkey ON notices PRIMARY KEY (member_id);
CONSTRAINT notices_says_check ON notices CHECK ((says = ANY (ARRAY['news'::text, 'nothing'::text])));
CONSTRAINT office_documents_hash_check ON office_documents CHECK ((octet_length(hash) = 32));
CONSTRAINT office_documents_kind_check ON office_documents CHECK (((octet_length(kind) >= 1) AND (octet_length(kind) <= 32)));
CONSTRAINT office_documents_pkey ON office_documents PRIMARY KEY (kind, version);
CONSTRAINT office_documents_version_check ON office_documents CHECK ((version > 0));
CONSTRAINT proposals_hash_check ON proposals CHECK ((octet_length(hash) = 32));
CONSTRAINT proposals_pkey ON proposals PRIMARY KEY (hash);
CONSTRAINT recovery_records_drawn_check ON recovery_records CHECK ((octet_length(drawn) = 16));
CONSTRAINT recovery_records_pkey ON recovery_records PRIMARY KEY (recovery_key, drawn);
CONSTRAINT recovery_records_recovery_key_check ON recovery_records CHECK ((octet_length(recovery_key) = 32));
CONSTRAINT recovery_records_use_check ON recovery_records CHECK ((use = ANY (ARRAY['rehearsed'::text, 'opened'::text])));
CONSTRAINT rewrites_pkey ON rewrites PRIMARY KEY (name);
CONSTRAINT sessions_entry_hash_check ON sessions CHECK ((octet_length(entry_hash) = 32));
CONSTRAINT sessions_id_hash_check ON sessions CHECK ((octet_length(id_hash) = 32));
CONSTRAINT sessions_member_id_check ON sessions CHECK ((octet_length(member_id) = 16));
CONSTRAINT sessions_pkey ON sessions PRIMARY KEY (id_hash);
CONSTRAINT sessions_way_check ON sessions CHECK ((way = ANY (ARRAY['words'::text, 'code'::text, 'passkey'::text])));
CONSTRAINT settled_cells_cell_check ON settled_cells CHECK ((cell >= 0));
CONSTRAINT settled_cells_handle_file_id_fkey ON settled_cells FOREIGN KEY (handle, file_id) REFERENCES files(handle, file_id) ON DELETE CASCADE;
CONSTRAINT settled_cells_pkey ON settled_cells PRIMARY KEY (handle, file_id, cell);
CONSTRAINT spent_nonce_hash_check ON spent CHECK ((octet_length(nonce_hash) = 32));
CONSTRAINT spent_pkey ON spent PRIMARY KEY (nonce_hash);
CONSTRAINT statements_directory_version_fkey ON statements FOREIGN KEY (directory_version) REFERENCES directories(version);
CONSTRAINT statements_pkey ON statements PRIMARY KEY (directory_version, sequence);
CONSTRAINT statements_sequence_check ON statements CHECK ((sequence > 0));
CONSTRAINT urgent_handle_fkey ON urgent FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT urgent_pkey ON urgent PRIMARY KEY (handle);
CONSTRAINT wraps_handle_fkey ON wraps FOREIGN KEY (handle) REFERENCES cases(handle) ON DELETE CASCADE;
CONSTRAINT wraps_member_id_check ON wraps CHECK ((octet_length(member_id) = 16));
CONSTRAINT wraps_pkey ON wraps PRIMARY KEY (member_id, handle);

FUNCTION append_audit(integer,text,bytea,bytea,bytea,integer,integer,uuid[]); -- Adds a leaf to the audit trail; its place.
CREATE OR REPLACE FUNCTION public.append_audit(now_hour integer, kind text, payload bytea, act_id bytea, member_id bytea, under_version integer, under_statement integer, handles uuid[])
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  next_place bigint;
  last_hour integer;
  label CONSTANT bytea := 'segel/1/audit-leaf';
BEGIN
  PERFORM pg_advisory_xact_lock(5349723);
  SELECT audit_log.place + 1, audit_log.hour INTO next_place, last_hour FROM audit_log ORDER BY audit_log.place DESC LIMIT 1;
  -- Whose act it is was decided by a directory and a statement: if these are not the newest any more, it is decided again.
  IF kind = 'act' AND (under_version, under_statement) IS DISTINCT FROM (
    SELECT (version, (SELECT coalesce(max(statements.sequence), 0) FROM statements WHERE directory_version = version))
    FROM directories ORDER BY version DESC LIMIT 1
  ) THEN
    RAISE EXCEPTION 'the directory has changed' USING ERRCODE = 'SG001';
  END IF;
  next_place := coalesce(next_place, 0);
  last_hour := greatest(last_hour, now_hour);
  INSERT INTO audit_log VALUES (next_place, last_hour, kind, payload,
    sha256('\x00'::bytea || int4send(octet_length(label)) || label || int4send(4) || int4send(last_hour)
      || int4send(octet_length(kind)) || convert_to(kind, 'UTF8') || int4send(octet_length(payload)) || payload),
    act_id, member_id, cardinality(handles) > 0);
  INSERT INTO audit_cases SELECT DISTINCT unnest(handles), next_place;
  RETURN next_place;
END
$function$

FUNCTION forget_times(); -- Ends the write-ahead log so far, which goes, and when tables were last used.
CREATE OR REPLACE FUNCTION public.forget_times()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  counted oid;
BEGIN
  FOR counted IN SELECT oid FROM pg_class WHERE relkind = 'i' OR relnamespace = 'public'::regnamespace LOOP
    PERFORM pg_stat_reset_single_table_counters(counted);
  END LOOP;
  PERFORM pg_switch_wal();
  CHECKPOINT;
END $function$

FUNCTION order_rows(text); -- Lays a table out in the order of its random keys, in new files.
CREATE OR REPLACE FUNCTION public.order_rows(table_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  PERFORM FROM public.rewrites WHERE name = table_name;
  IF NOT FOUND THEN RAISE invalid_parameter_value; END IF;
  EXECUTE format('CLUSTER public.%I USING %I', table_name, table_name || '_pkey');
  EXECUTE format('ANALYZE public.%I', table_name);
END $function$

FUNCTION refuse_change(); -- Refuses a change of the audit trail.
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'the audit trail is only added to' USING ERRCODE = 'insufficient_privilege';
END
$function$

FUNCTION remove_discarded(date,integer); -- One turn of removing what two members have discarded; false when nothing is left to do.
CREATE OR REPLACE FUNCTION public.remove_discarded(today date, grace_days integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  due uuid;
BEGIN
  SELECT cases.handle INTO due FROM cases JOIN discards USING (handle)
    WHERE removed_on IS NOT NULL LIMIT 1 FOR UPDATE OF cases SKIP LOCKED;
  IF due IS NULL THEN
    SELECT cases.handle INTO due FROM cases JOIN discards USING (handle) JOIN discard_steps AS newest USING (handle)
      WHERE removed_on IS NULL AND newest.step = 'agree' AND newest.stored_on + grace_days < today
        AND cases.state = 'archived' AND cases.state_on <= newest.stored_on
        AND number = (SELECT max(number) FROM discard_steps WHERE discard_steps.handle = cases.handle)
      LIMIT 1 FOR UPDATE OF cases SKIP LOCKED;
    IF due IS NULL THEN
      RETURN false;
    END IF;
    -- The lock may have been waited for: what was taken back meanwhile stays.
    IF (SELECT step FROM discard_steps WHERE handle = due ORDER BY number DESC LIMIT 1) = 'agree' THEN
      UPDATE discards SET removed_on = today,
        had_inbox = EXISTS (SELECT FROM inboxes WHERE handle = due),
        readers = ARRAY(SELECT member_id FROM access WHERE access.handle = due ORDER BY member_id),
        freed_bytes = (SELECT octet_length(head) + octet_length(body) + octet_length(identity_head) + octet_length(identity_body)
            FROM cases WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(row) + coalesce(octet_length(own_box), 0)), 0) FROM messages WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(content)), 0) FROM file_cells WHERE handle = due)
          + (SELECT coalesce(sum(octet_length(content)), 0) FROM settled_cells WHERE handle = due)
        WHERE handle = due;
    END IF;
    RETURN true;
  END IF;
  DELETE FROM files WHERE (handle, file_id) IN (SELECT handle, file_id FROM files WHERE handle = due LIMIT 1);
  IF FOUND THEN
    RETURN true;
  END IF;
  DELETE FROM messages WHERE (handle, direction, sequence) IN (
    SELECT handle, direction, sequence FROM messages WHERE handle = due LIMIT 1000);
  IF FOUND THEN
    RETURN true;
  END IF;
  DELETE FROM cases WHERE handle = due;
  RETURN true;
END
$function$

FUNCTION rewrite_rows(text,date); -- Gives the rows of a table one transaction, the same for all, in the order of their keys.
CREATE OR REPLACE FUNCTION public.rewrite_rows(table_name text, today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
DECLARE
  condition text;
  since date;
  key text;
  changes text;
  place tid;
BEGIN
  SELECT rewrites.condition, coalesce(last_on - 1, '-infinity') INTO STRICT condition, since
  FROM public.rewrites WHERE name = table_name;
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY at) INTO key
  FROM pg_index, unnest(indkey::smallint[]) WITH ORDINALITY AS columns (attnum, at) JOIN pg_attribute USING (attnum)
  WHERE indisprimary AND indrelid = format('public.%I', table_name)::regclass AND attrelid = indrelid;
  -- Another value of the same bytes: the same one would stay where it lies beside the row, in the order of arrival.
  SELECT string_agg(format('%1$I = %1$I || ''''::bytea', attname), ', ') INTO changes
  FROM pg_attribute WHERE attrelid = format('public.%I', table_name)::regclass AND attstorage = 'e' AND NOT attisdropped;
  changes := coalesce(changes, format('%1$s = %1$s', split_part(key, ', ', 1)));
  EXECUTE format('LOCK TABLE public.%I IN EXCLUSIVE MODE', table_name);
  FOR place IN EXECUTE format('SELECT ctid FROM public.%I WHERE %s ORDER BY %s', table_name, condition, key) USING since LOOP
    EXECUTE format('UPDATE public.%I SET %s WHERE ctid = $1', table_name, changes) USING place;
  END LOOP;
  UPDATE public.rewrites SET last_on = today WHERE name = table_name;
END $function$

FUNCTION settle_cells(date); -- Moves the cells of files that were claimed before a day.
CREATE OR REPLACE FUNCTION public.settle_cells(today date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
  -- Whoever comes to one of these files waits, and then reads that its cells are elsewhere.
  PERFORM FROM public.files JOIN public.messages USING (handle, direction, sequence)
  WHERE NOT settled AND touched_on < today AND stored_on < today FOR UPDATE OF files;
  UPDATE public.files SET settled = true FROM public.messages
  WHERE messages.handle = files.handle AND messages.direction = files.direction AND messages.sequence = files.sequence
    AND NOT settled AND touched_on < today AND stored_on < today;
  INSERT INTO public.settled_cells SELECT handle, file_id, cell, content
  FROM public.file_cells JOIN public.files USING (handle, file_id) WHERE settled ORDER BY handle, file_id, cell;
  DELETE FROM public.file_cells USING public.files
  WHERE settled AND files.handle = file_cells.handle AND files.file_id = file_cells.file_id;
END $function$


GRANT EXECUTE ON FUNCTION append_audit TO segel_app;
GRANT EXECUTE ON FUNCTION forget_times TO segel_app;
GRANT EXECUTE ON FUNCTION order_rows TO segel_app;
GRANT EXECUTE ON FUNCTION refuse_change TO PUBLIC;
GRANT EXECUTE ON FUNCTION remove_discarded TO segel_app;
GRANT EXECUTE ON FUNCTION rewrite_rows TO segel_app;
GRANT EXECUTE ON FUNCTION settle_cells TO segel_app;

CREATE TRIGGER never_deleted BEFORE DELETE ON public.audit_cases FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.audit_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added_to BEFORE UPDATE ON public.audit_cases FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added_to BEFORE UPDATE ON public.audit_log FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION refuse_change();

CREATE INDEX access_handle ON public.access USING btree (handle);
CREATE INDEX audit_cases_place ON public.audit_cases USING btree (place);
CREATE INDEX cases_case ON public.cases USING btree (case_id);
CREATE INDEX cases_channel ON public.cases USING btree (channel_id, arrived_on, handle);
CREATE INDEX discards_case ON public.discards USING btree (case_id);
CREATE INDEX discards_channel ON public.discards USING btree (channel_id, handle);
CREATE INDEX epochs_removed ON public.epochs USING gin (removed);
CREATE INDEX factors_member ON public.factors USING btree (member_id);
CREATE INDEX files_message ON public.files USING btree (handle, direction, sequence);
CREATE INDEX files_unclaimed ON public.files USING btree (touched_on) WHERE (sequence IS NULL);
CREATE INDEX messages_granted ON public.messages USING btree (granted_to, handle) WHERE (granted_to IS NOT NULL);
CREATE INDEX sessions_member ON public.sessions USING btree (member_id);
CREATE INDEX wraps_handle ON public.wraps USING btree (handle);

GRANT DELETE, INSERT, SELECT ON access TO segel_app;
GRANT SELECT ON audit_cases TO segel_app;
GRANT SELECT ON audit_log TO segel_app;
GRANT INSERT, SELECT ON cases TO segel_app;
GRANT INSERT, SELECT ON directories TO segel_app;
GRANT INSERT, SELECT ON discard_steps TO segel_app;
GRANT INSERT, SELECT ON discards TO segel_app;
GRANT DELETE, INSERT, SELECT ON entries TO segel_app;
GRANT INSERT, SELECT ON epochs TO segel_app;
GRANT DELETE, INSERT, SELECT ON factor_resets TO segel_app;
GRANT DELETE, INSERT, SELECT ON factors TO segel_app;
GRANT INSERT, SELECT ON figures TO segel_app;
GRANT DELETE, INSERT, SELECT ON figures_proposal TO segel_app;
GRANT INSERT, SELECT ON file_cells TO segel_app;
GRANT DELETE, INSERT, SELECT ON files TO segel_app;
GRANT INSERT, SELECT, UPDATE ON founding TO segel_app;
GRANT DELETE, INSERT, SELECT ON founding_joiners TO segel_app;
GRANT DELETE, INSERT, SELECT ON inboxes TO segel_app;
GRANT INSERT, SELECT ON interests TO segel_app;
GRANT INSERT, SELECT, UPDATE ON logins TO segel_app;
GRANT INSERT, SELECT ON messages TO segel_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON notices TO segel_app;
GRANT INSERT, SELECT ON office_documents TO segel_app;
GRANT DELETE, INSERT, SELECT ON proposals TO segel_app;
GRANT INSERT, SELECT ON recovery_records TO segel_app;
GRANT DELETE, INSERT, SELECT ON sessions TO segel_app;
GRANT SELECT ON settled_cells TO segel_app;
GRANT DELETE, INSERT, SELECT ON spent TO segel_app;
GRANT INSERT, SELECT ON statements TO segel_app;
GRANT DELETE, INSERT, SELECT ON urgent TO segel_app;
GRANT DELETE, INSERT, SELECT ON wraps TO segel_app;

GRANT UPDATE (epoch) ON access TO segel_app;
GRANT UPDATE (access_key, epoch, state, state_on) ON cases TO segel_app;
GRANT UPDATE (entry, roles) ON entries TO segel_app;
GRANT UPDATE (asked_on, signature) ON factor_resets TO segel_app;
GRANT UPDATE (key_wrap, sign_count) ON factors TO segel_app;
GRANT UPDATE (sequence, touched_on) ON files TO segel_app;
GRANT UPDATE (declaration, version) ON interests TO segel_app;
GRANT UPDATE (proposed_on, signatures) ON proposals TO segel_app;
GRANT SELECT (name) ON rewrites TO segel_app;
GRANT UPDATE (way) ON sessions TO segel_app;
GRANT UPDATE (for_channel) ON urgent TO segel_app;
GRANT UPDATE (record) ON wraps TO segel_app;

FUNCTION append_audit(integer,text,bytea,bytea,bytea,integer,integer,uuid[]) AS OWNER TO segel_app; -- Adds a leaf to the audit trail; its place.
FUNCTION forget_times() AS OWNER TO segel_app; -- Ends the write-ahead log so far, which goes, and when tables were last used.
FUNCTION order_rows(text) AS OWNER TO segel_app; -- Lays a table out in the order of its random keys, in new files.
FUNCTION refuse_change() TO segel_app; -- Refuses a change of the audit trail.
FUNCTION remove_discarded(date,integer) AS OWNER TO segel_app; -- One turn of removing what two members have discarded; false when nothing is left to do.
FUNCTION rewrite_rows(text,date) AS OWNER TO segel_app; -- Gives the rows of a table one transaction, the same for all, in the order of their keys.
FUNCTION settle_cells(date) AS OWNER TO segel_app; -- Moves the cells of files that were claimed before a day.
