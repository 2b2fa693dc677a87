/** What each operation of the vector files (test/vectors/README.md) means in our code. */
import { createHash } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import {
  type Field,
  concat,
  fromHex,
  fromUtf8,
  hex,
  list,
  parseList,
  sameBytes,
  utf8,
} from "../../../src/crypto/bytes.ts";
import { type EnvelopeKind, inspectHead, parseSubmission } from "../../../src/crypto/envelope.ts";
import { cellLayoutOf } from "../../../src/crypto/file-cells.ts";
import { registerNumberOf } from "../../../src/crypto/identity.ts";
import type { Label } from "../../../src/crypto/labels.ts";
import type { Direction } from "../../../src/crypto/message.ts";
import { pad, unpad } from "../../../src/crypto/padding.ts";
import {
  accessSignatureInput,
  loginSignatureInput,
  passphraseSignatureInput,
  requestSignatureInput,
} from "../../../src/crypto/request.ts";
import { normalizePassphrase, stretchPassphrase } from "../../../src/crypto/secret/argon2.ts";
import { fileHashOf, openFile } from "../../../src/crypto/secret/file.ts";
import { decapsulate, deriveSealingKeyPair, deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { openConversation, openInternal, readStatement } from "../../../src/crypto/secret/message.ts";
import { type OpenedHead, openBody, openHead, openIdentity, openSummary } from "../../../src/crypto/secret/open.ts";
import { openOwnBox, openReceipt } from "../../../src/crypto/secret/receipt.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import {
  deriveLoginKeyPair,
  openKnownHeads,
  openVaultKeys,
  openVaultMemory,
  unwrapVaultKey,
} from "../../../src/crypto/secret/vault.ts";
import { type WordList, readWords, wordsOf } from "../../../src/crypto/secret/words.ts";
import { openWrap } from "../../../src/crypto/secret/wrap.ts";
import { derive, hash, isSignedBy } from "../../../src/crypto/sodium.ts";
import { openStream } from "../../../src/crypto/stream.ts";
import { vaultHashOf } from "../../../src/crypto/vault-hash.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { type MessageContent, encodeMessageContent, parseMessageContent } from "../../../src/protocol/content.ts";
import { type SignedDirectory, signedDirectorySchema } from "../../../src/protocol/directory/directory.ts";
import {
  type Row,
  parseCases,
  parseCheckAnswer,
  parseHeadNames,
  parseNewHeadNames,
  parseHeads,
  parseMemberRow,
  parseOwnRow,
  parseRemovedAnswer,
  parseReportEnvelope,
  parseRows,
} from "../../../src/protocol/frames.ts";
import {
  type DiscardRecord,
  discardHashOf,
  parseDiscardRecord,
  parseDiscardStatement,
  parseDiscards,
} from "../../../src/protocol/discards.ts";
import { acceptDirectory } from "../../../src/protocol/directory/trust.ts";
import { z } from "../../../src/protocol/encoding/zod.ts";
import { type Json, bytes, fromJson } from "../../vectors/format.ts";
import { sealCells } from "../../vectors/make/file.ts";
import { Input, type Operations, WordRefusal } from "./input.ts";

const label = (input: Input) => `segel/1/${input.text("purpose")}` as Label;
const ENGLISH: WordList = { language: "en", words: wordlist };

function fields(input: Input): Field[] {
  return input.list("fields").map((field) => {
    const given = new Input(field as { readonly [name: string]: Json });
    if (given.has("text")) return given.text("text");
    return given.has("number") ? given.number("number") : given.bytes("bytes");
  });
}

function recordJson({ removedOn, freedKiB, steps }: DiscardRecord): Json {
  const signed = steps.map(({ storedOn, statement, signature }) => [storedOn, bytes(statement), bytes(signature)]);
  return [removedOn ?? null, freedKiB, signed];
}

function open(input: Input, kind: EnvelopeKind): OpenedHead {
  const keys = input.list("seeds").map((seed) => deriveSealingKeyPair(fromJson(seed)));
  const expected = kind === "identity" ? { kind, parent: input.bytes("parent") } : { kind };
  return openHead(input.bytes("head"), expected, keys);
}

function readRow(input: Input, sealedFor: "conversation" | "internal"): Json {
  const context = {
    caseId: input.bytes("caseId"),
    direction: input.text("direction") as Direction,
    epoch: input.number("epoch"),
    sequence: input.number("sequence"),
  };
  const keys = deriveSealingKeyPair(input.bytes("seed"));
  const padded =
    sealedFor === "internal"
      ? openInternal(input.bytes("row"), context, input.bytes("teamSecret"))
      : openConversation(
          input.bytes("row"),
          context,
          { as: input.text("as") as "team" | "reply", keys },
          input.bytes("threadKey"),
        );
  const signers = input.list("signers") as readonly (readonly [Json, Json])[];
  const { kind, content } = readStatement(padded, context, (signer) => {
    const known = signers.find(([id]) => sameBytes(fromJson(id), signer));
    return known === undefined ? undefined : fromJson(known[1]);
  });
  return { kind, content: bytes(content) };
}

