/**
 * Whether the audit trail names a newer version of an office document than the server shows. The memory of what was read
 * lies on the server too, so that one which puts back both is noticed here alone (docs/protocol.md, "Office documents").
 */
import { CryptoError } from "../../crypto/errors.ts";
import {
  OFFICE_DOCUMENTS,
  OFFICE_DOCUMENTS_PAGE,
  type OfficeDocumentKind,
} from "../../protocol/documents/office-documents.ts";
import { pagesOf } from "../../protocol/audit/pages.ts";
import type { Member } from "./entry/sign-in.ts";
import { type OfficeDocument, fetchDocuments, readSealedToAll, sumOf } from "./office-documents.ts";
import { lookAtTrail, readTrailPage } from "./trail.ts";
import { AUDIT_PAGE } from "../../protocol/limits.ts";

/** So many pages of the trail are looked through, the newest first: eight thousand acts, months of a busy office. */
const PAGES_LOOKED = 8;

/** Decisions by page, of pages that are full: they never change while the head is the continuation of the one before. */
const known = new WeakMap<Member, Map<number, readonly string[]>>();

/** As `readSealedToAll`, with the alarm `unshown` where the trail knows of a newer version. Throws ApiError. */
export async function openOfficeDocument<Of extends OfficeDocumentKind>(
  member: Member,
  kind: Of,
): Promise<OfficeDocument<Of>> {
  const found = await readSealedToAll(member, kind);
  if (found.alarm !== undefined || !(await isBehind(member, found))) return found;
  // Somebody may have written in between.
  const again = await readSealedToAll(member, kind);
  if (again.alarm !== undefined || again.version > found.version || !(await isBehind(member, again))) return again;
  return { ...again, alarm: "unshown" };
}

/** Decisions behind the newest version that is shown, and of no version of another kind: theirs is another one of this. */
async function isBehind(member: Member, { kind, sums }: OfficeDocument): Promise<boolean> {
  const later = await decisionsAfter(member, sums);
  for (const other of Object.keys(OFFICE_DOCUMENTS) as OfficeDocumentKind[]) {
    if (later.size === 0) return false;
    if (other !== kind) await takeOut(member, other, later);
  }
  return later.size > 0;
}

/** What is wrong with the trail itself is told at sign-in, and by its own screen. */
async function decisionsAfter(member: Member, sums: readonly string[]): Promise<Set<string>> {
  const later = new Set<string>();
  const looked = await lookAtTrail(member);
  if ("alarm" in looked) return later;
  const { head } = looked;
  const pages = known.get(member) ?? new Map<number, readonly string[]>();
  known.set(member, pages);
  const newest = pagesOf(head.size) - 1;
  for (let page = newest; page >= 0 && page > newest - PAGES_LOOKED; page--) {
    let decisions = pages.get(page);
    if (decisions === undefined) {
      const { items } = await readTrailPage(member, head, page);
      decisions = items.flatMap((item) =>
        item.kind === "act" && item.act === "decide-document" ? [item.details] : [],
      );
      if ((page + 1) * AUDIT_PAGE <= head.size) pages.set(page, decisions);
    }
    for (const details of decisions.toReversed()) {
      if (sums.includes(details)) return later;
      later.add(details);
    }
  }
  return later;
}

/** Those that are versions of this kind: its newest, and older ones as long as each was among them. */
async function takeOut(member: Member, kind: OfficeDocumentKind, later: Set<string>): Promise<void> {
  let { newest: before } = await fetchDocuments(member, kind);
  while (before > 0 && later.size > 0) {
    const from = Math.max(1, before - OFFICE_DOCUMENTS_PAGE + 1);
    const { documents } = await fetchDocuments(member, kind, from);
    if (documents.length === 0) throw new CryptoError("malformed");
    const found = documents.filter((bytes) => later.delete(sumOf(kind, bytes)));
    if (found.length < documents.length) return;
    before = from - 1;
  }
}
