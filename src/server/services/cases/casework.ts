/** What members do with cases: a head is shown to the channel, everything else to who proved having opened it. */
import { fromHex, hex } from "../../../crypto/bytes.ts";
import { inspectHead } from "../../../crypto/envelope.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { checkRowSize } from "../../../crypto/message.ts";
import { accessSignatureInput } from "../../../crypto/request.ts";
import { isSignedBy } from "../../../crypto/sodium.ts";
import { isWrapSize } from "../../../crypto/wrap-size.ts";
import { STATE_RULES, type State } from "../../../protocol/rules/casework.ts";
import {
  type CaseItem,
  type MemberRow,
  encodeCaseItem,
  encodeCases,
  HANDLE_BYTES,
  encodeHeadNames,
  encodeHeads,
  encodeNewHeadNames,
  encodeReportEnvelope,
  encodeRows,
  handleBytes,
  parseHandles,
  parseMemberRow,
} from "../../../protocol/frames.ts";
import { CASES_PAGE, HEADS_PAGE, HEAD_NAMES_PAGE, MESSAGES_PAGE_BYTES } from "../../../protocol/limits.ts";
import type { Origins } from "../../origins.ts";
import { ProblemError } from "../../problem.ts";
import { findHeadNames, findNamedHeads } from "../../store/cases/head-names.ts";
import { type MessageToStore, insertMessage } from "../../store/cases/case-messages.ts";
import {
  type HeadsQuery,
  type RowsFrom,
  type StoredCase,
  findAccessKeys,
  findCase,
  findCases,
  findEnvelope,
  findHeads,
  findMessages,
  hasProved,
  insertAccess,
  upsertWrap,
} from "../../store/cases/cases.ts";
import type { Database } from "../../store/database.ts";
import type { Direction } from "../../../crypto/message.ts";
import { type Session, actOf } from "../common/sessions.ts";
import type { Nonce } from "../../admission/nonces.ts";
import { orNotFound } from "../common/not-found.ts";
import { readSent } from "../common/sent-bytes.ts";
import { today } from "../common/today.ts";
import { UNOPENED_STEP, type UnopenedMemory } from "./unopened.ts";

/** Of channels that send this member their reports. */
export function channelsOf({ memberId, directory }: Session): Uint8Array[] {
  const id = hex(memberId);
  return [...directory.channels.values()]
    .filter(({ recipients }) => recipients.includes(id))
    .map((channel) => fromHex(channel.id));
}

/**
 * Of no head it is told whether somebody else has opened it: of a decoy nobody has. How many reports wait for everybody
 * is told in tens, by the length of the second list, whose names are just the first ones.
 */
export async function readHeadNames(
  database: Database,
  memory: UnopenedMemory,
  session: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const query = await headsQuery(memory, session, after, HEAD_NAMES_PAGE);
  const { next, items } = page(await findHeadNames(database, query), HEAD_NAMES_PAGE);
  const names = items.map(({ handle }) => handleBytes(handle));
  const told = after === undefined ? inSteps(await memory.countWaiting(query.channels)) : 0;
  return encodeHeadNames({ next, openedByNobody: names.slice(0, told), openedByOthers: names.slice(told) });
}

/**
 * What came since yesterday, and a digest of all before: a client that knows those already needs no more. Of decoys and of
 * reports that a colleague has opened it tells the same.
 */
export async function readNewHeadNames(
  database: Database,
  memory: UnopenedMemory,
  session: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const { memberId } = session;
  const channels = channelsOf(session);
  const { since, digest } = await memory.settled(memberId, channels);
  const query = { memberId, channels, after, atMost: HEAD_NAMES_PAGE + 1, unopened: { since, left: [] } };
  const { next, items } = page(await findHeadNames(database, query), HEAD_NAMES_PAGE);
  const waiting = inSteps(await memory.waiting(channels));
  return encodeNewHeadNames({ next, digest, waiting, names: items.map(({ handle }) => handleBytes(handle)) });
}

function inSteps(waiting: number): number {
  return Math.floor(waiting / UNOPENED_STEP) * UNOPENED_STEP;
}

export async function readNamedHeads(database: Database, session: Session, names: Uint8Array): Promise<Uint8Array> {
  if (names.length % HANDLE_BYTES !== 0) throw new ProblemError("bad-request");
  const query = { memberId: session.memberId, channels: channelsOf(session) };
  const found = await findNamedHeads(database, query, parseHandles(names).map(hex));
  const heads = found.map(({ handle, head }) => ({ handle: handleBytes(handle), head }));
  return encodeHeads({ next: undefined, heads });
}

export async function readHeads(
  database: Database,
  memory: UnopenedMemory,
  session: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const query = await headsQuery(memory, session, after, HEADS_PAGE);
  const { next, items } = page(await findHeads(database, query), HEADS_PAGE);
  return encodeHeads({ next, heads: items.map(({ handle, head }) => ({ handle: handleBytes(handle), head })) });
}

async function headsQuery(
  memory: UnopenedMemory,
  session: Session,
  after: string | undefined,
  pageSize: number,
): Promise<HeadsQuery> {
  const { memberId } = session;
  const channels = channelsOf(session);
  // One more than a page tells whether there is a next one.
  return { memberId, channels, after, atMost: pageSize + 1, unopened: await memory.of(memberId, channels) };
}

