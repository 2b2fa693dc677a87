/** One case, opened, and what a member can do with it: answer, note, move. */
import { type Bytes, concat, fromHex } from "../../crypto/bytes.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { sealConversation, sealInternal, signStatement } from "../../crypto/secret/message.ts";
import type { ChainPoint } from "../../crypto/secret/receipt.ts";
import { type Outcome, STATE_RULES, type State } from "../../protocol/casework.ts";
import { type FilesContent, type MessageContent, encodeMessageContent, fileIdsOf } from "../../protocol/content.ts";
import { type CaseItem, encodeMemberRow } from "../../protocol/frames.ts";
import { checkText } from "../case/answers.ts";
import type { OpenedCase } from "../case/opened-case.ts";
import { type Cells, cellsOfMember } from "../files/cells.ts";
import { type PreparedMessage, putUntilAnswered } from "../case/prepared-message.ts";
import { ApiError, callBytes } from "../line/http.ts";
import { Refusal } from "../refusal.ts";
import { storeWrap } from "./cases.ts";
import { type CaseRead, type CaseReadOptions, readCase } from "./read-case.ts";
import type { Member } from "./sign-in.ts";

export type MemberCase = {
  readonly handle: string;
  readonly registerNumber: string;
  readonly item: CaseItem;
  /** What it says, as plain data */
  readonly opened: OpenedCase;
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
 */
export async function openMemberCase(member: Member, handle: string, options?: CaseReadOptions): Promise<MemberCase> {
  const read = await readCase(member, handle, options);
  const { item, caseId, wrap, opened } = read;
  // The first report stays the one that is remembered, so that the alarm stays too.
  if (!opened.alarms.includes("other-report")) await storeWrap(member, handle, caseId, wrap);
  const prepare = makeWriter(member, handle, read);
  return {
    handle,
    registerNumber: registerNumberOf(item.caseId),
    item,
    opened,
    cells: cellsOfMember(member.connection, handle, caseId),
    prepareAnswer: (content) => prepare("team", content),
    answer: async (text) => prepare("team", { kind: "text", text }).send(),
    note: async (text) => prepare("internal", { kind: "text", text }).send(),
    async moveTo(to, { outcome, text }) {
      const { state } = opened;
      const { needs } = STATE_RULES[to];
      if (!STATE_RULES[state].moves.includes(to)) throw new Refusal("move-not-allowed");
      if (needs === "outcome" && outcome === null) throw new Refusal("outcome-needed");
      if (needs === "reason" && text.trim() === "") throw new Refusal("reason-needed");
      await prepare("team", { kind: "status", state: to, outcome, text }, { from: state, to }).send();
    },
  };
}

type Prepare = (
  direction: "team" | "internal",
  content: MessageContent,
  move?: { readonly from: State; readonly to: State },
) => PreparedMessage;

/** Signs and seals what this member writes next in a case, and remembers it once it is stored. */
function makeWriter(member: Member, handle: string, read: CaseRead): Prepare {
  const { connection, directories } = member;
  const { caseId, wrap, last, teamKeys, opened } = read;

  async function remember(direction: "team" | "internal", point: ChainPoint): Promise<void> {
    // What one wrote oneself is remembered too: else nobody misses an answer that the server drops at once.
    try {
      await storeWrap(member, handle, caseId, { ...wrap, seen: { ...wrap.seen, [direction]: point } });
    } catch (error) {
      // The message is stored, and saying otherwise would have it written twice; the next opening notes it.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  return (direction, content, move) => {
    checkText(content);
    if (!opened.writable[direction === "team" ? "conversation" : "notes"]) throw new Refusal("alarm");
    const context = { caseId, direction, epoch: 0, sequence: last[direction].sequence + 1 } as const;
    const signed = signStatement(
      {
        context,
        previous: last[direction].hash,
        acknowledged: last.reporter,
        directoryVersion: directories.current.version,
        directoryHash: directories.current.hash,
        signer: fromHex(member.id),
        kind: content.kind,
        content: direction === "team" ? teamContent(teamKeys.publicKey, content) : encodeMessageContent(content),
      },
      member.signing,
    );
    const row =
      direction === "team"
        ? sealConversation(signed, context, { team: teamKeys.publicKey, reply: read.replyPublicKey }, wrap.threadKey)
        : sealInternal(signed, context, wrap.teamSecret);
    const call = {
      params: { handle, direction, epoch: 0, sequence: context.sequence },
      query: { from: move?.from, to: move?.to },
      body: encodeMemberRow(row, fileIdsOf(content)),
    };
    return {
      async send(options) {
        await putUntilAnswered((signal) => callBytes(connection, "putMessage", { ...call, signal }), options);
        await remember(direction, { sequence: context.sequence, hash: signed.hash });
      },
    };
  };
}

/** The team's message content: its public key, then the JSON. */
export function teamContent(teamPublicKey: Uint8Array, content: MessageContent): Bytes {
  return concat(teamPublicKey, encodeMessageContent(content));
}
