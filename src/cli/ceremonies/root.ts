/** `segel root`: makes a root key, says what a request changes, signs it, joins signatures. Nothing here asks a server. */
import { type Request, readRequest } from "../../client/ceremony/request.ts";
import {
  countSignatures,
  encodeRoot,
  encodeSignature,
  joinSignatures,
  makeRoot,
  readSignature,
  signRequest,
} from "../../client/ceremony/root.ts";
import { wordListOf } from "../../client/reporter/word-lists.ts";
import { hex } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import { keyWordsOf } from "../../crypto/secret/words.ts";
import { wipe } from "../../crypto/sodium.ts";
import { KEY_USES, sentenceOf } from "../../words/changes.ts";
import { factsOf } from "../../words/languages.ts";
import type { Command, CommandCall } from "../commands/command.ts";

import { misuse } from "../speech/help.ts";
import { bold, indented, json, print, tell, visible } from "../speech/print.ts";
import { wordRows, wordsOfHash } from "../speech/word-rows.ts";
import { outOf, readPublic, writePublic } from "./files.ts";
import { askKeyWords, numbered, ontoPaper } from "./paper.ts";
import { CEREMONY } from "./words.ts";

export const root: Command = {
  topic: "root",
  reader: "member",
  options: { out: { type: "string" } },
  run: rootWork,
};

async function rootWork(call: CommandCall): Promise<void> {
  const [verb, file, ...more] = call.words;
  if (verb === "new" && file === undefined) return make(call);
  if (verb === "show" && file !== undefined && more.length === 0) return show(file, call);
  if (verb === "sign" && file !== undefined && more.length === 0) return sign(file, call);
  if (verb === "join" && file !== undefined && more.length > 0) return join(file, more, call);
  throw misuse("root", call);
}

async function make(call: CommandCall): Promise<void> {
  const { say, language } = call;
  const out = await outOf(call);
  tell(say(CEREMONY.keyPage));
  const { seed, key } = makeRoot();
  const words = keyWordsOf(seed, wordListOf(factsOf(language).codeWords));
  wipe(seed);
  await ontoPaper(
    say(CEREMONY.rootWords),
    numbered(words),
    words.map((word, at) => ({ label: say(CEREMONY.askWord, { position: at + 1 }), word })),
    call,
  );
  await writePublic(out, encodeRoot(key), call);
  const fingerprint = fingerprintOf(key);
  if (call.json)
    return print(
      json({ root: hex(key), fingerprint: hex(fingerprint), words: wordsOfHash(fingerprint).join(" "), file: out }),
    );
  print(say(CEREMONY.fingerprint));
  print(indented(wordRows(fingerprint)));
  print(say(CEREMONY.saved, { file: visible(out) }));
}

async function show(file: string, call: CommandCall): Promise<void> {
  const request = readRequest(await readPublic(file, call));
  if (call.json) return print(json(describe(request, call)));
  printRequest(request, call, print);
}

async function sign(file: string, call: CommandCall): Promise<void> {
  const { say } = call;
  const out = await outOf(call);
  const request = readRequest(await readPublic(file, call));
  // Read before anything is typed, and beside the result.
  printRequest(request, call, tell);
  const seed = await askKeyWords(say(CEREMONY.askRoot), call);
  const signature = signRequest(request, seed);
  wipe(seed);
  await writePublic(out, encodeSignature(signature), call);
  if (call.json) return print(json({ ...describe(request, call), root: signature.root, file: out }));
  print(say(CEREMONY.saved, { file: visible(out) }));
}

async function join(file: string, signatureFiles: readonly string[], call: CommandCall): Promise<void> {
  const { say } = call;
  const out = await outOf(call);
  const request = readRequest(await readPublic(file, call));
  const read = await Promise.all(signatureFiles.map((one) => readPublic(one, call)));
  const signatures = read.map((bytes) => readSignature(bytes, request));
  const counts = countSignatures(request, signatures);
  const texts = { all: CEREMONY.countAll, old: CEREMONY.countOld, new: CEREMONY.countNew };
  for (const { set, has, needs } of counts) tell(say(texts[set], { has, needs }));
  await writePublic(out, `${JSON.stringify(joinSignatures(request, signatures))}\n`, call);
  if (call.json) return print(json({ ...describe(request, call), signatures: counts, file: out }));
  print(say(CEREMONY.saved, { file: visible(out) }));
}

function printRequest(
  { directory, before, changes, proposal }: Request,
  call: CommandCall,
  write: (text?: string) => void,
): void {
  const { say, day } = call;
  const version = String(directory.version);
  const follows = { version, before: String(before?.version ?? 0), from: day(before?.notBefore ?? 0) };
  write(bold(say(before === undefined ? CEREMONY.first : CEREMONY.next, follows)));
  write(say(CEREMONY.checkSheet, { version }));
  write();
  write(bold(say(CEREMONY.line)));
  write(indented(wordRows(proposal)));
  write();
  write(bold(say(CEREMONY.changes)));
  for (const [at, change] of changes.entries()) {
    write(`${at + 1}. ${visible(sentenceOf(change, call))}`);
    for (const { use, key } of change.keys) {
      write(`   ${say(CEREMONY.keyOf, { use: say(KEY_USES[use]) })}`);
      write(indented(wordRows(fingerprintOf(key))));
    }
  }
  write();
}

function describe({ directory, before, changes, proposal }: Request, call: CommandCall): object {
  return {
    version: directory.version,
    before: before?.version ?? null,
    directory: hex(directory.hash),
    line: wordsOfHash(proposal).join(" "),
    changes: changes.map((change) => ({
      code: change.code,
      says: sentenceOf(change, call),
      fingerprints: change.keys.map(({ key }) => hex(fingerprintOf(key))),
    })),
  };
}
