/** What the operations of ceremony.json mean in our code (test/vectors/README.md). */
import { lineOf } from "../../../src/client/ceremony/recovery-call.ts";
import { proposalOf } from "../../../src/client/ceremony/request.ts";
import { WORD_LISTS, wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { readJoiner } from "../../../src/client/office/joining.ts";
import { type Bytes, fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { rootsFingerprintOf } from "../../../src/crypto/identity.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { deriveSealingKeyPair } from "../../../src/crypto/secret/keys.ts";
import { openRecoveryPart } from "../../../src/crypto/secret/recovery-part.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import {
  type RecoveryUse,
  attestationInput,
  recoveryRecordInput,
} from "../../../src/protocol/directory/recovery-record.ts";
import { recoveryEntryInput } from "../../../src/protocol/records/recovery.ts";
import { combineLocked, deriveAttestationKeyPair } from "../../../src/crypto/secret/recovery.ts";
import { readSheet, sheetLinesOf } from "../../../src/crypto/secret/share-sheet.ts";
import { vaultKeysSignatureInput } from "../../../src/crypto/request.ts";
import { keyWordsOf, readKeyWords } from "../../../src/crypto/secret/words.ts";
import { codeHash, foundingKeyHash, readCode } from "../../../src/protocol/founding.ts";
import { bytes, fromJson } from "../../vectors/format.ts";
import { type Input, type Operations, WordRefusal } from "./input.ts";

const namedOf = (input: Input) => ({
  use: input.text("use") as RecoveryUse,
  recoveryKey: hex(input.bytes("recoveryKey")),
  day: input.text("day"),
  drawn: hex(input.bytes("drawn")),
});

const listOf = (input: Input) => wordListOf(input.text("language") as "id" | "en");

export const CEREMONY_OPERATIONS: Operations = {
  "key-words": (input) => keyWordsOf(input.bytes("secret"), listOf(input)).join(" "),
  "read-key-words"(input) {
    const read = readKeyWords(input.text("typed"), WORD_LISTS);
    if ("problem" in read) throw new WordRefusal(read.problem.code);
    return { secret: bytes(read.secret), language: read.language };
  },
  "share-lines"(input) {
    const [number, threshold, total] = ["number", "k", "n"].map((name) => input.number(name)) as [
      number,
      number,
      number,
    ];
    const share = { number, threshold, total, ceremony: input.bytes("ceremony"), share: input.bytes("share") };
    return sheetLinesOf(share, listOf(input)).map((words) => words.join(" "));
  },
  "read-share-lines"(input) {
    const read = readSheet(input.list("lines") as readonly string[], WORD_LISTS);
    if ("problem" in read) throw new WordRefusal(read.problem.code);
    const { number, threshold, total, ceremony, share } = read.share;
    return { number, ceremony: bytes(ceremony), k: threshold, n: total, share: bytes(share) };
  },
  "recover-seed": async (input) =>
    bytes(
      await combineLocked(
        input.list("shares").map(fromJson),
        input.bytes("lock"),
        { ceremony: input.bytes("ceremony"), threshold: input.number("k"), total: input.number("n") },
        input.bytes("publicKey"),
      ),
    ),
  "read-joiner": (input) => bytes(fromHex(readJoiner(utf8(input.text("file"))).id)),
  "vault-keys-change-input"(input) {
    const place = { origin: input.text("origin"), memberId: input.bytes("member"), nonce: input.bytes("nonce") };
    return bytes(vaultKeysSignatureInput(place, input.bytes("before"), input.bytes("after")));
  },
  "founding-code"(input) {
    const letters = readCode(input.text("typed"));
    return letters === undefined ? null : { letters, hash: bytes(codeHash(letters)) };
  },
  "founding-key": (input) => bytes(foundingKeyHash(input.bytes("key"))),
  "roots-fingerprint"(input) {
    const roots = { threshold: input.number("threshold"), keys: input.list("keys").map(fromJson) };
    const fingerprint = rootsFingerprintOf(roots);
    return { fingerprint: bytes(fingerprint), words: fingerprintWords(fingerprint, wordListOf("id")).join(" ") };
  },
  "attestation-key": (input) => bytes(deriveAttestationKeyPair(input.bytes("seed")).publicKey),
  "attestation-input": (input) => bytes(attestationInput(namedOf(input))),
  "recovery-record-input"(input) {
    const attestation = toBase64url(input.bytes("attestation"));
    const directory = { version: input.number("version"), hash: hex(input.bytes("directoryHash")) };
    const record = { ...namedOf(input), attestation, directory, member: hex(input.bytes("member")) };
    return bytes(recoveryRecordInput(record));
  },
  "recovery-entry-input"(input) {
    const [caseId, headHash, member] = ["caseId", "headHash", "member"].map((name) => input.bytes(name)) as [
      Bytes,
      Bytes,
      Bytes,
    ];
    const openPartHash = input.bytes("openPartHash");
    return bytes(recoveryEntryInput({ caseId, headHash, epoch: input.number("epoch"), member, openPartHash }));
  },
  "recovery-line": (input) => fingerprintWords(lineOf(utf8(input.text("call"))), wordListOf("id")).join(" "),
  "open-recovery-part"(input) {
    const keys = input.list("keys").map((seed) => deriveSealingKeyPair(fromJson(seed)));
    const part = openRecoveryPart(input.bytes("sealed"), input.bytes("call"), keys);
    if ("lock" in part) return { lock: bytes(part.lock) };
    const { number, threshold, total, ceremony, share } = part.share;
    return { number, k: threshold, n: total, ceremony: bytes(ceremony), share: bytes(share) };
  },
  "proposal-line": (input) => fingerprintWords(proposalOf(utf8(input.text("document"))), wordListOf("id")).join(" "),
};