/** What fits into a page of `found`, which has one more where there is a next one. */
export function page<Item extends { readonly handle: string }>(
  found: readonly Item[],
  size: number,
): { next: Uint8Array | undefined; items: readonly Item[] } {
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { next: found.length > size && last !== undefined ? handleBytes(last.handle) : undefined, items };
}

export type Proof = { readonly handle: string; readonly epoch: number; readonly signature: Uint8Array };
export type ProofContext = { readonly origins: Origins; readonly nonce: Nonce };

/**
 * The handles whose proofs are right and of the newest epoch. What is wrong with the others is not said: there may be no
 * such case. Who proves an older epoch is shown the open part of the newest, and nothing else, until that one is proved.
 */
export async function grantAccess(
  database: Database,
  session: Session,
  { origins, nonce }: ProofContext,
  proofs: readonly Proof[],
): Promise<string[]> {
  const { memberId } = session;
  const nameOf = ({ handle, epoch }: { handle: string; epoch: number }) => `${handle} ${epoch}`;
  const cases = new Map((await findAccessKeys(database, proofs)).map((found) => [nameOf(found), found]));
  const right = proofs.filter((proof) => {
    const found = cases.get(nameOf(proof));
    if (found === undefined) return false;
    const { case_id: caseId, head } = found;
    const key = head === null ? found.access_key : inspectHead(head, { kind: "report", caseId }).prefix.accessKey;
    const inputAt = (origin: string) =>
      accessSignatureInput({ origin, caseId, epoch: proof.epoch, memberId, nonce: nonce.bytes });
    return origins.all.some((origin) => isSignedBy(key, proof.signature, inputAt(origin)));
  });
  // Twice the same case in one batch is one proof.
  const granted = [...new Map(right.map((proof) => [proof.handle, proof])).values()];
  return granted.length === 0 ? [] : insertAccess(database, memberId, granted, actOf(session));
}

export async function readCases(
  database: Database,
  { memberId }: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const { next, items } = page(await findCases(database, memberId, after, CASES_PAGE + 1), CASES_PAGE);
  return encodeCases({ next, cases: items.map(toItem) });
}

export async function readCase(database: Database, { memberId }: Session, handle: string): Promise<Uint8Array> {
  return encodeCaseItem(toItem(orNotFound(await findCase(database, memberId, handle))));
}

export async function readEnvelope(database: Database, { memberId }: Session, handle: string): Promise<Uint8Array> {
  const { head, body } = orNotFound(await findEnvelope(database, memberId, handle));
  return encodeReportEnvelope(head, body);
}

export async function readMessages(
  database: Database,
  { memberId }: Session,
  handle: string,
  { direction, from }: { direction: Direction; from: RowsFrom },
): Promise<Uint8Array> {
  if (!(await hasProved(database, memberId, handle))) throw new ProblemError("not-found");
  return encodeRows(await findMessages(database, handle, { direction, from, atMost: MESSAGES_PAGE_BYTES }));
}

export type MessageToPut = Omit<MessageToStore, "memberId" | "day" | "move" | "row" | "files" | "act"> & {
  readonly from: State | undefined;
  readonly to: State | undefined;
};

export async function putMessage(
  database: Database,
  session: Session,
  { from, to, ...place }: MessageToPut,
  bytes: Uint8Array,
): Promise<void> {
  const { memberId } = session;
  const message = { ...place, ...readMemberRow(place.direction, bytes) };
  if ((from === undefined) !== (to === undefined)) throw new ProblemError("bad-request");
  const move = from === undefined || to === undefined ? undefined : { from, to };
  if (move !== undefined && !STATE_RULES[move.from].moves.includes(move.to)) {
    // Whoever has not proved the case must not learn more from a move than from any other message.
    throw new ProblemError((await hasProved(database, memberId, message.handle)) ? "move-not-allowed" : "not-found");
  }
  const outcome = await insertMessage(database, { ...message, memberId, day: today(), move, act: actOf(session) });
  if (outcome !== "stored") throw new ProblemError(outcome);
}

function readMemberRow(direction: MessageToPut["direction"], bytes: Uint8Array): MemberRow {
  return readSent(() => {
    const message = parseMemberRow(bytes);
    checkRowSize(direction, message.row);
    // Notes have no files: what they named could not be told from what an answer brings.
    if (direction === "internal" && message.files.length > 0) throw new CryptoError("malformed");
    return message;
  });
}

export async function putWrap(
  database: Database,
  { memberId }: Session,
  handle: string,
  record: Uint8Array,
): Promise<void> {
  if (!isWrapSize(record.length)) throw new ProblemError("bad-request");
  if (!(await upsertWrap(database, memberId, handle, record))) throw new ProblemError("not-found");
}

function toItem(row: StoredCase): CaseItem {
  return {
    handle: handleBytes(row.handle),
    caseId: row.case_id,
    channelId: row.channel_id,
    arrivedOn: row.arrived_on,
    state: row.state,
    stateOn: row.state_on,
    epoch: row.epoch,
    counts: { reporter: row.reporter, team: row.team, internal: row.internal },
    summary: row.summary,
    wrap: row.wrap ?? new Uint8Array(),
  };
}
