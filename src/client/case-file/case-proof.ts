/**
 * What of a case stands in the office's audit trail, beside its case file: acts as members signed them, each with the proof
 * that it is in the log, and the log's signed head (docs/protocol.md, "Case file"). What an act wrote is told by its hash, and by
 * the row of the case file that names it.
 */
import { type Bytes, hex, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { parseCheckpoint } from "../../protocol/audit/checkpoint.ts";
import { ROW_ACTS } from "../../protocol/audit/acts.ts";
import { THE_OFFICE } from "../../protocol/audit/entry.ts";
import { dayOf, parseLeaf } from "../../protocol/audit/leaf.ts";
import { type CaseAudit, encodeCaseAudit, openCaseAudit } from "../../protocol/audit/pages.ts";
import { isNoteSignedBy, parseNoteKey } from "../../protocol/audit/signed-note.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { sha256Of } from "../line/sha256.ts";
import { type RowOfAct, type ToldEntry, jsonOf } from "./told-entries.ts";

const proofSchema = z.strictObject({
  format: z.literal("segel/1/case-audit"),
  /** The log's verifier key, as a line */
  key: z.string(),
  /** Signed note (C2SP) */
  checkpoint: z.string(),
  /** list("audit-case", …), base64url */
  acts: z.string(),
});

type CaseProof = {
  readonly key: string;
  readonly checkpoint: string;
  readonly items: CaseAudit["items"];
};

export function encodeCaseProof({ key, checkpoint, items }: CaseProof): Bytes {
  const acts = toBase64url(encodeCaseAudit({ isMore: false, items }));
  return utf8(`${JSON.stringify({ format: "segel/1/case-audit", key, checkpoint, acts }, undefined, 1)}\n`);
}

type ProvedAct = {
  /** As people count: the first entry of the trail is 1 */
  readonly entry: number;
  /** The office's day */
  readonly day: string;
  /** Its name in the trail */
  readonly act: string;
  /** Id of the member who signed it */
  readonly by: string;
  /** The row of the file that it wrote, as the file says; undefined where it wrote none that is in it */
  readonly row: RowOfAct | undefined;
};

export type ProvedActs = {
  /** Signed by members, by the keys that the directory lists; who is not listed there is not told of */
  readonly acts: readonly ProvedAct[];
  readonly origin: string;
  /** The log's own, as it lies beside the acts: whose log it is, is known by who compares this with the office's */
  readonly key: string;
};

type ProofOf = {
  readonly directory: Directory;
  /** Id of who made the file, hexadecimal */
  readonly maker: string;
  /** What the manifest says of its record */
  readonly record: string | null;
  /** Of the case file */
  readonly told: readonly ToldEntry[];
};

/**
 * Throws CryptoError for what is no proof, where an act is not in that log, not signed by the member whom it names, or of
 * another case than the others, and where none is the maker's: one of them wrote the record of the file. Also where a row
 * names an entry that is another's, that wrote no row, or whose details hash is not the row's.
 */
export function checkCaseProof(bytes: Uint8Array, { directory, maker, record, told }: ProofOf): ProvedActs {
  const data = parseProof(bytes);
  const key = parseNoteKey(sha256Of, data.key);
  const { origin, size, root, note } = parseCheckpoint(data.checkpoint);
  if (key.name !== origin || !isNoteSignedBy(sha256Of, note, key)) throw new CryptoError("altered");
  const { items } = openCaseAudit(sha256Of, fromBase64url(data.acts), { size, root });
  const acts = signedActs(items, directory);
  const entries = new Map(told.map((one) => [one.entry, one]));
  const made = told.filter(({ row }) => row.in === "made");
  const isMade = made.length === 1 && made[0]?.hash === record && made[0].by === maker;
  const isTied = entries.size === told.length && told.every((one) => acts.some((act) => isOf(act, one)));
  if (!isMade || !isTied) throw new CryptoError("altered");
  return {
    acts: acts.map(({ entry, day, act, by }) => ({ entry, day, act, by, row: entries.get(entry)?.row })),
    origin,
    key: data.key,
  };
}

/** The log's head in it, a signed note of which nothing is checked yet. Throws CryptoError. */
export function headIn(bytes: Uint8Array): string {
  return parseProof(bytes).checkpoint;
}

function parseProof(bytes: Uint8Array): z.infer<typeof proofSchema> {
  const { success, data } = z.safeParse(proofSchema, jsonOf(bytes));
  if (!success) throw new CryptoError("malformed");
  return data;
}

function isOf({ entry, act, by, details }: SignedAct, told: ToldEntry): boolean {
  return entry === told.entry && by === told.by && details === told.hash && ROW_ACTS.has(act);
}

type SignedAct = Omit<ProvedAct, "row"> & { /** Hexadecimal */ readonly details: string };

/** Each once and of one case, by the signatures of those whom the directory lists: an id never has another key. */
function signedActs(items: CaseAudit["items"], { members }: Directory): SignedAct[] {
  const signed: SignedAct[] = [];
  let before = -1;
  const objects = new Set<string>();
  for (const { place, leaf } of items) {
    const read = parseLeaf(leaf);
    if (read.kind !== "act" || place <= before) throw new CryptoError("altered");
    before = place;
    const { entry } = read;
    // A proof of access is of several cases and names none.
    if (entry.act !== "open-cases") objects.add(hex(entry.object));
    const by = hex(entry.memberId);
    const key = members.get(by)?.signingKey;
    if (key === undefined) continue;
    if (!isSignedBy(key, entry.signature, entry.entryBytes)) throw new CryptoError("altered");
    signed.push({ entry: place + 1, day: dayOf(read), act: entry.act, by, details: hex(entry.details) });
  }
  if (objects.size !== 1 || objects.has(hex(THE_OFFICE))) throw new CryptoError("altered");
  return signed;
}
