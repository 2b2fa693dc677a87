/**
 * Beside the page: takes files apart, leaves out what they tell beside their content, and seals what is to be sent,
 * reading slice by slice. It remembers nothing of a file that it has looked into, so it may end at any time between
 * looking and sealing. Its policy lets it reach nobody (src/web/policies.ts).
 */
import { Refusal } from "../../../client/refusal.ts";
import { type CellSealing, sealCells } from "../../../client/files/seal-cells.ts";
import { makeMutex } from "../../../client/line/mutex.ts";
import { cellLayoutOf } from "../../../crypto/file-cells.ts";
import { type Cleaning, cleaning } from "../../../evidence/cleaning.ts";
import type { Source } from "../../../evidence/source.ts";
import { type Asked, answerPage } from "../../shared/ask-worker.ts";
import { blobSource } from "../../shared/blob-source.ts";
import { hastenGarbageCollection } from "./garbage-collection.ts";
import type { Calls, FaultCode, Look, SealedBytes, ToSeal } from "./worker-messages.ts";

const sealings = new Map<number, CellSealing>();
/** One file after the other is looked into: a large document takes memory, and fifty at once would take fifty times as much. */
const oneAtATime = makeMutex();

// The imports above have waited for libsodium.
answerPage<Calls, FaultCode>(
  work,
  (error) => (error instanceof Refusal ? "unreadable-file" : "worker-gone"),
  (given) => (given !== undefined && "bytes" in given ? [given.bytes.buffer] : []),
);

async function work(asked: Asked<Calls>): Promise<Look | SealedBytes | undefined> {
  switch (asked.call) {
    case "look":
      return (await lookInto(asked.ask.file)).look;
    case "seal":
      sealings.set(asked.ask.sealing, await beginSealing(asked.ask));
      return undefined;
    case "next": {
      const sealing = sealings.get(asked.ask.sealing);
      if (sealing === undefined) throw new Error("no such sealing");
      return sealing.next();
    }
    case "end":
      sealings.delete(asked.ask.sealing);
      return undefined;
  }
}

function lookInto(file: File): Promise<{ readonly look: Look; readonly found: Cleaning }> {
  return oneAtATime(async () => {
    const source = sourceOf(file);
    const found = await cleaning(source, file.name);
    const { type, outcome, findings, remains, warnings } = found;
    const look: Look = {
      type,
      outcome,
      findings,
      remains,
      warnings,
      ...(found.outcome === "cleaned" ? { size: found.cleaned.size } : { size: file.size, reason: found.reason }),
    };
    return { look, found };
  });
}

/**
 * Looked into once more: the plan of the cleaned file is made from the bytes as they are now. And again before the
 * last cell leaves, since not every browser notices that a file was written to while it is read.
 */
async function beginSealing({ file, seen, isCleaned, caseId, keys }: ToSeal): Promise<CellSealing> {
  const check = async (): Promise<Cleaning> => {
    const { look, found } = await lookInto(file);
    if (JSON.stringify(look) !== JSON.stringify(seen)) throw new Refusal("unreadable-file");
    return found;
  };
  const found = await check();
  const source = isCleaned && found.outcome === "cleaned" ? found.cleaned : sourceOf(file);
  const { cells } = cellLayoutOf(source.size);
  const sealing = sealCells(source, caseId, keys);
  let given = 0;
  return {
    async next() {
      hastenGarbageCollection();
      const cell = await sealing.next();
      if (++given === cells) await check();
      return cell;
    },
    end: () => {},
  };
}

/** Its failures are told apart from those of what reads through it. */
function sourceOf(file: File): Source {
  const source = blobSource(file);
  return {
    size: source.size,
    async read(offset, length) {
      const bytes = await source.read(offset, length).catch(() => undefined);
      if (bytes?.length !== length) throw new Refusal("unreadable-file");
      return bytes;
    },
  };
}
