/**
 * What a witness adds to a checkpoint (https://c2sp.org/tlog-cosignature, version 1): that at that time it was the newest of
 * this origin that the witness had seen, and began with all that it had seen before.
 */
import { type Bytes, concat, readU32, u32, utf8 } from "../../crypto/bytes.ts";
import type { Sha256 } from "../../crypto/log/merkle.ts";
import { SIGNATURE_BYTES, isSignedBy } from "../../crypto/sodium.ts";
import { type Note, type NoteKey, type NoteSignature, type NoteSigner, keyIdOf, signaturesBy } from "./signed-note.ts";

const TIME_BYTES = 8;

/** Seconds since 1970, and the text of the checkpoint without its signatures. */
function cosignatureInput(seconds: number, text: string): Bytes {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

export function cosign(sha256: Sha256, text: string, seconds: number, witness: NoteSigner): NoteSignature {
  const signature = witness.sign(cosignatureInput(seconds, text));
  const time = concat(u32(Math.floor(seconds / 2 ** 32)), u32(seconds % 2 ** 32));
  return { name: witness.name, keyId: keyIdOf(sha256, witness), signature: concat(time, signature) };
}

/** When this witness cosigned the note, in seconds since 1970; undefined where it did not, or one of its lines is wrong. */
export function cosignedAt(sha256: Sha256, note: Note, witness: NoteKey): number | undefined {
  const times = signaturesBy(sha256, note, witness).map(({ signature }) => {
    if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined;
    const seconds = readU32(signature) * 2 ** 32 + readU32(signature, 4);
    const isGenuine =
      Number.isSafeInteger(seconds) &&
      isSignedBy(witness.publicKey, signature.subarray(TIME_BYTES), cosignatureInput(seconds, note.text));
    return isGenuine ? seconds : undefined;
  });
  return times.some((time) => time === undefined) ? undefined : times.at(-1);
}
