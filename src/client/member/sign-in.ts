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
import { passkeyChallenge } from "../../crypto/factor.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import {
  type Directory,
  DirectoryError,
  type Member as Entry,
  type RootSet,
  isActive,
} from "../../protocol/directory/directory.ts";
import { normalizeName } from "../../protocol/login-name.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import type * as z from "../../protocol/encoding/zod.ts";
import { type Role, isSteward } from "../../protocol/rules/casework.ts";
import { type Clock, ClockDoubt } from "../directory/clock.ts";
import { type Directories, loadDirectories } from "../directory/directories.ts";
import { ApiError, type Connection, callBytes, callJson, takeNonce } from "../line/http.ts";
import { solveProof } from "../line/proof-of-work.ts";
import type { NewMember } from "../directory/organisation.ts";
import { Refusal } from "../refusal.ts";
import { type Assertion, assertionText } from "./assertion.ts";

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
    ...newRecords(member.keys, vaultKey, memberId),
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

/** What lies under the vault key of whoever has accepted no directory yet. */
function newRecords(keys: VaultKeys, vaultKey: Uint8Array, memberId: Uint8Array): Omit<SealedVault, "keyWrap"> {
  return {
    keys: sealVaultKeys(keys, vaultKey, memberId),
    memory: sealVaultMemory({ directoryVersion: 0, directoryHash: ZERO_HASH }, vaultKey, memberId),
  };
}

export type SealedVault = { readonly keyWrap: Uint8Array; readonly keys: Uint8Array; readonly memory: Uint8Array };

type LoginToPut = {
  readonly memberId: string;
  readonly name: string;
  readonly parameters: StretchParameters;
  readonly stretched: Uint8Array;
  readonly vault: SealedVault;
  /** The member's directory key */
  readonly signing: SigningKeyPair;
};

export async function putLogin(
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
      /** The newest version that a member has accepted on it, where several use one device; 0 for none. Asked by id. */
      readonly acceptedBy?: (memberId: string) => number;
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
  /** First the one that the directory lists, then older ones, newest first, which open older reports. */
  readonly sealing: SealingKeyPair[];
  /** Made here, and in no directory yet: newest first */
  readonly pending: SealingKeyPair[];
  readonly directories: Directories;
  readonly alarms: readonly SignInAlarm[];
  /** True on a device that has not seen this organisation before: an old directory could not be noticed. */
  readonly firstUseHere: boolean;
  /** To be kept on this device. */
  readonly memory: VaultMemory;
  /** What the server said while letting the member in */
  readonly told: {
    /** A second factor is required, and nothing else is done before there is one */
    readonly mustAddFactor: boolean;
    /** Codes that were wrong since the last right one: somebody else may have the six words */
    readonly wrongCodes: number;
    readonly resetOn: string | null;
  };
};

/** What is being done while signing in, in this order; where there is a second factor, it is waited for in between. */
export type SignInStep = "stretching" | "logging-in" | "factor" | "checking-directory";

/** What the server waits for between the two steps of signing in. */
export type FactorAsked = {
  /** Whether the member has codes */
  readonly code: boolean;
  /** Passkeys that serve at this address, by their names */
  readonly passkeys: readonly string[];
  /** What an authenticator is given to sign */
  readonly challenge: Bytes;
  /** From this day on it is reset, as two colleagues have asked */
  readonly resetOn: string | null;
  /** Why it is asked again */
  readonly refused: "wrong-factor" | "too-many-codes" | undefined;
};
export type FactorGiven = { readonly code: string } | { readonly assertion: Assertion };

export type SignInCommon = Clock & {
  readonly roots: RootSet;
  readonly device: DeviceMemory;
  /** Called before each step: the first takes a minute where there is no WebAssembly. */
  /** `done`: how much of the step, 0…1, where it takes long */
  readonly onStep?: (step: SignInStep, done?: number) => void;
};

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
  SignInCommon & {
    /** Asked until it is right; without it whoever has a second factor is refused */
    readonly askFactor?: (asked: FactorAsked) => Promise<FactorGiven>;
  };

/**
 * Signs in and opens the vault. Throws ApiError `wrong-login`, Refusal `keys-differ`, `no-member`, `suspended`, `no-factor-here`, CryptoError
 * `bad-parameters` for a server that asks for too little or too much work, DirectoryError.
 */
export async function signIn(
  connection: Connection,
  { name: typedName, passphrase, askFactor, onStep = () => {}, ...common }: SignIn,
): Promise<Member> {
  const name = normalizeName(typedName);
  const asked = await askParameters(connection, name);
  const { nonce: _nonce, challenge: _challenge, ...parameters } = asked;
  onStep("stretching");
  const stretched = stretchPassphrase(passphrase, parameters, (done) => onStep("stretching", done));
  onStep("logging-in");
  const first = await logIn(connection, { name, parameters, login: deriveLoginKeyPair(stretched) }, asked);
  if ("ticket" in first) onStep("factor");
  const answer = "ticket" in first ? await giveFactor(connection, first, askFactor) : first;
  const opened = openVault(answer.memberId, answer.vault, () =>
    unwrapVaultKey(answer.vault.keyWrap, stretched, name, parameters),
  );
  return enterVault(connection, answer, opened, { ...common, onStep });
}

const parametersSchema = API.loginParameters.answer.json;
type AskedParameters = z.output<typeof parametersSchema>;

function askParameters(connection: Connection, name: string): Promise<AskedParameters> {
  return callJson(connection, "loginParameters", parametersSchema, { body: { name } });
}

type LogIn = { readonly name: string; readonly parameters: StretchParameters; readonly login: SigningKeyPair };

