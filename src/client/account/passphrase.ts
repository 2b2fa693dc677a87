/** Six new words for a signed-in member. They are made by the program: what people choose is guessed. */
import { sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { stretchPassphrase } from "../../crypto/secret/argon2.ts";
import { unwrapVaultKey, wrapVaultKey } from "../../crypto/secret/vault.ts";
import { type WordList, makePassphrase } from "../../crypto/secret/words.ts";
import { randomBytes } from "../../crypto/sodium.ts";
import { API } from "../../protocol/api.ts";
import { callJson } from "../line/http.ts";
import { Refusal } from "../refusal.ts";
import { openOwnSeeds } from "../member/entry/own-seeds.ts";
import { type Member, putLogin } from "../member/entry/sign-in.ts";

/**
 * Re-wraps the vault key; a passkey that opens the vault goes on opening it. It does not help against somebody who has the
 * old passphrase and an old copy of the wrap. Ends all sessions of the member. Throws Refusal `other-passphrase`, `keys-differ`.
 */
export async function changePassphrase(member: Member, current: string, passphrase: string): Promise<void> {
  const { connection, vaultKey } = member;
  const { name, vault, ...parameters } = await callJson(connection, "vault", API.vault.answer.json);
  // The salt stays: with a salt per change, an unknown name's stable salt would tell it from a real one.
  const before = stretchPassphrase(current, parameters);
  let unwrapped: Uint8Array;
  try {
    unwrapped = unwrapVaultKey(vault.keyWrap, before, name, parameters);
  } catch (error) {
    if (error instanceof CryptoError) throw new Refusal("other-passphrase");
    throw error;
  }
  // What is signed again was looked at again: else the server could have old seeds put back in the member's own name.
  if (!sameBytes(unwrapped, vaultKey)) throw new Refusal("keys-differ");
  openOwnSeeds(vault.keys, member);
  const stretched = stretchPassphrase(passphrase, parameters);
  const keyWrap = wrapVaultKey(vaultKey, stretched, name, parameters);
  await putLogin(connection, {
    memberId: member.id,
    name,
    parameters,
    stretched,
    vault: { ...vault, keyWrap },
    signing: member.signing,
  });
}

/** The name by which the member signs in; sessions do not carry it. */
export async function readOwnName({ connection }: Member): Promise<string> {
  return (await callJson(connection, "vault", API.vault.answer.json)).name;
}

/** Eleven random bits name one of 2,048 words. */
const WORD_BITS = 0x7ff;

export function makeNewWords(list: WordList, length?: number): string {
  return makePassphrase(
    list,
    () => {
      const [high = 0, low = 0] = randomBytes(2);
      return ((high << 8) | low) & WORD_BITS;
    },
    length,
  );
}
