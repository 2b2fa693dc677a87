/**
 * Everybody is lost, and one member who is back holds the recovery key for one pass: each case with a slot for it is
 * opened, entered by a record that every reader sees, and given to those who read its channel now. What fails for one case
 * stops no other; what is done is passed over, so that a pass may be stopped and begun again.
 */
import { hex } from "../../crypto/bytes.ts";
import { unlessRefused } from "../../crypto/errors.ts";
import { fingerprintOf, registerNumberOf } from "../../crypto/identity.ts";
import { type SealingKeyPair, deriveSealingKeyPair, sign } from "../../crypto/secret/keys.ts";
import { openHead } from "../../crypto/secret/open.ts";
import { deriveAttestationKeyPair } from "../../crypto/secret/recovery.ts";
import { deriveAccessKeyPair } from "../../crypto/secret/seal.ts";
import { wipe } from "../../crypto/sodium.ts";
import { handleText } from "../../protocol/frames.ts";
import { isIn } from "../../protocol/rules/casework.ts";
import { isActive } from "../../protocol/directory/directory.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import { type RecoveryCall, type Parts, seedOf } from "../ceremony/recovery-call.ts";
import { attest, makeChallenge } from "../ceremony/rehearsal.ts";
import { mayBeGiven } from "../casework/readers.ts";
import { ofKind } from "../casework/recorded.ts";
import { type ToProve, proveAccess } from "../member/list/access.ts";
import type { Recovering } from "../member/case/case-readers.ts";
import { type ListedCase, allCases, allHeads } from "../member/list/cases.ts";
import { recallInterests } from "../member/list/interests.ts";
import { openQuietly } from "../member/case/listed-work.ts";
import type { MemberCase } from "../member/case/member-case.ts";
import type { Member } from "../member/entry/sign-in.ts";
import { catchUp } from "../member/list/waiting.ts";
import { Refusal } from "../refusal.ts";
import { holdsKeys, wasTakenOut } from "./leaving.ts";
import { putAttested } from "./recovery-records.ts";

/** Why somebody who reads the channel now was not given a case. */
export type NotGiven = {
  readonly id: string;
  /** `interest`: taken out of it for one before; `linked`: must not read a case that this one names; `failed`: see `error` */
  readonly why: "interest" | "linked" | "failed";
  readonly error: unknown;
};

export type Recovered = {
  readonly handle: string;
  readonly registerNumber: string;
  /**
   * `kept`: its reporter kept somebody out who is not in the directory any more and may be back under another name, so it
   * is given by hand; `beyond`: it opens, and its keys changed under another recovery key since; `not-theirs`: it was
   * never lost.
   */
  readonly did: "done" | "already" | "kept" | "beyond" | "not-theirs" | "failed";
  /** Ids of those who read it from now on */
  readonly given: readonly string[];
  readonly notGiven: readonly NotGiven[];
  /** Ids of those whom the reporter kept out, where that is why it was not given */
  readonly keptOut: readonly string[];
  readonly error: unknown;
  readonly opened: MemberCase | undefined;
};

export type RecoveryTold =
  | { readonly heads: number }
  /** `unopened`: heads without a slot for this key: of other channels, of earlier keys, and those that are none */
  | { readonly of: number; readonly unopened: number }
  | { readonly recovered: Recovered };

/**
 * The whole pass. The seed lives no longer than this runs, and is never stored. Throws CeremonyError as `recoverSeed`
 * before anything is opened, Refusal `reason-needed`, ApiError where the server cannot be told that it begins.
 */
export async function* recoverAll(
  member: Member,
  call: RecoveryCall,
  parts: Parts,
  { reason, today }: { readonly reason: string; readonly today: string },
  signal: AbortSignal,
): AsyncGenerator<RecoveryTold> {
  if (reason.trim() === "") throw new Refusal("reason-needed");
  const seed = await seedOf(parts, call);
  const [keys, attestation] = [deriveSealingKeyPair(seed), deriveAttestationKeyPair(seed)];
  const recoveryKey = hex(fingerprintOf(keys.publicKey));
  const { current } = member.directories;
  try {
    const said = attest("opened", makeChallenge(call.recovery, today), seed);
    wipe(seed);
    // Everybody knows before the first case is opened. Of an earlier key the cases alone tell.
    if (current.recovery?.publicKey === call.recovery.publicKey) await putAttested(member, said);
    yield* pass(member, keys, { reason, recoveryKey, attest: (input) => sign(attestation, input) }, signal);
  } finally {
    wipe(seed, keys.secretKey, attestation.secretKey);
  }
}

