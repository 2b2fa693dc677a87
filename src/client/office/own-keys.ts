/**
 * The own entry, signed anew on the own device: other roles, or another key that reports are sealed to. What was signed waits
 * with the server until somebody puts it into a request; nothing changes before the roots have signed.
 */
import { hex, sameBytes } from "../../crypto/bytes.ts";
import { deriveSealingKeyPair, makeSeed, sign } from "../../crypto/secret/keys.ts";
import { API } from "../../protocol/api.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Role, isCaseworker, isIn, mayGuard, needsSealingKey } from "../../protocol/rules/casework.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import {
  type Directory,
  type Member as Listed,
  isActive,
  memberSignatureInput,
} from "../../protocol/directory/directory.ts";
import { isSignedByItself } from "../../protocol/directory/members-themselves.ts";
import { CARRIED_DAYS, SEALING_KEY_DAYS } from "../../protocol/limits.ts";
import { type MemberEntry, instant, memberValidUntil } from "../directory/organisation.ts";
import { callBytes, callJson } from "../line/http.ts";
import { type ListedCase, allCases, findNewCases } from "../member/list/cases.ts";
import { ownInterests } from "../member/list/interests.ts";
import { changeSeeds } from "../member/entry/own-seeds.ts";
import { neededFor } from "../member/case/read-case.ts";
import type { Member } from "../member/entry/sign-in.ts";
import { Refusal } from "../refusal.ts";

/** What waits of one member: roles that a colleague wishes, and what the member has signed. */
export type Waiting = {
  readonly memberId: string;
  readonly roles: readonly Role[] | null;
  readonly entry: MemberEntry | null;
};

/** The own one; for leads and administrators all. Nothing of it is believed: what was signed is looked at by `entryOf`. */
export async function fetchWaiting({ connection }: Member): Promise<readonly Waiting[]> {
  return (await callJson(connection, "entries", API.entries.answer.json)).entries;
}

/** Wishes other roles for a colleague; null takes the wish back. Throws ApiError. */
export async function wishRoles(
  { connection }: Member,
  memberId: string,
  roles: readonly Role[] | null,
): Promise<void> {
  await callBytes(connection, "wishRoles", { params: { memberId }, body: { roles: roles && [...roles] } });
}

export type OwnKeys = {
  /** What a colleague wishes and nobody has answered */
  readonly wished: readonly Role[] | undefined;
  /** Signed by this very vault, waits for the roots */
  readonly waiting: MemberEntry | undefined;
  /** Something waits that another vault has signed: all keys replaced on a device of the member's, or nothing of the member's */
  readonly replacing: boolean;
  /** Whether there is a key that reports are sealed to; from which day on, and from when on another one is due, in ms since 1970 */
  readonly opens: boolean;
  readonly since: number;
  readonly dueFrom: number;
  /** Older keys, which open older reports */
  readonly old: number;
};

export async function readOwnKeys(member: Member): Promise<OwnKeys> {
  const own = ownEntry(member);
  const [found] = (await fetchWaiting(member)).filter(({ memberId }) => memberId === member.id);
  const entry = found?.entry ?? undefined;
  return {
    wished: found?.roles ?? undefined,
    waiting: entry !== undefined && isSignedHere(member, entry) ? entry : undefined,
    replacing: entry !== undefined && !isSignedHere(member, entry),
    opens: own.sealingKey !== null,
    since: own.validFrom,
    dueFrom: own.validFrom + SEALING_KEY_DAYS * DAY_MS,
    old: oldKeys(member, own).length,
  };
}

/** Whether another key is due for what this member opens reports with. */
export function isKeyDue({ validFrom, sealingKey }: Listed, now: number): boolean {
  return sealingKey !== null && now >= validFrom + SEALING_KEY_DAYS * DAY_MS;
}

function ownEntry({ id, directories }: Member): Listed {
  const own = directories.current.members.get(id);
  if (!isActive(own)) throw new Refusal("keys-differ");
  return own;
}

