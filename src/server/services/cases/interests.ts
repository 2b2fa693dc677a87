/** What members declare of their own interests: kept as it comes, for the member and the leads of the member's channels. */
import { hex, sameBytes } from "../../../crypto/bytes.ts";
import { inspectDeclaration } from "../../../crypto/declaration.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { findInterests, upsertInterests } from "../../store/cases/interests.ts";
import { type Session, actOf } from "../common/sessions.ts";
import { readSent } from "../common/sent-bytes.ts";

/** Throws ProblemError `not-found` for whom the caller does not lead. */
export async function readInterests(
  database: Database,
  { memberId, member, directory }: Session,
  of: Uint8Array,
): Promise<Uint8Array> {
  const isLead =
    member.roles.includes("lead") &&
    [...directory.channels.values()].some(
      ({ recipients }) => recipients.includes(member.id) && recipients.includes(hex(of)),
    );
  if (!isLead && !sameBytes(of, memberId)) throw new ProblemError("not-found");
  return findInterests(database, of);
}

/** Throws ProblemError `bad-envelope` for another member's and what is none, `conflict` where there is a newer one. */
export async function putInterests(database: Database, session: Session, declaration: Uint8Array): Promise<void> {
  const { memberId } = session;
  const { memberId: of, version } = readSent(() => inspectDeclaration(declaration));
  if (!sameBytes(of, memberId)) throw new ProblemError("bad-envelope");
  if (!(await upsertInterests(database, { memberId, version, declaration, act: actOf(session) })))
    throw new ProblemError("conflict");
}