async function* pass(
  member: Member,
  keys: SealingKeyPair,
  entering: Recovering,
  signal: AbortSignal,
): AsyncGenerator<RecoveryTold> {
  const found = yield* findCases(member, keys, signal);
  await recallInterests(member);
  const listed = inOrder(await allCases(member));
  yield { of: listed.length + found.beyond.length, unopened: found.unopened };
  for (const one of found.beyond) yield { recovered: { ...nothing(one), did: "beyond" } };
  const linked: Linked[] = [];
  /** Who reads each case from now on; by case id */
  const readers = new Map<string, readonly string[]>();
  for (const one of listed) {
    if (signal.aborted) return;
    const recovered = await recoverOne(member, one, keys, entering);
    const { opened, did } = recovered;
    if (opened !== undefined) readers.set(hex(one.caseId), opened.opened.casework.readers.now);
    if (opened !== undefined && (did === "done" || did === "already"))
      linked.push(...(await linkedOf(member, one, opened)));
    yield { recovered };
  }
  const isTogether = mayBeTogether(linked, readers);
  for (const one of linked) {
    if (signal.aborted) return;
    yield { recovered: await giveLinked(member, one, entering, isTogether) };
  }
}

type Found = { readonly beyond: readonly Listed[]; readonly unopened: number };

/** Heads that nobody of now has opened: those with a slot for the recovery key are proved, up to the newest epoch. */
async function* findCases(
  member: Member,
  keys: SealingKeyPair,
  signal: AbortSignal,
): AsyncGenerator<RecoveryTold, Found> {
  const opened = new Map<string, ToProve>();
  const proved = new Set<string>();
  let [tried, unopened] = [0, 0];
  for await (const heads of allHeads(member)) {
    if (signal.aborted) break;
    const here: ToProve[] = [];
    for (const { handle: bytes, head } of heads) {
      const handle = handleText(bytes);
      tried++;
      const found = unlessRefused(() => openHead(head, { kind: "report" }, [keys]));
      if (found === undefined) unopened++;
      else {
        const { caseId } = found.head.prefix;
        here.push({ handle, caseId, epoch: 0, keys: deriveAccessKeyPair(found.contentKey) });
      }
    }
    const now = await proveAccess(member, here);
    for (const one of here) opened.set(one.handle, one);
    for (const handle of now) proved.add(handle);
    yield { heads: tried };
  }
  // Those whose keys have changed since: their newest epoch has a slot for the recovery key too.
  for (const handle of (await catchUp(member, [...member.sealing, keys])).proved) proved.add(handle);
  return { beyond: [...opened.values()].filter(({ handle }) => !proved.has(handle)), unopened };
}

/** Open cases first: somebody waits in those. */
function inOrder(cases: readonly ListedCase[]): ListedCase[] {
  const isEnded = ({ state }: ListedCase) => isIn("ended", state);
  return [...cases.filter((one) => !isEnded(one)), ...cases.filter(isEnded)];
}

function nothing({ handle, caseId }: Listed): Omit<Recovered, "did"> {
  const registerNumber = registerNumberOf(caseId);
  return { handle, registerNumber, given: [], notGiven: [], keptOut: [], error: undefined, opened: undefined };
}

/** Enters a case and gives it to those who read its channel now; what names other cases waits for those. */
async function recoverOne(
  member: Member,
  listed: Listed,
  keys: SealingKeyPair,
  entering: Recovering,
): Promise<Recovered> {
  const common = nothing(listed);
  let file: MemberCase | undefined;
  try {
    file = await openQuietly(member, listed, keys);
    const wasIn = await holdsKeys(member, file.opened, member.id);
    if (!wasIn) {
      await file.enterByRecovery(entering);
      file = await openQuietly(member, listed);
    }
    const { changes } = file.opened.casework.readers;
    if (!changes.some(({ kind, valid }) => kind === "recovery" && valid))
      return { ...common, did: "not-theirs", opened: file };
    const keptOut = file.opened.excluded.filter((id) => !isActive(member.directories.current.members.get(id)));
    if (keptOut.length > 0) return { ...common, did: "kept", keptOut, opened: file };
    const gave =
      namedBy(file).length > 0 ? { ...common, file } : await give(member, listed, file, entering, () => true);
    const did = !wasIn || gave.given.length > 0 ? "done" : "already";
    return { ...common, did, given: gave.given, notGiven: gave.notGiven, opened: gave.file };
  } catch (error) {
    return { ...common, did: "failed", error, opened: file };
  }
}

