/** Reading one case as a member: everything fetched, opened and checked again, and nothing written. */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../../crypto/errors.ts";
import { type Expected, inspectHead } from "../../../crypto/envelope.ts";
import { fingerprintOf } from "../../../crypto/identity.ts";
import type { Context, Direction } from "../../../crypto/message.ts";
import type { SealingKeyPair } from "../../../crypto/secret/keys.ts";
import { openConversation, openInternal } from "../../../crypto/secret/message.ts";
import { openBody, openHead, openHeadWith, openSummary } from "../../../crypto/secret/open.ts";
import type { ChainPoint } from "../../../crypto/secret/receipt.ts";
import { type Wrap, openWrap, splitWrap } from "../../../crypto/secret/wrap.ts";
import {
  type AnnouncedFile,
  type ReportBody,
  isSummaryOf,
  parseMessageContent,
  parseReportBody,
} from "../../../protocol/content.ts";
import { parseInternalContent } from "../../../protocol/records.ts";
import { amountOf, marksOf } from "../../../protocol/urgency/reading.ts";
import { isStanding } from "../../../protocol/rules/casework.ts";
import { isValidAt } from "../../../protocol/directory/validity.ts";
import type { CaseItem } from "../../../protocol/frames.ts";
import {
  type Chain,
  type ChainReader,
  type Entry,
  interleave,
  isBurnt,
  newestState,
  readChain,
} from "../../case/chain.ts";
import { courseOf } from "../../case/course.ts";
import { type Chains, caseAlarms, mayWrite, newestSeen } from "../../casework/case-alarms.ts";
import { foldCasework } from "../../casework/casework.ts";
import type { CaseDiscard, OpenedCase } from "../../casework/opened-case.ts";
import { type Readers, type ReadersFold, foldReaders } from "../../casework/readers.ts";
import { notesOf, recordsOf } from "../../casework/recorded.ts";
import { type Rows, fetchRows } from "./case-rows.ts";
import { fetchCase, shownUpTo } from "../list/cases.ts";
import { readDigest } from "../list/digest.ts";
import { wasNoted } from "../list/known-heads.ts";
import { type ReadDiscard, fetchDiscard } from "../list/discards.ts";
import { type Given, type KeyRing, findGiven, makeKeyRing } from "../../casework/key-ring.ts";
import { checkReaders } from "./sealed-readers.ts";
import type { Member } from "../entry/sign-in.ts";
import { agreesWithServer } from "../list/waiting.ts";

export type CaseRead = {
  readonly item: CaseItem;
  readonly caseId: Uint8Array;
  /** For whoever writes to the reporter */
  readonly replyPublicKey: Uint8Array;
  /** Keys of each epoch that this member holds, and the epoch of the newest message of the team */
  readonly ring: KeyRing;
  readonly teamEpoch: number;
  /** Names the record that began the newest epoch */
  readonly removalHash: Uint8Array | undefined;
  /** Newest messages up to which each direction is whole */
  readonly last: { readonly [direction in Direction]: ChainPoint };
  /** What this member knows of the case from now on */
  readonly wrap: Wrap & { readonly threadKey: Uint8Array };
  readonly opened: OpenedCase;
  /** Newest message of the reporter that this member had been shown before; -1 where not even the report was */
  readonly shownBefore: number;
  /** Of the proposal that stands, if one does: the note that says why */
  readonly discardReason: Uint8Array | undefined;
};

export type CaseReadOptions = {
  /** The case id under which the list showed this handle: an answer about another case is refused (attack 62). */
  readonly listed?: Uint8Array | undefined;
  /** How many pages of the reporter's messages are read, newest first; one where nothing is said. */
  readonly pages?: number | undefined;
  /** The recovery key, where it was put together: opens where the member's own keys do not */
  readonly recovering?: SealingKeyPair | undefined;
};

/**
 * Which of `old`, newest first, have to stay for the case to be opened as it stands, without the own record of it. Where any
 * of several would do, the newest stays. Throws ApiError.
 */
