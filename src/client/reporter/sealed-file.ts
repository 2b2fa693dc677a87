/** A report in a file: sealed where there is no network, handed in by anybody (docs/protocol.md, "The sealed file"). */
import type { Bytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  type SealedReportFile,
  encodeSealedReport,
  isSealedReport,
  parseSealedReport,
  sealedReportSignatureInput,
} from "../../crypto/sealed-report.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../crypto/secret/keys.ts";
import { deriveTokenKeys } from "../../crypto/secret/token.ts";
import { MAX_SEALED_REPORT_BYTES } from "../../protocol/api/fields.ts";
import { isTaken } from "../../protocol/carrying.ts";
import { purposeOf } from "../../protocol/proof-of-work.ts";
import type { Directories } from "../directory/directories.ts";
import { ApiError, type Connection } from "../line/http.ts";
import { type Payment, callPaying } from "../line/proof-of-work.ts";
import { Refusal } from "../refusal.ts";
import type { PreparedReport } from "./report.ts";

/** The file of a report that was prepared and is not sent. Always the same bytes. */
export function sealedFileOf({ submission, token }: Pick<PreparedReport, "submission" | "token">): Bytes {
  return encodeSealedReport(submission, sign(deriveTokenKeys(token).auth, sealedReportSignatureInput(submission)));
}

/** No longer file is looked into. */
export { MAX_SEALED_REPORT_BYTES };

/** One handing in. `run` again after a failure sends the same request; the same file leads to one case, whoever brings it. */
export type HandingIn = { readonly run: (connection: Connection, signal?: AbortSignal) => Promise<void> };

/**
 * Looks at a file before anything is sent: what is not for this office is shown to no server. The key that signs is made
 * here and serves for this file alone: it says that this very request was paid for, and nothing of who carries it.
 * Throws Refusal `no-sealed-report`, `damaged-report`; ApiError `other-office`, `sealed-too-long-ago`, as the server would.
 */
export async function prepareHandingIn(file: Bytes, directories: Directories): Promise<HandingIn> {
  const { channelId, directoryVersion, directoryHash } = read(file);
  const sealed = await directories.at(directoryVersion, directoryHash);
  if (sealed === undefined) throw new ApiError("other-office");
  if (!isTaken(sealed, directories.current, channelId, directories.now)) throw new ApiError("sealed-too-long-ago");
  const carrier = deriveSigningKeyPair(makeSeed());
  const payment: Payment = { purpose: purposeOf("report", file.length) };
  return {
    run: async (connection, signal) =>
      void (await callPaying(connection, "sendReport", { body: file, signal }, carrier, payment)),
  };
}

function read(file: Bytes): SealedReportFile {
  if (!isSealedReport(file)) throw new Refusal("no-sealed-report");
  try {
    return parseSealedReport(file);
  } catch (error) {
    throw error instanceof CryptoError ? new Refusal("damaged-report") : error;
  }
}
