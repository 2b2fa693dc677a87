/** Signing what a member does: each request that is an act goes with an entry for the audit trail, so that no call knows of it. */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { type SigningKeyPair, sign } from "../../crypto/secret/keys.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import type { LogHead } from "../../protocol/audit/checkpoint.ts";
import { ACT_ID_BYTES, THE_OFFICE, detailsInput, encodeEntry, encodeSignedEntry } from "../../protocol/audit/entry.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { handleBytes } from "../../protocol/frames.ts";
import { type ActAsked, type ActingWith, ApiError } from "../line/http.ts";
import { isPassing } from "../line/retry.ts";
import { sha256, sha256Of } from "../line/sha256.ts";

export type Author = {
  readonly memberId: Bytes;
  /** The directory key */
  readonly signing: SigningKeyPair;
  /** Of the newest directory that this client has accepted */
  directoryVersion: number;
  /** The newest head of the log that it remembers */
  readonly seen: () => LogHead;
  /** Asks for the newest directory and checks it; its version. */
  readonly renew: () => Promise<number>;
};

/**
 * The same request, sent again because nobody knows whether it arrived, is the same act: its id stays until there is an
 * answer. Under a directory that is the newest no more, or while a statement comes in, the server takes none: then the newest
 * is fetched and the act signed again, once a request.
 */
export function actingAs(author: Author): ActingWith {
  const unanswered = new Map<string, Bytes>();
  return async (asked, send) => {
    const bodyHash = await sha256(asked.body ?? new Uint8Array());
    const details = sha256Of(detailsInput({ ...asked, bodyHash }));
    const name = `${asked.path} ${hex(details)}`;
    const actId = unanswered.get(name) ?? randomBytes(ACT_ID_BYTES);
    unanswered.set(name, actId);
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await send(headerOf(author, asked, { actId, details }));
        unanswered.delete(name);
        return answer;
      } catch (error) {
        if (error instanceof ApiError && !isPassing(error)) unanswered.delete(name);
        const isStale = error instanceof ApiError && error.code === "stale-directory" && attempt === 0;
        if (!isStale) throw error;
        // The same one as before where a statement came in between: then the same, signed again, is taken.
        author.directoryVersion = await author.renew();
      }
    }
  };
}

type Drawn = { readonly actId: Bytes; readonly details: Bytes };

function headerOf(
  { memberId, signing, directoryVersion, seen }: Author,
  { act, handle }: ActAsked,
  drawn: Drawn,
): string {
  const object = handle === undefined ? THE_OFFICE : handleBytes(String(handle));
  const entry = encodeEntry({ ...drawn, act, object, memberId, directoryVersion, seen: seen() });
  return toBase64url(encodeSignedEntry(entry, sign(signing, entry)));
}
