/** What the page and the worker that cleans and seals its files say to each other: plain data and sealed bytes. */
import type { Bytes } from "../../../crypto/bytes.ts";
import type { FileKeys } from "../../../crypto/secret/file.ts";
import type { Cleaning } from "../../../evidence/cleaning.ts";
import type { Finding, Remainder } from "../../../evidence/findings.ts";
import type { Reason } from "../../../evidence/source.ts";
import type { FileType, Warning } from "../../../evidence/types.ts";

/** What looking into a file has told. */
export type Look = {
  readonly type: FileType;
  readonly outcome: Cleaning["outcome"];
  /** Why it cannot be cleaned, where that is so */
  readonly reason?: Reason;
  readonly findings: readonly Finding[];
  readonly remains: readonly Remainder[];
  readonly warnings: readonly Warning[];
  /** Length after cleaning */
  readonly size: number;
};

/** One sealing of one file, from its beginning. */
export type ToSeal = {
  readonly file: File;
  readonly seen: Look;
  /** False: its own bytes, on purpose or because they cannot be cleaned */
  readonly isCleaned: boolean;
  readonly caseId: Uint8Array;
  readonly keys: FileKeys;
};

export type SealedBytes = { readonly bytes: Bytes; readonly sha256: Bytes };

export type Calls = {
  /** A cheap reading of some slices, whatever the file's length */
  readonly look: { readonly ask: { readonly file: File }; readonly answer: Look };
  readonly seal: { readonly ask: ToSeal & { readonly sealing: number }; readonly answer: undefined };
  /** The next cell of a sealing */
  readonly next: { readonly ask: { readonly sealing: number }; readonly answer: SealedBytes };
  /** Lets go of a sealing and its key */
  readonly end: { readonly ask: { readonly sealing: number }; readonly answer: undefined };
};

/** `unreadable-file`: it cannot be read, or is not what was looked into any more */
export type FaultCode = "unreadable-file" | "worker-gone";
