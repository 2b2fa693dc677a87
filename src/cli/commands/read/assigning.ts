/** `segel read assign`, `claim`, `give-back`, `label`: whose a case is, and the office's own words for it. */
import type { OpenedCase } from "../../../client/casework/opened-case.ts";
import type { MemberCase } from "../../../client/member/case/member-case.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { isCaseworker } from "../../../protocol/rules/casework.ts";
import type { Member as Entry } from "../../../protocol/directory/directory.ts";
import { foldText } from "../../../protocol/encoding/fold.ts";
import { isValidAt } from "../../../protocol/directory/validity.ts";
import { MARK_NAMES, MARK_REASONS } from "../../../words/marks.ts";
import { Failure, WrongUse } from "../../speech/failures.ts";
import { alarm, json, oneLine, print, visible } from "../../speech/print.ts";
import { SENTENCES } from "../../speech/words.ts";
import type { CommandCall } from "../command.ts";

/** Options of these; a reason is asked for, as every text is. */
export const ASSIGNING = {
  member: { type: "string" },
  reason: { type: "boolean" },
  add: { type: "string", multiple: true },
  remove: { type: "string", multiple: true },
} as const;

type Act = (file: MemberCase, member: Member) => Promise<void>;

export function assignment(verb: "assign" | "claim" | "give-back", call: CommandCall): Act {
  const { say, questions } = call;
  const named = call.value("member");
  if (verb === "assign" && named === undefined) throw new WrongUse(say(SENTENCES.memberMissing));
  return async (file, member) => {
    const reason = call.isSet("reason") ? await questions.text(say(SENTENCES.askAssignReason)) : "";
    const to = verb === "give-back" ? null : verb === "claim" ? member.id : memberNamed(named ?? "", member, call).id;
    await file.record({ kind: "assignment", to, reason });
    if (call.json) print(json({ registerNumber: file.registerNumber, assignee: to }));
  };
}

export function labelling(call: CommandCall): Act {
  const [add, remove] = [call.values("add"), call.values("remove")];
  if (add.length + remove.length === 0) throw new WrongUse(call.say(SENTENCES.labelMissing));
  return async (file) => {
    const before = file.opened.casework.labels.filter((label) => !remove.includes(label));
    const labels = [...new Set([...before, ...add.map((label) => label.trim())])];
    await file.record({ kind: "labels", labels });
    if (call.json) print(json({ registerNumber: file.registerNumber, labels }));
  };
}

/** By id, or by a part of the name that is one member's alone. */
export function memberNamed(typed: string, member: Member, call: CommandCall): Entry {
  const { current, now } = member.directories;
  const caseworkers = [...current.members.values()].filter((one) => isCaseworker(one.roles) && isValidAt(one, now));
  return memberAmong(caseworkers, typed, call);
}

export function memberAmong(members: readonly Entry[], typed: string, { say, name }: CommandCall): Entry {
  const wanted = foldText(typed.trim());
  const namesOf = (one: Entry) => Object.values(one.names).map(foldText);
  const exact = members.filter((one) => one.id === typed || namesOf(one).includes(wanted));
  const found = exact.length > 0 ? exact : members.filter((one) => namesOf(one).some((all) => all.includes(wanted)));
  const [only] = found;
  if (only !== undefined && found.length === 1 && wanted !== "") return only;
  const list = (found.length > 0 ? found : members).map((one) => visible(name(one.names))).join(", ");
  throw new Failure(say(SENTENCES.noSuchMember, { name: visible(typed), list }));
}

/** Whose it is, its labels, and each mark with the words that it rests on. */
export function caseworkLines({ casework, marks }: OpenedCase, member: Member, call: CommandCall): string[] {
  const { say, day, name } = call;
  const { now, all } = casework.assignments;
  const nameOf = (id: string) => visible(name(member.directories.current.members.get(id)?.names) || id);
  const assigned = now?.to === undefined ? [] : [say(SENTENCES.assignedTo, { name: nameOf(now.to), day: day(now.on) })];
  const invalid = all.filter(({ fault }) => fault !== undefined);
  return [
    ...assigned,
    ...invalid.map(({ by, on }) => alarm(`! ${say(SENTENCES.assignmentInvalid, { name: nameOf(by), day: day(on) })}`)),
    ...(casework.labels.length > 0
      ? [say(SENTENCES.labels, { list: casework.labels.map((label) => oneLine(label, 24)).join(", ") })]
      : []),
    ...marks.map(({ mark, quote }) => {
      const reason = `${say(MARK_NAMES[mark])}: ${say(MARK_REASONS[mark])}`;
      return quote === undefined ? reason : `${reason} “${oneLine(quote, 120)}”`;
    }),
  ];
}
