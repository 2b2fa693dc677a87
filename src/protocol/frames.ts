/** The binary bodies of the API: lists of bytes, no base64 (docs/protocol.md, "What crosses the wire"). */
import {
  type Bytes,
  concat,
  exactU32,
  exactly,
  fromHex,
  fromUtf8,
  hex,
  list,
  parseList,
  sameBytes,
  u32,
  utf8,
} from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { FILE_ID_BYTES } from "../crypto/file-cells.ts";
import { CASE_ID_BYTES, ID_BYTES } from "../crypto/id-size.ts";
import { OWN_BOX_BYTES, RECEIPT_BYTES } from "../crypto/message.ts";
import { inspectOpenPart } from "../crypto/open-part.ts";
import { pad, unpad } from "../crypto/padding.ts";
import { isWrapSize } from "../crypto/wrap-size.ts";
import { isDay } from "./encoding/day.ts";
import { CHECK_ANSWER_BYTES, MAX_FILES_A_CASE, ROWS_PAGE_BYTES } from "./limits.ts";

/** A case's random name on the server, UUIDv4 as 16 bytes; it says nothing about the reporter. */
export const HANDLE_BYTES = 16;

/** As it stands in addresses: UUID text. */
export function handleText(handle: Uint8Array): string {
  const text = hex(handle);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

export function handleBytes(handle: string): Bytes {
  return fromHex(handle.replaceAll("-", ""));
}

/** A stored message. The day, "2026-11-25", is the server's word, shown as such; a time is never kept. */
export type Row = {
  readonly epoch: number;
  readonly sequence: number;
  readonly storedOn: string;
  readonly row: Uint8Array;
  /** Before the AEAD of an internal row that changes who reads the case */
  readonly openPart?: Uint8Array | undefined;
};

function encodeRow({ epoch, sequence, storedOn, row, openPart }: Row): Bytes {
  return list("segel/1/row", epoch, sequence, storedOn, row, ...(openPart === undefined ? [] : [openPart]));
}

function parseRow(bytes: Uint8Array): Row {
  const [epoch, sequence, storedOn, row, openPart, ...rest] = parseList("segel/1/row", bytes);
  if (row === undefined || rest.length > 0) throw new CryptoError("malformed");
  if (openPart !== undefined) inspectOpenPart(openPart);
  const place = { epoch: exactU32(epoch), sequence: exactU32(sequence), storedOn: parseDay(storedOn) };
  return { ...place, row, ...(openPart !== undefined && { openPart }) };
}

/** Bytes that a row adds to a frame: for packing rows into fixed answers. */
export function rowFrameBytes(row: Uint8Array): number {
  return 4 + encodeRow({ epoch: 0, sequence: 0, storedOn: "2026-11-25", row: new Uint8Array() }).length + row.length;
}

/** A message of the reporter on its way: the row, the own box beside it, and the files that it claims. */
export type OwnRow = { readonly row: Uint8Array; readonly ownBox: Uint8Array; readonly files: readonly Uint8Array[] };

export function encodeOwnRow(row: Uint8Array, ownBox: Uint8Array, files: readonly Uint8Array[] = []): Bytes {
  return list("segel/1/own-row", row, ownBox, ...files);
}

export function parseOwnRow(bytes: Uint8Array): OwnRow {
  const [row, ownBox, ...files] = parseList("segel/1/own-row", bytes);
  if (row === undefined) throw new CryptoError("malformed");
  return { row, ownBox: exactly(ownBox, OWN_BOX_BYTES), files: parseFileIds(files) };
}

/** A message of a member on its way: the row, and the files that it claims. */
export type MemberRow = { readonly row: Uint8Array; readonly files: readonly Uint8Array[] };

export function encodeMemberRow(row: Uint8Array, files: readonly Uint8Array[] = []): Bytes {
  return list("segel/1/member-row", row, ...files);
}

export function parseMemberRow(bytes: Uint8Array): MemberRow {
  const [row, ...files] = parseList("segel/1/member-row", bytes);
  if (row === undefined) throw new CryptoError("malformed");
  return { row, files: parseFileIds(files) };
}

/** Each file once, at most so many as a case may have. */
function parseFileIds(fields: readonly Uint8Array[]): Uint8Array[] {
  if (fields.length > MAX_FILES_A_CASE || new Set(fields.map(hex)).size !== fields.length)
    throw new CryptoError("malformed");
  return fields.map((field) => exactly(field, FILE_ID_BYTES));
}

/** What a reporter gets for a signed check, always 64 KiB; `undefined` stands for unknown, wrong and burnt alike. */
export type CheckAnswer = {
  /** Day on which the report was stored, "2026-11-25" */
  readonly arrivedOn: string;
  readonly receipt: Uint8Array;
  /** The newest own box with its place; undefined before the first follow-up */
  readonly own: { readonly epoch: number; readonly sequence: number; readonly box: Uint8Array } | undefined;
  /** How many messages of each side are stored */
  readonly reporterCount: number;
  readonly teamCount: number;
  /** Days on which the reporter's newest messages were stored, oldest first, at most `MAX_OWN_DAYS` */
  readonly ownDays: readonly string[];
  /** The newest messages of the team that fit, ascending */
  readonly rows: readonly Row[];
};

/** So many own messages are shown with their day: twelve months of two a week. */
export const MAX_OWN_DAYS = 104;

const EMPTY = new Uint8Array();
const NOTHING = [0, EMPTY, EMPTY, 0, 0, EMPTY, 0, 0, EMPTY] as const;

export function encodeCheckAnswer(answer: CheckAnswer | undefined): Bytes {
  const fields =
    answer === undefined
      ? NOTHING
      : ([
          1,
          answer.arrivedOn,
          answer.receipt,
          answer.own?.epoch ?? 0,
          answer.own?.sequence ?? 0,
          answer.own?.box ?? EMPTY,
          answer.reporterCount,
          answer.teamCount,
          answer.ownDays.join(" "),
          ...answer.rows.map(encodeRow),
        ] as const);
  return pad(list("segel/1/check-answer", ...fields), [CHECK_ANSWER_BYTES]);
}

/** The answer where two members have discarded the case while these words still led to it. */
export function encodeRemovedAnswer(removedOn: string): Bytes {
  const [, , ...nothing] = NOTHING;
  return pad(list("segel/1/check-answer", 2, removedOn, ...nothing), [CHECK_ANSWER_BYTES]);
}

/** The day of the removal; undefined for any other answer. */
export function parseRemovedAnswer(bytes: Uint8Array): string | undefined {
  const [found, removedOn] = parseList("segel/1/check-answer", unpad(bytes, [CHECK_ANSWER_BYTES]));
  if (exactU32(found) !== 2) return undefined;
  const day = parseDay(removedOn);
  if (!sameBytes(bytes, encodeRemovedAnswer(day))) throw new CryptoError("malformed");
  return day;
}

/** Bytes of rows that fit into a check answer, each counted by `rowFrameBytes`. */
export const CHECK_ROWS_BYTES =
  CHECK_ANSWER_BYTES -
  1 -
  list(
    "segel/1/check-answer",
    1,
    "2026-11-25",
    new Uint8Array(RECEIPT_BYTES),
    0,
    0,
    new Uint8Array(OWN_BOX_BYTES),
    0,
    0,
    new Uint8Array(11 * MAX_OWN_DAYS),
  ).length;

/** Throws CryptoError `malformed`. */
export function parseCheckAnswer(bytes: Uint8Array): CheckAnswer | undefined {
  const fields = parseList("segel/1/check-answer", unpad(bytes, [CHECK_ANSWER_BYTES]));
  const [found, arrivedOn, receipt, epoch, sequence, box, reporterCount, teamCount, ownDays, ...rows] = fields;
  if (sameBytes(bytes, encodeCheckAnswer(undefined))) return undefined;
  if (exactU32(found) !== 1) throw new CryptoError("malformed");
  const own = { epoch: exactU32(epoch), sequence: exactU32(sequence) };
  if (own.sequence === 0 && (own.epoch !== 0 || box?.length !== 0)) throw new CryptoError("malformed");
  return {
    arrivedOn: parseDay(arrivedOn),
    receipt: exactly(receipt, RECEIPT_BYTES),
    own: own.sequence === 0 ? undefined : { ...own, box: exactly(box, OWN_BOX_BYTES) },
    reporterCount: exactU32(reporterCount),
    teamCount: exactU32(teamCount),
    ownDays: parseDays(ownDays),
    rows: rows.map(parseRow),
  };
}

/** Rows for a member, as many as there are. */
export function encodeRows(rows: readonly Row[]): Bytes {
  return list("segel/1/rows", ...rows.map(encodeRow));
}

export function parseRows(bytes: Uint8Array): Row[] {
  return parseList("segel/1/rows", bytes).map(parseRow);
}

/** Earlier rows for a reporter: padded to one size, so that the line tells nothing of their length. */
export function encodePaddedRows(rows: readonly Row[]): Bytes {
  return pad(encodeRows(rows), [ROWS_PAGE_BYTES]);
}

export function parsePaddedRows(bytes: Uint8Array): Row[] {
  return parseRows(unpad(bytes, [ROWS_PAGE_BYTES]));
}

/** Bytes of rows that fit into a padded page. */
export const PAGE_ROWS_BYTES = ROWS_PAGE_BYTES - 1 - list("segel/1/rows").length;

export type HeadsPage = {
  /** Where the next page begins; undefined on the last */
  readonly next: Uint8Array | undefined;
  readonly heads: readonly { readonly handle: Uint8Array; readonly head: Uint8Array }[];
};

export function encodeHeads({ next, heads }: HeadsPage): Bytes {
  return list("segel/1/heads", next ?? new Uint8Array(), ...heads.flatMap(({ handle, head }) => [handle, head]));
}

export function parseHeads(bytes: Uint8Array): HeadsPage {
  const [next, ...rest] = parseList("segel/1/heads", bytes);
  if (next === undefined || rest.length % 2 !== 0) throw new CryptoError("malformed");
  const heads: { handle: Uint8Array; head: Uint8Array }[] = [];
  for (let at = 0; at < rest.length; at += 2) {
    heads.push({ handle: exactly(rest[at], HANDLE_BYTES), head: rest[at + 1] ?? new Uint8Array() });
  }
  return { next: parseNext(next), heads };
}

/** Which heads there are for a member who has not proved to have opened them: their handles alone, 16 bytes each. */
type HeadNamesPage = {
  readonly next: Uint8Array | undefined;
  /** Somebody else has proved to have opened these */
  readonly openedByOthers: readonly Uint8Array[];
  readonly openedByNobody: readonly Uint8Array[];
};

export function encodeHeadNames({ next, openedByOthers, openedByNobody }: HeadNamesPage): Bytes {
  return list("segel/1/head-names", next ?? EMPTY, concat(...openedByOthers), concat(...openedByNobody));
}

export function parseHeadNames(bytes: Uint8Array): HeadNamesPage {
  const [next, others, nobody, ...rest] = parseList("segel/1/head-names", bytes);
  if (next === undefined || others === undefined || nobody === undefined || rest.length > 0)
    throw new CryptoError("malformed");
  return { next: parseNext(next), openedByOthers: parseHandles(others), openedByNobody: parseHandles(nobody) };
}

const DIGEST_BYTES = 32;

/** Which of them came of late, and a digest of the others' names: who knows those already needs no more. */
type NewHeadNamesPage = {
  readonly next: Uint8Array | undefined;
  /** SHA-256 of the names (8 bytes each, ascending) of all heads before */
  readonly digest: Uint8Array;
  /** So many heads nobody has proved to have opened, in tens */
  readonly waiting: number;
  readonly names: readonly Uint8Array[];
};

export function encodeNewHeadNames({ next, digest, waiting, names }: NewHeadNamesPage): Bytes {
  return list("segel/1/new-head-names", next ?? EMPTY, digest, u32(waiting), concat(...names));
}

export function parseNewHeadNames(bytes: Uint8Array): NewHeadNamesPage {
  const [next, digest, waiting, names, ...rest] = parseList("segel/1/new-head-names", bytes);
  if (next === undefined || names === undefined || rest.length > 0) throw new CryptoError("malformed");
  return {
    next: parseNext(next),
    digest: exactly(digest, DIGEST_BYTES),
    waiting: exactU32(waiting),
    names: parseHandles(names),
  };
}

/** Handles one behind the other. */
export function parseHandles(joined: Uint8Array): Uint8Array[] {
  if (joined.length % HANDLE_BYTES !== 0) throw new CryptoError("malformed");
  return Array.from({ length: joined.length / HANDLE_BYTES }, (_, at) =>
    joined.subarray(at * HANDLE_BYTES, (at + 1) * HANDLE_BYTES),
  );
}

/** Where the next page begins, or nothing. */
export function parseNext(next: Uint8Array): Uint8Array | undefined {
  return next.length === 0 ? undefined : exactly(next, HANDLE_BYTES);
}

/** A case as the server knows it, with its sealed summary and the asking member's own wrap. */
export type CaseItem = {
  readonly handle: Uint8Array;
  readonly caseId: Uint8Array;
  readonly channelId: Uint8Array;
  /** Day of arrival, "2026-11-25"; never a time */
  readonly arrivedOn: string;
  /** The server's column, perhaps of a later version; the state to believe is that of the newest signed status */
  readonly state: string;
  readonly stateOn: string;
  readonly epoch: number;
  readonly counts: { readonly reporter: number; readonly team: number; readonly internal: number };
  readonly summary: Uint8Array;
  /** Wrap, and behind it the digest once there is one; empty until this member has stored one */
  readonly wrap: Uint8Array;
};

export function encodeCaseItem(item: CaseItem): Bytes {
  return list(
    "segel/1/case-item",
    item.handle,
    item.caseId,
    item.channelId,
    item.arrivedOn,
    item.state,
    item.stateOn,
    item.epoch,
    item.counts.reporter,
    item.counts.team,
    item.counts.internal,
    item.summary,
    item.wrap,
  );
}

export function parseCaseItem(bytes: Uint8Array): CaseItem {
  const fields = parseList("segel/1/case-item", bytes);
  if (fields.length !== 12) throw new CryptoError("malformed");
  const wrap = fields[11] ?? new Uint8Array();
  if (wrap.length !== 0 && !isWrapSize(wrap.length)) throw new CryptoError("malformed");
  return {
    handle: exactly(fields[0], HANDLE_BYTES),
    caseId: exactly(fields[1], CASE_ID_BYTES),
    channelId: exactly(fields[2], ID_BYTES),
    arrivedOn: parseDay(fields[3]),
    state: fromUtf8(fields[4] ?? new Uint8Array()),
    stateOn: parseDay(fields[5]),
    epoch: exactU32(fields[6]),
    counts: { reporter: exactU32(fields[7]), team: exactU32(fields[8]), internal: exactU32(fields[9]) },
    summary: fields[10] ?? new Uint8Array(),
    wrap,
  };
}

function parseDays(field: Uint8Array | undefined): string[] {
  const days = fromUtf8(field ?? EMPTY);
  return days === "" ? [] : days.split(" ").map((day) => parseDay(utf8(day)));
}

export function parseDay(field: Uint8Array | undefined): string {
  const day = fromUtf8(field ?? new Uint8Array());
  if (!isDay(day)) throw new CryptoError("malformed");
  return day;
}

export type CasesPage = { readonly next: Uint8Array | undefined; readonly cases: readonly CaseItem[] };

export function encodeCases({ next, cases }: CasesPage): Bytes {
  return list("segel/1/cases", next ?? new Uint8Array(), ...cases.map(encodeCaseItem));
}

export function parseCases(bytes: Uint8Array): CasesPage {
  const [next, ...items] = parseList("segel/1/cases", bytes);
  if (next === undefined) throw new CryptoError("malformed");
  return { next: parseNext(next), cases: items.map(parseCaseItem) };
}

/** The report envelope of a case: head and body. */
export function encodeReportEnvelope(head: Uint8Array, body: Uint8Array): Bytes {
  return list("segel/1/report-envelope", head, body);
}

export function parseReportEnvelope(bytes: Uint8Array): { head: Uint8Array; body: Uint8Array } {
  const [head, body, ...rest] = parseList("segel/1/report-envelope", bytes);
  if (head === undefined || body === undefined || rest.length > 0) throw new CryptoError("malformed");
  return { head, body };
}
