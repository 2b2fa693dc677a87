/** What a member writes next in a case: signed, sealed under the keys of the newest epoch, remembered once it is stored. */
import { type Bytes, concat, fromHex } from "../../../crypto/bytes.ts";
import type { Context } from "../../../crypto/message.ts";
import { type SignedStatement, sealConversation, sealInternal, signStatement } from "../../../crypto/secret/message.ts";
import type { ChainPoint } from "../../../crypto/secret/receipt.ts";
import type { State } from "../../../protocol/rules/casework.ts";
import { type MessageContent, encodeMessageContent, fileIdsOf } from "../../../protocol/content.ts";
import { encodeMemberRow } from "../../../protocol/frames.ts";
import { urgentBit } from "../../../protocol/rules/notices.ts";
import { type RecordContent, encodeRecord } from "../../../protocol/records.ts";
import { checkText } from "../../case/answers.ts";
import { type PreparedMessage, putUntilAnswered } from "../../case/prepared-message.ts";
import { isRecord } from "../../casework/recorded.ts";
import { ApiError, callBytes } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { storeWrap } from "../list/cases.ts";
import type { Digest } from "../list/digest.ts";
import type { CaseRead } from "./read-case.ts";
import type { Member } from "../entry/sign-in.ts";

type Side = "team" | "internal";

export type CaseWriter = {
  readonly prepare: (
    direction: Side,
    content: MessageContent | RecordContent,
    move?: { readonly from: State; readonly to: State },
  ) => PreparedMessage & {
    /** Names it */
    readonly hash: Uint8Array;
  };
  /** Signs what stands next in a direction, in that epoch. Throws Refusal `alarm` where nothing may be written. */
  readonly sign: (
    direction: Side,
    content: MessageContent | RecordContent,
    epoch: number,
  ) => { readonly context: Context; readonly signed: SignedStatement };
  readonly remember: (direction: Side, point: ChainPoint) => Promise<void>;
};

export function makeWriter(member: Member, handle: string, read: CaseRead, digest: Digest): CaseWriter {
  const { connection, directories } = member;
  const { caseId, wrap, last, ring, teamEpoch, opened } = read;
  const newest = opened.casework.readers.epoch;

  async function remember(direction: Side, point: ChainPoint): Promise<void> {
    // What one wrote oneself is remembered too: else nobody misses an answer that the server drops at once.
    try {
      await storeWrap(member, handle, caseId, { ...wrap, seen: { ...wrap.seen, [direction]: point } }, digest);
    } catch (error) {
      // The message is stored, and saying otherwise would have it written twice; the next opening notes it.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  const sign: CaseWriter["sign"] = (direction, content, epoch) => {
    if (!opened.writable[direction === "team" ? "conversation" : "notes"]) throw new Refusal("alarm");
    const context = { caseId, direction, epoch, sequence: last[direction].sequence + 1 } as const;
    const signed = signStatement(
      {
        context,
        previous: last[direction].hash,
        // Where the page that was read begins with a forged row, more was seen before: an acknowledgement never goes down.
        acknowledged: wrap.seen.reporter.sequence > last.reporter.sequence ? wrap.seen.reporter : last.reporter,
        directoryVersion: directories.current.version,
        directoryHash: directories.current.hash,
        signer: fromHex(member.id),
        kind: content.kind,
        content: isRecord(content)
          ? encodeRecord(content)
          : direction === "team"
            ? teamContent(ring.teamKeys(epoch).publicKey, content)
            : encodeMessageContent(content),
      },
      member.signing,
    );
    return { context, signed };
  };

  const prepare: CaseWriter["prepare"] = (direction, content, move) => {
    if (!isRecord(content)) checkText(content);
    // New keys are told first, under the thread key before them: else the reporter could not open this.
    const tells = content.kind === "epoch";
    if (direction === "team" && teamEpoch < newest && !tells) throw new Refusal("changed");
    const { context, signed } = sign(direction, content, newest);
    const row =
      direction === "team"
        ? sealConversation(
            signed,
            context,
            { team: ring.teamKeys(newest).publicKey, reply: read.replyPublicKey },
            ring.threadKey(tells ? teamEpoch : newest),
          )
        : sealInternal(signed, context, ring.teamSecret(newest));
    const call = {
      params: { handle, direction, epoch: newest, sequence: context.sequence },
      query: { from: move?.from, to: move?.to, urgent: urgentBit(content) },
      body: encodeMemberRow(row, isRecord(content) ? [] : fileIdsOf(content)),
    };
    return {
      hash: signed.hash,
      async send(options) {
        await putUntilAnswered((signal) => callBytes(connection, "putMessage", { ...call, signal }), options);
        await remember(direction, { sequence: context.sequence, hash: signed.hash });
      },
    };
  };

  return { prepare, sign, remember };
}

/** The team's message content: its public key, then the JSON. */
export function teamContent(teamPublicKey: Uint8Array, content: MessageContent): Bytes {
  return concat(teamPublicKey, encodeMessageContent(content));
}
