/**
 * The server's own key: it makes nonces, fake salts and keyed hashes, and seals what the database shall not tell alone; it
 * opens no content and speaks for nobody but the log.
 * One file, shared by all processes of an installation, never in the database.
 *
 * It may hold several keys, the newest first. That one makes everything. The others are read by alone: sessions go on,
 * codes of apps serve (and come under the newest at the start), decoys are known for what they are, and names that nobody
 * has keep their salt. What lives for minutes is not believed under an earlier key, nonces of the first ten minutes apart:
 * the key may have been changed because somebody else had it (docs/decisions/0103-the-servers-key-file-holds-what-it-replaced.md).
 */
import { createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import * as fs from "node:fs/promises";
import { KEY_BYTES, derive, randomBytes } from "../../crypto/sodium.ts";
import { hex } from "../../crypto/bytes.ts";
import { whyUnread } from "../unread.ts";

export type ServerKey = {
  /** Those that were replaced; what they made is read under them, and nothing is made. */
  readonly earlier: readonly ServerKey[];
  /** MAC of a server nonce. */
  readonly nonceMac: (random: Uint8Array, expires: number) => Uint8Array;
  /** A nonce as the database keeps it: a leaked copy does not tell which requests were made. */
  readonly spentHash: (nonce: Uint8Array) => Uint8Array;
  /** A stable salt for a name that nobody has. */
  readonly saltOf: (name: string) => Uint8Array;
  /** A session cookie as the database keeps it. */
  readonly sessionHash: (id: Uint8Array) => Uint8Array;
  /** MAC of a cookie with the end that moves on while the session is used. */
  readonly idleMac: (id: Uint8Array, idleEnd: number) => Uint8Array;
  /** MAC of a sign-in that waits for its second factor; for the login and the directory entry as they are then. */
  readonly ticketMac: (ticket: Uint8Array, loginPublicKey: Uint8Array, entryHash: Uint8Array) => Uint8Array;
  /** Seals the secret of one member's codes: the database alone does not make them. */
  readonly factorKey: (memberId: Uint8Array, factorId: Uint8Array) => Uint8Array;
  /** A member's directory entry as a session remembers it. */
  readonly entryHash: (entry: string) => Uint8Array;
  /** A member as processes tell each other of; 8 bytes, another for each telling. */
  readonly changesMark: (salt: Uint8Array, memberId: string) => Uint8Array;
  /** A mail by whom it is for and which it is: the same one each time, and telling nobody either. */
  readonly mailName: (memberId: Uint8Array, which: string) => string;
  /** Signs heads of the audit trail: the one thing that this key says to others. */
  readonly logKey: LogKey;
  /** A handle that only who has the key can tell from a random one. */
  readonly makeDecoyHandle: () => string;
  readonly isDecoy: (handle: string) => boolean;
  /** For the HMAC of proof-of-work challenges. */
  readonly proofOfWorkSecret: string;
};

/** Enough that nobody guesses one: as long as the key of the MAC in the protocol's table (AEAD tag). */
const NONCE_MAC_BYTES = 16;
const SALT_BYTES = 16;
/** As many as of a UUID. */
const MAIL_NAME_BYTES = 16;
/** That one stands for somebody else as well happens once in 10^17 tellings, and leads to one look in vain. */
export const MARK_BYTES = 8;

/** Bytes of a UUIDv4 behind its fixed bits: that a random one has them by chance happens once in 10^16. */
const DECOY_MARK_BYTES = 7;
/** A change each year, and some in a hurry: a dozen years of decoys. */
const MOST_KEYS = 16;

/** @param keys 32 bytes each, the newest first */
export function makeServerKey(keys: Uint8Array): ServerKey {
  const all = Array.from({ length: keys.length / KEY_BYTES }, (_, at) =>
    makeOne(keys.slice(at * KEY_BYTES, (at + 1) * KEY_BYTES)),
  );
  const [newest, ...earlier] = all;
  const first = all.at(-1);
  if (newest === undefined || first === undefined) throw new KeyFileError("no key");
  return {
    ...newest,
    earlier,
    isDecoy: (handle) => all.some((one) => one.isDecoy(handle)),
    // Those of real names stay as well: with another salt a name would tell that nobody has it.
    saltOf: first.saltOf,
  };
}

/** Ed25519, by Node's own: what signs with libsodium lives where the server cannot import it. */
type LogKey = { readonly publicKey: Uint8Array; readonly sign: (message: Uint8Array) => Uint8Array };

/** What stands before the 32 bytes of a seed as PKCS #8 has them (RFC 8410, 7). */
const PKCS8_BEFORE_SEED = Buffer.from("302e020100300506032b657004220420", "hex");

function logKeyOf(seed: Uint8Array): LogKey {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_BEFORE_SEED, seed]), format: "der", type: "pkcs8" });
  const spki = createPublicKey(key).export({ format: "der", type: "spki" });
  return {
    // RFC 8410, 4: the last 32 bytes.
    publicKey: new Uint8Array(spki.subarray(-KEY_BYTES)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}

function makeOne(key: Uint8Array): ServerKey {
  const marked = (random: string): string => {
    const mark = hex(derive(key, "segel/1/server-decoy", random.slice(0, 21)).subarray(0, DECOY_MARK_BYTES));
    // The two digits before the last dash, which stands between them and the other twelve.
    return `${random.slice(0, 21)}${mark.slice(0, 2)}-${mark.slice(2)}`;
  };
  return {
    earlier: [],
    nonceMac: (random, expires) => derive(key, "segel/1/server-nonce", random, expires).subarray(0, NONCE_MAC_BYTES),
    spentHash: (nonce) => derive(key, "segel/1/server-spent", nonce),
    saltOf: (name) => derive(key, "segel/1/server-salt", name).subarray(0, SALT_BYTES),
    sessionHash: (id) => derive(key, "segel/1/server-session", id),
    idleMac: (id, idleEnd) => derive(key, "segel/1/server-idle", id, idleEnd).subarray(0, NONCE_MAC_BYTES),
    ticketMac: (ticket, loginPublicKey, entry) =>
      derive(key, "segel/1/server-ticket", ticket, loginPublicKey, entry).subarray(0, NONCE_MAC_BYTES),
    factorKey: (memberId, factorId) => derive(key, "segel/1/server-factor", memberId, factorId),
    entryHash: (entry) => derive(key, "segel/1/server-entry", entry),
    changesMark: (salt, memberId) => derive(key, "segel/1/server-changes", salt, memberId).subarray(0, MARK_BYTES),
    mailName: (memberId, which) =>
      hex(derive(key, "segel/1/server-mail", memberId, which).subarray(0, MAIL_NAME_BYTES)),
    logKey: logKeyOf(derive(key, "segel/1/server-log")),
    makeDecoyHandle: () => marked(randomUUID()),
    isDecoy: (handle) => marked(handle) === handle,
    proofOfWorkSecret: hex(derive(key, "segel/1/server-proof-of-work")),
  };
}

/** Why a key file is not taken; the message is for the operator. */
export class KeyFileError extends Error {}

/**
 * Reads the key file, or makes one when `create` is set and there is none.
 * Two processes that start at once end up with the same key: the second finds the first one's file.
 */
export async function loadServerKey(file: string, { create }: { create: boolean }): Promise<Uint8Array> {
  const refuse = (error: unknown): never => {
    throw new KeyFileError(`SERVER_KEY_FILE: ${file} ${whyUnread(error)} (32 random bytes, mode 0600, its own)`);
  };
  if (create) await createOnce(file).catch(refuse);
  const { mode } = await fs.stat(file).catch(refuse);
  if ((mode & 0o077) !== 0)
    throw new KeyFileError(`SERVER_KEY_FILE: ${file} may be read by others; its mode must be 0600`);
  const key = await fs.readFile(file).catch(refuse);
  const count = key.length / KEY_BYTES;
  if (!Number.isInteger(count) || count < 1 || count > MOST_KEYS)
    throw new KeyFileError(
      `SERVER_KEY_FILE: ${file} must hold exactly ${KEY_BYTES} bytes, or as many for each key that was replaced (${MOST_KEYS} keys at most)`,
    );
  return new Uint8Array(key);
}

/** Written beside and linked: the file is there whole or not at all, and never replaces another. */
async function createOnce(file: string): Promise<void> {
  const draft = `${file}.${hex(randomBytes(8))}`;
  await fs.writeFile(draft, randomBytes(KEY_BYTES), { flag: "wx", mode: 0o600 });
  try {
    await fs.link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await fs.unlink(draft);
  }
}
