/**
 * A sealed stream: chunks in order, none missing, an end that cannot be cut off (docs/protocol.md, "Streams").
 * secretstream keeps order and loss in its state; what it leaves to its caller is dealt with here:
 * `pull` answers `false` and goes on working, `push` goes on after the final chunk, and an input that
 * simply stops is silent.
 */
import { type Bytes } from "./bytes.ts";
import { CryptoError } from "./errors.ts";
import { KEY_BYTES, libsodium, randomBytes } from "./sodium.ts";
import { STREAM_HEADER_BYTES } from "./stream-size.ts";

const TAG_MESSAGE = 0;
const TAG_FINAL = 3;

function start(key: Uint8Array, header: Uint8Array) {
  if (!(key instanceof Uint8Array) || key.length !== KEY_BYTES) throw new CryptoError("bad-key");
  // Both directions start from the same state (libsodium, crypto_secretstream: `init_push` draws a header and then
  // does what `init_pull` does). Drawing it here keeps all randomness behind `randomBytes` (attack 22).
  return libsodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key);
}

export type StreamSealer = {
  /** 24 bytes, to be stored before the first chunk */
  readonly header: Bytes;
  /** One chunk, 17 bytes longer than `plaintext`. Throws `incomplete` after the final one. */
  push(plaintext: Uint8Array, isFinal: boolean): Bytes;
};

/**
 * Starts a stream under a key of its own, which serves this stream and no other.
 *
 * @param key 32 bytes, else `bad-key`
 * @param aad the same for every chunk: where the stream belongs
 */
export function sealStream(key: Uint8Array, aad: Uint8Array): StreamSealer {
  const header = randomBytes(STREAM_HEADER_BYTES);
  const state = start(key, header);
  let ended = false;
  return {
    header,
    push(plaintext, isFinal) {
      if (ended) throw new CryptoError("incomplete");
      ended = isFinal;
      const tag = isFinal ? TAG_FINAL : TAG_MESSAGE;
      return libsodium.crypto_secretstream_xchacha20poly1305_push(state, plaintext, aad, tag) as Bytes;
    },
  };
}

export type StreamOpener = {
  /**
   * The plaintext of the next chunk. Throws `altered` for a chunk that is changed, missing, repeated, out of order or
   * of another stream, and for every chunk after that: the stream is dead. Throws `incomplete` for anything after the final chunk.
   */
  pull(chunk: Uint8Array): Bytes;
  /** To be called at the end of the input, before anything is saved or shown. Throws `incomplete` without a final chunk, `altered` for a dead stream. */
  end(): void;
};

/** Opens a stream chunk by chunk. Throws `malformed` for a header of another length, `bad-key`. */
export function openStream(key: Uint8Array, header: Uint8Array, aad: Uint8Array): StreamOpener {
  if (header.length !== STREAM_HEADER_BYTES) throw new CryptoError("malformed");
  const state = start(key, header);
  let condition: "open" | "ended" | "ended-twice" | "dead" = "open";
  const die = (): never => {
    condition = "dead";
    throw new CryptoError("altered");
  };
  return {
    pull(chunk) {
      if (condition === "dead") return die();
      if (condition !== "open") {
        condition = "ended-twice";
        throw new CryptoError("incomplete");
      }
      const pulled = pullOrFalse(state, chunk, aad);
      // Other tags are never written here: who sends one is no client of this protocol.
      if (pulled === false || (pulled.tag !== TAG_MESSAGE && pulled.tag !== TAG_FINAL)) return die();
      if (pulled.tag === TAG_FINAL) condition = "ended";
      return pulled.message as Bytes;
    },
    end() {
      if (condition === "dead") die();
      if (condition !== "ended") throw new CryptoError("incomplete");
    },
  };
}

/** The library answers `false` for a wrong MAC and throws for a chunk shorter than 17 bytes: one failure here. */
function pullOrFalse(state: ReturnType<typeof start>, chunk: Uint8Array, aad: Uint8Array) {
  try {
    return libsodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, aad);
  } catch {
    return false;
  }
}
