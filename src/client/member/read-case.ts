/** Reading one case as a member: everything fetched, opened and checked again, and nothing written. */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import type { Context, Direction } from "../../crypto/message.ts";
import type { SealingKeyPair } from "../../crypto/secret/keys.ts";
import { openConversation, openInternal } from "../../crypto/secret/message.ts";
import { openBody, openHead, openSummary } from "../../crypto/secret/open.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "../../crypto/secret/team.ts";
import { type Wrap, openWrap } from "../../crypto/secret/wrap.ts";
import type { State } from "../../protocol/casework.ts";
import {
  type AnnouncedFile,
  type ReportBody,
  encodeSummary,
  parseReportBody,
  summaryOf,
} from "../../protocol/content.ts";
import { isActive } from "../../protocol/directory.ts";
import { type CaseItem, type Row, parseRows } from "../../protocol/frames.ts";
import {
  type Chain,
  type Entry,
  hiddenFrom,
  interleave,
  namesOtherTeamKey,
  newestState,
  readChain,
  shows,
} from "../case/chain.ts";
import type { MemberCaseAlarm, OpenedCase } from "../case/opened-case.ts";
import { callBytes } from "../line/http.ts";
import { MOST_PAGES } from "../line/paging.ts";
import { fetchCase } from "./cases.ts";
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
};

