/** Documents in which an office decides for itself: taken as every client would take them, and kept in all versions. */
import { fromHex, sameBytes } from "../../../crypto/bytes.ts";
import {
  inspectOfficeDocument,
  inspectSealedPayload,
  isOfficeDocumentBy,
  officeDocumentHash,
} from "../../../crypto/office-document.ts";
import {
  OFFICE_DOCUMENTS,
  OFFICE_DOCUMENTS_PAGE,
  type OfficeDocumentKind,
  encodeOfficeDocuments,
} from "../../../protocol/documents/office-documents.ts";
import { readJson } from "../../../protocol/encoding/canonical-json.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { findNewestVersion, findOfficeDocuments, insertOfficeDocument } from "../../store/office/office-documents.ts";
import { readSent } from "../common/sent-bytes.ts";
import { type Session, actOf } from "../common/sessions.ts";

export async function readOfficeDocuments(
  database: Database,
  kind: OfficeDocumentKind,
  from: number | undefined,
): Promise<Uint8Array> {
  const newest = await findNewestVersion(database, kind);
  const documents = await findOfficeDocuments(database, kind, from ?? newest, OFFICE_DOCUMENTS_PAGE);
  return encodeOfficeDocuments({ newest, documents });
}

/** Throws ProblemError `bad-envelope`, `forbidden`, `stale-directory`, `bad-signature`, `conflict`. */
export async function putOfficeDocument(
  database: Database,
  session: Session,
  kind: OfficeDocumentKind,
  bytes: Uint8Array,
): Promise<void> {
  const { member, directory } = session;
  const document = readSent(() => inspectOfficeDocument(bytes));
  if (document.kind !== kind || !sameBytes(document.memberId, fromHex(member.id)))
    throw new ProblemError("bad-envelope");
  const { writers, isSealed, content }: (typeof OFFICE_DOCUMENTS)[OfficeDocumentKind] = OFFICE_DOCUMENTS[kind];
  if (!writers.some((role) => member.roles.includes(role))) throw new ProblemError("forbidden");
  // One that nobody could read would stand in everybody's way.
  readSent(() => (isSealed ? inspectSealedPayload(document.payload) : readJson(content, document.payload)));
  const isCurrent =
    document.directoryVersion === directory.version && sameBytes(document.directoryHash, directory.hash);
  if (!isCurrent) throw new ProblemError("stale-directory");
  if (!isOfficeDocumentBy(document, member.signingKey)) throw new ProblemError("bad-signature");
  const { version, previous } = document;
  const outcome = await insertOfficeDocument(
    database,
    { kind, version, hash: officeDocumentHash(bytes), document: bytes, act: actOf(session) },
    previous,
  );
  if (outcome === undefined) throw new ProblemError("conflict");
}
