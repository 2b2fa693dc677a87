/**
 * Somebody has left the office, or is back with new keys: the cases of a colleague's list, one after the other. What fails
 * for one stops none of the others; what is done already is passed over, so that a pass may be stopped and begun again.
 */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { fingerprintOf, registerNumberOf } from "../../crypto/identity.ts";
import { isIn } from "../../protocol/rules/casework.ts";
import type { Directory, Member as Entry } from "../../protocol/directory/directory.ts";
import type { Readers } from "../casework/readers.ts";
import { ApiError } from "../line/http.ts";
import type { ListedCase } from "../member/list/cases.ts";
import { recallInterests } from "../member/list/interests.ts";
import { openQuietly } from "../member/case/listed-work.ts";
import type { MemberCase } from "../member/case/member-case.ts";
import type { Member } from "../member/entry/sign-in.ts";
import { Refusal } from "../refusal.ts";

/** Of a case that somebody could read: what is said of it where it is not to say anything of what it says. */
export type KnownCase = {
  readonly registerNumber: string;
  readonly state: string;
  /** Days; `until` is that of the removal, undefined while they still have its keys */
  readonly arrivedOn: string;
  readonly since: string;
  readonly until: string | undefined;
  /** Whether there are files, or may be in what was not looked at */
  readonly files: boolean;
  /** Messages that the reporter wrote after the removal without knowing of it: they open for who was taken out */
  readonly exposed: number;
};

/** `not-theirs`: they never read it; `interest`: they were taken out of it for one, and are not given it back. */
type Did = "done" | "already" | "ended" | "not-theirs" | "interest" | "failed";

export type Passed = {
  readonly handle: string;
  readonly registerNumber: string;
  readonly did: Did;
  /** Why it failed */
  readonly error: unknown;
  /** As it stands now, where it could be opened */
  readonly opened: MemberCase | undefined;
  readonly known: KnownCase | undefined;
};

type Listed = Pick<ListedCase, "handle" | "caseId">;
type Step = (file: MemberCase, openAnew: () => Promise<MemberCase>) => Promise<Exclude<Did, "failed">>;

/** Who can read a case no more by the directory, and may still have keys: suspended, or removed. */
export function leaversOf({ members }: Pick<Directory, "members">): Entry[] {
  return [...members.values()].filter((one) => one.sealingKey !== null && hasLeft(one));
}

function hasLeft({ isSuspended, removedIn }: Entry): boolean {
  return isSuspended || removedIn !== null;
}

/**
 * Takes a member who has left out of all open cases of the list: new keys for each, which that member does not get.
 * Throws Refusal `reason-needed`, and `changed` for whom the directory still has.
 */
export async function* takeOutOfAll(
  member: Member,
  cases: readonly Listed[],
  { who, reason }: { readonly who: string; readonly reason: string },
  signal: AbortSignal,
): AsyncGenerator<Passed> {
  const leaver = member.directories.current.members.get(who);
  if (leaver === undefined || !hasLeft(leaver)) throw new Refusal("changed");
  if (reason.trim() === "") throw new Refusal("reason-needed");
  yield* pass(member, cases, who, signal, async (file) => {
    const standing = standingOf(file, who);
    if (standing === "done") await file.remove([who], reason);
    return standing;
  });
}

/** Looks up what a member could know, and changes nothing: `already` taken out, `ended`, or `done` with who still has the keys. */
export async function* lookAtAll(
  member: Member,
  cases: readonly Listed[],
  { who }: { readonly who: string },
  signal: AbortSignal,
): AsyncGenerator<Passed> {
  yield* pass(member, cases, who, signal, async (file) => standingOf(file, who));
}

/** `done` for an open case of which they still have the keys. */
function standingOf({ opened }: MemberCase, who: string): Exclude<Did, "failed"> {
  const { readers } = opened.casework;
  if (!everRead(readers, who)) return "not-theirs";
  if (!readers.now.includes(who)) return "already";
  return isIn("ended", opened.state) ? "ended" : "done";
}

/**
 * Gives the open cases, and with `ended` all others, to a member who is back with new keys, also under another id:
 * `formerly`. Only what they read before; not what they were taken out of for an interest. Throws Refusal `reason-needed`.
 */
