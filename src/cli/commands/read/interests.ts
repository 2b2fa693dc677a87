/** `segel read interests`: what the member has declared, and for a lead the register. */
import {
  type Declared,
  interestRecords,
  ownInterests,
  readRegister,
  touchedBy,
} from "../../../client/member/list/interests.ts";
import { type MemberCase, openMemberCase } from "../../../client/member/case/member-case.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { Refusal } from "../../../client/refusal.ts";
import { Failure } from "../../speech/failures.ts";
import { alarm, bold, json, oneLine, print, tell, visible } from "../../speech/print.ts";
import { SENTENCES } from "../../speech/words.ts";
import type { CommandCall } from "../command.ts";

export async function printInterests(member: Member, call: CommandCall): Promise<void> {
  const { say, name } = call;
  // A lead who came since can read it from now on.
  await ownInterests(member);
  const register = await readRegister(member);
  const nameOf = (id: string) => visible(name(member.directories.current.members.get(id)?.names) || id);
  if (call.json) return print(json({ register: register.map((one) => describe(one, nameOf(one.memberId))) }));
  for (const declared of register) {
    print(bold(nameOf(declared.memberId)));
    if (declared.alarm !== undefined) print(alarm(`! ${say(SENTENCES.interestsAlarm)} (${declared.alarm})`));
    else if (declared.interests.length === 0) print(`  ${say(SENTENCES.noInterests)}`);
    for (const { kind, nature, unit, person, note, since, declared: on, ended } of declared.interests) {
      const facts = [kind, nature, unit, person].filter((fact) => fact !== "").map((fact) => oneLine(fact, 60));
      print(`  ${facts.join(" · ")}  ${[since ?? "", on, ended ?? ""].map(visible).join(" / ")}`);
      if (note !== "") print(`    ${oneLine(note, 200)}`);
    }
  }
}

/**
 * Before a case is shown that names an own interest: who goes on all the same says so and why, which is written into the
 * case. Where nothing can be written, it is said and shown. Throws Failure.
 */
export async function askAboutInterests(file: MemberCase, member: Member, call: CommandCall): Promise<void> {
  const { say, questions } = call;
  const touched = touchedBy(member, file.opened);
  if (touched.alarm !== undefined) tell(alarm(`! ${say(SENTENCES.interestsAlarm)} (${touched.alarm})`));
  if (touched.matches.length === 0) return;
  for (const { interest } of touched.matches) {
    const facts = [interest.kind, interest.unit, interest.person].filter((fact) => fact !== "");
    tell(alarm(`! ${say(SENTENCES.namesInterest, { interest: facts.map((fact) => oneLine(fact, 60)).join(" · ") })}`));
  }
  if (!file.opened.writable.notes) return;
  if (!call.isSet("despite-interest")) throw new Failure(say(SENTENCES.stepBack, { number: file.registerNumber }));
  const reason = await questions.text(say(SENTENCES.askDespite));
  if (reason.trim() === "") throw new Refusal("reason-needed");
  for (const record of interestRecords(touched, reason))
    await (await openMemberCase(member, file.handle)).record(record);
}

/** Named one by one, as everything that other programs read. */
function describe({ memberId, version, interests, sealedTo, alarm: told }: Declared, name: string): object {
  return {
    memberId,
    name,
    version,
    alarm: told ?? null,
    sealedTo,
    interests: interests.map(({ id, kind, nature, unit, person, note, since, declared, ended }) => ({
      id,
      kind,
      nature,
      unit,
      person,
      note,
      since,
      declared,
      ended,
    })),
  };
}
