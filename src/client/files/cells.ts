/** Cells of one case on the server, as each of its sides reaches them. */
import type { Bytes } from "../../crypto/bytes.ts";
import type { TokenKeys } from "../../crypto/secret/token.ts";
import { type Call, type Connection, callBytes, callSigned } from "../line/http.ts";
import { callPaying, callSignedOrPaying } from "../line/proof-of-work.ts";

export type SealedCell = {
  readonly bytes: Bytes;
  readonly sha256: Bytes;
  /** Number of this cell, and of all of its file */
  readonly cell: number;
  readonly of: number;
};

/** Each throws ApiError, or the signal's reason. File ids are hexadecimal. */
export type Cells = {
  readonly caseId: Uint8Array;
  /** The same bytes again get the same answer. */
  readonly put: (fileId: string, sealed: SealedCell, signal?: AbortSignal) => Promise<void>;
  readonly get: (fileId: string, cell: number, signal?: AbortSignal) => Promise<Bytes>;
  /** Forgets what no message has claimed. */
  readonly drop: (fileId: string) => Promise<void>;
};

/** @param isAnswered whether the office has answered: until then each cell is paid for, and none is sent to be refused */
export function cellsOfReporter(
  connection: Connection,
  { caseId, auth }: Pick<TokenKeys, "caseId" | "auth">,
  isAnswered: () => boolean = () => false,
): Cells {
  return {
    caseId,
    async put(fileId, sealed, signal) {
      const put = isAnswered() ? callSignedOrPaying : callPaying;
      await put(connection, "putOwnCell", putting({ fileId }, sealed, signal), auth, { purpose: "file" });
    },
    get: (fileId, cell, signal) => callSigned(connection, "answerCell", { params: { fileId, cell }, signal }, auth),
    async drop(fileId) {
      await callSigned(connection, "dropOwnFile", { params: { fileId } }, auth);
    },
  };
}

export function cellsOfMember(connection: Connection, handle: string, caseId: Uint8Array): Cells {
  return {
    caseId,
    async put(fileId, sealed, signal) {
      await callBytes(connection, "putCell", putting({ handle, fileId }, sealed, signal));
    },
    get: (fileId, cell, signal) => callBytes(connection, "cell", { params: { handle, fileId, cell }, signal }),
    async drop(fileId) {
      await callBytes(connection, "dropFile", { params: { handle, fileId } });
    },
  };
}

function putting(
  params: Record<string, string>,
  { bytes, sha256, cell, of }: SealedCell,
  signal: AbortSignal | undefined,
): Call {
  return { params: { ...params, cell }, query: { of }, body: bytes, bodyHash: sha256, signal };
}
