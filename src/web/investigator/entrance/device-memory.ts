/**
 * What this device remembers in plain, and beside what the search and the named views keep sealed all of it: the newest directory accepted here, so that a server cannot go
 * back behind it, not even together with the vault that it holds (attack 83), and the head of the audit trail likewise (attack 52). Nothing about cases or members, but the random names of passkeys that open a vault here.
 */
import type { SeenLog } from "../../../crypto/secret/vault.ts";
import type { KeptJoiner } from "../../../client/office/joining.ts";
import type { RootsFile } from "../../shared/delivery.ts";
import { VaultError } from "../vault/vault-client.ts";
import type { RememberedDirectory } from "../vault/messages/vault.ts";

/** Storage is each origin's own. Other roots under one address are another organisation: a demonstration made anew. */
function keyOf(roots: RootsFile): string {
  return `segel/directory/${roots.keys.toSorted().join(",")}`;
}

/** Undefined on a new device. Throws VaultError `memory-unreadable`: to forget in silence is what an attacker would want. */
export function recallDirectory(roots: RootsFile): RememberedDirectory | undefined {
  const text = read(keyOf(roots));
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isRemembered(value)) return value;
  } catch {
    // Said below, like any other content that is not ours.
  }
  throw new VaultError({ kind: "page", code: "memory-unreadable" });
}

export function rememberDirectory(roots: RootsFile, memberId: string, remembered: RememberedDirectory): void {
  const { directoryVersion, directoryHash, statement, log } = remembered;
  try {
    const members = { ...recallDirectory(roots)?.members, [memberId]: directoryVersion };
    localStorage.setItem(keyOf(roots), JSON.stringify({ directoryVersion, directoryHash, statement, log, members }));
  } catch {
    // A browser that keeps nothing, or is full: the next sign-in says that it is the first here.
  }
}

/** In the place of a trail that was seen before: a member has accepted it, and is not asked again on this device. */
export function rememberTrail(roots: RootsFile, log: SeenLog): void {
  const before = recallDirectory(roots);
  try {
    if (before !== undefined) localStorage.setItem(keyOf(roots), JSON.stringify({ ...before, log }));
  } catch {
    // As above.
  }
}

export function forgetDirectory(roots: RootsFile): void {
  localStorage.removeItem(keyOf(roots));
}

const passkeysOf = (roots: RootsFile): string => `segel/passkeys/${roots.keys.toSorted().join(",")}`;

/** Names of passkeys that open a vault here, whosever; none where nothing is remembered. They open nothing by themselves. */
export function recallPasskeys(roots: RootsFile): readonly string[] {
  try {
    const value: unknown = JSON.parse(read(passkeysOf(roots)) ?? "[]");
    const names = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return names.filter((name): name is string => typeof name === "string" && /^[\w-]{1,1400}$/u.test(name));
  } catch {
    return [];
  }
}

export function rememberPasskeys(roots: RootsFile, names: readonly string[]): void {
  try {
    if (names.length === 0) localStorage.removeItem(passkeysOf(roots));
    else localStorage.setItem(passkeysOf(roots), JSON.stringify(names));
  } catch {
    // A browser that keeps nothing: the six words open as before.
  }
}

const JOINERS = "segel/joiners/";
/** Without roots of who joined before there was an office: their directory brings its roots with it. */
const joinersOf = (roots: RootsFile | undefined): string =>
  `${JOINERS}${roots === undefined ? "founding" : roots.keys.toSorted().join(",")}`;

/** Who made keys here and waits for a directory that lists them: sealed under their six words. */
export function recallJoiners(roots: RootsFile): readonly KeptJoiner[] {
  // Keys that wait outlive the root set under which they were made: the pages are built anew when it is replaced.
  const others = storedKeys().filter((key) => key.startsWith(JOINERS) && key !== joinersOf(roots));
  const all = [joinersOf(roots), ...others].flatMap(joinersAt);
  return all.filter((one, at) => all.findIndex(({ keyWrap }) => keyWrap === one.keyWrap) === at);
}

/** Who joined here while the office is being founded. */
export function recallFounder(memberId: string): KeptJoiner | undefined {
  return joinersAt(joinersOf(undefined)).find((one) => one.memberId === memberId);
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function joinersAt(key: string): KeptJoiner[] {
  try {
    const value: unknown = JSON.parse(read(key) ?? "[]");
    return Array.isArray(value) ? value.filter(isKeptJoiner) : [];
  } catch {
    return [];
  }
}

/**
 * Beside those that wait already, also of the same member: what was taken back may be with the roots, who sign it all the
 * same. Throws VaultError `not-saved`: without them the entry would be nobody's.
 */
export function rememberJoiner(roots: RootsFile | undefined, joiner: KeptJoiner): void {
  try {
    localStorage.setItem(joinersOf(roots), JSON.stringify([...joinersAt(joinersOf(roots)), joiner]));
  } catch {
    throw new VaultError({ kind: "page", code: "not-saved" });
  }
}

/** Whoever is signed in has the vault at the server; keys that are to replace the ones of today go on waiting. */
export function forgetJoiner(memberId: string, signingKey: string): void {
  for (const key of storedKeys().filter((one) => one.startsWith(JOINERS))) {
    const all = joinersAt(key);
    const left = all.filter((one) => one.memberId !== memberId || one.formerKey === signingKey);
    if (left.length === all.length) continue;
    if (left.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(left));
  }
}

const JOINER_TEXTS = ["memberId", "name", "salt", "keyWrap", "keys"];
const JOINER_NUMBERS = ["memoryKiB", "passes"];

function isKeptJoiner(value: unknown): value is KeptJoiner {
  if (typeof value !== "object" || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return (
    JOINER_TEXTS.every((key) => typeof record[key] === "string") &&
    ["string", "undefined"].includes(typeof record["formerKey"]) &&
    JOINER_NUMBERS.every((key) => Number.isSafeInteger(record[key]))
  );
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function isRemembered(value: unknown): value is RememberedDirectory {
  if (typeof value !== "object" || value === null) return false;
  const { directoryVersion, directoryHash, statement, log, members } = value as Readonly<Record<string, unknown>>;
  return (
    isNamed(directoryVersion, directoryHash) &&
    (statement === undefined || isStatement(statement)) &&
    (log === undefined || isSeenLog(log)) &&
    (members === undefined || areVersions(members))
  );
}

function areVersions(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(Number.isSafeInteger);
}

function isStatement(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { sequence, hash } = value as Readonly<Record<string, unknown>>;
  return isNamed(sequence, hash);
}

function isSeenLog(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { size, root, key } = value as Readonly<Record<string, unknown>>;
  return isNamed(size, root) && isNamed(size, key);
}

function isNamed(number: unknown, hash: unknown): boolean {
  return Number.isSafeInteger(number) && typeof hash === "string" && /^[0-9a-f]{64}$/u.test(hash);
}