/** By the very signature: what is signed next rests on it, and the server could have given it other roles. */
function isSignedHere({ signing, pending, sealing }: Member, entry: MemberEntry): boolean {
  const { signingKey, sealingKey } = entry;
  const key = sealingKey === null ? undefined : fromBase64url(sealingKey);
  const holds = key === undefined || [...pending, ...sealing].some(({ publicKey }) => sameBytes(publicKey, key));
  return signingKey === hex(signing.publicKey) && isSignedByItself(entry) && holds;
}

/** Signs what a colleague wishes. Throws ApiError, Refusal. */
export async function signRoles(member: Member, roles: readonly Role[]): Promise<MemberEntry> {
  const base = await ownBase(member);
  // Who has opened nothing until now needs a key first; who opens nothing any more is listed with none.
  const sealingKey = needsSealingKey(roles) ? (base.sealingKey ?? (await nextKey(member))) : null;
  return signAndHandOver(member, { ...base, roles: [...roles], sealingKey });
}

/**
 * Another key that reports are sealed to, from the directory on that lists it; the one before goes on opening what was sealed
 * to it. It stands in the vault before anybody hears of it.
 */
export async function renewSealingKey(member: Member): Promise<MemberEntry> {
  const base = await ownBase(member);
  if (base.sealingKey === null) throw new Refusal("keys-differ");
  const { now } = member.directories;
  const dates = { validFrom: instant(now), validUntil: memberValidUntil(now) };
  return signAndHandOver(member, { ...base, ...dates, sealingKey: await nextKey(member) });
}

/** Takes back what was signed, and declines what was wished. A key that was made stays in the vault, for the next time. */
export async function withdrawEntry({ connection }: Member): Promise<void> {
  await callBytes(connection, "putEntry", { body: { entry: null } });
}

type Unsigned = Omit<MemberEntry, "signature">;

/** What is signed anew rests on what was signed and still waits: a new key and new roles go together. */
async function ownBase(member: Member): Promise<Unsigned> {
  const { waiting, replacing } = await readOwnKeys(member);
  // It would take the place of what another device of the member's waits for.
  if (replacing) throw new Refusal("changed");
  if (waiting !== undefined) return waiting;
  const { id, roles, names, sealingKey, validFrom, validUntil } = ownEntry(member);
  return {
    id,
    roles: [...roles],
    names: { ...names },
    signingKey: hex(member.signing.publicKey),
    sealingKey: sealingKey && toBase64url(sealingKey),
    validFrom: instant(validFrom),
    validUntil: instant(validUntil),
    removedIn: null,
  };
}

async function nextKey(member: Member): Promise<string> {
  const { pending, directories } = member;
  if (pending[0] === undefined) {
    const seed = makeSeed();
    await changeSeeds(member, (seeds) => [{ fromVersion: directories.current.version + 1, seed }, ...seeds]);
    pending.unshift(deriveSealingKeyPair(seed));
  }
  const [made] = pending;
  return toBase64url(made?.publicKey ?? new Uint8Array());
}

async function signAndHandOver(member: Member, unsigned: Unsigned): Promise<MemberEntry> {
  const entry = { ...unsigned, signature: toBase64url(sign(member.signing, memberSignatureInput(unsigned))) };
  await handOver(member, entry);
  return entry;
}

/** For whoever makes the next request. Throws ApiError. */
export async function handOver({ connection }: Pick<Member, "connection">, entry: MemberEntry): Promise<void> {
  await callBytes(connection, "putEntry", { body: { entry } });
}

/** Behind the one that is listed; of whoever opens nothing now, all: the newest of them may be about to be listed. */
function oldKeys({ sealing }: Member, { sealingKey }: Listed): Member["sealing"] {
  return sealingKey === null ? [...sealing] : sealing.slice(1);
}

