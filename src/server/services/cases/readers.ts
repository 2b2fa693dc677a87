/** Who reads a case: members give it to others or shut others out; the server looks at what needs no key. */
import { hex, sameBytes } from "../../../crypto/bytes.ts";
import { checkRowSize } from "../../../crypto/message.ts";
import { openPartHashOf } from "../../../crypto/open-part.ts";
import { isSignedBy } from "../../../crypto/sodium.ts";
import { isCaseworker } from "../../../protocol/rules/casework.ts";
import { type Member as Entry, isActive } from "../../../protocol/directory/directory.ts";
import { handleBytes } from "../../../protocol/frames.ts";
import { WAITING_PAGE } from "../../../protocol/limits.ts";
import {
  encodeEpochs,
  encodeGrants,
  encodeRemovals,
  parseEpochRow,
  parseGrantRow,
  parseRemovalStatement,
} from "../../../protocol/readers.ts";
import { ProblemError } from "../../problem.ts";
import { isBehind } from "../../store/cases/cases.ts";
import type { Database } from "../../store/database.ts";
import {
  findCaseId,
  findCaseRemovals,
  findEpochs,
  findGrants,
  findRemovals,
  insertEpoch,
  insertGrant,
} from "../../store/cases/epochs.ts";
import { page } from "./casework.ts";
import { type Session, actOf } from "../common/sessions.ts";
import { today } from "../common/today.ts";
import { readSent } from "../common/sent-bytes.ts";

type Place = { readonly handle: string; readonly epoch: number; readonly sequence: number };

/** Throws ProblemError `not-found`, `bad-envelope`, `bad-signature`, `stale-directory`, `conflict`. */
export async function putEpoch(database: Database, session: Session, place: Place, bytes: Uint8Array): Promise<void> {
  const { memberId, member, directory } = session;
  const caseId = await findCaseId(database, memberId, place.handle);
  const sent = readAbout(parseEpochRow, bytes, caseId);
  const { part, removal } = sent;
  const statement = readAbout(parseRemovalStatement, removal.statement, caseId);
  // Who began the epoch before the answer was lost has not proved it yet, and sends the same bytes: nothing else is stored then.
  const isOwn = sameBytes(statement.memberId, memberId);
  if (!isOwn) throw new ProblemError(caseId === undefined ? "not-found" : "bad-signature");
  if (caseId !== undefined) {
    const isCurrent =
      statement.directoryVersion === directory.version && sameBytes(statement.directoryHash, directory.hash);
    if (!isCurrent) throw new ProblemError("stale-directory");
    if (!isSignedBy(member.signingKey, removal.signature, removal.statement)) throw new ProblemError("bad-signature");
    const isAbout =
      sameBytes(statement.caseId, caseId) &&
      sameBytes(part.caseId, caseId) &&
      sameBytes(statement.handle, handleBytes(place.handle)) &&
      statement.epoch === place.epoch &&
      part.epoch === place.epoch &&
      sameBytes(statement.accessKey, part.accessKey) &&
      sameBytes(statement.openPartHash, openPartHashOf(sent.openPart));
    if (!isAbout) throw new ProblemError("bad-envelope");
  }
  const { row, openPart } = sent;
  const { removed, accessKey } = statement;
  const outcome = await insertEpoch(database, {
    ...place,
    ...removal,
    memberId,
    row,
    openPart,
    removed,
    left: removed.filter((id) => hasLeft(directory.members.get(hex(id)))),
    accessKey,
    day: today(),
    act: actOf(session),
  });
  if (outcome !== "stored") throw new ProblemError(outcome);
}

function hasLeft(member: Entry | undefined): boolean {
  return !isActive(member) || member.isSuspended;
}

/** Throws ProblemError `not-found`, `bad-envelope`, `forbidden`, `conflict`. */
export async function putGrant(database: Database, session: Session, place: Place, bytes: Uint8Array): Promise<void> {
  const { memberId, directory } = session;
  const caseId = await findCaseId(database, memberId, place.handle);
  if (caseId === undefined)
    throw new ProblemError((await isBehind(database, memberId, place.handle)) ? "conflict" : "not-found");
  const { row, openPart, part } = readAbout(parseGrantRow, bytes, caseId);
  const isAbout = sameBytes(part.caseId, caseId) && sameBytes(part.from, memberId) && part.epoch === place.epoch;
  if (!isAbout) throw new ProblemError("bad-envelope");
  const reader = directory.members.get(hex(part.to));
  // A second wall: whom the reporter excluded, the clients alone know.
  if (!isActive(reader) || !isCaseworker(reader.roles)) throw new ProblemError("forbidden");
  const outcome = await insertGrant(database, {
    ...place,
    memberId,
    row,
    openPart,
    to: part.to,
    day: today(),
    act: actOf(session),
  });
  if (outcome !== "stored") throw new ProblemError(outcome);
}

/** Whoever has not proved the case learns nothing of it from what is wrong with the bytes. */
function readAbout<Sent>(parse: (bytes: Uint8Array) => Sent, bytes: Uint8Array, caseId: Uint8Array | undefined): Sent {
  return readSent(
    () => {
      const sent = parse(bytes);
      if (hasRow(sent)) checkRowSize("internal", sent.row);
      return sent;
    },
    caseId === undefined ? "not-found" : "bad-envelope",
  );
}

function hasRow(sent: unknown): sent is { readonly row: Uint8Array } {
  return typeof sent === "object" && sent !== null && "row" in sent;
}

type Read<Item> = (
  database: Database,
  query: { memberId: Uint8Array; after: string | undefined; atMost: number },
) => Promise<(Item & { readonly handle: string })[]>;

async function readPage<Item>(find: Read<Item>, database: Database, { memberId }: Session, after: string | undefined) {
  const found = await find(database, { memberId, after, atMost: WAITING_PAGE + 1 });
  // A case of which several stand there is on one page or on the next.
  const [last, beyond] = [found[WAITING_PAGE - 1]?.handle, found[WAITING_PAGE]?.handle];
  const whole = last === beyond ? found.findIndex(({ handle }) => handle === last) : WAITING_PAGE;
  const { next, items } = page(found, last === undefined || beyond === undefined ? WAITING_PAGE : whole);
  return { next, items: items.map((item) => ({ ...item, handle: handleBytes(item.handle) })) };
}

export async function readEpochs(database: Database, session: Session, after: string | undefined): Promise<Uint8Array> {
  const { next, items } = await readPage(findEpochs, database, session, after);
  return encodeEpochs(next, items);
}

export async function readGrants(database: Database, session: Session, after: string | undefined): Promise<Uint8Array> {
  const { next, items } = await readPage(findGrants, database, session, after);
  return encodeGrants(next, items);
}

export async function readRemovals(
  database: Database,
  session: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const { next, items } = await readPage(findRemovals, database, session, after);
  return encodeRemovals(next, items);
}

/** Of a case that the member has proved; its members compare them with what the records say. Throws ProblemError `not-found`. */
export async function readCaseRemovals(database: Database, { memberId }: Session, handle: string): Promise<Uint8Array> {
  if ((await findCaseId(database, memberId, handle)) === undefined) throw new ProblemError("not-found");
  return encodeRemovals(undefined, await findCaseRemovals(database, handle, WAITING_PAGE));
}
