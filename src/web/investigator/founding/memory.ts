/**
 * What this device keeps while an office is founded: by what the server knows it, what it has typed, and who has joined
 * here. None of it is secret but the keys by which the server knows who asks, and the sealed keys of whoever joined
 * (`entrance/device-memory.ts`), which open with six words alone.
 */
import type { MemberEntry } from "../../../client/directory/organisation.ts";
import { toBase64url } from "../../../protocol/encoding/base64url.ts";
import { VaultError } from "../vault/vault-client.ts";
import type { ProposalForm } from "./proposing/proposal-form.ts";

/** Who has joined on this device. */
export type OwnJoining = {
  /** Public, as it is handed in; again if it did not arrive */
  readonly entry: MemberEntry;
  /** User name for signing in */
  readonly name: string;
  readonly isSent: boolean;
};

export type FoundingMemory = {
  /** base64url */
  readonly founderKey?: string | undefined;
  /** Handed in with the code: if the answer does not arrive, the same key asks again */
  readonly claimingKey?: string | undefined;
  readonly joiningKey?: string | undefined;
  /** The request whose line was shown first: it is not exchanged under the eyes of those who compare it, nor over a reload */
  readonly shown?: string | undefined;
  /** The request whose line was the same on all screens: from then on no other is taken here */
  readonly agreed?: string | undefined;
  readonly own?: OwnJoining | undefined;
  readonly draft?: ProposalForm | undefined;
};

const PLACE = "segel/founding";

export function recallFounding(): FoundingMemory {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Throws VaultError `not-saved`: a founder whose key is lost needs a new code. */
export function rememberFounding(memory: FoundingMemory): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(memory));
  } catch {
    throw new VaultError({ kind: "page", code: "not-saved" });
  }
}

/** "#join=…" of the link on the wall. It leaves the address at once: history and screenshots keep addresses. */
export function takeJoiningKey(): string | undefined {
  const [, key] = /^#join=([\w-]{43})$/u.exec(location.hash) ?? [];
  if (key !== undefined) history.replaceState(null, "", location.pathname);
  return key;
}

/** As it comes by that link. A founder's key for those who join is the only copy: no other takes its place. */
export function withLink(kept: FoundingMemory, joiningKey: string | undefined): FoundingMemory {
  return joiningKey === undefined || kept.founderKey !== undefined ? kept : { ...kept, joiningKey };
}

export function joiningLink(key: string): string {
  return `${location.origin}/#join=${key}`;
}

/** 32 random bytes, base64url: the page has none of the crypto that the vault has. */
export function makeFoundingKey(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}