/** Throws CryptoError `altered` for a report that is not what its reporter sealed for this channel, `not-for-me`; ApiError. */
export async function readCase(member: Member, handle: string, listed: Uint8Array | undefined): Promise<CaseRead> {
  const { item, head: headBytes, body: sealedBody } = await fetchCase(member.connection, handle);
  if (listed !== undefined && !sameBytes(item.caseId, listed)) throw new CryptoError("altered");
  const { head, contentKey, readerKey, body } = openReport(member, item, headBytes, sealedBody);
  const { caseId } = head.prefix;
  const channel = await checkReaders(member, head.prefix, body);
  const teamSecret = deriveTeamSecret(contentKey, caseId);
  const teamKeys = deriveTeamKeyPair(teamSecret);
  const chains = await readChains(member, handle, item, {
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
  const before = knownWrap(member, item);
  const { headHash, binding } = head;
  const alarms = caseAlarms({ item, chains, before, teamPublicKey: teamKeys.publicKey, state, headHash });
  const seen = newestSeen(chains, before, headHash);
  const { members } = member.directories.current;
  return {
    item,
    caseId,
    replyPublicKey: body.replyPublicKey,
    teamKeys,
    last: { reporter: chains.reporter.last, team: chains.team.last, internal: chains.internal.last },
    wrap: { contentKey, headHash, binding, threadKey: body.threadKey, epoch: 0, teamSecret, seen },
    opened: {
      answers: body.answers,
      identityGiven: body.identityGiven,
      recipients: body.recipients.map(hex),
      excluded: body.excluded.map(hex),
      sealedUnder: {
        directoryVersion: head.prefix.directoryVersion,
        directoryHash: hex(head.prefix.directoryHash),
        keyFingerprint: hex(fingerprintOf(readerKey)),
      },
      removedRecipients: body.recipients.map(hex).filter((id) => !isActive(members.get(id))),
      state,
      alarms,
      writable: { conversation: mayWrite(chains.team.whole, alarms), notes: mayWrite(chains.internal.whole, alarms) },
      conversation: interleave(chains.reporter.entries, chains.team.entries),
      notes: chains.internal.entries,
      announced: body.attachments,
      missingFiles: missingFiles(body.attachments, chains.reporter.entries),
    },
  };
}

/** The report alone: head, body, and a summary that says the same. */
function openReport(member: Member, { caseId, channelId }: CaseItem, headBytes: Uint8Array, sealedBody: Uint8Array) {
  const opened = openHead(headBytes, { kind: "report", caseId, channelId }, member.sealing);
  const { head, contentKey, readerKey } = opened;
  const body = parseReportBody(openBody(opened, sealedBody));
  const summary = openSummary(contentKey, head.binding, head.summary);
  if (!sameBytes(summary, encodeSummary(summaryOf(body.answers)))) throw new CryptoError("altered");
  return { head, contentKey, readerKey, body };
}

type Opener = (row: Uint8Array, context: Context) => Uint8Array;
type CaseReader = Omit<Parameters<typeof readChain>[0], "direction" | "open"> & {
  readonly openRow: Opener;
  readonly openNote: Opener;
};

async function readChains(
  member: Member,
  handle: string,
  item: CaseItem,
  { openRow, openNote, ...reader }: CaseReader,
): Promise<Chains> {
  const read = async (direction: Direction, open: Opener): Promise<Chain> =>
    readChain({ ...reader, direction, open }, await fetchRows(member, handle, direction, item));
  return {
    reporter: await read("reporter", openRow),
    team: await read("team", openRow),
    internal: await read("internal", openNote),
  };
}

/** After opening: who reads is who the directory of that version says, minus the excluded; and I am one of them. */
async function checkReaders(
  member: Member,
  prefix: { channelId: Uint8Array; directoryVersion: number; directoryHash: Uint8Array },
  body: ReportBody,
) {
  const directory = await member.directories.at(prefix.directoryVersion, prefix.directoryHash);
  const channel = directory?.channels.get(hex(prefix.channelId));
  if (channel === undefined) throw new CryptoError("altered");
  const recipients = body.recipients.map(hex);
  const all = [...recipients, ...body.excluded.map(hex)];
  const complete =
    all.length === channel.recipients.length &&
    new Set(all).size === all.length &&
    channel.recipients.every((id) => all.includes(id));
  if (!complete || !recipients.includes(member.id)) throw new CryptoError("altered");
  return channel;
}

/** All rows of a direction; the server gives at most 4 MiB at once. */
async function fetchRows(
  { connection }: Member,
  handle: string,
  direction: Direction,
  { counts }: CaseItem,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let pages = 0; ; pages++) {
    const after = rows.at(-1)?.sequence ?? 0;
    if (after >= counts[direction] || pages === MOST_PAGES.messages) return rows;
    const page = parseRows(
      await callBytes(connection, "messages", { params: { handle, direction }, query: { after } }),
    );
    // Nothing more although more is counted, or more than anybody reads: shown as withheld, not waited for.
    if ((page.at(-1)?.sequence ?? 0) <= after) return rows;
    rows.push(...page);
  }
}

/** What this member knew of the case before; a record that does not open keeps nobody from reading the report. */
function knownWrap({ vaultKey, id }: Member, { wrap, caseId }: CaseItem): Wrap | "damaged" | undefined {
  if (wrap.length === 0) return undefined;
  try {
    return openWrap(wrap, vaultKey, fromHex(id), caseId);
  } catch (error) {
    if (error instanceof CryptoError) return "damaged";
    throw error;
  }
}

type Chains = { readonly [direction in Direction]: Chain };

type Examined = {
  readonly item: CaseItem;
  readonly chains: Chains;
  readonly before: Wrap | "damaged" | undefined;
  readonly teamPublicKey: Uint8Array;
  readonly state: State;
  readonly headHash: Uint8Array;
};

function caseAlarms({ item, chains, before, teamPublicKey, state, headHash }: Examined): MemberCaseAlarm[] {
  const alarms = new Set<MemberCaseAlarm>();
  const known = before === "damaged" ? undefined : before;
  if (before === "damaged") alarms.add("wrap");
  if (known !== undefined && !sameBytes(known.headHash, headHash)) alarms.add("other-report");
  for (const direction of ["reporter", "team", "internal"] as const) {
    const chain = chains[direction];
    if (!chain.whole) alarms.add("conversation");
    if (chain.entries.length < item.counts[direction]) alarms.add("withheld");
    if (known !== undefined && !shows(chain, known.seen[direction], headHash)) alarms.add("less-than-before");
  }
  const ofTeam = chains.team.entries;
  if (namesOtherTeamKey(ofTeam, teamPublicKey)) alarms.add("team-key");
  if (hiddenFrom(chains.reporter.entries, chains.team).length > 0) alarms.add("hidden");
  if (hiddenFrom([...ofTeam, ...chains.internal.entries], chains.reporter).length > 0) alarms.add("hidden");
  if (item.state !== state) alarms.add("state-differs");
  return [...alarms];
}

/** What was seen is never forgotten: neither a shorter nor another chain moves the mark, so that the alarm stays. */
function newestSeen(chains: Chains, before: Wrap | "damaged" | undefined, headHash: Uint8Array): Wrap["seen"] {
  const newest = (direction: Direction): ChainPoint => {
    const chain = chains[direction];
    const known = before === "damaged" ? undefined : before?.seen[direction];
    const goesOn = known === undefined || (shows(chain, known, headHash) && known.sequence <= chain.last.sequence);
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
