/** What names a vault's state to those who open none. */
import type { Bytes } from "./bytes.ts";
import { hash } from "./sodium.ts";

/** Names one state of key wrap and seeds: what a change of either signs, so that the server cannot mix two. */
export function vaultHashOf(vault: { readonly keyWrap: Uint8Array; readonly keys: Uint8Array }): Bytes {
  return hash("segel/1/vault-hash", vault.keyWrap, vault.keys);
}
