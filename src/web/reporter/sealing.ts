/**
 * The part that seals, opens and talks to the server: a chunk of its own, loaded while the person reads or types.
 * It exists twice, over libsodium's WebAssembly and over its JavaScript. The screens know nothing but what stands here.
 */
import type { Finding } from "../../client/case/answers.ts";
import type { Cells } from "../../client/files/cells.ts";
import { ClockDoubt } from "../../client/directory/clock.ts";
import { type Directories, loadDirectories } from "../../client/directory/directories.ts";
import { type DownloadOptions, type FileSink, downloadFile } from "../../client/files/download.ts";
import { ApiError, type ApiErrorCode, connect } from "../../client/line/http.ts";
import { makeProof } from "../../client/reporter/proof-of-work.ts";
import { Refusal, type RefusalCode } from "../../client/refusal.ts";
import { type PreparedReport, type ReportToSend, prepareReport, sendReport } from "../../client/reporter/report.ts";
import { type ReporterCase, openCase } from "../../client/reporter/coming-back.ts";
import { type FileSending, reporterOf, sendFiles } from "../../client/files/send-files.ts";
import { type SendableFile, announce } from "../../client/files/upload.ts";
import { fromHex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { MAX_FILE_BYTES, cellLayoutOf } from "../../crypto/file-cells.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { type ReadWords, type WordList, completions, findWord, readWords, wordsOf } from "../../crypto/secret/words.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { FileEntry } from "../../protocol/content.ts";
import type { Role } from "../../protocol/casework.ts";
import { type Channel, type Directory, DirectoryError } from "../../protocol/directory.ts";
import { firstUse } from "../../protocol/trust.ts";
import type { RootsFile } from "../shared/delivery.ts";

/** Without cookies: an examiner who reports from the own browser must not be told by the session. */
const connection = connect(location.origin, (url, init) => fetch(url, { ...init, credentials: "omit" }));

/** Whether something can be sealed here at all (attack 22). */
export function hasRandomness(): boolean {
  try {
    return randomBytes(16).length === 16;
  } catch {
    return false;
  }
}

export type Reader = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly roles: readonly Role[];
  readonly excludable: boolean;
};

export type ReportChannel = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly deadlines: string;
  readonly recipients: readonly Reader[];
  readonly custodians: readonly Reader[];
};

/** The verified directory as the screens need it. */
export type Recipients = {
  readonly channels: readonly ReportChannel[];
  readonly version: number;
  /** ms since 1970 */
  readonly expires: number;
  readonly directories: Directories;
};

/** Fetches the directory and verifies it with the roots that are built in. Throws what `problemOf` explains. */
export async function loadRecipients({ threshold, keys }: RootsFile): Promise<Recipients> {
  const trust = firstUse({ threshold, keys: keys.map(fromHex) });
  const directories = await loadDirectories(connection, trust, { depth: "quick", now: Date.now() });
  const { current } = directories;
  return {
    channels: [...current.channels.values()].map((channel) => describeChannel(channel, current)),
    version: current.version,
    expires: current.expires,
    directories,
  };
}

function describeChannel(
  { id, names, deadlines, recipients, custodians, excludable }: Channel,
  { members }: Directory,
): ReportChannel {
  const describe = (memberId: string): Reader => ({
    id: memberId,
    names: members.get(memberId)?.names ?? {},
    roles: members.get(memberId)?.roles ?? [],
    excludable: excludable.includes(memberId),
  });
  return { id, names, deadlines, recipients: recipients.map(describe), custodians: custodians.map(describe) };
}

/** Seals: from here on the bytes are fixed, and a retry sends the same. */
export function lockReport(
  report: ReportToSend,
  files: readonly SendableFile[],
  { directories }: Recipients,
): PreparedReport {
  return prepareReport({ ...report, attachments: files.map(announce) }, directories.current);
}

/** Solves a proof of work, good for one report and for twenty minutes; a stale one is made anew while sending. */
export function solveProof(): Promise<string> {
  return makeProof(connection);
}

/** Returns when the server has it durably. */
export async function submitReport(prepared: PreparedReport): Promise<void> {
  try {
    await sendReport(connection, prepared);
  } catch (error) {
    // Solved anew for the next attempt; the sealed bytes stay what they are.
    if (error instanceof ApiError && error.code === "bad-proof-of-work") prepared.proof = undefined;
    throw error;
  }
}

/** Before a report is edited after an unclear failure: whether the server has it (docs/decisions/0015-no-meter-for-a-report.md). */
export async function hasArrived({ token }: PreparedReport, { directories }: Recipients): Promise<boolean> {
  return (await openCase(connection, token, directories)) !== undefined;
}

export type OpenCase = ReporterCase & { readonly registerNumber: string };

