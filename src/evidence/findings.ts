/** What was found in a file that says more than its content: shown to the person who sends it. */

export const FINDING_KINDS = [
  "location",
  "time",
  "device",
  "author",
  "software",
  "thumbnail",
  "second-picture",
  "comment",
  "caption",
  "serial-number",
  "maker-notes",
  "edit-history",
  "trailing-data",
  "hidden-content",
  "embedded-file",
  "script",
  "outside-link",
  "other",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export type Finding = {
  readonly kind: FindingKind;
  /** Short text out of the file, to be set as text only */
  readonly value?: string;
  /** False: it is still in the cleaned file, and a person has to look. */
  readonly isRemoved: boolean;
};

/** Of which kinds there is something that was taken out, or that is still there; each once. */
export function kindsOf(findings: readonly Finding[], { isRemoved }: Pick<Finding, "isRemoved">): FindingKind[] {
  return [...new Set(findings.filter((found) => found.isRemoved === isRemoved).map(({ kind }) => kind))];
}

/** What no cutting of bytes reaches, said beside every result: nobody claims that everything is gone. */
export const REMAINDERS = [
  /** Faces, name plates, letterheads, watermarks, a screen's clock */
  "visible-content",
  /** Voices and sounds, and what an encoder wrote inside the streams of sound, films, HEIC and AVIF */
  "sound-and-streams",
  /** The colour numbers of a screen or camera, without its name */
  "colour-profile",
  /** Text, comments and changes of a document */
  "document-text",
  /** Pictures and files inside a document, with hidden data of their own */
  "inner-files",
  /** A part that was too large or too strange to be looked into */
  "not-looked-into",
] as const;
export type Remainder = (typeof REMAINDERS)[number];

const MOST_VALUES_PER_KIND = 6;
const LONGEST_VALUE_CHARACTERS = 120;

export class Findings {
  readonly #list: Finding[] = [];
  readonly #remainders = new Set<Remainder>();

  /** Once for each kind and value; a kind without a value is said when no value of it is. */
  add(kind: FindingKind, value = "", isRemoved = true): void {
    const text = shown(value);
    const same = this.#list.filter((finding) => finding.kind === kind && finding.isRemoved === isRemoved);
    if (same.length >= MOST_VALUES_PER_KIND) return;
    if (text === "" ? same.length > 0 : same.some((finding) => finding.value === text)) return;
    const silent = this.#list.findIndex(
      (finding) => finding.kind === kind && finding.isRemoved === isRemoved && finding.value === undefined,
    );
    if (silent >= 0) this.#list.splice(silent, 1);
    this.#list.push({ kind, ...(text === "" ? {} : { value: text }), isRemoved });
  }

  remains(what: Remainder): void {
    this.#remainders.add(what);
  }

  /** Nothing was removed after all. */
  kept(): readonly Finding[] {
    return this.#list.map((finding) => ({ ...finding, isRemoved: false }));
  }

  get list(): readonly Finding[] {
    return this.#list;
  }

  get remainders(): readonly Remainder[] {
    return REMAINDERS.filter((what) => this.#remainders.has(what));
  }
}

/** One short line; control and invisible characters could pretend to be something else. */
function shown(value: string): string {
  const line = value
    .slice(0, 4 * LONGEST_VALUE_CHARACTERS)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
  const points = [...line];
  return points.length <= LONGEST_VALUE_CHARACTERS ? line : `${points.slice(0, LONGEST_VALUE_CHARACTERS).join("")}…`;
}
