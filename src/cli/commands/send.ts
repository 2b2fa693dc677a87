/**
 * `segel send FILE`: seals each report of a file and sends it; the words come after the server has confirmed.
 * `segel send --sealed FILE`: hands in a file that somebody else has sealed.
 */
import { findingsIn } from "../../client/case/answers.ts";
import { type Directories, loadDirectories } from "../../client/directory/directories.ts";
import { prepareReport, sendReport } from "../../client/reporter/report.ts";
import { prepareHandingIn } from "../../client/reporter/sealed-file.ts";
import { makeRetry } from "../../client/line/retry.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { wordListOf } from "../../client/reporter/word-lists.ts";
import { reporterOf } from "../../client/reporter/writer.ts";
import { announce } from "../../client/files/upload.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { deriveTokenKeys } from "../../crypto/secret/token.ts";
import { wordsOf } from "../../crypto/secret/words.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import type { Channel } from "../../protocol/directory/directory.ts";
import { isOpen } from "../../protocol/directory/validity.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import { ATTACHING, openAttachments, sendAttachments } from "./attachments.ts";
import type { Command, CommandCall } from "./command.ts";
import { Failure, WrongUse, explain, explainFinding } from "../speech/failures.ts";
import { misuse } from "../speech/help.ts";
import { findId } from "./ids.ts";
import { bold, json, print, tell } from "../speech/print.ts";
import { readReports, readSealedFile } from "./report-file.ts";
import { SENTENCES } from "../speech/words.ts";
import { factsOf } from "../../words/languages.ts";

export const send: Command = {
  topic: "send",
  reader: "reporter",
  options: {
    channel: { type: "string" },
    exclude: { type: "string", multiple: true },
    sealed: { type: "string" },
    ...ATTACHING,
  },
  run: sendFile,
};

async function sendFile(call: CommandCall): Promise<void> {
  const { words, say, name, connection, language } = call;
  const sealed = call.value("sealed");
  if (sealed !== undefined) return handIn(sealed, call);
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw misuse("send", call);
  const reports = await checkedReports(file, call);
  const attached = await openAttachments(call);
  if (attached.length > 0 && reports.length > 1)
    throw new WrongUse(say(SENTENCES.attachToOne, { count: reports.length }));
  const directories = await fetchDirectories(call);
  const { current } = directories;
  const channel = chooseChannel(directories, call);
  const excluded = call.values("exclude").map((typed) => findId(channel.excludable, typed, say));
  tell(say(SENTENCES.toChannel, { channel: name(channel.names) }));

  const attachments = attached.map(announce);
  const sent: { registerNumber: string; words: string[] }[] = [];
  let token: Uint8Array | undefined;
  for (const [index, answers] of reports.entries()) {
    const which = { n: index + 1, all: reports.length };
    try {
      const prepared = prepareReport(
        { answers, channelId: channel.id, excluded, attachments },
        current,
        directories.now,
      );
      await makeRetry(SCHEDULES.message).run(() => sendReport(connection, prepared));
      token = prepared.token;
      const registerNumber = registerNumberOf(deriveTokenKeys(token).caseId);
      sent.push({ registerNumber, words: wordsOf(prepared.token, wordListOf(factsOf(language).codeWords)) });
    } catch (error) {
      // What was confirmed before is shown all the same: its words exist nowhere else.
      if (call.json && sent.length > 0) print(json({ reports: sent }));
      const reason = explain(error, call);
      if (reason === undefined || reports.length === 1) throw error;
      throw new Failure(say(SENTENCES.stoppedAt, { ...which, sent: sent.length, reason }));
    }
    const newest = sent.at(-1);
    if (!call.json && newest !== undefined) printSent(newest, which, call);
  }
  // Before the files, which may take hours: the words exist nowhere else.
  if (call.json) print(json({ reports: sent }));
  else print(say(SENTENCES.afterSending));
  if (token === undefined || attached.length === 0) return;
  try {
    await sendAttachments(reporterOf(connection, token, directories), attached, "", call);
    tell(say(SENTENCES.filesSent, { count: attached.length }));
  } catch (error) {
    const reason = explain(error, call);
    throw reason === undefined ? error : new Failure(say(SENTENCES.filesNotSent, { reason }));
  }
}

/** Who carries it learns whether it is there, and nothing of it. */
async function handIn(file: string, call: CommandCall): Promise<void> {
  const { words, say, connection } = call;
  const others = ["channel", "exclude", "attach", "attach-as-is"];
  if (words.length > 0 || others.some((name) => call.values(name).length > 0)) throw misuse("send", call);
  const bytes = await readSealedFile(file, say);
  const handingIn = await prepareHandingIn(bytes, await fetchDirectories(call));
  await makeRetry(SCHEDULES.message).run(() => handingIn.run(connection));
  if (call.json) print(json({ handedIn: true }));
  else print(say(SENTENCES.handedIn));
}

async function fetchDirectories(call: CommandCall): Promise<Directories> {
  const look = { depth: "quick", ...(await call.clock()) } as const;
  const directories = await loadDirectories(call.connection, firstUse(await call.roots()), look);
  if (directories.isRehearsal) tell(call.say(SENTENCES.rehearsal));
  return directories;
}

/** All are looked at before one is sent: half a file is worse than none. */
async function checkedReports(file: string, { say }: CommandCall): Promise<Answers[]> {
  const problems: string[] = [];
  const all: Answers[] = [];
  for (const [index, report] of (await readReports(file, say)).entries()) {
    const found =
      "problem" in report ? [report.problem] : findingsIn(report.answers).map((one) => explainFinding(one, say));
    if ("answers" in report) all.push(report.answers);
    if (found.length > 0) problems.push(say(SENTENCES.inReport, { n: index + 1, problem: found.join(" ") }));
  }
  if (problems.length > 0) throw new Failure([...problems, say(SENTENCES.nothingSent)].join("\n"));
  return all;
}

function chooseChannel({ current, now }: Directories, { value, say }: CommandCall): Channel {
  const { channels } = current;
  const named = value("channel");
  // Without a choice the first: the office puts the one for everybody at the top. Its name is told before sending.
  const channel =
    named === undefined
      ? ([...channels.values()].find((one) => isOpen(current, one, now)) ?? [...channels.values()][0])
      : channels.get(findId([...channels.keys()], named, say));
  if (channel === undefined) throw new Failure(say(SENTENCES.noChannel));
  return channel;
}

function printSent(
  { registerNumber, words }: { registerNumber: string; words: string[] },
  which: { n: number; all: number },
  call: CommandCall,
): void {
  const { say } = call;
  print();
  print(bold(say(which.all === 1 ? SENTENCES.arrived : SENTENCES.arrivedOf, which)));
  print(say(SENTENCES.registerNumber, { number: registerNumber }));
  printWords(words, call);
}

export function printWords(words: readonly string[], { say }: CommandCall): void {
  print();
  print(say(SENTENCES.yourWords));
  print();
  for (const [index, word] of words.entries()) print(`  ${String(index + 1).padStart(2)}. ${bold(word)}`);
  print();
}
