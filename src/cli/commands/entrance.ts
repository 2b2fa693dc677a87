/** A member comes in: name and passphrase, the directory that this device remembers, alarms, and out again. */
import { type FoundHeads, findNewCases } from "../../client/member/list/cases.ts";
import { countForNobody } from "../../client/member/list/known-heads.ts";
import { Refusal } from "../../client/refusal.ts";
import { API_FAILURES, DIRECTORY_FAILURES } from "../../words/failures.ts";
import { callBytes } from "../../client/line/http.ts";
import {
  type FactorAsked,
  type FactorGiven,
  type Member,
  StatementNeeded,
  type Steward,
  signIn,
  signOut,
} from "../../client/member/entry/sign-in.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import { endsInDays } from "../../protocol/directory/validity.ts";
import type { CommandCall } from "./command.ts";
import { recallDirectory, rememberDirectory } from "./device-memory.ts";
import { SIGN_IN_ALARMS } from "../../words/alarms.ts";
import { alarmText } from "../speech/failures.ts";
import { alarm, tell } from "../speech/print.ts";
import { SENTENCES } from "../speech/words.ts";

/** Also whoever cannot sign in because nobody has said that the directory holds, and can say it. */
export async function withSteward(call: CommandCall, work: (steward: Steward) => Promise<void>): Promise<void> {
  try {
    await withMember(call, work);
  } catch (error) {
    if (!(error instanceof StatementNeeded)) throw error;
    tell(alarmText(DIRECTORY_FAILURES["statement-lapsed"], call));
    await work(error.steward);
    await callBytes(error.steward.connection, "logout");
  }
}

export async function withMember(call: CommandCall, work: (member: Member) => Promise<void>): Promise<void> {
  const { say, connection, questions } = call;
  const roots = await call.roots();
  const name = normalizeName(await questions.line(say(SENTENCES.askName)));
  const passphrase = await questions.secret(say(SENTENCES.askPassphrase));
  const place = { origin: connection.origin, roots, name };
  const device = await recallDirectory(place, say);
  const askFactor = (asked: FactorAsked) => askCode(call, asked);
  const member = await signIn(connection, { name, passphrase, roots, device, askFactor, ...(await call.clock()) });
  try {
    for (const code of member.alarms) tell(alarmText(SIGN_IN_ALARMS[code], call));
    const days = endsInDays(member.directories.current.members.get(member.id), member.directories.now);
    if (days !== undefined) tell(alarm(`! ${say(SENTENCES.entryEnds, { n: days })}`));
    if (member.told.wrongCodes > 0) tell(alarm(`! ${say(SENTENCES.wrongCodes, { n: member.told.wrongCodes })}`));
    tellReset(call, member.told.resetOn);
    if (member.firstUseHere) tell(say(SENTENCES.firstUseHere));
    await rememberDirectory(place, member.memory, say);
    await work(member);
    // As it is now, or was accepted to be: the next sign-in from here goes on from that.
    if (member.log.seen !== member.memory.log)
      await rememberDirectory(place, { ...member.memory, log: member.log.seen }, say);
  } finally {
    // Whatever happened to the work is what the person must hear of.
    await signOut(member).catch(() => {});
  }
}

/** Passkeys are for browsers: here a code opens, asked for again until it is right. */
async function askCode(call: CommandCall, { code, refused, resetOn }: FactorAsked): Promise<FactorGiven> {
  const { say, questions } = call;
  if (!code) throw new Refusal("no-factor-here");
  if (refused === undefined) tellReset(call, resetOn);
  else tell(alarmText(API_FAILURES[refused], call));
  for (;;) {
    const typed = (await questions.secret(say(SENTENCES.askCode))).replaceAll(/\s/gu, "");
    if (/^\d{6}$/u.test(typed)) return { code: typed };
    tell(alarmText(API_FAILURES["wrong-factor"], call));
  }
}

function tellReset({ say, day }: CommandCall, resetOn: string | null): void {
  if (resetOn !== null) tell(alarm(`! ${say(SENTENCES.factorReset, { day: day(resetOn) })}`));
}

/** Longer than this, and somebody wonders whether it still works. */
export const QUIET_MS = 1_000;

export async function findNew(member: Member, { say }: CommandCall): Promise<FoundHeads> {
  let told = Date.now();
  const found = await findNewCases(member, (tried) => {
    if (Date.now() - told < QUIET_MS) return;
    told = Date.now();
    tell(say(SENTENCES.tryingHeads, { tried }));
  });
  if (found.altered.length > 0) tell(alarm(`! ${say(SENTENCES.alteredHeads, { count: found.altered.length })}`));
  const count = await countForNobody(member);
  if (count !== undefined) tell(say(SENTENCES.unopenedHeads, { count }));
  return found;
}
