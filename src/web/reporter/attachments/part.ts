/** All that the pages do with files, in one language. The page's first script knows nothing but its type. */
import { waitUntil } from "../../../client/line/waiting.ts";
import { startWorker } from "../../shared/delivery-worker.ts";
import type { App, FilesPart } from "../app.ts";
import type { FileWords } from "../words.ts";
import { showSending } from "./bar.ts";
import { sendable, standingOf, takeOut } from "../files/chosen.ts";
import { asksAbout, chooser } from "./chooser.ts";
import { chosenList } from "./chosen-list.ts";
import { startFileJob } from "./job.ts";
import { receivedFile } from "./received.ts";
import { type FilesWorker, makeFilesWorker } from "../files/worker-client.ts";

/** Between two looks at whether all have been looked into: nobody sees less. */
const SETTLE_MS = 50;

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
      const isSettled = () => chosen.list.every((file) => standingOf(file) !== "looking");
      await waitUntil(isSettled, { everyMs: SETTLE_MS });
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
