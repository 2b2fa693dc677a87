/**
 * The one door to age (C2SP, "age", v1): a stream sealed to a receiver's key or under words, and opened again. Whoever has
 * `age` opens it without us, and whoever has a key of `age-keygen` gets it sealed to that.
 */
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
import type { Bytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";

/** 2^18 rounds, 256 MiB: what `age` takes, about a second (cmd/age, scrypt.go of filippo.io/age 1.2, read 2026-11). */
const WORK_FACTOR = 18;

export type Recipient = {
  /** As age writes it: "age1…" */
  readonly text: string;
  /** Its secret stays one where quantum computers are there: X25519 and ML-KEM-768 together ("age1pq1…"). */
  readonly isHybrid: boolean;
};

/** `workFactor`: rounds of scrypt as a power of two, for tests that have no second to wait */
export type Lock =
  | { readonly is: "key"; readonly recipient: Recipient }
  | { readonly is: "words"; readonly words: string };

type ByteStream = ReadableStream<Bytes>;

/** Whatever age wrote it into: a line of its own, a file of `age-keygen`. Undefined where none stands there, or several. */
export function readRecipient(text: string): Recipient | undefined {
  const found = new Set(text.match(/age1[0-9a-z]+/gu));
  const [one] = found;
  if (one === undefined || found.size !== 1) return undefined;
  try {
    // Keys of hardware and plugins are others, and this version gives no package to a key that it cannot check.
    if (/^age1(?:tag|tagpq)1/u.test(one)) return undefined;
    new Encrypter().addRecipient(one);
    return { text: one, isHybrid: one.startsWith("age1pq1") };
  } catch {
    return undefined;
  }
}

/** How the words are typed into `age`: joined as it joins its own. */
export function passphraseOf(words: string): string {
  return words.split(" ").join("-");
}

/** @param workFactor as a power of two; another one where a test has no second to wait */
export function sealStream(content: ByteStream, lock: Lock, workFactor = WORK_FACTOR): Promise<ByteStream> {
  const sealing = new Encrypter();
  if (lock.is === "key") sealing.addRecipient(lock.recipient.text);
  else {
    sealing.setScryptWorkFactor(workFactor);
    sealing.setPassphrase(passphraseOf(lock.words));
  }
  return sealing.encrypt(content) as Promise<ByteStream>;
}

export type KeyPair = { readonly secret: string; readonly recipient: Recipient };

/** A receiver's own, of the kind that lasts. */
export async function makeKeyPair(): Promise<KeyPair> {
  const secret = await generateHybridIdentity();
  return { secret, recipient: { text: await identityToRecipient(secret), isHybrid: true } };
}

/** The file of a key pair, as `age -i` reads it. */
export function keyFileOf({ secret, recipient }: KeyPair): string {
  return `# public key: ${recipient.text}\n${secret}\n`;
}

/** The secret key that stands in a file of a key pair; undefined where there is none, or several. */
export async function readKeyFile(text: string): Promise<KeyPair | undefined> {
  const found = new Set(text.match(/AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+/gu));
  const [secret] = found;
  if (secret === undefined || found.size !== 1) return undefined;
  try {
    const recipient = readRecipient(await identityToRecipient(secret));
    return recipient === undefined ? undefined : { secret, recipient };
  } catch {
    return undefined;
  }
}

export type Key = { readonly is: "key"; readonly secret: string } | { readonly is: "words"; readonly words: string };

/**
 * What was sealed, piece by piece, each checked before it comes; the stream fails where the package is damaged or cut.
 * Throws CryptoError `not-for-me` where this key does not open it, `malformed` where it is no package.
 */
export async function openStream(sealed: ByteStream, key: Key): Promise<ByteStream> {
  const opening = new Decrypter();
  if (key.is === "key") opening.addIdentity(key.secret);
  else opening.addPassphrase(passphraseOf(key.words));
  try {
    return (await opening.decrypt(sealed)) as ByteStream;
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith("no identity matched");
    throw new CryptoError(isOther ? "not-for-me" : "malformed");
  }
}
