/** All that the pages do with files, in one language. The page's first script knows nothing but this type. */
import type { FileEntry } from "../../../protocol/content.ts";
import type { App } from "../app.ts";
import type { OpenCase, Recipients } from "../sealing.ts";
import type { FilesText } from "../text/files-id.ts";
import { showSending } from "./bar.ts";
import { type ChosenFile, sendable } from "./chosen.ts";
import { chooser, chosenList } from "./chooser.ts";
import { receivedFile } from "./received.ts";
import { startFileJob } from "./job.ts";

export type FilesPart = {
  /** Buttons to choose with and what was chosen, kept in `chosen`. `inReport`: with what there is to know before. */
  readonly chooser: (app: App, chosen: ChosenFile[], place: "report" | "message") => HTMLElement;
  /** Names and sizes, to read through */
  readonly list: (app: App, chosen: readonly ChosenFile[]) => HTMLElement;
  /** Sends on the page, above whatever screen is shown, from now on. The token is copied. */
  readonly send: (app: App, recipients: Recipients, token: Uint8Array, chosen: readonly ChosenFile[]) => void;
  /** A file of an answer, with a button that saves it */
  readonly received: (app: App, gone: AbortSignal, found: OpenCase, entry: FileEntry) => HTMLElement;
};

export function makeFilesPart(text: FilesText): FilesPart {
  return {
    chooser: (app, chosen, place) => chooser(app, text, chosen, place),
    list: (app, chosen) => chosenList(app, chosen),
    send(app, recipients, token, chosen) {
      const sealing = app.sealing.now;
      const sources = sendable(chosen).map(({ source }) => source);
      if (sealing === undefined || sources.length === 0) return;
      showSending(app, text, startFileJob(app, sealing, recipients, token, sources));
    },
    received: (app, gone, found, entry) => receivedFile(app, text, gone, found, entry),
  };
}
