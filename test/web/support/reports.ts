/** Reports that are there before a browser is opened: sealed and sent by the client layer, as the command line does. */
import { connect } from "../../../src/client/line/http.ts";
import { type PreparedReport, prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { sealedFileOf } from "../../../src/client/reporter/sealed-file.ts";
import { type ReporterCase, openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { ANSWERS } from "../../support/hostile/hostile-story.ts";
import type { Site } from "./site.ts";

/** To the first channel, one after the other. */
export async function sendReports(
  { origin, organisation }: Pick<Site, "origin" | "organisation">,
  reports: readonly Partial<Answers>[],
): Promise<PreparedReport[]> {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const [channelId] = directory.channels.keys();
  if (channelId === undefined) throw new Error("an organisation has a channel");
  const connection = connect(origin);
  const sent: PreparedReport[] = [];
  for (const report of reports) {
    const prepared = prepareReport({ answers: { ...ANSWERS, ...report }, channelId, excluded: [] }, directory);
    await sendReport(connection, prepared);
    sent.push(prepared);
  }
  return sent;
}

/** A report as a file that somebody brings, to the first channel. */
export function sealInFile(
  { organisation }: Pick<Site, "organisation">,
  report: Partial<Answers>,
): PreparedReport & { readonly file: Uint8Array } {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const channelId = organisation.channels[0].id;
  const prepared = prepareReport({ answers: { ...ANSWERS, ...report }, channelId, excluded: [] }, directory);
  return { ...prepared, file: sealedFileOf(prepared) };
}

/** What the reporter sees who comes back with the words. */
export async function readBack(
  { origin, organisation }: Pick<Site, "origin" | "organisation">,
  token: Uint8Array,
): Promise<ReporterCase> {
  const connection = connect(origin);
  const now = Date.now();
  const directories = await loadDirectories(connection, firstUse(organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now,
  });
  const found = await openReporterCase(connection, token, directories);
  if (found === undefined) throw new Error("the report was sent");
  return found;
}
