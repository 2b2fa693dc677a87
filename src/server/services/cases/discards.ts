/** Two members together discard a case: the server takes only steps that every client would take. */
import { sameBytes } from "../../../crypto/bytes.ts";
import { inspectHead } from "../../../crypto/envelope.ts";
import { isSignedBy } from "../../../crypto/sodium.ts";
import {
  type DiscardStatement,
  type SignedStep,
  encodeDiscardRecord,
  encodeDiscards,
  faultOfStep,
  isAboutDay,
  parseDiscardStatement,
  parseSignedStep,
} from "../../../protocol/discards.ts";
import { handleBytes } from "../../../protocol/frames.ts";
import { CLOCK_ERROR_SECONDS, DISCARDS_PAGE, MAX_DISCARD_STEPS } from "../../../protocol/limits.ts";
import { ProblemError } from "../../problem.ts";
import { hasProved } from "../../store/cases/cases.ts";
import type { Database } from "../../store/database.ts";
import { type DiscardedCase, addStep, findDiscard, findDiscards } from "../../store/cases/discards.ts";
import { channelsOf, page } from "./casework.ts";
import { type Session, actOf } from "../common/sessions.ts";
import { orNotFound } from "../common/not-found.ts";
import { readSent } from "../common/sent-bytes.ts";
import { today } from "../common/today.ts";

export async function readDiscards(
  database: Database,
  session: Session,
  after: string | undefined,
): Promise<Uint8Array> {
  const { next, items } = page(
    await findDiscards(database, session.memberId, channelsOf(session), after, DISCARDS_PAGE + 1),
    DISCARDS_PAGE,
  );
  return encodeDiscards({ next, records: items.map(({ record }) => record) });
}

export async function readDiscard(database: Database, { memberId }: Session, handle: string): Promise<Uint8Array> {
  if (!(await hasProved(database, memberId, handle))) throw new ProblemError("not-found");
  return encodeDiscardRecord(await findDiscard(database, handle));
}

/**
 * Takes the next step, or the same one again. Throws ProblemError `not-found`, `bad-envelope`, `bad-signature`,
 * `stale-directory`, `wrong-day`, `move-not-allowed`, `conflict`, `forbidden`.
 */
export async function putDiscardStep(
  database: Database,
  session: Session,
  handle: string,
  bytes: Uint8Array,
): Promise<void> {
  const { memberId, member, directory } = session;
  // Whoever has not proved the case learns nothing of it from the refusals below.
  if (!(await hasProved(database, memberId, handle))) throw new ProblemError("not-found");
  const { signed, statement } = readStep(bytes);
  if (!sameBytes(statement.memberId, memberId)) throw new ProblemError("bad-signature");
  const isCurrent =
    statement.directoryVersion === directory.version && sameBytes(statement.directoryHash, directory.hash);
  if (!isCurrent) throw new ProblemError("stale-directory");
  if (!isSignedBy(member.signingKey, signed.signature, signed.statement)) throw new ProblemError("bad-signature");
  const day = today();
  const outcome = await addStep(database, { memberId, handle, act: actOf(session) }, (target, record) => {
    if (!isAbout(statement, target)) throw new ProblemError("bad-envelope");
    const newest = record.steps.at(-1);
    if (newest !== undefined && sameBytes(newest.statement, signed.statement)) return "stored-before";
    // The removal has begun.
    if (record.removedOn !== undefined) throw new ProblemError("conflict");
    if (!isAboutDay(statement.day, day, CLOCK_ERROR_SECONDS)) throw new ProblemError("wrong-day");
    if (record.steps.length >= MAX_DISCARD_STEPS) throw new ProblemError("conflict");
    const before = record.steps.map((step) => step.statement);
    const fault = faultOfStep(before, statement, directory);
    if (fault !== undefined) throw new ProblemError(fault === "order" ? "conflict" : "forbidden");
    // Its reporter was told why, in the conversation, before anybody may remove it.
    if (statement.step !== "keep" && !target.isArchived) throw new ProblemError("move-not-allowed");
    return { ...signed, step: statement.step, day };
  });
  orNotFound(outcome);
}

function readStep(bytes: Uint8Array): { signed: SignedStep; statement: DiscardStatement } {
  return readSent(() => {
    const signed = parseSignedStep(bytes);
    return { signed, statement: parseDiscardStatement(signed.statement) };
  });
}

/** Whether the step names this very case and report. */
function isAbout(statement: DiscardStatement, { handle, caseId, channelId, head }: DiscardedCase): boolean {
  return (
    sameBytes(statement.handle, handleBytes(handle)) &&
    sameBytes(statement.caseId, caseId) &&
    sameBytes(statement.channelId, channelId) &&
    sameBytes(statement.headHash, inspectHead(head, { kind: "report", caseId }).headHash)
  );
}
