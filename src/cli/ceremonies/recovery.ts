/**
 * `segel recovery`: makes and splits the recovery key, says whether recovery would succeed, seals a share to who recovers; and how an office begins again. That last one
 * alone asks a server.
 */
import { SHOWN_OF_HASH } from "../../client/ceremony/changes.ts";
import { type Clock, ClockDoubt, notBeforeBuild } from "../../client/directory/clock.ts";
import { type Directories, loadDirectories } from "../../client/directory/directories.ts";
import { readJoiner } from "../../client/office/joining.ts";
import { requestAgain } from "../../client/office/starting-again.ts";
import { readCall, sealPart } from "../../client/ceremony/recovery-call.ts";
import { checkShare, encodeRecovery, hashOf, makeRecovery, rehearseRecovery } from "../../client/ceremony/recovery.ts";
import { CeremonyError } from "../../client/ceremony/refusal.ts";
import { answerChallenge, encodeAnswer, readToRehearse } from "../../client/ceremony/rehearsal.ts";
import { WORD_LISTS, wordListOf } from "../../client/reporter/word-lists.ts";
import { hex } from "../../crypto/bytes.ts";
import { fingerprintOf } from "../../crypto/identity.ts";
import type { RecoveryPart } from "../../crypto/secret/recovery-part.ts";
import {
  MOST_SHARES,
  SHEET_LETTERS,
  type Share,
  WORDS_A_LINE,
  readSheet,
  readSheetLine,
  sheetLinesOf,
} from "../../crypto/secret/share-sheet.ts";
import { type WordList, keyWordsOf } from "../../crypto/secret/words.ts";
import { wipe } from "../../crypto/sodium.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import { CEREMONY_FAILURES } from "../../words/changes.ts";
import { factsOf } from "../../words/languages.ts";
import { ROLE_NAMES } from "../../words/glossary.ts";
import { lineProblemText } from "../../words/typing.ts";
import type { Command, CommandCall } from "../commands/command.ts";
import { Failure, WrongUse } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { grouped, indented, json, print, tell, visible } from "../speech/print.ts";
import { wordRows, wordsOfHash } from "../speech/word-rows.ts";
import { outOf, readPublic, writePublic } from "./files.ts";
import { askKeyWords, numbered, ontoPaper, retry } from "./paper.ts";
import { CEREMONY } from "./words.ts";

export const recovery: Command = {
  topic: "recovery",
  reader: "member",
  options: { out: { type: "string" }, needed: { type: "string" }, of: { type: "string" }, lock: { type: "boolean" } },
  run: recoveryWork,
};

async function recoveryWork(call: CommandCall): Promise<void> {
  const [verb, file, ...more] = call.words;
  if (verb === "split" && file === undefined) return split(call);
  if (verb === "check" && file !== undefined && more.length === 0) return check(file, call);
  if (verb === "give" && file !== undefined && more.length === 0) return give(file, call);
  if (verb === "again" && file !== undefined) return again([file, ...more], call);
  throw misuse("recovery", call);
}

/** The request for a list of those alone who have come again; asks the server for the list that it has. */
async function again(files: readonly string[], call: CommandCall): Promise<void> {
  const { say, name } = call;
  const out = await outOf(call);
  const clock = await call.clock();
  const { signed } = await newestOrEnded(call, clock);
  const come = await Promise.all(files.map(async (file) => readJoiner(await readPublic(file, call))));
  const made = requestAgain(signed, come, notBeforeBuild(clock));
  if ("faults" in made) throw new Failure(say(CEREMONY.againTooFew));
  await writePublic(out, made.file, call);
  if (call.json) return print(json({ members: come.map(({ id }) => id), file: out }));
  for (const { names, roles } of come)
    print(`  ${visible(name(names))}, ${roles.map((role) => say(ROLE_NAMES[role])).join(", ")}`);
  print(say(CEREMONY.line));
  print(indented(wordRows(made.read.proposal)));
  print(say(CEREMONY.againSaved, { file: visible(out) }));
}

/**
 * The newest list; also one that has run out, since those who come again stand in the next. That one is verified as on its
 * last day: root holders decide about what follows it. Throws DirectoryError, ApiError.
 */
async function newestOrEnded({ connection, roots }: CommandCall, clock: Clock): Promise<Directories> {
  const trust = firstUse(await roots());
  const look = { depth: "thorough", statement: "lapsed-too" } as const;
  try {
    return await loadDirectories(connection, trust, { ...look, ...clock });
  } catch (error) {
    if (!(error instanceof ClockDoubt) || error.code !== "expired") throw error;
    return loadDirectories(connection, trust, { ...look, now: error.expires, builtAt: 0 });
  }
}

