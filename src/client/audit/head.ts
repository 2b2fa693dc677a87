/**
 * The head of the audit trail, as a member's client looks at it: signed by a key that it knows, and the continuation of every
 * head that it remembers. What does not fit is an alarm, and stops nobody's work (docs/protocol.md, "The audit trail").
 */
import { fromHex, hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { isConsistent } from "../../crypto/log/merkle.ts";
import type { SeenLog } from "../../crypto/secret/vault.ts";
import { API } from "../../protocol/api.ts";
import { type LogHead, type SignedCheckpoint, parseCheckpoint } from "../../protocol/audit/checkpoint.ts";
import { parseProof } from "../../protocol/audit/pages.ts";
import { type NoteKey, isNoteSignedBy, parseNoteKey } from "../../protocol/audit/signed-note.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { ApiError, type Connection, callJson } from "../line/http.ts";
import { isPassing } from "../line/retry.ts";
import { sha256Of } from "../line/sha256.ts";

export type LogAlarm =
  /** It does not continue what was seen: entries were changed, taken out or exchanged, or two people are shown two logs. */
  | "log-forked"
  /** It is shorter than what was seen: its end was cut off, or an old copy of the database was put back. */
  | "log-rolled-back"
  /** There is no head that could be had, or none signed by the key that signed the last one. */
  | "log-unsigned";

export type LookedLog = {
  readonly head: SeenLog;
  /** The signed note itself, to be handed to others */
  readonly checkpoint: string;
  /** The log's verifier keys as lines, the newest first */
  readonly keys: readonly string[];
};

export function headOf({ size, root }: SeenLog): LogHead {
  return { size, root: fromHex(root) };
}

/** Why a log is not believed, and by which of the remembered heads: that one stays until somebody accepts the log. */
export type DoubtedLog = { readonly alarm: LogAlarm; readonly against?: SeenLog | undefined };

/** @param remembered heads of which the log must be the continuation. Throws ApiError where the line failed. */
export async function lookAtLog(
  connection: Connection,
  remembered: readonly SeenLog[],
): Promise<LookedLog | DoubtedLog> {
  const different = remembered.filter((one, at) => remembered.findIndex((other) => isSame(one, other)) === at);
  let looked: LookedLog | undefined;
  for (const before of different.length === 0 ? [undefined] : different) {
    const now = await lookOnce(connection, before);
    if ("alarm" in now) return { ...now, against: before };
    looked = now;
  }
  return looked ?? { alarm: "log-unsigned" };
}

/** A log that the server fails at is an alarm like any other: who makes it fail does not stop the office by it. Throws ApiError. */
export async function lookOrAlarm(
  connection: Connection,
  remembered: readonly SeenLog[],
): Promise<LookedLog | DoubtedLog> {
  try {
    return await lookAtLog(connection, remembered);
  } catch (error) {
    const isAnswered = error instanceof ApiError && error.code !== "unreachable" && error.code !== "not-signed-in";
    if (!isAnswered) throw error;
    return { alarm: "log-unsigned" };
  }
}

function isSame(one: SeenLog, other: SeenLog): boolean {
  return one.size === other.size && one.root === other.root && one.key === other.key;
}

async function lookOnce(
  connection: Connection,
  before: SeenLog | undefined,
): Promise<LookedLog | { readonly alarm: LogAlarm }> {
  const asked = await ask(connection, before?.size ?? 0);
  if (asked === undefined) return { alarm: "log-unsigned" };
  const { checkpoint, note, key, keys, proof } = asked;
  const { origin, size, root } = checkpoint;
  const signers: NoteKey[] = [key, ...(before === undefined ? [] : [{ ...key, publicKey: fromHex(before.key) }])];
  const isSigned = key.name === origin && signers.every((signer) => isNoteSignedBy(sha256Of, checkpoint.note, signer));
  if (!isSigned) return { alarm: "log-unsigned" };
  if (before !== undefined && size < before.size) return { alarm: "log-rolled-back" };
  const old = before === undefined ? undefined : headOf(before);
  const continues =
    old === undefined || isConsistent(sha256Of, { oldSize: old.size, oldRoot: old.root, size, root, proof });
  if (!continues) return { alarm: "log-forked" };
  return { head: { size, root: hex(root), key: hex(key.publicKey) }, checkpoint: note, keys };
}

type Asked = {
  readonly checkpoint: SignedCheckpoint;
  readonly note: string;
  readonly key: NoteKey;
  readonly keys: readonly string[];
  readonly proof: readonly Uint8Array[];
};

/** Undefined where the server has nothing that could be read. */
async function ask(connection: Connection, from: number): Promise<Asked | undefined> {
  try {
    const {
      checkpoint: note,
      keys,
      proof,
    } = await callJson(connection, "auditHead", API.auditHead.answer.json, {
      query: { from },
    });
    const [line = ""] = keys;
    const read = { checkpoint: parseCheckpoint(note), key: parseNoteKey(sha256Of, line) };
    return { ...read, note, keys, proof: parseProof(fromBase64url(proof)) };
  } catch (error) {
    const isRefused = error instanceof ApiError && !isPassing(error) && error.code !== "not-signed-in";
    if (error instanceof CryptoError || isRefused) return undefined;
    throw error;
  }
}