export async function neededFor(
  member: Member,
  handle: string,
  old: Member["sealing"],
): Promise<readonly SealingKeyPair[]> {
  const { item, head: headBytes, body } = await fetchCase(member.connection, handle);
  const { internal } = await fetchRows(member, handle, item, 1);
  const bareItem = { ...item, wrap: new Uint8Array() };
  const newestWith = (sealing: Member["sealing"]): number => {
    const by = { internal, recovering: undefined };
    const { head, contentKey, body: read, given } = openReport({ ...member, sealing }, bareItem, headBytes, body, by);
    const report = { caseId: head.prefix.caseId, headHash: head.headHash, contentKey, threadKey: read.threadKey };
    return makeKeyRing(report, internal, sealing, given).newest;
  };
  let kept = member.sealing;
  for (const pair of old.toReversed()) {
    const others = kept.filter((one) => one !== pair);
    if ((unlessRefused(() => newestWith(others)) ?? -1) >= item.epoch) kept = others;
  }
  return old.filter((pair) => kept.includes(pair));
}

/** Throws CryptoError `altered` for what was not sealed for this channel, `not-for-me`; Refusal `must-not-read`; ApiError. */
export async function readCase(
  member: Member,
  handle: string,
  { listed, pages = 1, recovering }: CaseReadOptions = {},
): Promise<CaseRead> {
  const { item, head: headBytes, body: sealedBody } = await fetchCase(member.connection, handle);
  if (listed !== undefined && !sameBytes(item.caseId, listed)) throw new CryptoError("altered");
  const rows = await fetchRows(member, handle, item, pages);
  const { head, contentKey, readerKey, body, given } = openReport(member, item, headBytes, sealedBody, {
    internal: rows.internal,
    recovering,
  });
  const { caseId } = head.prefix;
  const isRecovering =
    recovering !== undefined && readerKey !== undefined && sameBytes(readerKey, recovering.publicKey);
  // Given by a colleague, or known from before by the own record, where no key of the vault opens the report any more.
  const isKnown = readerKey === undefined || given.some((one) => one.readerKey !== undefined);
  const recovery = await checkReaders(member, head.prefix, body, isRecovering || isKnown);
  const { headHash, binding } = head;
  const report = { caseId, headHash, contentKey, threadKey: body.threadKey };
  const ring = makeKeyRing(report, rows.internal, isRecovering ? [recovering] : member.sealing, given);
  const fold = foldReaders({
    caseId,
    headHash,
    recipients: body.recipients.map(hex),
    excluded: body.excluded.map(hex),
    recovery,
    teamPublicKey: (epoch) => (epoch > ring.newest ? undefined : ring.teamKeys(epoch).publicKey),
    threadKey: (epoch) => (epoch > ring.newest ? undefined : ring.threadKey(epoch)),
  });
  const chains = await readChains(rows, {
    caseId,
    headHash,
    directories: member.directories,
    authPublicKey: head.authPublicKey,
    excluded: body.excluded.map(hex),
    fold,
    openRow: (row, context, before) => openOf(ring, row, context, before),
    openNote: (row, context) => openInternal(row, context, ring.teamSecret(context.epoch)),
  });
  const readers = fold.result(chains.reporter.entries);
  const state = newestState(chains.team.entries);
  const records = recordsOf(chains.internal.entries);
  const record = await fetchDiscard(member, handle, { caseId, headHash: head.headHash });
  const before = knownWrap(member, item) ?? ((await wasNoted(member, handle)) ? "damaged" : undefined);
  const isForged = record === "altered" || (record !== undefined && signedByExcluded(record, body));
  const begun = fold.begun();
  const isShutOut = begun.length > 0 && !(await agreesWithServer(member, { handle, caseId }, begun));
  const alarms = caseAlarms({
    item,
    chains,
    before,
    ring,
    fold,
    readers,
    me: member.id,
    state,
    headHash,
    isForged,
    isShutOut,
  });
  const seen = newestSeen(chains, before, headHash);
  const isAtEnd = readers.epoch === item.epoch && readers.epoch === ring.newest;
  const isReader = isAtEnd && readers.now.includes(member.id);
  const { members } = member.directories.current;
  return {
    item,
    caseId,
    replyPublicKey: body.replyPublicKey,
    ring,
    teamEpoch: newestTold(chains.team),
    removalHash: chains.internal.hashes.get(newestRemoval(readers)),
    last: { reporter: chains.reporter.last, team: chains.team.last, internal: chains.internal.last },
    shownBefore: shownBefore(member, item, before),
    discardReason: record === "altered" ? undefined : record?.discard.reason,
    wrap: { ...report, binding, epoch: ring.newest, teamSecret: ring.teamSecret(ring.newest), seen },
    opened: {
      answers: body.answers,
      unknown: body.unknown ?? [],
      identityGiven: body.identityGiven,
      recipients: body.recipients.map(hex),
      excluded: body.excluded.map(hex),
      sealedUnder: {
        directoryVersion: head.prefix.directoryVersion,
        directoryHash: hex(head.prefix.directoryHash),
        keyFingerprint: readerKey && hex(fingerprintOf(readerKey)),
      },
      removedRecipients: body.recipients.map(hex).filter((id) => !isValidAt(members.get(id), member.directories.now)),
      state,
      course: courseOf({
        arrivedOn: item.arrivedOn,
        team: chains.team.entries,
        written: item.counts.reporter,
        writtenOn: (sequence) => chains.reporter.entries.find((entry) => entry.sequence === sequence)?.storedOn,
      }),
      burnt: isBurnt(chains.reporter.entries),
      discard: isForged ? undefined : discardOf(record, item, chains),
      alarms,
      writable: {
        conversation: isReader && mayWrite("team", chains.team, alarms),
        // Whoever recovers writes the record of it, and reads the case by that.
        notes: (isReader || (isAtEnd && isRecovering)) && mayWrite("internal", chains.internal, alarms),
      },
      conversation: interleave(chains.reporter.entries, chains.team.entries),
      notes: notesOf(chains.internal.entries),
      records,
      casework: foldCasework(records, readers),
      marks: marksOf(body.answers, textsIn(chains.reporter.entries)),
      amount: amountOf(body.answers),
      earlier: chains.reporter.begin,
      announced: body.attachments,
      // What messages that were not read have brought is not missing.
      missingFiles: chains.reporter.begin > 0 ? [] : missingFiles(body.attachments, chains.reporter.entries),
    },
  };
}

