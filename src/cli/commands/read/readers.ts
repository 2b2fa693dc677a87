/** `segel read grant` and `remove`: who reads a case; and in `open`, who does and what has changed. */
import type { OpenedCase } from "../../../client/casework/opened-case.ts";
import type { MemberCase } from "../../../client/member/case/member-case.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { REMOVAL_GROUNDS } from "../../../protocol/rules/interests.ts";
import { WrongUse } from "../../speech/failures.ts";
import { alarm, json, oneLine, print, tell, visible } from "../../speech/print.ts";
import { SENTENCES } from "../../speech/words.ts";
import { memberNamed } from "./assigning.ts";
import type { CommandCall } from "../command.ts";

/** A reason is always asked for: colleagues see it for as long as there is the case. */
export function readersFor(
  verb: "grant" | "remove",
  call: CommandCall,
): (file: MemberCase, member: Member) => Promise<void> {
  const { say, questions } = call;
  const named = call.value("member");
  const kind = call.value("interest");
  const interest = REMOVAL_GROUNDS.find((one) => one === kind) ?? null;
  if (kind !== undefined && interest === null)
    throw new WrongUse(
      say(SENTENCES.badCode, { option: "--interest", value: visible(kind), list: REMOVAL_GROUNDS.join(", ") }),
    );
  if (named === undefined) throw new WrongUse(say(SENTENCES.readerMissing));
  return async (file, member) => {
    const { id } = memberNamed(named, member, call);
    if (verb === "remove") tell(say(SENTENCES.removalLimits));
    const reason = await questions.text(say(SENTENCES.askAssignReason));
    await (verb === "grant" ? file.grant(id, reason) : file.remove([id], reason, interest));
    if (call.json) print(json({ registerNumber: file.registerNumber, [verb]: id }));
  };
}

const SAID = {
  grant: SENTENCES.readerGranted,
  removal: SENTENCES.readerRemoved,
  recovery: SENTENCES.readerRecovered,
} as const;

export function readerLines({ casework: { readers } }: OpenedCase, member: Member, call: CommandCall): string[] {
  const { say, day, name, list } = call;
  const nameOf = (id: string) => visible(name(member.directories.current.members.get(id)?.names) || id);
  const namesOf = (ids: readonly string[]) => list(ids.map(nameOf));
  return [
    say(SENTENCES.readers, { names: namesOf(readers.now) }),
    ...readers.changes.map(({ kind, by, on, members, reason, valid }) => {
      const said = SAID[kind];
      const line = `  ${say(said, { by: nameOf(by), day: day(on), names: namesOf(members) })} ${oneLine(reason, 200)}`;
      return valid ? line : alarm(`! ${line.trim()} (${say(SENTENCES.readerInvalid)})`);
    }),
    ...readers.exposed.map(({ sequence, to }) =>
      alarm(`! ${say(SENTENCES.readerExposed, { sequence: String(sequence), names: namesOf(to) })}`),
    ),
  ];
}
