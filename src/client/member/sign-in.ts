/** Members coming in: enrolment, sign-in by challenge, and the vault (docs/protocol.md, "Requests and logging in"). */
import { type Bytes, fromHex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  type LoginProof,
  type StretchParameters,
  loginSignatureInput,
  passphraseSignatureInput,
} from "../../crypto/request.ts";
import { makeStretchParameters, stretchPassphrase } from "../../crypto/secret/argon2.ts";
import {
  type SealingKeyPair,
  type SigningKeyPair,
  deriveSealingKeyPair,
  deriveSigningKeyPair,
  sign,
} from "../../crypto/secret/keys.ts";
import {
  type VaultKeys,
  type VaultMemory,
  deriveLoginKeyPair,
  makeVaultKey,
  openVaultKeys,
  openVaultMemory,
  sealVaultKeys,
  sealVaultMemory,
  unwrapVaultKey,
  vaultHashOf,
  wrapVaultKey,
} from "../../crypto/secret/vault.ts";
import { ZERO_HASH } from "../../crypto/envelope.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/base64url.ts";
import { type Directory, DirectoryError, type RootSet, isActive } from "../../protocol/directory.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import { firstUse } from "../../protocol/trust.ts";
import { type Role, isSteward } from "../../protocol/casework.ts";
import { type Clock, ClockDoubt } from "../directory/clock.ts";
import { type Directories, loadDirectories } from "../directory/directories.ts";
import { type Connection, callBytes, callJson, takeNonce } from "../line/http.ts";
import type { NewMember } from "../directory/organisation.ts";
import { Refusal } from "../refusal.ts";

export type Credentials = { readonly name: string; readonly passphrase: string };

/** Gives a member of the directory a name, a passphrase and a vault. Signed by the member's directory key. */
export async function enrol(connection: Connection, member: NewMember, credentials: Credentials): Promise<void> {
  const name = normalizeName(credentials.name);
  const parameters = makeStretchParameters();
  const stretched = stretchPassphrase(credentials.passphrase, parameters);
  const memberId = fromHex(member.entry.id);
  const vaultKey = makeVaultKey();
  const vault = {
    keyWrap: wrapVaultKey(vaultKey, stretched, name, parameters),
    keys: sealVaultKeys(member.keys, vaultKey, memberId),
    memory: sealVaultMemory({ directoryVersion: 0, directoryHash: ZERO_HASH }, vaultKey, memberId),
  };
  await putLogin(connection, {
    memberId: member.entry.id,
    name,
    parameters,
    stretched,
    vault,
    signing: deriveSigningKeyPair(member.keys.signingSeed),
  });
}

type SealedVault = { readonly keyWrap: Uint8Array; readonly keys: Uint8Array; readonly memory: Uint8Array };

type LoginToPut = {
  readonly memberId: string;
  readonly name: string;
  readonly parameters: StretchParameters;
  readonly stretched: Uint8Array;
  readonly vault: SealedVault;
  /** The member's directory key */
  readonly signing: SigningKeyPair;
};

async function putLogin(
  connection: Connection,
  { memberId, name, parameters, stretched, vault, signing }: LoginToPut,
): Promise<void> {
  const loginPublicKey = deriveLoginKeyPair(stretched).publicKey;
  const nonce = await takeNonce(connection);
  const proof: LoginProof = { ...parameters, origin: connection.origin, name, nonce: fromBase64url(nonce) };
  await callBytes(connection, "enrol", {
    params: { memberId },
    body: {
      name,
      salt: toBase64url(parameters.salt),
      memoryKiB: parameters.memoryKiB,
      passes: parameters.passes,
      loginPublicKey: toBase64url(loginPublicKey),
      vault: { keyWrap: toBase64url(vault.keyWrap), keys: toBase64url(vault.keys), memory: toBase64url(vault.memory) },
      nonce,
      signature: toBase64url(sign(signing, passphraseSignatureInput(proof, loginPublicKey, vaultHashOf(vault)))),
    },
  });
}

/** What this device remembers of an organisation: the newest directory that was accepted on it, by whomever. */
export type DeviceMemory =
  | (VaultMemory & {
      /** The newest that this very member has accepted on it, where several use one device; 0 for none. */
      readonly byThisMember?: number;
    })
  | undefined;

export type SignInAlarm =
  /** The vault remembers an older directory than this device does: the server gave back an old one (attack 83). */
  "vault-rolled-back";