/** What the reporter wrote behind the report. */
function textsIn(entries: readonly Entry[]): { sequence: number; text: string }[] {
  return entries.flatMap(({ sequence, message }) => {
    const text = message !== undefined && "text" in message ? message.text : "";
    return text === "" ? [] : [{ sequence, text }];
  });
}

/**
 * The report alone: head, body, and a summary that says the same. Opened by the reader's own slot, or by what a
 * colleague gave; whether that colleague might is seen when the records are read.
 */
function openReport(
  member: Member,
  item: CaseItem,
  headBytes: Uint8Array,
  sealedBody: Uint8Array,
  by: { readonly internal: Rows["internal"]; readonly recovering: SealingKeyPair | undefined },
) {
  const { caseId, channelId } = item;
  // Whoever recovers wants what the recovery key opens.
  const kept = by.recovering === undefined ? knownWrap(member, item) : undefined;
  const opened = openAnyHead(member, { kind: "report", caseId, channelId }, headBytes, { ...by, kept });
  const { head, contentKey } = opened;
  const body = parseReportBody(openBody(opened, sealedBody));
  if (!isSummaryOf(openSummary(contentKey, head.binding, head.summary), body.answers)) throw new CryptoError("altered");
  return { ...opened, body };
}

/** The own record opens what is older than the keys that the vault holds: a seed that no case needs is destroyed. */
function openAnyHead(
  member: Pick<Member, "id" | "sealing">,
  expected: Expected,
  headBytes: Uint8Array,
  { internal, recovering, kept }: Parameters<typeof openReport>[4] & { readonly kept: ReturnType<typeof knownWrap> },
) {
  const { headHash, prefix } = inspectHead(headBytes, expected);
  const place = { caseId: prefix.caseId, headHash };
  const isOwn = kept !== undefined && kept !== "damaged" && sameBytes(kept.headHash, headHash);
  const given: Given[] = [
    ...findGiven(internal, place, { id: fromHex(member.id), sealing: member.sealing }),
    ...(isOwn ? [{ ...kept, readerKey: undefined }] : []),
  ];
  try {
    return { ...openHead(headBytes, expected, member.sealing), given };
  } catch (error) {
    if (!(error instanceof CryptoError && error.code === "not-for-me")) throw error;
    for (const { contentKey, readerKey } of given) {
      try {
        return { head: openHeadWith(headBytes, expected, contentKey), contentKey, readerKey, given };
      } catch {
        // Another key than the report's: whoever gave it did not have it, or gave another.
      }
    }
    if (recovering !== undefined) return { ...openHead(headBytes, expected, [recovering]), given };
    throw given.length === 0 ? error : new CryptoError("altered");
  }
}

