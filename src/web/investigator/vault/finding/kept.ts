/** What a member's browser keeps for the member alone: sealed under the vault key, each kind under a label of its own. */
import { fromHex, fromUtf8, utf8 } from "../../../../crypto/bytes.ts";
import { openOfficeTicks, openSavedViews, sealOfficeTicks, sealSavedViews } from "../../../../crypto/secret/vault.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import type { KeptKind } from "../messages/kept.ts";
import type { VaultCalls } from "../messages/vault.ts";

const KINDS = {
  views: { seal: sealSavedViews, open: openSavedViews },
  ticks: { seal: sealOfficeTicks, open: openOfficeTicks },
} as const satisfies Record<KeptKind, unknown>;

export function sealKept(
  { vaultKey, id }: Member,
  { kind, text }: VaultCalls["sealKept"]["ask"],
): VaultCalls["sealKept"]["answer"] {
  return { sealed: KINDS[kind].seal(utf8(text), vaultKey, fromHex(id)) };
}

export function openKept(
  { vaultKey, id }: Member,
  { kind, sealed }: VaultCalls["openKept"]["ask"],
): VaultCalls["openKept"]["answer"] {
  return { text: fromUtf8(KINDS[kind].open(sealed, vaultKey, fromHex(id))) };
}
