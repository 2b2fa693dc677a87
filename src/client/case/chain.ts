/**
 * Reading one direction of a case: opens every row, verifies author, place and predecessor,
 * and says plainly what is missing, forged or unfit (docs/protocol.md, "The conversation").
 */
import { hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import type { Context, Direction } from "../../crypto/message.ts";
import { type ReadStatement, claimedDirectory, readStatement } from "../../crypto/secret/message.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import { type Role, isCaseworker } from "../../protocol/rules/casework.ts";
import type { ReadMessage } from "../../protocol/content.ts";
import { type Directory, isActive } from "../../protocol/directory/directory.ts";
import { wasValidUnder } from "../../protocol/directory/validity.ts";
import type { Row } from "../../protocol/frames.ts";
import type { Directories } from "../directory/directories.ts";

/** What is wrong with a message. All but those of `MILD` and `gap` also take its effect, and that of what follows, away. */
export type MessageAlarm =
  /** Something before it is not shown. */
  | "gap"
  /** It does not open under any key of this case, or its signature, place or commitment is wrong. */
  | "forged"
  /** It does not rest on the message before it, or stands where another stands: two histories. */
  | "fork"
  /** Its author must not sign here: no caseworker of that directory, or excluded by the reporter. */
  | "unfit-signer"
  /** Its author is a caseworker, but no recipient of this channel. */
  | "outside-channel"
  /** It names a directory that this client cannot get, so that its author is unknown, or an older one than a message before it. */
  | "directory"
  /** Its content is not of this protocol, or its kind must not stand in this direction. */
  | "content"
  /** It is written under keys of an epoch that was over for its author, or begins one that it must not. */
  | "epoch"
  /** It would change who reads the case, and has no effect: its author must not, or the person must not read. */
  | "readers"
  /** It acknowledges fewer messages of the other side than one before it, or others: its author was not shown the same. */
  | "acknowledgement";

const MILD: readonly MessageAlarm[] = ["outside-channel", "acknowledgement", "readers"];

export type Entry<Message = ReadMessage> = {
  readonly direction: Direction;
  readonly epoch: number;
  readonly sequence: number;
  /** Day on which the server stored it, by its own word */
  readonly storedOn: string;
  readonly alarms: readonly MessageAlarm[];
  /** Undefined when the message cannot be believed at all: forged, unfit or unreadable. */
  readonly message: Message | undefined;
  /** Member id as hexadecimal, or "reporter". */
  readonly author: string | undefined;
  /** The author's, by the directory that the message names; none of a reporter */
  readonly roles: readonly Role[];
  readonly acknowledged: ChainPoint | undefined;
  /** In `team`: the key that the author says is the team's. */
  readonly teamPublicKey: Uint8Array | undefined;
  /** False behind a gap or fork: the message is shown, but its kind has no effect. */
  readonly effective: boolean;
};

export type Chain<Message = ReadMessage> = {
  readonly entries: readonly Entry<Message>[];
  /** Number of the message before the first of `entries`: so many earlier ones were not asked for. */
  readonly begin: number;
  /** Newest point up to which the chain is whole. */
  readonly last: ChainPoint;
  /** hash by sequence, of all messages that could be read. */
  readonly hashes: ReadonlyMap<number, Uint8Array>;
  /** False when anything is missing, forged or forked. */
  readonly whole: boolean;
};

export type ChainReader<Message = ReadMessage> = {
  readonly caseId: Uint8Array;
  readonly direction: Direction;
  readonly headHash: Uint8Array;
  /**
   * The padded signed statement of a row. Throws CryptoError.
   * @param before epoch of the message before it: under whose thread key a new one is told
   */
  readonly open: (row: Uint8Array, context: Context, before: number) => Uint8Array;
  /** What a statement of a kind says. Throws CryptoError. */
  readonly parse: (kind: string, content: Uint8Array) => Message;
  readonly directories: Directories;
  /** The reporter's auth public key: the only signer of `reporter`. */
  readonly authPublicKey: Uint8Array;
  /** Recipients of the channel, as ids, by the directory that a message names; without it nobody is outside. */
  readonly recipientsIn?: (directory: Directory) => readonly string[];
  /** Members whom the reporter excluded: known to the reporter and to recipients. */
  readonly excluded: readonly string[];
  /**
   * What only the reader of this direction knows to be wrong with a message that is right otherwise; asked in order, so
   * that it may remember what a message has changed.
   */
  readonly judge?: (entry: Entry<Message>, row: Row, directory: Directory | undefined) => MessageAlarm | undefined;
};

/** In `team` the content begins with the team's public key (1216 bytes). */
const TEAM_KEY_BYTES = 1216;

/**
 * @param begin number of the message before the first row, where earlier ones were not asked for: by what the first
 *   row says of its predecessor the rest is bound to them, and is compared once they are read
 */
export async function readChain<Message = ReadMessage>(
  reader: ChainReader<Message>,
  rows: readonly Row[],
  begin = 0,
): Promise<Chain<Message>> {
  const entries: Entry<Message>[] = [];
  const hashes = new Map<number, Uint8Array>();
  let last: ChainPoint = { sequence: 0, hash: reader.headHash };
  let previousSequence = begin;
  let whole = true;
  let directoryVersion = 0;
  // Of a page in the middle the epoch before is not known; no later one than that of its first row.
  let epoch = begin > 0 ? (rows[0]?.epoch ?? 0) : 0;
  // Nothing of the other side stands for the report's head.
  let acknowledged: ChainPoint = { sequence: 0, hash: reader.headHash };
  for (const row of rows.toSorted((a, b) => a.sequence - b.sequence)) {
    const distance = row.sequence - previousSequence;
    previousSequence = row.sequence;
    const read = await readRow(reader, row, epoch);
    const alarms = new Set(read.alarms);
    if (distance === 0) alarms.add("fork");
    if (distance > 1) alarms.add("gap");
    const { statement } = read;
    if (statement !== undefined) {
      hashes.set(row.sequence, statement.hash);
      if (begin > 0 && row.sequence === begin + 1 && !hashes.has(begin)) hashes.set(begin, statement.previous);
      const before = row.sequence === 1 ? reader.headHash : hashes.get(row.sequence - 1);
      if (before !== undefined && !sameBytes(statement.previous, before)) alarms.add("fork");
      if (before === undefined) alarms.add("gap");
      if (statement.directoryVersion < directoryVersion) alarms.add("directory");
      directoryVersion = Math.max(directoryVersion, statement.directoryVersion);
    }
    if (statement !== undefined && row.epoch < epoch) alarms.add("epoch");
    const isBelieved = () =>
      statement !== undefined && ![...alarms].some((alarm) => alarm !== "gap" && !MILD.includes(alarm));
    const entry: Entry<Message> = {
      direction: reader.direction,
      epoch: row.epoch,
      sequence: row.sequence,
      storedOn: row.storedOn,
      alarms: [...alarms],
      message: read.message,
      author: read.author,
      roles: read.roles ?? [],
      acknowledged: statement?.acknowledged,
      teamPublicKey: read.teamPublicKey,
      effective: whole && !alarms.has("gap"),
    };
    const judged = isBelieved() ? reader.judge?.(entry, row, read.directory) : undefined;
    if (judged !== undefined) alarms.add(judged);
    const believed = isBelieved();
    if (believed) epoch = Math.max(epoch, row.epoch);
    if (believed && statement !== undefined) {
      if (goesOn(acknowledged, statement.acknowledged)) ({ acknowledged } = statement);
      else alarms.add("acknowledgement");
    }
    whole &&= believed && !alarms.has("gap");
    if (whole && statement !== undefined) last = { sequence: row.sequence, hash: statement.hash };
    entries.push({
      ...entry,
      ...(judged === "forged" && { author: undefined, teamPublicKey: undefined }),
      alarms: [...alarms],
      message: believed ? entry.message : undefined,
      acknowledged: believed ? entry.acknowledged : undefined,
      effective: whole && judged === undefined,
    });
  }
  return { entries, begin, last, hashes, whole };
}

/** Whoever writes behind a message has read it, and so all that its author had seen of the other side: it never goes down. */
function goesOn(before: ChainPoint, now: ChainPoint): boolean {
  return now.sequence > before.sequence || (now.sequence === before.sequence && sameBytes(now.hash, before.hash));
}

type RowRead<Message> = {
  readonly alarms: readonly MessageAlarm[];
  readonly statement?: ReadStatement;
  readonly message?: Message;
  readonly author?: string;
  readonly roles?: readonly Role[];
  readonly teamPublicKey?: Uint8Array;
  readonly directory?: Directory | undefined;
};

async function readRow<Message>(reader: ChainReader<Message>, row: Row, before: number): Promise<RowRead<Message>> {
  const { caseId, direction } = reader;
  const context: Context = { caseId, direction, epoch: row.epoch, sequence: row.sequence };
  let padded: Uint8Array;
  try {
    padded = reader.open(row.row, context, before);
  } catch (error) {
    if (error instanceof CryptoError) return { alarms: ["forged"] };
    throw error;
  }
  const named = await namedDirectory(reader, padded, context);
  if (named === "forged") return { alarms: ["forged"] };
  if (named === "unknown-directory") return { alarms: ["directory"] };
  const { statement, directory } = named;
  const author = direction === "reporter" ? "reporter" : hex(statement.signer);
  const alarms = alarmsAbout(reader, author, directory);
  const roles = directory?.members.get(author)?.roles ?? [];
  const content = readContent(reader, statement);
  if (content === undefined) return { alarms: [...alarms, "content"], statement, author, roles };
  return { alarms, statement, author, roles, directory, ...content };
}

/** Verifies the signature with the key that the signer has in the directory which the statement names. */
async function namedDirectory(
  reader: Omit<ChainReader, "parse" | "judge">,
  padded: Uint8Array,
  context: Context,
): Promise<{ statement: ReadStatement; directory: Directory | undefined } | "forged" | "unknown-directory"> {
  const { direction, authPublicKey, directories } = reader;
  try {
    const claimed = claimedDirectory(padded);
    const directory = await directories.at(claimed.version, claimed.hash);
    if (directory === undefined && direction !== "reporter") return "unknown-directory";
    const statement = readStatement(padded, context, (signer) => {
      if (direction === "reporter") return sameBytes(signer, authPublicKey) ? authPublicKey : undefined;
      return directory?.members.get(hex(signer))?.signingKey;
    });
    return { statement, directory };
  } catch (error) {
    if (error instanceof CryptoError) return "forged";
    throw error;
  }
}

function alarmsAbout(
  reader: Omit<ChainReader, "parse" | "judge">,
  author: string,
  directory: Directory | undefined,
): MessageAlarm[] {
  if (directory === undefined) return ["directory"];
  if (reader.direction === "reporter") return [];
  const member = directory.members.get(author);
  const fit = isActive(member) && isCaseworker(member.roles) && wasValidUnder(directory, member);
  if (!fit || reader.excluded.includes(author)) return ["unfit-signer"];
  return reader.recipientsIn?.(directory).includes(author) === false ? ["outside-channel"] : [];
}

function readContent<Message>(
  { direction, parse }: ChainReader<Message>,
  statement: ReadStatement,
): { message: Message; teamPublicKey?: Uint8Array } | undefined {
  const isTeam = direction === "team";
  const { content, kind } = statement;
  if (isTeam && content.length < TEAM_KEY_BYTES) return undefined;
  try {
    const message = parse(kind, isTeam ? content.subarray(TEAM_KEY_BYTES) : content);
    return isTeam ? { message, teamPublicKey: content.subarray(0, TEAM_KEY_BYTES) } : { message };
  } catch {
    return undefined;
  }
}

/** Whether a point that somebody remembers is shown, and as it was then; before the first message stands the report's head. */
export function shows({ hashes }: Pick<Chain, "hashes">, point: ChainPoint, headHash: Uint8Array): boolean {
  const shown = point.sequence === 0 ? headHash : hashes.get(point.sequence);
  return shown !== undefined && sameBytes(shown, point.hash);
}

/** Whether an answer names another team key than that of its epoch: somebody else may want to read what is written next. */
export function namesOtherTeamKey(
  entries: readonly Entry<unknown>[],
  keyOf: (epoch: number) => Uint8Array | undefined,
): boolean {
  return entries.some(({ teamPublicKey, epoch }) => {
    const ofEpoch = keyOf(epoch);
    return teamPublicKey !== undefined && (ofEpoch === undefined || !sameBytes(teamPublicKey, ofEpoch));
  });
}

/** Whether an acknowledgement contradicts one before it. */
export function contradictsItself(entries: readonly Entry<unknown>[]): boolean {
  return entries.some(({ alarms }) => alarms.includes("acknowledgement"));
}

/**
 * Acknowledgements in `entries` of messages that `other` does not show, or shows otherwise: something is being hidden.
 * Of those that were not asked for nothing is said.
 */
export function hiddenFrom(entries: readonly Entry<unknown>[], other: Pick<Chain, "hashes" | "begin">): number[] {
  return entries.flatMap(({ acknowledged }) => {
    if (acknowledged === undefined || acknowledged.sequence === 0 || acknowledged.sequence < other.begin) return [];
    const shown = other.hashes.get(acknowledged.sequence);
    return shown !== undefined && sameBytes(shown, acknowledged.hash) ? [] : [acknowledged.sequence];
  });
}

/**
 * Both sides in one order, without clocks: a message stands behind everything that its author had seen.
 * Where two crossed, the reporter's comes first.
 */
export function interleave(reporter: readonly Entry[], team: readonly Entry[]): Entry[] {
  const merged: Entry[] = [];
  let writtenByTeam = 0;
  const waiting = [...team];
  for (const entry of reporter) {
    const seen = entry.acknowledged?.sequence ?? writtenByTeam;
    while (waiting[0] !== undefined && waiting[0].sequence <= seen) {
      writtenByTeam = waiting[0].sequence;
      merged.push(waiting[0]);
      waiting.shift();
    }
    merged.push(entry);
  }
  return [...merged, ...waiting];
}

/**
 * Whether the reporter's last word is that the inbox is burnt: nobody comes back, and answers are read by nobody.
 * Who wrote behind it has come back all the same.
 */
export function isBurnt(reporter: readonly Entry[]): boolean {
  const last = reporter.at(-1);
  return last?.effective === true && last.message?.kind === "burn";
}

/** The newest signed status counts, also one of a later version; a message behind a gap has no effect. */
export function newestState(entries: readonly Entry[]): string {
  const statuses = entries.flatMap(({ effective, message }) =>
    effective && message?.kind === "status" ? [message.state] : [],
  );
  return statuses.at(-1) ?? "received";
}

/** How the newest status says that the case has ended; undefined where it says no such thing. */
export function newestOutcome(entries: readonly Entry[]): string | undefined {
  const newest = entries.findLast(({ effective, message }) => effective && message?.kind === "status");
  return newest?.message?.kind === "status" ? (newest.message.outcome ?? undefined) : undefined;
}
