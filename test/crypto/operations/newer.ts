/** What the operations of the newer vector files mean in our code (test/vectors/README.md). */
import { wordlist } from "@scure/bip39/wordlists/english.js";
import type { Challenge } from "altcha-lib";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { fromUtf8, sameBytes, u32, utf8 } from "../../../src/crypto/bytes.ts";
import { inspectDeclaration } from "../../../src/crypto/declaration.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { fingerprintOf } from "../../../src/crypto/identity.ts";
import type { Direction } from "../../../src/crypto/message.ts";
import { inspectOfficeDocument, isOfficeDocumentBy, officeDocumentHash } from "../../../src/crypto/office-document.ts";
import { parseSealedReport } from "../../../src/crypto/sealed-report.ts";
import { openDeclaration } from "../../../src/crypto/secret/declaration.ts";
import { openOfficeDocument } from "../../../src/crypto/secret/office-document.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { deriveSealingKeyPair } from "../../../src/crypto/secret/keys.ts";
import { combineShares } from "../../../src/crypto/secret/recovery.ts";
import { INDONESIAN } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { type WordList, readWords, wordsOf } from "../../../src/crypto/secret/words.ts";
import { openDigest } from "../../../src/crypto/secret/wrap.ts";
import { encapsulate, isSignedBy } from "../../../src/crypto/sodium.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { type UnknownField } from "../../../src/protocol/encoding/canonical-json.ts";
import {
  encodeSummary,
  isSummaryOf,
  parseMessageContent,
  parseReportBody,
  summaryOf,
} from "../../../src/protocol/content.ts";
import {
  type SignedDirectory,
  parseDirectory,
  shareHashOf,
  signedDirectorySchema,
} from "../../../src/protocol/directory/directory.ts";
import type { StatementName } from "../../../src/protocol/directory/statement.ts";
import { acceptDirectory } from "../../../src/protocol/directory/trust.ts";
import * as z from "../../../src/protocol/encoding/zod.ts";
import { manifestInput, parseManifest } from "../../../src/protocol/documents/export-manifest.ts";
import { parseOwnRow, parsePaddedRows } from "../../../src/protocol/frames.ts";
import { parseOfficeDocuments } from "../../../src/protocol/documents/office-documents.ts";
import { parseSnapshot, snapshotHashOf, snapshotSignatureInput } from "../../../src/protocol/publishing/snapshot.ts";
import { parseReceiptLine, receiptInput } from "../../../src/protocol/receipt-line.ts";
import { type RecordContent, encodeRecord, parseInternalContent } from "../../../src/protocol/records.ts";
import type { Answers, ReadAnswers } from "../../../src/protocol/rules/report-fields.ts";
import { isOpen, validOf } from "../../../src/protocol/directory/validity.ts";
import { type Json, bytes, fromJson } from "../../vectors/format.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { AUDIT_OPERATIONS } from "./audit.ts";
import { FACTOR_OPERATIONS } from "./factors.ts";
import { CEREMONY_OPERATIONS } from "./ceremony.ts";
import { READER_OPERATIONS } from "./readers.ts";
import { STORY_OPERATIONS } from "./stories.ts";
import { OPERATIONS, rowJson } from "./first.ts";
import { type Operations, WordRefusal } from "./input.ts";

const LISTS: readonly WordList[] = [
  { language: "id", words: INDONESIAN },
  { language: "en", words: wordlist },
];

const unknownJson = (unknown: readonly UnknownField[]): Json => unknown.map(({ name, value }): Json => [name, value]);

