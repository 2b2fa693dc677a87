/** Passes over all cases for a page: a colleague who has left is taken out, or one who is back is given them. */
import { type ListedCase, allCases, findNewCases } from "../../../../client/member/list/cases.ts";
import type { Member } from "../../../../client/member/entry/sign-in.ts";
import { type Passed, giveAllBack, leaversOf, lookAtAll, takeOutOfAll } from "../../../../client/office/leaving.ts";
import { openedRow } from "./case-views.ts";
import type { LeaversView, PassAsk } from "../messages/leaving.ts";
import { failureOf } from "./failures.ts";
import type { PassedView, VaultCalls } from "../messages/vault.ts";

export async function readLeavers({ directories }: Member): Promise<LeaversView> {
  // Stewards may have suspended somebody since this member came in.
  await directories.refresh();
  const leavers = leaversOf(directories.current).map(({ id, names, roles, removedIn }) => ({
    id,
    names,
    roles,
    removedIn: removedIn ?? undefined,
  }));
  const came = [...directories.current.members.values()].flatMap(({ id, replaces }) =>
    replaces === undefined ? [] : [[id, replaces] as const],
  );
  return { version: directories.current.version, leavers, formerly: Object.fromEntries(came) };
}

/** @param listed the case id under which the list showed a handle first (attack 62) */
export async function passOver(
  member: Member,
  asked: PassAsk,
  { signal, tell }: { signal: AbortSignal; tell: (told: VaultCalls["passOver"]["progress"]) => void },
  listed: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await member.directories.refresh();
  // What nobody has opened yet may be sealed to them too.
  await findNewCases(member);
  const cases = (await allCases(member)).map(({ handle, caseId }) => ({
    handle,
    caseId: listed.get(handle) ?? caseId,
  }));
  tell({ of: cases.length, passed: undefined });
  for await (const passed of passing(member, cases, asked, signal)) tell({ of: cases.length, passed: viewOf(passed) });
}

type Cases = readonly Pick<ListedCase, "handle" | "caseId">[];

function passing(member: Member, cases: Cases, asked: PassAsk, signal: AbortSignal): AsyncGenerator<Passed> {
  if (asked.is === "leave") return takeOutOfAll(member, cases, asked, signal);
  return asked.is === "give" ? giveAllBack(member, cases, asked, signal) : lookAtAll(member, cases, asked, signal);
}

function viewOf({ error, opened, ...passed }: Passed): PassedView {
  return {
    ...passed,
    failure: error === undefined ? undefined : failureOf(error),
    row: opened && openedRow(opened),
  };
}
