/** The tables as the application sees them (migrations/schema.sql says what each column holds). */
import type { ColumnType } from "kysely";
import type { Direction } from "../../crypto/message.ts";
import type { LeafKind } from "../../protocol/audit/leaf.ts";
import type { Role, State } from "../../protocol/rules/casework.ts";
import type { DiscardStep } from "../../protocol/discards.ts";
import type { SessionWay } from "../../protocol/api/factors.ts";
import type { DirectoryDocument, SignedDirectory } from "../../protocol/directory/directory.ts";
import type { RecoveryRecord, RecoveryUse } from "../../protocol/directory/recovery-record.ts";
import type { FoundingProposal } from "../../protocol/founding.ts";
import type { SignedStatement } from "../../protocol/directory/statement.ts";
import type { SignedSnapshot, SnapshotSignature } from "../../protocol/publishing/snapshot.ts";

type Bytea = Uint8Array;
/** Files come with messages between reporter and team; internal notes have none. */
export type FileSide = Exclude<Direction, "internal">;
/** "2026-11-25" */
type Day = string;

export type Tables = {
  directories: {
    version: number;
    hash: Bytea;
    document: string;
    signatures: ColumnType<SignedDirectory["signatures"], string, never>;
    published_on: Day;
  };
  statements: {
    directory_version: number;
    sequence: number;
    document: string;
    signatures: ColumnType<SignedStatement["signatures"], string, never>;
    published_on: Day;
  };
  proposals: {
    hash: Bytea;
    directory: ColumnType<SignedDirectory | null, string | null, never>;
    document: string;
    signatures: ColumnType<SignedStatement["signatures"], string, string>;
    proposed_on: Day;
  };
  entries: {
    member_id: Bytea;
    roles: ColumnType<readonly Role[] | null, string | null, string | null>;
    entry: ColumnType<DirectoryDocument["members"][number] | null, string | null, string | null>;
  };
  recovery_records: {
    recovery_key: Bytea;
    drawn: Bytea;
    use: RecoveryUse;
    on_day: Day;
    record: ColumnType<RecoveryRecord, string, never>;
  };
  figures: {
    sequence: number;
    document: string;
    signatures: ColumnType<SignedSnapshot["signatures"], string, never>;
  };
  figures_proposal: {
    one: ColumnType<boolean, undefined, never>;
    document: string;
    signature: ColumnType<SnapshotSignature, string, never>;
  };
  founding: {
    one: ColumnType<boolean, undefined, never>;
    code_hash: ColumnType<Bytea | null, Bytea, Bytea | null>;
    founder_hash: ColumnType<Bytea | null, undefined, Bytea | null>;
    joining_hash: ColumnType<Bytea | null, undefined, Bytea | null>;
    proposal: ColumnType<FoundingProposal | null, undefined, string | null>;
    document: ColumnType<string | null, undefined, string | null>;
    signatures: ColumnType<SignedDirectory["signatures"] | null, undefined, string | null>;
    statement: ColumnType<SignedStatement | null, undefined, string | null>;
    founded_on: ColumnType<Day | null, undefined, Day | null>;
    opened_on: ColumnType<Day | null, undefined, Day | null>;
  };
  /** The entry is text, so that it goes out letter by letter as it came in. */
  founding_joiners: { member_id: Bytea; signing_key: Bytea; place: number; entry: string };
  cases: {
    handle: string;
    case_id: Bytea;
    channel_id: Bytea;
    access_key: Bytea;
    epoch: ColumnType<number, number | undefined, number>;
    arrived_on: Day;
    state: ColumnType<State, State | undefined, State>;
    state_on: Day;
    head: Bytea;
    body: Bytea;
    identity_head: Bytea;
    identity_body: Bytea;
  };
  inboxes: { case_id: Bytea; handle: string; receipt: Bytea };
  messages: {
    handle: string;
    direction: Direction;
    sequence: number;
    epoch: number;
    stored_on: Day;
    row: Bytea;
    own_box: Bytea | null;
    open_part: ColumnType<Bytea | null, Bytea | undefined, never>;
    granted_to: ColumnType<Bytea | null, Bytea | undefined, never>;
  };
  epochs: {
    handle: string;
    epoch: number;
    access_key: Bytea;
    removed: Bytea[];
    statement: Bytea;
    signature: Bytea;
  };
  interests: { member_id: Bytea; version: number; declaration: Bytea };
  office_documents: { kind: string; version: number; hash: Bytea; document: Bytea };
  files: {
    handle: string;
    file_id: Bytea;
    direction: FileSide;
    cell_bytes: number;
    cells: number;
    touched_on: Day;
    sequence: ColumnType<number | null, undefined, number>;
    settled: ColumnType<boolean, undefined, never>;
  };
  /** Those of files that have settled lie in settled_cells, under the same names. */
  file_cells: { handle: string; file_id: Bytea; cell: number; content: Bytea };
  discards: {
    handle: string;
    case_id: Bytea;
    channel_id: Bytea;
    removed_on: Day | null;
    freed_bytes: number | null;
    had_inbox: boolean | null;
    readers: Bytea[] | null;
  };
  discard_steps: {
    handle: string;
    number: number;
    step: DiscardStep;
    statement: Bytea;
    signature: Bytea;
    stored_on: Day;
  };
  access: { member_id: Bytea; handle: string; epoch: number };
  wraps: { member_id: Bytea; handle: string; record: Bytea };
  logins: {
    member_id: Bytea;
    name: string;
    salt: Bytea;
    memory_kib: number;
    passes: number;
    login_public_key: Bytea;
    key_wrap: Bytea;
    keys: Bytea;
    memory: Bytea;
    known_heads: ColumnType<Bytea | null, undefined, Bytea>;
    signed_in_on: ColumnType<Day | null, undefined, Day>;
    wrong_codes: ColumnType<number, undefined, number>;
    code_tries: ColumnType<number, undefined, number>;
    code_tries_until: ColumnType<Date | null, undefined, Date | null>;
  };
  sessions: { id_hash: Bytea; member_id: Bytea; entry_hash: Bytea; expires: Date; begun_on: Day; way: SessionWay };
  factors: {
    factor_id: Bytea;
    member_id: Bytea;
    kind: "code" | "passkey";
    added_on: Day;
    secret: Bytea | null;
    origin: string | null;
    credential_id: Bytea | null;
    public_key: Bytea | null;
    sign_count: number | null;
    key_wrap: Bytea | null;
  };
  factor_resets: { member_id: Bytea; asked_by: Bytea; asked_on: Day; signature: Bytea };
  /** Rows are added by append_audit alone (migrations/0018_add_audit.ts). */
  audit_log: {
    place: number;
    hour: number;
    kind: LeafKind;
    payload: Bytea;
    hash: Bytea;
    act_id: Bytea | null;
    member_id: Bytea | null;
    of_cases: boolean;
  };
  audit_cases: { handle: string; place: number };
  spent: { nonce_hash: Bytea; expires: Date };
};
