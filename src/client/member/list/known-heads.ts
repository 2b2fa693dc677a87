/**
 * What a member's client knows of heads: which it tried in vain, so that none is tried twice with one key, and which it
 * opened, so that it misses one that the server shows no more. Sealed under the vault key, kept on the server.
 */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { fingerprintOf } from "../../../crypto/identity.ts";
import type { SealingKeyPair } from "../../../crypto/secret/keys.ts";
import { openKnownHeads, sealKnownHeads } from "../../../crypto/secret/vault.ts";
import { MAX_KNOWN_HEADS } from "../../../protocol/limits.ts";
import { ApiError, callBytes } from "../../line/http.ts";
import type { Member } from "../entry/sign-in.ts";

export type Known = {
  /** With the keys of now; those that were altered are in here for this session alone, and tried again after it */
  readonly notForMe: Set<string>;
  readonly altered: Set<string>;
  /** Tried with older keys: those that came since are still to be tried */
  readonly triedBefore: ReadonlyMap<string, readonly SealingKeyPair[]>;
  readonly opened: Set<string>;
  /** Of those in the list: without a wrap of this member's, at the last look */
  readonly unnoted: Set<string>;
  /** Whose reporter has burnt the inbox, as opening them has shown; without `opened`, cases that two members removed */
  readonly burnt: Set<string>;
  /** Highest versions that were read of what members declare of their interests, by `nameOf` */
  readonly declared: Map<string, number>;
  /** Of those that did not open: how many nobody else has opened either, by the server's word and at the last look */
  forNobody: number;
  /** Whether the server has all of it */
  isSaved: boolean;
};

/** Eight bytes of a handle, which names one head among a member's own; or of a member's id. */
export function nameOf(handle: string): string {
  return handle.replaceAll("-", "").slice(0, 16);
}

/** One session knows once; a member who signs in again asks the server. */
const sessions = new WeakMap<Member, Promise<Known>>();

export function knownTo(member: Member): Promise<Known> {
  let known = sessions.get(member);
  if (known === undefined) {
    known = recall(member);
    sessions.set(member, known);
    // What could not be asked for is asked for again.
    known.catch(() => sessions.delete(member));
  }
  return known;
}

/** What does not open is as if it were not there: then heads are tried again, and nothing is missed. */
async function recall({ connection, vaultKey, id, sealing }: Member): Promise<Known> {
  const nothing: Known = {
    notForMe: new Set(),
    altered: new Set(),
    triedBefore: new Map(),
    opened: new Set(),
    unnoted: new Set(),
    burnt: new Set(),
    declared: new Map(),
    forNobody: 0,
    isSaved: true,
  };
  const sealed = await callBytes(connection, "knownHeads");
  if (sealed.length === 0) return nothing;
  try {
    const { key, notForMe, opened, burnt, declared } = openKnownHeads(sealed, vaultKey, fromHex(id));
    const at = sealing.findIndex(({ publicKey }) => sameBytes(fingerprintOf(publicKey), key));
    const common = { ...nothing, opened: new Set(opened), burnt: new Set(burnt), declared: new Map(declared) };
    if (at === 0) return { ...common, notForMe: new Set(notForMe) };
    // A key that the vault does not hold tells nothing of those that it does.
    const newer = at === -1 ? sealing : sealing.slice(0, at);
    return { ...common, triedBefore: new Map([...notForMe].map((name) => [name, newer])), isSaved: false };
  } catch (error) {
    if (error instanceof CryptoError) return nothing;
    throw error;
  }
}

/** Heads that are gone are forgotten; beyond the bound a head is tried once a session. */
export async function remember(member: Member, known: Known): Promise<void> {
  const { connection, vaultKey, id, sealing } = member;
  const [newest] = sealing;
  if (known.isSaved || newest === undefined) return;
  const some = (names: ReadonlySet<string>) => new Set([...names].slice(0, MAX_KNOWN_HEADS));
  const record = {
    key: fingerprintOf(newest.publicKey),
    notForMe: some(known.notForMe),
    opened: some(known.opened),
    burnt: some(known.burnt),
    declared: known.declared,
  };
  try {
    await callBytes(connection, "putKnownHeads", { body: sealKnownHeads(record, vaultKey, fromHex(id)) });
    known.isSaved = true;
  } catch (error) {
    // Nobody's work rests on it: the next look tries again.
    if (!(error instanceof ApiError)) throw error;
  }
}

