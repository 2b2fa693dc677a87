/** Files of a case, as page and vault speak of them: which there are, which go, and how far they are. */
import type { Direction } from "../../../../crypto/message.ts";
import type { ApiErrorCode } from "../../../../client/line/http.ts";
import type { AnnouncedFile } from "../../../../protocol/content.ts";

/** A file as a page may know it: without its key. */
export type FileView = AnnouncedFile & { readonly id: string };

/** One file of one message: another message may claim the same id. */
export type FilePlace = { readonly direction: Direction; readonly sequence: number; readonly id: string };

/** A file chosen on this device. The number is the page's, and tells the vault which it has begun to send. */
export type ChosenFile = { readonly number: number; readonly file: File };

/** What crosses the port of a file on its way out: pieces one way, each answered before the next one comes. */
export type FromPageAboutFile = "taken" | "stop";
export type FromVaultAboutFile =
  | Uint8Array<ArrayBuffer>
  /** Why nothing comes at present, and undefined when it comes again */
  | { readonly trouble: ApiErrorCode | undefined };

/** How far a chosen file has come: bytes of it that the server has, and why nothing moves at present. */
export type SendingProgress = {
  readonly number: number;
  readonly size: number;
  readonly storedBytes: number;
  readonly trouble: ApiErrorCode | undefined;
};

/** A file on its way, or `message`: all files are there, and the message that brings them goes. */
export type SendingStep = SendingProgress | "message";
