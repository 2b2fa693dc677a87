/**
 * A report that came otherwise, entered by a member: sealed like any other, to the readers of its channel, and marked with
 * how it came. Who wants to come back gets the words; else they are forgotten, and nobody can.
 */
import { sameBytes } from "../../crypto/bytes.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import type { RecordContent } from "../../protocol/records.ts";
import { type FileSending, sendFiles } from "../files/send-files.ts";
import { type Progress, type SendableFile, announce } from "../files/upload.ts";
import { type Connection, ApiError } from "../line/http.ts";
import { MOST_PAGES, allPages } from "../line/paging.ts";
import { Refusal } from "../refusal.ts";
import { type PreparedReport, prepareReport, sendReport } from "../reporter/report.ts";
import { reporterOf } from "../reporter/writer.ts";
import { findNewCases, listCases } from "../member/list/cases.ts";
import { openMemberCase } from "../member/case/member-case.ts";
import type { Member } from "../member/entry/sign-in.ts";

export type Entering = {
  readonly answers: Answers;
  readonly channelId: string;
  /** Ids of members who must not read it */
  readonly excluded: readonly string[];
  readonly source: Omit<RecordContent<"source">, "kind">;
};

export type Entered = {
  readonly handle: string;
  readonly registerNumber: string;
  /** Overwritten by whoever has shown the words, or does not */
  readonly token: Uint8Array;
};

type Options = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (file: number, progress: Progress) => void;
};

/**
 * One entering. `run` again after a failure goes on where it was: the same bytes lead to one case.
 * @param connection without the member's session, so that to the server the report is anybody's
 */
export function makeEntering(
  member: Member,
  connection: Connection,
  { answers, channelId, excluded, source }: Entering,
  files: readonly SendableFile[],
): { run: (options?: Options) => Promise<Entered> } {
  let prepared: PreparedReport | undefined;
  let isSent = false;
  let sending: FileSending | undefined;
  let handle: string | undefined;
  return {
    async run({ signal, onProgress = () => {} } = {}) {
      const { directories } = member;
      // Who enters it opens it: a case that its author cannot mark would be found by nobody as what it is.
      if (excluded.includes(member.id)) throw new Refusal("not-excludable");
      const report = { answers, channelId, excluded, attachments: files.map(announce) };
      prepared ??= prepareReport(report, directories.current, directories.now);
      if (!isSent) await sendReport(connection, prepared);
      isSent = true;
      if (files.length > 0)
        sending ??= sendFiles(reporterOf(connection, prepared.token, directories), files, { onProgress });
      await sending?.run(signal);
      handle ??= await findCase(member, prepared.caseId);
      const opened = await openMemberCase(member, handle, { listed: prepared.caseId });
      const isMarked = opened.opened.records.some(({ record }) => record.kind === "source");
      if (!isMarked) await opened.record({ kind: "source", ...source });
      return { handle, registerNumber: opened.registerNumber, token: prepared.token };
    },
  };
}

async function findCase(member: Member, caseId: Uint8Array): Promise<string> {
  await findNewCases(member);
  for await (const { cases } of allPages(
    MOST_PAGES.cases,
    (after) => listCases(member, after),
    ({ next }) => next,
  )) {
    const found = cases.find((one) => sameBytes(one.caseId, caseId));
    if (found !== undefined) return found.handle;
  }
  throw new ApiError("not-found");
}
