/** `segel read interests`: what the member has declared, and for a lead the register. */
import { type Declared, ownInterests, readRegister } from "../../client/member/interests.ts";
import type { Member } from "../../client/member/sign-in.ts";
import { alarm, bold, json, oneLine, print, visible } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";
import type { CommandCall } from "./command.ts";

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
