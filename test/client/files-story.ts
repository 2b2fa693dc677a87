/** A report with a file on a server that is the adversary, for tests of both directions. */
import type { Test } from "tap";
import { type Cells } from "../../src/client/files/cells.ts";
import { type FileSink, downloadFile } from "../../src/client/files/download.ts";
import type { Schedule } from "../../src/client/line/schedules.ts";
import { Refusal } from "../../src/client/refusal.ts";
import { sendFiles } from "../../src/client/files/send-files.ts";
import { reporterOf } from "../../src/client/reporter/writer.ts";
import { type FileSource } from "../../src/client/files/upload.ts";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { concat } from "../../src/crypto/bytes.ts";
import { SMALL_CELL_BYTES } from "../../src/crypto/file-cells.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import type { FileEntry } from "../../src/protocol/content.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { type Story, read, tellStory } from "../support/hostile/hostile-story.ts";

export const soon: Schedule = { pausesMs: [1], isEndless: true };
export const never: Schedule = { pausesMs: [] };
export const SIZE = 3 * SMALL_CELL_BYTES - 5;
export const CELL_BYTES = SMALL_CELL_BYTES;

export function sourceOf(content: Uint8Array, name = "bukti.pdf", type = "application/pdf"): FileSource {
  const read = async (offset: number, length: number) => content.slice(offset, offset + length);
  return { name, type, size: content.length, read };
}

/** A sink that keeps what it got, and what became of it. */
export function makeSink() {
  const pieces: Uint8Array[] = [];
  const seen = { ended: undefined as Uint8Array | undefined, dropped: false };
  const sink: FileSink = {
    write: (piece) => void pieces.push(piece),
    end: (digest) => void (seen.ended = digest),
    drop: () => void (seen.dropped = true),
  };
  return { sink, seen, content: () => concat(...pieces) };
}

export async function writerOf({ server, organisation, prepared }: Story, connection = server.connect()) {
  const directories = await loadDirectories(connection, firstUse(organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  return reporterOf(connection, prepared.token, directories);
}

/** A report whose reporter has sent one file, and the member who has opened it. */
export async function tellWithFile(content: Uint8Array = randomFile(SIZE)) {
  const story = await tellStory();
  await sendFiles(await writerOf(story), [sourceOf(content)], { text: "Ini buktinya.", schedule: soon }).run();
  const reader = await read(story);
  const entry = entriesOf(reader.file.opened.conversation)[0]!;
  const file = story.stored.files.get(entry.id)!;
  return { story, content, entry, stored: file, ...reader };
}

export function entriesOf(
  conversation: Awaited<ReturnType<typeof read>>["file"]["opened"]["conversation"],
): FileEntry[] {
  return conversation.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
}

export function randomFile(size: number): Uint8Array<ArrayBuffer> {
  return concat(...Array.from({ length: Math.ceil(size / 65_536) }, () => randomBytes(65_536))).slice(0, size);
}

export async function savesNothing(t: Test, cells: Cells, entry: FileEntry, code: Refusal["code"], why: string) {
  const { sink, seen } = makeSink();
  await t.rejects(downloadFile(cells, entry, sink, { schedule: never }), new Refusal(code), why);
  t.same(seen, { ended: undefined, dropped: true }, `${why}: nothing is saved`);
}