export async function* giveAllBack(
  member: Member,
  cases: readonly Listed[],
  { who, formerly = who, reason, cut = false, ended = false }: ToGive,
  signal: AbortSignal,
): AsyncGenerator<Passed> {
  if (reason.trim() === "") throw new Refusal("reason-needed");
  yield* pass(member, cases, who, signal, async ({ opened, grant, remove }, openAnew) => {
    const { readers } = opened.casework;
    if (!everRead(readers, formerly)) return "not-theirs";
    if (wasTakenOut(readers, formerly)) return "interest";
    const isEnded = isIn("ended", opened.state);
    if (isEnded && !ended) return "ended";
    if (await holdsKeys(member, opened, who)) return "already";
    // Where nothing is written any more there is nothing to keep from the keys of before.
    if (!cut || isEnded || !readers.now.includes(who)) {
      await grant(who, reason);
      return "done";
    }
    // The keys from before open nothing that is written from here on. Broken off in between, the next pass gives it back.
    await remove([who], reason);
    await (await openAnew()).grant(who, reason);
    return "done";
  });
}

type ToGive = {
  readonly who: string;
  readonly formerly?: string;
  readonly reason: string;
  /** Whether others may have the keys from before: then the case gets new ones first */
  readonly cut?: boolean;
  /** Closed and archived cases too: who is listed with another signing key has lost the own records of those as well */
  readonly ended?: boolean;
};

async function* pass(
  member: Member,
  cases: readonly Listed[],
  who: string,
  signal: AbortSignal,
  step: Step,
): AsyncGenerator<Passed> {
  // What the list will say of each case names own interests too.
  if (cases.length > 0) await recallInterests(member);
  for (const listed of cases) {
    if (signal.aborted) return;
    yield await passOne(member, listed, who, step);
  }
}

/** Somebody who wrote first is read, and it is judged anew: once, then it is told. */
const ATTEMPTS = 2;

async function passOne(member: Member, listed: Listed, who: string, step: Step): Promise<Passed> {
  const { handle, caseId } = listed;
  const common = { handle, registerNumber: registerNumberOf(caseId) };
  let opened: MemberCase | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      opened = await openQuietly(member, listed);
      const did = await step(opened, () => openQuietly(member, listed));
      if (did === "done") opened = await openQuietly(member, listed);
      return { ...common, did, error: undefined, opened, known: knownOf(opened, who) };
    } catch (error) {
      const wasQuicker = error instanceof ApiError && error.code === "conflict";
      if (wasQuicker && attempt < ATTEMPTS) continue;
      return { ...common, did: "failed", error, opened, known: opened && knownOf(opened, who) };
    }
  }
}

function everRead({ first, changes }: Readers, id: string): boolean {
  return (
    first.includes(id) ||
    changes.some(({ kind, valid, members }) => kind !== "removal" && valid && members.includes(id))
  );
}

function knownOf({ registerNumber, item, opened }: MemberCase, who: string): KnownCase | undefined {
  const { readers } = opened.casework;
  if (!everRead(readers, who)) return undefined;
  const own = readers.changes.filter(({ valid, members }) => valid && members.includes(who));
  const granted = own.find(({ kind }) => kind !== "removal");
  const removed = own.findLast(({ kind }) => kind === "removal");
  return {
    registerNumber,
    state: opened.state,
    arrivedOn: item.arrivedOn,
    since: readers.first.includes(who) ? item.arrivedOn : (granted?.on ?? item.arrivedOn),
    until: readers.now.includes(who) ? undefined : removed?.on,
    files:
      opened.announced.length > 0 ||
      opened.earlier > 0 ||
      opened.conversation.some(({ message }) => message?.kind === "files"),
    exposed: readers.exposed.filter(({ to }) => to.includes(who)).length,
  };
}

/** For an interest: such a member is not given it back by the way. */
export function wasTakenOut({ changes }: Readers, id: string): boolean {
  const last = changes.findLast(({ valid, members }) => valid && members.includes(id));
  return last?.kind === "removal" && last.interest !== null;
}

/** Whether the member's key of today opens it: the report was sealed to that very key, or a colleague has given it since. */
export async function holdsKeys(
  { directories }: Pick<Member, "directories">,
  opened: MemberCase["opened"],
  id: string,
): Promise<boolean> {
  const { readers } = opened.casework;
  const key = directories.current.members.get(id)?.sealingKey ?? undefined;
  if (key === undefined || !readers.now.includes(id)) return false;
  const fingerprint = hex(fingerprintOf(key));
  if (readers.changes.some(({ valid, givenTo, members }) => valid && givenTo === fingerprint && members.includes(id)))
    return true;
  const { directoryVersion, directoryHash } = opened.sealedUnder;
  const under = await directories.at(directoryVersion, fromHex(directoryHash));
  const then = under?.members.get(id)?.sealingKey ?? undefined;
  return readers.first.includes(id) && then !== undefined && sameBytes(then, key);
}
