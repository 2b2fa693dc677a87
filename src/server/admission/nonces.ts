/**
 * Server nonces: who made one is told by a MAC, that it is fresh by those that have served.
 *
 * A process that is alone remembers them itself, so that a reporter who looks for an answer leaves nothing in the
 * database. Such a nonce counts nowhere else, nor after a restart: its MAC is made with a key that only this process
 * has, and a client that is refused takes the new one that it is given and asks again. While another process is there,
 * nonces count in both, and a table tells which have served.
 */
import { type Bytes, concat, readU32, u32 } from "../../crypto/bytes.ts";
import { KEY_BYTES, equal, randomBytes } from "../../crypto/sodium.ts";
import { NONCE_BYTES } from "../../protocol/api/fields.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { NONCE_SECONDS } from "../../protocol/limits.ts";
import type { Database } from "../store/database.ts";
import { insertSpent } from "../store/spent.ts";
import { type ServerKey, makeServerKey } from "./server-key.ts";
import { makeSpentMemory } from "./spent-memory.ts";

const RANDOM_BYTES = 16;

export type Nonce = {
  readonly bytes: Bytes;
  readonly expires: number;
  /** The key that made it; undefined for one of this process alone */
  readonly madeBy: ServerKey | undefined;
};

export type Nonces = {
  /** Nothing is stored until it is used. */
  readonly make: () => string;
  /** Counts in every process, also after a restart: for what leaves a row in any case and is not asked twice. */
  readonly makeCommon: () => string;
  /** A nonce that counts here and has not expired, or undefined. Whether it is fresh, `spend` tells. */
  readonly read: (text: string) => Nonce | undefined;
  /** True for the first who uses this nonce, whichever process asks. */
  readonly spend: (nonce: Nonce) => Promise<boolean>;
};

export function nowSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}

export function makeNonces(database: Database, key: ServerKey, isAlone: () => boolean): Nonces {
  const ownKey = makeServerKey(randomBytes(KEY_BYTES));
  const memory = makeSpentMemory();
  // Made before the key was changed, when the server was started anew for it: none lives longer than that.
  const lastOfEarlier = nowSeconds() + NONCE_SECONDS;
  const readCommon = (text: string): Nonce | undefined => {
    for (const madeBy of [key, ...key.earlier]) {
      const nonce = readNonce(madeBy, text);
      if (nonce !== undefined)
        return madeBy === key || nonce.expires <= lastOfEarlier ? { ...nonce, madeBy } : undefined;
    }
    return undefined;
  };
  return {
    make() {
      const expires = nowSeconds() + NONCE_SECONDS;
      return makeNonce(isAlone() && !memory.isFull(expires) ? ownKey : key, expires);
    },
    makeCommon: () => makeNonce(key),
    read(text) {
      const own = readNonce(ownKey, text);
      return own === undefined ? readCommon(text) : { ...own, madeBy: undefined };
    },
    async spend({ bytes, expires, madeBy }) {
      if (madeBy === undefined) return memory.add(bytes, expires);
      return insertSpent(database, { nonceHash: madeBy.spentHash(bytes), expires: fullHourAfter(expires) });
    },
  };
}

/** 16 random bytes ‖ u32 expiry ‖ MAC, base64url. */
export function makeNonce(key: ServerKey, expires = nowSeconds() + NONCE_SECONDS): string {
  const random = randomBytes(RANDOM_BYTES);
  return toBase64url(concat(random, u32(expires), key.nonceMac(random, expires)));
}

function readNonce(key: ServerKey, text: string): Pick<Nonce, "bytes" | "expires"> | undefined {
  let bytes: Bytes;
  try {
    bytes = fromBase64url(text);
  } catch {
    return undefined;
  }
  if (bytes.length !== NONCE_BYTES) return undefined;
  const expires = readU32(bytes, RANDOM_BYTES);
  const mac = key.nonceMac(bytes.subarray(0, RANDOM_BYTES), expires);
  if (!equal(mac, bytes.subarray(RANDOM_BYTES + 4)) || expires < nowSeconds()) return undefined;
  return { bytes, expires };
}

/** Rounded up to the hour: the row that a request leaves does not tell when it came. */
export function fullHourAfter(seconds: number): Date {
  return new Date(Math.ceil(seconds / 3_600) * 3_600_000);
}
