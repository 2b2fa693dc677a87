/** What a reporter finds again with the key of a case. Unknown, burnt and wrong keys get the same answer for the same work. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { CryptoError } from "../../crypto/errors.ts";
import { checkRowSize } from "../../crypto/message.ts";
import {
  CHECK_ROWS_BYTES,
  PAGE_ROWS_BYTES,
  encodeCheckAnswer,
  encodePaddedRows,
  parseOwnRow,
  rowFrameBytes,
} from "../../protocol/frames.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import {
  countMessages,
  deleteInbox,
  findInbox,
  findNewestAnswers,
  insertOwnMessage,
  isSameOwnMessage,
} from "../store/inboxes.ts";
import { today } from "./today.ts";

/** Larger than every sequence. */
const END = 0x7fff_ffff;
const overhead = rowFrameBytes(new Uint8Array());

export async function checkCase(database: Database, caseId: Uint8Array): Promise<Uint8Array> {
  const leaves = inStep();
  const { handle, found } = await findInbox(database, caseId);
  const counts = await countMessages(database, handle);
  const rows = await findNewestAnswers(database, handle, { before: END, atMost: CHECK_ROWS_BYTES, overhead });
  const answer = encodeCheckAnswer(found === undefined ? undefined : { ...found, ...counts, rows });
  await leaves();
  return answer;
}

export async function readEarlierAnswers(database: Database, caseId: Uint8Array, before: number): Promise<Uint8Array> {
  const leaves = inStep();
  const { handle } = await findInbox(database, caseId);
  const answer = encodePaddedRows(
    await findNewestAnswers(database, handle, { before, atMost: PAGE_ROWS_BYTES, overhead }),
  );
  await leaves();
  return answer;
}

export async function burnCase(database: Database, caseId: Uint8Array): Promise<void> {
  const leaves = inStep();
  await deleteInbox(database, caseId);
  await leaves();
}

/**
 * A receipt that is read costs some microseconds more than one that is not there, and an answer more than none.
 * So answers leave at fixed steps after the request came, the first of them several times what the work takes.
 */
const STEP_MS = 25;

function inStep(): () => Promise<void> {
  const begun = performance.now();
  return async () => {
    const spent = performance.now() - begun;
    await sleep(Math.ceil(spent / STEP_MS) * STEP_MS - spent);
  };
}

export type Place = { readonly epoch: number; readonly sequence: number };

/** The next message of the reporter, or the same one again. Throws ProblemError `not-found`, `conflict`, `bad-envelope`. */
export async function putOwnMessage(
  database: Database,
  caseId: Uint8Array,
  place: Place,
  bytes: Uint8Array,
): Promise<void> {
  const { row, ownBox } = readOwnRow(bytes);
  const { handle, found } = await findInbox(database, caseId);
  if (found === undefined) throw new ProblemError("not-found");
  const message = { handle, ...place, row, ownBox };
  if (await insertOwnMessage(database, message, today())) return;
  if ((await isSameOwnMessage(database, message)) !== true) throw new ProblemError("conflict");
}

function readOwnRow(bytes: Uint8Array): ReturnType<typeof parseOwnRow> {
  try {
    const own = parseOwnRow(bytes);
    checkRowSize("reporter", own.row);
    return own;
  } catch (error) {
    if (error instanceof CryptoError) throw new ProblemError("bad-envelope");
    throw error;
  }
}
