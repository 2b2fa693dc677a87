/** `segel read`: a member's work with cases. */
import { type MemberCase, openMemberCase } from "../../../client/member/case/member-case.ts";
import { memberOf } from "../../../client/member/case/writer.ts";
import { recallInterests } from "../../../client/member/list/interests.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { hex } from "../../../crypto/bytes.ts";
import { OUTCOMES, STATES } from "../../../protocol/rules/casework.ts";
import { type ReadAnswers, FIELD_CODES, type Field, TEXT_FIELDS } from "../../../protocol/rules/report-fields.ts";
import { ASSIGNING, assignment, caseworkLines, labelling } from "./assigning.ts";
import { JUDGING, describeJudging, judgingFor, printJudging } from "./judging.ts";
import { ATTACHING, openAttachments, sendAttachments } from "../attachments.ts";
import { describeDeadlines, printDeadlines } from "../deadlines.ts";
import type { Command, CommandCall } from "../command.ts";
import { ENTERING_OPTIONS, describeSource, enteringFor, sourceLines } from "./entering.ts";
import { describeEntry, printEntry, printUnknown } from "../conversation.ts";
import { LISTING, findCase, printList } from "./listing.ts";
import { findNew, withMember } from "../entrance.ts";
import { FINDING, findInCases, linkFor, printLinks } from "./finding.ts";
import { LEAVING_OPTIONS, isPass, passOver } from "./leaving.ts";
import { Refusal } from "../../../client/refusal.ts";
import { WrongUse, alarmText } from "../../speech/failures.ts";
import { misuse } from "../../speech/help.ts";
import { amountText, sayCode } from "../../../words/codes.ts";
import { CATEGORY_NAMES, FIELD_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { MEMBER_CASE_ALARMS } from "../../../words/alarms.ts";
import { alarm, bold, dim, indented, json, oneLine, print, tell, visible } from "../../speech/print.ts";
import { askAboutInterests, printInterests } from "./interests.ts";
import { readerLines, readersFor } from "./readers.ts";
import { checkSaved, describeSaved, saveFiles } from "../saving.ts";
import { TELLING, tellingFor } from "./telling.ts";
import { SENTENCES } from "../../speech/words.ts";

export const read: Command = {
  topic: "read",
  reader: "member",
  options: {
    to: { type: "string" },
    outcome: { type: "string" },
    interest: { type: "string" },
    "despite-interest": { type: "boolean" },
    ...LISTING,
    ...ASSIGNING,
    save: { type: "string" },
    all: { type: "boolean" },
    ...JUDGING,
    ...FINDING,
    ...TELLING,
    ...ENTERING_OPTIONS,
    ...ATTACHING,
    ...LEAVING_OPTIONS,
  },
  run: work,
};

/** These are about no case in particular. */
const STANDS_ALONE: readonly string[] = ["list", "interests", "enter"];

async function work(call: CommandCall): Promise<void> {
  const { words, say, questions } = call;
  const [verb = "", id, ...more] = words;
  const question = verb === "find" ? [id, ...more].join(" ").trim() : undefined;
  if (
    question === "" ||
    (question === undefined && more.length > 0) ||
    STANDS_ALONE.includes(verb) !== (id === undefined)
  )
    throw misuse("read", call);
  const enter = verb === "enter" ? await enteringFor(call) : undefined;
  const act = verb === "find" || verb === "enter" || isPass(verb) ? undefined : await actionFor(verb, call);
  await withMember(call, async (member) => {
    if (enter !== undefined) return enter(member);
    if (verb === "interests") return printInterests(member, call);
    await findNew(member, call);
    if (question !== undefined) return findInCases(member, question, call);
    if (id !== undefined && isPass(verb)) return passOver(verb, id, member, call);
    if (id === undefined || act === undefined) return printList(member, call);
    const listed = await findCase(member, id, call);
    await recallInterests(member);
    const file = await openMemberCase(member, listed.handle, {
      listed: listed.caseId,
      // Files are saved all or not at all, so that nobody takes a part of them for the whole.
      pages: call.isSet("all") || call.value("save") !== undefined ? Infinity : 1,
    });
    if (verb === "open") await askAboutInterests(file, member, call);
    await act(file, member);
    if (verb === "open") return;
    tell(say(SENTENCES.done, { number: file.registerNumber }));
    if (verb === "discard") await tellStanding(member, file.handle, call);
  });

  /** What will be done is settled before anybody signs in. */
  async function actionFor(
    name: string,
    asked: CommandCall,
  ): Promise<(file: MemberCase, member: Member) => Promise<void>> {
    switch (name) {
      case "list":
      case "interests":
        return () => Promise.resolve();
      case "open":
        return (file, member) => openAndSave(file, member, asked);
      case "answer": {
        const attached = await openAttachments(asked);
        return async (file, member) => {
          // Before anybody writes what nobody will read.
          if (file.opened.burnt) throw new Refusal("burnt");
          const text = await questions.text(say(SENTENCES.askAnswer));
          if (attached.length === 0) return file.answer(text);
          return sendAttachments(memberOf(member, file.handle, file.item.caseId), attached, text, asked);
        };
      }
      case "link":
        return linkFor(asked);
      case "discard":
        return async (file) => {
          // Whose turn it is the case says; the server and every client look again.
          if (file.opened.discard !== undefined) return file.agreeToDiscard();
          if (file.opened.state !== "archived") throw new Refusal("not-archived");
          return file.proposeDiscard(await questions.text(say(SENTENCES.askDiscard)));
        };
      case "keep":
        return async (file) => file.keep();
      case "assign":
      case "claim":
      case "give-back":
        return assignment(name, asked);
      case "label":
        return labelling(asked);
      case "grant":
      case "remove":
        return readersFor(name, asked);
      case "note":
        return async (file) => file.note(await questions.text(say(SENTENCES.askNote)));
      case "state": {
        const to = choose(STATES, asked.value("to"), "--to", asked);
        if (to === undefined) throw new WrongUse(say(SENTENCES.stateMissing, { list: STATES.join(", ") }));
        const outcome = choose(OUTCOMES, asked.value("outcome"), "--outcome", asked) ?? null;
        return async (file) => file.moveTo(to, { outcome, text: await questions.text(say(SENTENCES.askReason)) });
      }
      default: {
        const judges = tellingFor(name, asked) ?? (await judgingFor(name, asked));
        if (judges === undefined) throw misuse("read", call);
        return judges;
      }
    }
  }
}

function choose<Code extends string>(
  codes: readonly Code[],
  typed: string | undefined,
  option: string,
  { say }: CommandCall,
): Code | undefined {
  if (typed === undefined) return undefined;
  const code = codes.find((candidate) => candidate === typed);
  if (code === undefined)
    throw new WrongUse(say(SENTENCES.badCode, { option, value: visible(typed), list: codes.join(", ") }));
  return code;
}

/** After a step towards discarding: what is missing still, or the day on which the case goes. */
async function tellStanding(member: Member, handle: string, call: CommandCall): Promise<void> {
  const { opened } = await openMemberCase(member, handle);
  for (const line of discardLines(opened, member, call)) tell(line);
}

function discardLines({ discard }: MemberCase["opened"], member: Member, call: CommandCall): string[] {
  if (discard === undefined) return [];
  const { say, day } = call;
  const { members } = member.directories.current;
  const nameOf = (id: string) => visible(call.name(members.get(id)?.names));
  const { standing, proposed, agreed, goesOn, reason, writtenSince } = discard;
  const headline = {
    proposed: say(SENTENCES.discardProposed),
    agreed: say(SENTENCES.discardAgreed, { day: day(goesOn ?? proposed.on) }),
    lapsed: say(SENTENCES.discardLapsed),
  };
  return [
    alarm(`! ${headline[standing]}`),
    `  ${say(SENTENCES.discardBy, { name: nameOf(proposed.by), day: day(proposed.on) })}`,
    ...(agreed === undefined
      ? []
      : [`  ${say(SENTENCES.discardBy, { name: nameOf(agreed.by), day: day(agreed.on) })}`]),
    ...(reason === undefined ? [] : [`  ${oneLine(reason, 200)}`]),
    ...(writtenSince === 0 ? [] : [`  ${say(SENTENCES.discardWritten, { count: writtenSince })}`]),
  ];
}

async function openAndSave(file: MemberCase, member: Member, call: CommandCall): Promise<void> {
  if (!call.json) printFile(file, member, call);
  const folder = call.value("save");
  const saved = folder === undefined ? undefined : await saveFiles(file.cells, file.opened.conversation, folder, call);
  if (call.json)
    print(
      json({
        ...describeFile(file),
        deadlines: describeDeadlines(deadlinesOf(file, member), call),
        ...describeJudging(file.opened),
        links: file.opened.casework.links,
        files: saved?.map(describeSaved),
      }),
    );
  if (saved !== undefined) checkSaved(saved, call);
}

function deadlinesOf({ item, opened: { course } }: MemberCase, member: Member) {
  return { course, channelId: hex(item.channelId), directory: member.directories.current };
}

function printFile(file: MemberCase, member: Member, call: CommandCall): void {
  const { say, day, size: sizeOf } = call;
  const { item, opened } = file;
  const { answers } = opened;
  const directory = member.directories.current;
  const named = (ids: readonly string[]) =>
    ids.map((id) => visible(call.name(directory.members.get(id)?.names))).join(", ");
  print(`${bold(file.registerNumber)}  ${visible(sayCode(say, STATE_NAMES, opened.state, UNKNOWN.code))}`);
  print(say(SENTENCES.arrivedOn, { day: day(item.arrivedOn), handle: file.handle }));
  print(dim(call.dates));
  const { directoryVersion, keyFingerprint } = opened.sealedUnder;
  const fingerprint = keyFingerprint?.replace(/(.{4})(?=.)/gu, "$1 ") ?? "—";
  print(dim(say(SENTENCES.sealedUnder, { version: String(directoryVersion), fingerprint })));
  for (const code of opened.alarms) print(alarmText(MEMBER_CASE_ALARMS[code], call));
  for (const line of discardLines(opened, member, call)) print(line);
  printDeadlines(deadlinesOf(file, member), call);
  for (const line of sourceLines(opened, member, call)) print(line);
  for (const line of caseworkLines(opened, member, call)) print(line);
  for (const line of readerLines(opened, member, call)) print(line);
  printJudging(opened, directory, call);
  printLinks(opened, member, call);
  if (opened.burnt) print(alarm(`! ${say(SENTENCES.burntCase)}`));
  if (opened.excluded.length > 0) print(say(SENTENCES.excluded, { names: named(opened.excluded) }));
  if (opened.removedRecipients.length > 0)
    print(alarm(`! ${say(SENTENCES.removedRecipients, { names: named(opened.removedRecipients) })}`));
  print();
  printAnswers(answers, call);
  printUnknown(opened.unknown, call);
  if (opened.missingFiles.length > 0) {
    const list = opened.missingFiles.map(({ name, size }) => `${visible(name)} (${sizeOf(size)})`).join(", ");
    print(say(SENTENCES.filesMissing, { list }));
  }
  print();
  print(bold(say(SENTENCES.conversation)));
  if (opened.earlier > 0) print(say(SENTENCES.earlier, { n: opened.earlier }));
  if (opened.conversation.length === 0) print(say(SENTENCES.noMessages));
  for (const entry of opened.conversation) printEntry(entry, directory, call);
  if (opened.notes.length === 0) return;
  print(bold(say(SENTENCES.notes)));
  for (const entry of opened.notes) printEntry(entry, directory, call);
}

/** Texts first, and of them the title; then what stands on one line. */
function printAnswers(answers: ReadAnswers, call: CommandCall): void {
  const { say } = call;
  for (const field of ["title", ...TEXT_FIELDS.filter((one) => one !== "title")] as const) {
    if (answers[field] === "") continue;
    print(bold(say(FIELD_NAMES[field])));
    print(indented(answers[field]));
  }
  for (const field of FIELD_CODES) {
    const fact = factOf(field, answers, call);
    if (fact !== undefined) print(`${bold(say(FIELD_NAMES[field]))}: ${fact}`);
  }
}

function factOf(field: Field, answers: ReadAnswers, call: CommandCall): string | undefined {
  if (field === "category") return visible(sayCode(call.say, CATEGORY_NAMES, answers.category, UNKNOWN.code));
  const answer = answers[field];
  return typeof answer === "number" ? `Rp${amountText(answer, call)}` : undefined;
}

/** Named one by one: what other programs read does not grow with what ours come to know of a case. */
function describeFile({ handle, registerNumber, item, opened }: MemberCase): object {
  const { arrivedOn, stateOn } = item;
  const { state, burnt, discard, alarms, answers, unknown, identityGiven, excluded } = opened;
  const { removedRecipients, missingFiles, sealedUnder, earlier } = opened;
  return {
    handle,
    registerNumber,
    arrivedOn,
    state,
    stateOn,
    burnt,
    discard: discard ?? null,
    alarms,
    answers,
    unknown,
    identityGiven,
    excluded,
    removedRecipients,
    sealedUnder,
    missingFiles,
    earlier,
    marks: opened.marks,
    amount: opened.amount ?? null,
    assignments: opened.casework.assignments.all,
    assignee: opened.casework.assignments.now?.to ?? null,
    labels: opened.casework.labels,
    source: describeSource(opened),
    readers: opened.casework.readers,
    conversation: opened.conversation.map(describeEntry),
    notes: opened.notes.map(describeEntry),
  };
}
