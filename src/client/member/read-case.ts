/** Reading one case as a member: everything fetched, opened and checked again, and nothing written. */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { type Context, type Direction, rowSizes } from "../../crypto/message.ts";
import type { SealingKeyPair } from "../../crypto/secret/keys.ts";
import { openConversation, openInternal } from "../../crypto/secret/message.ts";
import { openBody, openHead, openSummary } from "../../crypto/secret/open.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "../../crypto/secret/team.ts";
import { type Wrap, openWrap, splitWrap } from "../../crypto/secret/wrap.ts";
import {
  type AnnouncedFile,
  type ReportBody,
  isSummaryOf,
  parseMessageContent,
  parseReportBody,
} from "../../protocol/content.ts";
import { parseInternalContent } from "../../protocol/records.ts";
import { isStanding } from "../../protocol/casework.ts";
import { isValidAt, mayBeLeftOut } from "../../protocol/validity.ts";
import { type CaseItem, type Row, parseRows } from "../../protocol/frames.ts";
import { MESSAGES_PAGE_BYTES } from "../../protocol/limits.ts";
import {
  type Chain,
  type ChainReader,
  type Entry,
  contradictsItself,
  hiddenFrom,
  interleave,
  isBurnt,
  namesOtherTeamKey,
  newestState,
  readChain,
  shows,
} from "../case/chain.ts";
import { foldCasework } from "../casework/casework.ts";
import type { CaseDiscard, MemberCaseAlarm, OpenedCase } from "../casework/opened-case.ts";
import { type InternalEntry, notesOf, recordsOf } from "../casework/recorded.ts";
import { callBytes } from "../line/http.ts";
import { MOST_PAGES } from "../line/paging.ts";
import { fetchCase, shownUpTo } from "./cases.ts";
import { readDigest } from "./digest.ts";
import { type ReadDiscard, fetchDiscard } from "./discards.ts";
import type { Member } from "./sign-in.ts";

export type CaseRead = {
  readonly item: CaseItem;
  readonly caseId: Uint8Array;
  /** For whoever writes to the reporter */
  readonly replyPublicKey: Uint8Array;
  readonly teamKeys: SealingKeyPair;
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
};

/** Throws CryptoError `altered` for a report that is not what its reporter sealed for this channel, `not-for-me`; ApiError. */
export async function readCase(
  member: Member,
  handle: string,
  { listed, pages = 1 }: CaseReadOptions = {},
): Promise<CaseRead> {
  const { item, head: headBytes, body: sealedBody } = await fetchCase(member.connection, handle);
  if (listed !== undefined && !sameBytes(item.caseId, listed)) throw new CryptoError("altered");
  const { head, contentKey, readerKey, body } = openReport(member, item, headBytes, sealedBody);
  const { caseId } = head.prefix;
  const channel = await checkReaders(member, head.prefix, body);
  const teamSecret = deriveTeamSecret(contentKey, caseId);
  const teamKeys = deriveTeamKeyPair(teamSecret);
  const rows = await fetchRows(member, handle, item, pages);
  const chains = await readChains(rows, {
    caseId,
    headHash: head.headHash,
    directories: member.directories,
    authPublicKey: head.authPublicKey,
    // Whoever came later was not given this case: in epoch 0 nobody else holds its keys.
    recipientsIn: () => channel.recipients,
    excluded: body.excluded.map(hex),
    epoch: 0,
    openRow: (row, context) => openConversation(row, context, { as: "team", keys: teamKeys }, body.threadKey),
    openNote: (row, context) => openInternal(row, context, teamSecret),
  });
  const state = newestState(chains.team.entries);
  const records = recordsOf(chains.internal.entries);
  const record = await fetchDiscard(member, handle, { caseId, headHash: head.headHash });
  const before = knownWrap(member, item);
  const { headHash, binding } = head;
  const isForged = record === "altered" || (record !== undefined && signedByExcluded(record, body));
  const alarms = caseAlarms({ item, chains, before, teamPublicKey: teamKeys.publicKey, state, headHash, isForged });
  const seen = newestSeen(chains, before, headHash);
  const { members } = member.directories.current;
  return {
    item,
    caseId,
    replyPublicKey: body.replyPublicKey,
    teamKeys,
    last: { reporter: chains.reporter.last, team: chains.team.last, internal: chains.internal.last },
    shownBefore: shownBefore(member, item, before),
    discardReason: record === "altered" ? undefined : record?.discard.reason,
    wrap: { contentKey, headHash, binding, threadKey: body.threadKey, epoch: 0, teamSecret, seen },
    opened: {
      answers: body.answers,
      unknown: body.unknown ?? [],
      identityGiven: body.identityGiven,
      recipients: body.recipients.map(hex),
      excluded: body.excluded.map(hex),
      sealedUnder: {
        directoryVersion: head.prefix.directoryVersion,
        directoryHash: hex(head.prefix.directoryHash),
        keyFingerprint: hex(fingerprintOf(readerKey)),
      },
      removedRecipients: body.recipients.map(hex).filter((id) => !isValidAt(members.get(id), member.directories.now)),
      state,
      burnt: isBurnt(chains.reporter.entries),
      discard: isForged ? undefined : discardOf(record, item, chains),
      alarms,
      writable: { conversation: mayWrite(chains.team.whole, alarms), notes: mayWrite(chains.internal.whole, alarms) },
      conversation: interleave(chains.reporter.entries, chains.team.entries),
      notes: notesOf(chains.internal.entries),
      records,
      casework: foldCasework(records, body.recipients.map(hex)),
      earlier: chains.reporter.begin,
      announced: body.attachments,
      // What messages that were not read have brought is not missing.
      missingFiles: chains.reporter.begin > 0 ? [] : missingFiles(body.attachments, chains.reporter.entries),
    },
  };
}

