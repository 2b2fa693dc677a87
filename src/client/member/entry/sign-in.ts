/** Members coming in: enrolment, sign-in by challenge, and the vault (docs/protocol.md, "Requests and logging in"). */
import { type Bytes, fromHex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import {
  type LoginProof,
  type StretchParameters,
  loginSignatureInput,
  passphraseSignatureInput,
} from "../../../crypto/request.ts";
import { makeStretchParameters, stretchPassphrase } from "../../../crypto/secret/argon2.ts";
import { type SigningKeyPair, deriveSigningKeyPair, sign } from "../../../crypto/secret/keys.ts";
import {
  type SeenLog,
  type VaultKeys,
  type VaultMemory,
  deriveLoginKeyPair,
  makeVaultKey,
  openVaultKeys,
  openVaultMemory,
  sealVaultKeys,
  sealVaultMemory,
  unwrapVaultKey,
  wrapVaultKey,
} from "../../../crypto/secret/vault.ts";
import { vaultHashOf } from "../../../crypto/vault-hash.ts";
import { ZERO_HASH } from "../../../crypto/envelope.ts";
import { passkeyChallenge } from "../../../crypto/factor.ts";
import { API } from "../../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../../protocol/encoding/base64url.ts";
import type { LogHead } from "../../../protocol/audit/checkpoint.ts";
import { DirectoryError, type RootSet } from "../../../protocol/directory/directory.ts";
import { normalizeName } from "../../../protocol/login-name.ts";
import { firstUse } from "../../../protocol/directory/trust.ts";
import type * as z from "../../../protocol/encoding/zod.ts";
import { type Role, isSteward } from "../../../protocol/rules/casework.ts";
import { actingAs } from "../../audit/acting.ts";
import { type LogAlarm, headOf, lookOrAlarm } from "../../audit/head.ts";
import { type Clock, ClockDoubt } from "../../directory/clock.ts";
import { type Directories, loadDirectories } from "../../directory/directories.ts";
import { ApiError, type Connection, callBytes, callJson, takeNonce } from "../../line/http.ts";
import { sha256Of } from "../../line/sha256.ts";
import { solveProof } from "../../line/proof-of-work.ts";
import type { NewMember } from "../../directory/organisation.ts";
import { Refusal } from "../../refusal.ts";
import { type Assertion, assertionText } from "./assertion.ts";
import { type OwnKeyPairs, allSealing, ownKeys } from "./own-entry.ts";

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
    // Whoever comes has accepted no directory yet.
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

/** What the server keeps for a member: three sealed records, all opaque to it. */
export type SealedVault = {
  /** The vault key under derive(stretched passphrase, "vault-key") */
  readonly keyWrap: Uint8Array;
  /** The member's seeds under the vault key */
  readonly keys: Uint8Array;
  /** What the member's client remembers, under the vault key */
  readonly memory: Uint8Array;
};

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
  | "vault-rolled-back"
  /** What the audit trail shows; nothing is kept from working by it. */
  | LogAlarm;

/** A signed-in member. Secrets live here; in a browser, only inside a worker. */
export type Member = OwnKeyPairs & {
  readonly connection: Connection;
  readonly id: string;
  readonly vaultKey: Bytes;
  readonly directories: Directories;
  readonly alarms: readonly SignInAlarm[];
  /** True on a device that has not seen this organisation before: an old directory could not be noticed. */
  readonly firstUseHere: boolean;
  /** To be kept on this device. */
  readonly memory: VaultMemory;
  /** The longest audit trail that it has seen, or the one that the server's does not continue */
  readonly log: { seen: SeenLog | undefined };
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
  const own = ownKeys(id, keys, directories.current);
  const heads = [remembered.log, device?.log].filter((seen) => seen !== undefined);
  const looked = await lookOrAlarm(connection, heads);
  const longest = heads.toSorted((a, b) => b.size - a.size)[0];
  const log = { seen: "alarm" in looked ? (looked.against ?? longest) : looked.head };
  const isOldVault = remembered.directoryVersion < (device?.acceptedBy?.(id) ?? device?.directoryVersion ?? 0);
  connection.actingWith = actingAs({
    memberId: fromHex(id),
    signing: own.signing,
    directoryVersion: directories.current.version,
    seen: () => (log.seen === undefined ? NO_LOG : headOf(log.seen)),
    async renew() {
      await directories.refresh();
      return directories.current.version;
    },
  });
  const member: Member = {
    connection,
    id,
    vaultKey,
    ...own,
    directories,
    alarms: [...(isOldVault ? (["vault-rolled-back"] as const) : []), ...("alarm" in looked ? [looked.alarm] : [])],
    firstUseHere: device === undefined,
    memory: { ...memoryOf(directories), log: log.seen },
    log,
    told: { mustAddFactor, wrongCodes, resetOn },
  };
  const { lapse } = directories;
  if (lapse !== undefined) throw isSteward(rolesOf(member)) ? new StatementNeeded(lapse, member) : lapse;
  // What this device alone doubts stays with it: elsewhere the member may have accepted what is there.
  const kept = { ...member.memory, log: "alarm" in looked ? remembered.log : log.seen };
  if (isNewer(kept, remembered) || isLonger(kept.log, remembered.log)) {
    await callBytes(connection, "putVaultMemory", { body: sealVaultMemory(kept, vaultKey, fromHex(id)) });
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

function isLonger(one: SeenLog | undefined, other: SeenLog | undefined): boolean {
  return one !== undefined && (other === undefined || one.size > other.size || one.key !== other.key);
}

/** Before anything was seen of it, an entry says so: every log begins with the empty one. */
const NO_LOG: LogHead = { size: 0, root: sha256Of(new Uint8Array()) };

/** What is remembered of the newest directory. */
export function memoryOf({ trust: { version, hash, statement } }: Pick<Directories, "trust">): VaultMemory {
  return { directoryVersion: version, directoryHash: hash, statement };
}

function rolesOf({ id, directories }: Pick<Member, "id" | "directories">): readonly Role[] {
  return directories.current.members.get(id)?.roles ?? [];
}

export async function signOut({ connection, vaultKey, signing, ...keys }: Member): Promise<void> {
  await callBytes(connection, "logout");
  const secrets = allSealing(keys).map(({ secretKey }) => secretKey);
  for (const secret of [vaultKey, signing.secretKey, ...secrets]) secret.fill(0);
  connection.cookie = undefined;
  connection.actingWith = undefined;
}
