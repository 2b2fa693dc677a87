/** The seeds in the own vault, looked at before they are signed again: the server must not have old ones put back. */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { vaultKeysSignatureInput } from "../../../crypto/request.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, sign } from "../../../crypto/secret/keys.ts";
import { type VaultKeys, openVaultKeys, sealVaultKeys } from "../../../crypto/secret/vault.ts";
import { vaultHashOf } from "../../../crypto/vault-hash.ts";
import { API } from "../../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../../protocol/encoding/base64url.ts";
import { ApiError, callBytes, callJson, takeNonce } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { allSealing } from "./own-entry.ts";
import type { Member } from "./sign-in.ts";

/** Exactly those that this session holds. Throws Refusal `keys-differ`. */
export function openOwnSeeds(sealed: Uint8Array, member: Member): VaultKeys {
  const { id, vaultKey, signing } = member;
  try {
    const keys = openVaultKeys(sealed, vaultKey, fromHex(id));
    const held = allSealing(member);
    const isSame =
      sameBytes(deriveSigningKeyPair(keys.signingSeed).publicKey, signing.publicKey) &&
      keys.sealingSeeds.length === held.length &&
      keys.sealingSeeds.every(({ seed }, at) =>
        sameBytes(deriveSealingKeyPair(seed).publicKey, held[at]?.publicKey ?? new Uint8Array()),
      );
    if (isSame) return keys;
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
  }
  throw new Refusal("keys-differ");
}

type Seeds = VaultKeys["sealingSeeds"];

/** Stores other sealing seeds. Throws Refusal `keys-differ`, `changed` where another device was quicker; ApiError. */
export async function changeSeeds(member: Member, change: (seeds: Seeds) => Seeds): Promise<void> {
  const { connection, id, vaultKey, signing } = member;
  const { vault } = await callJson(connection, "vault", API.vault.answer.json);
  const keys = openOwnSeeds(vault.keys, member);
  const after = { ...keys, sealingSeeds: change(keys.sealingSeeds) };
  const sealed = sealVaultKeys(after, vaultKey, fromHex(id));
  const before = vaultHashOf(vault);
  const nonce = await takeNonce(connection);
  const place = { origin: connection.origin, memberId: fromHex(id), nonce: fromBase64url(nonce) };
  const input = vaultKeysSignatureInput(place, before, vaultHashOf({ ...vault, keys: sealed }));
  try {
    await callBytes(connection, "putVaultKeys", {
      body: { before: hex(before), keys: toBase64url(sealed), nonce, signature: toBase64url(sign(signing, input)) },
    });
  } catch (error) {
    if (error instanceof ApiError && error.code === "conflict") throw new Refusal("changed");
    throw error;
  }
}
