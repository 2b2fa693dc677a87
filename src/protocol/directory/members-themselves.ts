/** What members themselves stand for: each has signed the own entry, and can be sealed to. */
import { fromHex } from "../../crypto/bytes.ts";
import { encapsulate, isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import { type DirectoryDocument, DirectoryError, memberSignatureInput, parseDocument } from "./directory.ts";

export function isSignedByItself(entry: DirectoryDocument["members"][number]): boolean {
  return isSignedBy(fromHex(entry.signingKey), fromBase64url(entry.signature), memberSignatureInput(entry));
}

/**
 * The slower half of the rules, for members and root signers (not for reporters: 35 ms a key where WebAssembly is off):
 * each entry is signed by itself, and encapsulation to each key works. Throws DirectoryError `bad-member`.
 */
export function checkMembersThemselves(bytes: Uint8Array): void {
  const document = parseDocument(bytes);
  for (const member of document.members) {
    if (!isSignedByItself(member) || (member.sealingKey !== null && !encapsulates(member.sealingKey)))
      throw new DirectoryError("bad-member");
  }
  if (document.recovery !== null && !encapsulates(document.recovery.publicKey)) throw new DirectoryError("bad-member");
}

function encapsulates(key: string): boolean {
  try {
    encapsulate(fromBase64url(key));
    return true;
  } catch {
    return false;
  }
}