/** The report alone: head, body, and a summary that says the same. */
function openReport(member: Member, { caseId, channelId }: CaseItem, headBytes: Uint8Array, sealedBody: Uint8Array) {
  const opened = openHead(headBytes, { kind: "report", caseId, channelId }, member.sealing);
  const { head, contentKey, readerKey } = opened;
  const body = parseReportBody(openBody(opened, sealedBody));
  if (!isSummaryOf(openSummary(contentKey, head.binding, head.summary), body.answers)) throw new CryptoError("altered");
  return { head, contentKey, readerKey, body };
}

type Opener = (row: Uint8Array, context: Context) => Uint8Array;
type CaseReader = Omit<ChainReader, "direction" | "open" | "parse"> & {
  readonly openRow: Opener;
  readonly openNote: Opener;
};

async function readChains(rows: Rows, { openRow, openNote, ...reader }: CaseReader): Promise<Chains> {
  const read = async (direction: "reporter" | "team"): Promise<Chain> => {
    const parse = (kind: string, content: Uint8Array) => parseMessageContent(direction, kind, content);
    const begin = direction === "reporter" ? rows.begin : 0;
    return readChain({ ...reader, direction, open: openRow, parse }, rows[direction], begin);
  };
  return {
    reporter: await read("reporter"),
    team: await read("team"),
    internal: await readChain(
      { ...reader, direction: "internal", open: openNote, parse: parseInternalContent },
      rows.internal,
    ),
  };
}

/** After opening: who reads is who the directory of that version says, minus the excluded and who was not valid; and I am one of them. */
async function checkReaders(
  member: Member,
  prefix: { channelId: Uint8Array; directoryVersion: number; directoryHash: Uint8Array },
  body: Pick<ReportBody, "recipients" | "excluded">,
) {
  const directory = await member.directories.at(prefix.directoryVersion, prefix.directoryHash);
  const channel = directory?.channels.get(hex(prefix.channelId));
  if (directory === undefined || channel === undefined) throw new CryptoError("altered");
  const recipients = body.recipients.map(hex);
  const all = [...recipients, ...body.excluded.map(hex)];
  const complete =
    new Set(all).size === all.length &&
    all.every((id) => channel.recipients.includes(id)) &&
    channel.recipients.every((id) => all.includes(id) || mayBeLeftOut(directory, directory.members.get(id)));
  if (!complete || !recipients.includes(member.id)) throw new CryptoError("altered");
  return channel;
}

const LARGEST_ROW_BYTES = Math.max(...rowSizes("reporter"));

type Rows = { readonly [direction in Direction]: Row[] } & {
  /** So many earlier messages of the reporter were not asked for. */
  readonly begin: number;
};

