/** A report in a file: made where there is no network, and handed in where there is one. */
import { callJson } from "../../../client/line/http.ts";
import {
  type HandingIn,
  MAX_SEALED_REPORT_BYTES,
  prepareHandingIn,
  sealedFileOf,
} from "../../../client/reporter/sealed-file.ts";
import { Refusal } from "../../../client/refusal.ts";
import type { PreparedReport } from "../../../client/reporter/report.ts";
import type { Bytes } from "../../../crypto/bytes.ts";
import { API } from "../../../protocol/api.ts";
import { takenUntil } from "../../../protocol/carrying.ts";
import { connection } from "./connection.ts";
import type { Recipients } from "./recipients.ts";

export function sealFile(prepared: PreparedReport): Bytes {
  return sealedFileOf(prepared);
}

/** The last day, as ms since 1970, on which a file that is sealed now is taken. */
export function sealedFileTakenUntil({ directories }: Recipients): number {
  return takenUntil(directories.current);
}

/** Looks at a file, then sends it; a second `run` after a failure sends the same. Nothing of it is opened. */
export async function openSealedFile(file: Blob, { directories }: Recipients): Promise<{ run: () => Promise<void> }> {
  if (file.size > MAX_SEALED_REPORT_BYTES) throw new Refusal("no-sealed-report");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const handingIn: HandingIn = await prepareHandingIn(bytes, directories);
  return { run: () => handingIn.run(connection) };
}

/** What the server says of its readers, word for word: put into a file, it is verified there once more. */
export async function fetchReaders(): Promise<string> {
  return JSON.stringify(await callJson(connection, "directory", API.directory.answer.json));
}
