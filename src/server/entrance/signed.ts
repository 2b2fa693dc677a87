/** What a session alone cannot: signed by the member's directory key, for one of our addresses, over a nonce that serves once. */
import { isSignedBy } from "../../crypto/sodium.ts";
import type { Member } from "../../protocol/directory/directory.ts";
import type { Nonce } from "../admission/nonces.ts";
import { ProblemError } from "../problem.ts";
import type { EntranceDeps } from "./second-step.ts";

export type Signed = { readonly nonce: Nonce | undefined; readonly signature: Uint8Array };

type Place = { readonly origin: string; readonly nonce: Uint8Array };

/** Spends the nonce; gives the address under which it was signed. Throws ProblemError `bad-signature`. */
export async function checkSigned(
  { origins, nonces }: EntranceDeps,
  { signingKey }: Pick<Member, "signingKey">,
  { nonce, signature }: Signed,
  inputAt: (place: Place) => Uint8Array,
): Promise<{ readonly origin: string; readonly nonce: Nonce }> {
  if (nonce === undefined) throw new ProblemError("bad-signature");
  const origin = origins.all.find((place) =>
    isSignedBy(signingKey, signature, inputAt({ origin: place, nonce: nonce.bytes })),
  );
  if (origin === undefined || !(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
  return { origin, nonce };
}
