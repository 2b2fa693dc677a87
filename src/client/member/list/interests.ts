/**
 * What members declare of their own interests: written for oneself and the leads, read and believed only as signed
 * (docs/protocol.md, "Declared interests").
 */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { inspectDeclaration } from "../../../crypto/declaration.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { openDeclaration, sealDeclaration } from "../../../crypto/secret/declaration.ts";
import { encodeJson, readJson } from "../../../protocol/encoding/canonical-json.ts";
import {
  DECLARED,
  type Interest,
  type InterestMatch,
  type ReadInterest,
  matchInterests,
  writableInterest,
} from "../../../protocol/documents/declared-interests.ts";
import type { Directory } from "../../../protocol/directory/directory.ts";
import { INTEREST_KINDS } from "../../../protocol/rules/interests.ts";
import type { RecordContent } from "../../../protocol/records.ts";
import { isValidAt } from "../../../protocol/directory/validity.ts";
import { putUntilAnswered } from "../../case/prepared-message.ts";
import type { OpenedCase } from "../../casework/opened-case.ts";
import { ApiError, callBytes } from "../../line/http.ts";
import { Refusal } from "../../refusal.ts";
import { WRAPS_AT_ONCE, forEachAtOnce } from "./cases.ts";
import { knownTo, nameOf, remember } from "./known-heads.ts";
import type { Member } from "../entry/sign-in.ts";

export type InterestsAlarm =
  /** What the server shows was not signed by the member, or not sealed for who reads it. */
  | "altered"
  /** An older version than this member has read before, or none any more. */
  | "older";

export type Declared = {
  readonly memberId: string;
  /** 0 where nothing was declared */
  readonly version: number;
  readonly interests: readonly ReadInterest[];
  /** Ids of the leads who can read it */
  readonly sealedTo: readonly string[];
  /** Whether the own key of today opens it */
  readonly isSealedToOwn: boolean;
  /** What is shown is then the newest that was believed in this session, or what there is; the version is the highest that is known */
  readonly alarm: InterestsAlarm | undefined;
};

/**
 * One session knows what it has seen: by member who reads, and then by whose it is. How new it was is remembered beyond
 * it, with what is known of heads.
 */
const seen = new WeakMap<Member, Map<string, Declared>>();

function seenBy(member: Member): Map<string, Declared> {
  const known = seen.get(member) ?? new Map<string, Declared>();
  seen.set(member, known);
  return known;
}

/** What this session has seen of the member's own, without asking. */
function knownInterests(member: Member): Declared | undefined {
  return seenBy(member).get(member.id);
}

/** Those of the member, or of somebody whom the member leads. Throws ApiError. */
export async function readInterests(member: Member, of = member.id): Promise<Declared> {
  const known = seenBy(member).get(of);
  const nothing: Declared = {
    memberId: of,
    version: 0,
    interests: [],
    sealedTo: [],
    isSealedToOwn: true,
    alarm: undefined,
  };
  const sealed = await callBytes(member.connection, "interests", { params: { memberId: of } });
  const heads = await knownTo(member);
  const highest = Math.max(known?.version ?? 0, heads.declared.get(nameOf(of)) ?? 0);
  try {
    const found = sealed.length === 0 ? nothing : await open(member, of, sealed);
    if (found.version < highest) {
      const older: Declared = { ...(known ?? found), version: highest, alarm: "older" };
      if (known === undefined) seenBy(member).set(of, older);
      return older;
    }
    await believe(member, found);
    return found;
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    // What is written next is newer than what lies there, whatever that is.
    return { ...(known ?? nothing), version: Math.max(highest, versionOf(sealed)), alarm: "altered" };
  }
}

async function believe(member: Member, declared: Declared): Promise<void> {
  seenBy(member).set(declared.memberId, declared);
  const heads = await knownTo(member);
  const name = nameOf(declared.memberId);
  if (declared.version === (heads.declared.get(name) ?? 0)) return;
  heads.declared.set(name, declared.version);
  heads.isSaved = false;
  await remember(member, heads);
}

function versionOf(sealed: Uint8Array): number {
  try {
    return inspectDeclaration(sealed).version;
  } catch {
    return 0;
  }
}

async function open(member: Member, of: string, sealed: Uint8Array): Promise<Declared> {
  const declaration = inspectDeclaration(sealed);
  const { memberId, version, directoryVersion, directoryHash } = declaration;
  if (!sameBytes(memberId, fromHex(of))) throw new CryptoError("altered");
  const then = await member.directories.at(directoryVersion, directoryHash);
  const author = then?.members.get(of);
  if (then === undefined || author === undefined) throw new CryptoError("altered");
  const content = openDeclaration(declaration, member.sealing, author.signingKey);
  const { known } = readJson(DECLARED.read, content);
  const { current } = member.directories;
  // Who has another key since will lose the one that it was sealed to.
  const hasKept = (id: string) => sealingKeyOf(then, id) === sealingKeyOf(current, id);
  const sealedTo = hasKept(of) ? known.sealedTo.filter(hasKept) : [];
  return { memberId: of, version, ...known, sealedTo, isSealedToOwn: hasKept(of), alarm: undefined };
}

