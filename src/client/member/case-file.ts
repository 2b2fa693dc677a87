/** One case, opened: the report, both conversations, what is wrong with them, and what a member can do. */
import { type Bytes, concat, fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import type { Context, Direction } from "../../crypto/message.ts";
import {
  openConversation,
  openInternal,
  sealConversation,
  sealInternal,
  signStatement,
} from "../../crypto/secret/message.ts";
import { openBody, openHead, openSummary } from "../../crypto/secret/open.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import { deriveTeamKeyPair, deriveTeamSecret } from "../../crypto/secret/team.ts";
import { type Wrap, openWrap } from "../../crypto/secret/wrap.ts";
import { MOVES, type Outcome, type State } from "../../protocol/casework.ts";
import {
  type AnnouncedFile,
  type Answers,
  type FilesContent,
  type MessageContent,
  type ReportBody,
  encodeMessageContent,
  encodeSummary,
  fileIdsOf,
  parseReportBody,
  summaryOf,
} from "../../protocol/content.ts";
import { isActive } from "../../protocol/directory.ts";
import { type CaseItem, type Row, encodeMemberRow, parseRows } from "../../protocol/frames.ts";
import { checkText } from "../case/answers.ts";
import { type Cells, cellsOfMember } from "../files/cells.ts";
import { fetchCase, storeWrap } from "./cases.ts";
import { type Chain, type Entry, hiddenFrom, interleave, newestState, readChain } from "../case/chain.ts";
import { ApiError, callBytes } from "../line/http.ts";
import { Refusal } from "../refusal.ts";
import type { PreparedMessage } from "../reporter/coming-back.ts";
import { putUntilAnswered } from "../line/retry.ts";
import type { Member } from "./sign-in.ts";

export type CaseFileAlarm =
  /** Another report under this case id than the one this member opened before: its reporter, or who holds the words, sealed two. */
  | "other-report"
  /** Fewer messages, or others, than this member has seen before. */
  | "less-than-before"
  /** What this member's client had noted about the case does not open: what was seen before is not known. */
  | "wrap"
  /** A message acknowledges another that is not shown. */
  | "hidden"
  /** Messages that the server counts are not shown. */
  | "withheld"
  /** An answer in this case names another team key. */
  | "team-key"
  /** The server's column and the newest signed status differ. */
  | "state-differs"
  /** A message is forged, forked or unfit: see its entry. */
  | "conversation";

export type CaseFile = {
  readonly handle: string;
  readonly registerNumber: string;
  readonly item: CaseItem;
  readonly answers: Answers;
  readonly identityGiven: boolean;
  /** Ids of those to whom the report was sealed */
  readonly recipients: readonly string[];
  /** Ids of recipients whom the reporter excluded */
  readonly excluded: readonly string[];
  /** Ids of recipients removed from the directory since the report was sealed: it was sealed to them all the same */
  readonly removedRecipients: readonly string[];
  /** By the newest signed status */
  readonly state: State;
  readonly alarms: readonly CaseFileAlarm[];
  /** Whether a text would be taken there: none is below a silencing alarm, or behind a message that is not whole. */
  readonly writable: { readonly conversation: boolean; readonly notes: boolean };
  /** Both sides, in the order in which they rest on each other. */
  readonly conversation: readonly Entry[];
  readonly notes: readonly Entry[];
  /** Files that the report said would follow, and those of them that no message has brought */
  readonly announced: readonly AnnouncedFile[];
  readonly missingFiles: readonly AnnouncedFile[];
  /** Files of both sides, and those on their way to the reporter */
  readonly cells: Cells;
  /** Seals an answer with files for the next place. Throws Refusal. */
  readonly prepareAnswer: (content: FilesContent) => PreparedMessage;
  /** Each throws Refusal or ApiError; `conflict` means that a colleague was quicker: open again, nothing is lost. */
  readonly answer: (text: string) => Promise<void>;
  readonly note: (text: string) => Promise<void>;
  readonly moveTo: (
    state: State,
    details: { readonly outcome: Outcome | null; readonly text: string },
  ) => Promise<void>;
};

/**
 * Opens a case in full and checks everything again, whatever the wrap says.
 * Throws CryptoError `altered` for a report that is not what its reporter sealed for this channel, `not-for-me`; ApiError.
 *
 * @param listed the case id under which the list showed this handle: an answer about another case is refused (attack 62)
 */
export async function openCaseFile(member: Member, handle: string, listed?: Uint8Array): Promise<CaseFile> {
  const { connection, directories } = member;
  const { item, head: headBytes, body: sealedBody } = await fetchCase(connection, handle);
  if (listed !== undefined && !sameBytes(item.caseId, listed)) throw new CryptoError("altered");
  const opened = openHead(
    headBytes,
    { kind: "report", caseId: item.caseId, channelId: item.channelId },
    member.sealing,
  );
  const { head, contentKey } = opened;
  const body = parseReportBody(openBody(opened, sealedBody));
  const channel = await checkReaders(member, head.prefix, body);
  const summary = openSummary(contentKey, head.binding, head.summary);
  if (!sameBytes(summary, encodeSummary(summaryOf(body.answers)))) throw new CryptoError("altered");

  const teamSecret = deriveTeamSecret(contentKey, head.prefix.caseId);
  const teamPair = deriveTeamKeyPair(teamSecret);
  const reader = {
    caseId: head.prefix.caseId,
    headHash: head.headHash,
    directories,
    authPublicKey: head.authPublicKey,
    // Whoever came later was not given this case: in epoch 0 nobody else holds its keys.
    recipientsIn: () => channel.recipients,
    excluded: body.excluded.map(hex),
    epoch: 0,
  };
  const openRow = (row: Uint8Array, context: Context) =>
    openConversation(row, context, { as: "team", keys: teamPair }, body.threadKey);
  const openNote = (row: Uint8Array, context: Context) => openInternal(row, context, teamSecret);
  const chains = {
    reporter: await readChain(
      { ...reader, direction: "reporter", open: openRow },
      await fetchRows(member, handle, "reporter", item),
    ),
    team: await readChain(
      { ...reader, direction: "team", open: openRow },
      await fetchRows(member, handle, "team", item),
    ),
    internal: await readChain(
      { ...reader, direction: "internal", open: openNote },
      await fetchRows(member, handle, "internal", item),
    ),
  };
  const state = newestState(chains.team.entries);
  const before = knownWrap(member, item);
  const alarms = fileAlarms({
    item,
    chains,
    before,
    teamPublicKey: teamPair.publicKey,
    state,
    headHash: head.headHash,
  });
  const seen = newestSeen(chains, before, head.headHash);
  const wrap: Wrap = {
    contentKey,
    headHash: head.headHash,
    binding: head.binding,
    threadKey: body.threadKey,
    epoch: 0,
    teamSecret,
    seen,
  };
  // The first report stays the one that is remembered, so that the alarm stays too.
  if (!alarms.includes("other-report")) await storeWrap(member, handle, head.prefix.caseId, wrap);

  const writable = {
    conversation: mayWrite(chains.team.whole, alarms),
    notes: mayWrite(chains.internal.whole, alarms),
  };
  const prepare = (
    direction: "team" | "internal",
    content: MessageContent,
    move?: { from: State; to: State },
  ): PreparedMessage => {
    checkText(content);
    const own = chains[direction];
    if (!writable[direction === "team" ? "conversation" : "notes"]) throw new Refusal("alarm");
    const context = { caseId: head.prefix.caseId, direction, epoch: 0, sequence: own.last.sequence + 1 } as const;
    const signed = signStatement(
      {
        context,
        previous: own.last.hash,
        acknowledged: chains.reporter.last,
        directoryVersion: directories.current.version,
        directoryHash: directories.current.hash,
        signer: fromHex(member.id),
        kind: content.kind,
        content: direction === "team" ? teamContent(teamPair.publicKey, content) : encodeMessageContent(content),
      },
      member.signing,
    );
    const row =
      direction === "team"
        ? sealConversation(signed, context, { team: teamPair.publicKey, reply: body.replyPublicKey }, body.threadKey)
        : sealInternal(signed, context, teamSecret);
    const call = {
      params: { handle, direction, epoch: 0, sequence: context.sequence },
      query: { from: move?.from, to: move?.to },
      body: encodeMemberRow(row, fileIdsOf(content)),
    };
    return {
      async send() {
        await putUntilAnswered(() => callBytes(connection, "putMessage", call));
        await remember(direction, { sequence: context.sequence, hash: signed.hash });
      },
    };
  };
  const remember = async (direction: "team" | "internal", point: ChainPoint): Promise<void> => {
    // What one wrote oneself is remembered too: else nobody misses an answer that the server drops at once.
    const written = { ...wrap, seen: { ...seen, [direction]: point } };
    try {
      await storeWrap(member, handle, head.prefix.caseId, written);
    } catch (error) {
      // The message is stored, and saying otherwise would have it written twice; the next opening notes it.
      if (!(error instanceof ApiError)) throw error;
    }
  };

  return {
    handle,
    registerNumber: registerNumberOf(item.caseId),
    item,
    answers: body.answers,
    identityGiven: body.identityGiven,
    recipients: body.recipients.map(hex),
    excluded: body.excluded.map(hex),
    removedRecipients: body.recipients.map(hex).filter((id) => !isActive(directories.current.members.get(id))),
    state,
    alarms,
    writable,
    conversation: interleave(chains.reporter.entries, chains.team.entries),
    notes: chains.internal.entries,
    announced: body.attachments,
    missingFiles: missingFiles(body.attachments, chains.reporter.entries),
    cells: cellsOfMember(connection, handle, head.prefix.caseId),
    prepareAnswer: (content) => prepare("team", content),
    answer: async (text) => prepare("team", { kind: "text", text }).send(),
    note: async (text) => prepare("internal", { kind: "text", text }).send(),
    async moveTo(to, { outcome, text }) {
      if (!MOVES[state].includes(to)) throw new Refusal("move-not-allowed");
      if (to === "closed" && outcome === null) throw new Refusal("outcome-needed");
      if (to === "archived" && text.trim() === "") throw new Refusal("reason-needed");
      await prepare("team", { kind: "status", state: to, outcome, text }, { from: state, to }).send();
    },
  };
}

/**
 * Whether a member may write behind this chain, in this case. `hidden` and `conversation` keep nobody from it:
 * a reporter alone can cause those, and could keep the office from ever concluding.
 */
function mayWrite(whole: boolean, alarms: readonly CaseFileAlarm[]): boolean {
  return whole && !alarms.some((alarm) => SILENCING.includes(alarm));
}

/** With these a further message would rest on a history that is not everybody's. */
const SILENCING: readonly CaseFileAlarm[] = ["other-report", "less-than-before", "withheld", "team-key"];

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
  for (;;) {
    const after = rows.at(-1)?.sequence ?? 0;
    if (after >= counts[direction]) return rows;
    const page = parseRows(
      await callBytes(connection, "messages", { params: { handle, direction }, query: { after } }),
    );
    // Nothing more although more is counted: shown as withheld, not waited for.
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

function fileAlarms({ item, chains, before, teamPublicKey, state, headHash }: Examined): CaseFileAlarm[] {
  const alarms = new Set<CaseFileAlarm>();
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
  if (ofTeam.some((entry) => entry.teamPublicKey !== undefined && !sameBytes(entry.teamPublicKey, teamPublicKey)))
    alarms.add("team-key");
  if (hiddenFrom(chains.reporter.entries, chains.team).length > 0) alarms.add("hidden");
  if (hiddenFrom([...ofTeam, ...chains.internal.entries], chains.reporter).length > 0) alarms.add("hidden");
  if (item.state !== state) alarms.add("state-differs");
  return [...alarms];
}

function shows(chain: Chain, point: ChainPoint, headHash: Uint8Array): boolean {
  const shown = point.sequence === 0 ? headHash : chain.hashes.get(point.sequence);
  return shown !== undefined && sameBytes(shown, point.hash);
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

/** The team's message content: its public key, then the JSON. */
export function teamContent(teamPublicKey: Uint8Array, content: MessageContent): Bytes {
  return concat(teamPublicKey, encodeMessageContent(content));
}
