/** `segel read leave` and `readmit`: one pass over all cases for who has left, or is back with new keys. */
import { allCases } from "../../../client/member/list/cases.ts";
import type { Member } from "../../../client/member/entry/sign-in.ts";
import { type KnownCase, type Passed, giveAllBack, leaversOf, takeOutOfAll } from "../../../client/office/leaving.ts";
import { sayCode } from "../../../words/codes.ts";
import { STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { Failure, explain } from "../../speech/failures.ts";
import { json, print, table, tell } from "../../speech/print.ts";
import { makeProgressLine } from "../../speech/progress-line.ts";
import { LEAVING, SENTENCES } from "../../speech/words.ts";
import { memberAmong, memberNamed } from "./assigning.ts";
import type { CommandCall } from "../command.ts";

export const LEAVING_OPTIONS = { formerly: { type: "string" }, ended: { type: "boolean" } } as const;

export function isPass(verb: string): verb is "leave" | "readmit" {
  return verb === "leave" || verb === "readmit";
}

/** Fails at the end where it failed for a case, with all others done. */
export async function passOver(
  verb: "leave" | "readmit",
  named: string,
  member: Member,
  call: CommandCall,
): Promise<void> {
  const { say } = call;
  const leavers = leaversOf(member.directories.current);
  const before = call.value("formerly");
  const formerly = before === undefined ? undefined : memberAmong(leavers, before, call).id;
  const who = verb === "leave" ? memberAmong(leavers, named, call) : memberNamed(named, member, call);
  const reason = await call.questions.text(say(SENTENCES.askAssignReason));
  const cases = await allCases(member);
  // Ctrl-C ends the program: what is done stays done, and the same again goes on.
  const { signal } = new AbortController();
  const asked = { who: who.id, reason, ended: call.isSet("ended"), ...(formerly !== undefined && { formerly }) };
  const passing =
    verb === "leave" ? takeOutOfAll(member, cases, asked, signal) : giveAllBack(member, cases, asked, signal);
  const line = makeProgressLine();
  const all: Passed[] = [];
  for await (const passed of passing) {
    all.push(passed);
    line.show(say(LEAVING.progress, { done: all.length, of: cases.length }));
  }
  line.clear();
  const failed = all.filter(({ did }) => did === "failed");
  if (call.json) print(json(describe(who.id, all)));
  else printPass(verb, all, call);
  for (const { registerNumber, error } of failed)
    tell(`${registerNumber}: ${explain(error, call) ?? say(LEAVING.unforeseen)}`);
  if (failed.length > 0) throw new Failure(say(LEAVING.failed, { n: failed.length }));
}

function printPass(verb: "leave" | "readmit", all: readonly Passed[], call: CommandCall): void {
  const { say, day } = call;
  const count = (did: Passed["did"]) => all.filter((one) => one.did === did).length;
  const counts = { n: count("done"), already: count("already"), ended: count("ended") };
  print(say(verb === "leave" ? LEAVING.takenOut : LEAVING.given, counts));
  const forInterest = all.filter(({ did }) => did === "interest").map(({ registerNumber }) => registerNumber);
  if (forInterest.length > 0) print(say(LEAVING.forInterest, { list: forInterest.join(", ") }));
  if (verb === "readmit") return;
  const known = all.flatMap((one) => one.known ?? []);
  if (known.length === 0) return;
  print(say(LEAVING.known));
  const rowOf = ({ registerNumber, state, since, until, files }: KnownCase) => [
    registerNumber,
    sayCode(say, STATE_NAMES, state, UNKNOWN.code),
    day(since),
    until === undefined ? say(LEAVING.still) : day(until),
    say(files ? LEAVING.files : LEAVING.noFiles),
  ];
  print(table(known.map(rowOf)));
}

/** Codes and numbers alone, as other programs read them. */
function describe(memberId: string, all: readonly Passed[]): object {
  return {
    member: memberId,
    cases: all.map(({ registerNumber, handle, did, known, error }) => ({
      registerNumber,
      handle,
      did,
      known: known ?? null,
      error: codeOf(error),
    })),
  };
}

function codeOf(error: unknown): string | null {
  if (error === undefined) return null;
  return error instanceof Error && "code" in error ? String(error.code) : "unforeseen";
}
