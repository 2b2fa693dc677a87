/** `segel verify-export FILE`: whether a ZIP is what a member of an office made. Asks no server. */
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { type CheckedExport, checkExport, standingOf } from "../../client/case-file/check-export.ts";
import type { ProvedActs } from "../../client/case-file/case-proof.ts";
import type { ByteSource } from "../../client/case-file/plain-zip.ts";
import { fromHex } from "../../crypto/bytes.ts";
import { exportName } from "../../words/exports.ts";
import { Failure, WrongUse, unreadable } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { alarm, json, print, tell, visible } from "../speech/print.ts";
import { readNoted, wordRows } from "../speech/word-rows.ts";
import { EXPORTS } from "../speech/words.ts";
import type { Command, CommandCall } from "./command.ts";

export const verifyExport: Command = {
  topic: "verify-export",
  reader: "member",
  options: { fingerprint: { type: "string" } },
  run: verify,
};

async function verify(call: CommandCall): Promise<void> {
  const { words, say } = call;
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw misuse("verify-export", call);
  const isNoted = notedIn(call);
  const checked = await withFile(file, call, (source) =>
    checkExport(source, { isNoted, startHash: () => createHash("sha256") }),
  );
  if (call.json) print(json(describe(checked)));
  else printChecked(checked, isNoted !== undefined, call);
  if (checked.faults.length > 0) throw new Failure(say(EXPORTS.refused));
}

/** Of the office, as its posters and `segel directory verify` give it: twelve words, or all of it. */
function notedIn({ value, say }: CommandCall): ReturnType<typeof readNoted> {
  const typed = value("fingerprint");
  const isNoted = typed === undefined ? undefined : readNoted(typed);
  if (typed !== undefined && isNoted === undefined) throw new WrongUse(say(EXPORTS.badFingerprint));
  return isNoted;
}

async function withFile<Result>(
  file: string,
  { say }: CommandCall,
  work: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const handle = await fs.open(file).catch(() => {
    throw unreadable(file, say);
  });
  try {
    const about = await handle.stat();
    if (!about.isFile()) throw unreadable(file, say);
    const { size } = about;
    return await work({
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await handle.read(bytes, 0, length, offset);
        return bytes.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}

function printChecked(checked: CheckedExport, isKnown: boolean, call: CommandCall): void {
  const { faults, manifest, member, audit, fingerprint } = checked;
  const { say, day, name } = call;
  for (const { code, name: entry } of faults) print(alarm(`! ${say(EXPORTS[code], { name: visible(entry ?? "") })}`));
  const standing = standingOf(checked, isKnown);
  if (standing === "doubtful" || manifest === undefined || fingerprint === undefined) return;
  print(say(EXPORTS[standing], { name: visible(name(member?.names)), day: day(manifest.on) }));
  const what = exportName(manifest.of);
  print(say(EXPORTS.what, { what: what === undefined ? manifest.of : say(what) }));
  print(say(EXPORTS.entries, { n: manifest.entries.length }));
  if (audit !== undefined) {
    printTrail(audit, call);
    tell(say(EXPORTS.compareKey, { key: visible(audit.key) }));
  }
  if (isKnown) return;
  tell(say(EXPORTS.compare));
  print(wordRows(fromHex(fingerprint)));
}

function printTrail({ acts, origin }: ProvedActs, { say, day }: CommandCall): void {
  print(say(EXPORTS.inTrail, { n: acts.length, origin: visible(origin) }));
  const tied = acts.filter(({ row }) => row !== undefined);
  const made = tied.find(({ row }) => row?.in === "made");
  if (made !== undefined) print(say(EXPORTS.writtenDown, { entry: String(made.entry), day: day(made.day) }));
  if (acts.length > 1) print(say(EXPORTS.tied, { n: tied.length - 1, others: String(acts.length - tied.length) }));
}

function describe({ faults, manifest, member, audit, fingerprint }: CheckedExport) {
  const { of, on, record, directoryVersion, entries } = manifest ?? {};
  const by = member === undefined ? undefined : { id: member.id, names: member.names };
  return { faults, of, on, by, record, directoryVersion, fingerprint, audit, entries };
}
