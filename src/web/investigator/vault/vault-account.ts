/** The own account, on the vault's side. */
import {
  type NewCodeSecret,
  addCode,
  addPasskey,
  askFactorReset,
  makeCodeSecret,
  prepareNewPasskey,
  readFactors,
  readMemberFactors,
  removeFactor,
  stopFactorReset,
} from "../../../client/account/factors.ts";
import { changePassphrase, makeNewWords, readOwnName } from "../../../client/account/passphrase.ts";
import { endOtherSessions, endSession, readSessions } from "../../../client/account/sessions.ts";
import { wordListOf } from "../../../client/reporter/word-lists.ts";
import type { Member } from "../../../client/member/sign-in.ts";
import type { Asked } from "../../shared/ask-worker.ts";
import type { AccountCalls, MemberRow } from "./account-messages.ts";

type Answer = AccountCalls[keyof AccountCalls]["answer"];

const CALLS = {
  readFactors: true,
  newCodeSecret: true,
  addCode: true,
  prepareNewPasskey: true,
  addPasskey: true,
  removeFactor: true,
  stopFactorReset: true,
  readSessions: true,
  endSession: true,
  endOtherSessions: true,
  makeWords: true,
  changeWords: true,
  readMembers: true,
  askFactorReset: true,
} as const satisfies Partial<Record<keyof AccountCalls, true>>;

export type AccountAsked = Extract<Asked<AccountCalls>, { readonly call: keyof typeof CALLS }>;

export function isAboutAccount(asked: { readonly call: string }): asked is AccountAsked {
  return Object.hasOwn(CALLS, asked.call);
}

export function makeAccount(): (member: Member, asked: AccountAsked) => Promise<Answer> {
  let codes: NewCodeSecret | undefined;
  let words: string | undefined;
  return async (member, asked) => {
    switch (asked.call) {
      case "readFactors":
        return readFactors(member);
      case "newCodeSecret": {
        codes = makeCodeSecret(await readOwnName(member), asked.ask.service);
        return { uri: codes.uri, text: codes.text };
      }
      case "addCode":
        if (codes === undefined) throw new Error("there is no secret yet");
        await addCode(member, codes.secret, asked.ask.code);
        codes = undefined;
        return {};
      case "prepareNewPasskey": {
        const [prepared, userName] = await Promise.all([prepareNewPasskey(member), readOwnName(member)]);
        return { ...prepared, userName };
      }
      case "addPasskey":
        return { opensVault: await addPasskey(member, asked.ask) };
      case "removeFactor":
        await removeFactor(member, asked.ask.id);
        return {};
      case "stopFactorReset":
        await stopFactorReset(member);
        return {};
      case "readSessions":
        return { sessions: await readSessions(member) };
      case "endSession":
        await endSession(member, asked.ask.id);
        return {};
      case "endOtherSessions":
        await endOtherSessions(member);
        return {};
      case "makeWords":
        words = makeNewWords(wordListOf(asked.ask.list));
        return { words: words.split(" ") };
      case "changeWords":
        if (words === undefined) throw new Error("there are no new words yet");
        await changePassphrase(member, asked.ask.current, words);
        words = undefined;
        return {};
      case "readMembers":
        return { members: await membersOf(member) };
      case "askFactorReset":
        return askFactorReset(member, asked.ask.memberId, asked.ask.day);
    }
  };
}

async function membersOf(member: Member): Promise<MemberRow[]> {
  const { members } = member.directories.current;
  return (await readMemberFactors(member))
    .filter(({ memberId }) => memberId !== member.id && members.has(memberId))
    .map((row) => ({
      ...row,
      names: members.get(row.memberId)?.names ?? {},
      isAsked: row.reset?.askedBy.includes(member.id) === true,
    }));
}