/** A row of the conversation: the message that tells of an epoch is sealed under the thread key before it. */
function openOf(ring: KeyRing, row: Uint8Array, context: Context, before: number): Uint8Array {
  const { epoch } = context;
  const open = (threadKey: Uint8Array) =>
    openConversation(row, context, { as: "team", keys: ring.teamKeys(epoch) }, threadKey);
  if (context.direction === "reporter" || before >= epoch) return open(ring.threadKey(epoch));
  try {
    return open(ring.threadKey(before));
  } catch (error) {
    // Behind a gap: the message that told of it is missing, and this one is read all the same.
    if (error instanceof CryptoError) return open(ring.threadKey(epoch));
    throw error;
  }
}

/** Number of the record that began the epoch; 0 where none did. */
function newestRemoval({ changes }: Readers): number {
  return changes.findLast(({ kind, valid }) => kind === "removal" && valid)?.sequence ?? 0;
}

/** The epoch that the team's next message continues. */
function newestTold({ entries }: Chain): number {
  return entries.findLast(({ effective }) => effective)?.epoch ?? 0;
}

type Opener = ChainReader["open"];
type CaseReader = Omit<ChainReader, "direction" | "open" | "parse" | "judge"> & {
  readonly fold: ReadersFold;
  readonly openRow: Opener;
  readonly openNote: Opener;
};

/** What is written inside first: it says who may have written the rest. */
async function readChains(rows: Rows, { fold, openRow, openNote, ...reader }: CaseReader): Promise<Chains> {
  const read = async (direction: "reporter" | "team"): Promise<Chain> => {
    const parse = (kind: string, content: Uint8Array) => parseMessageContent(direction, kind, content);
    const begin = direction === "reporter" ? rows.begin : 0;
    return readChain({ ...reader, direction, open: openRow, parse, judge: fold[direction] }, rows[direction], begin);
  };
  const internal = await readChain(
    { ...reader, direction: "internal", open: openNote, parse: parseInternalContent, judge: fold.internal },
    rows.internal,
  );
  const team = await read("team");
  return { internal, team, reporter: await read("reporter") };
}

/** What this member knew of the case before; a record that does not open keeps nobody from reading the report. */
function knownWrap({ vaultKey, id }: Member, { wrap, caseId }: CaseItem): Wrap | "damaged" | undefined {
  if (wrap.length === 0) return undefined;
  try {
    return openWrap(splitWrap(wrap).wrap, vaultKey, fromHex(id), caseId);
  } catch (error) {
    if (error instanceof CryptoError) return "damaged";
    throw error;
  }
}

function shownBefore(member: Member, { wrap, caseId }: CaseItem, known: Wrap | "damaged" | undefined): number {
  if (known === undefined || known === "damaged") return -1;
  return shownUpTo(known, readDigest(splitWrap(wrap).digest, member, caseId));
}

/** The server lets nobody without access sign; one who was kept from this report and signed all the same had its help. */
function signedByExcluded({ discard }: ReadDiscard, { excluded }: Pick<ReportBody, "excluded">): boolean {
  const kept = excluded.map(hex);
  return [discard.proposed, discard.agreed].some((taken) => taken !== undefined && kept.includes(taken.by));
}

function discardOf(
  record: Exclude<Awaited<ReturnType<typeof fetchDiscard>>, "altered">,
  item: CaseItem,
  { internal, reporter }: Chains,
): CaseDiscard | undefined {
  if (record === undefined || record.discard.standing === "kept") return undefined;
  const { proposed, agreed, reason } = record.discard;
  const stands = agreed !== undefined && isStanding(agreed.on, item);
  const [at] = [...internal.hashes].find(([, hash]) => sameBytes(hash, reason)) ?? [];
  const note = internal.entries.find(({ sequence }) => sequence === at)?.message;
  return {
    standing: agreed === undefined ? "proposed" : stands ? "agreed" : "lapsed",
    proposed,
    agreed,
    goesOn: stands ? record.discard.goesOn : undefined,
    reason: note?.kind === "text" ? note.text : undefined,
    writtenSince: reporter.entries.filter(({ storedOn }) => agreed !== undefined && storedOn >= agreed.on).length,
  };
}

/** Announced files that no message has brought, each counted once. What stands behind a gap has come all the same. */
function missingFiles(announced: readonly AnnouncedFile[], entries: readonly Entry[]): AnnouncedFile[] {
  const come = entries.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
  const nameOf = ({ name, type, size }: AnnouncedFile) => JSON.stringify([name, type, size]);
  const waiting = come.map(nameOf);
  return announced.filter((file) => {
    const at = waiting.indexOf(nameOf(file));
    if (at !== -1) waiting.splice(at, 1);
    return at === -1;
  });
}