const MORE: Operations = {
  "parse-sealed-report"(input) {
    const { submission, caseId, channelId, directoryVersion, directoryHash } = parseSealedReport(input.bytes("bytes"));
    return [submission, caseId, channelId, u32(directoryVersion), directoryHash].map(bytes);
  },
  "words-in"(input) {
    const list = LISTS.find(({ language }) => language === input.text("language"));
    if (list === undefined) throw new TypeError("no such list");
    return wordsOf(input.bytes("token"), list).join(" ");
  },
  "read-words-in"(input) {
    const read = readWords(input.text("typed"), LISTS);
    if ("problem" in read) throw new WordRefusal(read.problem.code);
    return { token: bytes(read.token), language: read.language };
  },
  fingerprint(input) {
    const fingerprint = fingerprintOf(input.bytes("publicKey"));
    return { fingerprint: bytes(fingerprint), words: fingerprintWords(fingerprint, LISTS[0]!).join(" ") };
  },
  "seal-to": (input) => encapsulate(input.bytes("publicKey")).shared.length === 32,
  "combine-shares": async (input) =>
    bytes(await combineShares(input.list("shares").map(fromJson), input.bytes("publicKey"))),
  "share-hash": (input) =>
    bytes(
      shareHashOf(
        input.bytes("ceremony"),
        input.number("index"),
        input.number("k"),
        input.number("n"),
        input.bytes("share"),
      ),
    ),
  async "solve-proof-of-work"(input) {
    const header = await solveProof(input.json("challenge") as unknown as Challenge);
    const { challenge, solution } = JSON.parse(fromUtf8(fromBase64url(header))) as {
      challenge: Json;
      solution: { counter: number; derivedKey: string };
    };
    return { challenge, counter: solution.counter, derivedKey: solution.derivedKey };
  },
  "readers-on-day"(input) {
    const directory = parseDirectory(utf8(input.text("document")));
    const channel = directory.channels.get(input.text("channel"))!;
    const now = Date.parse(input.text("now"));
    if (!isOpen(directory, channel, now)) return null;
    return [validOf(directory, channel.recipients, now), validOf(directory, channel.custodians, now)];
  },
  "read-report-body"(input) {
    const read = parseReportBody(utf8(input.text("text")));
    const { answers, attachments, recipients, excluded, identityGiven, unknown = [] } = read;
    return {
      answers,
      attachments: [...attachments],
      recipients: recipients.map(hex),
      excluded: excluded.map(hex),
      identityGiven,
      unknown: unknownJson(unknown),
    };
  },
  "summary-of": (input) => fromUtf8(encodeSummary(summaryOf(input.json("answers") as unknown as Answers))),
  "is-summary-of": (input) => isSummaryOf(utf8(input.text("text")), input.json("answers") as unknown as ReadAnswers),
  "read-export-manifest"(input) {
    const text = utf8(input.text("manifest"));
    const manifest = parseManifest(text);
    const signed = isSignedBy(input.bytes("signingKey"), input.bytes("signature"), manifestInput(text));
    return { manifest, input: bytes(manifestInput(text)), signed };
  },
  "parse-receipt-line"(input) {
    const { facts, signature } = parseReceiptLine(input.text("line"));
    const { directoryVersion, directoryHash, day, random } = facts;
    return {
      directoryVersion,
      directoryHash: bytes(directoryHash),
      day,
      random: bytes(random),
      signature: bytes(signature),
      input: bytes(receiptInput(facts)),
    };
  },
  "read-content"(input) {
    const direction = input.text("direction") as Direction;
    const [kind, text] = [input.text("kind"), utf8(input.text("text"))];
    const parsed =
      direction === "internal" ? parseInternalContent(kind, text) : parseMessageContent(direction, kind, text);
    const { unknown, ...content } = parsed;
    return { ...(content as unknown as { [name: string]: Json }), ...(unknown && { unknown: unknownJson(unknown) }) };
  },
  "read-record"(input) {
    const text = utf8(input.text("text"));
    const { unknown, ...content } = parseInternalContent(input.text("kind"), text);
    return {
      ...(content as unknown as { [name: string]: Json }),
      ...(unknown && { unknown: unknownJson(unknown) }),
      written: isWritten(content, text),
    };
  },
  "open-declaration"(input) {
    const declaration = inspectDeclaration(input.bytes("declaration"));
    const { memberId, version, directoryVersion, directoryHash } = declaration;
    const keys = input.list("keys").map((seed) => deriveSealingKeyPair(fromJson(seed)));
    const content = openDeclaration(declaration, keys, input.bytes("signingKey"));
    return [bytes(memberId), version, directoryVersion, bytes(directoryHash), fromUtf8(content)];
  },
  "inspect-office-document"(input) {
    const document = inspectOfficeDocument(input.bytes("document"));
    const { kind, version, previous, memberId, directoryVersion, directoryHash } = document;
    if (!isOfficeDocumentBy(document, input.bytes("signingKey"))) throw new CryptoError("altered");
    const hashed = officeDocumentHash(input.bytes("document"));
    return [
      kind,
      version,
      bytes(previous),
      bytes(memberId),
      directoryVersion,
      bytes(directoryHash),
      bytes(hashed),
      document.payload.length,
    ];
  },
  "inspect-figures"(input) {
    const document = input.bytes("document");
    parseSnapshot(document);
    const signed = snapshotSignatureInput(document, hex(input.bytes("memberId")), input.text("day"));
    if (!isSignedBy(input.bytes("signingKey"), input.bytes("signature"), signed)) throw new CryptoError("altered");
    return bytes(snapshotHashOf(document));
  },
  "open-office-document"(input) {
    const keys = input.list("keys").map((seed) => deriveSealingKeyPair(fromJson(seed)));
    return fromUtf8(openOfficeDocument(inspectOfficeDocument(input.bytes("document")), keys));
  },
  "parse-office-documents"(input) {
    const { newest, documents } = parseOfficeDocuments(input.bytes("bytes"));
    return [newest, ...documents.map(bytes)];
  },
  "open-digest": (input) =>
    fromUtf8(
      openDigest(input.bytes("sealed"), input.bytes("vaultKey"), input.bytes("memberId"), input.bytes("caseId")),
    ),
  "parse-own-row-files": (input) => parseOwnRow(input.bytes("bytes")).files.map(bytes),
  "parse-padded-rows": (input) => parsePaddedRows(input.bytes("bytes")).map(rowJson),
};

/** Whether this version writes it, byte for byte. */
function isWritten(content: unknown, text: Uint8Array): boolean {
  try {
    return sameBytes(encodeRecord(content as RecordContent), text);
  } catch {
    return false;
  }
}

/** A directory with the stewards' statements on it, accepted from what was remembered. */
const STATED: Operations = {
  "accept-stated"(input) {
    const trust = input.within("trust");
    const roots = { threshold: trust.number("threshold"), keys: trust.list("keys").map(fromJson) };
    const remembered = { roots, version: trust.number("version"), hash: trust.bytes("hash") };
    const statement = trust.has("statement") ? (trust.json("statement") as unknown as StatementName) : undefined;
    const chain = input.list("chain").map((signed): SignedDirectory => z.parse(signedDirectorySchema, signed));
    const look = { depth: "quick", now: Date.parse(input.text("now")) } as const;
    const { freshness } = acceptDirectory({ ...remembered, statement }, chain, look).directory;
    if (freshness === null) return null;
    const { sequence, hash, suspended, closed } = freshness;
    return { sequence, hash, suspended: [...suspended], closed: [...closed] };
  },
};

export const ALL_OPERATIONS: Operations = {
  ...OPERATIONS,
  ...STATED,
  ...MORE,
  ...READER_OPERATIONS,
  ...FACTOR_OPERATIONS,
  ...STORY_OPERATIONS,
  ...AUDIT_OPERATIONS,
  ...CEREMONY_OPERATIONS,
};
