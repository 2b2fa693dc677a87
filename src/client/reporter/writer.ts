/** A reporter as one who sends files. */
import { deriveTokenKeys } from "../../crypto/secret/token.ts";
import type { Directories } from "../directory/directories.ts";
import { cellsOfReporter } from "../files/cells.ts";
import type { Writer } from "../files/send-files.ts";
import { ApiError, type Connection } from "../line/http.ts";
import { Refusal } from "../refusal.ts";
import { openReporterCase } from "./reporter-case.ts";

export function reporterOf(connection: Connection, token: Uint8Array, directories: Directories): Writer {
  let isAnswered = false;
  return {
    cells: cellsOfReporter(connection, deriveTokenKeys(token), () => isAnswered),
    async open() {
      const found = await openReporterCase(connection, token, directories);
      if (found === undefined) throw new ApiError("not-found");
      if (found.alarms.length > 0) throw new Refusal("alarm");
      isAnswered = found.entries.length > 0;
      return found;
    },
  };
}