/** Undefined: the words are wrong, unknown or burnt; nobody can tell which. */
export async function openConversation(token: Uint8Array, { directories }: Recipients): Promise<OpenCase | undefined> {
  const found = await openCase(connection, token, directories);
  return found && { ...found, registerNumber: registerNumberOf(found.caseId) };
}

/** What a file fills on the server, before sealing; undefined where it is too large for one. */
export function filledBytes(size: number): number | undefined {
  if (size > MAX_FILE_BYTES) return undefined;
  const { cellBytes, cells } = cellLayoutOf(size);
  return cellBytes * cells;
}

/** Files to the case of this token, which must not be overwritten before they are there. */
export function sendFilesTo(
  token: Uint8Array,
  { directories }: Recipients,
  files: readonly SendableFile[],
  onProgress: () => void,
): FileSending {
  return sendFiles(reporterOf(connection, token, directories), files, { onProgress });
}

/** The hash over the sealed cells says that it is whole and genuine; nobody asks for that of the file. */
const NO_DIGEST = { update: () => {}, digest: () => new Uint8Array() };

export function fetchFile(
  cells: Cells,
  entry: FileEntry,
  sink: FileSink,
  signal: AbortSignal,
  onProgress: NonNullable<DownloadOptions["onProgress"]>,
): Promise<void> {
  return downloadFile(cells, entry, sink, { signal, onProgress, startDigest: () => NO_DIGEST });
}

/** Of a failure with files, which have words for each. */
export function codeOf(error: unknown): string {
  return error instanceof ApiError || error instanceof Refusal ? error.code : "unknown";
}

export function tokenWords(token: Uint8Array, list: WordList): string[] {
  return wordsOf(token, list);
}

export function readTokenWords(typed: string, lists: readonly WordList[]): ReadWords {
  return readWords(typed, lists);
}

/** Words that begin so, for suggestions on the device. */
export function completeWord(typed: string, lists: readonly WordList[], most: number): string[] {
  return completions(typed, lists, most);
}

export function isWord(typed: string, lists: readonly WordList[]): boolean {
  return findWord(typed, lists) !== undefined;
}

/** Why something did not work, in the few kinds that a person can do something about. */
export type Problem =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "clock"; readonly clock: number; readonly notBefore: number; readonly expires: number }
  | {
      readonly kind:
        | "unreachable"
        | "busy"
        | "server"
        | "refused"
        | "conflict"
        | "stale-directory"
        | "too-few-readers"
        | "alarm"
        | "directory"
        | "two-views"
        | "too-old"
        | "no-randomness"
        | "unknown";
    };

export type ProblemKind = Problem["kind"];
type PlainProblem = Exclude<ProblemKind, "findings" | "clock">;

/** A proxy's page, a restarting server, a used proof of work: the same bytes again may well succeed. */
const API_PROBLEMS: Readonly<Record<ApiErrorCode, PlainProblem>> = {
  unreachable: "unreachable",
  busy: "busy",
  conflict: "conflict",
  "stale-directory": "stale-directory",
  internal: "server",
  unexpected: "server",
  "bad-proof-of-work": "server",
  "not-found": "server",
  "bad-request": "refused",
  "bad-envelope": "refused",
  "bad-signature": "refused",
  "not-signed-in": "refused",
  "wrong-login": "refused",
  forbidden: "refused",
  "cross-site": "refused",
  "method-not-allowed": "refused",
  "move-not-allowed": "refused",
  "too-large": "refused",
  "files-incomplete": "server",
  "too-many-files": "refused",
  "storage-full": "busy",
  "unsupported-media-type": "refused",
};

/** Who was chosen from a directory that has been replaced since must be chosen again. The last four are members' alone. */
const REFUSAL_PROBLEMS: Readonly<Record<Exclude<RefusalCode, "findings">, PlainProblem>> = {
  "too-few-recipients": "too-few-readers",
  alarm: "alarm",
  "unknown-channel": "stale-directory",
  "not-excludable": "stale-directory",
  "unreadable-file": "unknown",
  "file-too-large": "unknown",
  "too-many-files": "unknown",
  "file-missing": "unknown",
  "file-damaged": "unknown",
  "outcome-needed": "unknown",
  "reason-needed": "unknown",
  "move-not-allowed": "unknown",
  "keys-differ": "unknown",
};

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return { kind: API_PROBLEMS[error.code] };
  if (error instanceof Refusal) {
    return error.code === "findings"
      ? { kind: "findings", findings: error.findings }
      : { kind: REFUSAL_PROBLEMS[error.code] };
  }
  if (error instanceof ClockDoubt) {
    return { kind: "clock", clock: error.clock, notBefore: error.notBefore, expires: error.expires };
  }
  if (error instanceof DirectoryError) {
    if (error.code === "client-too-old") return { kind: "too-old" };
    return { kind: error.code === "two-views" || error.code === "rollback" ? "two-views" : "directory" };
  }
  if (error instanceof CryptoError && error.code === "no-randomness") return { kind: "no-randomness" };
  return { kind: "unknown" };
}
