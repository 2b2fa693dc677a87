/** Records of a case as they are believed: in order, each with its author and the day on which the server stored it. */
import type { Role } from "../../protocol/rules/casework.ts";
import type { ReadMessage } from "../../protocol/content.ts";
import { RECORD_NAMES, type RecordName } from "../../protocol/record-names.ts";
import type { ReadRecord } from "../../protocol/records.ts";
import type { Entry } from "../case/chain.ts";

/** What stands in direction `internal`: notes, records, and what is neither because it cannot be believed. */
export type InternalEntry = Entry<ReadMessage | ReadRecord>;

export type Recorded<Of extends RecordName = RecordName> = {
  /** Its number in direction `internal`: what names it within the case */
  readonly sequence: number;
  /** A member's id, hexadecimal */
  readonly author: string;
  /** The author's when it was written */
  readonly roles: readonly Role[];
  /** "2026-11-25", by the server's own word */
  readonly storedOn: string;
  readonly record: ReadRecord<Of>;
};

export function isRecord<Message extends { readonly kind: string }>(
  message: Message,
): message is Extract<Message, { readonly kind: RecordName }> {
  return (RECORD_NAMES as readonly string[]).includes(message.kind);
}

/** What is no record: shown among the notes, also where it is damaged. */
export function notesOf(entries: readonly InternalEntry[]): readonly Entry[] {
  return entries.filter((entry): entry is Entry => entry.message === undefined || !isRecord(entry.message));
}

/** A record behind a gap or fork is shown nowhere and has no effect until the gap is closed. */
export function recordsOf(entries: readonly InternalEntry[]): Recorded[] {
  return entries.flatMap(({ sequence, author, roles, storedOn, effective, message }) =>
    effective && message !== undefined && author !== undefined && isRecord(message)
      ? [{ sequence, author, roles, storedOn, record: message }]
      : [],
  );
}

/** Those of one kind, oldest first. */
export function ofKind<Kind extends RecordName>(records: readonly Recorded[], kind: Kind): Recorded<Kind>[] {
  return records.filter((one): one is Recorded<Kind> => one.record.kind === kind);
}