/**
 * How many cases that this member has opened before the server shows no more, though no genuine record says that two
 * members discarded them: withheld. What it shows now is remembered.
 *
 * @param listed handles of all cases in the list
 * @param removed handles of those that were discarded and are gone
 * @param takenOut handles of those out of which a colleague took this member
 */
export async function countMissing(
  member: Member,
  listed: Iterable<string>,
  removed: Iterable<string>,
  takenOut: Iterable<string> = [],
): Promise<number> {
  const known = await knownTo(member);
  const shown = new Set([...listed].map(nameOf));
  for (const name of shown) {
    // Proved, and the wrap did not arrive: it was never noted, so that one cannot be missing.
    if (known.opened.has(name) || known.unnoted.has(name)) continue;
    known.opened.add(name);
    known.isSaved = false;
  }
  for (const handle of removed) {
    if (!known.opened.delete(nameOf(handle))) continue;
    known.burnt.add(nameOf(handle));
    known.isSaved = false;
  }
  for (const handle of takenOut)
    if (!shown.has(nameOf(handle)) && known.opened.delete(nameOf(handle))) known.isSaved = false;
  await remember(member, known);
  return [...known.opened].filter((name) => !shown.has(name)).length;
}

/**
 * Of these records those about cases that this member has opened, once `countMissing` has seen the list. Of others
 * nobody here is told: the reporter may have excluded the very person who reads this.
 */
export async function ofOpened<Of extends { readonly handle: string }>(
  member: Member,
  records: readonly Of[],
): Promise<Of[]> {
  const { opened, burnt } = await knownTo(member);
  return records.filter(({ handle }) => opened.has(nameOf(handle)) || burnt.has(nameOf(handle)));
}

/**
 * Fewer are not told: a single report that does not open may be about the very person who reads this. So many are no
 * exclusion but noise, and one more or less among them says nothing.
 */
const FEWEST_TOLD = 10;

/** How many heads opened for nobody at the last look, where they are many enough to be told. */
export async function countForNobody(member: Member): Promise<number | undefined> {
  const { forNobody } = await knownTo(member);
  return forNobody < FEWEST_TOLD ? undefined : forNobody;
}

/** A wrap of this case is with the server from now on, or it was: then one that is missing was taken away. */
export async function wasNoted(member: Member, handle: string): Promise<boolean> {
  return (await knownTo(member)).opened.has(nameOf(handle));
}

export async function noteOpened(member: Member, handle: string): Promise<void> {
  const known = await knownTo(member);
  known.unnoted.delete(nameOf(handle));
  if (known.opened.has(nameOf(handle))) return;
  known.opened.add(nameOf(handle));
  known.isSaved = false;
  await remember(member, known);
}

/** What opening a case has shown; nobody's work rests on it, and the next opening notes it again. */
export async function noteBurnt(member: Member, handle: string, isBurnt: boolean): Promise<void> {
  const known = await knownTo(member);
  const name = nameOf(handle);
  if (known.burnt.has(name) === isBurnt) return;
  if (isBurnt) known.burnt.add(name);
  else known.burnt.delete(name);
  known.isSaved = false;
  await remember(member, known);
}

/** The keys to try a head with; none where it was tried with all of them. */
export function keysFor(known: Known, handle: string, { sealing }: Pick<Member, "sealing">): readonly SealingKeyPair[] {
  const name = nameOf(handle);
  if (known.notForMe.has(name) || known.altered.has(name)) return [];
  return known.triedBefore.get(name) ?? sealing;
}

/** Forgets what is not there any more. */
export function keepOnly(known: Known, handles: Iterable<Uint8Array>): void {
  const there = new Set([...handles].map((handle) => nameOf(hex(handle))));
  for (const name of known.notForMe) {
    if (there.has(name)) continue;
    known.notForMe.delete(name);
    known.isSaved = false;
  }
}
