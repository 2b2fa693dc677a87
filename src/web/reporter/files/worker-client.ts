/** The page's end of the worker for files: started when it is first needed, ended when nothing needs it. */
import type { CellSealing } from "../../../client/files/seal-cells.ts";
import type { FileSealedElsewhere } from "../../../client/files/upload.ts";
import { type AskWorker, openWorker } from "../../shared/ask-worker.ts";
import { hastenGarbageCollection } from "./garbage-collection.ts";
import type { Calls, FaultCode, Look, ToSeal } from "./worker-messages.ts";

/** `worker-gone`: it did not load, died, or failed; the next call starts another one. */
export class FileFault extends Error {
  readonly code: FaultCode;
  constructor(code: FileFault["code"]) {
    super(code);
    this.name = "FileFault";
    this.code = code;
  }
}

/** All reject with FileFault. */
export type FilesWorker = {
  /** Ahead of the first file: it is on its way while a person chooses. */
  readonly start: () => void;
  readonly look: (file: File) => Promise<Look>;
  /** Nothing is read before the first cell is asked for. */
  readonly sealer: (what: Pick<ToSeal, "file" | "seen" | "isCleaned">) => FileSealedElsewhere["seal"];
  /** At once, with every key that it holds. */
  readonly close: () => void;
};

/** Files are chosen in a few goes: so long it waits for the next. */
const IDLE_MS = 5_000;

/** One worker's life. */
type Line = AskWorker<Calls>;

const faultOf = (code: FaultCode = "worker-gone") => new FileFault(code);

export function makeFilesWorker(startWorker: () => Promise<Worker>): FilesWorker {
  let line: Promise<Line> | undefined;
  let users = 0;
  let sealings = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    const closed = line;
    line = undefined;
    closed?.then(({ end }) => end()).catch(() => {});
  }
  function connect(): Promise<Line> {
    line ??= openWorker<Calls, FaultCode>(startWorker, faultOf, () => (line = undefined)).catch(() => {
      line = undefined;
      throw new FileFault("worker-gone");
    });
    return line;
  }
  const begin = () => {
    users++;
    clearTimeout(idle);
  };
  const finish = () => {
    if (--users === 0) idle = setTimeout(close, IDLE_MS);
  };

  async function look(file: File): Promise<Look> {
    begin();
    try {
      return await (await connect()).ask("look", { file });
    } finally {
      finish();
    }
  }

  return {
    start() {
      begin();
      connect()
        .catch(() => {})
        .finally(finish);
    },
    look,
    sealer: (what) => (caseId, keys) => {
      const sealing = ++sealings;
      let begun: Promise<Line> | undefined;
      const start = async (): Promise<Line> => {
        begin();
        const own = await connect();
        await own.ask("seal", { ...what, caseId, keys, sealing });
        return own;
      };
      const end: CellSealing["end"] = () => {
        const ended = begun;
        if (ended === undefined) return;
        begun = undefined;
        ended
          .then((own) => own.ask("end", { sealing }))
          .catch(() => {})
          .finally(finish);
      };
      return {
        async next() {
          hastenGarbageCollection();
          const own = await (begun ??= start());
          return own.ask("next", { sealing });
        },
        end,
      };
    },
    close,
  };
}
