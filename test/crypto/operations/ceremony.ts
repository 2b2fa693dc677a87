/** What the operations of ceremony.json mean in our code (test/vectors/README.md). */
import { proposalOf } from "../../../src/client/ceremony/request.ts";
import { WORD_LISTS, wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { rootsFingerprintOf } from "../../../src/crypto/identity.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { combineLocked } from "../../../src/crypto/secret/recovery.ts";
import { readSheet, sheetLinesOf } from "../../../src/crypto/secret/share-sheet.ts";
import { keyWordsOf, readKeyWords } from "../../../src/crypto/secret/words.ts";
import { bytes, fromJson } from "../../vectors/format.ts";
import { type Input, type Operations, WordRefusal } from "./input.ts";

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
  "roots-fingerprint"(input) {
    const roots = { threshold: input.number("threshold"), keys: input.list("keys").map(fromJson) };
    const fingerprint = rootsFingerprintOf(roots);
    return { fingerprint: bytes(fingerprint), words: fingerprintWords(fingerprint, wordListOf("id")).join(" ") };
  },
  "proposal-line": (input) => fingerprintWords(proposalOf(utf8(input.text("document"))), wordListOf("id")).join(" "),
};
