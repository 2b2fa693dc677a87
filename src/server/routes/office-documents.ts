/** Documents in which the office decides for itself. */
import { putOfficeDocument, readOfficeDocuments } from "../services/office/office-documents.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

export function officeDocumentHandlers({ database }: Services): Handlers<"officeDocuments" | "putOfficeDocument"> {
  return {
    officeDocuments: ({ params, query }) => readOfficeDocuments(database, params.kind, query.from),
    async putOfficeDocument({ caller, params, body }) {
      await putOfficeDocument(database, caller, params.kind, body);
      return { stored: true };
    },
  };
}
