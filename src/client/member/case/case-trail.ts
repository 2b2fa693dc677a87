/** What the audit trail says of a case, beside the rows of that case: each act that wrote one stands beside it. */
import { fromHex, hex } from "../../../crypto/bytes.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import type { SeenLog } from "../../../crypto/secret/vault.ts";
import { ROW_ACTS } from "../../../protocol/audit/acts.ts";
import { dayOf, parseLeaf } from "../../../protocol/audit/leaf.ts";
import { isHidden, openAuditPage } from "../../../protocol/audit/pages.ts";
import { type Row, parseRows } from "../../../protocol/frames.ts";
import { parseRemovals } from "../../../protocol/readers.ts";
import { headOf } from "../../audit/head.ts";
import { callBytes } from "../../line/http.ts";
import { MOST_PAGES } from "../../line/paging.ts";
import { sha256Of } from "../../line/sha256.ts";
import type { MemberCase } from "./member-case.ts";
import { readCase } from "./read-case.ts";
import { type Direction, detailsOfOpenRow, detailsOfRow } from "./row-act.ts";
import type { Member } from "../entry/sign-in.ts";
import { type TrailItem, readCaseTrail } from "../trail.ts";

type RowPlace = { readonly direction: Direction; readonly sequence: number };

export type CaseTrail = {
  /** Oldest first; `row` where the act wrote one that this member is shown */
  readonly items: readonly (TrailItem & { readonly row: RowPlace | undefined })[];
  /** Numbers of acts that wrote a row which is not shown: withheld */
  readonly withoutRow: readonly number[];
  /** Rows that nobody's act wrote, though the trail had begun: put in beside it */
  readonly withoutAct: readonly RowPlace[];
};

type Looked = Pick<MemberCase, "handle" | "item" | "opened">;

/**
 * A colleague may have written since the case was opened, so what does not match is looked at once more: acts beside the case
 * as it is now, and of rows those alone that stood there before the log was looked at.
 * @param opened as it was before that head was asked for
 * Throws ApiError, and CryptoError where an entry is not of the log with this head.
 */
export async function compareCaseTrail(member: Member, head: SeenLog, opened: Looked): Promise<CaseTrail> {
  const { handle, item } = opened;
  const items = await readCaseTrail(member, head, handle);
  const found = await compare(member, head, items, { ...opened, before: item.counts });
  if (found.withoutRow.length === 0 && found.withoutAct.length === 0) return found;
  try {
    const now = await readCase(member, handle, { listed: item.caseId });
    return await compare(member, head, items, { ...now, handle, before: item.counts });
  } catch (error) {
    // Opened by the recovery key, which is not at hand any more.
    if (error instanceof CryptoError && error.code === "not-for-me") return found;
    throw error;
  }
}

async function compare(
  member: Member,
  head: SeenLog,
  items: readonly TrailItem[],
  { before, ...looked }: Looked & { readonly before: Looked["item"]["counts"] },
): Promise<CaseTrail> {
  const rows = await writtenRows(member, looked);
  const byDetails = placesByDetails(rows);
  const placeOf = (item: TrailItem) => (item.kind === "act" ? byDetails.get(item.details) : undefined);
  const compared = items.map((item) => ({ ...item, row: placeOf(item) }));
  const written = new Set(compared.flatMap(({ row }) => (row === undefined ? [] : [nameOf(row)])));
  const begun = await beginningOf(member, head);
  return {
    items: compared,
    withoutRow: compared
      .filter((item) => item.kind === "act" && ROW_ACTS.has(item.act) && item.row === undefined)
      .map(({ number }) => number),
    // What was written on the day of the beginning may be of before; an upgrade may have counted that day elsewhere.
    withoutAct: rows
      .filter(({ place: { direction, sequence } }) => sequence <= before[direction])
      .filter(({ place, storedOn }) => Date.parse(storedOn) > begun + DAY_MS && !written.has(nameOf(place)))
      .map(({ place }) => place),
  };
}

const DAY_MS = 86_400_000;

const nameOf = ({ direction, sequence }: RowPlace): string => `${direction} ${sequence}`;

type Written = { readonly place: RowPlace; readonly storedOn: string; readonly details: readonly Uint8Array[] };

/** All rows of the case of which somebody's act tells. */
export async function writtenRows(member: Member, looked: Looked): Promise<Written[]> {
  return [...(await rowsOf(member, looked, "team")), ...(await rowsOf(member, looked, "internal"))];
}

/** Where a row stands, by the details hash (hexadecimal) of an act that wrote it. */
export function placesByDetails(rows: readonly Written[]): Map<string, RowPlace> {
  return new Map(rows.flatMap(({ place, details }) => details.map((one) => [hex(one), place] as const)));
}

/** Rows of one direction as they were shown when the case was looked at, with what the acts that wrote them may hash to. */
async function rowsOf(
  { connection }: Member,
  { handle, item, opened }: Looked,
  direction: Direction,
): Promise<Written[]> {
  const rows: Row[] = [];
  for (let pages = 0; pages < MOST_PAGES.messages; pages++) {
    const after = rows.at(-1)?.sequence ?? 0;
    if (after >= item.counts[direction]) break;
    const page = parseRows(
      await callBytes(connection, "messages", { params: { handle, direction }, query: { after } }),
    );
    if ((page.at(-1)?.sequence ?? 0) <= after) break;
    rows.push(...page);
  }
  const removals = rows.some(({ openPart }) => openPart !== undefined)
    ? parseRemovals(await callBytes(connection, "caseRemovals", { params: { handle } })).removals
    : [];
  const messages = new Map(
    opened.conversation.flatMap((entry) =>
      entry.direction === direction ? [[entry.sequence, entry.message] as const] : [],
    ),
  );
  return Promise.all(
    rows.map(async (row): Promise<Written> => {
      const { sequence, storedOn, openPart } = row;
      const place = { direction, sequence };
      if (openPart !== undefined)
        return { place, storedOn, details: await detailsOfOpenRow({ ...row, openPart }, handle, removals) };
      const message = messages.get(sequence);
      const files = message?.kind === "files" ? message.files.map(({ id }) => fromHex(id)) : [];
      return { place, storedOn, details: [await detailsOfRow(row, { handle, direction, files })] };
    }),
  );
}

const beginnings = new WeakMap<Member, Promise<number>>();

/** When the trail was begun, ms since 1970: rows of before have no act. */
function beginningOf(member: Member, head: SeenLog): Promise<number> {
  let beginning = beginnings.get(member);
  if (beginning === undefined) {
    beginning = callBytes(member.connection, "auditPage", { query: { page: 0, size: head.size } }).then((bytes) => {
      const [first] = openAuditPage(sha256Of, bytes, 0, headOf(head));
      return first === undefined || isHidden(first) ? 0 : Date.parse(dayOf(parseLeaf(first)));
    });
    beginnings.set(member, beginning);
    beginning.catch(() => beginnings.delete(member));
  }
  return beginning;
}
