/** What of a receiver's key is compared over another way: SHA-256 of it, as age writes it. */
import { type Bytes, utf8 } from "../../crypto/bytes.ts";
import { startSha256 } from "../line/sha256.ts";

export function recipientHash(recipient: string): Bytes {
  const digest = startSha256();
  digest.update(utf8(recipient));
  return new Uint8Array(digest.digest());
}