export const rowJson = ({ epoch, sequence, storedOn, row, openPart }: Row): Json => [
  epoch,
  sequence,
  storedOn,
  bytes(row),
  ...(openPart === undefined ? [] : [bytes(openPart)]),
];
const sealedRecord = (input: Input) =>
  [input.bytes("sealed"), input.bytes("vaultKey"), input.bytes("memberId")] as const;

function stretch(input: Input) {
  return { salt: input.bytes("salt"), memoryKiB: input.number("memoryKiB"), passes: input.number("passes") };
}

function login(input: Input) {
  return { ...stretch(input), origin: input.text("origin"), name: input.text("name"), nonce: input.bytes("nonce") };
}

/** The recipe of a file, followed: its sealed cells. */
function cellsOf(input: Input, place: Uint8Array): Buffer[] {
  const [key, header] = [input.bytes("key"), input.bytes("header")];
  return sealCells(
    { key, header, place },
    input.bytes("padded"),
    input.number("cellBytes"),
    input.list("finals") as number[],
  );
}

export const OPERATIONS: Operations = {
  list: (input) => bytes(list(label(input), ...fields(input))),
  "parse-list": (input) => parseList(label(input), input.bytes("bytes")).map(bytes),
  hash: (input) => bytes(hash(label(input), ...fields(input))),
  derive: (input) => bytes(derive(input.bytes("key"), label(input), ...fields(input))),
  "signing-key": (input) => bytes(deriveSigningKeyPair(input.bytes("seed")).publicKey),
  "sealing-key": (input) => bytes(deriveSealingKeyPair(input.bytes("seed")).publicKey),
  decapsulate: (input) => bytes(decapsulate(input.bytes("ciphertext"), deriveSealingKeyPair(input.bytes("seed")))),
  "is-signed-by": (input) => isSignedBy(input.bytes("publicKey"), input.bytes("signature"), input.bytes("message")),
  pad: (input) => bytes(pad(input.bytes("plaintext"), input.list("classes") as number[])),
  unpad: (input) => bytes(unpad(input.bytes("padded"), input.list("classes") as number[])),
  "from-base64url": (input) => bytes(fromBase64url(input.text("text"))),
  "from-hex": (input) => bytes(fromHex(input.text("text"))),
  "token-keys"(input) {
    const { auth, reply, thread, self, caseId } = deriveTokenKeys(input.bytes("token"));
    return {
      authPublicKey: bytes(auth.publicKey),
      replyPublicKey: bytes(reply.publicKey),
      thread: bytes(thread),
      self: bytes(self),
      caseId: bytes(caseId),
      registerNumber: registerNumberOf(caseId),
    };
  },
  words: (input) => wordsOf(input.bytes("token"), ENGLISH).join(" "),
  "read-words"(input) {
    const read = readWords(input.text("typed"), [ENGLISH]);
    if ("problem" in read) throw new WordRefusal(read.problem.code);
    return bytes(read.token);
  },
  "inspect-head"(input) {
    const expected = input.within("expected");
    const ids = ["caseId", "channelId", "parent"]
      .filter((name) => expected.has(name))
      .map((name) => [name, expected.bytes(name)]);
    const { headHash, binding } = inspectHead(input.bytes("head"), {
      kind: expected.text("kind") as EnvelopeKind,
      ...Object.fromEntries(ids),
    });
    return { headHash: bytes(headHash), binding: bytes(binding) };
  },
  "open-head": (input) => bytes(open(input, "report").contentKey),
  "open-body": (input) => bytes(openBody(open(input, "report"), input.bytes("body"))),
  "open-summary"(input) {
    const { head, contentKey } = open(input, "report");
    return bytes(openSummary(contentKey, head.binding, head.summary));
  },
  "open-identity": (input) =>
    bytes(openIdentity(open(input, "identity"), input.bytes("reportContentKey"), input.bytes("body"))),
  "open-receipt"(input) {
    const receipt = openReceipt(input.bytes("sealed"), { self: input.bytes("self"), caseId: input.bytes("caseId") });
    const { headHash, channelId, teamPublicKey, excluded } = receipt;
    return {
      headHash: bytes(headHash),
      channelId: bytes(channelId),
      teamPublicKey: bytes(teamPublicKey),
      excluded: excluded.map(bytes),
    };
  },
  "open-own-box"(input) {
    const owner = { self: input.bytes("self"), caseId: input.bytes("caseId") };
    const context = {
      caseId: owner.caseId,
      direction: "reporter",
      epoch: input.number("epoch"),
      sequence: input.number("sequence"),
    } as const;
    const { messageHash, acknowledged, newestEpoch } = openOwnBox(input.bytes("sealed"), context, owner);
    return {
      messageHash: bytes(messageHash),
      sequence: acknowledged.sequence,
      hash: bytes(acknowledged.hash),
      newestEpoch,
    };
  },
  "read-conversation": (input) => readRow(input, "conversation"),
  "read-internal": (input) => readRow(input, "internal"),
  "open-wrap"(input) {
    const wrap = openWrap(...sealedRecord(input), input.bytes("caseId"));
    const { contentKey, headHash, binding, threadKey, epoch, teamSecret, seen } = wrap;
    const point = (direction: Direction): Json => [seen[direction].sequence, bytes(seen[direction].hash)];
    return {
      contentKey: bytes(contentKey),
      headHash: bytes(headHash),
      binding: bytes(binding),
      threadKey: threadKey === undefined ? null : bytes(threadKey),
      epoch,
      teamSecret: bytes(teamSecret),
      reporter: point("reporter"),
      team: point("team"),
      internal: point("internal"),
    };
  },
  "unwrap-vault-key": (input) =>
    bytes(unwrapVaultKey(input.bytes("sealed"), input.bytes("stretched"), input.text("name"), stretch(input))),
  "open-vault-keys"(input) {
    const { signingSeed, sealingSeeds } = openVaultKeys(...sealedRecord(input));
    return {
      signingSeed: bytes(signingSeed),
      sealingSeeds: sealingSeeds.map(({ fromVersion, seed }): Json => [fromVersion, bytes(seed)]),
    };
  },
  "open-vault-memory"(input) {
    const { directoryVersion, directoryHash } = openVaultMemory(...sealedRecord(input));
    return [directoryVersion, bytes(directoryHash)];
  },
  "vault-hash": (input) => bytes(vaultHashOf({ keyWrap: input.bytes("keyWrap"), keys: input.bytes("keys") })),
  "login-key": (input) => bytes(deriveLoginKeyPair(input.bytes("stretched")).publicKey),
  stretch: (input) => bytes(stretchPassphrase(input.text("passphrase"), stretch(input))),
  "normalize-passphrase": (input) => normalizePassphrase(input.text("typed")),
  "request-input": (input) =>
    bytes(
      requestSignatureInput({
        origin: input.text("origin"),
        method: input.text("method"),
        path: input.text("path"),
        bodyHash: input.bytes("bodyHash"),
        nonce: input.bytes("nonce"),
      }),
    ),
  "login-input": (input) => bytes(loginSignatureInput(login(input))),
  "passphrase-input": (input) =>
    bytes(passphraseSignatureInput(login(input), input.bytes("loginPublicKey"), input.bytes("vaultHash"))),
  "access-input": (input) =>
    bytes(
      accessSignatureInput({
        origin: input.text("origin"),
        caseId: input.bytes("caseId"),
        epoch: input.number("epoch"),
        memberId: input.bytes("memberId"),
        nonce: input.bytes("nonce"),
      }),
    ),
  "accept-directory"(input) {
    const trust = input.within("trust");
    const roots = { threshold: trust.number("threshold"), keys: trust.list("keys").map(fromJson) };
    const chain = input.list("chain").map((signed): SignedDirectory => z.parse(signedDirectorySchema, signed));
    const accepted = acceptDirectory({ roots, version: trust.number("version"), hash: trust.bytes("hash") }, chain, {
      depth: input.text("depth") as "quick" | "thorough",
      now: Date.parse(input.text("now")),
    });
    return { version: accepted.directory.version, hash: bytes(accepted.trust.hash) };
  },
  "parse-discard-statement"(input) {
    const read = parseDiscardStatement(input.bytes("bytes"));
    const { step, caseId, handle, channelId, headHash, previous, reason, memberId, day } = read;
    const named = [caseId, handle, channelId, headHash, previous, reason].map(bytes);
    return [step, ...named, read.directoryVersion, bytes(read.directoryHash), bytes(memberId), day];
  },
  "discard-hash": (input) => bytes(discardHashOf(input.bytes("bytes"))),
  "parse-discard-record": (input) => recordJson(parseDiscardRecord(input.bytes("bytes"))),
  "parse-discards"(input) {
    const { next, records } = parseDiscards(input.bytes("bytes"));
    return [next === undefined ? null : bytes(next), records.map(recordJson)];
  },
  "parse-removed-answer": (input) => parseRemovedAnswer(input.bytes("bytes")) ?? null,
  "open-known-heads"(input) {
    const read = openKnownHeads(input.bytes("sealed"), input.bytes("vaultKey"), input.bytes("memberId"));
    const declared = [...read.declared].map(([name, version]): Json => [name, version]);
    const heads = [bytes(read.key), [...read.notForMe], [...read.opened], [...read.burnt]];
    return declared.length === 0 ? heads : [...heads, declared];
  },
  "parse-head-names"(input) {
    const { next, openedByOthers, openedByNobody } = parseHeadNames(input.bytes("bytes"));
    return [next === undefined ? null : bytes(next), openedByOthers.map(bytes), openedByNobody.map(bytes)];
  },
  "parse-new-head-names"(input) {
    const { next, digest, waiting, names } = parseNewHeadNames(input.bytes("bytes"));
    return [next === undefined ? null : bytes(next), bytes(digest), waiting, names.map(bytes)];
  },
  "parse-submission"(input) {
    const { head, body, identityHead, identityBody, receipt } = parseSubmission(input.bytes("bytes"));
    return [head, body, identityHead, identityBody, receipt].map(bytes);
  },
  "parse-own-row"(input) {
    const { row, ownBox } = parseOwnRow(input.bytes("bytes"));
    return [bytes(row), bytes(ownBox)];
  },
  "parse-check-answer"(input) {
    const answer = parseCheckAnswer(input.bytes("bytes"));
    if (answer === undefined) return null;
    const { arrivedOn, receipt, own, reporterCount, teamCount, ownDays, rows } = answer;
    const ownJson: Json = own === undefined ? null : [own.epoch, own.sequence, bytes(own.box)];
    return {
      arrivedOn,
      receipt: bytes(receipt),
      own: ownJson,
      reporterCount,
      teamCount,
      ownDays,
      rows: rows.map(rowJson),
    };
  },
  "parse-rows": (input) => parseRows(input.bytes("bytes")).map(rowJson),
  "parse-heads"(input) {
    const { next, heads } = parseHeads(input.bytes("bytes"));
    return {
      next: next === undefined ? null : bytes(next),
      heads: heads.map(({ handle, head }): Json => [bytes(handle), bytes(head)]),
    };
  },
  "parse-cases"(input) {
    const { next, cases } = parseCases(input.bytes("bytes"));
    const items = cases.map(
      ({ handle, caseId, channelId, arrivedOn, state, stateOn, epoch, counts, summary, wrap }): Json => ({
        handle: hex(handle),
        caseId: hex(caseId),
        channelId: hex(channelId),
        arrivedOn,
        state,
        stateOn,
        epoch,
        counts: [counts.reporter, counts.team, counts.internal],
        summary: bytes(summary),
        wrap: bytes(wrap),
      }),
    );
    return { next: next === undefined ? null : bytes(next), cases: items };
  },
  "open-stream"(input) {
    const opener = openStream(input.bytes("key"), input.bytes("header"), input.bytes("aad"));
    const texts = input.list("chunks").map((chunk) => bytes(opener.pull(fromJson(chunk))));
    opener.end();
    return texts;
  },
  "cell-layout"(input) {
    const { cellBytes, cells } = cellLayoutOf(input.number("size"));
    return { cellBytes, cells };
  },
  "open-file"(input) {
    const [caseId, id, key] = [input.bytes("caseId"), input.bytes("id"), input.bytes("key")];
    const cells = cellsOf(input, hash("segel/1/attachment", caseId, id));
    const names = cells.map((cell) => createHash("sha256").update(cell).digest());
    if (!names.every((name, at) => sameBytes(name, fromJson(input.list("cells")[at])))) return "other cells";
    const opener = openFile(caseId, { id, key }, input.number("size"));
    const pieces = input.list("come").map((cell) => opener.open(cells[Number(cell)]!));
    opener.end();
    return {
      sha256: bytes(
        createHash("sha256")
          .update(concat(...pieces))
          .digest(),
      ),
      fileHash: bytes(fileHashOf(caseId, id, names)),
    };
  },
  "parse-member-row"(input) {
    const { row, files } = parseMemberRow(input.bytes("bytes"));
    return { row: bytes(row), files: files.map(bytes) };
  },
  "parse-files-message"(input) {
    const direction = input.text("direction") as Direction;
    const content = parseMessageContent(direction, "files", utf8(input.text("text")));
    return fromUtf8(encodeMessageContent(content as MessageContent));
  },
  "parse-report-envelope"(input) {
    const { head, body } = parseReportEnvelope(input.bytes("bytes"));
    return [bytes(head), bytes(body)];
  },
};
