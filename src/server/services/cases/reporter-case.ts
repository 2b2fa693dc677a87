/** What a reporter finds again with the key of a case. Unknown, burnt and wrong keys get the same answer for the same work. */
import { checkRowSize } from "../../../crypto/message.ts";
import {
  CHECK_ROWS_BYTES,
  type OwnRow,
  PAGE_ROWS_BYTES,
  encodeCheckAnswer,
  encodePaddedRows,
  encodeRemovedAnswer,
  parseOwnRow,
  rowFrameBytes,
} from "../../../protocol/frames.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import {
  countMessages,
  deleteInbox,
  findInbox,
  findNewestAnswers,
  insertOwnMessage,
  isSameOwnMessage,
} from "../../store/cases/inboxes.ts";
import { findRemovalDay } from "../../store/cases/discards.ts";
import { type Purpose, purposeOf } from "../../../protocol/proof-of-work.ts";
import type { Prices } from "../../admission/prices.ts";
import type { Changes } from "../common/changes.ts";
import type { Notices } from "./notices.ts";
import { quantizeTiming } from "../common/response-timing.ts";
import { readSent } from "../common/sent-bytes.ts";
import { today } from "../common/today.ts";

/** Larger than every sequence. */
const END = 0x7fff_ffff;
const overhead = rowFrameBytes(new Uint8Array());

export async function checkCase(database: Database, caseId: Uint8Array): Promise<Uint8Array> {
  const leaves = quantizeTiming();
  const { handle, found } = await findInbox(database, caseId);
  const counts = await countMessages(database, handle);
  const rows = await findNewestAnswers(database, handle, { before: END, atMost: CHECK_ROWS_BYTES, overhead });
  const removedOn = await findRemovalDay(database, caseId);
  const answer =
    found === undefined && removedOn !== undefined
      ? encodeRemovedAnswer(removedOn)
      : encodeCheckAnswer(found && { ...found, ...counts, rows });
  await leaves();
  return answer;
}

export async function readEarlierAnswers(database: Database, caseId: Uint8Array, before: number): Promise<Uint8Array> {
  const leaves = quantizeTiming();
  const { handle } = await findInbox(database, caseId);
  const answer = encodePaddedRows(
    await findNewestAnswers(database, handle, { before, atMost: PAGE_ROWS_BYTES, overhead }),
  );
  await leaves();
  return answer;
}

export async function burnCase(database: Database, caseId: Uint8Array): Promise<void> {
  const leaves = quantizeTiming();
  await deleteInbox(database, caseId);
  await leaves();
}

export type Reporter = {
  readonly caseId: Uint8Array;
  /** What the request was paid for, where it came with a proof of work */
  readonly paid: Purpose | undefined;
};

export type Place = { readonly epoch: number; readonly sequence: number };

type OwnMessageDeps = {
  readonly database: Database;
  readonly prices: Prices;
  readonly changes: Pick<Changes, "ofCase">;
  readonly notices: Pick<Notices, "ring">;
};

/**
 * The next message of the reporter with its files, or the same one again.
 * Throws ProblemError `not-found`, `conflict`, `files-incomplete`, `bad-envelope`, and as Prices does.
 */
export async function putOwnMessage(
  { database, prices, changes, notices }: OwnMessageDeps,
  { caseId, paid }: Reporter,
  place: Place,
  bytes: Uint8Array,
  isUrgent = false,
): Promise<void> {
  const own = readOwnRow(bytes);
  const { handle, found } = await findInbox(database, caseId);
  if (found === undefined) throw new ProblemError("not-found");
  const message = { handle, ...place, ...own };
  // What is there needs no room: whoever lost the answer gets it.
  if (await isSameOwnMessage(database, message)) return;
  await prices.admitMessage(handle, own.row.length, { purpose: purposeOf("message", bytes.length), paid });
  const outcome = await insertOwnMessage(database, message, today());
  if (outcome === "stored") {
    prices.addText(own.row.length);
    changes.ofCase(handle);
    if (isUrgent) await notices.ring(handle, false);
    return;
  }
  if (!(await isSameOwnMessage(database, message))) throw new ProblemError(outcome);
}

function readOwnRow(bytes: Uint8Array): OwnRow {
  return readSent(() => {
    const own = parseOwnRow(bytes);
    checkRowSize("reporter", own.row);
    return own;
  });
}
