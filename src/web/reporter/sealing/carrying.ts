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
import { DAY_MS } from "../../../protocol/encoding/day.ts";
import { CARRIED_DAYS } from "../../../protocol/limits.ts";
import { connection } from "./connection.ts";
import type { Recipients } from "./recipients.ts";

export function sealFile(prepared: PreparedReport): Bytes {
  return sealedFileOf(prepared);
}

/**
 * Until when a file that is sealed now had better be handed in, ms since 1970: it is taken longer while its directory holds,
 * but the longer it is under way the fewer of its readers may be left.
 */
export function handInBefore({ directories }: Recipients): number {
  return directories.now + CARRIED_DAYS * DAY_MS;
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
