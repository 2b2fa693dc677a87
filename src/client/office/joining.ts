/**
 * Somebody comes: keys are made on the own device, the entry that goes into the directory is handed over as a file, and the
 * secret halves wait here, in the very records that the vault will have, until a directory lists that entry.
 */
import { type Bytes, fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { unlessRefused } from "../../crypto/errors.ts";
import type { StretchParameters } from "../../crypto/request.ts";
import { makeStretchParameters, stretchPassphrase } from "../../crypto/secret/argon2.ts";
import { type SigningKeyPair, deriveSigningKeyPair } from "../../crypto/secret/keys.ts";
import {
  type VaultKeys,
  makeVaultKey,
  openVaultKeys,
  sealVaultKeys,
  sealVaultMemory,
  unwrapVaultKey,
  wrapVaultKey,
} from "../../crypto/secret/vault.ts";
import { wipe } from "../../crypto/sodium.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import type { Role } from "../../protocol/rules/casework.ts";
import { isActive, memberSchema } from "../../protocol/directory/directory.ts";
import { isSignedByItself } from "../../protocol/directory/members-themselves.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { CeremonyError } from "../ceremony/refusal.ts";
import { readFile } from "../ceremony/request.ts";
import { type Directories, loadDirectories } from "../directory/directories.ts";
import { type MemberEntry, makeMember } from "../directory/organisation.ts";
import { type Connection, callJson } from "../line/http.ts";
import { openOwnSeeds } from "../member/entry/own-seeds.ts";
import { type Credentials, type Member, type SignInCommon, memoryOf, putLogin } from "../member/entry/sign-in.ts";
import { Refusal } from "../refusal.ts";

const joinerSchema = z.strictObject({ format: z.literal("segel/1/joiner"), entry: memberSchema });

/** What the device keeps meanwhile: nothing of it opens without the six words. Binary as base64url. */
export type KeptJoiner = {
  readonly memberId: string;
  readonly name: string;
  readonly salt: string;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly keyWrap: string;
  readonly keys: string;
  /** Of somebody who is there already: the signing key that this one replaces, as hexadecimal */
  readonly formerKey?: string | undefined;
};

export type NewJoiner = Credentials & {
  readonly names: Record<string, string>;
  /** More than one where an office is small: an administrator who is custodian too */
  readonly roles: readonly Role[];
  readonly now: number;
};

/** Makes the keys and seals them under the six words. */
export function makeJoiner({ name: typed, passphrase, names, roles, now }: NewJoiner): {
  readonly entry: MemberEntry;
  readonly file: Uint8Array;
  readonly kept: KeptJoiner;
} {
  const name = normalizeName(typed);
  // Which directory will list it first is not known yet.
  const { entry, keys } = makeMember(names, roles, { now, fromVersion: 0 });
  return { entry, file: encodeJoiner(entry), kept: keptOf(entry.id, { name, passphrase }, keys) };
}

export function encodeJoiner(entry: MemberEntry): Uint8Array {
  return encodeJson(joinerSchema, { format: "segel/1/joiner", entry });
}

function keptOf(memberId: string, { name, passphrase }: Credentials, keys: VaultKeys): KeptJoiner {
  const parameters = makeStretchParameters();
  const vaultKey = makeVaultKey();
  return {
    memberId,
    name,
    salt: toBase64url(parameters.salt),
    memoryKiB: parameters.memoryKiB,
    passes: parameters.passes,
    keyWrap: toBase64url(wrapVaultKey(vaultKey, stretchPassphrase(passphrase, parameters), name, parameters)),
    keys: toBase64url(sealVaultKeys(keys, vaultKey, fromHex(memberId))),
  };
}

/**
 * All keys of a member who still signs in made anew, with a new vault key and new six words: somebody else may have the old
 * ones. They wait on this device, as a joiner's do, and until a directory lists them the old ones go on. What opened older
 * reports comes along. The entry is handed over once they are kept: `handOver` of own-keys.ts. Throws ApiError, Refusal `keys-differ`.
 */
export async function replaceKeys(
  member: Member,
  passphrase: string,
): Promise<{ readonly entry: MemberEntry; readonly kept: KeptJoiner }> {
  const { connection, id, directories } = member;
  const { name, vault } = await callJson(connection, "vault", API.vault.answer.json);
  const { sealingSeeds } = openOwnSeeds(vault.keys, member);
  const own = directories.current.members.get(id);
  if (!isActive(own)) throw new Refusal("keys-differ");
  const made = makeMember(own.names, own.roles, { now: directories.now, fromVersion: 0, id });
  const keys = { ...made.keys, sealingSeeds: [...made.keys.sealingSeeds, ...sealingSeeds] };
  return {
    entry: made.entry,
    kept: { ...keptOf(id, { name, passphrase }, keys), formerKey: hex(own.signingKey) },
  };
}

/** The entry of whoever comes. Throws CeremonyError `malformed`, `bad-signature` where it is not signed by its own key. */
export function readJoiner(file: Uint8Array): MemberEntry {
  return checkedEntry(readFile(joinerSchema, file).entry);
}

/** Throws as `readJoiner`. */
export function checkedEntry(entry: MemberEntry): MemberEntry {
  // Whose place somebody takes is for the roots to say.
  if (entry.removedIn !== null || entry.replaces !== undefined) throw new CeremonyError("malformed");
  if (!isSignedByItself(entry)) throw new CeremonyError("bad-signature");
  return entry;
}

/** What waits here for somebody, opened by the own words. */
export type OpenedJoiner = {
  readonly kept: KeptJoiner;
  readonly parameters: StretchParameters;
  readonly stretched: Bytes;
  readonly vaultKey: Bytes;
  readonly keys: VaultKeys;
  readonly signing: SigningKeyPair;
};

/** Undefined where the words are those of nobody who waits here. */
export function openWaiting(passphrase: string, waiting: readonly KeptJoiner[]): OpenedJoiner | undefined {
  for (const kept of waiting) {
    const parameters = { salt: fromBase64url(kept.salt), memoryKiB: kept.memoryKiB, passes: kept.passes };
    const stretched = stretchPassphrase(passphrase, parameters);
    const opened = openKept(kept, stretched, parameters);
    if (opened !== undefined)
      return { kept, parameters, stretched, ...opened, signing: deriveSigningKeyPair(opened.keys.signingSeed) };
  }
  return undefined;
}

/** For whoever has opened it. */
export function forgetOpened({ stretched, vaultKey, keys, signing }: OpenedJoiner): void {
  wipe(signing.secretKey, keys.signingSeed, vaultKey, stretched, ...keys.sealingSeeds.map(({ seed }) => seed));
}

/**
 * Enrols whoever has joined on this device, once the directory lists the entry. Throws Refusal `not-listed-yet`,
 * ApiError `conflict` where the name is somebody else's by now (another one may be typed), DirectoryError.
 *
 * @returns whether the words are those of one who waits here
 */
export async function finishJoining(
  connection: Connection,
  { name: typed, passphrase }: Credentials,
  waiting: readonly KeptJoiner[],
  { roots, ...clock }: Pick<SignInCommon, "roots" | "now" | "builtAt">,
): Promise<boolean> {
  const opened = openWaiting(passphrase, waiting);
  if (opened === undefined) return false;
  try {
    const directories = await loadDirectories(connection, firstUse(roots), { depth: "thorough", ...clock });
    await enrolListed(connection, typed, opened, directories);
    return true;
  } finally {
    forgetOpened(opened);
  }
}

async function enrolListed(
  connection: Connection,
  typed: string,
  { kept, parameters, stretched, vaultKey, keys, signing }: OpenedJoiner,
  { current, trust }: Directories,
): Promise<void> {
  const entry = current.members.get(kept.memberId);
  if (!isActive(entry) || hex(entry.signingKey) === kept.formerKey) throw new Refusal("not-listed-yet");
  if (!sameBytes(entry.signingKey, signing.publicKey)) throw new Refusal("keys-differ");
  const name = normalizeName(typed);
  const listed = ({ fromVersion, seed }: VaultKeys["sealingSeeds"][number]) => ({
    fromVersion: fromVersion === 0 ? current.version : fromVersion,
    seed,
  });
  const own = { ...keys, sealingSeeds: keys.sealingSeeds.map(listed) };
  const memberId = fromHex(kept.memberId);
  await putLogin(connection, {
    memberId: kept.memberId,
    name,
    parameters,
    stretched,
    vault: {
      keyWrap: wrapVaultKey(vaultKey, stretched, name, parameters),
      keys: sealVaultKeys(own, vaultKey, memberId),
      memory: sealVaultMemory(memoryOf({ trust }), vaultKey, memberId),
    },
    signing,
  });
}

function openKept(kept: KeptJoiner, stretched: Uint8Array, parameters: StretchParameters) {
  return unlessRefused(() => {
    const vaultKey = unwrapVaultKey(fromBase64url(kept.keyWrap), stretched, kept.name, parameters);
    return { vaultKey, keys: openVaultKeys(fromBase64url(kept.keys), vaultKey, fromHex(kept.memberId)) };
  });
}