/** A signed-in member. Secrets live here; in a browser, only inside a worker. */
export type Member = {
  readonly connection: Connection;
  readonly id: string;
  readonly vaultKey: Bytes;
  readonly signing: SigningKeyPair;
  /** Newest first: older ones open older reports. */
  readonly sealing: readonly SealingKeyPair[];
  readonly directories: Directories;
  readonly alarms: readonly SignInAlarm[];
  /** True on a device that has not seen this organisation before: an old directory could not be noticed. */
  readonly firstUseHere: boolean;
  /** To be kept on this device. */
  readonly memory: VaultMemory;
};

/** What is being done while signing in, in this order. */
export type SignInStep = "stretching" | "logging-in" | "checking-directory";

/** What a steward needs to say that the directory holds; nothing opens with it. */
export type Steward = Pick<Member, "connection" | "id" | "signing" | "directories">;

/** Nobody has stated lately that the directory holds. Who signs in is a steward, and can. */
export class StatementNeeded extends ClockDoubt {
  readonly steward: Steward;
  constructor(lapse: ClockDoubt, { connection, id, signing, directories }: Steward) {
    super("statement-lapsed", lapse.clock, lapse);
    this.steward = { connection, id, signing, directories };
  }
}

export type SignIn = Credentials &
  Clock & {
    readonly roots: RootSet;
    readonly device: DeviceMemory;
    /** Called before each step: the first takes a minute where there is no WebAssembly. */
    /** `done`: how much of the step, 0…1, where it takes long */
    readonly onStep?: (step: SignInStep, done?: number) => void;
  };

/**
 * Signs in and opens the vault. Throws ApiError `wrong-login`, Refusal `keys-differ`, CryptoError `bad-parameters`
 * for a server that asks for too little or too much work, DirectoryError.
 */
export async function signIn(
  connection: Connection,
  { name: typedName, passphrase, roots, device, onStep = () => {}, ...clock }: SignIn,
): Promise<Member> {
  const name = normalizeName(typedName);
  const { nonce, ...parameters } = await callJson(connection, "loginParameters", API.loginParameters.answer.json, {
    body: { name },
  });
  onStep("stretching");
  const stretched = stretchPassphrase(passphrase, parameters, (done) => onStep("stretching", done));
  onStep("logging-in");
  const proof: LoginProof = { ...parameters, origin: connection.origin, name, nonce: fromBase64url(nonce) };
  const signature = toBase64url(sign(deriveLoginKeyPair(stretched), loginSignatureInput(proof)));
  const answer = await callJson(connection, "login", API.login.answer.json, {
    body: { name, nonce, signature },
  });
  const id = answer.memberId;
  const { vaultKey, keys, remembered } = openVault(answer, stretched, name, parameters);
  const newest = newerOf(remembered, device);
  const trust =
    newest.directoryVersion === 0
      ? firstUse(roots)
      : {
          roots,
          version: newest.directoryVersion,
          hash: new Uint8Array(newest.directoryHash),
          statement: newest.statement,
        };
  onStep("checking-directory");
  const look = { depth: "thorough", statement: "lapsed-too", ...clock } as const;
  const directories = await loadDirectories(connection, trust, look);
  const member: Member = {
    connection,
    id,
    vaultKey,
    signing: deriveSigningKeyPair(keys.signingSeed),
    sealing: keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed)),
    directories,
    alarms:
      remembered.directoryVersion < (device?.byThisMember ?? device?.directoryVersion ?? 0)
        ? ["vault-rolled-back"]
        : [],
    firstUseHere: device === undefined,
    memory: memoryOf(directories),
  };
  checkOwnEntry(member, directories.current);
  const { lapse } = directories;
  if (lapse !== undefined) throw isSteward(rolesOf(member)) ? new StatementNeeded(lapse, member) : lapse;
  if (isNewer(member.memory, remembered)) {
    await callBytes(connection, "putVaultMemory", { body: sealVaultMemory(member.memory, vaultKey, fromHex(id)) });
  }
  return member;
}

function openVault(
  { memberId: id, vault }: { memberId: string; vault: SealedVault },
  stretched: Uint8Array,
  name: string,
  parameters: StretchParameters,
) {
  const memberId = fromHex(id);
  try {
    const vaultKey = unwrapVaultKey(vault.keyWrap, stretched, name, parameters);
    const keys: VaultKeys = openVaultKeys(vault.keys, vaultKey, memberId);
    const remembered: VaultMemory = openVaultMemory(vault.memory, vaultKey, memberId);
    return { vaultKey, keys, remembered };
  } catch (error) {
    // The log-in key was right, so the passphrase is: what does not open is not what was stored.
    if (error instanceof CryptoError) throw new Refusal("keys-differ");
    throw error;
  }
}

