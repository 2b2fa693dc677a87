/** A report that brings files, sent as the client layer sends it. */
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { reporterOf } from "../../../src/client/reporter/writer.ts";
import { type FileSource, announce } from "../../../src/client/files/upload.ts";
import type { AnnouncedFile } from "../../../src/protocol/content.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import type { Site } from "./site.ts";

export type SentFile = readonly [name: string, type: string, content: Uint8Array];

export type ReportWithFiles = {
  readonly title: string;
  readonly files: readonly SentFile[];
  /** Named in the report, and never sent */
  readonly missing?: readonly AnnouncedFile[];
  readonly text?: string;
};

/** Gives the case token. */
export async function sendReportWithFiles(
  { origin, organisation }: Pick<Site, "origin" | "organisation">,
  { title, files, missing = [], text = "" }: ReportWithFiles,
): Promise<Uint8Array> {
  const connection = connect(origin);
  const directories = await loadDirectories(connection, firstUse(organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  const sources = files.map(sourceOf);
  const report = prepareReport(
    {
      answers: { ...ANSWERS, title },
      channelId: organisation.channels[0].id,
      excluded: [],
      attachments: [...sources.map(announce), ...missing],
    },
    directories.current,
  );
  await sendReport(connection, report);
  if (sources.length > 0) await sendFiles(reporterOf(connection, report.token, directories), sources, { text }).run();
  return report.token;
}

function sourceOf([name, type, content]: SentFile): FileSource {
  const read = async (offset: number, length: number) => content.slice(offset, offset + length);
  return { name, type, size: content.length, read };
}
