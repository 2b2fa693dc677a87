/** `segel read find|link`: what cases say, searched on this machine, and which of them belong together. */
import type { OpenedCase } from "../../../client/casework/opened-case.ts";
import type { Place } from "../../../client/finding/case-texts.ts";
import { makeLibrary } from "../../../client/finding/library.ts";
import { allCases } from "../../../client/member/list/cases.ts";
import { fillLibrary } from "../../../client/member/case/fill-library.ts";
import { linkCases } from "../../../client/member/case/linking.ts";
import { type MemberCase, openMemberCase } from "../../../client/member/case/member-case.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { registerNumberOf } from "../../../crypto/identity.ts";
import { LINK_RELATIONS } from "../../../protocol/records/link.ts";
import type { Texts } from "../../../words/text.ts";
import { DIRECTION_NAMES, FIELD_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { sayCode } from "../../../words/codes.ts";
import { WrongUse } from "../../speech/failures.ts";
import { bold, dim, indented, json, oneLine, print, tell, visible } from "../../speech/print.ts";
import { makeProgressLine } from "../../speech/progress-line.ts";
import { SENTENCES } from "../../speech/words.ts";
import type { CommandCall } from "../command.ts";
import { findCase } from "./listing.ts";

export const FINDING = { with: { type: "string" }, relation: { type: "string" } } as const;

/** So many are printed; who wants more gives more words, or takes the JSON. */
const PRINTED = 20;

/** Reads every case first: nothing of it stays on the disk. */
export async function findInCases(member: Member, question: string, call: CommandCall): Promise<void> {
  const { say, day } = call;
  const cases = new Map((await allCases(member)).map((one) => [one.handle, one]));
  const library = makeLibrary();
  const line = makeProgressLine();
  let read = 0;
  await fillLibrary(member, library, [...cases.values()].toReversed(), {
    onRead: () => line.show(say(SENTENCES.casesRead, { done: ++read, of: cases.size })),
  });
  line.clear();
  const hits = library.find(question);
  const unread = cases.size - library.size();
  if (call.json) {
    const found = hits.map((hit) => {
      const { caseId = new Uint8Array(), state, arrivedOn } = cases.get(hit.handle) ?? {};
      const snippets = library.show(hit).map(({ place, parts }) => ({ place, text: parts.join("") }));
      return { handle: hit.handle, registerNumber: registerNumberOf(caseId), state, arrivedOn, snippets };
    });
    return print(json({ found, searched: library.size(), unread }));
  }
  print(say(SENTENCES.casesFound, { n: hits.length, of: library.size() }));
  for (const hit of hits.slice(0, PRINTED)) {
    const listed = cases.get(hit.handle);
    if (listed === undefined) continue;
    const state = oneLine(sayCode(say, STATE_NAMES, listed.state, UNKNOWN.code), 40);
    print(
      `\n${bold(registerNumberOf(listed.caseId))}  ${oneLine(listed.summary?.title ?? "", 80)}  ${dim(`${state}, ${day(listed.arrivedOn)}`)}`,
    );
    for (const { place, parts } of library.show(hit)) {
      const text = parts.map((part, at) => (at % 2 === 1 ? bold(visible(part)) : visible(part))).join("");
      print(`    ${dim(`${say(nameOf(place))}:`)} ${text}`);
    }
  }
  if (hits.length > PRINTED) print(`\n${say(SENTENCES.moreFound, { n: hits.length - PRINTED })}`);
  if (unread > 0) tell(say(SENTENCES.casesUnread, { n: unread }));
}

function nameOf(place: Place): Texts {
  switch (place.of) {
    case "report":
      return FIELD_NAMES[place.field];
    case "message":
      return DIRECTION_NAMES[place.direction];
    case "file":
      return SENTENCES.fileNamed;
    case "register":
      return SENTENCES.registerNamed;
  }
}

/** What will be written is settled before anybody signs in. */
export function linkFor(call: CommandCall): (file: MemberCase, member: Member) => Promise<void> {
  const { say, value, questions } = call;
  const other = value("with");
  const typed = value("relation") ?? "same-matter";
  const relation = LINK_RELATIONS.find((one) => one === typed);
  if (other === undefined) throw new WrongUse(say(SENTENCES.linkWithMissing));
  if (relation === undefined) {
    const list = LINK_RELATIONS.join(", ");
    throw new WrongUse(say(SENTENCES.badCode, { option: "--relation", value: visible(typed), list }));
  }
  return async (file, member) => {
    const listed = await findCase(member, other, call);
    const there = await openMemberCase(member, listed.handle, { listed: listed.caseId, quietly: true });
    const reason = await questions.text(say(SENTENCES.askReason));
    const written = await linkCases(file, there, { relation, reason });
    for (const { registerNumber } of written) tell(say(SENTENCES.linkWritten, { number: registerNumber }));
  };
}

export function printLinks({ casework }: Pick<OpenedCase, "casework">, member: Member, call: CommandCall): void {
  const { say, day, name } = call;
  const { members } = member.directories.current;
  for (const { registerNumber, relation, reason, by, on } of casework.links) {
    const told = relation === "same-matter" ? SENTENCES.sameMatter : SENTENCES.relatedCase;
    print(bold(say(told, { number: registerNumber, name: oneLine(name(members.get(by)?.names), 60), day: day(on) })));
    print(indented(reason));
  }
}
