/** `segel audit`: the audit trail exported, its checkpoint kept, accepted as it is, and whether an exported one holds, which asks no server. */
import * as fs from "node:fs/promises";
import { keptCheckpoint } from "../../client/audit/read-export.ts";
import type { AuditSummary } from "../../client/audit/verdict.ts";
import { verifyLog } from "../../client/audit/verify-log.ts";
import { keptHeadOf } from "../../client/case-file/kept-head.ts";
import { hex } from "../../crypto/bytes.ts";
import { MAX_EXPORT_BYTES } from "../../protocol/audit/export.ts";
import { dayOf } from "../../protocol/audit/leaf.ts";
import { toBase64 } from "../../protocol/encoding/base64url.ts";
import { AUDIT, faultSentence } from "../../words/audit.ts";
import type { Command, CommandCall } from "../commands/command.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { alarm, bold, indented, json, print, tell, visible } from "../speech/print.ts";
import { makeProgressLine } from "../speech/progress-line.ts";
import { readNoted, wordRows, wordsOfHash } from "../speech/word-rows.ts";
import { accept, saveCheckpoint, saveTrail } from "./export.ts";
import { nativeSha256 } from "./sha256.ts";
import { checkInThreads } from "./signatures.ts";

export const audit: Command = {
  topic: "audit",
  reader: "member",
  options: { checkpoint: { type: "string" }, fingerprint: { type: "string" }, key: { type: "string" } },
  run: chooseAct,
};

function chooseAct(call: CommandCall): Promise<void> {
  const [act, file, ...more] = call.words;
  if (act === "accept" && file === undefined) return accept(call);
  if (file !== undefined && more.length === 0) {
    if (act === "verify") return verify(file, call);
    if (act === "export") return saveTrail(file, call, () => verify(file, call));
    if (act === "checkpoint") return saveCheckpoint(file, call);
  }
  throw misuse("audit", call);
}

async function verify(file: string, call: CommandCall): Promise<void> {
  const { say, value } = call;
  const isOnPoster = posterOf(value("fingerprint"), call);
  const kept = value("checkpoint");
  // One that is none is compared too: it is said that it is none.
  const earlier = kept === undefined ? undefined : await checkpointIn(await read(kept, call));
  const bytes = await read(file, call);
  const line = makeProgressLine();
  const verdict = await verifyLog(bytes, {
    sha256: nativeSha256,
    checkSignatures: checkInThreads,
    isOnPoster,
    key: value("key"),
    earlier,
    onProgress: (done) => line.show(say(AUDIT.reading, { percent: Math.floor((100 * done) / bytes.length) })),
  });
  line.clear();
  if (call.json) print(json(verdict.holds ? { holds: true, ...describe(verdict.summary) } : verdict));
  if (!verdict.holds) {
    const sentences = verdict.faults.map((fault) => visible(faultSentence(fault, call)));
    throw new Failure(`${alarm(`! ${say(AUDIT.broken)}`)} ${sentences.join("\n")}`);
  }
  if (!call.json) printSummary(verdict.summary, isOnPoster !== undefined, call);
}

/** A checkpoint itself, the last one of an exported trail, or the one in a case file. */
async function checkpointIn(bytes: Uint8Array): Promise<string> {
  return (await keptHeadOf(bytes)) ?? keptCheckpoint(bytes) ?? "";
}

function describe({ root, rootsFingerprint, hours, ...rest }: AuditSummary): object {
  return {
    ...rest,
    root: hex(root),
    fingerprint: rootsFingerprint && hex(rootsFingerprint),
    words: rootsFingerprint && wordsOfHash(rootsFingerprint).join(" "),
    hours,
  };
}

function printSummary(summary: AuditSummary, isCompared: boolean, { say, day }: CommandCall): void {
  const { size, origin, counts, hidden, hours, root, key, rootsFingerprint, since } = summary;
  print(bold(say(AUDIT.holds, { n: size })));
  print(say(AUDIT.origin, { origin: visible(origin) }));
  print(say(AUDIT.counts, counts));
  if (hidden > 0) print(say(AUDIT.hidden, { n: hidden }));
  if (hours !== undefined)
    print(say(AUDIT.days, { from: day(dayOf({ hour: hours.first })), until: day(dayOf({ hour: hours.last })) }));
  print(say(AUDIT.root, { root: toBase64(root) }));
  print(say(AUDIT.key, { key: visible(key) }));
  if (since !== undefined) print(say(AUDIT.since, { n: since }));
  if (rootsFingerprint === undefined) tell(say(AUDIT.noRoots));
  else print(say(isCompared ? AUDIT.sameRoots : AUDIT.compare));
  if (rootsFingerprint !== undefined && !isCompared) print(`\n${indented(wordRows(rootsFingerprint))}`);
  if (since === undefined) tell(say(AUDIT.noEarlier));
}

/** The twelve words of the poster, however they are set, or all of the fingerprint in hexadecimal. */
function posterOf(typed: string | undefined, { say }: CommandCall): ((fingerprint: Uint8Array) => boolean) | undefined {
  if (typed === undefined) return undefined;
  const isNoted = readNoted(typed);
  if (isNoted === undefined) throw new WrongUse(say(AUDIT.badFingerprint));
  return isNoted;
}

async function read(file: string, { say }: CommandCall): Promise<Uint8Array> {
  try {
    const { size } = await fs.stat(file);
    if (size > MAX_EXPORT_BYTES) throw new Failure(say(AUDIT.tooLarge, { file: visible(file) }));
    return await fs.readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new WrongUse(say(AUDIT.unreadable, { file: visible(file) }));
  }
}
