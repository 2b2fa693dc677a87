/** Members coming in; and somebody new: keys made before there is anybody to sign in, enrolled once the directory lists them. */
import { makeNewWords } from "../../../../client/account/passphrase.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import { ApiError, type Connection } from "../../../../client/line/http.ts";
import { type Member, type SignIn, type SignInCommon, signIn } from "../../../../client/member/entry/sign-in.ts";
import { type KeptJoiner, finishJoining, makeJoiner, readJoiner } from "../../../../client/office/joining.ts";
import { isKeyDue } from "../../../../client/office/own-keys.ts";
import { signAgain } from "../../../../client/office/starting-again.ts";
import { isStatementDue } from "../../../../client/office/statements.ts";
import { wordListOf } from "../../../../client/reporter/word-lists.ts";
import { fromHex, hex } from "../../../../crypto/bytes.ts";
import { fingerprintOf } from "../../../../crypto/identity.ts";
import { fromBase64url } from "../../../../protocol/encoding/base64url.ts";
import { type Role, isSteward } from "../../../../protocol/rules/casework.ts";
import { endsInDays } from "../../../../protocol/directory/validity.ts";
import { inWords } from "./in-words.ts";
import { orRefused } from "./failures.ts";
import { colleaguesOf } from "./listed.ts";
import type { SignInAsk, SignedIn, VaultCalls } from "../messages/vault.ts";

export function joinerFor({
  name,
  fullName,
  roles,
  list,
}: VaultCalls["makeJoiner"]["ask"]): VaultCalls["makeJoiner"]["answer"] {
  const passphrase = makeNewWords(wordListOf(list));
  const names = { id: fullName, en: fullName };
  const { entry, file, kept } = makeJoiner({ name, passphrase, names, roles, now: Date.now() });
  return { entry, words: passphrase.split(" "), file, kept, fingerprint: fingerprintIn(entry) };
}

export function joinerIn(file: Uint8Array): Promise<VaultCalls["readJoiner"]["answer"]> {
  return orRefused(() => {
    const entry = readJoiner(file);
    return { entry, fingerprint: fingerprintIn(entry) };
  });
}

export function confirmAgain({
  file,
  passphrase,
  joiners: waiting,
  roots: { threshold, keys },
}: VaultCalls["confirmAgain"]["ask"]): Promise<VaultCalls["confirmAgain"]["answer"]> {
  return orRefused(() => {
    const roots = { threshold, keys: keys.map(fromHex) };
    const signed = signAgain(file, { passphrase, waiting }, { roots, now: Date.now() });
    if (signed === undefined) return { refused: "wrong-words" as const };
    const { proposal, names, missing } = signed;
    return { file: signed.file, line: inWords(proposal), people: names, missing };
  });
}

/** The same words as beside the entry on the roster. */
export function fingerprintIn({ sealingKey, signingKey }: MemberEntry): string[] {
  const key = sealingKey === null ? fromHex(signingKey) : fromBase64url(sealingKey);
  return inWords(fingerprintOf(key));
}

/** Who is unknown to the server may be one who waits on this device. */
export async function signInOrJoin(
  connection: Connection,
  joiners: readonly KeptJoiner[],
  asked: SignIn,
): Promise<Member> {
  try {
    return await signIn(connection, asked);
  } catch (error) {
    const isUnknown = error instanceof ApiError && error.code === "wrong-login";
    if (!isUnknown || !(await finishJoining(connection, asked, joiners, asked))) throw error;
    return signIn(connection, asked);
  }
}

export function signInOf({ roots, builtAt, device }: Pick<SignInAsk, "roots" | "builtAt" | "device">): SignInCommon {
  return {
    roots: { threshold: roots.threshold, keys: roots.keys.map(fromHex) },
    device: device && {
      ...device,
      directoryHash: fromHex(device.directoryHash),
      acceptedBy: (id) => device.members?.[id] ?? (device.members === undefined ? device.directoryVersion : 0),
    },
    now: Date.now(),
    builtAt,
  };
}

/** What the page may know of who has signed in. */
export function signedInView({ id, directories, alarms, firstUseHere, memory, told }: Member): SignedIn {
  const { members, channels, expires } = directories.current;
  const own = members.get(id);
  return {
    memberId: id,
    names: own?.names ?? {},
    signingKey: own === undefined ? "" : hex(own.signingKey),
    isKeyDue: own !== undefined && isKeyDue(own, directories.now),
    roles: own?.roles ?? [],
    colleagues: colleaguesOf(directories),
    channels: [...channels.values()]
      .filter(({ recipients }) => recipients.includes(id))
      .map(({ id: channelId, names, deadlines, excludable }) => ({ id: channelId, names, deadlines, excludable })),
    alarms,
    told,
    firstUseHere,
    endsInDays: endsInDays(own, directories.now),
    memory: { ...memory, directoryHash: hex(memory.directoryHash) },
    directoryExpires: expires,
    isRehearsal: directories.isRehearsal,
    stating: statingOf(directories, own?.roles ?? []),
  };
}

function statingOf(directories: Member["directories"], roles: readonly Role[]): SignedIn["stating"] {
  const { freshness } = directories.current;
  if (freshness === null || !isSteward(roles)) return undefined;
  return { isDue: isStatementDue(directories), until: freshness.expires };
}
