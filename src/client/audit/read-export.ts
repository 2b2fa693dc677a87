/** The lines of an exported log (docs/protocol.md, "The exported log"): what stands in each, or that it is none. */
import { type Bytes, fromUtf8, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { CryptoError, unlessRefused } from "../../crypto/errors.ts";
import {
  EXPORT_FORMAT,
  type ExportHeader,
  type ExportLine,
  MAX_LINE_BYTES,
  exportHeaderSchema,
  exportLineSchema,
} from "../../protocol/audit/export.ts";
import { type Leaf, MAX_LEAF_BYTES, parseLeaf } from "../../protocol/audit/leaf.ts";
import { MAX_NOTE_BYTES } from "../../protocol/audit/signed-note.ts";
import type { SignedDirectory } from "../../protocol/directory/directory.ts";
import type { SignedStatement } from "../../protocol/directory/statement.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { parseJson } from "../../protocol/encoding/canonical-json.ts";

export type LeafLine = {
  readonly leafBytes: Bytes;
  readonly leaf: Leaf;
  readonly directory?: SignedDirectory | undefined;
  readonly statement?: SignedStatement | undefined;
};

/** Of a case that whoever exported does not have. */
export type HiddenLeaf = { readonly leafHash: Bytes };

const NEWLINE = 10;
const BEGINNING = utf8(`{"format":"${EXPORT_FORMAT}",`);
const LEAF_ALONE = /^\{"leaf":"([A-Za-z0-9_-]*)"\}$/u;

/** Each line without its newline, as a view. What stands behind the last newline is one too: a line that was cut. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) return yield bytes.subarray(start);
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

/** Undefined for a file that is something else; throws `malformed` where it says to be an exported log and is none. */
export function parseHeader(line: Uint8Array | undefined): ExportHeader | undefined {
  if (line === undefined || line.length > MAX_LINE_BYTES || !isExport(line)) return undefined;
  return parseJson(exportHeaderSchema, line);
}

/** Throws `malformed`: also for a document that is not of its leaf's kind, or is missing. */
export function parseLine(line: Uint8Array): LeafLine | HiddenLeaf | { readonly checkpoint: string } {
  if (line.length > MAX_LINE_BYTES) throw new CryptoError("malformed");
  // A hundred thousand of them are lines of this one shape, which has one spelling.
  const alone = line.length <= 2 * MAX_LEAF_BYTES ? LEAF_ALONE.exec(fromUtf8(line))?.[1] : undefined;
  const parsed: ExportLine = alone === undefined ? parseJson(exportLineSchema, line) : { leaf: alone };
  if ("checkpoint" in parsed) return parsed;
  if ("hash" in parsed) return { leafHash: fromBase64url(parsed.hash) };
  const leafBytes = fromBase64url(parsed.leaf);
  const leaf = parseLeaf(leafBytes);
  const { directory, statement } = parsed;
  const fits =
    (directory !== undefined) === (leaf.kind === "directory") &&
    (statement !== undefined) === (leaf.kind === "statement");
  if (!fits) throw new CryptoError("malformed");
  return { leafBytes, leaf, directory, statement };
}

/** What somebody kept: a checkpoint, or a whole exported log, of which its last one counts. Undefined for neither. */
export function keptCheckpoint(bytes: Uint8Array): string | undefined {
  const end = bytes.at(-1) === NEWLINE ? bytes.length - 1 : bytes.length;
  const last = bytes.subarray(bytes.subarray(0, end).lastIndexOf(NEWLINE) + 1, end);
  const ofLog = unlessRefused(() => (isExport(bytes) ? parseLine(last) : undefined));
  if (ofLog !== undefined) return "checkpoint" in ofLog ? ofLog.checkpoint : undefined;
  return bytes.length > MAX_NOTE_BYTES ? undefined : unlessRefused(() => fromUtf8(bytes));
}

function isExport(bytes: Uint8Array): boolean {
  return sameBytes(bytes.subarray(0, BEGINNING.length), BEGINNING);
}