type Listed = Pick<ListedCase, "handle" | "caseId">;

type Gave = Pick<Recovered, "given" | "notGiven"> & { readonly file: MemberCase };

/** To each who reads the channel now and has no keys of the case yet; each by a record of its own, so the case is read again. */
async function give(
  member: Member,
  listed: Listed,
  file: MemberCase,
  { reason }: Recovering,
  linksLookedAt: (to: string) => boolean,
): Promise<Gave> {
  const [given, notGiven]: [string[], NotGiven[]] = [[], []];
  let now = file;
  for (const to of await wantedFor(member, file)) {
    if (wasTakenOut(now.opened.casework.readers, to)) {
      notGiven.push({ id: to, why: "interest", error: undefined });
      continue;
    }
    try {
      await now.grant(to, reason, linksLookedAt(to));
      given.push(to);
      now = await openQuietly(member, listed);
    } catch (error) {
      const isLinked = error instanceof Refusal && error.code === "linked-case";
      notGiven.push({ id: to, why: isLinked ? "linked" : "failed", error });
    }
  }
  return { given, notGiven, file: now };
}

/** Who reads the channel by the newest directory, whom the reporter did not keep out, and who has no keys of the case. */
async function wantedFor({ id: me, directories }: Member, { item, opened }: MemberCase): Promise<string[]> {
  const { current, now } = directories;
  const recipients = current.channels.get(hex(item.channelId))?.recipients ?? [];
  const wanted: string[] = [];
  for (const id of recipients) {
    const may = mayBeGiven(id, current, opened.excluded) && isValidAt(current.members.get(id), now);
    if (id !== me && may && !(await holdsKeys({ directories }, opened, id))) wanted.push(id);
  }
  return wanted;
}

/** Case ids that a case names, hexadecimal. */
function namedBy({ opened }: MemberCase): string[] {
  return [...new Set(ofKind(opened.records, "link").map(({ record }) => record.case))];
}

/** Of cases that name each other none can be given before the other: they are given together, behind all others. */
type Linked = { readonly listed: Listed; readonly names: readonly string[]; readonly to: readonly string[] };

async function linkedOf(member: Member, listed: Listed, file: MemberCase): Promise<Linked[]> {
  const names = namedBy(file);
  const to = names.length === 0 ? [] : await wantedFor(member, file);
  return to.length === 0 ? [] : [{ listed, names, to }];
}

/** Whether a member reads all cases that a case names, or is about to be given them with it. */
function mayBeTogether(
  linked: readonly Linked[],
  readers: ReadonlyMap<string, readonly string[]>,
): (one: Linked, to: string) => boolean {
  let pairs = linked.flatMap((one) => one.to.map((to) => ({ one, to })));
  const reads = (id: string, to: string) =>
    readers.get(id)?.includes(to) === true ||
    pairs.some((pair) => pair.to === to && hex(pair.one.listed.caseId) === id);
  for (let before = -1; before !== pairs.length;) {
    before = pairs.length;
    pairs = pairs.filter(({ one, to }) => one.names.every((id) => reads(id, to)));
  }
  return (one, to) => pairs.some((pair) => pair.one === one && pair.to === to);
}

async function giveLinked(
  member: Member,
  one: Linked,
  entering: Recovering,
  isTogether: (one: Linked, to: string) => boolean,
): Promise<Recovered> {
  const common = nothing(one.listed);
  try {
    const file = await openQuietly(member, one.listed);
    const gave = await give(member, one.listed, file, entering, (to) => isTogether(one, to));
    const { given, notGiven } = gave;
    return { ...common, did: given.length > 0 ? "done" : "already", given, notGiven, opened: gave.file };
  } catch (error) {
    return { ...common, did: "failed", error };
  }
}
