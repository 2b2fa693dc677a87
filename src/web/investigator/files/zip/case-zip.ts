/** All files of a case in one ZIP: which names they get there, and a list of hashes that says what is not in it. */
import { LANGUAGE_CODES } from "../../../../words/languages.ts";
import { speak } from "../../../../words/speech.ts";
import type { Texts } from "../../../../words/text.ts";
import { shownName } from "../file-name.tsx";
import { type KnownFile, honestName } from "../known-file.ts";
import { SUMS } from "../words.ts";
import type { ZipEntry } from "./zip.ts";

/** What `sha256sum -c` reads; lines that begin with # are left alone by it. */
const SUMS_NAME = "SHA256SUMS.txt";

export type Absence = "damaged" | "missing" | "not-come";
export type Absent = { readonly name: string; readonly why: Absence };

export type Packing<Wanted> = {
  /** As the sender calls it, and the day of the message that brought it */
  readonly files: readonly (Wanted & { readonly name: string; readonly day: string })[];
  /** Whole and verified, or why not */
  readonly take: (file: Wanted) => Promise<{ readonly whole: Blob; readonly known: KnownFile } | Absence>;
  readonly announced: readonly string[];
  readonly day: string;
  readonly onAbsent: (absent: Absent) => void;
};

/** File after file, each only when it was verified whole; at last the list. */
export async function* packCase<Wanted>({
  files,
  take,
  announced,
  day,
  onAbsent,
}: Packing<Wanted>): AsyncGenerator<ZipEntry> {
  const names = new Names([SUMS_NAME]);
  const head = inEach(SUMS.check).map((line) => `# ${line}\n`);
  const sums: string[] = [];
  const absences: string[] = [];
  const leaveOut = (absent: Absent): void => {
    onAbsent(absent);
    absences.push(`# ${inEach(SUMS[absent.why]).join(" / ")}: ${shownName(absent.name)}\n`);
  };
  for (const file of files) {
    const taken = await take(file);
    if (typeof taken === "string") {
      leaveOut({ name: file.name, why: taken });
      continue;
    }
    const name = names.give(honestName(file.name, taken.known.type, taken.whole.size));
    sums.push(`${taken.known.sha256}  ${name}\n`);
    yield { name, content: taken.whole, day: file.day };
  }
  for (const name of announced) leaveOut({ name, why: "not-come" });
  yield { name: SUMS_NAME, content: new Blob([...head, ...absences, ...sums]), day };
}

/** In all languages: whoever unpacks it may read another one. */
function inEach(texts: Texts): readonly string[] {
  return LANGUAGE_CODES.map((language) => speak(language).say(texts, { command: `sha256sum -c ${SUMS_NAME}` }));
}

/** Each once, in systems that do not tell capitals apart as well. */
class Names {
  readonly #given: Set<string>;

  constructor(taken: readonly string[]) {
    this.#given = new Set(taken.map(fold));
  }

  give(name: string): string {
    const dot = name.lastIndexOf(".");
    const [stem, extension] = dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
    let given = name;
    for (let n = 2; this.#given.has(fold(given)); n++) given = `${stem} (${n})${extension}`;
    this.#given.add(fold(given));
    return given;
  }
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
