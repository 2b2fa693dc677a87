/** The audit trail as a member reads it: its head looked at again, pages and cases out of it, and what is handed to others. */
import { fromHex, hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { type SeenLog, sealVaultMemory } from "../../crypto/secret/vault.ts";
import { SERVER_ACTS, type ServerActName } from "../../protocol/audit/acts.ts";
import { type Leaf, dayOf, parseLeaf } from "../../protocol/audit/leaf.ts";
import { type CaseAudit, isHidden, openAuditPage, openCaseAudit } from "../../protocol/audit/pages.ts";
import { THE_OFFICE } from "../../protocol/audit/entry.ts";
import { handleText } from "../../protocol/frames.ts";
import { AUDIT_PAGE } from "../../protocol/limits.ts";
import { type LogAlarm, type LookedLog, headOf, lookAtLog } from "../audit/head.ts";
import { callBytes } from "../line/http.ts";
import { MOST_PAGES, limitPages } from "../line/paging.ts";
import { sha256Of } from "../line/sha256.ts";
import type { Member } from "./entry/sign-in.ts";

/** What a leaf says; of one about a case that this member does not have, that it is there. */
export type TrailItem = {
  /** As people count: the first is 1 */
  readonly number: number;
  /** The office's, "2026-11-29" */
  readonly day: string;
} & (
  | {
      readonly kind: "act";
      readonly act: string;
      readonly by: string;
      readonly handle: string | undefined;
      readonly details: string;
    }
  | {
      readonly kind: "server";
      readonly act: string;
      readonly handle: string | undefined;
      readonly member: string | undefined;
    }
  | { readonly kind: "directory" | "statement" | "pages" }
);

export type TrailPage = { readonly items: readonly TrailItem[]; readonly hidden: number };

/** The head as it is now; what fits is remembered. Throws ApiError where the line failed. */
export async function lookAtTrail(member: Member): Promise<LookedLog | { readonly alarm: LogAlarm }> {
  const { seen } = member.log;
  const looked = await lookAtLog(member.connection, seen === undefined ? [] : [seen]);
  if ("head" in looked) await remember(member, looked.head);
  return looked;
}

/**
 * The log as it is now in the place of the one that was remembered and does not fit: a member's own decision, once somebody
 * has explained it. From then on entries name this one.
 */
export async function acceptTrail(member: Member): Promise<LookedLog | { readonly alarm: LogAlarm }> {
  const looked = await lookAtLog(member.connection, []);
  if ("head" in looked) await remember(member, looked.head);
  return looked;
}

async function remember(member: Member, head: SeenLog): Promise<void> {
  const { connection, vaultKey, id, memory, log } = member;
  const isKnown = log.seen?.size === head.size && log.seen.root === head.root && log.seen.key === head.key;
  log.seen = head;
  if (isKnown) return;
  await callBytes(connection, "putVaultMemory", {
    body: sealVaultMemory({ ...memory, log: head }, vaultKey, fromHex(id)),
  });
}

/** One page, the first is 0. Throws ApiError, and CryptoError where it is not of the log with this head. */
export async function readTrailPage({ connection }: Member, head: SeenLog, page: number): Promise<TrailPage> {
  const leaves = openAuditPage(sha256Of, await pageBytes(connection, head, page), page, headOf(head));
  const shown = leaves.flatMap((leaf, at) => (isHidden(leaf) ? [] : [itemOf(page * AUDIT_PAGE + at, parseLeaf(leaf))]));
  return { items: shown, hidden: leaves.length - shown.length };
}

function pageBytes(connection: Member["connection"], { size }: SeenLog, page: number): Promise<Uint8Array> {
  return callBytes(connection, "auditPage", { query: { page, size } });
}

/** All about one case. Throws ApiError, and CryptoError where one is not of the log with this head. */
export async function readCaseTrail(member: Member, head: SeenLog, handle: string): Promise<TrailItem[]> {
  return (await fetchCaseActs(member, head, handle)).map(({ place, leaf }) => itemOf(place, parseLeaf(leaf)));
}

/** The same as the log has it, each with its proof. Throws as `readCaseTrail`. */
export async function fetchCaseActs(
  { connection }: Member,
  head: SeenLog,
  handle: string,
): Promise<CaseAudit["items"][number][]> {
  const items: CaseAudit["items"][number][] = [];
  const turnTo = limitPages(MOST_PAGES.acts);
  for (let after: number | undefined; ;) {
    const bytes = await callBytes(connection, "caseAudit", { params: { handle }, query: { after, size: head.size } });
    const page = openCaseAudit(sha256Of, bytes, headOf(head));
    for (const one of page.items) {
      const item = itemOf(one.place, parseLeaf(one.leaf));
      // Of a proof of access the server says for which cases it was: the leaf names none.
      const isOther = "handle" in item && item.handle !== undefined && item.handle !== handle;
      if (isOther || (after !== undefined && one.place <= after)) throw new CryptoError("altered");
      items.push(one);
      after = one.place;
    }
    if (!page.isMore) return items;
    turnTo(String(after));
  }
}

function itemOf(place: number, leaf: Leaf): TrailItem {
  const common = { number: place + 1, day: dayOf(leaf) };
  if (leaf.kind === "act") {
    const { act, memberId, object, details } = leaf.entry;
    return { ...common, kind: "act", act, by: hex(memberId), handle: handleIn(object), details: hex(details) };
  }
  if (leaf.kind !== "server") return { ...common, kind: leaf.kind };
  const { act, object } = leaf.serverAct;
  // Of an act that this version does not know nobody can say what its object is.
  const about = Object.hasOwn(SERVER_ACTS, act) ? SERVER_ACTS[act as ServerActName] : "office";
  return {
    ...common,
    kind: "server",
    act,
    handle: about === "case" ? handleIn(object) : undefined,
    member: about === "member" ? hex(object) : undefined,
  };
}

function handleIn(object: Uint8Array): string | undefined {
  return hex(object) === hex(THE_OFFICE) ? undefined : handleText(object);
}