/** Why an older key stays. */
type Kept =
  /** Somebody may still hand in a report that was sealed to it; until when, in ms since 1970 */
  | { readonly why: "may-come"; readonly until: number }
  /** Open cases that nothing else opens */
  | { readonly why: "open-cases"; readonly cases: number }
  /** Identities were sealed to it, and nothing else opens them */
  | { readonly why: "identities" };

export type Tidied = { readonly destroyed: number; readonly kept: readonly Kept[] };

/**
 * Destroys the older keys that nothing needs any more: no report can come that is sealed to them, and every open case opens
 * without. What has ended is opened by the own record of it. Throws ApiError, Refusal.
 *
 * @param onCase called with how many open cases there are, and how many were looked at
 */
export async function destroyOldKeys(
  member: Member,
  onCase: (of: number, done: number) => void,
  signal: AbortSignal,
): Promise<Tidied> {
  await member.directories.refresh();
  const own = ownEntry(member);
  const old = oldKeys(member, own);
  if (old.length === 0) return { destroyed: 0, kept: [] };
  const history = await member.directories.since(1);
  const { now } = member.directories;
  const kept: Kept[] = [];
  const idle = old.filter((pair) => {
    const listings = listingsOf(history, member.id, pair.publicKey);
    // Made here for a role that the roots may be signing just now: no directory has listed it yet.
    if (own.sealingKey === null && listings.length === 0) return false;
    const why = whyKept(listings, now);
    if (why !== undefined) kept.push(why);
    return why === undefined;
  });
  if (idle.length === 0) return { destroyed: 0, kept };
  const open = isCaseworker(own.roles) ? await openCases(member) : [];
  const needed = new Map<(typeof idle)[number], number>();
  for (const [done, { handle }] of open.entries()) {
    if (signal.aborted) return { destroyed: 0, kept };
    onCase(open.length, done);
    for (const pair of await neededFor(member, handle, idle)) needed.set(pair, (needed.get(pair) ?? 0) + 1);
  }
  kept.push(...[...needed.values()].map((cases) => ({ why: "open-cases", cases }) as const));
  const gone = idle.filter((pair) => !needed.has(pair));
  if (gone.length > 0) await destroy(member, gone);
  return { destroyed: gone.length, kept };
}

/** What nobody has opened yet gets its own record now; where that is damaged, lost or behind, the keys are all that opens it. */
async function openCases(member: Member): Promise<ListedCase[]> {
  await findNewCases(member);
  // What the member has declared is sealed to the key of today.
  await ownInterests(member);
  // Without a record that opens, or with one that is behind, the keys are needed although the case has ended.
  return (await allCases(member)).filter(
    ({ state, summary, stale }) => summary === undefined || stale || !isIn("ended", state),
  );
}

function listingsOf(history: readonly Directory[], id: string, key: Uint8Array) {
  return history.flatMap((directory) => {
    const entry = directory.members.get(id);
    return entry?.sealingKey && sameBytes(entry.sealingKey, key) ? [{ directory, entry }] : [];
  });
}

function whyKept(listings: ReturnType<typeof listingsOf>, now: number): Kept | undefined {
  if (listings.some(({ entry }) => mayGuard(entry.roles))) return { why: "identities" };
  const until = Math.max(0, ...listings.map(({ directory }) => directory.expires)) + CARRIED_DAYS * DAY_MS;
  return listings.length > 0 && now <= until ? { why: "may-come", until } : undefined;
}

async function destroy(member: Member, gone: Member["sealing"]): Promise<void> {
  const isGone = (publicKey: Uint8Array) => gone.some((pair) => sameBytes(pair.publicKey, publicKey));
  await changeSeeds(member, (seeds) => seeds.filter(({ seed }) => !isGone(deriveSealingKeyPair(seed).publicKey)));
  for (const pair of gone) {
    pair.secretKey.fill(0);
    member.sealing.splice(member.sealing.indexOf(pair), 1);
  }
}