/** Of the member's own interests those that a report names and about which this member has written nothing. */
export type Touched = { readonly matches: readonly InterestMatch[]; readonly alarm: InterestsAlarm | undefined };

type Opened = Pick<OpenedCase<unknown>, "answers" | "casework">;

/** By what this session knows, unless something newer is said. */
export function touchedBy(
  member: Member,
  { answers, casework }: Opened,
  own: Pick<Declared, "interests" | "alarm"> = knownInterests(member) ?? { interests: [], alarm: undefined },
): Touched {
  const told = casework.interests.filter(({ author }) => author === member.id);
  const matches = matchInterests(own.interests, answers).filter(
    ({ interest }) => !told.some(({ record }) => record.interest === interest.id),
  );
  return { matches, alarm: own.alarm };
}

/** What the list says of a case because of who this member is. */
export function aboutMember(member: Member, opened: Opened): { readonly touches: boolean; readonly leads: boolean } {
  return {
    touches: touchedBy(member, opened).matches.length > 0,
    leads: isLead(member.id, member.directories.current),
  };
}

/** Asked for with the first case of a session. Throws ApiError. */
export async function recallInterests(member: Member): Promise<Declared> {
  return knownInterests(member) ?? ownInterests(member);
}

/** Whoever goes on all the same says why, once for each; the unit and the person stay in the register. Throws ApiError, Refusal. */
export function interestRecords({ matches }: Touched, reason: string): RecordContent[] {
  return matches.map(({ interest: { id, kind } }) => ({
    kind: "interest",
    interest: id,
    // A kind of a later version is written down as another one.
    of: INTEREST_KINDS.find((one) => one === kind) ?? "other",
    reason,
  }));
}

/** The leads of the channels that the member serves, valid on this day, the member not among them. */
function leadsOf({ id, directories: { current, now } }: Member): string[] {
  const colleagues = [...current.channels.values()].flatMap(({ recipients }) =>
    recipients.includes(id) ? recipients : [],
  );
  return [...new Set(colleagues)]
    .filter((one) => one !== id && isLead(one, current))
    .filter((one) => isValidAt(current.members.get(one), now))
    .toSorted();
}

function sealingKeyOf({ members }: Directory, id: string): string {
  const key = members.get(id)?.sealingKey;
  return key ? hex(key) : "";
}

function isLead(id: string, { members }: Member["directories"]["current"]): boolean {
  return members.get(id)?.roles.includes("lead") === true;
}

/**
 * Replaces what the member has declared. Throws Refusal `changed` where another device was quicker, CryptoError
 * `too-long`, `malformed`; ApiError.
 */
export async function declareInterests(member: Member, interests: readonly Interest[]): Promise<Declared> {
  const { version } = await readInterests(member);
  return declare(member, interests, version + 1);
}

async function declare(member: Member, interests: readonly Interest[], version: number): Promise<Declared> {
  const { id, signing, sealing, directories, connection } = member;
  const { current } = directories;
  const sealedTo = leadsOf(member);
  const own = sealing[0]?.publicKey;
  const body = sealDeclaration({
    memberId: fromHex(id),
    version,
    directoryVersion: current.version,
    directoryHash: current.hash,
    content: encodeJson(DECLARED.written, { interests, sealedTo }),
    signing,
    readers: [own, ...sealedTo.map((one) => current.members.get(one)?.sealingKey)].flatMap((key) => key ?? []),
  });
  try {
    await putUntilAnswered((signal) => callBytes(connection, "putInterests", { body, signal }));
  } catch (error) {
    if (error instanceof ApiError && error.code === "conflict") throw new Refusal("changed");
    throw error;
  }
  const declared: Declared = { memberId: id, version, interests, sealedTo, isSealedToOwn: true, alarm: undefined };
  await believe(member, declared);
  return declared;
}

/** What the leads whom the member has today cannot read is sealed to them; nobody else may be added. */
export async function ownInterests(member: Member): Promise<Declared> {
  const found = await readInterests(member);
  const writable = found.interests.flatMap((one) => writableInterest(one) ?? []);
  const isWhole = writable.length === found.interests.length && found.alarm === undefined && found.version > 0;
  if (!isWhole || (found.isSealedToOwn && hasAll(found.sealedTo, leadsOf(member)))) return found;
  return declare(member, writable, found.version + 1);
}

function hasAll(sealedTo: readonly string[], leads: readonly string[]): boolean {
  return sealedTo.join() === leads.join();
}

/** The register of a lead: what each declared with whom the lead shares a channel, the lead among them. By id. */
export async function readRegister(member: Member): Promise<Declared[]> {
  const { current, now } = member.directories;
  if (!isLead(member.id, current)) return [await readInterests(member)];
  const led = [...current.channels.values()].flatMap(({ recipients }) =>
    recipients.includes(member.id) ? recipients : [],
  );
  const found: Declared[] = [];
  const ids = [...new Set(led)].filter((id) => isValidAt(current.members.get(id), now));
  await forEachAtOnce(ids, WRAPS_AT_ONCE, async (id) => void found.push(await readInterests(member, id)));
  return found.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
}
