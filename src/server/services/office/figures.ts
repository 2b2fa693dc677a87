/**
 * Published figures: the server keeps them and looks at them as everybody will. It can alter none, for two members have
 * signed each; what it must not take from members is what pages would then refuse.
 */
import { hex } from "../../../crypto/bytes.ts";
import { FIGURES_PAGE } from "../../../protocol/limits.ts";
import { documentBytes, parseDirectory } from "../../../protocol/directory/directory.ts";
import { type Link, chainError } from "../../../protocol/publishing/chain.ts";
import { signersOf } from "../../../protocol/publishing/signers.ts";
import {
  type SignedSnapshot,
  type SnapshotSignature,
  parseSnapshot,
  snapshotBytes,
  snapshotHashOf,
} from "../../../protocol/publishing/snapshot.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { findFrom } from "../../store/office/directories.ts";
import {
  findFigures,
  findFiguresProposal,
  findNewestFigures,
  insertFiguresProposal,
  publishFigures,
} from "../../store/office/figures.ts";
import { readSent } from "../common/sent-bytes.ts";
import { type Session, actOf } from "../common/sessions.ts";
import { daysAgo } from "../common/today.ts";

export function readFigures(database: Database, from: number | undefined): Promise<SignedSnapshot[]> {
  return from === undefined ? findNewestFigures(database) : findFigures(database, from, FIGURES_PAGE);
}

/** Throws ProblemError `bad-envelope`, `stale-directory`, or `conflict` where others wait or it follows none. */
export async function proposeFigures(
  database: Database,
  session: Session,
  { document, signature }: { readonly document: string; readonly signature: SnapshotSignature },
): Promise<void> {
  const { member, directory } = session;
  const signed = { document, signatures: [signature] };
  const snapshot = readSent(() => parseSnapshot(snapshotBytes(signed)));
  checkDays(snapshot.counted, signature.day);
  if (snapshot.directory.hash !== hex(directory.hash)) throw new ProblemError("stale-directory");
  const [signer] = signersOf(signed, directory);
  if (signer?.member.id !== member.id) throw new ProblemError("bad-envelope");
  if (chainError(await readLinks(database), snapshot) !== undefined) throw new ProblemError("conflict");
  if (!(await insertFiguresProposal(database, document, signature, actOf(session)))) throw new ProblemError("conflict");
}

/** Throws ProblemError `bad-envelope`, or `conflict` where something else waits. */
export async function confirmFigures(
  database: Database,
  session: Session,
  { hash, signature }: { readonly hash: string; readonly signature: SnapshotSignature },
): Promise<void> {
  const proposal = await findFiguresProposal(database);
  if (proposal === undefined || hex(snapshotHashOf(snapshotBytes(proposal))) !== hash)
    throw new ProblemError("conflict");
  const snapshot = parseSnapshot(snapshotBytes(proposal));
  checkDays(signature.day);
  const [named] = await findFrom(database, { version: snapshot.directory.version, statement: 1 }, 1);
  if (named === undefined) throw new ProblemError("conflict");
  const signed = { ...proposal, signatures: [...proposal.signatures, signature] };
  const signers = signersOf(signed, parseDirectory(documentBytes(named)));
  if (signers.length < 2 || signers[1]?.member.id !== session.member.id) throw new ProblemError("bad-envelope");
  if (chainError(await readLinks(database), snapshot) !== undefined) throw new ProblemError("conflict");
  if (!(await publishFigures(database, snapshot.sequence, signed, actOf(session)))) throw new ProblemError("conflict");
}

/** A device east or west of the office may be a day off. */
function checkDays(...days: readonly string[]): void {
  if (days.some((day) => day > daysAgo(-1) || day < daysAgo(1))) throw new ProblemError("bad-envelope");
}

/** All that were published. There are four a year, so they are read whole. */
async function readLinks(database: Database): Promise<Link[]> {
  const links: Link[] = [];
  for (;;) {
    const page = await findFigures(database, links.length + 1, FIGURES_PAGE);
    links.push(
      ...page.map((signed) => ({ snapshot: parseSnapshot(snapshotBytes(signed)), bytes: snapshotBytes(signed) })),
    );
    if (page.length < FIGURES_PAGE) return links;
  }
}
