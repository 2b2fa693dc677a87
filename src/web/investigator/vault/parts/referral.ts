/** What goes to others, on the vault's side: words and names of keys, the book of receivers, and that a list or figures have left. */
import { makeNewWords } from "../../../../client/account/passphrase.ts";
import {
  newestRead,
  putOfficeDocument,
  readOfficeDocument,
  writtenOver,
} from "../../../../client/member/office-documents.ts";
import { openOfficeDocument } from "../../../../client/member/document-trail.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { PACKAGE_WORDS } from "../../../../client/referral/package-words.ts";
import { recipientHash } from "../../../../client/referral/recipient-hash.ts";
import { Refusal } from "../../../../client/refusal.ts";
import { wordListOf } from "../../../../client/reporter/word-lists.ts";
import { hex } from "../../../../crypto/bytes.ts";
import { fingerprintOf } from "../../../../crypto/identity.ts";
import type { OfficeDocumentContent, OfficeDocumentKind } from "../../../../protocol/documents/office-documents.ts";
import { type Receiver, MOST_RECEIVERS } from "../../../../protocol/documents/receivers.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import { inWords } from "./in-words.ts";
import type { ReferralCalls } from "../messages/referral.ts";

type Answer = ReferralCalls[keyof ReferralCalls]["answer"];
export type ReferralAsked = Asked<ReferralCalls>;

const CALLS: Readonly<Record<keyof ReferralCalls, true>> = {
  drawPackageWords: true,
  nameRecipient: true,
  nameSigner: true,
  readReceivers: true,
  keepReceiver: true,
  noteListExport: true,
  noteFiguresExport: true,
};

export function isAboutReferral(asked: { readonly call: string }): asked is ReferralAsked {
  return Object.hasOwn(CALLS, asked.call);
}

export async function answerReferral(member: Member, asked: ReferralAsked): Promise<Answer> {
  switch (asked.call) {
    case "drawPackageWords":
      return { words: makeNewWords(wordListOf(asked.ask.list), PACKAGE_WORDS).split(" ") };
    case "nameRecipient": {
      const hash = recipientHash(asked.ask.recipient);
      return { words: inWords(hash), hash: hex(hash) };
    }
    case "nameSigner":
      return { words: inWords(fingerprintOf(member.signing.publicKey)) };
    case "readReceivers": {
      const found = await openOfficeDocument(member, "receivers");
      const { members } = member.directories.current;
      const read = await newestRead(member, found);
      const receivers = (read?.content.receivers ?? []).map(({ by, ...one }) => ({
        ...one,
        names: members.get(by)?.names ?? {},
      }));
      return { receivers, alarm: found.alarm };
    }
    case "keepReceiver": {
      const receiver: Receiver = { ...asked.ask.receiver, by: member.id };
      const isAnew = asked.ask.isAnew === true;
      await write(member, "receivers", isAnew, (content) => {
        const others = (content?.receivers ?? []).filter(
          ({ to, name }) => to !== receiver.to || name !== receiver.name,
        );
        return { receivers: [receiver, ...others].slice(0, MOST_RECEIVERS) };
      });
      return {};
    }
    case "noteListExport":
      await write(member, "list-export", true, () => asked.ask.export);
      return {};
    case "noteFiguresExport":
      await write(member, "figures-export", true, () => asked.ask.export);
      return {};
  }
}

/** Colleagues who write at the same moment are few. */
const ATTEMPTS = 3;

async function write<Of extends OfficeDocumentKind>(
  member: Member,
  kind: Of,
  isAnew: boolean,
  contentOn: (content: OfficeDocumentContent<Of> | undefined) => OfficeDocumentContent<Of>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const found = await readOfficeDocument(member, kind);
    try {
      // Each file that left stands by itself. A book that goes on from nothing would lose what colleagues wrote.
      const isBook = kind !== "list-export" && kind !== "figures-export";
      const isUnread = found.alarm === "not-for-me" && !isBook;
      const onto = isUnread ? { ...found, alarm: undefined } : writtenOver(found, isAnew);
      const read = isBook ? await newestRead(member, found) : undefined;
      await putOfficeDocument(member, onto, contentOn(read?.content));
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "changed" || attempt === ATTEMPTS) throw error;
    }
  }
}
