/** All that the pages do with files, in one language. The page's first script knows nothing but this type. */
import type { SendableFile } from "../../../client/files/upload.ts";
import type { FileEntry } from "../../../protocol/content.ts";
import { startWorker } from "../../shared/delivery-worker.ts";
import type { App } from "../app.ts";
import type { ReporterCase } from "../../../client/reporter/coming-back.ts";
import type { Recipients } from "../sealing/recipients.ts";
import type { FileWords } from "../words.ts";
import { showSending } from "./bar.ts";
import { type Chosen, sendable, standingOf, takeOut } from "./chosen.ts";
import { asksAbout, chooser } from "./chooser.ts";
import { chosenList } from "./chosen-list.ts";
import { startFileJob } from "./job.ts";
import { receivedFile } from "./received.ts";
import { type FilesWorker, makeFilesWorker } from "./worker-client.ts";

export type FilesPart = {
  /** Buttons to choose with and what was chosen, kept in `chosen`. `report`: with what there is to know before. */
  readonly chooser: (app: App, gone: AbortSignal, chosen: Chosen, place: "report" | "message") => HTMLElement;
  /** Names and sizes as they will be sent, to read through; drawn anew when something has come of looking into them */
  readonly list: (app: App, chosen: Chosen) => HTMLElement;
  /** Returns when all have been looked into. */
  readonly settle: (chosen: Chosen) => Promise<void>;
  /** Whether a file would stay behind, and nobody was told yet; the focus is there then. Once for each file. */
  readonly asks: (chosen: Chosen) => boolean;
  readonly ready: (app: App, chosen: Chosen) => Ready;
  /** Sends on the page, above whatever screen is shown, from now on. The token is copied. */
  readonly send: (app: App, recipients: Recipients, token: Uint8Array, files: readonly SendableFile[]) => void;
  /** A file of an answer, with a button that saves it */
  readonly received: (app: App, gone: AbortSignal, found: ReporterCase, entry: FileEntry) => HTMLElement;
};

/** What is sent as it stands now; `take` takes these out of the list, and leaves all others. */
export type Ready = { readonly files: readonly SendableFile[]; readonly take: () => void };

export function makeFilesPart(text: FileWords): FilesPart {
  let made: FilesWorker | undefined;
  const workerOf = (app: App): FilesWorker => {
    if (made !== undefined) return made;
    made = makeFilesWorker(() => startWorker(app.delivery, "files-worker"));
    app.whenLeft.add(made.close);
    return made;
  };
  return {
    chooser: (app, gone, chosen, place) => chooser({ app, text, worker: workerOf(app), chosen, gone, place }),
    list(app, chosen) {
      const place = chosenList(app, text, chosen);
      chosen.changed = () => place.replaceChildren(...chosenList(app, text, chosen).childNodes);
      return place;
    },
    async settle(chosen) {
      while (chosen.list.some((file) => standingOf(file) === "looking")) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    asks: asksAbout,
    ready(app, chosen) {
      const going = chosen.list.flatMap((file) => {
        const sent = sendable(workerOf(app), file, text.attachment);
        return sent === undefined ? [] : [{ file, sent }];
      });
      const files = going.map(({ file }) => file);
      return { files: going.map(({ sent }) => sent), take: () => takeOut(chosen, files) };
    },
    send(app, recipients, token, files) {
      const sealing = app.sealing.now;
      if (sealing === undefined || files.length === 0) return;
      showSending(app, text, startFileJob(app, sealing, recipients, token, files));
    },
    received: (app, gone, found, entry) => receivedFile(app, text, gone, found, entry),
  };
}