async function split(call: CommandCall): Promise<void> {
  const { say, language } = call;
  const out = await outOf(call);
  const [threshold, total] = [Number(call.value("needed") ?? 2), Number(call.value("of") ?? 3)];
  const isRight = Number.isInteger(threshold) && Number.isInteger(total) && threshold >= 2 && threshold <= total;
  if (!isRight || total > MOST_SHARES) throw new WrongUse(say(CEREMONY.badNumbers, { most: MOST_SHARES }));
  tell(say(CEREMONY.keyPage));
  const { shares, lock, published } = await makeRecovery(threshold, total);
  const list = wordListOf(factsOf(language).codeWords);
  const fingerprint = fingerprintOf(fromBase64url(published.publicKey));
  for (const share of shares) await writeDown(share, list, fingerprint, call);
  const words = keyWordsOf(lock, list);
  await ontoPaper(
    say(CEREMONY.lockWords),
    [...numbered(words), "", wordRows(fingerprint)],
    words.map((word, at) => ({ label: say(CEREMONY.askWord, { position: at + 1 }), word })),
    call,
  );
  wipe(lock, ...shares.map(({ share }) => share));
  await writePublic(out, encodeRecovery(published), call);
  const { publicKey, ceremony } = published;
  const facts = { publicKey, ceremony, threshold, total };
  if (call.json)
    return print(
      json({ ...facts, fingerprint: hex(fingerprint), words: wordsOfHash(fingerprint).join(" "), file: out }),
    );
  print(say(CEREMONY.fingerprint));
  print(indented(wordRows(fingerprint)));
  print(say(CEREMONY.saved, { file: visible(out) }));
}

function writeDown(share: Share, list: WordList, fingerprint: Uint8Array, call: CommandCall): Promise<void> {
  const { say } = call;
  const { number, total, ceremony } = share;
  const lines = sheetLinesOf(share, list);
  const mark = hashOf(share).slice(0, SHOWN_OF_HASH);
  const rows = lines.map((words, at) =>
    `${SHEET_LETTERS[at]}  ${words.map((word) => word.padEnd(8)).join(" ")}`.trim(),
  );
  const asked = lines.flatMap((words, at) =>
    words.map((word, place) => ({
      label: say(CEREMONY.askLineWord, { line: SHEET_LETTERS[at] ?? "", position: place + 1 }),
      word,
    })),
  );
  return ontoPaper(
    say(CEREMONY.shareLines, { number, total }),
    [...rows, "", say(CEREMONY.ceremony, { ceremony: grouped(hex(ceremony)), mark }), "", wordRows(fingerprint)],
    asked,
    call,
  );
}

async function check(file: string, call: CommandCall): Promise<void> {
  const { say, day } = call;
  const found = readToRehearse(await readPublic(file, call));
  if (found === null) throw new Failure(say(CEREMONY.noRecovery));
  const { recovery: listed, challenge } = found;
  const out = challenge === undefined ? undefined : await outOf(call);
  if (challenge !== undefined) tell(say(CEREMONY.challenge, { day: day(challenge.day) }));
  tell(say(CEREMONY.fingerprint));
  tell(indented(wordRows(fingerprintOf(fromBase64url(listed.publicKey)))));
  const shares: Share[] = [];
  while (shares.length < listed.threshold) {
    const share = await askSheet(shares.length + 1, listed.threshold, call);
    try {
      checkShare(share, shares, listed);
      shares.push(share);
    } catch (error) {
      if (!(error instanceof CeremonyError)) throw error;
      retry(say(CEREMONY_FAILURES[error.code]), call);
    }
  }
  const lock = await askKeyWords(say(CEREMONY.askLock), call);
  const answer = challenge && (await answerChallenge(challenge, shares, lock));
  if (answer === undefined) await rehearseRecovery(shares, lock, listed);
  wipe(lock, ...shares.map(({ share }) => share));
  if (answer !== undefined && out !== undefined) await writePublic(out, encodeAnswer(answer), call);
  if (call.json) return print(json({ recoverable: true, file: out }));
  print(say(CEREMONY.yes));
  if (out !== undefined) print(say(CEREMONY.answerSaved, { file: visible(out) }));
}

/** One holder hands over a share, or the lock, to the member who recovers; sealed to that member's key. */
async function give(file: string, call: CommandCall): Promise<void> {
  const { say, name } = call;
  const out = await outOf(call);
  const asked = readCall(await readPublic(file, call));
  tell(say(CEREMONY.giveTo, { name: visible(name(asked.member.names)) }));
  tell(indented(wordRows(asked.line)));
  tell(say(CEREMONY.giveCompare));
  await call.questions.line(say(CEREMONY.giveSame));
  const isLock = call.isSet("lock");
  const part: RecoveryPart = isLock
    ? { lock: await askKeyWords(say(CEREMONY.askLock), call) }
    : { share: await askSheet(1, 1, call) };
  const sealed = sealPart(part, asked);
  wipe("lock" in part ? part.lock : part.share.share);
  await writePublic(out, sealed, call);
  print(call.json ? json({ file: out }) : say(CEREMONY.given, { file: visible(out) }));
}

async function askSheet(at: number, of: number, call: CommandCall): Promise<Share> {
  const { say, questions } = call;
  const typed: string[] = [];
  let first: readonly number[] | undefined;
  for (const letter of SHEET_LETTERS) {
    for (;;) {
      const line = await questions.secret(say(CEREMONY.askLine, { at, of, line: letter }));
      const read = readSheetLine(line, letter, first, WORD_LISTS);
      if ("numbers" in read) {
        first ??= read.numbers;
        typed.push(line);
        break;
      }
      retry(lineProblemText(read.problem, WORDS_A_LINE, call), call);
    }
  }
  const read = readSheet(typed, WORD_LISTS);
  if ("problem" in read) throw new Failure(lineProblemText(read.problem, WORDS_A_LINE, call));
  return read.share;
}
