/** Reports that are there before a browser is opened: sealed and sent by the client layer, as the command line does. */
import { connect } from "../../../src/client/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter.ts";
import type { Answers } from "../../../src/protocol/content.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory.ts";
import { ANSWERS } from "../../support/hostile-story.ts";
import type { Site } from "./site.ts";

/** To the first channel, one after the other. */
export async function sendReports(
  { origin, organisation }: Pick<Site, "origin" | "organisation">,
  reports: readonly Partial<Answers>[],
): Promise<void> {
  const directory = parseDirectory(documentBytes(organisation.signed));
  const [channelId] = directory.channels.keys();
  if (channelId === undefined) throw new Error("an organisation has a channel");
  const connection = connect(origin);
  for (const report of reports)
    await sendReport(
      connection,
      prepareReport({ answers: { ...ANSWERS, ...report }, channelId, excluded: [] }, directory),
    );
}
