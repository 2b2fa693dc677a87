/** What a reporter may do: send a report, and come back to it with the key of the case. */
import { takeReport } from "../services/cases/intake.ts";
import { burnCase, checkCase, putOwnMessage, readEarlierAnswers } from "../services/cases/reporter-case.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

type ReporterOperation =
  | "sendReport"
  | "checkCase"
  | "earlierAnswers"
  | "putOwnMessage"
  | "putOwnCell"
  | "dropOwnFile"
  | "answerCell"
  | "burnCase";

export function reporterHandlers(services: Services): Handlers<ReporterOperation> {
  const { database, files } = services;
  return {
    async sendReport({ caller, query, body }) {
      await takeReport(services, caller, body, query.urgent === "1");
      return { stored: true };
    },
    checkCase: ({ caller }) => checkCase(database, caller.caseId),
    earlierAnswers: ({ caller, query }) => readEarlierAnswers(database, caller.caseId, query.before),
    async putOwnMessage({ caller, params, query, body }) {
      await putOwnMessage(services, caller, params, body, query.urgent === "1");
      return { stored: true };
    },
    async putOwnCell({ caller, params, query, body }) {
      await files.putOwnCell(caller, { ...params, of: query.of }, body);
      return { stored: true };
    },
    async dropOwnFile({ caller, params }) {
      await files.dropOwn(caller.caseId, params.fileId);
      return {};
    },
    answerCell: ({ caller, params }) => files.readAnswerCell(caller.caseId, params),
    async burnCase({ caller }) {
      await burnCase(database, caller.caseId);
      return {};
    },
  };
}
