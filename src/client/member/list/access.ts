/** Proving to the server that this member holds the keys of cases: nothing but heads is shown before. */
import { fromHex } from "../../../crypto/bytes.ts";
import { accessSignatureInput } from "../../../crypto/request.ts";
import { type SigningKeyPair, sign } from "../../../crypto/secret/keys.ts";
import { API } from "../../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../../protocol/encoding/base64url.ts";
import { callJson, takeNonce } from "../../line/http.ts";
import type { Member } from "../entry/sign-in.ts";

/** At most so many proofs in one request (protocol/api/casework.ts, grantAccess). */
const PROOFS_AT_ONCE = 200;

export type ToProve = {
  readonly handle: string;
  readonly caseId: Uint8Array;
  readonly epoch: number;
  /** The access pair of that epoch */
  readonly keys: SigningKeyPair;
};

/** The handles of those of which the newest epoch was proved. */
export async function proveAccess(
  { connection, id }: Pick<Member, "connection" | "id">,
  held: readonly ToProve[],
): Promise<Set<string>> {
  const granted = new Set<string>();
  for (let at = 0; at < held.length; at += PROOFS_AT_ONCE) {
    const nonce = await takeNonce(connection);
    const proofs = held.slice(at, at + PROOFS_AT_ONCE).map(({ handle, caseId, epoch, keys }) => {
      const context = { origin: connection.origin, caseId, epoch, memberId: fromHex(id), nonce: fromBase64url(nonce) };
      return { handle, epoch, signature: toBase64url(sign(keys, accessSignatureInput(context))) };
    });
    const answer = await callJson(connection, "grantAccess", API.grantAccess.answer.json, { body: { nonce, proofs } });
    for (const handle of answer.granted) granted.add(handle);
  }
  return granted;
}
