/** Files that a person has chosen, before anything of them is sealed. They live in the page's memory as references. */
import type { FileSource } from "../../../client/upload.ts";
import { MAX_FILE_BYTES_A_CASE, MAX_FILES_A_CASE } from "../../../protocol/limits.ts";
import type { Sealing } from "../app.ts";

export type ChosenFile = {
  readonly source: FileSource;
  /** Why it cannot be sent */
  problem: "too-large" | "unreadable" | undefined;
};

export function sendable(chosen: readonly ChosenFile[]): ChosenFile[] {
  return chosen.filter(({ problem }) => problem === undefined);
}

/** Whether one more fits beside them; the server counts what a file fills, not its length. */
export function fits({ filledBytes }: Sealing, chosen: readonly ChosenFile[], { size }: File): boolean {
  const sizes = [...sendable(chosen).map(({ source }) => source.size), size];
  const filled = sizes.reduce((sum, one) => sum + (filledBytes(one) ?? 0), 0);
  return sizes.length <= MAX_FILES_A_CASE && filled <= MAX_FILE_BYTES_A_CASE;
}

/** `settled` is called where it turns out that the file cannot be read. */
export function takeFile({ filledBytes }: Sealing, file: File, settled: () => void): ChosenFile {
  const chosen: ChosenFile = {
    source: sourceOf(file),
    problem: filledBytes(file.size) === undefined ? "too-large" : undefined,
  };
  // A folder, or a file that another program keeps: found now and not while sending.
  file
    .slice(0, 1)
    .arrayBuffer()
    .catch(() => {
      chosen.problem ??= "unreadable";
      settled();
    });
  return chosen;
}

/**
 * The one place between a chosen file and what is sealed. Hidden data is to be removed here, in what is given on; it
 * is not yet, and the page says so.
 */
function sourceOf(file: File): FileSource {
  return {
    name: file.name,
    type: file.type,
    size: file.size,
    async read(offset, length) {
      // Sealing takes the one thread there is: between two cells the page is drawn and heard.
      await new Promise((resolve) => setTimeout(resolve));
      return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
    },
  };
}
