/** Published figures as a file that anybody can check without asking a server: all snapshots, and the directories they name. */
import { type Bytes, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import {
  DirectoryError,
  type RootSet,
  documentBytes,
  parseDirectory,
  signedDirectorySchema,
} from "../../protocol/directory/directory.ts";
import { olderDirectories } from "../../protocol/directory/older-directories.ts";
import { acceptDirectory, firstUse, hasEnoughSignatures } from "../../protocol/directory/trust.ts";
import {
  type SignedSnapshot,
  parseSnapshot,
  signedSnapshotSchema,
  snapshotBytes,
} from "../../protocol/publishing/snapshot.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { fetchChain } from "../directory/directories.ts";
import type { Connection } from "../line/http.ts";
import { type CheckedFigures, type DirectoryAt, checkFigures } from "./checking.ts";

const fileSchema = z.strictObject({
  format: z.literal("segel/1/figures"),
  published: z.array(signedSnapshotSchema),
  /** From the oldest that a snapshot names to the newest */
  directories: z.array(signedDirectorySchema),
});
export type FiguresFile = z.infer<typeof fileSchema>;

/** Throws ApiError. @param published as they were checked */
export async function makeFiguresFile(connection: Connection, published: readonly SignedSnapshot[]): Promise<Bytes> {
  const versions = published.map((one) => parseSnapshot(snapshotBytes(one)).directory.version);
  const directories = await fetchChain(connection, versions.length === 0 ? undefined : Math.min(...versions));
  return utf8(`${JSON.stringify({ format: "segel/1/figures", published, directories }, undefined, 1)}\n`);
}

/** Throws CryptoError `malformed`. */
export function readFiguresFile(bytes: Uint8Array): FiguresFile {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new CryptoError("malformed");
  }
  const result = z.safeParse(fileSchema, value);
  if (!result.success) throw new CryptoError("malformed");
  return result.data;
}

/** With the office's roots alone; its directories may have run out since. */
export function checkFiguresFile({ published, directories }: FiguresFile, roots: RootSet): Promise<CheckedFigures> {
  return checkFigures(published, directoriesIn(directories, roots));
}

function directoriesIn(chain: FiguresFile["directories"], roots: RootSet): DirectoryAt {
  const start = chain.findIndex((signed) => hasEnoughSignatures(documentBytes(signed), signed, roots));
  const newest = chain.at(-1);
  if (start < 0 || newest === undefined) return async () => undefined;
  try {
    const now = parseDirectory(documentBytes(newest)).notBefore;
    const { directory } = acceptDirectory(firstUse(roots), chain.slice(start), {
      depth: "quick",
      now,
      statement: "none-yet",
    });
    const known = [directory, ...olderDirectories(chain.map(documentBytes), directory)];
    return async (version, hash) => known.find((one) => one.version === version && sameBytes(one.hash, hash));
  } catch (error) {
    if (error instanceof DirectoryError) return async () => undefined;
    throw error;
  }
}
