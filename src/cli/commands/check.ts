/** `segel check`: comes back with the twelve words, shows what was answered, and writes again with `--reply`. */
import { loadDirectories } from "../../client/directory/directories.ts";
import { CaseRemoved, type ReporterCase, openReporterCase } from "../../client/reporter/reporter-case.ts";
import { reporterOf } from "../../client/reporter/writer.ts";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import { type WordProblem, readWords } from "../../crypto/secret/words.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { firstUse } from "../../protocol/directory/trust.ts";
import { ATTACHING, openAttachments, sendAttachments } from "./attachments.ts";
import type { Command, CommandCall } from "./command.ts";
import { describeDeadlines, printDeadlines } from "./deadlines.ts";
import { describeEntry, printEntry } from "./conversation.ts";
import { Failure, WrongUse, alarmText } from "../speech/failures.ts";
import { sayCode } from "../../words/codes.ts";
import { REPORTER_STATE_NAMES, UNKNOWN } from "../../words/glossary.ts";
import { isCodeOf } from "../../protocol/rules/casework.ts";
import { REPORTER_CASE_ALARMS } from "../../words/alarms.ts";
import type { Say } from "../../words/speech.ts";
import { alarm, bold, dim, json, print, tell, visible } from "../speech/print.ts";
import { type Saved, checkSaved, describeSaved, saveFiles } from "./saving.ts";
import { SENTENCES } from "../speech/words.ts";

export const check: Command = {
  topic: "check",
  reader: "reporter",
  options: {
    reply: { type: "boolean" },
    ...ATTACHING,
    save: { type: "string" },
  },
  run: checkCase,
};

async function checkCase(call: CommandCall): Promise<void> {
  const { words, say, connection, questions } = call;
  // Not even quoted: words in arguments are in the shell's history already.
  if (words.length > 0) throw new WrongUse(say(SENTENCES.wordsNotAsArguments));
  const attached = await openAttachments(call);
  const token = await askForToken(call);
  const directories = await loadDirectories(connection, firstUse(await call.roots()), {
    depth: "quick",
    ...(await call.clock()),
  });
  const found = await openReporterCase(connection, token, directories).catch((error: unknown) => {
    throw error instanceof CaseRemoved
      ? new Failure(say(SENTENCES.caseRemoved, { day: call.day(error.removedOn) }))
      : error;
  });
  if (found === undefined) throw new Failure(say(SENTENCES.caseNotFound));
  if (!call.json) printCase(found, directories.current, call);
  const folder = call.value("save");
  const saved = folder === undefined ? undefined : await saveFiles(found.cells, found.entries, folder, call);
  if (call.json) printJson(found, directories.current, saved, call);
  await write();
  if (saved !== undefined) checkSaved(saved, call);

  async function write(): Promise<void> {
    const isReply = call.isSet("reply");
    if (!isReply && attached.length === 0) {
      if (!call.json) tell(say(SENTENCES.howToReply));
      return;
    }
    const text = isReply ? await questions.text(say(SENTENCES.askReply)) : "";
    if (attached.length === 0) await found?.write({ kind: "text", text });
    else await sendAttachments(reporterOf(connection, token, directories), attached, text, call);
    tell(attached.length === 0 ? say(SENTENCES.replySent) : say(SENTENCES.filesSent, { count: attached.length }));
  }
}

/** Nothing leaves the device before the words are right (attack 28). */
async function askForToken({ questions, say }: CommandCall): Promise<Bytes> {
  for (;;) {
    const result = readWords(await questions.secret(say(SENTENCES.askWords)), WORD_LISTS);
    if ("token" in result) return result.token;
    const problem = explainWords(result.problem, say);
    if (!questions.interactive) throw new Failure(problem);
    tell(problem);
  }
}

function explainWords(problem: WordProblem, say: Say): string {
  switch (problem.code) {
    case "count":
      return say(SENTENCES.wordCount, { found: problem.found });
    case "foreign-letter":
      return say(SENTENCES.wordForeign, { position: problem.position, letter: problem.letter });
    case "mixed-languages":
      return say(SENTENCES.wordMixed, { position: problem.position });
    case "checksum":
      return say(SENTENCES.wordChecksum);
    case "unknown-word": {
      const { position, suggestions } = problem;
      const near =
        suggestions.length === 0 ? "" : ` ${say(SENTENCES.wordSuggestions, { list: suggestions.join(", ") })}`;
      return say(SENTENCES.wordUnknown, { position }) + near;
    }
  }
}

function printCase(found: ReporterCase, directory: Directory, call: CommandCall): void {
  const { say, day } = call;
  print(say(SENTENCES.registerNumber, { number: found.registerNumber }));
  const state = visible(sayCode(say, REPORTER_STATE_NAMES, found.state, UNKNOWN.code));
  print(say(SENTENCES.state, { state: bold(state) }));
  if (!isCodeOf(REPORTER_STATE_NAMES, found.state)) print(say(UNKNOWN.forReporters));
  print(say(SENTENCES.arrivedDay, { day: day(found.arrivedOn) }));
  print(dim(call.dates));
  const { channelId, standing } = found;
  printDeadlines({ course: standing.course, channelId, directory }, call);
  for (const code of found.alarms) print(alarmText(REPORTER_CASE_ALARMS[code], call));
  const { answers, own } = found.missing;
  if (answers.length > 0) print(alarm(`! ${say(SENTENCES.missingAnswers, { list: answers.join(", ") })}`));
  if (own.length > 0) print(alarm(`! ${say(SENTENCES.missingOwn, { list: own.join(", ") })}`));
  if (found.alarms.length > 0) print(say(SENTENCES.alarmAdvice));
  print(say(SENTENCES.youWrote, { count: found.written }));
  print();
  if (found.entries.length === 0) print(say(SENTENCES.noAnswers));
  for (const entry of found.entries) printEntry(entry, directory, call);
}

function printJson(
  found: ReporterCase,
  directory: Directory,
  saved: readonly Saved[] | undefined,
  call: CommandCall,
): void {
  const deadlines = describeDeadlines({ course: found.standing.course, channelId: found.channelId, directory }, call);
  const { registerNumber, arrivedOn, state, alarms, missing, written, entries } = found;
  const answers = entries.map(describeEntry);
  const files = saved?.map(describeSaved);
  print(json({ registerNumber, arrivedOn, state, alarms, missing, written, deadlines, answers, files }));
}
