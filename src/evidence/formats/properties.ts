/** Properties of the pictures in a HEIC or AVIF file (ISO/IEC 23008-12, 6.5): those that draw stay, as far as they draw. */
import type { FindingKind, Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { cleanProfile } from "../tags/icc.ts";
import { latin1, readText, says } from "../text.ts";
import { isNearly, type Box, type BoxEditor } from "./boxes.ts";

const LARGEST_BYTES = 8 * 1_024 * 1_024;

/** How long a property is that draws; behind it there is nothing that draws. */
const LENGTHS: Readonly<Record<string, (content: Uint8Array) => number>> = {
  ispe: () => 12,
  pasp: () => 8,
  clap: () => 32,
  irot: () => 1,
  imir: () => 1,
  clli: () => 4,
  mdcv: () => 24,
  amve: () => 8,
  a1op: () => 1,
  lsel: () => 2,
  rloc: () => 12,
  iscl: () => 12,
  pixi: (content) => (content[0] === 0 ? 5 + (content[4] ?? 0) : content.length),
  a1lx: (content) => ((content[0] ?? 0) & 1 ? 13 : 7),
  hvcC: codecBytes,
  // How the codec is set up: bits of its own stream, read by it alone.
  av1C: all,
  avcC: all,
  vvcC: all,
  lhvC: all,
  cclv: all,
  oinf: all,
  tols: all,
};
const NAMES = new Set([...Object.keys(LENGTHS), "colr", "auxC"]);

/** What the unknown and the describing ones tell; any other is "other". */
const TOLD: Readonly<Record<string, FindingKind>> = {
  udes: "comment",
  altt: "comment",
  crtt: "time",
  mdft: "time",
  itai: "time",
  cmin: "device",
  cmex: "device",
};

/** What a picture beside another one is for: transparency, depth, parts of a face; names that a standard or a platform gave. */
const AUXILIARIES = /^urn:(?:mpeg|com:(?:apple|google|samsung|photo)):[\w:.-]{1,80}$/u;

function all(content: Uint8Array): number {
  return content.length;
}

/** Arrays of parameter sets (ISO/IEC 14496-15, 8.3.3.1.2). */
function codecBytes(content: Uint8Array): number {
  let at = 23;
  for (let arrays = content[22] ?? 0; arrays > 0; arrays--) {
    let count = ((content[at + 1] ?? 0) << 8) | (content[at + 2] ?? 0);
    for (at += 3; count > 0 && at < content.length; count--) {
      at += 2 + (((content[at] ?? 0) << 8) | (content[at + 1] ?? 0));
    }
  }
  return at;
}

export async function cleanProperties(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  const boxes = await editor.list(box.body, box.end);
  const marks = await readMarks(editor, boxes);
  for (const container of boxes) {
    if (container.type === "ipco") {
      for (const [index, property] of (await editor.list(container.body, container.end)).entries()) {
        await cleanProperty(editor, property, marks.get(index + 1) ?? [], findings);
      }
    } else if (container.type !== "ipma") {
      if (isNearly(container.type, ["ipco", "ipma"])) throw new Unfit("damaged");
      editor.blank(container);
      findings.add("other", container.type);
    }
  }
}

/** The first byte of an association, with its highest bit set. */
type Mark = { readonly at: number; readonly byte: number };

/** Where it is marked of each property that a picture cannot be drawn without it. */
async function readMarks(editor: BoxEditor, boxes: readonly Box[]): Promise<Map<number, Mark[]>> {
  const marks = new Map<number, Mark[]>();
  for (const box of boxes) {
    if (box.type !== "ipma") continue;
    const content = await editor.content(box, LARGEST_BYTES);
    const [version = 0, , , flags = 0] = content;
    const isWide = (flags & 1) !== 0;
    let at = 8;
    const entries = content.length < 8 ? 0 : new DataView(content.buffer).getUint32(4);
    for (let entry = 0; entry < entries && at < content.length; entry++) {
      at += version === 0 ? 2 : 4;
      let count = content[at] ?? 0;
      for (at += 1; count > 0; count--) {
        const first = content[at] ?? 0;
        const index = isWide ? ((first & 0x7f) << 8) | (content[at + 1] ?? 0) : first & 0x7f;
        if ((first & 0x80) !== 0) marks.set(index, [...(marks.get(index) ?? []), { at: box.body + at, byte: first }]);
        at += isWide ? 2 : 1;
      }
    }
    if (at !== content.length) throw new Unfit("damaged");
  }
  return marks;
}

async function cleanProperty(
  editor: BoxEditor,
  property: Box,
  marks: readonly Mark[],
  findings: Findings,
): Promise<void> {
  const { type, body, end } = property;
  const content = await editor.content(property, LARGEST_BYTES);
  if (content.length < end - body) throw new Unfit("too-complex");
  if (type === "free" || type === "skip") {
    if (content.some((byte) => byte !== 0)) findings.add("other", type);
    return editor.zeros(body, content.length);
  }
  if (type === "colr") return cleanColour(editor, property, content, marks, findings);
  if (type === "auxC" && isKnownAuxiliary(content)) return;
  const length = LENGTHS[type]?.(content);
  if (length === undefined) {
    // A reader that does not know it may not draw the picture at all: it draws something.
    if (marks.length > 0 || type === "auxC") throw new Unfit("not-supported");
    if (isNearly(type, NAMES)) throw new Unfit("damaged");
    const kind = TOLD[type] ?? "other";
    findings.add(kind, kind === "comment" ? readText(content.subarray(4, 1_024)) : kind === "other" ? type : "");
    return editor.blank(property);
  }
  if (length > content.length) throw new Unfit("damaged");
  if (content.subarray(length).some((byte) => byte !== 0)) findings.add("other", type);
  editor.zeros(body + length, content.length - length);
}

function isKnownAuxiliary(content: Uint8Array): boolean {
  return AUXILIARIES.test(latin1(content.subarray(4)).split("\0")[0] ?? "");
}

/** A profile cannot be taken out, for other boxes count on its place: one of sRGB stays as its numbers too. */
export function cleanColour(
  editor: BoxEditor,
  property: Box,
  content: Uint8Array,
  marks: readonly Mark[],
  findings: Findings,
): void {
  const length = says(content, 0, "nclx") ? 11 : says(content, 0, "nclc") ? 10 : undefined;
  if (length !== undefined) {
    if (content.subarray(length).some((byte) => byte !== 0)) findings.add("other", property.type);
    return editor.zeros(property.body + length, Math.max(content.length - length, 0));
  }
  const isProfile = says(content, 0, "prof") || says(content, 0, "rICC");
  const profile = isProfile ? cleanProfile(content.subarray(4), findings) : undefined;
  if (profile !== undefined && profile.is !== "unreadable") {
    findings.remains("colour-profile");
    return void editor.changes.push({ at: property.body + 4, bytes: profile.bytes });
  }
  if (!isProfile) findings.add("other", "colr");
  editor.blank(property);
  // Empty space that a picture cannot be drawn without: readers would give up.
  for (const { at, byte } of marks) editor.changes.push({ at, bytes: Uint8Array.of(byte & 0x7f) });
}
