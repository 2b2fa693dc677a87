/** Cases as a page may see them: text, days, ids and codes, without keys and hashes. */
import type { MemberCase } from "../../../../client/member/case/member-case.ts";
import type { ListedCase } from "../../../../client/member/list/cases.ts";
import type { Entry } from "../../../../client/case/chain.ts";
import { hex } from "../../../../crypto/bytes.ts";
import { registerNumberOf } from "../../../../crypto/identity.ts";
import { summaryOf } from "../../../../protocol/content.ts";
import type { Directory } from "../../../../protocol/directory/directory.ts";
import type { Discard } from "../../../../client/member/list/discards.ts";
import type { CaseRow, CaseView, DiscardRow, EntryView, MessageView, Names } from "../messages/vault.ts";

export function rowOf(listed: ListedCase): CaseRow {
  const { handle, channelId, arrivedOn, state, stateOn, summary, altered, unread, newMessages, burnt } = listed;
  const known = { handle, channelId, arrivedOn, state, stateOn, summary, altered, unread, newMessages, burnt };
  const { digest, stale, caseId, counts } = listed;
  return { ...known, digest, stale, registerNumber: registerNumberOf(caseId), answers: counts.team };
}

/** A record of discarding as the list shows it, also of a case that is gone. */
export function discardRowOf(discard: Discard, { members }: Directory): DiscardRow {
  const { handle, registerNumber, channelId, standing, proposed, agreed, goesOn, removedOn, freedKiB } = discard;
  const nameOf = (taken: typeof agreed) => taken && { on: taken.on, names: members.get(taken.by)?.names ?? {} };
  const by = { proposed: { on: proposed.on, names: members.get(proposed.by)?.names ?? {} }, agreed: nameOf(agreed) };
  return { handle, registerNumber, channelId, standing, ...by, goesOn, removedOn, freedKiB };
}

/** What crosses is listed one by one: a field that an opened case gets later stays here until somebody adds it. */
export function caseViewOf(found: MemberCase, directory: Directory, interests: CaseView["interests"]): CaseView {
  const { opened } = found;
  const { counts } = found.item;
  const { answers, unknown, identityGiven, recipients, excluded, removedRecipients, state, alarms, writable } = opened;
  const { burnt, course, discard, earlier, announced, missingFiles, sealedUnder, records, casework } = opened;
  const { marks, amount } = opened;
  const conversation = opened.conversation.map(entryView);
  const notes = opened.notes.map(entryView);
  const authors = [...conversation, ...notes].flatMap(({ author }) => author ?? []);
  const { readers } = casework;
  const reading = [...readers.now, ...readers.changes.flatMap(({ by, members }) => [by, ...members])];
  const recording = records.map(({ author }) => author);
  const assigned = casework.assignments.all.flatMap(({ to }) => to ?? []);
  const discarding = [discard?.proposed, discard?.agreed].flatMap((taken) => taken?.by ?? []);
  return {
    answers,
    unknown,
    identityGiven,
    recipients,
    excluded,
    removedRecipients,
    sealedUnder,
    state,
    course,
    burnt,
    discard,
    alarms,
    writable,
    earlier,
    announced,
    missingFiles,
    row: openedRow(found),
    records,
    casework,
    interests,
    marks,
    amount,
    conversation,
    notes,
    counted: { conversation: counts.reporter + counts.team, notes: counts.internal - records.length },
    seenByReporter: Math.max(0, ...opened.conversation.map(acknowledgedByReporter)),
    names: namesOf(directory, [
      ...recipients,
      ...excluded,
      ...authors,
      ...discarding,
      ...recording,
      ...assigned,
      ...reading,
    ]),
  };
}

/** As the list shows a case that was just opened. */
export function openedRow({ handle, item, newMessages, opened, digest }: MemberCase): CaseRow {
  return rowOf({
    ...item,
    handle,
    channelId: hex(item.channelId),
    state: opened.state,
    summary: summaryOf(opened.answers),
    altered: false,
    unread: digest.shown < 0 || newMessages > 0,
    newMessages,
    burnt: opened.burnt,
    digest,
    stale: false,
  });
}

function entryView({ direction, sequence, storedOn, alarms, message, author, effective }: Entry): EntryView {
  return { direction, sequence, storedOn, alarms, message: messageView(message), author, effective };
}

function messageView(message: Entry["message"]): MessageView | undefined {
  if (message?.kind === "epoch") return { kind: "epoch", ...(message.unknown && { unknown: message.unknown }) };
  if (message?.kind !== "files") return message;
  const files = message.files.map(({ id, name, type, size }) => ({ id, name, type, size }));
  return { ...message, files };
}

function acknowledgedByReporter({ direction, acknowledged }: Entry): number {
  return direction === "reporter" ? (acknowledged?.sequence ?? 0) : 0;
}

function namesOf({ members }: Directory, ids: readonly string[]): Readonly<Record<string, Names>> {
  const known = ids.flatMap((id) => {
    const member = members.get(id);
    return member === undefined ? [] : [[id, member.names] as const];
  });
  return Object.fromEntries(known);
}
