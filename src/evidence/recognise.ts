/** What a file is, by its content; its name and what a browser calls it are hearsay. */
import { isActivePdf } from "./documents/active-pdf.ts";
import { byEntries, byStorage, tellSealedRar } from "./recognition/container.ts";
import { byStart } from "./recognition/start.ts";
import { byText } from "./recognition/text.ts";
import { extensionOf } from "./safe-name.ts";
import type { Source } from "./source.ts";
import { TYPES, WARNINGS, type FileType, type Group, type Warning } from "./types.ts";

export type Recognition = {
  readonly type: FileType;
  readonly group: Group;
  readonly mime: string;
  readonly warnings: readonly Warning[];
};

const HEAD_BYTES = 16 * 1_024;

/** Reads the head, of ZIP files their table too, and of a PDF as much as it takes to find a script. */
export async function recognise(source: Source, name = ""): Promise<Recognition> {
  const head = await source.read(0, Math.min(source.size, HEAD_BYTES));
  const warnings = new Set<Warning>();
  let type = byStart(head) ?? byText(head, source.size);
  if (type === "zip") type = await byEntries(source, warnings);
  else if (type === "ole") type = byStorage(head, warnings);
  else if (type === "pdf" && (await isActivePdf(source))) warnings.add("active-content");
  else if (type === "rar") tellSealedRar(head, warnings);
  const { group, mime, extensions } = TYPES[type];
  if (group === "program") warnings.add("program");
  if (group === "archive") warnings.add("archive");
  if (group === "sealed") warnings.add("sealed-archive");
  if (type === "docm" || type === "xlsm" || type === "pptm") warnings.add("macro");
  if (type === "html" || type === "svg") warnings.add("active-content");
  const extension = extensionOf(name);
  const isKnown = type !== "unknown" || CLAIMS.has(extension);
  if (extension !== "" && isKnown && !(extensions as readonly string[]).includes(extension)) {
    warnings.add("type-does-not-match-name");
  }
  return { type, group, mime, warnings: WARNINGS.filter((warning) => warnings.has(warning)) };
}

/** Extensions that promise a type which would have been recognised. */
const CLAIMS: ReadonlySet<string> = new Set(
  Object.values(TYPES)
    .filter(({ group }) => group !== "unknown" && group !== "program")
    .flatMap(({ extensions }) => extensions),
);
