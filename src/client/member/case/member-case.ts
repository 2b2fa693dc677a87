/** One case, opened, and what a member can do with it: answer, note, move, give to a colleague and take from one. */
import { registerNumberOf } from "../../../crypto/identity.ts";
import { type Outcome, STATE_RULES, STATES, type State, isIn } from "../../../protocol/rules/casework.ts";
import type { FilesContent, MessageContent } from "../../../protocol/content.ts";
import type { CaseItem } from "../../../protocol/frames.ts";
import type { RemovalGround } from "../../../protocol/rules/interests.ts";
import type { RecordContent } from "../../../protocol/records.ts";
import { checkAssignment } from "../../casework/assignment.ts";
import type { OpenedCase } from "../../casework/opened-case.ts";
import { type Cells, cellsOfMember } from "../../files/cells.ts";
import type { PreparedMessage } from "../../case/prepared-message.ts";
import { ApiError } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { type Recovering, enterByRecovery, giveCase, leadToTakeOver, takeOut, tellReporter } from "./case-readers.ts";
import { makeWriter } from "./case-writer.ts";
import { storeWrap } from "../list/cases.ts";
import { takeStep } from "../list/discards.ts";
import { aboutMember } from "../list/interests.ts";
import { noteBurnt, noteOpened } from "../list/known-heads.ts";
import { type Digest, digestOf } from "../list/digest.ts";
import { type CaseRead, type CaseReadOptions, readCase } from "./read-case.ts";
import { signReceiptLine } from "./receipt-line.ts";
import type { Member } from "../entry/sign-in.ts";
import { catchUp } from "../list/waiting.ts";

export type MemberCase = {
  readonly handle: string;
  readonly registerNumber: string;
  readonly item: CaseItem;
  /** How many messages of the reporter this member has still not been shown, as the list will say */
  readonly newMessages: number;
  /** What it says, as plain data; and what the list says of it from now on */
  readonly opened: OpenedCase;
  readonly digest: Digest;
  /** Files of both sides, and those on their way to the reporter */
  readonly cells: Cells;
  /** Seals an answer with files for the next place. Throws Refusal. */
  readonly prepareAnswer: (content: FilesContent) => PreparedMessage;
  /** Each throws Refusal or ApiError; `conflict` means that a colleague was quicker: open again, nothing is lost. */
  readonly answer: (text: string) => Promise<void>;
  readonly note: (text: string) => Promise<void>;
  /** Writes down what the team decided about the case. Throws Refusal where it would have no effect. */
  readonly record: (content: RecordContent) => Promise<void>;
  /** Gives the case to a colleague who did not read it. Throws Refusal `must-not-read`, without any way around it. */
  readonly grant: (to: string, reason: string, linksLookedAt?: boolean) => Promise<void>;
  /** Of a case that was opened with the recovery key */
  readonly enterByRecovery: (recovering: Recovering) => Promise<void>;
  /** Takes members out of the case, under new keys for all others; the own case goes to a lead first. Throws Refusal `nobody-remains`. */
  readonly remove: (ids: readonly string[], reason: string, interest?: RemovalGround | null) => Promise<void>;
  /** Proposes that an archived case goes. The reason is stored as a note first; the same one again is not written twice. */
  readonly proposeDiscard: (reason: string) => Promise<void>;
  /** Agrees, as another member, or takes back what was proposed or agreed. */
  readonly agreeToDiscard: () => Promise<void>;
  readonly keep: () => Promise<void>;
  readonly moveTo: (
    state: State,
    details: { readonly outcome: Outcome | null; readonly text: string; readonly nextBy?: string | undefined },
  ) => Promise<void>;
  /** Tells the reporter that a promise is put off, or that another profile of deadlines holds. */
  readonly tell: (content: Telling) => Promise<void>;
  /** Signs the receipt that the reporter has asked for. */
  readonly issueReceipt: () => Promise<void>;
};

export type Telling = Extract<MessageContent, { readonly kind: "promise" | "profile" }>;

export type OpenOptions = CaseReadOptions & {
  /** By itself, and not because the member wants to see it: what was not shown before is not shown now. */
  readonly quietly?: boolean;
};

/**
 * Opens a case in full and checks everything again, whatever the wrap says.
 * Throws CryptoError `altered` for a report that is not what its reporter sealed for this channel, `not-for-me`; ApiError.
 */
