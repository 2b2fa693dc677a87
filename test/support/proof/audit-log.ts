/** A log of acts for tests: an office's members sign, leaves follow one another, and it is written to a file. */
import { createHash } from "node:crypto";
import { type NewMember, idBytes } from "../../../src/client/directory/organisation.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { type Tree, growTree, leafHashOf } from "../../../src/crypto/log/merkle.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { type LogHead, logOriginOf, signCheckpoint } from "../../../src/protocol/audit/checkpoint.ts";
import { type Entry, THE_OFFICE, encodeEntry, encodeSignedEntry } from "../../../src/protocol/audit/entry.ts";
import { encodeExportLine, encodeHeaderLine } from "../../../src/protocol/audit/export.ts";
import {
  directoryPayload,
  documentPayload,
  encodeLeaf,
  hourOf,
  logKeyNameOf,
  serverPayload,
  statementPayload,
} from "../../../src/protocol/audit/leaf.ts";
import { type NoteKind, type NoteSigner, encodeNoteKey } from "../../../src/protocol/audit/signed-note.ts";
import { parseDirectory, documentBytes, type SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import type { SignedStatement } from "../../../src/protocol/directory/statement.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { dayInUtc } from "../../../src/protocol/encoding/day.ts";
import type { Organisation } from "../organisation.ts";

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

const ORIGIN = logOriginOf("https://lapor.example");

export function makeSigner(name = ORIGIN, kind: NoteKind = "note"): NoteSigner {
  const keys = deriveSigningKeyPair(makeSeed());
  return { name, kind, publicKey: keys.publicKey, sign: (message) => sign(keys, message) };
}

/** A leaf, and the document that stands beside it in a file. */
export type Item = {
  readonly leaf: Uint8Array;
  readonly isHidden?: true;
  readonly directory?: SignedDirectory;
  readonly statement?: SignedStatement;
};

export type TestLog = {
  readonly items: Item[];
  readonly signer: NoteSigner;
  readonly tree: Tree;
  head(): LogHead;
  act(member: NewMember, changes?: Partial<Entry>): void;
  /** With all statements on it */
  directory(signed: SignedDirectory): void;
  statement(statement: SignedStatement): void;
  server(): void;
  /** From here on that one signs heads */
  key(signer: Pick<NoteSigner, "publicKey">): void;
  pages(): void;
  hourLater(): void;
  checkpoint(): string;
  file(): Uint8Array;
};

/** The organisation's directory, the statement on it and the name of the log's key stand in it already. */
export function startLog(
  { rootSet, signed }: Pick<Organisation, "rootSet" | "signed">,
  { now, signer = makeSigner() }: { readonly now: number; readonly signer?: NoteSigner },
): TestLog {
  const items: Item[] = [];
  const tree = growTree(sha256);
  let hour = hourOf(dayInUtc(now));
  let version = 1;
  const add = (item: Item) => {
    items.push(item);
    tree.append(leafHashOf(sha256, item.leaf));
  };
  const log: TestLog = {
    items,
    signer,
    tree,
    head: () => ({ size: tree.size, root: tree.root() }),
    act({ entry, keys }, changes = {}) {
      const bytes = encodeEntry({
        actId: randomBytes(16),
        act: "message",
        object: randomBytes(16),
        details: sha256(utf8("a body")),
        memberId: idBytes(entry.id),
        directoryVersion: version,
        seen: log.head(),
        ...changes,
      });
      const signature = sign(deriveSigningKeyPair(keys.signingSeed), bytes);
      add({ leaf: encodeLeaf(hour, "act", encodeSignedEntry(bytes, signature)) });
    },
    directory(whole) {
      const { statements = [], ...directory } = whole;
      ({ version } = parseDirectory(documentBytes(whole)));
      add({ leaf: encodeLeaf(hour, "directory", directoryPayload(sha256, directory)), directory });
      for (const one of statements) log.statement(one);
    },
    statement(statement) {
      add({ leaf: encodeLeaf(hour, "statement", statementPayload(sha256, statement)), statement });
    },
    server: () =>
      add({ leaf: encodeLeaf(hour, "server", serverPayload({ act: "remove-discarded", object: THE_OFFICE })) }),
    key: ({ publicKey }) =>
      add({
        leaf: encodeLeaf(hour, "server", serverPayload({ act: "log-key", object: logKeyNameOf(sha256, publicKey) })),
      }),
    pages: () => add({ leaf: encodeLeaf(hour, "pages", documentPayload(sha256, randomBytes(64))) }),
    hourLater() {
      hour++;
    },
    checkpoint: () => signCheckpoint(sha256, log.head(), signer),
    file: () => fileOf(items, { signer, rootSet }),
  };
  log.directory(signed);
  log.key(signer);
  return log;
}

/** What whoever has the log's key can write: any leaves, with a checkpoint over them, or with another. */
export function fileOf(
  items: readonly Item[],
  { signer, rootSet }: Pick<TestLog, "signer"> & Pick<Organisation, "rootSet">,
  checkpoint?: string,
): Uint8Array {
  const tree = growTree(sha256);
  for (const { leaf } of items) tree.append(leafHashOf(sha256, leaf));
  const roots = { threshold: rootSet.threshold, keys: rootSet.keys.map(hex) };
  const keys = [encodeNoteKey(sha256, signer)];
  return Buffer.concat([
    encodeHeaderLine({ format: "segel/1/audit", origin: signer.name, keys, roots }),
    ...items.map(({ leaf, isHidden, ...beside }) =>
      encodeExportLine(
        isHidden === true ? { hash: toBase64url(leafHashOf(sha256, leaf)) } : { leaf: toBase64url(leaf), ...beside },
      ),
    ),
    encodeExportLine({
      checkpoint: checkpoint ?? signCheckpoint(sha256, { size: tree.size, root: tree.root() }, signer),
    }),
  ]);
}
