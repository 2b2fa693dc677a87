/**
 * The head of a log as a signed note (https://c2sp.org/tlog-checkpoint): its origin, how many leaves it has, their root.
 */
import { type Bytes, exactly } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { MOST_LEAVES, type Sha256, TREE_HASH_BYTES } from "../../crypto/log/merkle.ts";
import { fromBase64, toBase64 } from "../encoding/base64url.ts";
import { type Note, type NoteSigner, encodeNote, isNoteName, parseNote, signText } from "./signed-note.ts";

/** What names a log's state: whoever knows it knows every leaf before. */
export type LogHead = { readonly size: number; readonly root: Uint8Array };

export type Checkpoint = LogHead & {
  readonly origin: string;
  /** Lines behind the root, of which nothing is known here */
  readonly extensions: readonly string[];
};

export type SignedCheckpoint = Checkpoint & { readonly note: Note };

/** The log of an office, by the office's own origin: "https://lapor.example/audit". */
export function logOriginOf(officeOrigin: string): string {
  return `${officeOrigin}/audit`;
}

const SIZE = /^(?:0|[1-9][0-9]{0,9})$/u;

export function checkpointText({ origin, size, root, extensions = [] }: LogHead & Partial<Checkpoint>): string {
  if (origin === undefined || !isNoteName(origin)) throw new CryptoError("malformed");
  return [origin, String(size), toBase64(exactly(root, TREE_HASH_BYTES)), ...extensions, ""].join("\n");
}

function parseCheckpointText(text: string): Checkpoint {
  const [origin = "", size = "", root = "", ...rest] = text.split("\n");
  const extensions = rest.slice(0, -1);
  const isWhole = rest.at(-1) === "" && extensions.every((line) => line !== "");
  if (!isWhole || origin === "" || !SIZE.test(size) || Number(size) > MOST_LEAVES) throw new CryptoError("malformed");
  return { origin, size: Number(size), root: exactly(fromBase64(root), TREE_HASH_BYTES), extensions };
}

/** Throws `malformed`. Nobody's signature is looked at: `isNoteSignedBy`. */
export function parseCheckpoint(note: string): SignedCheckpoint {
  const parsed = parseNote(note);
  return { ...parseCheckpointText(parsed.text), note: parsed };
}

/** The note that the log itself signs: its key is named as its origin. */
export function signCheckpoint(sha256: Sha256, head: LogHead, signer: NoteSigner): string {
  const text = checkpointText({ ...head, origin: signer.name });
  return encodeNote({ text, signatures: [signText(sha256, text, signer)] });
}

export function sameHead(one: LogHead, other: LogHead): boolean {
  return one.size === other.size && (one.root as Bytes).every((byte, at) => byte === other.root[at]);
}