/** With what the server wants solved first. Where that has changed since it was asked, it is asked again once. */
async function logIn(connection: Connection, { name, parameters, login }: LogIn, asked: AskedParameters) {
  for (let { nonce, challenge } = asked, attempt = 0; ; attempt++) {
    const signed: LoginProof = { ...parameters, origin: connection.origin, name, nonce: fromBase64url(nonce) };
    const signature = toBase64url(sign(login, loginSignatureInput(signed)));
    const proof = challenge === null ? {} : { proof: await solveProof(challenge) };
    try {
      return await callJson(connection, "login", API.login.answer.json, { body: { name, nonce, signature, ...proof } });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "proof-of-work-needed") || attempt > 0) throw error;
      ({ nonce, challenge } = await askParameters(connection, name));
    }
  }
}

type WaitingForFactor = Extract<z.output<typeof API.login.answer.json>, { ticket: unknown }>;

async function giveFactor(
  connection: Connection,
  { ticket, code, passkeys, resetOn }: WaitingForFactor,
  askFactor: SignIn["askFactor"],
) {
  if (askFactor === undefined || (!code && passkeys.length === 0)) throw new Refusal("no-factor-here");
  const challenge = passkeyChallenge(connection.origin, ticket);
  for (let refused: FactorAsked["refused"]; ;) {
    const given = await askFactor({ code, passkeys, challenge, resetOn, refused });
    const factor = "code" in given ? given : { assertion: assertionText(given.assertion) };
    try {
      const body = { ticket: toBase64url(ticket), factor };
      return await callJson(connection, "giveFactor", API.giveFactor.answer.json, { body });
    } catch (error) {
      const again = error instanceof ApiError && (error.code === "wrong-factor" || error.code === "too-many-codes");
      if (!again) throw error;
      refused = error.code;
    }
  }
}

export type OpenedVault = {
  readonly vaultKey: Bytes;
  readonly keys: VaultKeys;
  readonly remembered: VaultMemory;
};
type Answer = Member["told"] & { readonly memberId: string };

/** From an open vault to a member: the directory, and the own keys in it. */
export async function enterVault(
  connection: Connection,
  { memberId: id, mustAddFactor, wrongCodes, resetOn }: Answer,
  { vaultKey, keys, remembered }: OpenedVault,
  { roots, device, onStep = () => {}, ...clock }: SignInCommon,
): Promise<Member> {
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
    ...ownKeys(id, keys, directories.current),
    directories,
    alarms:
      remembered.directoryVersion < (device?.acceptedBy?.(id) ?? device?.directoryVersion ?? 0)
        ? ["vault-rolled-back"]
        : [],
    firstUseHere: device === undefined,
    memory: memoryOf(directories),
    told: { mustAddFactor, wrongCodes, resetOn },
  };
  const { lapse } = directories;
  if (lapse !== undefined) throw isSteward(rolesOf(member)) ? new StatementNeeded(lapse, member) : lapse;
  if (isNewer(member.memory, remembered)) {
    await callBytes(connection, "putVaultMemory", { body: sealVaultMemory(member.memory, vaultKey, fromHex(id)) });
  }
  return member;
}

/** Throws Refusal `keys-differ` where what does not open cannot be what was stored: who came so far has the right key. */
export function openVault(
  memberId: string,
  { keys, memory }: Pick<SealedVault, "keys" | "memory">,
  unwrap: () => Bytes,
): OpenedVault {
  const id = fromHex(memberId);
  try {
    const vaultKey = unwrap();
    return {
      vaultKey,
      keys: openVaultKeys(keys, vaultKey, id),
      remembered: openVaultMemory(memory, vaultKey, id),
    };
  } catch (error) {
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

/**
 * The directory must list keys that the vault holds: else somebody swapped one or the other. Whoever has left is told so,
 * although the server let them in. Throws Refusal `keys-differ`, `no-member`, `suspended`.
 */
function ownKeys(
  id: string,
  { signingSeed, sealingSeeds }: VaultKeys,
  { members }: Directory,
): Pick<Member, "signing" | "sealing" | "pending"> {
  const entry = members.get(id);
  const signing = deriveSigningKeyPair(signingSeed);
  const all = sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed));
  if (!isActive(entry)) throw new Refusal("no-member");
  if (entry.isSuspended) throw new Refusal("suspended");
  if (!isOwnEntry(entry, { signing, all })) throw new Refusal("keys-differ");
  // Who opens nothing any more keeps what opened older reports.
  const at = all.findIndex(({ publicKey }) => entry.sealingKey !== null && sameBytes(publicKey, entry.sealingKey));
  return { signing, sealing: all.slice(Math.max(0, at)), pending: all.slice(0, Math.max(0, at)) };
}

/** Whether an entry names the own signing key, and a sealing key out of the own vault or none: it is signed over both. */
export function isOwnEntry(
  { signingKey, sealingKey }: Pick<Entry, "signingKey" | "sealingKey">,
  { signing, all }: { readonly signing: SigningKeyPair; readonly all: readonly SealingKeyPair[] },
): boolean {
  return (
    sameBytes(signingKey, signing.publicKey) &&
    (sealingKey === null || all.some(({ publicKey }) => sameBytes(publicKey, sealingKey)))
  );
}

/** All sealing keys of the own vault, in its order. */
export function allSealing({ pending, sealing }: Pick<Member, "pending" | "sealing">): readonly SealingKeyPair[] {
  return [...pending, ...sealing];
}

export async function signOut({ connection, vaultKey, signing, ...keys }: Member): Promise<void> {
  await callBytes(connection, "logout");
  const secrets = allSealing(keys).map(({ secretKey }) => secretKey);
  for (const secret of [vaultKey, signing.secretKey, ...secrets]) secret.fill(0);
  connection.cookie = undefined;
}
