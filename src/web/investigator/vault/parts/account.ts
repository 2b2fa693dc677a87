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
} from "../../../../client/account/factors.ts";
import { changePassphrase, makeNewWords, readOwnName } from "../../../../client/account/passphrase.ts";
import { endOtherSessions, endSession, readSessions } from "../../../../client/account/sessions.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import { encodeJoiner, replaceKeys } from "../../../../client/office/joining.ts";
import {
  handOver,
  readOwnKeys,
  renewSealingKey,
  signRoles,
  withdrawEntry,
} from "../../../../client/office/own-keys.ts";
import { fromHex, sameBytes } from "../../../../crypto/bytes.ts";
import { fingerprintOf } from "../../../../crypto/identity.ts";
import { fromBase64url } from "../../../../protocol/encoding/base64url.ts";
import { wordListOf } from "../../../../client/reporter/word-lists.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import type { Asked } from "../../../shared/ask-worker.ts";
import { inWords } from "./in-words.ts";
import type { AccountCalls, MemberRow, OwnKeysView, ToldKey } from "../messages/account.ts";

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
  readOwnKeys: true,
  signRoles: true,
  renewKey: true,
  withdrawEntry: true,
  entryFile: true,
  replaceKeys: true,
  handOverKeys: true,
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
  let replacement: MemberEntry | undefined;
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
      case "readOwnKeys":
        return ownKeysView(member);
      case "signRoles":
        await signRoles(member, asked.ask.roles);
        return {};
      case "renewKey":
        await renewSealingKey(member);
        return {};
      case "withdrawEntry":
        await withdrawEntry(member);
        return {};
      case "entryFile": {
        const { waiting } = await readOwnKeys(member);
        return { file: waiting && encodeJoiner(waiting) };
      }
      case "replaceKeys": {
        if (words === undefined) throw new Error("there are no new words yet");
        const { entry, kept } = await replaceKeys(member, words);
        replacement = entry;
        words = undefined;
        return { kept, keys: keysOf(entry) };
      }
      case "handOverKeys":
        if (replacement === undefined) throw new Error("there are no new keys yet");
        await handOver(member, replacement);
        replacement = undefined;
        return {};
      case "readMembers":
        return { members: await membersOf(member) };
      case "askFactorReset":
        return askFactorReset(member, asked.ask.memberId, asked.ask.day);
    }
  };
}

async function ownKeysView(member: Member): Promise<OwnKeysView> {
  const { waiting, ...own } = await readOwnKeys(member);
  const { signingKey, sealingKey } = member.directories.current.members.get(member.id) ?? {};
  const isKnown = ({ key }: { key: Uint8Array }) =>
    [signingKey, sealingKey].some((known) => known !== undefined && known !== null && sameBytes(known, key));
  return { ...own, waiting: waiting && { roles: waiting.roles, keys: keysOf(waiting, (one) => !isKnown(one)) } };
}

function keysOf(
  { signingKey, sealingKey }: MemberEntry,
  isTold: (one: { key: Uint8Array }) => boolean = () => true,
): ToldKey[] {
  const all = [
    { use: "signing", key: fromHex(signingKey) } as const,
    ...(sealingKey === null ? [] : [{ use: "sealing", key: fromBase64url(sealingKey) } as const]),
  ];
  return all.filter(isTold).map(({ use, key }) => ({ use, words: inWords(fingerprintOf(key)) }));
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
