/**
 * The whole story of one report over real HTTP, from sealing to its conclusion, with every text compared code point for
 * code point on its way.
 */
import { createHash } from "node:crypto";
import { type MemberCase, openMemberCase } from "../../client/member/case/member-case.ts";
import { findNewCases, readItem } from "../../client/member/list/cases.ts";
import type { Entry } from "../../client/case/chain.ts";
import type { Directories } from "../../client/directory/directories.ts";
import { downloadFile } from "../../client/files/download.ts";
import type { Connection } from "../../client/line/http.ts";
import { openReporterCase } from "../../client/reporter/reporter-case.ts";
import { prepareReport, sendReport } from "../../client/reporter/report.ts";
import { sendFiles } from "../../client/files/send-files.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { reporterOf } from "../../client/reporter/writer.ts";
import type { Member } from "../../client/member/entry/sign-in.ts";
import { type FileSource, announce } from "../../client/files/upload.ts";
import { WORD_LISTS, wordListOf } from "../../client/reporter/word-lists.ts";
import { factsOf, preferredLanguage } from "../../words/languages.ts";
import { type Bytes, hex, sameBytes } from "../../crypto/bytes.ts";
import { deriveTokenKeys } from "../../crypto/secret/token.ts";
import { readWords, wordsOf } from "../../crypto/secret/words.ts";
import { handlingOf } from "./handling.ts";
import { summaryOf } from "../../protocol/content.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import { MAX_MESSAGE_CODE_POINTS } from "../../protocol/limits.ts";

/** Something came back other than it was sent; `what` names it. */
export class Difference extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

/** Milliseconds of each step, in order. */
export type Times = readonly (readonly [step: string, ms: number])[];

export type Stage = {
  /** The reporter's own connection and directories: nothing is shared with the member's. */
  readonly connection: Connection;
  readonly directories: Directories;
  readonly channelId: string;
  readonly member: Member;
  /** Files that go along with each report */
  readonly attached: readonly Attached[];
};

export type Attached = { readonly source: FileSource; readonly sha256: string };

/** Throws Difference, Refusal for a report beyond the limits, ApiError. */
export async function play(
  answers: Answers,
  { connection, directories, channelId, member, attached }: Stage,
): Promise<Times> {
  const times: [string, number][] = [];
  const step = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    times.push([name, performance.now() - began]);
    return result;
  };
  const { answer, followUp } = textsFor(answers);

  const sources = attached.map(({ source }) => source);
  const report = { answers, channelId, excluded: [], attachments: sources.map(announce) };
  const prepared = await step("seal", () => prepareReport(report, directories.current, directories.now));
  await step("send", () => sendReport(connection, prepared));
  const words = wordsOf(prepared.token, wordListOf(factsOf(preferredLanguage([answers.language])).codeWords)).join(" ");
  const { caseId } = deriveTokenKeys(prepared.token);

  const handle = await step("find", () => findCase(member, caseId, answers));
  await step("open", async () => compareReport(await openMemberCase(member, handle), answers));
  if (attached.length > 0) {
    await step("files", () =>
      sendFiles(reporterOf(connection, prepared.token, directories), sources, { schedule: SCHEDULES.filesOnce }).run(),
    );
    await step("fetch", async () => compareFiles(await openMemberCase(member, handle), attached));
  }
  await step("move", async () =>
    (await openMemberCase(member, handle)).moveTo("verifying", { outcome: null, text: "" }),
  );
  await step("answer", async () => (await openMemberCase(member, handle)).answer(answer));

  // Weeks later, with nothing but the words.
  await step("return", async () => {
    const read = readWords(words, WORD_LISTS);
    if (!("token" in read)) throw new Difference("words");
    const found = await openReporterCase(connection, read.token, directories);
    if (found === undefined) throw new Difference("case");
    if (found.alarms.length > 0) throw new Difference(`alarm ${found.alarms.join(" ")}`);
    if (found.state !== "verifying") throw new Difference("state");
    same("answer", textOf(found.entries.at(-1)), answer);
    await found.write({ kind: "text", text: followUp });
  });
  await step("reread", async () => {
    const file = await openMemberCase(member, handle);
    compareReport(file, answers);
    same("follow-up", textOf(file.opened.conversation.at(-1)), followUp);
  });
  for (const { what, does, stands } of handlingOf(member, answers)) {
    await step(what, async () => {
      await does(await openMemberCase(member, handle));
      const file = await openMemberCase(member, handle);
      if (file.opened.alarms.length > 0) throw new Difference(`alarm ${file.opened.alarms.join(" ")}`);
      if (!stands(file)) throw new Difference(what);
    });
  }
  await step("conclusion", async () => {
    const found = await openReporterCase(connection, prepared.token, directories);
    const last = found?.entries.at(-1)?.message;
    if (found?.state !== "closed" || last?.kind !== "status") throw new Difference("conclusion");
    same("outcome", last.outcome, "substantiated");
  });
  return times;
}

/** Both directions carry what the reporter wrote: what is difficult about a report is difficult in a message. */
function textsFor({ what }: Answers): { answer: string; followUp: string } {
  const beginning = [...what].slice(0, MAX_MESSAGE_CODE_POINTS / 6 - 100).join("");
  return { answer: `Terima kasih. Kami membaca: ${beginning}`, followUp: `${beginning}\n— tambahan dari Pelapor` };
}

async function findCase(member: Member, caseId: Bytes, answers: Answers): Promise<string> {
  const { opened } = await findNewCases(member);
  // Others may have reported meanwhile: only ours is opened by this case id.
  for (const handle of opened) {
    const file = await openMemberCase(member, handle).catch(() => undefined);
    if (file === undefined || !sameBytes(file.item.caseId, caseId)) continue;
    const { summary } = readItem(member, file.item);
    for (const [name, expected] of Object.entries(summaryOf(answers))) {
      same(`summary ${name}`, summary?.[name as keyof typeof summary], expected);
    }
    return handle;
  }
  throw new Difference("case not found");
}

function compareReport(file: MemberCase, answers: Answers): void {
  if (file.opened.alarms.length > 0) throw new Difference(`alarm ${file.opened.alarms.join(" ")}`);
  for (const [field, expected] of Object.entries(answers))
    same(field, file.opened.answers[field as keyof Answers], expected);
}

/** Each file by name, size and SHA-256, read to its end; nothing of it is kept. */
async function compareFiles(file: MemberCase, attached: readonly Attached[]): Promise<void> {
  if (file.opened.alarms.length > 0) throw new Difference(`alarm ${file.opened.alarms.join(" ")}`);
  if (file.opened.missingFiles.length > 0) throw new Difference("announced files");
  const { message } = file.opened.conversation.at(-1) ?? {};
  const entries = message?.kind === "files" ? message.files : [];
  same("number of files", entries.length, attached.length);
  for (const [index, { source, sha256 }] of attached.entries()) {
    const entry = entries[index];
    if (entry === undefined) throw new Difference("number of files");
    same("file name", entry.name, announce(source).name);
    let found = "";
    const sink = { write: () => {}, end: (digest: Uint8Array) => void (found = hex(digest)), drop: () => {} };
    await downloadFile(file.cells, entry, sink, {
      schedule: SCHEDULES.filesOnce,
      startDigest: () => createHash("sha256"),
    });
    same(`file ${source.name}`, found, sha256);
  }
}

function textOf(entry: Entry | undefined): string | undefined {
  return entry?.message !== undefined && "text" in entry.message && entry.alarms.length === 0
    ? entry.message.text
    : undefined;
}

/** Strings are equal when all their code units are, which is stricter than code points only for half surrogates. */
function same(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Difference(what);
}
