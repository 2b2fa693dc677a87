/** A package on its way to another body and there: sealed and opened piece by piece, so that none of it need lie in memory. */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { startSha256 } from "../line/sha256.ts";
import { type Key, type Lock, openStream, sealStream } from "./age.ts";

/** Takes a piece; what it waits for, the stream waits for too. */
type Write = (piece: Bytes) => Promise<void>;

export type SealedPackage = {
  /** SHA-256 of all of it, hexadecimal */
  readonly sha256: string;
  readonly bytes: number;
};

/** Fails as `content` and `write` do. */
export async function sealPackage(
  content: ReadableStream<Bytes>,
  lock: Lock,
  write: Write,
  workFactor?: number,
): Promise<SealedPackage> {
  const digest = startSha256();
  let bytes = 0;
  await drain(await sealStream(content, lock, workFactor), async (piece) => {
    digest.update(piece);
    bytes += piece.length;
    await write(piece);
  });
  return { sha256: hex(digest.digest()), bytes };
}

/**
 * Each piece was checked before it is written; whoever writes keeps none where this fails. Throws CryptoError `not-for-me`
 * where the key opens nothing, `malformed` where this is no package, `altered` where it was changed or cut.
 */
export async function openPackage(sealed: ReadableStream<Bytes>, key: Key, write: Write): Promise<void> {
  const pieces = await openStream(sealed, key);
  let isWriting = false;
  try {
    await drain(pieces, async (piece) => {
      isWriting = true;
      await write(piece);
      isWriting = false;
    });
  } catch (error) {
    if (isWriting) throw error;
    throw new CryptoError("altered");
  }
}

async function drain(stream: ReadableStream<Bytes>, write: Write): Promise<void> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) await write(read.value);
  } catch (error) {
    await reader.cancel(error).catch(() => {});
    throw error;
  }
}
