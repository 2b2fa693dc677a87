/** How the samples of a track are coded (ISO/IEC 14496-12, 8.5.2): what a decoder needs, without who coded them. */
import type { Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { latin1 } from "../text.ts";
import { isNearly, type Box, type BoxEditor } from "./boxes.ts";
import { cleanColour } from "./properties.ts";

const PICTURE_TRACKS = words("vide pict auxv");
/** Pictures and sound under whatever handler. */
export const CODECS = words(
  "avc1 avc3 hvc1 hev1 av01 vp08 vp09 vvc1 dvh1 dvhe dva1 dvav mp4v s263 h263 jpeg mjpa mjpb apch apcn apcs apco ap4h mp4a ac-3 ec-3 Opus fLaC alac samr sawb sowt twos lpcm",
);

/** Behind a picture's and a sound's numbers: the decoder's set-up, shape, colours, speakers. */
const PICTURE = words(
  "avcC hvcC av1C vpcC vvcC dvcC dvvC dvwC esds d263 s263 jp2h jp2x pasp clap colr fiel gama btrt mdcv clli SmDm CoLL mvcC lhvC hvcE ccst auxi st3d sv3d alph amve cclv",
);
const SOUND = words("esds wave chan dac3 dec3 dac4 dOps dfLa alac damr btrt pcmC chnl srat SA3D enda frma mp4a mhaC");
const PROTECTED = words("encv enca encs enct drms drmi");

/** Places in an entry (ISO/IEC 14496-12, 12.1.3.2; QuickTime fills what is reserved there). */
const MAKER_AT = 12;
const ENCODER_AT = 42;
const ENCODER_END = 74;
const PICTURE_BYTES = 78;
/** By the version of the sound's description, which only QuickTime knows. */
const SOUND_BYTES = [28, 44, 64];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** Each entry may name the encoder's maker, in 4 bytes, and that of a picture the encoder, in 32. */
export async function cleanSampleEntries(editor: BoxEditor, box: Box, kind: string, findings: Findings): Promise<void> {
  const isPicture = PICTURE_TRACKS.has(kind);
  const isRevised = (await editor.content(box, 1))[0] === 1;
  for (const entry of await editor.list(box.body + 8, box.end)) {
    if (PROTECTED.has(entry.type)) throw new Unfit("encrypted");
    if (!isPicture && kind !== "soun") continue;
    const content = await editor.content(entry, PICTURE_BYTES);
    cut(editor, entry, content, MAKER_AT, MAKER_AT + 4, findings);
    const version = isRevised ? 0 : ((content[8] ?? 0) << 8) | (content[9] ?? 0);
    const head = isPicture ? PICTURE_BYTES : SOUND_BYTES[version];
    if (head === undefined || entry.body + head > entry.end) throw new Unfit("damaged");
    if (isPicture) cut(editor, entry, content, ENCODER_AT, ENCODER_END, findings);
    const parts = await editor.list(entry.body + head, entry.end);
    for (const part of parts) await cleanPart(editor, part, isPicture ? PICTURE : SOUND, findings);
  }
}

async function cleanPart(editor: BoxEditor, part: Box, known: ReadonlySet<string>, findings: Findings): Promise<void> {
  const { type, body, end } = part;
  if (!known.has(type)) {
    if (isNearly(type, known)) throw new Unfit("damaged");
    if (type === "\0\0\0\0" || type === "free") return editor.zeros(body, end - body);
    findings.add("other", type);
    return editor.blank(part);
  }
  if (type === "colr") cleanColour(editor, part, await editor.content(part), [], findings);
  else if (type === "wave") {
    for (const inner of await editor.list(body, end)) await cleanPart(editor, inner, known, findings);
  } else if (type === "damr" || type === "d263") {
    const content = await editor.content(part, 5);
    cut(editor, part, content, 0, Math.min(content.length, 5), findings);
  }
}

function cut(
  editor: BoxEditor,
  { body }: Box,
  content: Uint8Array,
  from: number,
  to: number,
  findings: Findings,
): void {
  if (content.subarray(from, to).every((byte) => byte === 0)) return;
  findings.add("software", latin1(content.subarray(from, to)));
  editor.zeros(body + from, to - from);
}