export async function openMemberCase(
  member: Member,
  handle: string,
  { quietly = false, ...options }: OpenOptions = {},
): Promise<MemberCase> {
  let read = await readAgain(member, handle, options);
  // Whoever sees that the reporter was not told of new keys does it: the one who changed them may have gone.
  if (await tellReporter(member, handle, read)) read = await readCase(member, handle, options);
  const { item, caseId, wrap, opened } = read;
  const shown = shownNow(member, handle, quietly ? undefined : wrap.seen.reporter.sequence, read.shownBefore);
  const digest = digestOf(opened, item, member.id, shown, aboutMember(member, opened));
  // The first report stays the one that is remembered, so that the alarm stays too.
  if (!opened.alarms.includes("other-report")) {
    await storeWrap(member, handle, caseId, wrap, digest);
    await noteOpened(member, handle);
  }
  await noteBurnt(member, handle, opened.burnt);
  const writer = makeWriter(member, handle, read, digest);
  const { prepare } = writer;
  const about = { handle, caseId, channelId: item.channelId, headHash: wrap.headHash };
  let proposal: { readonly text: string; readonly hash: Uint8Array } | undefined;
  const standingReason = (): Uint8Array => {
    if (read.discardReason === undefined) throw new Refusal("changed");
    return read.discardReason;
  };
  const keep = async (): Promise<void> => takeStep(member, { ...about, step: "keep", reason: standingReason() });
  /**
   * Whoever works on a case takes back what two agreed upon: archived again on the same day it would go all the same. Who
   * may not, being no recipient of the channel, works on it nevertheless.
   */
  const keepUnlessRefused = async (): Promise<void> => {
    await keep().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  };
  /** What only its reporter could read is not written when nobody can. A new state is: colleagues read it too. */
  const checkReader = (): void => {
    if (opened.burnt) throw new Refusal("burnt");
  };
  return {
    handle,
    registerNumber: registerNumberOf(item.caseId),
    item,
    newMessages: Math.max(0, item.counts.reporter - Math.max(0, shown)),
    opened,
    digest,
    cells: cellsOfMember(member.connection, handle, caseId),
    prepareAnswer(content) {
      checkReader();
      return prepare("team", content);
    },
    async answer(text) {
      checkReader();
      await prepare("team", { kind: "text", text }).send();
    },
    note: async (text) => prepare("internal", { kind: "text", text }).send(),
    async record(content) {
      if (content.kind === "assignment") {
        const roles = member.directories.current.members.get(member.id)?.roles ?? [];
        checkAssignment(
          content,
          { author: member.id, roles },
          opened.casework.assignments,
          opened.casework.readers.now,
        );
      }
      await prepare("internal", content).send();
    },
    grant: async (to, reason, linksLookedAt) =>
      giveCase(member, handle, read, writer, { to, reason, linksLookedAt: linksLookedAt === true }),
    enterByRecovery: async (recovering) => enterByRecovery(member, handle, read, writer, recovering),
    async remove(ids, reason, interest = null) {
      const lead = leadToTakeOver(member, read, ids);
      if (lead !== undefined && reason.trim() !== "") {
        // Before the keys are gone; the record is behind the newest then, so the case is read again.
        await prepare("internal", { kind: "assignment", to: lead, reason }).send();
        await (await openMemberCase(member, handle, { quietly: true })).remove(ids, reason, interest);
        return;
      }
      const remains = await takeOut(member, handle, read, writer, { ids, reason, interest });
      // Who is left tells the reporter; who is out leaves it to them.
      if (remains) await openMemberCase(member, handle, { quietly: true });
    },
    async proposeDiscard(reason) {
      if (reason.trim() === "") throw new Refusal("reason-needed");
      if (opened.state !== "archived") throw new Refusal("not-archived");
      if (proposal?.text !== reason) {
        const note = prepare("internal", { kind: "text", text: reason });
        await note.send();
        proposal = { text: reason, hash: note.hash };
      }
      await takeStep(member, { ...about, step: "propose", reason: proposal.hash });
    },
    agreeToDiscard: async () => takeStep(member, { ...about, step: "agree", reason: standingReason() }),
    keep,
    async moveTo(to, { outcome, text, nextBy }) {
      const { needs } = STATE_RULES[to];
      const from = STATES.find((state) => state === opened.state);
      if (from === undefined || !STATE_RULES[from].moves.includes(to)) throw new Refusal("move-not-allowed");
      if (isIn("asking", to)) checkReader();
      if (needs === "outcome" && outcome === null) throw new Refusal("outcome-needed");
      if (needs === "reason" && text.trim() === "") throw new Refusal("reason-needed");
      if (opened.discard?.standing === "agreed") await keepUnlessRefused();
      await prepare("team", { kind: "status", state: to, outcome, text, nextBy }, { from, to }).send();
    },
    async issueReceipt() {
      checkReader();
      const text = signReceiptLine(member.directories.current, item.arrivedOn, member.signing);
      await prepare("team", { kind: "receipt", text }).send();
    },
    async tell(content) {
      checkReader();
      if (content.text.trim() === "") throw new Refusal("reason-needed");
      await prepare("team", content).send();
    },
  };
}

/** Where colleagues began another epoch since this member looked last, its keys are opened first. */
async function readAgain(member: Member, handle: string, options: CaseReadOptions): Promise<CaseRead> {
  try {
    return await readCase(member, handle, options);
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.code === "not-found";
    if (!isUnknown || !(await catchUp(member)).proved.has(handle)) throw error;
    return readCase(member, handle, options);
  }
}

/** What each member was shown in this session: a quiet opening that began before a loud one must not take it back. */
const shownIn = new WeakMap<Member, Map<string, number>>();

function shownNow(member: Member, handle: string, loud: number | undefined, before: number): number {
  const session = shownIn.get(member) ?? new Map<string, number>();
  shownIn.set(member, session);
  if (loud !== undefined) session.set(handle, loud);
  return session.get(handle) ?? before;
}
