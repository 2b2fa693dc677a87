/** Which heads there are for a member: the newest by name, and of all others whether they are those that were tried. */
import { fromHex, hex, sameBytes } from "../../../crypto/bytes.ts";
import { parseHeadNames, parseNewHeadNames } from "../../../protocol/frames.ts";
import { callBytes } from "../../line/http.ts";
import { MOST_PAGES, allPages, nextHandle } from "../../line/paging.ts";
import { sha256 } from "../../line/sha256.ts";
import { type Known, nameOf } from "./known-heads.ts";
import type { Member } from "../entry/sign-in.ts";

export type HeadNames = {
  readonly told: readonly Uint8Array[];
  /** Else the others are known, each tried in vain with the keys of now */
  readonly isAll: boolean;
  /** Of those that were tried in vain: how many nobody else has opened either, by the server's word */
  readonly waiting: (known: Known) => number;
};

export const NO_NAMES: HeadNames = { told: [], isAll: true, waiting: () => 0 };

type Asking = Pick<Member, "connection">;

export async function fetchHeadNames(member: Asking, known: Known): Promise<HeadNames> {
  // Altered heads are told by their whole handles, and what older keys tried is to be tried again.
  const isSimple = known.altered.size + known.triedBefore.size === 0;
  return (isSimple ? await fetchNewest(member, known) : undefined) ?? fetchAll(member);
}

/**
 * Undefined where not all that came before are known. A server that lies about it hides a head, as it could by not naming
 * it; that a case which was opened is missing shows in the list of cases.
 */
async function fetchNewest({ connection }: Asking, known: Known): Promise<HeadNames | undefined> {
  const fetch = async (after: string | undefined) =>
    parseNewHeadNames(await callBytes(connection, "newHeadNames", { query: { after } }));
  const told: Uint8Array[] = [];
  let newest: Awaited<ReturnType<typeof fetch>> | undefined;
  for await (const page of allPages(MOST_PAGES.heads, fetch, nextHandle)) {
    told.push(...page.names);
    newest = page;
  }
  const names = new Set(told.map((handle) => nameOf(hex(handle))));
  const others = [...known.notForMe].filter((name) => !names.has(name)).toSorted();
  if (newest === undefined || !sameBytes(await sha256(fromHex(others.join(""))), newest.digest)) return undefined;
  const { waiting } = newest;
  return { told, isAll: false, waiting: ({ notForMe }) => Math.min(waiting, notForMe.size) };
}

async function fetchAll({ connection }: Asking): Promise<HeadNames> {
  const nobody: Uint8Array[] = [];
  const others: Uint8Array[] = [];
  const fetch = async (after: string | undefined) =>
    parseHeadNames(await callBytes(connection, "headNames", { query: { after } }));
  for await (const page of allPages(MOST_PAGES.heads, fetch, nextHandle)) {
    nobody.push(...page.openedByNobody);
    others.push(...page.openedByOthers);
  }
  const waiting = ({ notForMe }: Known) => nobody.filter((handle) => notForMe.has(nameOf(hex(handle)))).length;
  return { told: [...nobody, ...others], isAll: true, waiting };
}
