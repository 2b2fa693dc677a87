/** What the operations of readers.json mean in our code (test/vectors/README.md). */
import { inspectOpenPart, openPartHashOf } from "../../../src/crypto/open-part.ts";
import { openEarlier, openEpoch } from "../../../src/crypto/secret/epoch.ts";
import { openGrant } from "../../../src/crypto/secret/grant.ts";
import { type SealingKeyPair, deriveSealingKeyPair } from "../../../src/crypto/secret/keys.ts";
import { deriveThreadKey } from "../../../src/crypto/secret/team.ts";
import {
  parseEpochRow,
  parseEpochs,
  parseGrantRow,
  parseGrants,
  parseRemovalStatement,
  parseRemovals,
} from "../../../src/protocol/readers.ts";
import { type Json, bytes, fromJson } from "../../vectors/format.ts";
import type { Input, Operations } from "./input.ts";

const keysOf = (input: Input): SealingKeyPair[] =>
  input.list("keys").map((seed) => deriveSealingKeyPair(fromJson(seed)));
const orNull = (next: Uint8Array | undefined): Json => (next === undefined ? null : bytes(next));

export const READER_OPERATIONS: Operations = {
  "inspect-open-part"(input) {
    const openPart = input.bytes("openPart");
    const part = inspectOpenPart(openPart);
    const { kind, caseId, epoch, headHash } = part;
    const own = part.kind === "epoch" ? [bytes(part.accessKey), part.slots.length] : [bytes(part.from), bytes(part.to)];
    return [kind, bytes(caseId), epoch, bytes(headHash), ...own, bytes(openPartHashOf(openPart))];
  },
  "open-epoch"(input) {
    const part = inspectOpenPart(input.bytes("openPart"));
    if (part.kind !== "epoch") throw new TypeError("no removal");
    const teamSecret = openEpoch(part, keysOf(input));
    return {
      epoch: part.epoch,
      teamSecret: bytes(teamSecret),
      earlier: bytes(openEarlier(part, teamSecret)),
      threadKey: bytes(deriveThreadKey(teamSecret)),
    };
  },
  "open-grant"(input) {
    const part = inspectOpenPart(input.bytes("openPart"));
    if (part.kind !== "grant") throw new TypeError("no grant");
    const { contentKey, teamSecret } = openGrant(part, keysOf(input));
    return {
      epoch: part.epoch,
      from: bytes(part.from),
      to: bytes(part.to),
      contentKey: bytes(contentKey),
      teamSecret: bytes(teamSecret),
    };
  },
  "parse-removal-statement"(input) {
    const read = parseRemovalStatement(input.bytes("bytes"));
    return [
      bytes(read.caseId),
      bytes(read.handle),
      read.epoch,
      read.removed.map(bytes),
      bytes(read.accessKey),
      bytes(read.openPartHash),
      read.directoryVersion,
      bytes(read.directoryHash),
      bytes(read.memberId),
    ];
  },
  "parse-epoch-row"(input) {
    const { row, openPart, removal } = parseEpochRow(input.bytes("bytes"));
    return [row, openPart, removal.statement, removal.signature].map(bytes);
  },
  "parse-grant-row"(input) {
    const { row, openPart } = parseGrantRow(input.bytes("bytes"));
    return [row, openPart].map(bytes);
  },
  "parse-epochs"(input) {
    const { next, epochs } = parseEpochs(input.bytes("bytes"));
    return [orNull(next), epochs.map(({ handle, part }): Json => [bytes(handle), part.epoch])];
  },
  "parse-grants"(input) {
    const { next, grants } = parseGrants(input.bytes("bytes"));
    return [orNull(next), grants.map(({ handle, head, part }): Json => [bytes(handle), bytes(head), bytes(part.to)])];
  },
  "parse-removals"(input) {
    const { next, removals } = parseRemovals(input.bytes("bytes"));
    return [orNull(next), removals.map(({ statement, signature }): Json => [bytes(statement), bytes(signature)])];
  },
};