/** All that members wrote, and the newest that the reporter did: how much that is, a stranger decides. */
async function fetchRows({ connection }: Member, handle: string, { counts }: CaseItem, pages: number): Promise<Rows> {
  const ask = async (direction: Direction, query: { after: number } | { before: number }) =>
    parseRows(await callBytes(connection, "messages", { params: { handle, direction }, query }));

  async function all(direction: "team" | "internal"): Promise<Row[]> {
    const rows: Row[] = [];
    for (let pages = 0; ; pages++) {
      const after = rows.at(-1)?.sequence ?? 0;
      // As they stood when the case was asked for: else an answer seems to acknowledge what came between two requests.
      if (after >= counts[direction] || pages === MOST_PAGES.messages)
        return rows.filter(({ sequence }) => sequence <= counts[direction]);
      const page = await ask(direction, { after });
      // Nothing more although more is counted, or more than anybody reads: shown as withheld, not waited for.
      if ((page.at(-1)?.sequence ?? 0) <= after) return rows;
      rows.push(...page);
    }
  }

  async function newest(): Promise<Pick<Rows, "reporter" | "begin">> {
    const rows: Row[] = [];
    let before = counts.reporter + 1;
    let full = 0;
    for (let asked = 0; full < pages && asked < MOST_PAGES.messages && before > 1; asked++) {
      const earlier = await ask("reporter", { before });
      const first = earlier[0]?.sequence ?? before;
      // Likewise: what was asked for and did not come is no part that nobody asked for.
      if (first >= before) return { reporter: rows, begin: 0 };
      rows.unshift(...earlier);
      before = first;
      // Where one more would have fitted, the server left it out: that is asked for until it comes, or is withheld.
      if (earlier.reduce((sum, { row }) => sum + row.length, 0) > MESSAGES_PAGE_BYTES - LARGEST_ROW_BYTES) full++;
    }
    return { reporter: rows, begin: before - 1 };
  }

  return { ...(await newest()), team: await all("team"), internal: await all("internal") };
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

type Chains = {
  readonly reporter: Chain;
  readonly team: Chain;
  readonly internal: { readonly entries: readonly InternalEntry[] } & Omit<Chain, "entries">;
};

type Examined = {
  readonly item: CaseItem;
  readonly chains: Chains;
  readonly before: Wrap | "damaged" | undefined;
  readonly teamPublicKey: Uint8Array;
  readonly state: string;
  readonly headHash: Uint8Array;
  /** Of the record about discarding */
  readonly isForged: boolean;
};

function caseAlarms({ item, chains, before, teamPublicKey, state, headHash, isForged }: Examined): MemberCaseAlarm[] {
  const alarms = new Set<MemberCaseAlarm>();
  const known = before === "damaged" ? undefined : before;
  if (before === "damaged") alarms.add("wrap");
  if (known !== undefined && !sameBytes(known.headHash, headHash)) alarms.add("other-report");
  for (const direction of ["reporter", "team", "internal"] as const) {
    const chain = chains[direction];
    if (!chain.whole) alarms.add("conversation");
    if (chain.begin + chain.entries.length < item.counts[direction]) alarms.add("withheld");
    if (known !== undefined && reaches(chain, known.seen[direction]) && !shows(chain, known.seen[direction], headHash))
      alarms.add("less-than-before");
  }
  const ofTeam = chains.team.entries;
  if (namesOtherTeamKey(ofTeam, teamPublicKey)) alarms.add("team-key");
  const hides =
    hiddenFrom(chains.reporter.entries, chains.team).length > 0 ||
    hiddenFrom([...ofTeam, ...chains.internal.entries], chains.reporter).length > 0 ||
    Object.values(chains).some(({ entries }) => contradictsItself(entries));
  if (hides) alarms.add("hidden");
  if (item.state !== state) alarms.add("state-differs");
  if (isForged) alarms.add("discard");
  return [...alarms];
}

/** Whether so much was read that the point must be among it. */
function reaches({ begin }: Pick<Chain, "begin">, point: ChainPoint): boolean {
  return point.sequence >= begin;
}

/**
 * What was seen is never forgotten: neither a shorter nor another chain moves the mark, so that the alarm stays;
 * nor one that was not read back to the mark, so that what lies between stays unread.
 */
function newestSeen(chains: Chains, before: Wrap | "damaged" | undefined, headHash: Uint8Array): Wrap["seen"] {
  const newest = (direction: Direction): ChainPoint => {
    const chain = chains[direction];
    const known = before === "damaged" ? undefined : before?.seen[direction];
    if (known === undefined) return chain.begin === 0 ? chain.last : { sequence: 0, hash: headHash };
    const goesOn = reaches(chain, known) && shows(chain, known, headHash) && known.sequence <= chain.last.sequence;
    return goesOn ? chain.last : known;
  };
  return { reporter: newest("reporter"), team: newest("team"), internal: newest("internal") };
}

/**
 * Whether a member may write behind this chain, in this case. `hidden` and `conversation` keep nobody from it:
 * a reporter alone can cause those, and could keep the office from ever concluding.
 */
function mayWrite(whole: boolean, alarms: readonly MemberCaseAlarm[]): boolean {
  return whole && !alarms.some((alarm) => SILENCING.includes(alarm));
}

/** With these a further message would rest on a history that is not everybody's. */
const SILENCING: readonly MemberCaseAlarm[] = ["other-report", "less-than-before", "withheld", "team-key"];

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
