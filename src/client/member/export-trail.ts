/**
 * The whole audit trail, as this member is shown it, written as a file that anybody checks without a server
 * (docs/protocol.md, "The exported log").
 */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { API } from "../../protocol/api.ts";
import { parseCheckpoint } from "../../protocol/audit/checkpoint.ts";
import { EXPORT_FORMAT, encodeExportLine, encodeHeaderLine } from "../../protocol/audit/export.ts";
import { directoryPayload, parseLeaf, statementPayload } from "../../protocol/audit/leaf.ts";
import { type ShownLeaf, isHidden, openAuditPage, pagesOf } from "../../protocol/audit/pages.ts";
import { type SignedDirectory, documentBytes, parseDirectory } from "../../protocol/directory/directory.ts";
import type { SignedStatement } from "../../protocol/directory/statement.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { STATEMENTS_PAGE } from "../../protocol/limits.ts";
import { type LookedLog, headOf } from "../audit/head.ts";
import { fetchChain } from "../directory/directories.ts";
import { ApiError, type Connection, callBytes, callJson } from "../line/http.ts";
import { MOST_PAGES, limitPages } from "../line/paging.ts";
import { sha256Of } from "../line/sha256.ts";

/** What stands beside a leaf, by the hash that the leaf holds. */
type Documents = ReadonlyMap<string, { directory: SignedDirectory } | { statement: SignedStatement }>;

/** Piece by piece, as the server gives it. Throws ApiError, and CryptoError where a page is not of this log. */
export async function* exportTrail(connection: Connection, looked: LookedLog): AsyncGenerator<Bytes> {
  const chain = await fetchChain(connection, 1);
  const [first] = chain;
  if (first === undefined) throw new ApiError("unexpected");
  const { threshold, keys } = parseDirectory(documentBytes(first)).roots;
  yield encodeHeaderLine({
    format: EXPORT_FORMAT,
    origin: parseCheckpoint(looked.checkpoint).origin,
    keys: [...looked.keys],
    roots: { threshold, keys: keys.map(hex) },
  });
  const documents = await documentsOf(connection, chain);
  const { size } = looked.head;
  for (let page = 0; page < pagesOf(size); page++) {
    const bytes = await callBytes(connection, "auditPage", { query: { page, size } });
    for (const leaf of openAuditPage(sha256Of, bytes, page, headOf(looked.head))) yield lineOf(leaf, documents);
  }
  yield encodeExportLine({ checkpoint: looked.checkpoint });
}

function lineOf(leaf: ShownLeaf, documents: Documents): Bytes {
  if (isHidden(leaf)) return encodeExportLine({ hash: toBase64url(leaf) });
  const content = parseLeaf(leaf);
  const document = "documentHash" in content ? documents.get(hex(content.documentHash)) : undefined;
  return encodeExportLine({ leaf: toBase64url(leaf), ...document });
}

async function documentsOf(connection: Connection, chain: readonly SignedDirectory[]): Promise<Documents> {
  const documents = new Map<string, { directory: SignedDirectory } | { statement: SignedStatement }>();
  for (const { document, signatures } of chain) {
    const directory = { document, signatures };
    documents.set(hex(directoryPayload(sha256Of, directory)), { directory });
    const { version, stewards } = parseDirectory(documentBytes(directory));
    for (const statement of stewards === null ? [] : await statementsOn(connection, version))
      documents.set(hex(statementPayload(sha256Of, statement)), { statement });
  }
  return documents;
}

async function statementsOn(connection: Connection, directory: number): Promise<SignedStatement[]> {
  const all: SignedStatement[] = [];
  const turnTo = limitPages(MOST_PAGES.directories);
  for (;;) {
    const query = { directory, from: all.length + 1 };
    const { statements } = await callJson(connection, "auditStatements", API.auditStatements.answer.json, { query });
    all.push(...statements);
    if (statements.length < STATEMENTS_PAGE) return all;
    turnTo(String(all.length));
  }
}
