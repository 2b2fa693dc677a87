/** Documents in which the office decides for itself: who writes them, and that no version is ever replaced. */
import t from "tap";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { ZERO_HASH } from "../../../src/crypto/envelope.ts";
import { officeDocumentHash } from "../../../src/crypto/office-document.ts";
import { deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { type OfficeDocumentToWrite, writeOfficeDocument } from "../../../src/crypto/secret/office-document.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { encodeJson } from "../../../src/protocol/encoding/canonical-json.ts";
import { OFFICE_DOCUMENTS, parseOfficeDocuments } from "../../../src/protocol/documents/office-documents.ts";
import { parseDirectory, documentBytes } from "../../../src/protocol/directory/directory.ts";
import { logIn } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type Session, send, startServer } from "../../support/machine/server.ts";

t.test("a version rests on the newest one, is its author's, and is never replaced", async (t) => {
  const server = await startServer(t);
  const { lead, investigators, signed } = server.organisation;
  const directory = parseDirectory(documentBytes(signed));
  const [leader, investigator] = [await logIn(server, lead), await logIn(server, investigators[0]!)];
  const law = (note: string) =>
    encodeJson(OFFICE_DOCUMENTS.law.content, {
      rules: [{ id: "lke-request-by", on: "2026-11-29", value: null, source: note }],
    });
  const make = (previous: Uint8Array | undefined, change: Partial<OfficeDocumentToWrite> = {}, by: NewMember = lead) =>
    writeOfficeDocument({
      kind: "law",
      version: previous === undefined ? 1 : 2,
      previous: previous === undefined ? ZERO_HASH : officeDocumentHash(previous),
      memberId: fromHex(by.entry.id),
      directoryVersion: directory.version,
      directoryHash: directory.hash,
      content: law(""),
      signing: deriveSigningKeyPair(by.keys.signingSeed),
      readers: undefined,
      ...change,
    });
  const put = async (session: Session, body: Uint8Array, kind = "law") =>
    (await send(server, `/api/office/documents/${kind}`, { method: "PUT", session, body })).status;
  const read = async (session: Session, queried = "") =>
    parseOfficeDocuments((await send(server, `/api/office/documents/law${queried}`, { session })).bytes);
  t.match(await read(leader), { newest: 0, documents: [] });
  const first = make(undefined);
  const second = make(first);
  const refused: readonly (readonly [number, Uint8Array, string])[] = [
    [409, second, "behind one that is not there"],
    [400, make(undefined, { memberId: fromHex(investigators[0]!.entry.id) }), "as somebody else"],
    [401, make(undefined, { signing: deriveSigningKeyPair(investigators[0]!.keys.signingSeed) }), "by another key"],
    [409, make(undefined, { directoryHash: randomBytes(32) }), "of a directory that is not the newest"],
    [400, make(undefined, { kind: "ledger" }), "of another kind"],
    [400, make(undefined, { content: new TextEncoder().encode('{"rules":[{}]}') }), "what nobody could read"],
    [400, first.subarray(0, 99), "cut"],
    [400, randomBytes(400), "noise"],
    [400, new Uint8Array(), "nothing"],
  ];
  for (const [status, body, about] of refused) t.equal(await put(leader, body), status, about);
  t.equal(await put(investigator, make(undefined, {}, investigators[0]!)), 403, "by who may not");
  t.equal(await put(leader, make(undefined, { kind: "ledger" }), "ledger"), 400, "in clear, where it must be sealed");
  t.equal(await put(leader, first, "unknown"), 400);
  const two = [put(leader, first), put(leader, make(undefined, { content: law("lain") }))];
  t.same(
    (await Promise.all(two)).toSorted((a, b) => a - b),
    [200, 409],
    "of two at once one is stored",
  );
  const [stored = new Uint8Array()] = (await read(investigator)).documents;
  t.equal(await put(leader, stored), 200, "the same again, after a lost answer");
  const next = make(stored);
  t.equal(await put(leader, next), 200);
  t.equal(await put(leader, make(stored, { content: law("lain") })), 409, "an editor who was slower");
  t.match(await read(investigator), { newest: 2, documents: { length: 1 } });
  t.same(
    (await read(investigator, "?from=1")).documents.map(officeDocumentHash),
    [stored, next].map(officeDocumentHash),
  );
  t.match(await read(investigator, "?from=3"), { newest: 2, documents: [] });
  for (const statement of ["UPDATE office_documents SET document = ''", "DELETE FROM office_documents"])
    await t.rejects(query(server.urls.appUrl, statement), /permission denied/u);
});
