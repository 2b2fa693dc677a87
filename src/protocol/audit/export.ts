/**
 * The file in which a whole log is handed over (docs/protocol.md, "The exported log"): lines of JSON. The first says whose
 * log it is; then each leaf in order, a directory or statement with the document that it is the hash of, a leaf that whoever
 * exports is not shown as its hash; and checkpoints, of the leaves before them, wherever there are some. The last line is a
 * checkpoint, of all.
 */
import { type Bytes, utf8 } from "../../crypto/bytes.ts";
import { TREE_HASH_BYTES } from "../../crypto/log/merkle.ts";
import { SIGNING_KEY_BYTES } from "../../crypto/sodium.ts";
import { signedDirectorySchema } from "../directory/directory.ts";
import { signedStatementSchema } from "../directory/statement.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { encodeJson } from "../encoding/canonical-json.ts";
import * as z from "../encoding/zod.ts";
import { MAX_LEAF_BYTES } from "./leaf.ts";
import { MAX_NOTE_BYTES } from "./signed-note.ts";

export const EXPORT_FORMAT = "segel/1/audit";

export const exportHeaderSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  /** The log's, as its checkpoints name it */
  origin: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Verifier keys of the log, as signed notes have them: the newest first, then those that it replaced */
  keys: z.array(z.string().check(z.maxLength(512))).check(z.minLength(1), z.maxLength(16)),
  /** Who signs directories, when the first of this log was signed */
  roots: z.strictObject({
    threshold: z.int().check(z.gte(1), z.lte(255)),
    keys: z.array(hexOf(SIGNING_KEY_BYTES)).check(z.minLength(1), z.maxLength(32)),
  }),
});
export type ExportHeader = z.infer<typeof exportHeaderSchema>;

/** Base64url, and taken apart by `leaf.ts` */
const leaf = z.string().check(z.maxLength(2 * MAX_LEAF_BYTES));

/** A directory of a thousand members, and what JSON in JSON adds. */
export const MAX_LINE_BYTES = 16_777_216;
/** Two million entries: a program that reads all of it at once can. */
export const MAX_EXPORT_BYTES = 1_073_741_824;

/** Behind the first: what each line is its field says. */
export const exportLineSchema = z.union([
  z.strictObject({
    leaf,
    directory: z.optional(signedDirectorySchema),
    statement: z.optional(signedStatementSchema),
  }),
  z.strictObject({ hash: base64urlOf(TREE_HASH_BYTES) }),
  z.strictObject({ checkpoint: z.string().check(z.maxLength(MAX_NOTE_BYTES)) }),
]);
export type ExportLine = z.infer<typeof exportLineSchema>;

export function encodeHeaderLine(header: ExportHeader): Bytes {
  return utf8(`${new TextDecoder().decode(encodeJson(exportHeaderSchema, header))}\n`);
}

export function encodeExportLine(line: ExportLine): Bytes {
  return utf8(`${JSON.stringify(line)}\n`);
}