/** The higher counts; one number with two hashes means that two devices were shown two directories, or two statements (attack 6). */
function newerOf(vault: VaultMemory, device: DeviceMemory): VaultMemory {
  if (device === undefined) return vault;
  if (device.directoryVersion === vault.directoryVersion) {
    if (!sameBytes(device.directoryHash, vault.directoryHash)) throw new DirectoryError("two-views");
    const [one, other] = [device.statement, vault.statement];
    if (one !== undefined && one.sequence === other?.sequence && one.hash !== other.hash)
      throw new DirectoryError("statement-two-views");
  }
  return isNewer(device, vault) ? device : vault;
}

function isNewer(one: VaultMemory, other: VaultMemory): boolean {
  if (one.directoryVersion !== other.directoryVersion) return one.directoryVersion > other.directoryVersion;
  return (one.statement?.sequence ?? 0) > (other.statement?.sequence ?? 0);
}

/** What is remembered of the newest directory. */
export function memoryOf({ trust: { version, hash, statement } }: Pick<Directories, "trust">): VaultMemory {
  return { directoryVersion: version, directoryHash: hash, statement };
}

function rolesOf({ id, directories }: Pick<Member, "id" | "directories">): readonly Role[] {
  return directories.current.members.get(id)?.roles ?? [];
}

/** The directory must list exactly the keys that the vault holds: else somebody swapped one or the other. */
function checkOwnEntry(member: Member, directory: Directory): void {
  const entry = directory.members.get(member.id);
  const current = member.sealing[0]?.publicKey;
  const same =
    isActive(entry) &&
    sameBytes(entry.signingKey, member.signing.publicKey) &&
    (entry.sealingKey === null ? current === undefined : current !== undefined && sameBytes(entry.sealingKey, current));
  if (!same) throw new Refusal("keys-differ");
}

/**
 * A new passphrase for the signed-in member: re-wraps the vault key. It does not help against somebody who has
 * the old passphrase and an old copy of the wrap. Ends all sessions of the member.
 */
export async function changePassphrase(member: Member, current: Credentials, passphrase: string): Promise<void> {
  const { connection, vaultKey } = member;
  const name = normalizeName(current.name);
  const { nonce, ...parameters } = await callJson(connection, "loginParameters", API.loginParameters.answer.json, {
    body: { name },
  });
  // The salt stays: with a salt per change, an unknown name's stable salt would tell it from a real one.
  const proof: LoginProof = { ...parameters, origin: connection.origin, name, nonce: fromBase64url(nonce) };
  const before = stretchPassphrase(current.passphrase, parameters);
  const signature = toBase64url(sign(deriveLoginKeyPair(before), loginSignatureInput(proof)));
  const answer = await callJson(connection, "login", API.login.answer.json, {
    body: { name, nonce, signature },
  });
  // What is signed again was looked at again: else the server could have old seeds put back in the member's own name.
  const opened = openVault(answer, before, name, parameters);
  if (answer.memberId !== member.id || !holdsSameKeys(opened, member)) throw new Refusal("keys-differ");
  const stretched = stretchPassphrase(passphrase, parameters);
  const vault = { ...answer.vault, keyWrap: wrapVaultKey(vaultKey, stretched, name, parameters) };
  await putLogin(connection, { memberId: member.id, name, parameters, stretched, vault, signing: member.signing });
}

function holdsSameKeys({ vaultKey, keys }: ReturnType<typeof openVault>, member: Member): boolean {
  const sealing = keys.sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed).publicKey);
  return (
    sameBytes(vaultKey, member.vaultKey) &&
    sameBytes(deriveSigningKeyPair(keys.signingSeed).publicKey, member.signing.publicKey) &&
    sealing.length === member.sealing.length &&
    sealing.every((publicKey, index) => sameBytes(publicKey, member.sealing[index]?.publicKey ?? new Uint8Array()))
  );
}

export async function signOut({ connection, vaultKey, signing, sealing }: Member): Promise<void> {
  await callBytes(connection, "logout");
  for (const secret of [vaultKey, signing.secretKey, ...sealing.map(({ secretKey }) => secretKey)]) secret.fill(0);
  connection.cookie = undefined;
}
